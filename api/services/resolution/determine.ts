import { randomUUID } from 'node:crypto';
import { bindSubjectFiles } from '../../../db/queries/answers.ts';
import { insertDetermination } from '../../../db/queries/resolution.ts';
import { DetermineCase } from '../../contracts/resolution.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notAfter } from './dates.ts';

/** 认定, proposed with its document. It counts, and is shown, once another person has approved it. */
export async function determine(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'determine', DetermineCase, raw);
  const { finding, documentNumber, determinedOn, text } = input;
  notAfter(act.head.today, determinedOn, 'determinedOn');
  const { id: caseId, handlerId, instance } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    const sealed = seal(ctx, act.key, { text }, `case/${caseId}/determination/${id}`);
    const by = { bodyId: handlerId ?? '', proposedBy: act.official.id, proposedAt: changed.now };
    await insertDetermination(tx, { id, caseId, instance, finding, documentNumber, determinedOn, sealed, ...by });
    const to = { caseId, subjectId: id, userId: act.official.id };
    const files = await bindSubjectFiles(tx, { ...to, purpose: 'determination', sent: false });
    const payload = {
      determination: id,
      finding,
      determinedOn,
      ...(files.length > 0 ? { files } : {}),
      commitment: commitment(act.key, text),
    };
    await conclude(tx, ctx, act, changed, { event: 'determination_proposed', payload, clocks: null });
  });
  return acted(act);
}
