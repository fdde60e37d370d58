import { randomUUID } from 'node:crypto';
import { bindPerformanceFiles, insertPerformance, promiseOf } from '../../../db/queries/answers.ts';
import { ReportPerformance } from '../../contracts/answers.ts';
import { DomainError } from '../../domain/errors.ts';
import { settleFollowUp } from '../clocks/follow-up.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from './official-act.ts';

/** The body says, in words and with files, that what it promised by a date was done. The complainant may deny it. */
export async function reportPerformance(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'report_performance', ReportPerformance, raw);
  const { id: caseId, handlerId } = act.head;
  const answerId = input.answerId.toLowerCase();
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const promise = await promiseOf(tx, caseId, answerId);
    if (!promise?.promisedOn || promise.superseded)
      throw new DomainError('request.invalid', { fields: [{ path: 'answerId', code: 'invalid_value' }] });
    const id = randomUUID();
    const inserted = await insertPerformance(tx, {
      id,
      caseId,
      answerId,
      sealed: seal(ctx, act.key, { text: input.text }, performanceContext(caseId, id)),
      reportedBy: act.official.id,
      bodyId: handlerId ?? '',
      reportedAt: changed.now,
      reportedOn: changed.today,
    });
    if (!inserted)
      throw new DomainError('request.invalid', { fields: [{ path: 'answerId', code: 'reported_before' }] });
    const files = await bindPerformanceFiles(tx, { caseId, performanceId: id, userId: act.official.id });
    await settleFollowUp(tx, { kind: 'promised_date', subjectId: answerId, endedOn: changed.today });
    await conclude(tx, ctx, act, changed, {
      event: 'performance_reported',
      payload: {
        answer: answerId,
        promisedOn: promise.promisedOn,
        performance: id,
        ...(files.length > 0 ? { files } : {}),
        commitment: commitment(act.key, input.text),
      },
      clocks: null,
    });
  });
  return acted(act);
}

export const performanceContext = (caseId: string, id: string): string => `case/${caseId}/performance/${id}`;
