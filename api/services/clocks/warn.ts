import {
  heldTooLong,
  type ReachedRung,
  type Stretch,
  type Sweep,
  type WarnedThing,
  warnBatch,
  warnOfHeld,
} from '../../../db/queries/clock-warnings.ts';
import { allRungs } from '../../../db/queries/clocks.ts';
import { legalToday } from '../../../db/queries/filing.ts';
import { addDays, addWorkingDays, type Calendar, isWorkingDay } from '../../domain/calendar.ts';
import { WINDOW_STEPS } from '../../domain/deadline.ts';
import { ladderFor, type Rung, reachedBy } from '../../domain/ladder.ts';
import type { Deps } from '../context.ts';
import { SCREENING_DAYS } from './screening.ts';

const BATCH = 2000;

/** The ladders that hold on a day, each rung with the last due date that has reached it, and the stretches between them. */
export function climb(rungs: readonly Rung[], today: string, calendar: Calendar): Sweep {
  const places = [...new Set(rungs.map((rung) => rung.division))];
  const ladders = places
    .map((place) => ladderFor(rungs, place === null ? [] : [place], today))
    .filter((ladder, i) => ladder.length > 0 && ladder[0]?.division === places[i])
    .map((ladder) =>
      ladder.map(({ division, rung, roles, superior, template, days }): ReachedRung => {
        const reach = reachedBy(days, today, calendar);
        return { division, rung, roles, superior, template, reach };
      }),
    );
  const stretches = ladders.flatMap((ladder) =>
    ladder.map(
      ({ division, reach }, i): Stretch => ({ division, warned: i === 0 ? 0 : (ladder[i - 1]?.rung ?? 0), reach }),
    ),
  );
  return { today, rungs: ladders.flat(), stretches, windows: WINDOW_STEPS };
}

/**
 * Warns of every clock and follow-up that has reached a rung of its place's ladder, and the intake of filings that were held
 * longer than promised. Runs as often as one likes, and many at once: each warning is given once.
 * @returns warnings given
 */
export async function warn(deps: Pick<Deps, 'sql' | 'db' | 'calendar'>): Promise<number> {
  const [today, calendar, rungs] = await Promise.all([legalToday(deps.sql), deps.calendar(), allRungs(deps.db)]);
  const sweep = climb(rungs, today, calendar);
  let given = 0;
  for (const thing of ['clock', 'follow_up'] as const satisfies WarnedThing[]) {
    for (const stretch of sweep.stretches) {
      for (let seen = BATCH; seen === BATCH; ) {
        const batch = await warnBatch(deps.sql, thing, stretch, sweep, BATCH);
        given += batch.given;
        seen = batch.seen;
      }
    }
  }
  return given + (await warnHeld(deps, today, calendar));
}

/** A held filing is screened within a working day; the intake that did not is told. */
async function warnHeld(deps: Pick<Deps, 'sql'>, today: string, calendar: Calendar): Promise<number> {
  // The last day of filing whose promise has passed: with a working day between it and today.
  let filedBy = addDays(today, -1);
  for (let left = SCREENING_DAYS; left > 0; filedBy = addDays(filedBy, -1)) if (isWorkingDay(filedBy, calendar)) left--;
  let given = 0;
  for (let seen = BATCH; seen === BATCH; ) {
    const held = await heldTooLong(deps.sql, filedBy, BATCH);
    seen = held.length;
    if (seen === 0) break;
    const late = held.map(({ id, filedOn }) => ({
      id,
      dueOn: addWorkingDays(filedOn, SCREENING_DAYS, calendar).date,
    }));
    given += await warnOfHeld(deps.sql, late);
  }
  return given;
}
