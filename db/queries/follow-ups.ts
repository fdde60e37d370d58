import { and, eq, isNull, sql } from 'drizzle-orm';
import { WINDOW_STEPS } from '../../api/domain/deadline.ts';
import { type FollowUpKind, MOVES_CASE } from '../../api/domain/follow-up.ts';
import type { Tx } from '../client.ts';
import { caseFollowUp } from '../schema/cases.ts';

export type NewFollowUp = Omit<typeof caseFollowUp.$inferInsert, 'endedOn' | 'cancelledOn' | 'createdAt' | 'warned'>;

/** A second plan for the same subject moves its date (unless it is done): a retry changes nothing. @returns its id */
export async function putFollowUp(tx: Tx, row: NewFollowUp): Promise<string | null> {
  const [put] = await tx
    .insert(caseFollowUp)
    .values(row)
    .onConflictDoUpdate({
      target: [caseFollowUp.kind, caseFollowUp.subjectId],
      set: {
        dueOn: row.dueOn,
        basis: row.basis,
        basisEn: row.basisEn ?? null,
        certainty: row.certainty,
        forBodyId: row.forBodyId ?? null,
        cancelledOn: null,
      },
      setWhere: isNull(caseFollowUp.endedOn),
    })
    .returning({ id: caseFollowUp.id });
  return put?.id ?? null;
}

const open = (kind: FollowUpKind, subjectId: string) =>
  and(
    eq(caseFollowUp.kind, kind),
    eq(caseFollowUp.subjectId, subjectId),
    isNull(caseFollowUp.endedOn),
    isNull(caseFollowUp.cancelledOn),
  );

/** @returns the case, or null where nothing of it was open */
export async function endFollowUp(
  tx: Tx,
  kind: FollowUpKind,
  subjectId: string,
  set: { endedOn: string } | { cancelledOn: string },
): Promise<string | null> {
  const [row] = await tx
    .update(caseFollowUp)
    .set(set)
    .where(open(kind, subjectId))
    .returning({ caseId: caseFollowUp.caseId });
  return row?.caseId ?? null;
}

/** Takes back that it was done. */
export async function reopenFollowUp(tx: Tx, kind: FollowUpKind, subjectId: string): Promise<string | null> {
  const [row] = await tx
    .update(caseFollowUp)
    .set({ endedOn: null, cancelledOn: null })
    .where(and(eq(caseFollowUp.kind, kind), eq(caseFollowUp.subjectId, subjectId)))
    .returning({ caseId: caseFollowUp.caseId });
  return row?.caseId ?? null;
}

/**
 * The date by which lists sort: the earliest of the running clocks and of the follow-ups that the handling body must see
 * done (MOVES_CASE). Overdue itself is always derived from it.
 */
export async function refreshDue(tx: Tx, caseId: string): Promise<void> {
  await tx.execute(sql`
    update cases set due_on = least(
      (select min(due_on) from case_clock where case_id = ${caseId} and ended_on is null
        and step not in ${WINDOW_STEPS}),
      (select min(due_on) from case_follow_up where case_id = ${caseId} and ended_on is null and cancelled_on is null
        and kind in ${MOVES_CASE}))
    where id = ${caseId}`);
}
