import type { RatingScope } from '../../api/domain/rating.ts';
import type { Sql } from '../client.ts';

/** Figures of ratings as they are read: from rating_figure alone, one range of its key each. */

export interface LevelCount {
  level: number;
  count: number;
  first: string; // legal dates
  last: string;
}

/** Counts by level of all time, with the first and last day. */
export const levelCounts = (sql: Sql, scope: RatingScope, key: string) =>
  sql<LevelCount[]>`
    select level, sum(n)::int as count, min(day) as first, max(day) as last
    from rating_figure where scope = ${scope} and key = ${key} and measure = 'given'
    group by level order by level desc`;
