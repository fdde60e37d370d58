import { randomUUID } from 'node:crypto';
import { insertDebt } from '../../../db/queries/resolution.ts';
import { EstablishDebt } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notAfter } from './dates.ts';

/**
 * 旧账: the fact of the debt or promise, the change that is given as a reason, and what the successor answers. Written
 * again, the newer row holds and the older ones stay.
 */
export async function establish(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'establish', EstablishDebt, raw);
  const { fact, change: reason, changedOn, changeText, successorId, successorText } = input;
  notAfter(act.head.today, changedOn, 'changedOn');
  if (successorId && !(await ctx.directory()).bodies.has(successorId))
    throw new DomainError('request.invalid', { fields: [{ path: 'successorId', code: 'respondent_unknown' }] });
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    const words = { fact, ...(changeText ? { change: changeText } : {}), successor: successorText };
    const sealed = seal(ctx, act.key, words, `case/${caseId}/debt/${id}`);
    const by = { bodyId: handlerId ?? '', userId: act.official.id, at: changed.now };
    const facts = { change: reason, changedOn: changedOn ?? null, successorId: successorId ?? null };
    await insertDebt(tx, { id, caseId, ...facts, sealed, ...by });
    const payload = { debt: id, ...facts, commitment: commitment(act.key, JSON.stringify(words)) };
    await conclude(tx, ctx, act, changed, { event: 'debt_established', payload, clocks: null });
  });
  return acted(act);
}
