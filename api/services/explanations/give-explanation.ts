import { holdCase } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { setExplanation } from '../../../db/queries/explanations.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { GiveExplanation } from '../../contracts/answers.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { settleFollowUp } from '../clocks/follow-up.ts';
import { explanationContext } from '../complaints/ask-explanation.ts';
import { commitment, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { openExplanation } from './open-explanation.ts';

/**
 * The body complained of explains in writing, once; what it wrote stands. Files that it added before go with it.
 * @throws DomainError auth.required | resource.not_found | request.invalid | case.explanation_closed | case.erased
 */
export async function giveExplanation(ctx: Ctx, reference: string, raw: unknown): Promise<{ reference: string }> {
  const { row, key, official } = await openExplanation(ctx, reference);
  const { text } = parse(GiveExplanation, raw);
  const { id, caseId } = row;
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, caseId);
    const waits = held?.state === 'accepted' || held?.state === 'waiting';
    if (!held || !waits || row.givenAt) throw new DomainError('case.explanation_closed');
    const sealed = seal(ctx, key, { text }, `${explanationContext(caseId, id)}/given`);
    if (!(await setExplanation(tx, id, { sealed, by: official.id, on: held.today })))
      throw new DomainError('case.explanation_closed');
    await settleFollowUp(tx, { kind: 'explanation', subjectId: id, endedOn: held.today });
    await appendEvent(tx, {
      subjectKind: 'case',
      subjectId: caseId,
      kind: 'explanation_given',
      actor: ctx.actor,
      bodyId: row.bodyId,
      at: held.now,
      payload: { explanation: id, files: row.files.map((file) => file.id), commitment: commitment(key, text) },
    });
    await enqueue(tx, 'notice.case', { caseId, template: 'case.explanation_given' });
  });
  return { reference: row.reference };
}
