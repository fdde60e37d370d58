import type postgres from 'postgres';
import type { Sql } from '../client.ts';

/** How the figures of ratings are kept (migration 0042): deltas are folded into rating_figure, which can be made again. */

const BATCH = 50_000;
const LOCK = 7_203_913;

/** What a rating at point `p`, of the body `body`, counts for: itself, its item, its body, and all places it lies in. */
const scopes = (sql: Sql | postgres.TransactionSql, body: string) => sql`
  lateral (
    select 'point' as scope, p.id::text as key
    union all select 'item', ${sql(body)} || '/' || p.name where p.kind = 'item'
    union all select 'body', ${sql(body)}::text
    union all select 'place', left(p.division, l) from unnest(array[2, 4, 6, 9]) l where length(p.division) >= l
  ) s`;

/**
 * Adds what was rated since the last time, each row exactly once: it is deleted by the transaction that adds it. Pages of the
 * points and bodies concerned are dropped. @returns rows folded; 0 too where another process is at it
 */
export async function foldRatings(sql: Sql): Promise<number> {
  return sql.begin(async (tx) => {
    const [lock] = await tx<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${LOCK}) as mine`;
    if (!lock?.mine) return 0;
    await tx`lock table rating_figure in share row exclusive mode`; // recompute waits, readers do not
    const [row] = await tx<{ n: number }[]>`
      with taken as (
        delete from rating_delta where ctid = any(array(select ctid from rating_delta limit ${BATCH}::int)) returning *
      ), change as (
        select service_point_id, body_id, day, level, measure, sum(n) as n
        from taken, unnest(measures) measure group by 1, 2, 3, 4, 5
      ), put as (
        insert into rating_figure (scope, key, day, channel, level, measure, n)
        select s.scope, s.key, c.day, p.channel, c.level, c.measure, sum(c.n)
        from change c join service_point p on p.id = c.service_point_id cross join ${scopes(tx, 'c.body_id')}
        group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0
        on conflict (scope, key, day, channel, level, measure) do update set n = rating_figure.n + excluded.n
      ), told as (
        insert into cache_invalidation (tags)
        select array_agg(distinct tag) from (
          select 'point:' || service_point_id from taken union all select 'ratings:' || body_id from taken
        ) t (tag) having count(*) > 0
      )
      select count(*)::int as n from taken`;
    return row?.n ?? 0;
  }) as Promise<number>;
}

/** The first day whose ratings are all still there: months before it were dropped, and their figures stand. */
const firstDay = (tx: postgres.TransactionSql) => tx`(
  select coalesce(min(to_date(right(relname, 6), 'YYYYMM')), date '2026-01-01') from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'rating'::regclass and c.relname ~ '^rating_\\d{6}$')`;

/**
 * Counts the ratings of some days anew and puts the figures right, while ratings go on: one snapshot holds the ratings with the
 * deltas that are still to be folded. @param from legal date; null: as far back as there are ratings
 * @returns figures that were wrong
 */
export async function recomputeRatings(sql: Sql, from: string | null = null): Promise<number> {
  return sql.begin('isolation level repeatable read', async (tx) => {
    await tx`lock table rating_figure in share row exclusive mode`; // before the snapshot: no fold is half seen
    await tx`set local statement_timeout = 0`;
    const [row] = await tx<{ n: number }[]>`
      with span as materialized (select greatest(${from}::date, ${firstDay(tx)}) as first),
      counted as (
        select service_point_id, body_id, (created_at at time zone 'Asia/Shanghai')::date as day, level, measure, count(*) as n
        from rating cross join span cross join lateral unnest(array['given'] || case when repeated then array['repeated'] else '{}' end
          || case when set_aside_at is not null then array['set_aside'] else '{}' end || indicators) measure
        where created_at >= span.first::timestamp at time zone 'Asia/Shanghai'
        group by 1, 2, 3, 4, 5
        union all
        select service_point_id, body_id, day, level, measure, -n
        from rating_delta cross join span cross join lateral unnest(measures) measure where day >= span.first
      ), difference as (
        select scope, key, day, channel, level, measure, sum(n) as n
        from (
          select s.scope, s.key, c.day, p.channel, c.level, c.measure, sum(c.n) as n
          from counted c join service_point p on p.id = c.service_point_id cross join ${scopes(tx, 'c.body_id')}
          group by 1, 2, 3, 4, 5, 6
          union all
          select scope, key, day, channel, level, measure, -n from rating_figure cross join span where day >= span.first
        ) t
        group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
      ), put as (
        insert into rating_figure (scope, key, day, channel, level, measure, n)
        select * from difference
        on conflict (scope, key, day, channel, level, measure) do update set n = rating_figure.n + excluded.n
      )
      select count(*)::int as n from difference`;
    await tx`delete from rating_figure where n = 0`;
    return row?.n ?? 0;
  }) as Promise<number>;
}
