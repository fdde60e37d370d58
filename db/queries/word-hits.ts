import type { Sql } from '../client.ts';

/** SQL of what words and filters match: common table expressions that end in `hit`, by a walk or by the index of terms. */

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

type Value = string | string[] | number;
export interface Given {
  values: Value[];
  arg(value: Value, type: string): string;
}
export function given(): Given {
  const values: Value[] = [];
  return { values, arg: (value, type) => `$${values.push(value)}::${type}` };
}

export function filterConditions(filters: RecordFilters, { arg }: Given): string[] {
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
export const all = (conditions: readonly string[]) =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
export const beyond = (after: WordQuestion['after'], { arg }: Given): string[] =>
  after ? [`(s.sort_on, s.disclosure_id) < (${arg(after.sortOn, 'date')}, ${arg(after.id, 'uuid')})`] : [];

/** Common table expressions that end in `hit`, from the newest `walk` records. */
export function walkHits(question: WordQuestion, walk: number, values: Given): string {
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
export interface Part {
  year?: number | null;
  most?: number;
}

/** The same from the index of terms. Where the terms say all, no text is read. `newest`: how many the terms alone matched. */
export function indexHits(question: WordQuestion, part: Part, values: Given): string {
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

/**
 * Asks the index, never the table from end to end: the planner does not know that terms lie beside the rows and would read
 * a million of them for a common word.
 */
export async function indexed<T>(client: Sql, work: (client: Sql) => Promise<T>): Promise<T> {
  const answer = await client.begin('read only', async (tx) => {
    // Both are on their way at once, in this order.
    const [, made] = await Promise.all([tx.unsafe('set local enable_seqscan = off'), work(tx as unknown as Sql)]);
    return made;
  });
  return answer as T;
}
