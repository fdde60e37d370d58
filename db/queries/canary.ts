import type { Sql } from '../client.ts';

export const canaries = (sql: Sql): Promise<{ version: number; sealed: Buffer }[]> =>
  sql<
    { version: number; sealed: Buffer }[]
  >`select key_version as version, sealed from key_canary order by key_version`;

export async function insertCanary(sql: Sql, version: number, sealed: Buffer): Promise<void> {
  await sql`insert into key_canary (key_version, sealed) values (${version}, ${sealed}) on conflict do nothing`;
}

/** What the role of the application may do to the history; both must be false. */
export async function mayRewriteHistory(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ may: boolean }[]>`
    select has_table_privilege('event', 'UPDATE') or has_table_privilege('event', 'DELETE')
      or has_table_privilege('event', 'TRUNCATE') as may`;
  return row?.may ?? true;
}

/** Milliseconds by which the clock of this machine is ahead of the database's. */
export async function clockSkew(sql: Sql): Promise<number> {
  const before = Date.now();
  const [row] = await sql<{ now: number }[]>`select extract(epoch from clock_timestamp())::float8 * 1000 as now`;
  return (before + Date.now()) / 2 - (row?.now ?? 0);
}
