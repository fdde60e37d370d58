import { sql as raw } from 'drizzle-orm';
import type { Sql, Tx } from '../client.ts';
import type { StoredFigure } from './integrity.ts';

const within = (sql: Sql, column: ReturnType<Sql>, code: string) =>
  sql`${column} ~>=~ ${code}::text and ${column} ~<~ (${code}::text || ':')`;
const inMonth = (sql: Sql, column: ReturnType<Sql>, month: string) => sql`
  ${column} >= ${month}::date::timestamp at time zone 'Asia/Shanghai'
  and ${column} < (${month}::date + interval '1 month')::timestamp at time zone 'Asia/Shanghai'`;

/** Records that became public in the month and are, by kind; and breaches that were repaired in it. */
export async function recordsOfMonth(sql: Sql, division: string, month: string) {
  const [kinds, [ended]] = await Promise.all([
    sql<{ kind: string; count: number }[]>`
      select kind, count(*)::int as count from disclosure d
      where state = 'published' and ${within(sql, sql`d.division`, division)} and ${inMonth(sql, sql`d.published_at`, month)}
      group by kind order by kind`,
    sql<{ repaired: number }[]>`
      select count(*)::int as repaired from disclosure d
      where state = 'repaired' and ${within(sql, sql`d.division`, division)} and ${inMonth(sql, sql`d.ended_at`, month)}`,
  ]);
  return { kinds: [...kinds], repaired: ended?.repaired ?? 0 };
}

/** Orders of superiors about cases of a place that were given in the month, and what has come of them since. */
export async function ordersOfMonth(sql: Sql, division: string, month: string) {
  const [row] = await sql<{ issued: number; reported: number; closed: number; late: number }[]>`
    select count(*)::int as issued, count(*) filter (where o.state = 'reported')::int as reported,
      count(*) filter (where o.state = 'closed')::int as closed,
      count(*) filter (where o.state = 'open' and o.due_on < (now() at time zone 'Asia/Shanghai')::date)::int as late
    from case_order o join cases c on c.id = o.case_id
    where ${within(sql, sql`c.division`, division)} and ${inMonth(sql, sql`o.issued_at`, month)}`;
  return row ?? { issued: 0, reported: 0, closed: 0, late: 0 };
}

/** Public commitments of a place: published, honoured and broken in the month, and overdue when the report is made. */
export async function commitmentsOfMonth(sql: Sql, division: string, month: string) {
  const [row] = await sql<{ published: number; honoured: number; broken: number; overdue: number }[]>`
    select count(*) filter (where ${inMonth(sql, sql`published_at`, month)})::int as published,
      count(*) filter (where state = 'honoured' and ${inMonth(sql, sql`ended_at`, month)})::int as honoured,
      count(*) filter (where state = 'broken' and ${inMonth(sql, sql`ended_at`, month)})::int as broken,
      count(*) filter (where state in ('published', 'in_progress', 'changed', 'partly')
        and next_due_on < (now() at time zone 'Asia/Shanghai')::date)::int as overdue
    from commitment k where published_at is not null and ${within(sql, sql`k.division`, division)}`;
  return row ?? { published: 0, honoured: 0, broken: 0, overdue: 0 };
}

/** Figures of the integrity monitor of one month. */
export const figuresOfMonth = (sql: Sql, codes: readonly string[], month: string) =>
  sql<StoredFigure[]>`
    select f.kind, f.subject, f.division, f.month::text as month, f.version, f.weights_id as "weightsId", f.inputs, f.score, f.low,
      f.high, f.ranked, f.counted_at as "countedAt"
    from integrity_figure f
    where f.kind = 'place' and f.subject = any(${[...codes]}::text[]) and f.month = ${month}::date`;

export interface ReportRow {
  id: string;
  division: string;
  month: string; // 2026-10-01
  edition: number;
  sha256: string; // hex
  bodyId: string | null;
  generatedBy: string;
  generatedAt: Date;
  publishedAt: Date | null;
}
const COLUMNS = (sql: Sql) => sql`id, division, month::text as month, edition, encode(sha256, 'hex') as sha256,
  body_id as "bodyId", generated_by as "generatedBy", generated_at as "generatedAt", published_at as "publishedAt"`;

