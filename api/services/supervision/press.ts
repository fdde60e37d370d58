import { changeOrder, runningOrder } from '../../../db/queries/supervision.ts';
import { PressOrder } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { planFollowUp, resumeFollowUp } from '../clocks/follow-up.ts';
import { type Acted, acted, beginAct, change, conclude } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notBefore } from '../resolution/dates.ts';
import { ORDER_BASIS } from './order.ts';
import { addEntry, superiorBody } from './superior-act.ts';

/** 催办: no report has come, or it does not do. A new date; what was said before stays on record. */
export async function press(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'press', PressOrder, raw);
  const { dueOn, text } = input;
  notBefore(act.head.today, dueOn, 'dueOn');
  const bodyId = await superiorBody(ctx, act);
  const { id: caseId, handlerId: forBodyId, today } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const order = await runningOrder(tx, caseId);
    if (!order) throw new DomainError('case.version_conflict');
    await changeOrder(tx, order.id, { state: 'open', dueOn });
    const entry = {
      orderId: order.id,
      kind: 'pressed',
      bodyId,
      at: changed.now,
      dueOn,
      ...(text ? { text } : {}),
    } as const;
    const payload = await addEntry(tx, ctx, act, entry);
    await resumeFollowUp(tx, { kind: 'order', subjectId: order.id });
    const followUp = { caseId, kind: 'order', subjectId: order.id, startedOn: today, dueOn, forBodyId } as const;
    await planFollowUp(tx, { ...followUp, ...ORDER_BASIS });
    await conclude(tx, ctx, act, changed, { event: 'pressed', payload, clocks: null, bodyId });
  });
  return acted(act);
}
