import { ownReportMessages, reportedCase } from '../../../db/queries/retaliation.ts';
import type { OwnReports } from '../../contracts/retaliation.ts';
import type { OwnCase } from '../complaints/open-case.ts';
import type { Ctx } from '../context.ts';
import { bodyName } from '../officials/inbox.ts';
import { confidant } from './confidant.ts';
import { reportContext } from './report.ts';

/** What the complainant told of retaliation and what came back; only here, never in the timeline of the case. */
export async function ownReports(ctx: Ctx, own: OwnCase): Promise<OwnReports> {
  const [head, messages, directory] = await Promise.all([
    reportedCase(ctx.sql, own.caseId),
    ownReportMessages(ctx.sql, own.caseId),
    ctx.directory(),
  ]);
  const superior = head && (await confidant(ctx, head));
  return {
    reader: superior ? bodyName(directory, superior, ctx.locale) : null,
    words: messages.map((row) => ({
      at: row.at.toISOString(),
      by: row.author === 'official' ? ('superior' as const) : ('complainant' as const),
      body: row.author === 'official' ? bodyName(directory, row.bodyId, ctx.locale) : null,
      text: JSON.parse(ctx.keys.open(own.key, row.sealed, reportContext(row.reportId, row.id)).toString('utf8')).text,
    })),
  };
}
