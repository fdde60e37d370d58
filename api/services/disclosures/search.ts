import {
  countRecords,
  type ListQuestion,
  listRecords,
  type SearchQuestion,
  searchRecords,
} from '../../../db/queries/disclosure-search.ts';
import type { DisclosureRow } from '../../../db/queries/disclosures.ts';
import { DisclosureFilters, DisclosureList } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import { fold, type SearchTerm, searchTerms } from '../../domain/chinese-text.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { type PublicDisclosure, publicView } from '../../domain/disclosure-view.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseJudgmentNumber } from '../../domain/judgment-number.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { bodiesNamed, withPredecessors } from './lineage.ts';
import { filterTerm } from './search-row.ts';

/** Without words the count stops here and says so. */
export const COUNTED_AT_MOST = 10_000;

export interface DisclosurePage {
  items: PublicDisclosure[];
  nextCursor: string | null;
  /** `capped`: there are more than `count`. */
  total: { count: number; capped: boolean };
  /** Why a question with words found nothing to look for: only punctuation was typed. */
  note: 'no_words' | null;
}

/**
 * Public records that match the words and filters, newest first (by the date of the decision). The asker counts as the
 * public, whoever is signed in. @throws DomainError request.invalid | cursor.invalid
 */
export async function searchDisclosures(ctx: Ctx, input: unknown): Promise<DisclosurePage> {
  const { cursor, limit, ...filters } = parse(DisclosureList, input);
  const hash = hashQuery('disclosures', filters);
  const after = cursor === undefined ? null : readKeyset(readCursor(ctx, hash, cursor));
  const terms = filters.q ? termsOf(filters.q) : [];
  if (filters.q && terms.length === 0) {
    return { items: [], nextCursor: null, total: { count: 0, capped: false }, note: 'no_words' };
  }
  const bodies = filters.body ? withPredecessors(await ctx.directory(), filters.body) : undefined;
  const found =
    terms.length > 0
      ? await byWords(ctx, terms, filters, bodies, after, limit + 1)
      : await byFilters(ctx, { ...filters, bodies, after, limit: limit + 1 }, cursor === undefined);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  return {
    items: rows.filter((row) => visibleTo({ kind: 'public' }, row) === 'public').map(publicView),
    nextCursor: found.rows.length > limit && last ? signCursor(ctx, hash, [last.sortOn, last.id]) : null,
    total: found.total,
    note: null,
  };
}

/** The newest published records of the same selection, for feeds: at most `limit`. */
export async function newestDisclosures(ctx: Ctx, input: unknown, limit: number): Promise<PublicDisclosure[]> {
  const filters = parse(DisclosureFilters, input);
  const terms = filters.q ? termsOf(filters.q) : [];
  if (filters.q && terms.length === 0) return [];
  const bodies = filters.body ? withPredecessors(await ctx.directory(), filters.body) : undefined;
  const found =
    terms.length > 0
      ? await byWords(ctx, terms, filters, bodies, null, limit, 'published')
      : await byFilters(ctx, { ...filters, bodies, after: null, limit, order: 'published' }, false);
  return found.rows.filter((row) => visibleTo({ kind: 'public' }, row) === 'public').map(publicView);
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

/** The phrases of a question; a whole case number in any writing is looked for in its key form. */
function termsOf(q: string): SearchTerm[] {
  const number = parseJudgmentNumber(q);
  return searchTerms(number.ok ? number.number.key : q);
}

type Filters = DisclosureFilters;
type Found = { rows: DisclosureRow[]; total: { count: number; capped: boolean } };

async function byWords(
  ctx: Ctx,
  terms: SearchTerm[],
  filters: Filters,
  bodies: string[] | undefined,
  after: ListQuestion['after'],
  limit: number,
  order: 'decided' | 'published' = 'decided',
): Promise<Found> {
  const directory = await ctx.directory();
  const parts: string[] = [];
  const phrases: SearchQuestion['phrases'] = [];
  for (const term of terms) {
    const named = bodiesNamed(directory, term.text);
    const grams = `(${term.grams.map(quote).join(' & ')})`;
    parts.push(`(${[grams, ...named.map((id) => quote(filterTerm.body(id)))].join(' | ')})`);
    phrases.push({ text: term.text, bodies: named, exact: term.exact });
  }
  const filter = (lexeme: string | undefined) => lexeme !== undefined && parts.push(quote(lexeme));
  filter(filters.kind && filterTerm.kind(filters.kind));
  filter(filters.matter && filterTerm.matter(filters.matter));
  filter(filters.outcome && filterTerm.outcome(filters.outcome));
  filter(filters.division && filterTerm.division(filters.division));
  filter(filters.year === undefined ? undefined : filterTerm.year(filters.year));
  if (bodies) parts.push(`(${bodies.map((id) => quote(filterTerm.body(id))).join(' | ')})`);
  const textual =
    parts.length === terms.length && terms.every((term) => term.grams.every((gram) => [...gram].length === 2));
  const { rows, total, capped } = await searchRecords(ctx.sql, {
    tsquery: parts.join(' & '),
    phrases,
    textual,
    after,
    limit,
    order,
  });
  return { rows, total: { count: capped ? roundDown(total) : total, capped } };
}

/** "More than 1,200" reads better than "more than 1,237" and is as true. */
function roundDown(n: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) - 1);
  return Math.floor(n / unit) * unit;
}

async function byFilters(ctx: Ctx, question: ListQuestion, count: boolean): Promise<Found> {
  const [rows, n] = await Promise.all([
    listRecords(ctx.sql, question),
    count ? countRecords(ctx.sql, question, COUNTED_AT_MOST) : 0,
  ]);
  return { rows, total: { count: Math.min(n, COUNTED_AT_MOST), capped: n > COUNTED_AT_MOST } };
}

/** A lexeme in the text form of tsquery. */
const quote = (lexeme: string): string => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;

function readKeyset([sortOn, id]: unknown[]): { sortOn: string; id: string } {
  if (typeof sortOn !== 'string' || typeof id !== 'string') throw new DomainError('cursor.invalid');
  return { sortOn, id };
}

/** Same words, folded: for marking hits on the page. */
export const wordsOf = (q: string | undefined): string[] => (q ? termsOf(q).map((term) => fold(term.text)) : []);
