import { getTableColumns, sql } from 'drizzle-orm';
import type { Db, Sql, Tx } from '../client.ts';
import { disclosure, disclosureSearch } from '../schema/disclosures.ts';
import type { DisclosureRow } from './disclosures.ts';

export interface SearchRow {
  disclosureId: string;
  sortOn: string;
  bodyId: string | null;
  text: string;
  terms: string[];
}

export async function putSearchRow(tx: Tx | Db, row: SearchRow): Promise<void> {
  const terms = sql`array_to_tsvector(${sql.param(row.terms)}::text[])`;
  const values = { sortOn: row.sortOn, bodyId: row.bodyId, text: row.text, terms };
  await tx
    .insert(disclosureSearch)
    .values({ disclosureId: row.disclosureId, ...values })
    .onConflictDoUpdate({ target: disclosureSearch.disclosureId, set: values });
}

/** Where there was a row, the record has just left publication: the files of open data hear of it in the same breath. */
export async function removeSearchRow(tx: Tx | Db, id: string): Promise<void> {
  await tx.execute(sql`
    with gone as (delete from disclosure_search where disclosure_id = ${id} returning disclosure_id)
    insert into open_data_ending (disclosure_id) select disclosure_id from gone
    on conflict (disclosure_id) do update set at = now(), left_out_by = null`);
}

export interface SearchQuestion {
  /** Text form of a tsquery over terms and filter lexemes. */
  tsquery: string;
  /** The phrases to be found in the folded text; each also holds where the record is of one of `bodies`. */
  phrases: { text: string; bodies: string[]; exact: boolean }[];
  /** The phrases alone say what matches: there are no filters, and no single characters. */
  textual: boolean;
  after: { sortOn: string; id: string } | null;
  limit: number;
  /** Newest decision first, or newest publication (feeds). */
  order?: Order;
}
type Order = 'decided' | 'published';

/** Columns of `disclosure` as the drizzle row has them, for the raw queries below. */
const COLUMNS = Object.entries(getTableColumns(disclosure))
  .map(([key, column]) => `d.${column.name} as "${key}"`)
  .join(', ');

/** How many of the newest records are looked through before the index is asked. */
const WALKED = 2_000;

type Value = string | string[] | number;
interface Parameters {
  values: Value[];
  arg(value: Value, type: string): string;
}
function parameters(): Parameters {
  const values: Value[] = [];
  return { values, arg: (value, type) => `$${values.push(value)}::${type}` };
}

const rechecks = (phrases: SearchQuestion['phrases'], { arg }: Parameters): string[] =>
  phrases.map((phrase) => {
    // Says the same as text like '%…%' in less than half its time: strpos compares bytes, LIKE steps by characters.
    const found = `strpos(text, ${arg(phrase.text, 'text')}) > 0`;
    return phrase.bodies.length === 0 ? found : `(${found} or body_id = any(${arg(phrase.bodies, 'uuid[]')}))`;
  });
const beyond = (after: SearchQuestion['after'], { arg }: Parameters): string =>
  after ? `where (sort_on, disclosure_id) < (${arg(after.sortOn, 'date')}, ${arg(after.id, 'uuid')})` : '';

export interface Found {
  rows: DisclosureRow[];
  total: number;
  /** There are more than `total`. */
  capped: boolean;
}

/**
 * Public records that match, newest first. A common word fills the page from the newest records alone; the index would
 * have to give all its matches to be sorted. A rare one is asked of the index, and its count is exact.
 */
export async function searchRecords(client: Sql, question: SearchQuestion): Promise<Found> {
  if (question.order !== 'published') {
    const newest = await fromNewest(client, question);
    if (newest.rows.length === question.limit) return { ...newest, capped: true };
  }
  return { ...(await fromIndex(client, question)), capped: false };
}

/** Matches among the newest records. The text lies in the row, the terms beside it: the text is looked at first. */
async function fromNewest(client: Sql, question: SearchQuestion) {
  const given = parameters();
  const where = rechecks(question.phrases, given);
  if (!question.textual) where.push(`terms @@ ${given.arg(question.tsquery, 'tsquery')}`);
  return page(
    client,
    given,
    `select disclosure_id, sort_on from (
       select disclosure_id, sort_on, body_id, text, terms from disclosure_search ${beyond(question.after, given)}
       order by sort_on desc, disclosure_id desc limit ${given.arg(WALKED, 'int')}
     ) newest where ${where.join(' and ')}`,
    '',
    question,
  );
}

