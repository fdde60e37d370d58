import { denyReport, standingReport } from '../../../db/queries/answers.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { DenyPerformance } from '../../contracts/answers.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { resumeFollowUp } from '../clocks/follow-up.ts';
import type { Ctx } from '../context.ts';
import { commitment, seal } from './official-act.ts';
import type { OwnCase } from './open-case.ts';
import { beginOwn, concludeOwn } from './own-act.ts';
import { performanceContext } from './report-performance.ts';

/** The complainant says that what was reported as done was not: the date runs again, and both words stay on record. */
export async function denyPerformance(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const input = parse(DenyPerformance, raw);
  const answerId = input.answerId.toLowerCase();
  await takeLimit(ctx.sql, `message/${own.caseId}`, 30, 3600);
  await ctx.db.transaction(async (tx) => {
    const held = await beginOwn(tx, own, 'deny_performance');
    const report = await standingReport(tx, own.caseId, answerId);
    if (!report) throw new DomainError('request.invalid', { fields: [{ path: 'answerId', code: 'invalid_value' }] });
    const context = `${performanceContext(own.caseId, report.id)}/denial`;
    await denyReport(tx, report.id, seal(ctx, own.key, { text: input.text }, context));
    await resumeFollowUp(tx, { kind: 'promised_date', subjectId: answerId });
    await concludeOwn(tx, ctx, held, {
      event: 'performance_denied',
      payload: { answer: answerId, performance: report.id, commitment: commitment(own.key, input.text) },
    });
  });
  return { number: own.number };
}
