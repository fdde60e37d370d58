import type { Sql } from '../client.ts';

export interface QueueFigures {
  age: number;
  waiting: number;
  /** Tasks that were tried `stuckAfter` times or more: somebody must look. */
  stuck: number;
  /** Addresses that refuse, until they change. */
  refusing: number;
  held: number;
  connections: number;
}

/** What an operator watches; one statement. */
export async function queueFigures(sql: Sql, stuckAfter = 5): Promise<QueueFigures> {
  const [row] = await sql<QueueFigures[]>`
    select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age, count(*)::int as waiting,
      (count(*) filter (where attempts >= ${stuckAfter}))::int as stuck,
      (select count(*)::int from contact_bounce) as refusing,
      (select count(*)::int from cases where screening = 'held') as held,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections
    from outbox where done_at is null`;
  return row ?? { age: 0, waiting: 0, stuck: 0, refusing: 0, held: 0, connections: 0 };
}

/**
 * Invalidations of transactions that had not ended at the last look (`horizon` of it; null: from now on). A long transaction
 * holds the horizon back, so rows may come again: the caller remembers the ids.
 */
export async function invalidationsSince(
  sql: Sql,
  horizon: string | null,
): Promise<{ horizon: string; rows: { id: string; tags: string[] }[] }> {
  const [row] = await sql<{ horizon: string; rows: { id: string; tags: string[] }[] }[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, coalesce((
      select json_agg(json_build_object('id', id::text, 'tags', tags)) from cache_invalidation
      where xid >= coalesce(${horizon}::text::xid8, pg_snapshot_xmin(pg_current_snapshot()))), '[]') as rows`;
  return row ?? { horizon: horizon ?? '0', rows: [] };
}
