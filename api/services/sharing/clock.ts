import { addDays } from '../../domain/calendar.ts';
import { disclosureRule, dueBy, placeChain } from '../../domain/publication.ts';
import { lateSince, type ShareAct, shareStep } from '../../domain/sharing.ts';
import type { Ctx } from '../context.ts';

export interface ShareClock {
  /** The last day on which a message may leave; null where the place has no rule. */
  dueOf(act: ShareAct, since: string): string | null;
  /** What is from this day or before is late; null: nothing is. */
  late: { put: string | null; remove: string | null };
}

/** When messages are due, by the rules and holidays of today: never stored, so that a new holiday notice moves it. */
export async function shareClock(
  ctx: Pick<Ctx, 'calendar' | 'clockRules' | 'place'>,
  today: string,
): Promise<ShareClock> {
  const [calendar, rules] = await Promise.all([ctx.calendar(), ctx.clockRules()]);
  const chain = placeChain(ctx.place.division);
  const dueOf = (act: ShareAct, since: string) =>
    dueBy(disclosureRule(rules, shareStep(act), since, chain), since, calendar);
  const late = (act: ShareAct) =>
    lateSince(
      today,
      (since) => dueOf(act, since),
      (day) => addDays(day, -1),
    );
  return { dueOf, late: { put: late('add'), remove: late('remove') } };
}
