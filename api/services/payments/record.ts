import { randomUUID } from 'node:crypto';
import { milestonesOf } from '../../../db/queries/commitments.ts';
import { insertPayment, paymentsOf } from '../../../db/queries/payments.ts';
import { parse } from '../../contracts/parse.ts';
import { CommitmentPayment, PaymentBack } from '../../contracts/payment.ts';
import { fen, readSchedule, yuan } from '../../domain/payment-schedule.ts';
import { changeCommitment } from '../commitments/change.ts';
import { bad } from '../commitments/report.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';
import { followMoney } from './follow-money.ts';
import { payablesOf } from './schedule.ts';

/**
 * 付款登记: a payment under a commitment in money. More than what is promised is refused: it is a slip of the pen.
 * @returns the id of the entry @throws DomainError request.invalid and those of changeCommitment
 */
export async function recordPayment(ctx: Ctx, id: string, input: unknown): Promise<{ payment: string }> {
  const { version, paid, paidOn, voucher } = parse(CommitmentPayment, input);
  const payment = randomUUID();
  await changeCommitment(ctx, id, version, 'pay', async (row, { now, today }, tx) => {
    const payables = payablesOf(row, await milestonesOf(tx, id));
    if (payables.length === 0) throw bad('paid', 'nothing_payable');
    if (paidOn > today) throw bad('paidOn', 'date_future');
    if (paidOn < row.madeOn) throw bad('paidOn', 'date_past');
    const before = await paymentsOf(tx, id);
    const back = new Set(before.map((one) => one.takesBackId));
    if (before.some((one) => one.voucher === voucher && !one.takesBackId && !back.has(one.id)))
      throw bad('voucher', 'already_recorded');
    const { total, paid: sofar } = readSchedule(payables, before, today);
    if (fen(sofar) + fen(paid) > fen(total)) throw bad('paid', 'amount_over');
    const by = { writtenBy: nameOf(ctx.actor), bodyId: row.owedById, writtenAt: now };
    await insertPayment(tx, { id: payment, commitmentId: id, paidOn, amount: paid, voucher, ...by });
    await followMoney(tx, row, today);
    return { event: 'paid', payload: { payment, amount: paid, paidOn } };
  });
  return { payment };
}

/** 冲正: an entry was a mistake. It stays, and one of the same amount takes it back on its own day. */
export async function takePaymentBack(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, payment, reason } = parse(PaymentBack, input);
  await changeCommitment(ctx, id, version, 'take_back', async (row, { now, today }, tx) => {
    const all = await paymentsOf(tx, id);
    const entry = all.find((one) => one.id === payment);
    if (!entry || entry.takesBackId || all.some((one) => one.takesBackId === payment))
      throw bad('payment', 'invalid_value');
    const back = randomUUID();
    await insertPayment(tx, {
      id: back,
      commitmentId: id,
      paidOn: entry.paidOn,
      amount: yuan(-fen(entry.amount)),
      takesBackId: entry.id,
      voucher: reason,
      writtenBy: nameOf(ctx.actor),
      bodyId: row.owedById,
      writtenAt: now,
    });
    await followMoney(tx, row, today);
    return { event: 'payment_taken_back', payload: { payment: entry.id, by: back } };
  });
}
