import type { Tx } from '../../../db/client.ts';
import { type ArrearsReportRow, findReport, moveReport } from '../../../db/queries/arrears-reports.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { parse } from '../../contracts/parse.ts';
import { ArrearsStep } from '../../contracts/payment.ts';
import type { ArrearsReportState } from '../../domain/arrears-report.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';
import { requireRole } from '../officials/authorise.ts';
import { UUID } from '../uuid.ts';

/** One table of what can be done with a report. */
const STEPS = {
  submit: { from: 'draft', to: 'in_review', roles: ['publisher'] },
  return: { from: 'in_review', to: 'draft', roles: ['publisher', 'approver'] },
  publish: { from: 'in_review', to: 'published', roles: ['publisher', 'approver'] },
} as const satisfies Record<
  string,
  { from: ArrearsReportState; to: ArrearsReportState; roles: readonly OfficialRole[] }
>;
export type ArrearsAction = keyof typeof STEPS;
export const ARREARS_ACTIONS = Object.keys(STEPS) as ArrearsAction[];

/** What is open to somebody with these words about a report; whoever made it does not publish it. */
export const arrearsActions = (row: ArrearsReportRow, who: string, roles: readonly OfficialRole[]): ArrearsAction[] =>
  ARREARS_ACTIONS.filter((action) => {
    const step = STEPS[action];
    const holds = step.roles.some((role) => (roles as readonly string[]).includes(role));
    return row.state === step.from && holds && (action !== 'publish' || row.madeBy !== who);
  });

/**
 * Hands a report in, sends it back, or publishes it: the last by a second person.
 * @throws DomainError auth.* | resource.not_found | commitment.transition_refused | commitment.second_person_required |
 *   commitment.version_conflict
 */
export async function stepArrearsReport(ctx: Ctx, id: string, action: ArrearsAction, input: unknown): Promise<void> {
  const { version } = parse(ArrearsStep, input);
  const step = STEPS[action];
  await ctx.db.transaction(async (tx: Tx) => {
    const row = UUID.test(id) ? await findReport(tx, id, { lock: true }) : null;
    if (!row) throw new DomainError(ctx.actor.kind === 'public' ? 'auth.required' : 'resource.not_found');
    await requireRole(ctx, step.roles, row.bodyId);
    if (row.state !== step.from) {
      throw new DomainError('commitment.transition_refused', { params: { action, state: row.state } });
    }
    const by = nameOf(ctx.actor);
    if (action === 'publish' && row.madeBy === by) throw new DomainError('commitment.second_person_required');
    const { now } = await databaseTime(tx);
    const set = { state: step.to, ...(action === 'publish' ? { approvedBy: by, publishedAt: now } : {}) };
    if (!(await moveReport(tx, id, version, set))) throw new DomainError('commitment.version_conflict');
    await appendEvent(tx, {
      subjectKind: 'body',
      subjectId: row.bodyId,
      kind: `arrears_${action}`,
      actor: ctx.actor,
      bodyId: row.bodyId,
      at: now,
      payload: { report: id, version: version + 1, year: row.year, sha256: row.sha256.toString('hex') },
    });
    if (action === 'publish') await invalidate(tx, ['arrears', `body:${row.bodyId}`]);
  });
}
