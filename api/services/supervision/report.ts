import { changeOrder, runningOrder } from '../../../db/queries/supervision.ts';
import { ReportOrder } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { settleFollowUp } from '../clocks/follow-up.ts';
import { type Acted, acted, beginAct, change, conclude } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { addEntry, tellBody } from './superior-act.ts';

/** The handling body reports to the superior that ordered it. */
export async function report(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'report', ReportOrder, raw);
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const order = await runningOrder(tx, caseId);
    if (!order) throw new DomainError('case.version_conflict');
    await changeOrder(tx, order.id, { state: 'reported' });
    const entry = { orderId: order.id, kind: 'reported', bodyId: handlerId ?? order.bodyId, at: changed.now } as const;
    const payload = await addEntry(tx, ctx, act, { ...entry, text: input.text });
    await settleFollowUp(tx, { kind: 'order', subjectId: order.id, endedOn: changed.today });
    await conclude(tx, ctx, act, changed, { event: 'reported', payload, clocks: null, template: null });
    await tellBody(tx, caseId, 'case.reported', order.bodyId);
  });
  return acted(act);
}
