import { randomUUID } from 'node:crypto';
import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { addReportMessage, heldReport } from '../../../db/queries/retaliation.ts';
import { parse } from '../../contracts/parse.ts';
import { AnswerReport } from '../../contracts/retaliation.ts';
import { DomainError } from '../../domain/errors.ts';
import { commitment, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { openedReport } from './read.ts';
import { reportContext } from './report.ts';

/**
 * The superior answers, on the tracking page only. The complainant's notice says no more than that there is news.
 * @throws DomainError auth.required | auth.forbidden | resource.not_found | resource.gone | request.invalid
 */
export async function answerReport(ctx: Ctx, id: string, raw: unknown): Promise<{ id: string }> {
  const { official, row, key } = await openedReport(ctx, id);
  const { text } = parse(AnswerReport, raw);
  await ctx.db.transaction(async (tx) => {
    const held = await heldReport(tx, { id: row.id });
    if (!held || held.bodyId !== row.bodyId) throw new DomainError('resource.not_found');
    const message = randomUUID();
    const sealed = seal(ctx, key, { text }, reportContext(row.id, message));
    const author = { author: 'official' as const, userId: official.id };
    await addReportMessage(tx, { id: message, reportId: row.id, ...author, sealed, createdAt: held.now });
    await appendEvent(tx, {
      subjectKind: 'report',
      subjectId: row.id,
      kind: 'report_answered',
      actor: ctx.actor,
      bodyId: row.bodyId,
      at: held.now,
      payload: { message, commitment: commitment(key, text) },
    });
    await enqueue(tx, 'notice.case', { caseId: row.caseId, template: 'case.news' });
  });
  return { id: row.id };
}
