import { holdCase } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { setOpinion } from '../../../db/queries/opinions.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { GiveOpinion } from '../../contracts/answers.ts';
import { DomainError } from '../../domain/errors.ts';
import { settleFollowUp } from '../clocks/follow-up.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from '../officials/authorise.ts';
import { opinionContext } from './ask-opinion.ts';
import { beginAct, commitment, seal } from './official-act.ts';

/** A supporting body gives the opinion that it was asked for: to the lead, never to the complainant. */
export async function giveOpinion(ctx: Ctx, number: string, raw: unknown): Promise<{ number: string }> {
  const { act, input } = await beginAct(ctx, number, 'give_opinion', GiveOpinion, raw);
  const { id: caseId } = act.head;
  const desk = await bodiesOf(ctx, ['intake', 'handler']);
  const mine = act.head.opinions.filter((opinion) => opinion.open && desk.has(opinion.bodyId));
  const wanted = input.opinionId?.toLowerCase();
  const opinion = wanted ? mine.find(({ id }) => id === wanted) : mine[0];
  if (!opinion) throw new DomainError('resource.not_found');
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, caseId);
    if (!held || held.state !== act.head.state) throw new DomainError('case.version_conflict');
    const sealed = seal(ctx, act.key, { text: input.text }, `${opinionContext(caseId, opinion.id)}/given`);
    const given = await setOpinion(tx, opinion.id, { sealed, by: act.official.id, on: held.today });
    if (!given) throw new DomainError('case.version_conflict');
    await settleFollowUp(tx, { kind: 'opinion', subjectId: opinion.id, endedOn: held.today });
    await appendEvent(tx, {
      subjectKind: 'case',
      subjectId: caseId,
      kind: 'opinion_given',
      actor: ctx.actor,
      bodyId: opinion.bodyId,
      at: held.now,
      payload: { opinion: opinion.id, commitment: commitment(act.key, input.text) },
    });
    await enqueue(tx, 'notice.case', { caseId, template: 'case.opinion_given' });
  });
  return { number: act.head.number };
}
