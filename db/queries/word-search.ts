import { getTableColumns } from 'drizzle-orm';
import type { Sql } from '../client.ts';
import { disclosure } from '../schema/disclosures.ts';
import type { DisclosureRow } from './disclosures.ts';

/**
 * Words in public records. A common word fills the page from the newest records alone; the index would have to give all its
 * matches to be sorted. A rare one is asked of the index, and its count is exact. What lies between is asked of the index year
 * by year from the newest, as is what was common once and is no more. Which it is, a first short walk tells. However many
 * records there are, no question costs more than some thousand of them.
 */

/** One word and where it counts: anywhere, or in one column of disclosure_text. */
export interface SoughtWord {
  text: string;
  /** Bodies known by this name: a record of one of them counts as holding the word. */
  bodies: string[];
  column: 'any' | 'heads' | 'numbers' | 'names' | 'court';
  /** The index alone is right about it. */
  exact: boolean;
}

export interface RecordFilters {
  kind?: string | undefined;
  division?: string | undefined;
  matter?: string | undefined;
  year?: number | undefined;
  outcome?: string | undefined;
  court?: string | undefined;
  bodies?: string[] | undefined;
}

export interface WordQuestion {
  /** Text form of a tsquery over terms and filter lexemes. */
  tsquery: string;
  /** The lexeme of a year, quoted: the year of a record is that of the day it is sorted by. */
  yearTerm(year: number): string;
  must: SoughtWord[];
  not: SoughtWord[];
  filters: RecordFilters;
  /** Every word in title, name or number (`inside`), or not all of them (`outside`). */
  heads?: 'inside' | 'outside';
  after: { sortOn: string; id: string } | null;
  limit: number;
  /** Newest decision first, or newest publication (feeds). */
  order?: 'decided' | 'published';
}

/** Where matches were looked for: among the newest records, or by the index, whole or in one year. */
export type Reach = { by: 'walk'; records: number; hits: number } | { by: 'index'; year: number | null };

export interface Found {
  rows: DisclosureRow[];
  total: number;
  /** There are more than `total`. */
  capped: boolean;
  reach: Reach;
}

/** Columns of `disclosure` as the drizzle row has them. */
export const COLUMNS = Object.entries(getTableColumns(disclosure))
  .map(([key, column]) => `d.${column.name} as "${key}"`)
  .join(', ');

/** The newest records that are looked through first, and at most: what is rarer among them the index finds sooner. */
const FIRST_WALK = 400;
const FURTHER_WALK = 1_000;
/** What a record costs on the walk, and a hit in the index: microseconds, as measured at a million records. */
const COST = { walked: 2.5, hit: 0.8 };
/** Hits that are read without regard to their dates, and counted exactly; of more, the years are asked one by one. */
const MOST_HITS = 2_000;
/**
 * Hits that facets should be counted over where a word is too common to be counted whole, and how far they are looked for:
 * steps, so that few statements are prepared.
 */
const COUNTED_HITS = 150;
const COUNTED_WALKS = [400, 700, 1_200, 2_000, 3_000] as const;

type Value = string | string[] | number;
interface Given {
  values: Value[];
  arg(value: Value, type: string): string;
}
function given(): Given {
  const values: Value[] = [];
  return { values, arg: (value, type) => `$${values.push(value)}::${type}` };
}

function filterConditions(filters: RecordFilters, { arg }: Given): string[] {
  const found: string[] = [];
  if (filters.kind) found.push(`s.kind = ${arg(filters.kind, 'text')}`);
  if (filters.matter) found.push(`s.matter = ${arg(filters.matter, 'text')}`);
  if (filters.division) found.push(`s.division like ${arg(`${filters.division}%`, 'text')}`);
  if (filters.year !== undefined) found.push(`s.year = ${arg(filters.year, 'int')}`);
  if (filters.outcome) found.push(`s.outcome = ${arg(filters.outcome, 'text')}`);
  if (filters.court) found.push(`s.court = ${arg(filters.court, 'text')}`);
  if (filters.bodies) found.push(`s.body_id = any(${arg(filters.bodies, 'uuid[]')})`);
  return found;
}

