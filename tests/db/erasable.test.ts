import { afterAll, beforeAll, expect, it } from 'vitest';
import { ERASABLE, KEPT } from '../../db/erasable.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

/** Every column that may hold something sealed: all binary ones, and whatever is called so. */
async function sealedColumns(): Promise<string[]> {
  const rows = await database.owner<{ name: string }[]>`
    select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and (a.atttypid = 'bytea'::regtype or a.attname like '%sealed%')
    order by 1`;
  return rows.map((row) => row.name);
}

const goes = (column: string): boolean =>
  ERASABLE.some(({ table, how }) => {
    if (how === 'delete') return column.startsWith(`${table}.`);
    const columns = 'blank' in how ? how.blank : how.clear;
    return columns.some((name) => column === `${table}.${name}`);
  });

it('every sealed column goes with the key of its case, or says why it stays (db/erasable.ts)', async () => {
  const unknown = (await sealedColumns()).filter((column) => !goes(column) && !(column in KEPT));
  expect(unknown).toEqual([]);
});

it('nothing is named that is not there, nor named twice', async () => {
  const columns = await sealedColumns();
  expect(Object.keys(KEPT).filter((column) => !columns.includes(column) || goes(column))).toEqual([]);
  for (const { table, how } of ERASABLE) {
    const named = how === 'delete' ? [] : 'blank' in how ? how.blank : how.clear;
    for (const column of named) expect(columns).toContain(`${table}.${column}`);
    await expect(database.owner.unsafe(`select 1 from ${table} limit 0`)).resolves.toEqual([]);
  }
});
