import { randomUUID } from 'node:crypto';
import { insertMediation } from '../../../db/queries/resolution.ts';
import { MediateCase } from '../../contracts/resolution.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notAfter } from './dates.ts';

/** 调解: who met when and what was said there. Internal like a note: neither words nor event reach the complainant. */
export async function mediate(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'mediate', MediateCase, raw);
  const { heldOn, parties, text } = input;
  notAfter(act.head.today, heldOn, 'heldOn');
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    const sealed = seal(ctx, act.key, { parties, text }, `case/${caseId}/mediation/${id}`);
    const by = { bodyId: handlerId ?? '', userId: act.official.id, at: changed.now };
    await insertMediation(tx, { id, caseId, heldOn, sealed, ...by });
    const payload = { mediation: id, heldOn, commitment: commitment(act.key, text) };
    await conclude(tx, ctx, act, changed, { event: 'mediated', payload, clocks: null, template: null });
  });
  return acted(act);
}
