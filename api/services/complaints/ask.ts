import { AskComplainant } from '../../contracts/casework.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, conclude, say } from './official-act.ts';

/** Asks the complainant for material: the clocks stand still until it comes, and the stop is shown. */
export async function ask(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'ask', AskComplainant, raw);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const words = await say(tx, ctx, act, changed.now, 'request', input.text);
    await conclude(tx, ctx, act, changed, { event: 'asked', payload: { ...words } });
  });
  return acted(act);
}
