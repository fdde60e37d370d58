import { and, eq, ne } from 'drizzle-orm';
import type { CaseKind, CaseState } from '../../api/domain/case.ts';
import type { ClockUnit } from '../../api/domain/deadline.ts';
import type { OrderState } from '../../api/domain/supervision.ts';
import type { Sql, Tx } from '../client.ts';
import { caseOrder, caseOrderEntry, supervisionNotice, supervisionNoticeCase } from '../schema/resolution.ts';

export async function insertOrder(tx: Tx, row: typeof caseOrder.$inferInsert): Promise<void> {
  await tx.insert(caseOrder).values(row);
}

export async function insertOrderEntry(tx: Tx, row: typeof caseOrderEntry.$inferInsert): Promise<void> {
  await tx.insert(caseOrderEntry).values(row);
}

/** The order that runs in a case; there is at most one. */
export async function runningOrder(tx: Tx, caseId: string): Promise<typeof caseOrder.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(caseOrder)
    .where(and(eq(caseOrder.caseId, caseId), ne(caseOrder.state, 'closed')));
  return row ?? null;
}

export async function changeOrder(tx: Tx, id: string, set: Partial<typeof caseOrder.$inferInsert>): Promise<void> {
  await tx.update(caseOrder).set(set).where(eq(caseOrder.id, id));
}

export async function insertSupervisionNotice(
  tx: Tx,
  row: typeof supervisionNotice.$inferInsert,
  caseIds: readonly string[],
): Promise<void> {
  await tx.insert(supervisionNotice).values(row);
  await tx.insert(supervisionNoticeCase).values(caseIds.map((caseId) => ({ noticeId: row.id, caseId })));
}

export interface SupervisedCase {
  id: string;
  number: string;
  kind: CaseKind;
  state: CaseState;
  handlerId: string;
  respondentId: string;
  dueOn: string | null;
  unit: ClockUnit | null;
  order: OrderState | null;
  orderDue: string | null;
}

/** Cases of these bodies that are overdue or due by `soon`, the latest first. */
export async function pressingCases(
  sql: Sql,
  bodies: readonly string[],
  soon: string,
  limit: number,
): Promise<SupervisedCase[]> {
  return sql<SupervisedCase[]>`
    select c.id, c.number, c.kind, c.state, c.handler_id as "handlerId", c.respondent_now_id as "respondentId",
      c.due_on::text as "dueOn", k.unit, o.state as "order", o.due_on::text as "orderDue"
    from cases c
    left join case_order o on o.case_id = c.id and o.state <> 'closed'
    left join lateral (select unit from case_clock k where k.case_id = c.id and k.due_on = c.due_on and k.ended_on is null
      limit 1) k on true
    where c.handler_id = any (${bodies as string[]}::uuid[]) and c.state in ('filed', 'accepted', 'waiting')
      and c.due_on <= ${soon}
    order by c.due_on, c.id limit ${limit}`;
}

export interface OrderRow {
  number: string;
  kind: CaseKind;
  handlerId: string | null;
  byBodyId: string;
  state: OrderState;
  dueOn: string;
  issuedAt: Date;
  pressed: number;
}

/** Orders about cases of these bodies: those that run, by date, then the newest that are closed. */
export async function ordersOf(sql: Sql, bodies: readonly string[], limit: number): Promise<OrderRow[]> {
  return sql<OrderRow[]>`
    select c.number, c.kind, c.handler_id as "handlerId", o.body_id as "byBodyId", o.state, o.due_on::text as "dueOn",
      o.issued_at as "issuedAt",
      (select count(*)::int from case_order_entry e where e.order_id = o.id and e.kind = 'pressed') as pressed
    from case_order o join cases c on c.id = o.case_id
    where c.handler_id = any (${bodies as string[]}::uuid[])
    order by o.state = 'closed', case when o.state = 'closed' then null else o.due_on end, o.issued_at desc
    limit ${limit}`;
}

export interface SupervisionNoticeRow {
  id: string;
  byBodyId: string;
  bodyId: string;
  title: string;
  words: string;
  issuedAt: Date;
  cases: number;
}

/** Notices that concern one of these bodies or were issued by one of them. */
export async function supervisionNotices(
  sql: Sql,
  bodies: readonly string[],
  limit: number,
): Promise<SupervisionNoticeRow[]> {
  return sql<SupervisionNoticeRow[]>`
    select n.id, n.by_body_id as "byBodyId", n.body_id as "bodyId", n.title, n.words, n.issued_at as "issuedAt",
      (select count(*)::int from supervision_notice_case x where x.notice_id = n.id) as cases
    from supervision_notice n
    where n.body_id = any (${bodies as string[]}::uuid[]) or n.by_body_id = any (${bodies as string[]}::uuid[])
    order by n.issued_at desc limit ${limit}`;
}
