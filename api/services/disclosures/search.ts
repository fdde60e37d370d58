import { countRecords, type ListQuestion, listRecords } from '../../../db/queries/disclosure-search.ts';
import type { DisclosureRow } from '../../../db/queries/disclosures.ts';
import type { Reach } from '../../../db/queries/word-search.ts';
import { type Tally, tallyRecords } from '../../../db/queries/word-tally.ts';
import { DisclosureFilters, DisclosureList } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { type PublicDisclosure, publicView } from '../../domain/disclosure-view.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseQuery, type SearchQuery } from '../../domain/search-query.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { withPredecessors } from './lineage.ts';
import { countWords, type Position, wordsByDate, wordsByPublication, wordsByRelevance } from './search-words.ts';

/** Without words the count stops here and says so. */
export const COUNTED_AT_MOST = 10_000;

export interface DisclosurePage {
  items: PublicDisclosure[];
  nextCursor: string | null;
  /** `capped`: there are more than `count`. */
  total: { count: number; capped: boolean };
  /** Why a question with words looked for nothing: only punctuation was typed, or only words that must not occur. */
  note: 'no_words' | 'only_excluded' | null;
  /** How the words were understood; null without words. */
  query: SearchQuery | null;
  /** Where the words were looked for: their facets are counted there. */
  reach: Reach | null;
}

/** Matches by kind, matter, year, outcome, court and place. `capped`: each number is a lower bound. */
export type Facets = Tally;

const asPublic = (rows: readonly DisclosureRow[]): PublicDisclosure[] =>
  rows.filter((row) => visibleTo({ kind: 'public' }, row) === 'public').map(publicView);
const nothing = (note: DisclosurePage['note'], query: SearchQuery): DisclosurePage => ({
  items: [],
  nextCursor: null,
  total: { count: 0, capped: false },
  note,
  query,
  reach: null,
});

/**
 * Public records that match the words and filters, newest first (by the date of the decision) or by relevance. The asker
 * counts as the public, whoever is signed in. @throws DomainError request.invalid | cursor.invalid
 */
export async function searchDisclosures(ctx: Ctx, input: unknown): Promise<DisclosurePage> {
  const { cursor, limit, sort, ...filters } = parse(DisclosureList, input);
  const hash = hashQuery('disclosures', sort === 'date' ? filters : { ...filters, sort });
  const after = cursor === undefined ? null : readPosition(readCursor(ctx, hash, cursor));
  const { q, ...narrowed } = await narrowedBy(ctx, filters);
  const query = q ? parseQuery(q) : null;
  if (query && query.must.length === 0) return nothing(query.not.length > 0 ? 'only_excluded' : 'no_words', query);
  const ask = sort === 'relevance' ? wordsByRelevance : wordsByDate;
  const found = query
    ? await ask(ctx, { query, filters: narrowed, limit: limit + 1 }, after)
    : await byFilters(ctx, { ...narrowed, after, limit: limit + 1 }, cursor === undefined);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  const position = last && [last.sortOn, last.id, found.tiers[rows.length - 1] ?? 0];
  return {
    items: asPublic(rows),
    nextCursor: found.rows.length > limit && position ? signCursor(ctx, hash, position) : null,
    total: { count: query && found.capped ? roundDown(found.total) : found.total, capped: found.capped },
    note: null,
    query,
    reach: found.reach,
  };
}

/** What the results can be narrowed to, with counts. `page`: what searchDisclosures answered to the same question. */
export async function countFacets(ctx: Ctx, input: unknown, page: DisclosurePage): Promise<Facets> {
  const filters = parse(DisclosureFilters, input);
  const { q: _, ...narrowed } = await narrowedBy(ctx, filters);
  const digits = Math.min(9, { 0: 4, 2: 4, 4: 6, 6: 9 }[filters.division?.length ?? 0] ?? 9);
  const { query, reach, total } = page;
  return query && reach
    ? countWords(ctx, { query, filters: narrowed, limit: 0 }, { capped: total.capped, reach }, digits)
    : tallyRecords(ctx.sql, narrowed, COUNTED_AT_MOST, digits);
}

/** The newest published records of the same selection, for feeds: at most `limit`. */
export async function newestDisclosures(ctx: Ctx, input: unknown, limit: number): Promise<PublicDisclosure[]> {
  const { q, ...filters } = await narrowedBy(ctx, parse(DisclosureFilters, input));
  const query = q ? parseQuery(q) : null;
  if (query && query.must.length === 0) return [];
  const found = query
    ? await wordsByPublication(ctx, { query, filters, limit })
    : await byFilters(ctx, { ...filters, after: null, limit, order: 'published' }, false);
  return asPublic(found.rows);
}

/** All records of a selection, page by page, for files: never the whole in memory. */
export async function* exportDisclosures(ctx: Ctx, input: unknown): AsyncGenerator<PublicDisclosure> {
  const filters = parse(DisclosureFilters, input);
  for (let cursor: string | undefined; ; ) {
    const page = await searchDisclosures(ctx, { ...filters, limit: 100, ...(cursor ? { cursor } : {}) });
    yield* page.items;
    if (!page.nextCursor) return;
    cursor = page.nextCursor;
  }
}

/** The filters with the predecessors of the body: records pass on. */
async function narrowedBy(ctx: Ctx, { body, ...filters }: DisclosureFilters) {
  return body ? { ...filters, bodies: withPredecessors(await ctx.directory(), body) } : filters;
}

/** "More than 1,200" reads better than "more than 1,237" and is as true. */
export function roundDown(n: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) - 1);
  return Math.floor(n / unit) * unit;
}

async function byFilters(ctx: Ctx, question: ListQuestion, count: boolean) {
  const [rows, n] = await Promise.all([
    listRecords(ctx.sql, question),
    count ? countRecords(ctx.sql, question, COUNTED_AT_MOST) : 0,
  ]);
  return { rows, total: Math.min(n, COUNTED_AT_MOST), capped: n > COUNTED_AT_MOST, tiers: [] as number[], reach: null };
}

function readPosition([sortOn, id, tier]: unknown[]): Position {
  if (typeof sortOn !== 'string' || typeof id !== 'string') throw new DomainError('cursor.invalid');
  return { sortOn, id, tier: tier === 1 ? 1 : 0 };
}

/** The folded words that must occur, for marking hits on the page. */
export const wordsOf = (q: string | undefined): string[] => (q ? parseQuery(q).must.map((word) => word.text) : []);
