import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { dataOf, removeCluster } from '../support/own-cluster.ts';
import { until } from '../support/until.ts';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jiannuo-embedded-'));
let embedded: Embedded;
beforeAll(async () => {
  embedded = await startEmbedded({ home, fsync: false });
});
afterAll(async () => {
  await embedded.stop();
  removeCluster(embedded, home);
});

async function once<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Another process that starts (or adopts) the cluster and stays until it is killed. */
async function holder(): Promise<{ child: ChildProcess; pid: number }> {
  const script = `import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, '../../db/embedded.ts'))};
    const e = await startEmbedded({ home: ${JSON.stringify(home)}, fsync: false });
    console.log(e.pid); setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((resolve) => child.stdout.once('data', (line) => resolve(Number(line))));
  return { child, pid };
}

test('nobody comes in from loopback without the password', async () => {
  const wrong = embedded.url('postgres').replace(embedded.password, 'wrong');
  await expect(once(wrong, (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
  expect(fs.statSync(path.join(home, 'postgres-password')).mode & 0o077).toBe(0);
});

test('it is a PostgreSQL of 18 whose characters are Chinese too', async () => {
  await once(embedded.url('postgres'), async (sql) => {
    await sql`create extension if not exists pg_trgm`;
    const [row] =
      await sql`select current_setting('server_version_num')::int as version, show_trgm('政务') as trigrams`;
    expect(row?.version).toBeGreaterThanOrEqual(180000);
    expect(row?.trigrams.length).toBeGreaterThan(0);
  });
});

test('a second start in the same folder adopts the server', async () => {
  const again = await startEmbedded({ home });
  expect(again).toMatchObject({ adopted: true, pid: embedded.pid, port: embedded.port });
});

test('another folder has a server of its own', async () => {
  const other = fs.mkdtempSync(path.join(os.tmpdir(), 'jiannuo-embedded-'));
  const second = await startEmbedded({ home: other, fsync: false });
  expect(second.port).not.toBe(embedded.port);
  expect(second.password).not.toBe(embedded.password);
  await second.stop();
  removeCluster(second, other);
});

test('after kill -9 of whoever started it, the next start serves what was committed', async () => {
  await embedded.stop();
  const { child, pid } = await holder();
  const before = await startEmbedded({ home });
  expect(before.adopted).toBe(true);
  await once(before.url('postgres'), (sql) => sql`create table kept as select 1 as one`);
  child.kill('SIGKILL');
  embedded = await startEmbedded({ home, fsync: false });
  expect(await once(embedded.url('postgres'), (sql) => sql`select one from kept`)).toHaveLength(1);
  if (fs.existsSync('/usr/bin/setpriv')) await until(() => !fs.existsSync(`/proc/${pid}`));
});

test('after kill -9 of the server itself, the next start recovers', async () => {
  process.kill(embedded.pid, 'SIGKILL');
  embedded = await startEmbedded({ home, fsync: false });
  expect(embedded.adopted).toBe(false);
  expect(await once(embedded.url('postgres'), (sql) => sql`select one from kept`)).toHaveLength(1);
});

test('a postmaster.pid that names a stranger after a reboot does not keep the server from starting', async () => {
  await embedded.stop();
  const data = dataOf(embedded, home);
  fs.writeFileSync(path.join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n5999\n\n127.0.0.1\n0 0\nready\n`);
  embedded = await startEmbedded({ home, fsync: false });
  expect(embedded.adopted).toBe(false);
});