/** strpos says the same as LIKE '%…%' in less than half its time: it compares bytes, LIKE steps by characters. */
function holds(word: SoughtWord, column: SoughtWord['column'], { arg }: Given): string {
  const text = arg(word.text, 'text');
  const any = `strpos(t.text, ${text}) > 0 or coalesce(strpos(t.full_text, ${text}), 0) > 0`;
  const found = column === 'any' ? any : `strpos(t.${column}, ${text}) > 0`;
  const named = word.bodies.length > 0 ? ` or coalesce(s.body_id = any(${arg(word.bodies, 'uuid[]')}), false)` : '';
  return `(${found}${named})`;
}

function wordConditions(question: WordQuestion, must: readonly SoughtWord[], values: Given): string[] {
  const inHeads = (word: SoughtWord) => holds(word, word.column === 'any' ? 'heads' : word.column, values);
  const found = must.map((word) => holds(word, word.column, values));
  if (question.heads === 'inside') found.push(...question.must.map(inHeads));
  if (question.heads === 'outside') found.push(`not (${question.must.map(inHeads).join(' and ')})`);
  return [...found, ...question.not.map((word) => `not ${holds(word, word.column, values)}`)];
}

const FACETS = 's.disclosure_id, s.sort_on, s.body_id, s.kind, s.matter, s.division, s.year, s.outcome, s.court';
// Never a hash over all texts, whatever the planner expects of the words.
const WITH_TEXT = `cross join lateral (
  select text, heads, numbers, names, court, full_text from disclosure_text t where t.disclosure_id = s.disclosure_id offset 0
) t`;
const all = (conditions: readonly string[]) => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
const beyond = (after: WordQuestion['after'], { arg }: Given): string[] =>
  after ? [`(s.sort_on, s.disclosure_id) < (${arg(after.sortOn, 'date')}, ${arg(after.id, 'uuid')})`] : [];

/** Common table expressions that end in `hit`, from the newest `walk` records. */
function walkHits(question: WordQuestion, walk: number, values: Given): string {
  // A year that is asked for is walked from its end.
  const { year } = question.filters;
  const start = year === undefined ? [] : [`s.sort_on < make_date(${values.arg(year + 1, 'int')}, 1, 1)`];
  const newest = `from disclosure_text s ${all([...beyond(question.after, values), ...start])}
    order by s.sort_on desc, s.disclosure_id desc limit ${walk}`;
  const where = [...filterConditions(question.filters, values), ...wordConditions(question, question.must, values)].map(
    (condition) => condition.replaceAll('s.court ', 's.court_name ').replaceAll('t.', 's.'),
  );
  return `newest as (select count(*)::int as n from (select 1 ${newest}) c), hit as materialized (
      select ${FACETS.replace('s.court', 's.court_name as court')} from (select * ${newest}) s ${all(where)})`;
}

/** Of the index: one year alone, or at most so many matches of the terms in any order. */
interface Part {
  year?: number | null;
  most?: number;
}

/** The same from the index of terms. Where the terms say all, no text is read. `newest`: how many the terms alone matched. */
function indexHits(question: WordQuestion, part: Part, values: Given): string {
  const { tsquery, yearTerm } = question;
  const asked = typeof part.year === 'number' ? `(${tsquery}) & ${yearTerm(part.year)}` : tsquery;
  const inexact = question.must.filter((word) => !word.exact);
  const words = wordConditions(question, inexact, values);
  const matched = `select ${FACETS} from disclosure_search s where s.terms @@ ${values.arg(asked, 'tsquery')}`;
  if (part.most === undefined && words.length === 0)
    return `newest as (select 0 as n), hit as materialized (${matched})`;
  return `matched as materialized (${matched} ${part.most === undefined ? '' : `limit ${part.most}`}),
    newest as (select count(*)::int as n from matched),
    hit as materialized (select ${FACETS} from matched s ${words.length > 0 ? WITH_TEXT : ''} ${all(words)})`;
}