async function fromIndex(client: Sql, question: SearchQuestion) {
  const given = parameters();
  const where = [`terms @@ ${given.arg(question.tsquery, 'tsquery')}`];
  where.push(
    ...rechecks(
      question.phrases.filter((phrase) => !phrase.exact),
      given,
    ),
  );
  return page(
    client,
    given,
    `select disclosure_id, sort_on from disclosure_search where ${where.join(' and ')}`,
    beyond(question.after, given),
    question,
  );
}

/** One page of the hits with their number. The ids are materialised: otherwise the planner walks the primary key. */
async function page(client: Sql, given: Parameters, hits: string, after: string, question: SearchQuestion) {
  const newest = question.order === 'published';
  const found = await client.unsafe<(DisclosureRow & { total: number })[]>(
    `with hit as materialized (${hits}), page as materialized (
       ${newest ? 'select disclosure_id from hit join disclosure d on d.id = disclosure_id' : `select disclosure_id from hit ${after}`}
       order by ${newest ? 'd.published_at desc' : 'sort_on desc'}, disclosure_id desc
       limit ${given.arg(question.limit, 'int')}
     )
     select ${COLUMNS}, (select count(*)::int from hit) as total
     from page join disclosure d on d.id = page.disclosure_id
     where d.state = 'published' order by ${newest ? 'd.published_at' : 'd.sort_on'} desc, d.id desc`,
    given.values,
    { prepare: true },
  );
  return { rows: found as DisclosureRow[], total: found[0]?.total ?? 0 };
}

export interface ListQuestion {
  kind?: string | undefined;
  division?: string | undefined;
  matter?: string | undefined;
  year?: number | undefined;
  outcome?: string | undefined;
  bodies?: string[] | undefined;
  after: { sortOn: string; id: string } | null;
  limit: number;
  order?: Order;
}

function conditions(
  question: ListQuestion,
  arg: (value: string | string[] | number, type: string) => string,
): string[] {
  const found = [`d.state = 'published'`];
  if (question.kind) found.push(`d.kind = ${arg(question.kind, 'text')}`);
  if (question.division) found.push(`d.division like ${arg(`${question.division}%`, 'text')}`);
  if (question.matter) found.push(`d.matter = ${arg(question.matter, 'text')}`);
  if (question.year) found.push(`d.year = ${arg(question.year, 'int')}`);
  if (question.outcome) found.push(`d.outcome = ${arg(question.outcome, 'text')}`);
  if (question.bodies) found.push(`d.body_id = any(${arg(question.bodies, 'uuid[]')})`);
  return found;
}

/** Public records by filters alone, newest first; the partial indexes answer in order. */
export async function listRecords(client: Sql, question: ListQuestion): Promise<DisclosureRow[]> {
  const values: (string | string[] | number)[] = [];
  const arg = (value: string | string[] | number, type: string) => `$${values.push(value)}::${type}`;
  const where = conditions(question, arg);
  if (question.after) {
    where.push(`(d.sort_on, d.id) < (${arg(question.after.sortOn, 'date')}, ${arg(question.after.id, 'uuid')})`);
  }
  return client.unsafe<DisclosureRow[]>(
    `select ${COLUMNS} from disclosure d where ${where.join(' and ')}
     order by ${question.order === 'published' ? 'd.published_at' : 'd.sort_on'} desc, d.id desc limit ${arg(question.limit, 'int')}`,
    values,
    { prepare: true },
  );
}

/** How many match, counted no further than `most + 1`. */
export async function countRecords(client: Sql, question: ListQuestion, most: number): Promise<number> {
  const values: (string | string[] | number)[] = [];
  const arg = (value: string | string[] | number, type: string) => `$${values.push(value)}::${type}`;
  const where = conditions(question, arg);
  const [row] = await client.unsafe<{ n: number }[]>(
    `select count(*)::int as n from (
       select 1 from disclosure d where ${where.join(' and ')} limit ${arg(most + 1, 'int')}) c`,
    values,
    { prepare: true },
  );
  return row?.n ?? 0;
}

/** Changes with every change of what is public: count, versions and ids folded into one text. */
export async function publicState(client: Sql): Promise<string> {
  const [row] = await client<{ state: string }[]>`
    select count(*)::text || '.' || coalesce(bit_xor(hashtextextended(id::text || '.' || version::text, 0)), 0)::text as state
    from disclosure where state = 'published'`;
  return row?.state ?? '';
}

/** Addresses of public records with the day of their last change, newest publication first. */
export const publicAddresses = (client: Sql, most: number) =>
  client<{ id: string; changedAt: Date }[]>`
    select d.id, coalesce((select max(v.changed_at) from disclosure_version v where v.disclosure_id = d.id),
      d.published_at) as "changedAt"
    from disclosure d where d.state = 'published' order by d.published_at desc, d.id desc limit ${most}`;
