import { type SealedWords, searchCandidates, searchVersions, type WordQuery } from '../../../db/queries/case-search.ts';
import type { InboxRow, Selection } from '../../../db/queries/inbox.ts';
import { normaliseNumber } from '../../domain/case-number.ts';
import { searchTerms } from '../../domain/chinese-text.ts';
import { SEARCH_CANDIDATES } from '../../domain/inbox.ts';
import type { Ctx } from '../context.ts';
import { gramHash, textOf } from './case-words.ts';

/** What a search did: how many cases were opened, and whether there are older ones still to be opened. */
export interface Searched {
  opened: number;
  more: boolean;
  tooShort: boolean;
}

/** Rows of a page, and the values of the last one where more follow. */
export interface Page {
  rows: InboxRow[];
  last: (string | number)[] | null;
  searched: Searched | null;
}

/**
 * Cases in whose words all phrases occur, or whose number it is. `find` gives candidates of the index in SQL, only within the
 * official's sight; each is opened and read for the phrases. No more than SEARCH_CANDIDATES are opened at a time.
 * @returns the hits, and the last one opened where more may follow: the cursor goes on behind it
 */
export async function searchWords<R extends SealedWords & { byNumber: boolean }>(
  ctx: Ctx,
  words: string,
  limit: number,
  find: (query: WordQuery, limit: number) => Promise<R[]>,
): Promise<{ hits: R[]; last: R | null; searched: Searched }> {
  const terms = searchTerms(words);
  const grams = [...new Set(terms.flatMap((term) => term.grams))].filter((gram) => [...gram].length === 2);
  // A number of another office is an alias of another shape: it is taken as typed.
  const number = normaliseNumber(words) ?? words.normalize('NFKC').trim().toUpperCase();
  const versions = grams.length > 0 ? await searchVersions(ctx.sql) : [];
  const hashes = versions.map((version) => ({
    version,
    hashes: grams.map((gram) => gramHash(ctx.keys, gram, version)),
  }));
  const rows = await find({ number, grams: hashes }, SEARCH_CANDIDATES + 1);
  const { bodies } = await ctx.directory();
  const candidates = rows.slice(0, SEARCH_CANDIDATES);
  const hits: R[] = [];
  let opened = 0;
  for (const row of candidates) {
    if (hits.length === limit) break;
    opened += 1;
    if (row.byNumber || holds(textOf(ctx.keys, row, bodies.get(row.respondentId)?.name ?? ''))) hits.push(row);
  }
  const more = opened < rows.length;
  return {
    hits,
    last: (more && candidates[opened - 1]) || null,
    searched: { opened, more, tooShort: grams.length === 0 && hits.length === 0 },
  };

  function holds(text: string): boolean {
    return terms.length > 0 && terms.every((term) => text.includes(term.text));
  }
}

/** Cases of the selection that the words find, newest first. */
export async function searchInbox(
  ctx: Ctx,
  selection: Selection,
  words: string,
  after: [string, string] | null,
  limit: number,
): Promise<Page> {
  const found = await searchWords(ctx, words, limit, (query, most) =>
    searchCandidates(ctx.sql, selection, query, after, most),
  );
  const { hits, last, searched } = found;
  return { rows: hits, last: last && [...last.key, last.id], searched };
}
