import type { RecordFilters, SoughtWord, WordQuestion } from '../../../db/queries/word-hits.ts';
import { type Found, searchWords } from '../../../db/queries/word-search.ts';
import { type Tally, tallyWords } from '../../../db/queries/word-tally.ts';
import type { Directory } from '../../domain/routing.ts';
import { charactersOf, type SearchQuery, type SearchWord } from '../../domain/search-query.ts';
import type { Ctx } from '../context.ts';
import { bodiesNamed } from './lineage.ts';
import { filterTerm } from './search-row.ts';

/** A lexeme in the text form of tsquery. */
const quote = (lexeme: string): string => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
const any = (lexemes: readonly string[]): string => `(${lexemes.map(quote).join(' | ')})`;
const every = (lexemes: readonly string[]): string => `(${lexemes.map(quote).join(' & ')})`;

const COLUMNS = { case: 'numbers', court: 'court', body: 'names' } as const;

/** A word with the bodies that it may name: by any name that they bear or bore. Numbers and courts name none. */
function sought(directory: Directory, word: SearchWord): SoughtWord {
  const bodies = word.field === null || word.field === 'body' ? bodiesNamed(directory, word.text) : [];
  const column = word.field ? COLUMNS[word.field] : word.single ? 'heads' : 'any';
  return { text: word.text, bodies, column, exact: word.exact };
}

function termsOf(word: SearchWord, { bodies }: SoughtWord, inside: boolean): string {
  const grams = every(inside && word.field === null ? [...word.grams, ...charactersOf(word)] : word.grams);
  return bodies.length > 0 ? `(${grams} | ${any(bodies.map(filterTerm.body))})` : grams;
}

function filterTerms(filters: RecordFilters): string[] {
  const one = (lexeme: string | undefined | null | false) => (lexeme ? [quote(lexeme)] : []);
  return [
    ...one(filters.kind && filterTerm.kind(filters.kind)),
    ...one(filters.matter && filterTerm.matter(filters.matter)),
    ...one(filters.outcome && filterTerm.outcome(filters.outcome)),
    ...one(filters.division && filterTerm.division(filters.division)),
    ...one(filters.year !== undefined && filterTerm.year(filters.year)),
    ...one(filters.court && filterTerm.court(filters.court)),
    ...(filters.bodies ? [any(filters.bodies.map(filterTerm.body))] : []),
  ];
}

export interface WordsAsked {
  query: SearchQuery;
  filters: RecordFilters;
  limit: number;
}

async function questionOf(ctx: Ctx, asked: WordsAsked, heads?: WordQuestion['heads']): Promise<WordQuestion> {
  const directory = await ctx.directory();
  const must = asked.query.must.map((word) => ({ word, sought: sought(directory, word) }));
  const terms = must.map(({ word, sought }) => termsOf(word, sought, heads === 'inside'));
  return {
    tsquery: [...terms, ...filterTerms(asked.filters)].join(' & '),
    yearTerm: (year) => quote(filterTerm.year(year)),
    must: must.map((one) => one.sought),
    not: asked.query.not.map((word) => sought(directory, word)),
    filters: asked.filters,
    ...(heads ? { heads } : {}),
    after: null,
    limit: asked.limit,
  };
}

export type Position = { tier: number; sortOn: string; id: string };
export interface WordsFound extends Found {
  /** Of each row: 0 where all words stand in its title, name or numbers, and the order asks for it. */
  tiers: number[];
}

/** By date: newest decision first. */
export async function wordsByDate(ctx: Ctx, asked: WordsAsked, after: Position | null): Promise<WordsFound> {
  const found = await searchWords(ctx.sql, { ...(await questionOf(ctx, asked)), after });
  return { ...found, tiers: found.rows.map(() => 0) };
}

/** Newest publication first, for feeds. */
export async function wordsByPublication(ctx: Ctx, asked: WordsAsked): Promise<Found> {
  return searchWords(ctx.sql, { ...(await questionOf(ctx, asked)), order: 'published' });
}

/** What stands in titles, names and numbers first, then the rest; each newest first. */
export async function wordsByRelevance(ctx: Ctx, asked: WordsAsked, after: Position | null): Promise<WordsFound> {
  const inside =
    after?.tier === 1 ? null : await searchWords(ctx.sql, { ...(await questionOf(ctx, asked, 'inside')), after });
  const before = inside?.rows ?? [];
  const tiers = before.map(() => 0);
  if (inside && before.length === asked.limit) return { ...inside, capped: true, tiers };
  const rest = await searchWords(ctx.sql, {
    ...(await questionOf(ctx, { ...asked, limit: asked.limit - before.length }, 'outside')),
    after: after?.tier === 1 ? after : null,
  });
  return {
    rows: [...before, ...rest.rows],
    total: (inside?.total ?? 0) + rest.total,
    capped: (inside?.capped ?? false) || rest.capped,
    reach: rest.reach,
    tiers: [...tiers, ...rest.rows.map(() => 1)],
  };
}

/** `found`: how the search for the same words went. */
export const countWords = async (
  ctx: Ctx,
  asked: WordsAsked,
  found: Pick<Found, 'capped' | 'reach'>,
  digits: number,
): Promise<Tally> => tallyWords(ctx.sql, await questionOf(ctx, asked), found, digits);
