import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { OWED_STATES } from '../../api/domain/commitment.ts';
import type { Db, Tx } from '../client.ts';
import { commitment, commitmentMilestone } from '../schema/commitments.ts';
import { commitmentPayment, pppStage } from '../schema/payments.ts';
import type { CommitmentRow, MilestoneRow } from './commitments.ts';

export type PaymentRow = typeof commitmentPayment.$inferSelect;
export type StageRow = typeof pppStage.$inferSelect;

/** Oldest first; what took one back stands beside it. */
export const paymentsOf = (tx: Db | Tx, commitmentId: string): Promise<PaymentRow[]> =>
  tx
    .select()
    .from(commitmentPayment)
    .where(eq(commitmentPayment.commitmentId, commitmentId))
    .orderBy(asc(commitmentPayment.paidOn), asc(commitmentPayment.writtenAt), asc(commitmentPayment.id));

export async function insertPayment(tx: Tx, row: typeof commitmentPayment.$inferInsert): Promise<void> {
  await tx.insert(commitmentPayment).values(row);
}

/** A milestone is done on the day on which it was paid, and open again where the payment was taken back. */
export async function setMilestoneDone(tx: Tx, id: string, doneOn: string | null): Promise<void> {
  await tx.update(commitmentMilestone).set({ doneOn }).where(eq(commitmentMilestone.id, id));
}

/** In the order of the stages. */
export const stagesOf = (tx: Db | Tx, commitmentId: string): Promise<StageRow[]> =>
  tx
    .select()
    .from(pppStage)
    .where(eq(pppStage.commitmentId, commitmentId))
    .orderBy(asc(pppStage.enteredOn), asc(pppStage.writtenAt));

export async function insertStage(tx: Tx, row: typeof pppStage.$inferInsert): Promise<void> {
  await tx.insert(pppStage).values(row);
}

/** Contracts and promised payments of bodies that are public, with their milestones and payments: three statements. */
export async function payableCommitments(
  tx: Db | Tx,
  bodies: string[],
): Promise<{ row: CommitmentRow; milestones: MilestoneRow[]; payments: PaymentRow[] }[]> {
  const rows = await tx
    .select()
    .from(commitment)
    .where(
      and(
        inArray(commitment.owedById, bodies),
        inArray(commitment.kind, ['contract', 'payment']),
        inArray(commitment.state, [...OWED_STATES, 'honoured', 'broken']),
      ),
    )
    .orderBy(desc(commitment.madeOn), desc(commitment.id));
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [milestones, payments] = await Promise.all([
    tx
      .select()
      .from(commitmentMilestone)
      .where(inArray(commitmentMilestone.commitmentId, ids))
      .orderBy(asc(commitmentMilestone.position)),
    tx.select().from(commitmentPayment).where(inArray(commitmentPayment.commitmentId, ids)),
  ]);
  const parts = Map.groupBy(milestones, (one) => one.commitmentId);
  const paid = Map.groupBy(payments, (one) => one.commitmentId);
  return rows.map((row) => ({ row, milestones: parts.get(row.id) ?? [], payments: paid.get(row.id) ?? [] }));
}

/** Bodies that owe money by a public contract, for the yearly report. */
export async function payingBodies(tx: Db | Tx): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: commitment.owedById })
    .from(commitment)
    .where(
      and(
        inArray(commitment.kind, ['contract', 'payment']),
        inArray(commitment.state, [...OWED_STATES, 'honoured', 'broken']),
        or(isNull(commitment.settledOn), sql`${commitment.settledOn} >= current_date - 550`),
      ),
    );
  return rows.map((row) => row.id);
}
