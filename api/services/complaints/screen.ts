import { NOW } from '../../../db/queries/cases.ts';
import { ScreenCase } from '../../contracts/casework.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, conclude, say } from './official-act.ts';

/** Lets a held filing through, or rejects it with a word on why; the filing stays on record either way. */
export async function screen(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'screen', ScreenCase, raw);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { screening: input.outcome, screenedAt: NOW });
    const words = await say(tx, ctx, act, changed.now, 'decision', input.text);
    const passed = input.outcome === 'passed';
    await conclude(tx, ctx, act, changed, {
      event: 'screened',
      payload: { outcome: input.outcome, ...words },
      template: passed ? 'case.screened' : null,
      clocks: passed ? null : 'closed',
    });
  });
  return acted(act);
}
