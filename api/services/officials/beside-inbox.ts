import { type BesideRow, openDisputes, passedOn, searchPassedOn } from '../../../db/queries/beside-inbox.ts';
import { BesideQuery } from '../../contracts/inbox.ts';
import { parse } from '../../contracts/parse.ts';
import { legalDate } from '../../domain/calendar.ts';
import type { CaseKind, CaseState } from '../../domain/case.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { requireOfficial } from './authorise.ts';
import { bodyName } from './inbox.ts';
import { type Searched, searchWords } from './search-inbox.ts';
import { seeingFor } from './sight.ts';

/** Folders that stand beside the inbox: the cases in them are not the official's to deal with. */
export const BESIDE_FOLDERS = ['passed_on', 'disputes'] as const;
export type BesideFolder = (typeof BESIDE_FOLDERS)[number];

export interface BesideItem {
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  respondent: string;
  handler: string | null;
  dueOn: string | null;
  since: string; // legal date
}
export interface Beside {
  folder: BesideFolder;
  items: BesideItem[];
  nextCursor: string | null;
  searched: Searched | null;
}

const PAGE = 50;

/**
 * Cases that the official's bodies passed on (to read only), all or those that words find; or disputes that they decide.
 * @throws DomainError auth.required | request.invalid | cursor.invalid
 */
export async function besideInbox(
  ctx: Ctx,
  input: { folder: BesideFolder; q?: string | undefined; cursor?: string | undefined },
): Promise<Beside> {
  const { folder, ...query } = input;
  const official = requireOfficial(ctx);
  const { q, cursor } = parse(BesideQuery, query);
  const bodies = [...(await seeingFor(ctx, folder === 'disputes' ? 'arbitrates' : 'passed_on'))];
  const hash = hashQuery('beside', { folder, q: q || null, actor: official.id });
  const after = cursor ? (readCursor(ctx, hash, cursor) as [string, string]) : null;
  const [page, directory] = await Promise.all([
    folder === 'passed_on' && q
      ? searched(ctx, bodies, q, after)
      : listed(folder === 'disputes' ? openDisputes : passedOn, ctx, bodies, after),
    ctx.directory(),
  ]);
  const item = ({ number, kind, matter, state, respondentId, handlerId, dueOn, since }: BesideRow): BesideItem => ({
    number,
    kind,
    matter,
    state,
    respondent: bodyName(directory, respondentId, ctx.locale),
    handler: handlerId ? bodyName(directory, handlerId, ctx.locale) : null,
    dueOn,
    since: legalDate(since),
  });
  return {
    folder,
    items: page.rows.map(item),
    nextCursor: page.last && signCursor(ctx, hash, [page.last.sortKey, page.last.id]),
    searched: page.searched,
  };
}

interface Page {
  rows: BesideRow[];
  /** Where more follow: the row behind which they do. */
  last: BesideRow | null;
  searched: Searched | null;
}
type After = readonly [string, string] | null;

async function listed(rowsOf: typeof passedOn, ctx: Ctx, bodies: string[], after: After): Promise<Page> {
  const rows = await rowsOf(ctx.sql, bodies, after, PAGE + 1);
  return { rows: rows.slice(0, PAGE), last: (rows.length > PAGE && rows[PAGE - 1]) || null, searched: null };
}

async function searched(ctx: Ctx, bodies: string[], words: string, after: After): Promise<Page> {
  const found = await searchWords(ctx, words, PAGE, (query, most) =>
    searchPassedOn(ctx.sql, bodies, query, after, most),
  );
  return { rows: found.hits, last: found.last, searched: found.searched };
}
