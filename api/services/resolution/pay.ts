import { changeInstalment, instalmentsOf, settlementIn } from '../../../db/queries/resolution.ts';
import { PayInstalment } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { settleFollowUp } from '../clocks/follow-up.ts';
import { type Acted, acted, beginAct, change, conclude } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notAfter } from './dates.ts';

/** The body says that an instalment is paid: one fact. The complainant is asked whether it came: another. */
export async function pay(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'pay', PayInstalment, raw);
  const { paidOn } = input;
  notAfter(act.head.today, paidOn, 'paidOn');
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const settlement = await settlementIn(tx, act.head.id, 'agreed');
    const one = settlement
      ? (await instalmentsOf(tx, settlement.id)).find((i) => i.id === input.instalmentId.toLowerCase())
      : undefined;
    if (!one || (one.paidOn !== null && one.received !== false))
      throw new DomainError('request.invalid', { fields: [{ path: 'instalmentId', code: 'invalid_value' }] });
    await changeInstalment(tx, one.id, { paidOn, received: null, saidOn: null });
    await settleFollowUp(tx, { kind: 'instalment', subjectId: one.id, endedOn: paidOn });
    const payload = { settlement: one.settlementId, instalment: one.id, position: one.position, paidOn };
    await conclude(tx, ctx, act, changed, { event: 'instalment_paid', payload, clocks: null });
  });
  return acted(act);
}
