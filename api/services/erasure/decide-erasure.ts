import { decideErasureRequest } from '../../../db/queries/erasure.ts';
import { DecideErasure } from '../../contracts/privacy.ts';
import { DomainError } from '../../domain/errors.ts';
import { ERASURE_GRANTS } from '../../domain/retention.ts';
import { type Acted, acted, beginAct, change, conclude, say } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { eraseCase, removeStored } from './erase-case.ts';

/**
 * Grants or refuses the request of a complainant, with a reason of the list and in words. Granted, the words of the decision go
 * with all others: what stays is the code. Refused, the complainant reads why (个人信息保护法 art. 47, 50).
 */
export async function decideErasure(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'decide_erasure', DecideErasure, raw);
  const granted = (ERASURE_GRANTS as readonly string[]).includes(input.reason);
  const { id: caseId, handlerId } = act.head;
  const files = await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const at = changed.now;
    const state = granted ? 'granted' : 'refused';
    const request = await decideErasureRequest(tx, { caseId, state, reason: input.reason, by: act.official.id, at });
    if (!request) throw new DomainError('case.version_conflict');
    if (granted) {
      const erasing = {
        caseId,
        reason: 'request' as const,
        code: input.reason,
        actor: ctx.actor,
        bodyId: handlerId,
        at,
      };
      return (await eraseCase(tx, erasing)) ?? [];
    }
    const words = await say(tx, ctx, act, at, 'decision', input.text);
    const payload = { request, reason: input.reason, ...words };
    await conclude(tx, ctx, act, changed, { event: 'erasure_refused', payload, clocks: null });
    return [];
  });
  await removeStored(ctx, files);
  return acted(act);
}
