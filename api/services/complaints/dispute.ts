import { randomUUID } from 'node:crypto';
import { openDispute } from '../../../db/queries/disputes.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { DisputeCase } from '../../contracts/groups.ts';
import { arbiterOf } from '../../domain/arbiter.ts';
import type { Ctx } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';
import { acted, beginAct, change, conclude, refused, say } from './official-act.ts';
import { CLOCKS_RUN_ON, type Passed } from './transfer.ts';

/**
 * 争议: the handler says that it is not competent. The lead credit authority of the place (or the next place up, where that is
 * involved) decides; until then the handler remains the owner, and the clocks run on.
 * @throws DomainError as beginAct; case.transition_refused {reason: no_arbiter} where nobody is left to decide
 */
export async function dispute(ctx: Ctx, number: string, raw: unknown): Promise<Passed> {
  const { act, input } = await beginAct(ctx, number, 'dispute', DisputeCase, raw);
  const { head, official } = act;
  const directory = await ctx.directory();
  const arbiter =
    head.handlerId === null
      ? null
      : arbiterOf(directory, {
          handlerId: head.handlerId,
          senderId: act.sender,
          respondents: [head.respondentId, head.respondentNowId],
          on: head.today,
          under: (above, below) => subordinate(directory, above, below),
        });
  if (!arbiter || !head.handlerId) throw refused('dispute', head.state, 'no_arbiter');
  const from = head.handlerId;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    await openDispute(tx, {
      id,
      caseId: head.id,
      openedByBody: from,
      arbiterId: arbiter.id,
      openedBy: official.id,
      openedAt: changed.now,
    });
    // What bodies argue among themselves is a note: the complainant reads that there is a dispute, and what was decided.
    const words = await say(tx, ctx, act, changed.now, 'note', input.text);
    const payload = { dispute: id, from, arbiter: arbiter.id, ...words };
    await conclude(tx, ctx, act, changed, { event: 'disputed', payload, template: null });
    const to = { bodyId: arbiter.id, roles: ['arbiter' as const], superior: false };
    await enqueue(tx, 'notice.case', { caseId: head.id, template: 'case.disputed', to });
  });
  return { ...acted(act), ...CLOCKS_RUN_ON };
}
