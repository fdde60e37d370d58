import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { type CommitmentRow, type MilestoneRow, milestonesOf } from '../../../db/queries/commitments.ts';
import { insertPayment, paymentsOf, setMilestoneDone } from '../../../db/queries/payments.ts';
import { DomainError } from '../../domain/errors.ts';
import { fen, readSchedule } from '../../domain/payment-schedule.ts';
import { payablesOf } from './schedule.ts';

/** Milestones are done on the day on which their money was paid, and open again where it was taken back. */
export async function followMoney(tx: Tx, row: CommitmentRow, today: string): Promise<void> {
  const milestones = await milestonesOf(tx, row.id);
  const payables = payablesOf(row, milestones);
  const { lines } = readSchedule(payables, await paymentsOf(tx, row.id), today);
  // Both are in the order of due dates; equal dates keep the order of the milestones.
  const sorted = [...payables].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  for (const [i, { milestoneId }] of sorted.entries()) {
    const paidOn = lines[i]?.paidOn ?? null;
    const milestone = milestones.find((one) => one.id === milestoneId);
    if (milestone && milestone.doneOn !== paidOn) await setMilestoneDone(tx, milestone.id, paidOn);
  }
}

/**
 * A milestone that is money is reached by paying it: who reports it as reached has said that what was open of it was paid on that
 * day. The oldest debt comes first, so an earlier one that is open must be paid before. @throws DomainError request.invalid
 */
export async function payMilestone(
  tx: Tx,
  row: CommitmentRow,
  milestone: MilestoneRow,
  paid: { on: string; words: string; by: string; now: Date; today: string },
): Promise<void> {
  const payables = payablesOf(row, await milestonesOf(tx, row.id)).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const { lines } = readSchedule(payables, await paymentsOf(tx, row.id), paid.today);
  const place = payables.findIndex((one) => one.milestoneId === milestone.id);
  if (lines.slice(0, place).some((line) => fen(line.open) > 0n)) {
    throw new DomainError('request.invalid', { fields: [{ path: 'milestone', code: 'earlier_open' }] });
  }
  await insertPayment(tx, {
    id: randomUUID(),
    commitmentId: row.id,
    paidOn: paid.on,
    amount: lines[place]?.open ?? milestone.amount ?? '0',
    voucher: paid.words.slice(0, 80),
    writtenBy: paid.by,
    bodyId: row.owedById,
    writtenAt: paid.now,
  });
  await followMoney(tx, row, paid.today);
}
