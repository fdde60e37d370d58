import { eq, sql } from 'drizzle-orm';
import type { Db, Sql, Tx } from '../client.ts';
import { disclosureSearch } from '../schema/disclosures.ts';
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

export async function removeSearchRow(tx: Tx | Db, id: string): Promise<void> {
  await tx.delete(disclosureSearch).where(eq(disclosureSearch.disclosureId, id));
}

export interface SearchQuestion {
  /** Text form of a tsquery over terms and filter lexemes. */
  tsquery: string;
  /** Phrases to recheck on the folded text; each also holds where the record is of one of `bodies`. */
  recheck: { pattern: string; bodies: string[] }[];
  after: { sortOn: string; id: string } | null;
  limit: number;
  /** Newest decision first, or newest publication (feeds). */
  order?: Order;
}
type Order = 'decided' | 'published';

/** Columns of `disclosure` as the drizzle row has them, for the raw queries below. */
const COLUMNS = `d.id, d.kind, d.state, d.version, d.natural_key as "naturalKey", d.body_id as "bodyId",
  d.body_name as "bodyName", d.division, d.matter, d.title, d.case_number as "caseNumber", d.court,
  d.court_division as "courtDivision", d.document_number as "documentNumber", d.deciding_body as "decidingBody",
  d.decided_on as "decidedOn", d.year, d.outcome, d.conduct, d.count, d.amount, d.summary,
  d.required_action as "requiredAction", d.performed, d.performed_on as "performedOn", d.source,
  d.publication_class as "publicationClass", d.publish_until as "publishUntil", d.objection_flag as "objectionFlag",
  d.withdraw_reason as "withdrawReason", d.publisher_id as "publisherId", d.case_id as "caseId",
  d.batch_id as "batchId", d.created_by as "createdBy", d.created_at as "createdAt",
  d.submitted_by as "submittedBy", d.approved_by as "approvedBy", d.published_at as "publishedAt",
  d.ended_at as "endedAt", d.sort_on as "sortOn"`;

/** Matches are counted and sorted up to this number; beyond it the count says "more than". */
export const COUNTED_MATCHES = 3_000;
/** How many of the newest records are walked for a term that stands in more. */
const WALKED = 30_000;

type Value = string | string[] | number;

/** `and …` of a question over disclosure_search, with its parameters. */
function matching(question: SearchQuestion): {
  where: string;
  values: Value[];
  arg(value: Value, type: string): string;
} {
  const values: Value[] = [question.tsquery];
  const arg = (value: Value, type: string) => `$${values.push(value)}::${type}`;
  const recheck = question.recheck.map(({ pattern, bodies }) => {
    const like = `text like ${arg(pattern, 'text')}`;
    return bodies.length === 0 ? `and ${like}` : `and (${like} or body_id = any(${arg(bodies, 'uuid[]')}))`;
  });
  return { where: `terms @@ $1::tsquery ${recheck.join(' ')}`, values, arg };
}

/**
 * Public records that match, newest first. Up to COUNTED_MATCHES the index gives all ids, which are materialised and
 * sorted (otherwise the planner walks the primary key). A term that stands in more is found quickly by walking the
 * newest records; only where it hides in the old ones are all its ids taken.
 */
export async function searchRecords(
  client: Sql,
  question: SearchQuestion,
): Promise<{ rows: DisclosureRow[]; total: number }> {
  const patterns = question.recheck.filter((r) => r.bodies.length === 0).map((r) => r.pattern);
  const [counted] = await client<{ n: number }[]>`
    select count_disclosure_matches(${question.tsquery}::tsquery, ${patterns}::text[], ${COUNTED_MATCHES + 1}) as n`;
  if ((counted?.n ?? 0) > COUNTED_MATCHES && question.order !== 'published') {
    const rows = await fromNewest(client, question);
    if (rows) return { rows, total: COUNTED_MATCHES + 1 };
  }
  return fromMatches(client, question);
}

/** All matching ids, sorted; the total is exact. */
async function fromMatches(client: Sql, question: SearchQuestion) {
  const { where, values, arg } = matching(question);
  const after = question.after
    ? `where (sort_on, disclosure_id) < (${arg(question.after.sortOn, 'date')}, ${arg(question.after.id, 'uuid')})`
    : '';
  const newest = question.order === 'published';
  const found = await client.unsafe<(DisclosureRow & { total: number })[]>(
    `with hit as materialized (
       select disclosure_id, sort_on from disclosure_search where ${where}
     ), page as materialized (
       ${newest ? 'select disclosure_id from hit join disclosure d on d.id = disclosure_id' : `select disclosure_id from hit ${after}`}
       order by ${newest ? 'd.published_at desc' : 'sort_on desc'}, disclosure_id desc
       limit ${arg(question.limit, 'int')}
     )
     select ${COLUMNS}, (select count(*)::int from hit) as total
     from page join disclosure d on d.id = page.disclosure_id
     where d.state = 'published' order by ${newest ? 'd.published_at' : 'd.sort_on'} desc, d.id desc`,
    values,
    { prepare: true },
  );
  return { rows: found, total: found[0]?.total ?? 0 };
}

/** The page from the newest records alone; null where they do not hold enough of it. */
async function fromNewest(client: Sql, question: SearchQuestion): Promise<DisclosureRow[] | null> {
  const { where, values, arg } = matching(question);
  const after = question.after
    ? `where (sort_on, disclosure_id) < (${arg(question.after.sortOn, 'date')}, ${arg(question.after.id, 'uuid')})`
    : '';
  const rows = await client.unsafe<DisclosureRow[]>(
    `with page as materialized (
       select disclosure_id from (
         select disclosure_id, body_id, text, terms from disclosure_search ${after}
         order by sort_on desc, disclosure_id desc limit ${arg(WALKED, 'int')}
       ) newest where ${where} limit ${arg(question.limit, 'int')}
     )
     select ${COLUMNS} from page join disclosure d on d.id = page.disclosure_id and d.state = 'published'
     order by d.sort_on desc, d.id desc`,
    values,
    { prepare: true },
  );
  return rows.length === question.limit ? rows : null;
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
