import { randomUUID } from 'node:crypto';
import { appendEvent } from '../../../db/queries/events.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { addReportMessage, heldReport, openReport, reportedCase } from '../../../db/queries/retaliation.ts';
import { parse } from '../../contracts/parse.ts';
import { ReportRetaliation } from '../../contracts/retaliation.ts';
import { DomainError } from '../../domain/errors.ts';
import { commitment, seal } from '../complaints/official-act.ts';
import type { OwnCase } from '../complaints/open-case.ts';
import type { Ctx } from '../context.ts';
import { confidant } from './confidant.ts';

const PER_HOUR = 10;

/** Context that a word of a report is sealed for: it opens as nothing else of the case. */
export const reportContext = (reportId: string, messageId: string): string =>
  `retaliation/${reportId}/message/${messageId}`;

/**
 * The complainant tells the superior of the handler of retaliation, in any state of the case. Nothing of the case changes: not
 * its version, its events or its clocks, so that the handler has nothing to notice.
 * @throws DomainError request.invalid | request.rate_limited | case.transition_refused {reason: no_superior}
 */
export async function reportRetaliation(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const { text } = parse(ReportRetaliation, raw);
  await takeLimit(ctx.sql, `retaliation/${own.caseId}`, PER_HOUR, 3600);
  const head = await reportedCase(ctx.sql, own.caseId);
  const superior = head && (await confidant(ctx, head));
  if (!head?.handlerId || !superior)
    throw new DomainError('case.transition_refused', { params: { action: 'report', reason: 'no_superior' } });
  const againstId = head.handlerId;
  await ctx.db.transaction(async (tx) => {
    const held = await heldReport(tx, { caseId: own.caseId, againstId });
    const id = held?.id ?? randomUUID();
    const bodyId = held?.bodyId ?? superior;
    const at = held?.now ?? (await openReport(tx, { id, caseId: own.caseId, againstId, bodyId }));
    const message = randomUUID();
    const sealed = seal(ctx, own.key, { text }, reportContext(id, message));
    await addReportMessage(tx, { id: message, reportId: id, author: 'complainant', sealed, createdAt: at });
    await appendEvent(tx, {
      subjectKind: 'report',
      subjectId: id,
      kind: held ? 'report_added' : 'reported',
      actor: { kind: 'complainant', caseId: own.caseId },
      bodyId,
      at,
      payload: { against: againstId, message, commitment: commitment(own.key, text) },
    });
    await enqueue(tx, 'notice.body', { bodyId, template: 'retaliation.reported' });
  });
  return { number: own.number };
}
