import { randomUUID } from 'node:crypto';
import { insertDeed } from '../../../db/queries/resolution.ts';
import { PerformCase } from '../../contracts/resolution.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notAfter } from './dates.ts';

/** What was done about the old debt, and when. */
export async function perform(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'perform', PerformCase, raw);
  const { doneOn, text } = input;
  notAfter(act.head.today, doneOn, 'doneOn');
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    const sealed = seal(ctx, act.key, { text }, `case/${caseId}/deed/${id}`);
    const by = { bodyId: handlerId ?? '', userId: act.official.id, at: changed.now };
    await insertDeed(tx, { id, caseId, doneOn, sealed, ...by });
    const payload = { deed: id, doneOn, commitment: commitment(act.key, text) };
    await conclude(tx, ctx, act, changed, { event: 'performed', payload, clocks: null });
  });
  return acted(act);
}