export async function insertReport(
  tx: Tx,
  row: Pick<ReportRow, 'id' | 'division' | 'month' | 'bodyId' | 'generatedBy'> & {
    document: string;
    hash: Buffer;
    at: Date;
  },
): Promise<void> {
  await tx.execute(raw`
    insert into monthly_report (id, division, month, edition, document, sha256, body_id, generated_by, generated_at)
    select ${row.id}, ${row.division}, ${row.month}::date, coalesce(max(edition), 0) + 1, ${row.document}, ${row.hash},
      ${row.bodyId}::uuid, ${row.generatedBy}, ${row.at.toISOString()}
    from monthly_report where division = ${row.division} and month = ${row.month}::date`);
}
/** @returns false where it is public already */
export async function publishReport(tx: Tx, id: string, by: string, at: Date): Promise<boolean> {
  const rows = await tx.execute(raw`
    update monthly_report set published_by = ${by}, published_at = ${at.toISOString()}
    where id = ${id} and published_at is null returning id`);
  return rows.length > 0;
}
export async function reportById(sql: Sql, id: string): Promise<(ReportRow & { document: string }) | null> {
  const [row] = await sql<(ReportRow & { document: string })[]>`
    select ${COLUMNS(sql)}, document from monthly_report where id = ${id}`;
  return row ?? null;
}
export const reportsOf = (sql: Sql, divisions: readonly string[], limit: number) =>
  sql<ReportRow[]>`
    select ${COLUMNS(sql)} from monthly_report where division = any(${[...divisions]}::text[])
    order by month desc, division, edition desc limit ${limit}`;
/** Months of a place that have a public report; of several editions the newest. */
export const publicReports = (sql: Sql, division: string, limit: number) =>
  sql<ReportRow[]>`
    select distinct on (month) ${COLUMNS(sql)} from monthly_report
    where division = ${division} and published_at is not null order by month desc, edition desc limit ${limit}`;
export async function publicReportOf(
  sql: Sql,
  division: string,
  month: string,
): Promise<(ReportRow & { document: string }) | null> {
  const [row] = await sql<(ReportRow & { document: string })[]>`
    select ${COLUMNS(sql)}, document from monthly_report
    where division = ${division} and month = ${month}::date and published_at is not null order by edition desc limit 1`;
  return row ?? null;
}

/** How the bodies below stand: what is late, what was ordered about it, and what came of it. */
export interface BodyStanding {
  bodyId: string;
  /** Open and past their date; the longest in days. */
  overdue: number;
  longest: number;
  ordered: number;
  orderLate: number;
  orderReported: number;
  orderClosed: number;
  /** Of the cases that were ordered: closed since, and of these solved by the complainant's word. */
  caseClosed: number;
  caseSolved: number;
}
export const bodyStandings = (sql: Sql, bodies: readonly string[]) =>
  sql<BodyStanding[]>`
    with today as (select (now() at time zone 'Asia/Shanghai')::date as day),
    late as (
      select c.handler_id, count(*)::int as overdue, max(today.day - c.due_on)::int as longest
      from cases c cross join today
      where c.handler_id = any(${bodies as string[]}::uuid[]) and c.state in ('filed', 'accepted') and c.due_on < today.day
      group by 1
    ),
    ordered as (
      select c.handler_id, count(*)::int as ordered,
        count(*) filter (where o.state = 'open' and o.due_on < today.day)::int as "orderLate",
        count(*) filter (where o.state = 'reported')::int as "orderReported",
        count(*) filter (where o.state = 'closed')::int as "orderClosed",
        count(distinct c.id) filter (where c.closed_at is not null)::int as "caseClosed",
        count(distinct c.id) filter (where c.closed_at is not null and c.verdict = 'solved')::int as "caseSolved"
      from case_order o join cases c on c.id = o.case_id cross join today
      where c.handler_id = any(${bodies as string[]}::uuid[]) and o.issued_at > now() - interval '12 months'
      group by 1
    )
    select coalesce(l.handler_id, o.handler_id) as "bodyId", coalesce(l.overdue, 0) as overdue, coalesce(l.longest, 0) as longest,
      coalesce(o.ordered, 0) as ordered, coalesce(o."orderLate", 0) as "orderLate", coalesce(o."orderReported", 0) as "orderReported",
      coalesce(o."orderClosed", 0) as "orderClosed", coalesce(o."caseClosed", 0) as "caseClosed", coalesce(o."caseSolved", 0) as "caseSolved"
    from late l full join ordered o on o.handler_id = l.handler_id
    order by overdue desc, ordered desc, 1 limit 200`;
