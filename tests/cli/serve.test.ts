import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../api/cli/free-port.ts';
import { CHECKOUT, startCluster } from '../support/cluster.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { builtSite, startSite } from '../support/site.ts';

let database: TestDatabase;
let good: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  good = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    MASTER_KEYS: `1:${randomBytes(32).toString('base64')}`,
    AUTH_SECRET: randomBytes(36).toString('base64url'),
    PUBLIC_URL: 'https://jiannuo.test',
    EVIDENCE_DIR: database.config.evidenceDir,
    PLACE_DIVISION: '9901',
    PLACE_NAME: '样例市',
    PLACE_NAME_EN: 'Sample City',
    PORT: String(await freePort(28_000, '127.0.0.1')),
    JIANNUO_DIST: await builtSite(),
  };
});
afterAll(() => database.end());

/** Runs a command of the product until it ends. */
function run(
  file: string,
  env: Record<string, string>,
  args: string[] = [],
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(CHECKOUT, file), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

async function emptyDatabase(): Promise<{ owner: string; app: string; drop(): Promise<void> }> {
  const { embedded } = await startCluster();
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(embedded.url('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} owner jiannuo_owner`);
  return {
    owner: embedded.url(name, 'jiannuo_owner'),
    app: embedded.url(name, 'jiannuo_app'),
    async drop() {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

test('a missing or weak secret keeps the portal from starting, by name', async () => {
  const { code, said } = await run('api/server.ts', { ...good, AUTH_SECRET: '', MASTER_KEYS: '1:short' });
  expect(code).toBe(1);
  expect(said).toContain('AUTH_SECRET is missing');
  expect(said).toContain('MASTER_KEYS key 1 must be 32 bytes');
});

test('a database without a schema, or with one that this release does not know, is refused', async () => {
  const empty = await emptyDatabase();
  const none = await run('api/server.ts', { ...good, DATABASE_URL: empty.app });
  expect(none).toEqual({ code: 1, said: expect.stringContaining('npm run migrate') });
  await empty.drop();

  await database.owner`update schema_migration set checksum = 'other' where name like '0003%'`;
  const other = await run('api/server.ts', good);
  expect(other).toEqual({ code: 1, said: expect.stringContaining('this schema is not known') });
  await database.owner`delete from schema_migration where name like '0003%'`;
  const older = await run('api/server.ts', good);
  expect(older).toEqual({ code: 1, said: expect.stringMatching(/0003.* is not applied/) });
});

test('npm run migrate makes schema and reference data with the two roles alone, and the second time nothing', async () => {
  const empty = await emptyDatabase();
  const roles = { PATH: good.PATH!, DATABASE_URL: empty.app, MIGRATION_DATABASE_URL: empty.owner };
  const first = await run('api/cli/migrate.ts', roles);
  expect(first.said).toContain('migrations applied');
  expect(first.code).toBe(0);
  const second = await run('api/cli/migrate.ts', roles);
  expect(second.said).toContain('The schema is up to date');
  await empty.drop();
});

test('a portal with other keys than those that sealed what is there does not start', async () => {
  const another = await testDatabase();
  const first = await startSite({ database: another });
  await first.stop();
  const wrong = await run('api/server.ts', { ...good, DATABASE_URL: another.url });
  expect(wrong).toEqual({ code: 1, said: expect.stringContaining('MASTER_KEYS version 1 is not the key') });
  await another.end();
});
