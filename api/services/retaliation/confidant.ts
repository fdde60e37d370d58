import type { Tx } from '../../../db/client.ts';
import { officialsWith } from '../../../db/queries/notices.ts';
import { moveReport, type ReportedHead, reportsWith } from '../../../db/queries/retaliation.ts';
import { confidantsOf } from '../../domain/retaliation.ts';
import type { Ctx } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';

type Needs = Pick<Ctx, 'directory' | 'sql'>;

/** The nearest body above the handler where somebody reads such reports; where nobody does, the nearest. Null: nobody is above. */
export async function confidant(ctx: Needs, head: ReportedHead): Promise<string | null> {
  if (!head.handlerId) return null;
  const directory = await ctx.directory();
  const above = confidantsOf(directory, {
    handlerId: head.handlerId,
    watchingId: head.watchingId,
    respondents: [head.respondentId, head.respondentNowId],
    on: head.today,
    under: (upper, lower) => subordinate(directory, upper, lower),
  });
  const readers = new Set((await officialsWith(ctx.sql, ['supervisor'])).map((grant) => grant.bodyId));
  return above.find((id) => readers.has(id)) ?? above[0] ?? null;
}

/**
 * The case goes to `handlerId`: reports that lie with that body go one up, for no handler reads what is told about handlers.
 * Called in the transaction that hands the case over; the queries hide them from it even so.
 */
export async function passReportsUp(
  tx: Tx,
  ctx: Needs,
  head: ReportedHead & { id: string },
  handlerId: string,
): Promise<void> {
  const mine = await reportsWith(tx, head.id, handlerId);
  if (mine.length === 0) return;
  const above = await confidant(ctx, { ...head, handlerId });
  for (const report of mine) if (above && above !== report.againstId) await moveReport(tx, report.id, above);
}
