import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examine } from '../../api/cli/doctor.ts';
import type { Config } from '../../api/deps.ts';
import type { Env } from '../../api/env.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { mailServer } from '../support/mail-server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

async function examined(changes: Partial<Config> = {}, more: Partial<Env> = {}): Promise<Record<string, string>> {
  const mailDir = path.join(path.dirname(database.config.evidenceDir), 'mail');
  const env = {
    config: { ...database.config, ...changes },
    smtpUrl: null,
    mailDir,
    erasureList: path.join(path.dirname(database.config.evidenceDir), 'erasures.jsonl'),
    mailFrom: 'a@b.example',
    ...more,
  } as Env;
  const wrong: Record<string, string> = {};
  const well = await examine(env, (name, fine, words) => {
    if (!fine) wrong[name] = words;
  });
  expect(well).toBe(Object.keys(wrong).length === 0);
  return wrong;
}

test('a healthy portal has nothing to complain of', async () => {
  expect(await examined()).toEqual({});
});

test('another master key is found by the canary, and so is one that is gone', async () => {
  await examined();
  const other = { masterKeys: new Map([[1, randomBytes(32)]]) };
  expect((await examined(other)).keys).toMatch(/MASTER_KEYS version 1 is not the key/);
  const gone = { masterKeys: new Map([[2, randomBytes(32)]]) };
  expect((await examined(gone)).keys).toMatch(/MASTER_KEYS lacks version 1/);
});

test('a mail server that does not answer, and an owner in place of the application, are named', async () => {
  const server = await mailServer();
  await server.stop();
  expect(Object.keys(await examined({}, { mailDir: null, smtpUrl: server.url }))).toEqual(['mail']);
  expect((await examined({ databaseUrl: database.ownerUrl })).schema).toMatch(/another role than the owner/);
});

test('tasks that wait too long are an alarm', async () => {
  await database.owner`insert into outbox (task, payload, created_at) values ('notice.mail', '{}', now() - interval '1 hour')`;
  expect((await examined()).outbox).toMatch(/1 tasks wait, the oldest for 60 minutes/);
  await database.owner`delete from outbox`;
});
