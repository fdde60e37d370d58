import { getTableColumns } from 'drizzle-orm';
import type { Sql } from '../client.ts';
import { disclosure } from '../schema/disclosures.ts';
import type { DisclosureRow } from './disclosures.ts';

/**
 * Words in public records. A common word fills the page from the newest records alone; the index would have to give all its
 * matches to be sorted. A rare one is asked of the index, and its count is exact. Which it is, a first short walk tells.
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

export interface Found {
  rows: DisclosureRow[];
  total: number;
  /** There are more than `total`. */
  capped: boolean;
}

/** Columns of `disclosure` as the drizzle row has them. */
export const COLUMNS = Object.entries(getTableColumns(disclosure))
  .map(([key, column]) => `d.${column.name} as "${key}"`)
  .join(', ');

/** The newest records that are looked through first, and at most; steps, so that few statements are prepared. */
const FIRST_WALK = 400;
const WALKS = [1_000, 2_500, 5_000] as const;
/** What a record costs on the walk, and a hit in the index: microseconds, as measured at a million records. */
const COST = { walked: 2.5, hit: 0.8 };
/** What a word is counted in where it is too common to be counted whole. */
const COUNTED_WALK = 4_000;

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
  const newest = `from disclosure_text s ${all(beyond(question.after, values))}
    order by s.sort_on desc, s.disclosure_id desc limit ${walk}`;
  const where = [...filterConditions(question.filters, values), ...wordConditions(question, question.must, values)].map(
    (condition) => condition.replaceAll('s.court ', 's.court_name ').replaceAll('t.', 's.'),
  );
  return `newest as (select count(*)::int as n from (select 1 ${newest}) c), hit as materialized (
      select ${FACETS.replace('s.court', 's.court_name as court')} from (select * ${newest}) s ${all(where)})`;
}

/** The same from the index of terms. Where the terms say all, no text is read. */
function indexHits(question: WordQuestion, values: Given): string {
  const terms = `s.terms @@ ${values.arg(question.tsquery, 'tsquery')}`;
  const inexact = question.must.filter((word) => !word.exact);
  const words = wordConditions(question, inexact, values);
  return `newest as (select 0 as n), hit as materialized (
      select ${FACETS} from disclosure_search s ${words.length > 0 ? WITH_TEXT : ''} ${all([terms, ...words])})`;
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
  return page(client, walkHits(question, records, values), values, question, true);
}

async function fromIndex(client: Sql, question: WordQuestion): Promise<Found> {
  const values = given();
  const { rows, total } = await page(client, indexHits(question, values), values, question, false);
  return { rows, total, capped: false };
}

/** Public records that match, newest first. */
export async function searchWords(client: Sql, question: WordQuestion): Promise<Found> {
  if (question.order === 'published') return fromIndex(client, question);
  const first = await walk(client, question, FIRST_WALK);
  if (first.walked < FIRST_WALK) return { ...first, capped: false };
  if (first.rows.length === question.limit) return { ...first, capped: true };
  const share = Math.max(first.total, 0.5) / FIRST_WALK;
  const needed = (1.5 * question.limit) / share;
  const further = WALKS.find((records) => records >= needed);
  if (further && further * COST.walked < share * first.records * COST.hit) {
    const more = await walk(client, question, further);
    if (more.walked < further) return { ...more, capped: false };
    if (more.rows.length === question.limit) return { ...more, capped: true };
  }
  return fromIndex(client, question);
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

/** The matches by kind, matter, year, outcome, court and place. `capped`: what the search before it said. */
export async function tallyWords(client: Sql, question: WordQuestion, capped: boolean, digits: number): Promise<Tally> {
  const values = given();
  const hits = capped ? walkHits(question, COUNTED_WALK, values) : indexHits(question, values);
  const rows = await client.unsafe<TallyRow[]>(tallySql(hits, digits), values.values, { prepare: true });
  return tallyOf(rows, capped);
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
