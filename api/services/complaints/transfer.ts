import { handOver } from '../../../db/queries/cases.ts';
import { TransferCase } from '../../contracts/casework.ts';
import type { Ctx } from '../context.ts';
import { passReportsUp } from '../retaliation/confidant.ts';
import { type Acted, acted, beginAct, change, conclude, say } from './official-act.ts';
import { receiver } from './receiver.ts';

/** What passing on does to the clocks, said in every answer: passing on must not win time. */
export const CLOCKS_RUN_ON = { clocks: 'run_on' } as const;
export type Passed = Acted & typeof CLOCKS_RUN_ON;

/** Passes a case on with a reason, never to the body complained of. The sender keeps it in sight; running clocks run on. */
export async function transfer(ctx: Ctx, number: string, raw: unknown): Promise<Passed> {
  const { act, input } = await beginAct(ctx, number, 'transfer', TransferCase, raw);
  const to = await receiver(ctx, act.head, input.toBodyId);
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { handlerId: to.id });
    const by = act.official.id;
    await handOver(tx, { caseId, from: handlerId, bodyId: to.id, reason: 'transferred', by, at: changed.now });
    await passReportsUp(tx, ctx, act.head, to.id);
    const words = await say(tx, ctx, act, changed.now, 'decision', input.text);
    await conclude(tx, ctx, act, changed, { event: 'transferred', payload: { from: handlerId, to: to.id, ...words } });
  });
  return { ...acted(act), ...CLOCKS_RUN_ON };
}
