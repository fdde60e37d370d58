import { RefuseCase } from '../../contracts/casework.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, conclude, say } from './official-act.ts';

/** 不予受理: with a reason of the list, in words, and with the pointer where to go that belongs to the reason. */
export async function refuse(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'refuse', RefuseCase, raw);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { refusalReason: input.reason });
    const words = await say(tx, ctx, act, changed.now, 'decision', input.text);
    await conclude(tx, ctx, act, changed, { event: 'refused', payload: { reason: input.reason, ...words } });
  });
  return acted(act);
}
