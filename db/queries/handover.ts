import { and, asc, desc, eq, inArray, or } from 'drizzle-orm';
import { type CommitmentState, OWED_STATES } from '../../api/domain/commitment.ts';
import type { HandoverLine } from '../../api/domain/handover.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { commitment, handover, handoverItem } from '../schema/commitments.ts';
import type { CommitmentRow } from './commitments.ts';

export type HandoverRow = typeof handover.$inferSelect;
export type HandoverItemRow = typeof handoverItem.$inferSelect;

/** What bodies owe, or made and somebody owes: soonest first. */
export const owedCommitments = (tx: Db | Tx, bodies: string[]): Promise<CommitmentRow[]> =>
  tx
    .select()
    .from(commitment)
    .where(
      and(
        or(inArray(commitment.owedById, bodies), inArray(commitment.bodyId, bodies)),
        inArray(commitment.state, OWED_STATES as CommitmentState[]),
      ),
    )
    .orderBy(asc(commitment.nextDueOn), asc(commitment.madeOn), asc(commitment.id));

/**
 * Open cases that a list of handover holds. Of those about the bodies only what they were told of: an agreed settlement, a
 * decided determination, a question for an explanation, or a complainant who let them know. Those never show their number.
 * Of those that the bodies handle all are listed.
 */
export async function handoverCases(sql: Sql, bodies: string[], today: string): Promise<HandoverLine[]> {
  return sql<HandoverLine[]>`
    with mine as (
      select c.*, c.respondent_now_id = any(${bodies}::uuid[]) or c.respondent_id = any(${bodies}::uuid[]) as about
      from cases c
      where c.state in ('filed', 'accepted', 'waiting', 'answered') and c.screening = 'passed'
        and (c.handler_id = any(${bodies}::uuid[]) or c.respondent_now_id = any(${bodies}::uuid[])
          or c.respondent_id = any(${bodies}::uuid[]))
    )
    select case when c.about and c.kind in ('old_debt', 'arrears', 'promise') then 'debt' else 'case' end as kind,
      c.id as "subjectId", case when c.handler_id = any(${bodies}::uuid[]) then c.number else '' end as reference,
      c.kind as title, c.state, c.matter, case when c.about then c.amount::text end as amount,
      case when c.handler_id = any(${bodies}::uuid[]) then c.due_on::text end as "dueOn",
      c.handler_id = any(${bodies}::uuid[]) and coalesce(c.due_on < ${today}::date, false) as overdue
    from mine c
    where c.handler_id = any(${bodies}::uuid[]) or c.identity_to_respondent
      or exists (select from case_settlement s where s.case_id = c.id and s.state = 'agreed')
      or exists (select from case_determination d where d.case_id = c.id and d.approved)
      or exists (select from case_explanation e where e.case_id = c.id and e.body_id = any(${bodies}::uuid[]))
    union all
    select 'settlement', s.id, '', c.kind, s.state, c.matter,
      (select sum(i.amount)::text from case_instalment i where i.settlement_id = s.id and i.received is not true),
      (select min(i.due_on)::text from case_instalment i where i.settlement_id = s.id and i.received is not true),
      coalesce((select min(i.due_on) < ${today}::date from case_instalment i
        where i.settlement_id = s.id and i.paid_on is null), false)
    from case_settlement s join cases c on c.id = s.case_id
    where s.state = 'agreed' and (c.respondent_now_id = any(${bodies}::uuid[]) or c.respondent_id = any(${bodies}::uuid[]))
      and exists (select from case_instalment i where i.settlement_id = s.id and i.received is not true)
    order by 1, 8 nulls last, 2`;
}

export async function insertHandover(
  tx: Tx,
  row: typeof handover.$inferInsert,
  items: (typeof handoverItem.$inferInsert)[],
): Promise<void> {
  await tx.insert(handover).values(row);
  if (items.length > 0) await tx.insert(handoverItem).values(items);
}

export async function findHandover(tx: Db | Tx, id: string, { lock = false } = {}): Promise<HandoverRow | null> {
  const query = tx.select().from(handover).where(eq(handover.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

export const handoverItems = (tx: Db | Tx, id: string): Promise<HandoverItemRow[]> =>
  tx.select().from(handoverItem).where(eq(handoverItem.handoverId, id)).orderBy(asc(handoverItem.position));

export async function answerItem(
  tx: Tx,
  id: string,
  position: number,
  set: Pick<HandoverItemRow, 'state' | 'reason' | 'answeredBy' | 'answeredAt'>,
): Promise<void> {
  await tx
    .update(handoverItem)
    .set(set)
    .where(and(eq(handoverItem.handoverId, id), eq(handoverItem.position, position)));
}

export async function signHandoverRow(tx: Tx, id: string, signedBy: string, signedAt: Date): Promise<void> {
  await tx.update(handover).set({ signedBy, signedAt }).where(eq(handover.id, id));
}

/** Lists of some bodies, from either side, the newest first. */
export const handoversOf = (tx: Db | Tx, bodies: string[], limit: number): Promise<HandoverRow[]> =>
  tx
    .select()
    .from(handover)
    .where(or(inArray(handover.bodyId, bodies), inArray(handover.incomingId, bodies)))
    .orderBy(desc(handover.madeAt), desc(handover.id))
    .limit(limit);
