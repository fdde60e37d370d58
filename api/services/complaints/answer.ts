import { randomUUID } from 'node:crypto';
import { demandsOf, insertAnswers, lastRound, NOW } from '../../../db/queries/cases.ts';
import { dropReplyDraft } from '../../../db/queries/reply-draft.ts';
import { AnswerCase } from '../../contracts/casework.ts';
import { DomainError, type FieldError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from './official-act.ts';

/** Answers every demand, one by one: what comes of it, why, on what legal ground, and until when it will be done. */
export async function answer(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'answer', AnswerCase, raw);
  const { id: caseId, handlerId } = act.head;
  const demands = await demandsOf(ctx.db, caseId);
  const given = new Map(input.answers.map((a, i) => [a.demandId.toLowerCase(), { ...a, i }]));
  const missing: FieldError[] = demands
    .filter((demand) => !given.has(demand.id))
    .map((demand) => ({ path: `answers.${demand.position - 1}.text`, code: 'required' }));
  if (missing.length > 0) throw new DomainError('case.demands_unanswered', { fields: missing });
  const wrong: FieldError[] = [...given.values()].flatMap((a) => [
    ...(demands.some((d) => d.id === a.demandId.toLowerCase())
      ? []
      : [{ path: `answers.${a.i}.demandId`, code: 'invalid_value' }]),
    ...(a.promisedOn && a.promisedOn < act.head.today
      ? [{ path: `answers.${a.i}.promisedOn`, code: 'date_past' }]
      : []),
  ]);
  if (given.size !== input.answers.length) wrong.push({ path: 'answers', code: 'invalid_value' });
  if (wrong.length > 0) throw new DomainError('request.invalid', { fields: wrong });

  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { answeredAt: NOW });
    const round = (await lastRound(tx, caseId)) + 1;
    const rows = demands.map((demand) => {
      const { text, legalGround, outcome, promisedOn } = given.get(demand.id)!;
      const id = randomUUID();
      return {
        id,
        caseId,
        demandId: demand.id,
        round,
        outcome,
        sealed: seal(ctx, act.key, { text, ...(legalGround ? { legalGround } : {}) }, `case/${caseId}/answer/${id}`),
        promisedOn: promisedOn ?? null,
        answeredBy: act.official.id,
        bodyId: handlerId ?? '',
        answeredAt: changed.now,
      };
    });
    await insertAnswers(tx, rows);
    await dropReplyDraft(tx, act.official.id, caseId);
    await conclude(tx, ctx, act, changed, {
      event: 'answered',
      payload: {
        round,
        answers: rows.map((row) => row.id),
        outcomes: rows.map((row) => row.outcome),
        commitment: commitment(act.key, JSON.stringify(demands.map((demand) => given.get(demand.id)))),
      },
    });
  });
  return acted(act);
}
