import { randomUUID } from 'node:crypto';
import type { Sql } from '../client.ts';

export interface FilterRow {
  id: string;
  name: string;
  query: string;
  counted: number | null;
  countedAt: Date | null;
  /** Whether the count is too old to be shown. */
  stale: boolean;
}

export async function filtersOf(sql: Sql, owner: string, stands: number): Promise<FilterRow[]> {
  return sql<FilterRow[]>`
    select id, name, query, counted, counted_at as "countedAt",
      counted_at is null or counted_at < now() - make_interval(secs => ${stands}) as stale
    from inbox_filter where owner = ${owner} order by created_at, id`;
}

/** A new filter, or another name or query of one's own. @returns its id; null: not one's own, or there are too many */
export async function saveFilterRow(
  sql: Sql,
  f: { id: string | null; owner: string; name: string; query: string },
  most: number,
): Promise<string | null> {
  const [row] = f.id
    ? await sql<{ id: string }[]>`
        update inbox_filter set name = ${f.name}, query = ${f.query}, counted = null, counted_at = null
        where id = ${f.id} and owner = ${f.owner} returning id`
    : await sql<{ id: string }[]>`
        insert into inbox_filter (id, owner, name, query)
        select ${randomUUID()}, ${f.owner}, ${f.name}, ${f.query}
        where (select count(*) from inbox_filter where owner = ${f.owner}) < ${most} returning id`;
  return row?.id ?? null;
}

export async function dropFilterRow(sql: Sql, owner: string, id: string): Promise<boolean> {
  return (await sql`delete from inbox_filter where id = ${id} and owner = ${owner} returning 1`).length > 0;
}

export async function keepCounts(sql: Sql, counts: readonly { id: string; n: number }[]): Promise<void> {
  if (counts.length === 0) return;
  await sql`
    update inbox_filter f set counted = x.n, counted_at = now()
    from json_to_recordset(${JSON.stringify(counts)}::text::json) as x (id uuid, n integer) where f.id = x.id`;
}
