import { ensureRatingMonths } from '../../../../db/queries/rating-months.ts';
import { WORDS } from '../../../../db/reference/demo/full/ratings.ts';
import { indicatorsOf, type RatingLevel } from '../../../domain/rating.ts';
import type { Deps } from '../../../services/context.ts';
import { createGathering } from '../../../services/ratings/gather.ts';
import type { PendingRating, Rated } from '../../../services/ratings/pending.ts';
import { rate } from '../../../services/ratings/rate.ts';
import { writeRatings } from '../../../services/ratings/write-group.ts';
import { demoId } from '../ratings.ts';
import { DAYS } from './counts.ts';
import { type Draw, draw } from './draw.ts';
import type { FullPoint } from './points.ts';
import type { World } from './world.ts';

/** Hours (UTC) at which a day's ratings come, with their shares. */
const HOURS = [
  [1.7, 0.34],
  [3.2, 0.2],
  [6.6, 0.28],
  [8.4, 0.18],
] as const;

/** What fewer than this give in a day comes at once. */
const FEW = 40;

/** How many ratings each day gets: fewer on weekends, more every month. The oldest day first. */
export function dailyRatings(base: Date, all: number): number[] {
  const weights = Array.from({ length: DAYS }, (_, n) => {
    const weekday = new Date(base.getTime() - (DAYS - n) * 86_400_000).getUTCDay();
    return (
      (weekday === 0 || weekday === 6 ? 0.3 : 1) * (0.6 + (0.8 * n) / DAYS) * (0.85 + 0.3 * draw(`day ${n}`).next())
    );
  });
  const total = weights.reduce((sum, one) => sum + one, 0);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const upTo = Math.round((all * before) / total);
    const today = upTo - given;
    given = upTo;
    return today;
  });
}

/** A year or two of ratings by the same verb, a few hundred of an hour together. */
export async function fillRatings(
  world: World,
  points: readonly FullPoint[],
  deps: Deps,
  present: Deps,
): Promise<void> {
  const { base, counts } = world;
  const days = dailyRatings(base, counts.ratings);
  const first = world.done('days');
  if (first >= DAYS) return;
  const ctx = {
    ...world.ctx,
    actor: { kind: 'public' as const },
    ratings: createGathering<PendingRating, Rated>({
      write: (group) => writeRatings(deps, group),
      linger: 1,
      lanes: 3,
      capacity: 1e9,
    }),
  };
  let done = days.slice(0, first).reduce((sum, one) => sum + one, 0);
  world.progress.begin('评价 ratings', counts.ratings, done);
  for (let n = first; n < DAYS; n++) {
    const d = draw(`ratings ${n}`);
    const day = new Date(base.getTime() - (DAYS - n) * 86_400_000);
    let given = 0;
    const hours = days[n]! < FEW ? HOURS.slice(0, 1) : HOURS;
    for (const [h, [hour, share]] of hours.entries()) {
      const upTo = h === hours.length - 1 ? days[n]! : Math.min(days[n]!, given + Math.round(days[n]! * share));
      const instant = new Date(day);
      instant.setUTCHours(0, 0, Math.round((hour + d.next() * 0.4) * 3600), 0);
      await world.at(instant);
      const all: Promise<unknown>[] = [];
      for (; given < upTo; given++) {
        const id = demoId(`full rating ${n} ${given}`);
        const { said, device } = oneRating(d, pointOf(d, points), n, given);
        all.push(rate(ctx, { submissionId: id, ...said }, { device }));
      }
      await Promise.all(all);
    }
    // A month of the past gets its own table as soon as there is something in it: moving a day is nothing, moving a year is.
    if (n === first || new Date(day.getTime() + 8 * 3_600_000).getUTCDate() <= 1) await ensureRatingMonths(present.sql);
    done += days[n]!;
    await world.note('days', n + 1);
    world.progress.step(done);
  }
  world.progress.end();
}

let heaviest: { points: readonly FullPoint[]; total: number } | null = null;
function pointOf(d: Draw, points: readonly FullPoint[]): FullPoint {
  if (heaviest?.points !== points) heaviest = { points, total: points.reduce((sum, one) => sum + one.weight, 0) };
  let at = d.next() * heaviest.total;
  for (const point of points) {
    at -= point.weight;
    if (at < 0) return point;
  }
  return points.at(-1)!;
}

function oneRating(d: Draw, point: FullPoint, day: number, n: number) {
  // Counters get better as time goes on.
  const bad = d.next() < point.bad * (1.4 - (0.8 * day) / DAYS);
  const drawn = d.next();
  const [five, four] = point.good;
  const level: RatingLevel = bad ? (drawn < 0.35 ? 1 : 2) : drawn < five ? 5 : drawn < five + four ? 4 : 3;
  const speaks = d.next() < (bad ? 0.85 : 0.03);
  const said = {
    code: point.code,
    level,
    ...(speaks ? { words: d.pick(WORDS[level] ?? []) } : {}),
    ...(d.next() < 0.12 ? { indicators: [d.pick(indicatorsOf(point.channel))] } : {}),
  };
  // Of a hundred one comes from a device that has rated here today.
  return { said, device: d.next() < 0.01 ? 'shared' : `device ${day} ${n}` };
}