/** One page of the hits with their number. The ids are materialised: otherwise the planner walks the primary key. */
async function page(client: Sql, hits: string, values: Given, question: WordQuestion, walked: boolean) {
  const newest = question.order === 'published';
  const start = walked || newest ? [] : beyond(question.after, values);
  const rows = await client.unsafe<(DisclosureRow & { total: number; walked: number; records: number })[]>(
    `with ${hits}, page as materialized (
       ${newest ? 'select disclosure_id from hit s join disclosure d on d.id = disclosure_id' : `select disclosure_id from hit s ${all(start)}`}
       order by ${newest ? 'd.published_at' : 'sort_on'} desc, disclosure_id desc limit ${question.limit}
     ), n as (select (select count(*)::int from hit) as total, (select n from newest) as walked,
       (select reltuples from pg_class where oid = 'disclosure_search'::regclass) as records)
     select ${COLUMNS}, n.*
     from n left join (page join disclosure d on d.id = page.disclosure_id and d.state = 'published') on true
     order by ${newest ? 'd.published_at' : 'd.sort_on'} desc, d.id desc`,
    values.values,
    { prepare: true },
  );
  const [first] = rows;
  return {
    rows: rows.filter((row) => row.id !== null) as DisclosureRow[],
    total: first?.total ?? 0,
    walked: first?.walked ?? 0,
    records: first?.records ?? 0,
  };
}

async function walk(client: Sql, question: WordQuestion, records: number) {
  const values = given();
  const found = await page(client, walkHits(question, records, values), values, question, true);
  return { ...found, reach: { by: 'walk', records, hits: found.total } as Reach };
}

/**
 * Asks the index, never the table from end to end: the planner does not know that terms lie beside the rows and would read
 * a million of them for a common word.
 */
async function indexed<T>(client: Sql, work: (client: Sql) => Promise<T>): Promise<T> {
  const answer = await client.begin('read only', async (tx) => {
    // Both are on their way at once, in this order.
    const [, made] = await Promise.all([tx.unsafe('set local enable_seqscan = off'), work(tx as unknown as Sql)]);
    return made;
  });
  return answer as T;
}

async function fromIndex(client: Sql, question: WordQuestion, part: Part) {
  const values = given();
  const found = await page(client, indexHits(question, part, values), values, question, false);
  return { ...found, reach: { by: 'index', year: part.year ?? null } as Reach };
}

/** Public records that match, newest first. */
export async function searchWords(client: Sql, question: WordQuestion): Promise<Found> {
  const whole = async (tx: Sql): Promise<Found> => ({ ...(await fromIndex(tx, question, {})), capped: false });
  if (question.order === 'published') return indexed(client, whole);
  const first = await walk(client, question, FIRST_WALK);
  if (first.walked < FIRST_WALK) return { ...first, capped: false };
  if (first.rows.length === question.limit) return { ...first, capped: true };
  const share = Math.max(first.total, 0.5) / FIRST_WALK;
  const expected = share * first.records;
  const needed = (1.5 * question.limit) / share;
  if (needed <= FURTHER_WALK && FURTHER_WALK * COST.walked < expected * COST.hit) {
    const more = await walk(client, question, FURTHER_WALK);
    if (more.walked < FURTHER_WALK) return { ...more, capped: false };
    if (more.rows.length === question.limit) return { ...more, capped: true };
  }
  // One year alone cannot be parted.
  if (question.filters.year !== undefined) return indexed(client, whole);
  return indexed(client, (tx) => yearByYear(tx, question, expected));
}

/** What a walk has not found. `expected`: how many matches there may be. */
async function yearByYear(client: Sql, question: WordQuestion, expected: number): Promise<Found> {
  const { after, limit } = question;
  const rows: DisclosureRow[] = [];
  let total = 0;
  const inYear = async (year: number): Promise<Found | null> => {
    const found = await fromIndex(client, { ...question, limit: limit - rows.length }, { year });
    rows.push(...found.rows);
    total += found.total;
    return rows.length === limit ? { rows, total, capped: true, reach: found.reach } : null;
  };
  const years = expected > MOST_HITS ? await yearsUntil(client, after) : [];
  const newest = years.shift();
  if (newest !== undefined) {
    const filled = await inYear(newest);
    if (filled) return filled;
  }
  const whole = await fromIndex(client, question, { most: MOST_HITS + 1 });
  if (whole.walked <= MOST_HITS) return { ...whole, capped: false };
  // Common in old records, not in new ones.
  for (const year of newest === undefined ? await yearsUntil(client, after) : years) {
    const filled = await inYear(year);
    if (filled) return { ...filled, total: Math.max(total, whole.total) };
  }
  return { rows, total, capped: after !== null, reach: { by: 'index', year: null } };
}

