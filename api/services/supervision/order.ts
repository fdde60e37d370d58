import { randomUUID } from 'node:crypto';
import { insertOrder } from '../../../db/queries/supervision.ts';
import { OrderCase } from '../../contracts/resolution.ts';
import { planFollowUp } from '../clocks/follow-up.ts';
import { type Acted, acted, beginAct, change, conclude } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notBefore } from '../resolution/dates.ts';
import { addEntry, superiorBody } from './superior-act.ts';

/** Shown to people as the reason of the date. */
export const ORDER_BASIS = {
  basis: '上级督办要求',
  basisEn: 'Order of the superior body',
  certainty: 'local',
} as const;

/**
 * 督办: a superior asks for a report by a date. The complainant sees that, and by when; the words only where they are
 * released. One order runs in a case at a time.
 */
export async function order(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'order', OrderCase, raw);
  const { dueOn, shown, text } = input;
  notBefore(act.head.today, dueOn, 'dueOn');
  const bodyId = await superiorBody(ctx, act);
  const { id: caseId, handlerId: forBodyId, today } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    const { now } = changed;
    await insertOrder(tx, {
      id,
      caseId,
      bodyId,
      state: 'open',
      shown,
      dueOn,
      issuedBy: act.official.id,
      issuedAt: now,
    });
    const payload = await addEntry(tx, ctx, act, { orderId: id, kind: 'ordered', bodyId, at: now, text, dueOn });
    await planFollowUp(tx, {
      caseId,
      kind: 'order',
      subjectId: id,
      startedOn: today,
      dueOn,
      forBodyId,
      ...ORDER_BASIS,
    });
    await conclude(tx, ctx, act, changed, { event: 'ordered', payload, clocks: null, bodyId });
  });
  return acted(act);
}
