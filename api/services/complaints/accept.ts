import { NOW } from '../../../db/queries/cases.ts';
import { AcceptCase } from '../../contracts/casework.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, conclude, say } from './official-act.ts';

/** 受理: the clocks that count from acceptance start. */
export async function accept(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'accept', AcceptCase, raw);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { acceptedAt: NOW });
    const words = await say(tx, ctx, act, changed.now, 'message', input.text);
    await conclude(tx, ctx, act, changed, {
      event: 'accepted',
      payload: { ...words },
      // 保障中小企业款项支付条例 art. 25: pass on within 10 working days. Routing has put the case with the handling body
      // already, so that nothing is left to pass on.
      done: act.head.handlerId ? ['transfer'] : [],
    });
  });
  return acted(act);
}
