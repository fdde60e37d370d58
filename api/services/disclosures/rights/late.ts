import { openRequests } from '../../../../db/queries/disclosure-rights.ts';
import { databaseTime } from '../../../../db/queries/disclosures.ts';
import { legalDate } from '../../../domain/calendar.ts';
import { type RequestKind, type RequestStep, requestClocks } from '../../../domain/disclosure-request.ts';
import { placeChain } from '../../../domain/publication.ts';
import { type DaysLeft, daysLeft, soonAfter } from '../../../domain/running-clock.ts';
import type { Ctx } from '../../context.ts';

const MOST = 500;

export interface PressingRequest {
  /** The record. */
  id: string;
  title: string;
  kind: RequestKind;
  step: RequestStep;
  due: string;
  left: DaysLeft;
  /** Whose it is to decide; null: the portal itself published the record. */
  bodyId: string | null;
}

/** Steps of objections and repairs that are late or nearly so at these bodies, the latest first; derived, nowhere stored. */
export async function pressingRequests(ctx: Ctx, bodies: readonly string[]): Promise<PressingRequest[]> {
  const [rows, rules, calendar, { today }] = await Promise.all([
    openRequests(ctx.db, null, [...bodies], MOST),
    ctx.clockRules(),
    ctx.calendar(),
    databaseTime(ctx.db),
  ]);
  const chain = placeChain(ctx.place.division);
  const soon = soonAfter(today, calendar);
  return rows
    .flatMap(({ request, id, title, publisherId }) =>
      requestClocks({ ...request, filedOn: legalDate(request.filedAt) }, rules, calendar, chain)
        .filter(({ due }) => due <= soon)
        .map(({ step, due, unit }) => ({
          id,
          title,
          kind: request.kind,
          step,
          due,
          left: daysLeft(today, due, unit, calendar),
          bodyId: publisherId,
        })),
    )
    .sort((a, b) => a.due.localeCompare(b.due));
}
