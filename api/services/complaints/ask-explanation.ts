import { randomBytes, randomUUID } from 'node:crypto';
import { caseParts } from '../../../db/queries/case-file.ts';
import { insertExplanation } from '../../../db/queries/explanations.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { AskExplanation } from '../../contracts/answers.ts';
import { encodeCrockford } from '../../domain/crockford.ts';
import { DomainError } from '../../domain/errors.ts';
import { type ExplanationRelease, explanationReference, releasable } from '../../domain/explanation.ts';
import { planFollowUp } from '../clocks/follow-up.ts';
import type { Ctx } from '../context.ts';
import { type Act, type Acted, acted, beginAct, change, commitment, conclude, seal } from './official-act.ts';

/** What the body complained of reads; nothing else of the case reaches it. */
export interface ExplanationQuestion {
  text: string;
  demands?: string[];
  story?: string;
}

/**
 * Asks the body complained of for a written explanation (书面说明原因) by a date. It reads what the handler writes here,
 * with the demands and the narrative only where the complainant allowed that; it learns neither the number of the case
 * nor who filed it.
 */
export async function askExplanation(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'ask_explanation', AskExplanation, raw);
  const { id: caseId, handlerId, respondentId, respondentNowId, released, today } = act.head;
  if (input.dueOn < today) throw new DomainError('request.invalid', { fields: [{ path: 'dueOn', code: 'date_past' }] });
  const allowed = releasable([respondentId, respondentNowId], released);
  if (input.release.some((field) => !allowed.includes(field)))
    throw new DomainError('request.invalid', { fields: [{ path: 'release', code: 'not_released' }] });
  if (handlerId === respondentNowId) throw new DomainError('case.transfer_to_respondent');
  const question: ExplanationQuestion = { text: input.text, ...(await words(ctx, act, input.release)) };
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    await insertExplanation(tx, {
      id,
      reference: explanationReference(encodeCrockford(randomBytes(5))),
      caseId,
      bodyId: respondentNowId,
      askerId: handlerId ?? '',
      askedBy: act.official.id,
      askedAt: changed.now,
      dueOn: input.dueOn,
      released: input.release,
      sealedQuestion: seal(ctx, act.key, question, explanationContext(caseId, id)),
    });
    await planFollowUp(tx, {
      caseId,
      kind: 'explanation',
      subjectId: id,
      startedOn: changed.today,
      dueOn: input.dueOn,
      basis: '承办单位要求书面说明原因的日期',
      basisEn: 'The date by which the handler asked for a written explanation',
      certainty: 'local',
      forBodyId: respondentNowId,
    });
    await conclude(tx, ctx, act, changed, {
      event: 'explanation_asked',
      payload: {
        explanation: id,
        to: respondentNowId,
        dueOn: input.dueOn,
        released: input.release,
        commitment: commitment(act.key, JSON.stringify(question)),
      },
      template: null,
      clocks: null,
    });
    await enqueue(tx, 'notice.body', { bodyId: respondentNowId, template: 'explanation.asked' });
  });
  return acted(act);
}

/** A copy as it stands today: what is released later or taken back changes nothing of what was asked. */
async function words(
  ctx: Ctx,
  act: Act,
  release: readonly ExplanationRelease[],
): Promise<Pick<ExplanationQuestion, 'demands' | 'story'>> {
  if (release.length === 0) return {};
  const caseId = act.head.id;
  const parts = await caseParts(ctx.sql, caseId);
  const open = (sealed: Buffer, context: string): Record<string, string> =>
    JSON.parse(ctx.keys.open(act.key, sealed, context).toString('utf8'));
  const story = parts.find((part) => part.source === 'content');
  const demands = parts
    .filter((part) => part.source === 'demand')
    .map((part) => ({ ...part, position: Number(part.meta.position) }))
    .sort((a, b) => a.position - b.position)
    .map(({ sealed, position }) => open(sealed, `case/${caseId}/demand/${position}`).text ?? '');
  return {
    ...(release.includes('demands') ? { demands } : {}),
    ...(release.includes('narrative') && story
      ? { story: open(story.sealed, `case/${caseId}/narrative`).story ?? '' }
      : {}),
  };
}

export const explanationContext = (caseId: string, id: string): string => `case/${caseId}/explanation/${id}`;