/** Years that have public records, the newest first, from that of `after` on. One step along the index for each. */
async function yearsUntil(client: Sql, after: WordQuestion['after']): Promise<number[]> {
  const rows = await client.unsafe<{ year: number }[]>(
    `with recursive years as (
       (select year from disclosure where state = 'published' and year <= $1::int order by year desc limit 1)
       union all
       select (select d.year from disclosure d where d.state = 'published' and d.year < y.year order by d.year desc limit 1)
       from years y where y.year is not null)
     select year from years where year is not null`,
    [after ? Number(after.sortOn.slice(0, 4)) : 9999],
    { prepare: true },
  );
  return rows.map((row) => row.year);
}

/** Places are counted by the first `digits` of their code. */
export type FacetName = 'kind' | 'matter' | 'year' | 'outcome' | 'court' | 'place';
export interface Tally {
  total: number;
  /** Every number is a lower bound: the newest records alone were counted. */
  capped: boolean;
  facets: Record<FacetName, { value: string; count: number }[]>;
}
const FACET_NAMES: readonly FacetName[] = ['kind', 'matter', 'year', 'outcome', 'court', 'place'];

interface TallyRow {
  name: FacetName | null;
  value: string | null;
  n: number;
  walked: number;
}

/** Sums over `hit`: one pass, six ways. `name` null: all of them. */
const tallySql = (hits: string, digits: number): string => `with ${hits}, counted as (
    select grouping(kind, matter, year, outcome, court, left(division, ${digits})) as g, count(*)::int as n,
      coalesce(kind, matter, year::text, outcome, court, left(division, ${digits})) as value
    from hit group by grouping sets ((), (kind), (matter), (year), (outcome), (court), (left(division, ${digits})))
  )
  select case g when 31 then 'kind' when 47 then 'matter' when 55 then 'year' when 59 then 'outcome' when 61 then 'court'
    when 62 then 'place' end as name, value, n, (select n from newest) as walked
  from counted where g = 63 or value is not null order by n desc, value desc`;

function tallyOf(rows: readonly TallyRow[], capped: boolean): Tally {
  const facets = Object.fromEntries(FACET_NAMES.map((name) => [name, [] as { value: string; count: number }[]]));
  for (const row of rows) if (row.name && row.value) facets[row.name]?.push({ value: row.value, count: row.n });
  return { total: rows.find((row) => row.name === null)?.n ?? 0, capped, facets: facets as Tally['facets'] };
}

/** The matches by kind, matter, year, outcome, court and place. `found`: what the search before it said. */
export async function tallyWords(
  client: Sql,
  question: WordQuestion,
  { capped, reach }: Pick<Found, 'capped' | 'reach'>,
  digits: number,
): Promise<Tally> {
  const values = given();
  const ask = async (tx: Sql, hits: string) =>
    tallyOf(await tx.unsafe<TallyRow[]>(tallySql(hits, digits), values.values, { prepare: true }), capped);
  if (reach.by === 'walk') return ask(client, walkHits(question, capped ? countedWalk(reach) : reach.records, values));
  return indexed(client, (tx) => ask(tx, indexHits(question, reach, values)));
}

/** So far that some hundred hits may be met; steps, so that few statements are prepared. */
function countedWalk({ records, hits }: { records: number; hits: number }): number {
  const needed = (COUNTED_HITS * records) / Math.max(1, hits);
  return (
    COUNTED_WALKS.find((walk) => walk >= Math.max(needed, records)) ??
    COUNTED_WALKS[COUNTED_WALKS.length - 1] ??
    records
  );
}

/** The same without words: of at most `most` public records that pass the filters. */
export async function tallyRecords(client: Sql, filters: RecordFilters, most: number, digits: number): Promise<Tally> {
  const values = given();
  const where = filterConditions(filters, values).map((condition) => condition.replace('s.', 'd.'));
  const hits = `newest as (select 0 as n), hit as materialized (
    select d.kind, d.matter, d.year, d.outcome, d.court, d.division from disclosure d
    where ${["d.state = 'published'", ...where].join(' and ')} limit ${most + 1})`;
  const tally = tallyOf(
    await client.unsafe<TallyRow[]>(tallySql(hits, digits), values.values, { prepare: true }),
    false,
  );
  return tally.total > most ? { ...tally, total: most, capped: true } : tally;
}
