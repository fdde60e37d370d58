import { changeOrder, runningOrder } from '../../../db/queries/supervision.ts';
import { CloseOrder } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { cancelFollowUp } from '../clocks/follow-up.ts';
import { type Acted, acted, beginAct, change, conclude } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { addEntry, superiorBody } from './superior-act.ts';

/** The superior is satisfied, or the order has no more object. */
export async function closeOrder(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'close_order', CloseOrder, raw);
  const bodyId = await superiorBody(ctx, act);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const order = await runningOrder(tx, act.head.id);
    if (!order) throw new DomainError('case.version_conflict');
    await changeOrder(tx, order.id, { state: 'closed', closedAt: changed.now });
    const entry = { orderId: order.id, kind: 'closed', bodyId, at: changed.now } as const;
    const payload = await addEntry(tx, ctx, act, { ...entry, ...(input.text ? { text: input.text } : {}) });
    // Where a report has come, the date is met already; without one nothing is owed any more.
    if (order.state === 'open')
      await cancelFollowUp(tx, { kind: 'order', subjectId: order.id, cancelledOn: changed.today });
    await conclude(tx, ctx, act, changed, { event: 'order_closed', payload, clocks: null, bodyId });
  });
  return acted(act);
}
