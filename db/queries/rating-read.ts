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

export interface MonthCount {
  month: string; // YYYY-MM
  level: number;
  measure: string;
  n: number;
  first: string; // legal dates
  last: string;
}

/** Everything that is kept of one point, item, body or place, by month. */
export const monthCounts = (sql: Sql, scope: RatingScope, key: string) =>
  sql<MonthCount[]>`
    select to_char(day, 'YYYY-MM') as month, level, measure, sum(n)::int as n, min(day) as first, max(day) as last
    from rating_figure where scope = ${scope} and key = ${key}
    group by 1, 2, 3 having sum(n) <> 0 order by 1, 2 desc, 3`;

export interface PublicPoint {
  id: string;
  name: string;
  nameEn: string | null;
  placeName: string;
  placeNameEn: string | null;
  kind: string;
  channel: 'offline' | 'online';
  bodyId: string;
  revoked: boolean;
}

const COLUMNS = (sql: Sql) => sql`
  p.id, p.name, p.name_en as "nameEn", p.place_name as "placeName", p.place_name_en as "placeNameEn", p.kind, p.channel,
  p.body_id as "bodyId", p.revoked_at is not null as revoked`;

/** A point as the public knows it: never its code, which is the right to rate. */
export async function publicPoint(sql: Sql, id: string): Promise<PublicPoint | null> {
  const [row] = await sql<PublicPoint[]>`select ${COLUMNS(sql)} from service_point p where p.id = ${id}`;
  return row ?? null;
}

export interface RatedPoint extends PublicPoint {
  total: number;
  satisfied: number;
}

/** Points of a body with their ratings since a day, by place and name; those out of use only where they were rated. */
export const ratedPoints = (
  sql: Sql,
  of: { bodyId: string; since: string; after: { placeName: string; name: string; id: string } | null; limit: number },
) =>
  sql<RatedPoint[]>`
    select ${COLUMNS(sql)}, coalesce(f.total, 0)::int as total, coalesce(f.satisfied, 0)::int as satisfied
    from service_point p left join lateral (
      select sum(n) as total, sum(n) filter (where level >= 3) as satisfied from rating_figure
      where scope = 'point' and key = p.id::text and day >= ${of.since}::date and measure = 'given'
    ) f on true
    where p.body_id = ${of.bodyId} and (p.revoked_at is null or f.total > 0)
      ${of.after ? sql`and (p.place_name, p.name, p.id) > (${of.after.placeName}, ${of.after.name}, ${of.after.id}::uuid)` : sql``}
    order by p.place_name, p.name, p.id limit ${of.limit}`;
