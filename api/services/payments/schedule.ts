import type { Tx } from '../../../db/client.ts';
import type { CommitmentRow, MilestoneRow } from '../../../db/queries/commitments.ts';
import { type PaymentRow, paymentsOf } from '../../../db/queries/payments.ts';
import { type Payable, readSchedule, type Schedule } from '../../domain/payment-schedule.ts';
import type { Ctx } from '../context.ts';

type Facts = Pick<CommitmentRow, 'title' | 'dueKind' | 'dueOn' | 'amount'>;

/** What falls due by a commitment in money: its milestones with an amount, or the whole on its date. */
export function payablesOf(
  row: Facts,
  milestones: readonly MilestoneRow[],
): (Payable & { milestoneId: string | null })[] {
  if (row.dueKind === 'milestones')
    return milestones.flatMap(({ id, title, dueOn, amount }) =>
      amount ? [{ milestoneId: id, title, dueOn, amount }] : [],
    );
  return row.dueKind === 'date' && row.dueOn && row.amount
    ? [{ milestoneId: null, title: row.title, dueOn: row.dueOn, amount: row.amount }]
    : [];
}

export const scheduleOf = (
  row: Facts,
  milestones: readonly MilestoneRow[],
  payments: readonly PaymentRow[],
  today: string,
): Schedule => readSchedule(payablesOf(row, milestones), payments, today);

/**
 * The day on which everything was paid, for the row: null while something is open, where no money is promised, or where a
 * milestone that is no money waits.
 */
export async function settledDay(
  tx: Tx | Ctx['db'],
  id: string,
  facts: Facts,
  milestones: readonly MilestoneRow[],
  today: string,
): Promise<string | null> {
  if (milestones.some((one) => !one.amount && !one.doneOn)) return null;
  return scheduleOf(facts, milestones, await paymentsOf(tx, id), today).settledOn;
}

/** What everybody sees of the money: the schedule, and each entry; one that was taken back stays in sight. */
export interface PaymentsView {
  schedule: Schedule;
  entries: { paidOn: string; amount: string; takenBack: boolean }[];
}
/** Null where no money is promised. */
export function paymentsView(
  row: Facts,
  milestones: readonly MilestoneRow[],
  payments: readonly PaymentRow[],
  today: string,
): PaymentsView | null {
  const schedule = scheduleOf(row, milestones, payments, today);
  if (schedule.lines.length === 0) return null;
  const back = new Set(payments.map((one) => one.takesBackId));
  const entries = payments
    .filter((one) => !one.takesBackId)
    .map(({ id, paidOn, amount }) => ({ paidOn, amount, takenBack: back.has(id) }));
  return { schedule, entries };
}
