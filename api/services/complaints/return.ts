import { handOver } from '../../../db/queries/cases.ts';
import { ReturnCase } from '../../contracts/casework.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { passReportsUp } from '../retaliation/confidant.ts';
import { acted, beginAct, change, conclude, say } from './official-act.ts';
import { CLOCKS_RUN_ON, type Passed } from './transfer.ts';

/** 退单: back to the body that passed the case on, once, with a reason; never after an arbiter has named the handler. */
export async function returnCase(ctx: Ctx, number: string, raw: unknown): Promise<Passed> {
  const { act, input } = await beginAct(ctx, number, 'return', ReturnCase, raw);
  const { sender, head, official } = act;
  if (!sender) throw new DomainError('case.return_refused', { params: { reason: 'no_sender' } });
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { handlerId: sender, returnUsed: true });
    const from = head.handlerId;
    await handOver(tx, { caseId: head.id, from, bodyId: sender, reason: 'returned', by: official.id, at: changed.now });
    await passReportsUp(tx, ctx, head, sender);
    const words = await say(tx, ctx, act, changed.now, 'decision', input.text);
    await conclude(tx, ctx, act, changed, { event: 'returned', payload: { from, to: sender, ...words } });
  });
  return { ...acted(act), ...CLOCKS_RUN_ON };
}
