import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSchema, checkServer, migrate, migrations } from '../../db/migrate.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

test('migrating twice applies nothing the second time', async () => {
  expect(await migrate({ ownerUrl: database.ownerUrl, appUrl: database.url })).toEqual([]);
});

test('the application knows its schema and the server speaks Chinese', async () => {
  await checkSchema(database.sql);
  await checkServer(database.sql);
});

test('the application can neither change nor delete an event', async () => {
  await expect(database.sql`update event set kind = 'x'`).rejects.toThrow(/permission denied/);
  await expect(database.sql`delete from event`).rejects.toThrow(/permission denied/);
  await expect(database.sql`truncate event`).rejects.toThrow(/permission denied/);
});

test('a file changed after it was applied is refused, by the runner and at start', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jiannuo-migrations-'));
  for (const file of migrations()) await fs.writeFile(path.join(folder, file.name), file.sql);
  await fs.appendFile(path.join(folder, migrations()[0]?.name ?? ''), '-- changed');
  await expect(migrate({ ownerUrl: database.ownerUrl, appUrl: database.url, folder })).rejects.toThrow(/was changed/);
  await expect(checkSchema(database.sql, migrations(folder))).rejects.toThrow(/not known/);
  await fs.rm(folder, { recursive: true });
});

test('a schema that lacks a migration of this release is refused, a newer one is not', async () => {
  const missing = [...migrations(), { name: '9999_later.sql', sql: '', checksum: 'x' }];
  await expect(checkSchema(database.sql, missing)).rejects.toThrow(/9999_later/);
  await checkSchema(database.sql, migrations().slice(0, -1));
});

test('a failing file leaves nothing behind, and a file without transaction runs statement by statement', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jiannuo-migrations-'));
  for (const file of migrations()) await fs.writeFile(path.join(folder, file.name), file.sql);
  await fs.writeFile(path.join(folder, '9001_bad.sql'), 'create table half (id int); select 1/0;');
  await expect(migrate({ ownerUrl: database.ownerUrl, appUrl: database.url, folder })).rejects.toThrow(
    /division by zero/,
  );
  expect((await database.owner`select to_regclass('half') as name`)[0]?.name).toBeNull();
  await fs.writeFile(
    path.join(folder, '9001_bad.sql'),
    '-- no-transaction\ncreate index concurrently if not exists extra_idx on setting (updated_at);\n',
  );
  expect(await migrate({ ownerUrl: database.ownerUrl, appUrl: database.url, folder })).toEqual(['9001_bad.sql']);
  await fs.rm(folder, { recursive: true });
});
