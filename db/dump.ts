import type { Readable, Writable } from 'node:stream';
import type { TransactionSql } from 'postgres';
import type { Sql } from './client.ts';

/**
 * Not backed up: what a restore must not bring back (sessions), what means nothing elsewhere (counters, invalidations), and what
 * triggers make again while the cases come in (the tally of the inbox, the list of cases to be indexed).
 */
const LEFT_OUT = [
  'schema_migration',
  'cache_invalidation',
  'rate_limit',
  'auth_session',
  'auth_verification',
  'auth_rate_limit',
  'inbox_tally',
  'case_search',
  'case_search_todo',
  'case_presence',
];

/** What migrations fill: a database that has only this holds nothing yet, and the rows of a backup stand in its stead. */
const DELIVERED = ['integrity_weights'];

export interface Table {
  name: string;
  columns: string[];
}

/** Every table with its columns, those that others refer to first. A partitioned table stands for its partitions. */
export async function tables(sql: Sql | TransactionSql): Promise<Table[]> {
  const rows = await sql<{ name: string; columns: string[]; needs: string[] }[]>`
    select c.relname as name,
      (select array_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid and not f.condeferrable) as needs
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> all(${LEFT_OUT})
    order by c.relname`;
  const ordered: Table[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const next = [...waiting.values()].filter((row) => row.needs.every((need) => !waiting.has(need)));
    if (next.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns } of next) {
      ordered.push({ name, columns });
      waiting.delete(name);
    }
  }
  return ordered;
}

const list = (table: Table) => table.columns.map((column) => `"${column}"`).join(', ');

export async function* copyOut(tx: TransactionSql, table: Table): AsyncGenerator<Buffer> {
  const stream = await (tx
    .unsafe(`copy (select ${list(table)} from "${table.name}") to stdout`)
    .readable() as unknown as Promise<Readable>);
  yield* stream;
  // postgres.js pauses its socket for a full stream and resumes it on the next read: an ended stream has none.
  stream._read(0);
}

export async function copyIn(tx: TransactionSql, table: Table): Promise<Writable> {
  if (DELIVERED.includes(table.name)) await tx.unsafe(`delete from "${table.name}"`);
  return tx.unsafe(`copy "${table.name}" (${list(table)}) from stdin`).writable() as unknown as Promise<Writable>;
}

export async function isEmpty(sql: Sql, all: readonly Table[]): Promise<boolean> {
  for (const { name } of all) {
    if (DELIVERED.includes(name)) continue;
    const [row] = await sql.unsafe(`select exists (select from "${name}") as filled`);
    if (row?.filled) return false;
  }
  return true;
}

export async function sequences(tx: TransactionSql): Promise<Record<string, string>> {
  const rows = await tx<{ name: string; value: string | null }[]>`
    select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public'`;
  return Object.fromEntries(rows.flatMap((row) => (row.value === null ? [] : [[row.name, row.value]])));
}

/** Numbers that were given out after the backup must not be given to somebody else: cases go on well above. */
const GAP: Record<string, number> = { case_serial: 10_000 };

export async function setSequences(tx: TransactionSql, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await tx`select setval(${`public."${name}"`}::regclass, ${value}::bigint + ${GAP[name] ?? 0}::bigint)
      where to_regclass(${`public."${name}"`}) is not null`;
  }
}

/** What waited when the backup was made is handed to the queue again. */
export async function wakeOutbox(tx: TransactionSql): Promise<void> {
  await tx`update outbox set dispatched_at = null where done_at is null`;
}

export const storedFiles = (tx: TransactionSql): Promise<{ name: string }[]> =>
  tx<{ name: string }[]>`
    select storage_name as name from evidence where removed_at is null
    union all select storage_name from disclosure_file
    union all select storage_name from commitment_file
    union all select storage_name from disclosure_request_file where removed_at is null order by 1`;
