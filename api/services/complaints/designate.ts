import { handOver } from '../../../db/queries/cases.ts';
import { decideDisputes } from '../../../db/queries/disputes.ts';
import { DesignateCase } from '../../contracts/groups.ts';
import type { Ctx } from '../context.ts';
import { passReportsUp } from '../retaliation/confidant.ts';
import { acted, beginAct, change, conclude, say } from './official-act.ts';
import { receiver } from './receiver.ts';
import { CLOCKS_RUN_ON, type Passed } from './transfer.ts';

/**
 * 指定: the arbiter names the handler, which may be the present one. It is final: no return, no dispute, no transfer any more;
 * only the arbiter can name another. Never the body complained of. Running clocks run on.
 */
export async function designate(ctx: Ctx, number: string, raw: unknown): Promise<Passed> {
  const { act, input } = await beginAct(ctx, number, 'designate', DesignateCase, raw);
  const to = await receiver(ctx, act.head, input.toBodyId, { handlerToo: true });
  const { id: caseId, handlerId, assignments } = act.head;
  const arbiter = assignments.filter((row) => row.role === 'arbiter').at(-1)?.bodyId ?? null;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { handlerId: to.id, designated: true });
    const by = act.official.id;
    if (to.id !== handlerId)
      await handOver(tx, { caseId, from: handlerId, bodyId: to.id, reason: 'designated', by, at: changed.now });
    await decideDisputes(tx, { caseId, designatedId: to.id, by, at: changed.now });
    await passReportsUp(tx, ctx, act.head, to.id);
    const words = await say(tx, ctx, act, changed.now, 'decision', input.text, arbiter);
    const payload = { from: handlerId, to: to.id, arbiter, ...words };
    await conclude(tx, ctx, act, changed, { event: 'designated', payload, bodyId: arbiter });
  });
  return { ...acted(act), ...CLOCKS_RUN_ON };
}
