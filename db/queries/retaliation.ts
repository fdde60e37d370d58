import { and, desc, eq, sql as raw } from 'drizzle-orm';
import type { Sql, Tx } from '../client.ts';
import { retaliationMessage, retaliationReport } from '../schema/groups.ts';

/**
 * Reports of retaliation. They have their own rows, their own chain of events (subject `report`) and their own notices: nothing
 * of a case that its handler sees mentions them, and nothing of the case changes by them.
 */
export interface ReportedHead {
  handlerId: string | null;
  watchingId: string | null;
  respondentId: string;
  respondentNowId: string;
  today: string;
}

export async function reportedCase(sql: Sql, caseId: string): Promise<ReportedHead | null> {
  const [row] = await sql<ReportedHead[]>`
    select handler_id as "handlerId", watching_id as "watchingId", respondent_id as "respondentId",
      respondent_now_id as "respondentNowId", (now() at time zone 'Asia/Shanghai')::date::text as today
    from cases where id = ${caseId}`;
  return row ?? null;
}

/** Holds the running report of a case about a body, so that its events follow one another. */
export async function heldReport(
  tx: Tx,
  by: { caseId: string; againstId: string } | { id: string },
): Promise<{ id: string; caseId: string; bodyId: string; now: Date } | null> {
  const [row] = await tx
    .select({
      id: retaliationReport.id,
      caseId: retaliationReport.caseId,
      bodyId: retaliationReport.bodyId,
      now: raw<Date>`now()`.mapWith(retaliationReport.createdAt),
    })
    .from(retaliationReport)
    .where(
      'id' in by
        ? eq(retaliationReport.id, by.id)
        : and(eq(retaliationReport.caseId, by.caseId), eq(retaliationReport.againstId, by.againstId)),
    )
    .orderBy(desc(retaliationReport.createdAt))
    .limit(1)
    .for('update');
  return row ?? null;
}

export async function openReport(
  tx: Tx,
  row: { id: string; caseId: string; againstId: string; bodyId: string },
): Promise<Date> {
  const [made] = await tx.insert(retaliationReport).values(row).returning({ at: retaliationReport.createdAt });
  return made?.at as Date;
}

export async function addReportMessage(tx: Tx, row: typeof retaliationMessage.$inferInsert): Promise<void> {
  await tx.insert(retaliationMessage).values(row);
  const answered = row.author === 'official' ? row.createdAt : null;
  await tx.update(retaliationReport).set({ answeredAt: answered }).where(eq(retaliationReport.id, row.reportId));
}

/** Running reports of a case that lie with a body: the case has come to it, and it must not read them any more. */
export async function reportsWith(
  tx: Tx,
  caseId: string,
  bodyId: string,
): Promise<{ id: string; againstId: string }[]> {
  return tx
    .select({ id: retaliationReport.id, againstId: retaliationReport.againstId })
    .from(retaliationReport)
    .where(and(eq(retaliationReport.caseId, caseId), eq(retaliationReport.bodyId, bodyId)));
}

export async function moveReport(tx: Tx, id: string, bodyId: string): Promise<void> {
  await tx.update(retaliationReport).set({ bodyId }).where(eq(retaliationReport.id, id));
}

export interface ReportMessageRow {
  id: string;
  reportId: string;
  bodyId: string;
  author: 'complainant' | 'official';
  sealed: Buffer;
  at: Date;
}

/** What was said in the reports of a case, for its complainant. */
export async function ownReportMessages(sql: Sql, caseId: string): Promise<ReportMessageRow[]> {
  return sql<ReportMessageRow[]>`
    select m.id, m.report_id as "reportId", r.body_id as "bodyId", m.author, m.sealed, m.created_at as at
    from retaliation_report r join retaliation_message m on m.report_id = r.id
    where r.case_id = ${caseId} order by m.created_at, m.id`;
}

export interface ReportRow {
  id: string;
  caseId: string;
  number: string;
  againstId: string;
  bodyId: string;
  respondentId: string;
  handlerId: string | null;
  createdAt: Date;
  answeredAt: Date | null;
  sortKey: string;
  keyId: string;
  keyVersion: number;
  wrapped: Buffer | null;
}

/**
 * Reports that lie with one of the bodies. `near`: bodies for which the reader holds a grant of any kind; what is about one of
 * them is not shown, nor what is about a case that has come to the body itself.
 */
export async function reportsFor(
  sql: Sql,
  query: {
    bodies: readonly string[];
    near: readonly string[];
    id?: string;
    after?: readonly [string, string] | null;
    limit: number;
  },
): Promise<ReportRow[]> {
  const { bodies, near, id, after, limit } = query;
  return sql<ReportRow[]>`
    select r.id, r.case_id as "caseId", c.number, r.against_id as "againstId", r.body_id as "bodyId",
      c.respondent_now_id as "respondentId", c.handler_id as "handlerId", r.created_at as "createdAt",
      r.answered_at as "answeredAt", k.id as "keyId", k.key_version as "keyVersion", k.wrapped,
      to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as "sortKey"
    from retaliation_report r join cases c on c.id = r.case_id join case_key k on k.case_id = c.id
    where r.body_id = any(${bodies as string[]}::uuid[]) and not (r.against_id = any(${near as string[]}::uuid[]))
      and c.handler_id is distinct from r.body_id
      ${id ? sql`and r.id = ${id}` : sql``}
      ${after ? sql`and (r.created_at, r.id) < (${after[0]}::timestamp at time zone 'UTC', ${after[1]}::uuid)` : sql``}
    order by r.created_at desc, r.id desc limit ${limit}`;
}

export async function reportMessages(sql: Sql, reportId: string): Promise<ReportMessageRow[]> {
  return sql<ReportMessageRow[]>`
    select m.id, m.report_id as "reportId", r.body_id as "bodyId", m.author, m.sealed, m.created_at as at
    from retaliation_message m join retaliation_report r on r.id = m.report_id
    where m.report_id = ${reportId} order by m.created_at, m.id`;
}
