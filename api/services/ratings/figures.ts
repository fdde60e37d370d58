import { changesMade, loopCounts } from '../../../db/queries/rating-loop.ts';
import { type MonthCount, monthCounts } from '../../../db/queries/rating-read.ts';
import { INDICATORS, type Indicator, isBadRating, type RatingLevel, summarise } from '../../domain/rating.ts';
import { type LoopFigures, loopFigures } from '../../domain/rating-loop.ts';
import type { Ctx } from '../context.ts';
import type { DatedSummary } from './summary.ts';

/** Months that the trend shows, this one included. */
const TREND = 13;
const CHANGES = 10;

export interface RatingMonth {
  month: string; // YYYY-MM
  given: number;
  satisfied: number;
  setAside: number;
}

export interface RatingFigures {
  summary: DatedSummary;
  /** Set aside by review; counted in the summary all the same. */
  setAside: number;
  /** Not the first of their device at their point on their day. */
  repeated: number;
  /** How often each was named, by those who were satisfied and those who were not; only what was named at all. */
  indicators: { indicator: Indicator; good: number; bad: number }[];
  /** The last months up to the newest rating; months without ratings are there with zeros. */
  months: RatingMonth[];
  loop: LoopFigures;
  /** What was changed because of bad ratings, newest first. */
  changes: { at: Date; outcome: string; text: string; again: string | null }[];
  /** As they are kept, for the table to take along. */
  rows: MonthCount[];
}

/** All public figures of a body or of one of its points: three statements, whatever the number of ratings. */
export async function ratingFigures(ctx: Ctx, of: { bodyId: string; pointId?: string }): Promise<RatingFigures> {
  const { bodyId, pointId } = of;
  const [rows, counts, changes] = await Promise.all([
    monthCounts(ctx.sql, pointId ? 'point' : 'body', pointId ?? bodyId),
    loopCounts(ctx.sql, pointId ? { pointId, bodyId } : { bodies: [bodyId] }),
    changesMade(ctx.sql, of, CHANGES),
  ]);
  const given = rows.filter((row) => row.measure === 'given');
  const sum = (some: readonly MonthCount[]) => some.reduce((total, row) => total + row.n, 0);
  const of_ = (measure: string) => rows.filter((row) => row.measure === measure);
  const bad = (row: MonthCount) => isBadRating(row.level as RatingLevel);
  const levels = new Map<number, number>();
  for (const row of given) levels.set(row.level, (levels.get(row.level) ?? 0) + row.n);
  return {
    summary: {
      ...summarise(levels),
      first: given.map((row) => row.first).sort()[0] ?? null,
      last:
        given
          .map((row) => row.last)
          .sort()
          .at(-1) ?? null,
    },
    setAside: sum(of_('set_aside')),
    repeated: sum(of_('repeated')),
    indicators: INDICATORS.map((indicator) => ({
      indicator,
      good: sum(of_(indicator).filter((row) => !bad(row))),
      bad: sum(of_(indicator).filter(bad)),
    })).filter((one) => one.good + one.bad > 0),
    months: lastMonths(given[0]?.month, given.at(-1)?.month).map((month) => {
      const there = given.filter((row) => row.month === month);
      const setAside = of_('set_aside').filter((row) => row.month === month);
      return { month, given: sum(there), satisfied: sum(there.filter((row) => !bad(row))), setAside: sum(setAside) };
    }),
    loop: loopFigures(counts),
    changes: [...changes],
    rows,
  };
}

/** Every month from the first rating to the newest, thirteen at most. */
function lastMonths(first: string | undefined, newest: string | undefined): string[] {
  if (!first || !newest) return [];
  const [year = 0, month = 1] = newest.split('-').map(Number);
  return Array.from({ length: TREND }, (_, i) =>
    new Date(Date.UTC(year, month - TREND + i, 1)).toISOString().slice(0, 7),
  ).filter((one) => one >= first);
}
