import { randomUUID } from 'node:crypto';
import { assignSupporting, insertOpinion } from '../../../db/queries/opinions.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { AskOpinion } from '../../contracts/answers.ts';
import { DomainError } from '../../domain/errors.ts';
import { planFollowUp } from '../clocks/follow-up.ts';
import type { Ctx } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';
import { type Act, type Acted, acted, beginAct, change, commitment, conclude, seal } from './official-act.ts';

/**
 * The lead asks supporting bodies for their opinion by an internal date. They read the narrative, the demands and the
 * question, never who asks; the answer to the complainant stays one, and the lead's.
 */
export async function askOpinion(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'ask_opinion', AskOpinion, raw);
  const { id: caseId, handlerId, today } = act.head;
  if (input.dueOn < today) throw new DomainError('request.invalid', { fields: [{ path: 'dueOn', code: 'date_past' }] });
  const bodies = await asked(ctx, act, [...input.bodyIds, ...(input.otherBodyId ? [input.otherBodyId] : [])]);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    for (const bodyId of bodies) {
      const id = randomUUID();
      const by = act.official.id;
      const sealedQuestion = seal(ctx, act.key, { text: input.text }, opinionContext(caseId, id));
      const added = await insertOpinion(tx, {
        id,
        caseId,
        bodyId,
        leadId: handlerId ?? '',
        askedBy: by,
        askedAt: changed.now,
        dueOn: input.dueOn,
        sealedQuestion,
      });
      if (!added) throw new DomainError('request.invalid', { fields: [{ path: 'otherBodyId', code: 'asked_before' }] });
      await assignSupporting(tx, { caseId, bodyId, by, at: changed.now });
      await planFollowUp(tx, {
        caseId,
        kind: 'opinion',
        subjectId: id,
        startedOn: changed.today,
        dueOn: input.dueOn,
        basis: '牵头单位定的内部日期',
        basisEn: 'An internal date set by the lead body',
        certainty: 'local',
        forBodyId: bodyId,
      });
      await conclude(tx, ctx, act, changed, {
        event: 'opinion_asked',
        payload: { opinion: id, to: bodyId, dueOn: input.dueOn, commitment: commitment(act.key, input.text) },
        template: null,
        clocks: null,
      });
      await enqueue(tx, 'notice.body', { bodyId, template: 'opinion.asked' });
    }
  });
  return acted(act);
}

/** Never the body complained of nor one below it: that one is asked to explain. */
async function asked(ctx: Ctx, act: Act, ids: string[]): Promise<string[]> {
  const { respondentId, respondentNowId, handlerId, today } = act.head;
  const directory = await ctx.directory();
  const field = (code: string) => new DomainError('request.invalid', { fields: [{ path: 'otherBodyId', code }] });
  return [...new Set(ids.map((id) => id.toLowerCase()))].map((id) => {
    const body = directory.bodies.get(id);
    if (!body) throw field('respondent_unknown');
    if ((body.validFrom && today < body.validFrom) || (body.validTo && today >= body.validTo))
      throw field('body_ended');
    if ([respondentId, respondentNowId].some((accused) => subordinate(directory, accused, id)))
      throw new DomainError('case.transfer_to_respondent');
    if (id === handlerId) throw field('invalid_value');
    return id;
  });
}

export const opinionContext = (caseId: string, id: string): string => `case/${caseId}/opinion/${id}`;
