import { getAuthTables } from 'better-auth/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authOptions } from '../../api/adapters/auth.ts';
import { testDatabase } from '../support/database.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.end());

const NAMES: Record<string, string> = {
  user: 'auth_user',
  session: 'auth_session',
  account: 'auth_account',
  verification: 'auth_verification',
  twoFactor: 'auth_two_factor',
};
const TYPES: Record<string, string[]> = {
  string: ['text'],
  boolean: ['boolean'],
  number: ['integer', 'bigint'],
  date: ['timestamp with time zone'],
};
const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

it('has every table and column that the sign-in library asks for, of the type and constraint it expects', async () => {
  const options = authOptions({ db: db.db, secret: 'x'.repeat(32), publicUrl: 'http://localhost', issuer: 'Jiannuo' });
  const columns = await db.sql<{ table: string; column: string; type: string; nullable: boolean; preset: boolean }[]>`
    select table_name as table, column_name as column, data_type as type, is_nullable = 'YES' as nullable,
      column_default is not null as preset
    from information_schema.columns where table_name like 'auth\_%'`;
  const tables = Object.entries(getAuthTables(options)).filter(([name]) => name in NAMES);
  expect(tables.map(([name]) => name).sort()).toEqual(Object.keys(NAMES).sort());
  for (const [name, table] of tables) {
    const ours = columns.filter((c) => c.table === NAMES[name]);
    for (const [field, attribute] of Object.entries(table.fields)) {
      const column = ours.find((c) => c.column === snake(field));
      expect(column, `${NAMES[name]}.${snake(field)}`).toBeDefined();
      expect(TYPES[String(attribute.type)], `${name}.${field}`).toContain(column?.type);
      if (!attribute.required)
        expect(column?.nullable || column?.preset, `${name}.${field} may be left out`).toBe(true);
    }
    // Columns of our own must not stand in the library's way when it inserts.
    const theirs = new Set(['id', ...Object.keys(table.fields).map(snake)]);
    for (const column of ours.filter((c) => !theirs.has(c.column))) {
      expect(column.nullable || column.preset, `${column.table}.${column.column}`).toBe(true);
    }
  }
});
