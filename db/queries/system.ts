import type { Sql } from '../client.ts';

/** What an operator watches; one statement. */
export async function queueFigures(
  sql: Sql,
): Promise<{ age: number; waiting: number; held: number; connections: number }> {
  const [row] = await sql<{ age: number; waiting: number; held: number; connections: number }[]>`
    select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age, count(*)::int as waiting,
      (select count(*)::int from cases where screening = 'held') as held,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections
    from outbox where done_at is null`;
  return row ?? { age: 0, waiting: 0, held: 0, connections: 0 };
}

/** Invalidations that others committed lately; long transactions commit ids out of order, so a window is read again. */
export async function recentInvalidations(sql: Sql): Promise<{ id: number; tags: string[] }[]> {
  return sql<{ id: number; tags: string[] }[]>`
    select id::float8 as id, tags from cache_invalidation where at > now() - interval '60 seconds' order by id`;
}
