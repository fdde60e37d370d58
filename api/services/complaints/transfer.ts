import { handOver } from '../../../db/queries/cases.ts';
import { TransferCase } from '../../contracts/casework.ts';
import type { Body } from '../../domain/directory.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';
import { type Act, type Acted, acted, beginAct, change, conclude, say } from './official-act.ts';

/**
 * Passes a case on with a reason. Never to the body complained of nor to one below it (信访工作条例; 条例 art. 35: no
 * retaliation). The sender keeps it in sight; running clocks run on, for passing on must not win time.
 */
export async function transfer(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'transfer', TransferCase, raw);
  const to = await target(ctx, act, input.toBodyId);
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { handlerId: to.id });
    const by = act.official.id;
    await handOver(tx, { caseId, from: handlerId, bodyId: to.id, reason: 'transferred', by, at: changed.now });
    const words = await say(tx, ctx, act, changed.now, 'decision', input.text);
    await conclude(tx, ctx, act, changed, { event: 'transferred', payload: { from: handlerId, to: to.id, ...words } });
  });
  return acted(act);
}

async function target(ctx: Ctx, act: Act, bodyId: string): Promise<Body> {
  const { respondentId, respondentNowId, handlerId, kind, today } = act.head;
  const directory = await ctx.directory();
  const to = directory.bodies.get(bodyId);
  const field = (code: string) => new DomainError('request.invalid', { fields: [{ path: 'toBodyId', code }] });
  if (!to) throw field('respondent_unknown');
  if ((to.validFrom && today < to.validFrom) || (to.validTo && today >= to.validTo)) throw field('body_ended');
  // A bad rating is put right by the body that served (谁办理、谁负责): there the respondent is the handler by rule.
  const accused = (id: string) => to.id === id || subordinate(directory, id, to.id);
  if (kind !== 'service' && [respondentId, respondentNowId].some(accused))
    throw new DomainError('case.transfer_to_respondent');
  if (to.id === handlerId || to.kind === 'court' || to.kind === 'party_organ') throw field('invalid_value');
  return to;
}
