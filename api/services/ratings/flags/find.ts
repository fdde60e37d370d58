import { randomUUID } from 'node:crypto';
import { legalToday } from '../../../../db/queries/filing.ts';
import { insertFlag, pointHistories } from '../../../../db/queries/rating-flags.ts';
import { FLAG_HISTORY, FLAG_RULES, flagsOf } from '../../../domain/rating-flags.ts';
import type { Deps } from '../../context.ts';

const AT_ONCE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** Figures of a day may still be folded a moment after midnight: the day before yesterday is looked at once more. */
const DAYS = [2, 1];

/** Job: looks at the figures of the last whole days, point by point. Run twice, it finds nothing twice. @returns new flags */
export async function flagRatings(deps: Pick<Deps, 'sql'>): Promise<number> {
  const today = await legalToday(deps.sql);
  let found = 0;
  for (const back of DAYS) {
    const day = new Date(Date.parse(`${today}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);
    for (let after: string | null = FIRST; after !== null; ) {
      const page: Awaited<ReturnType<typeof pointHistories>> = await pointHistories(
        deps.sql,
        day,
        FLAG_HISTORY,
        after,
        AT_ONCE,
      );
      for (const point of page.points)
        for (const flag of flagsOf(point.days, day)) {
          const row = { id: randomUUID(), pointId: point.id, bodyId: point.bodyId, version: FLAG_RULES.version, flag };
          if (await insertFlag(deps.sql, row)) found++;
        }
      after = page.last;
    }
  }
  return found;
}
