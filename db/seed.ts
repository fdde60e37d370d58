import { createHash } from 'node:crypto';
import type { Sql } from './client.ts';
import type { ReferenceSet, ReferenceTable } from './reference/set.ts';
import { SETS } from './reference/sets.ts';

/** Two loaders at once (two processes starting) wait for each other. */
const LOCK = 7_210_002;

/**
 * Loads the reference data (db/reference) into a migrated database: idempotent, one transaction, seconds at most.
 * A set whose hash is the one loaded last is skipped. A row that was edited locally is never overwritten: its
 * columns no longer give the hash that it was loaded with. Rows that left the reference stay, for others refer to them.
 * @param list by default what every portal has @returns the names of the sets that were loaded
 */
export async function loadReference(sql: Sql, list: readonly ReferenceSet[] = SETS): Promise<string[]> {
  const sets = list.map((set) => {
    const tables = set.tables();
    const json = tables.map((t) => JSON.stringify(t.rows));
    const hash = createHash('sha256');
    for (const [i, t] of tables.entries()) hash.update(t.table).update(t.columns.join()).update(json[i]!);
    return { name: set.name, tables, json, hash: hash.digest('hex') };
  });
  return (await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    const before = await tx<{ name: string; hash: string }[]>`select name, hash from reference_load`;
    const loaded = new Map(before.map((r) => [r.name, r.hash]));
    const changed: string[] = [];
    for (const set of sets) {
      if (loaded.get(set.name) === set.hash) continue;
      for (const [i, table] of set.tables.entries()) await tx.unsafe(upsert(table), [set.json[i]!]);
      await tx`
        insert into reference_load (name, hash) values (${set.name}, ${set.hash})
        on conflict (name) do update set hash = excluded.hash, loaded_at = now()`;
      changed.push(set.name);
    }
    if (changed.length > 0) {
      const tags = ['directory', 'policies', 'home', 'reference'];
      await tx`insert into cache_invalidation (tags) values (${tags})`;
    }
    return changed;
  })) as string[];
}

/** Names come from db/reference only. Types are the table's own, so both sides of a hash are written alike. */
function upsert(t: ReferenceTable): string {
  const list = (alias: string) => t.columns.map((c) => `${alias}.${c}`).join(', ');
  const hash = (alias: string) => `md5(row(${list(alias)})::text)`;
  const others = t.columns.filter((c) => !t.key.includes(c));
  const conditions: string[] = [];
  if (t.unlessTaken) {
    const same = t.unlessTaken.map((c) => `o.${c} = x.${c}`).join(' and ');
    const mine = t.key.map((c) => `o.${c} = x.${c}`).join(' and ');
    conditions.push(`not exists (select 1 from ${t.table} o where ${same} and not (${mine}))`);
  }
  if (t.owner) {
    const { table, column, key } = t.owner;
    conditions.push(`exists (select 1 from ${table} o where o.${key} = x.${column} and o.reference_hash is not null)`);
  }
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  const into = t.hashed ? [...t.columns, 'reference_hash'] : t.columns;
  const select = t.hashed ? `${list('x')}, ${hash('x')}` : list('x');
  const set = [...others, ...(t.hashed ? ['reference_hash'] : [])].map((c) => `${c} = excluded.${c}`);
  const action =
    set.length === 0
      ? 'do nothing'
      : `do update set ${set.join(', ')}${
          t.hashed
            ? ` where t.reference_hash = ${hash('t')} and t.reference_hash is distinct from excluded.reference_hash`
            : ` where (${list('t')}) is distinct from (${list('excluded')})`
        }`;
  return `insert into ${t.table} as t (${into.join(', ')})
    select ${select} from json_populate_recordset(null::${t.table}, $1::text::json) as x${where}
    on conflict (${t.key.join(', ')}) ${action}`;
}
