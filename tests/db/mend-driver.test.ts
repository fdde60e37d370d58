import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const ROOT = path.join(import.meta.dirname, '../..');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

/** A connection of a process of its own is cut by the server while a transaction goes on with it, again and again. */
// Comes back at once: how long the driver waits between attempts is not what is looked at.
const SCRIPT = `
  const postgres = (await import('postgres')).default;
  const sql = postgres(process.env.URL, { max: 2, backoff: () => 0.01, onnotice: () => {} });
  const killer = postgres(process.env.URL, { max: 1, backoff: () => 0.01 });
  const codes = [];
  for (let round = 0; round < 20; round += 1) {
    await sql.begin(async (tx) => {
      const [{ pid }] = await tx\`select pg_backend_pid() as pid\`;
      await killer\`select pg_terminate_backend(\${pid})\`;
      await tx\`select 1\`.catch((error) => codes.push(error.code));
      await tx\`select \${round}::int\`.catch((error) => codes.push(error.code));
    }).catch((error) => codes.push(error.code));
    // The pool may not have heard yet; it must soon, and for good.
    for (let again = 0; ; again += 1) {
      const rows = await sql\`select \${round}::int as n\`.catch((error) => (again < 5 ? null : Promise.reject(error)));
      if (rows === null) continue;
      if (rows[0].n !== round) throw new Error('another answer');
      break;
    }
  }
  console.log(JSON.stringify({ rounds: 20, rejected: codes.length, codes: [...new Set(codes)].sort() }));
  await Promise.all([sql.end({ timeout: 1 }), killer.end({ timeout: 1 })]);
`;
const run = (mended: boolean, timeout = 50_000) =>
  spawnSync(
    process.execPath,
    [...(mended ? ['--import', path.join(ROOT, 'db/mend-driver.ts')] : []), '--input-type=module', '--eval', SCRIPT],
    { cwd: ROOT, encoding: 'utf8', timeout, env: { ...process.env, URL: database.url } },
  );

test('a connection that is cut under a transaction rejects what goes on with it; the process and the pool go on', () => {
  const { status, stdout, stderr } = run(true);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { rejected, codes } = JSON.parse(stdout) as { rejected: number; codes: string[] };
  expect(rejected).toBeGreaterThanOrEqual(60);
  for (const code of codes) expect(code).toMatch(/^(?:CONNECTION_CLOSED|57P01|ECONNRESET|EPIPE)$/);
});

test('the driver still needs to be mended: without it the process ends or hangs', () => {
  expect(run(false, 15_000).status).not.toBe(0);
});
