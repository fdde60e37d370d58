import { NOW } from '../../../db/queries/cases.ts';
import { CloseCase } from '../../contracts/casework.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, conclude, say } from './official-act.ts';

/** 办结: the body's word. The complainant's word is the verdict; silence is never counted as satisfaction. */
export async function close(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'close', CloseCase, raw);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { closedAt: NOW });
    const words = await say(tx, ctx, act, changed.now, 'decision', input.text);
    await conclude(tx, ctx, act, changed, { event: 'closed', payload: { ...words } });
  });
  return acted(act);
}
