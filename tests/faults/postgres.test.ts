import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../db/client.ts';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { loadReference } from '../../db/seed.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

/** A cluster of its own: killing that of the tests would kill their neighbours too. */
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jiannuo-postgres-killed-'));
let embedded: Embedded;
let site: Site;

beforeAll(async () => {
  embedded = await startEmbedded({ home });
  const admin = postgres(embedded.url('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe('create database jiannuo owner jiannuo_owner');
  await admin.end();
  const ownerUrl = embedded.url('jiannuo', 'jiannuo_owner');
  const appUrl = embedded.url('jiannuo', 'jiannuo_app');
  await migrate({ ownerUrl, appUrl });
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await loadReference(owner as unknown as Sql);
  await owner.end();
  site = await startSite({ env: { DATABASE_URL: appUrl, REQUEST_DEADLINE: '3000' } });
});
afterAll(async () => {
  await site?.stop();
  await embedded.stop();
  fs.rmSync(home, { recursive: true, force: true });
});

test('with PostgreSQL killed, kept pages go on, the rest hears 503, and all heals by itself', async () => {
  const status = async (address: string) => (await fetch(`${site.url}${address}`)).status;
  expect(await status('/about')).toBe(200);
  await until(async () => (await status('/api/v1/disclosures?q=a')) === 200); // a cold start may take its time
  expect(await status('/readyz')).toBe(200);

  process.kill(embedded.pid, 'SIGKILL');
  await until(async () => (await status('/readyz')) === 503);
  expect(await status('/about')).toBe(200);
  expect(await status('/healthz')).toBe(200);
  for (const address of ['/api/v1/disclosures?q=b', '/disclosures?q=b', '/en/disclosures?q=c']) {
    const began = Date.now();
    const answer = await fetch(`${site.url}${address}`, { headers: { accept: 'text/html' } });
    expect(answer.status, address).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(Date.now() - began).toBeLessThan(10_000);
  }

  embedded = await startEmbedded({ home, port: embedded.port });
  await until(async () => (await status('/readyz')) === 200);
  await until(async () => (await status('/api/v1/disclosures?q=d')) === 200);
  await until(async () => (await status('/disclosures?q=d')) === 200);
  // Jobs and invalidations have found their way back too.
  const [before] = await outbox();
  expect(before).toEqual({ waiting: 0 });
}, 240_000);

async function outbox(): Promise<{ waiting: number }[]> {
  const sql = postgres(embedded.url('jiannuo', 'jiannuo_owner'), { max: 1 });
  await sql`insert into outbox (task, payload) values ('evidence.sweep', '{}')`;
  await until(async () => (await sql`select 1 from outbox where done_at is null`).length === 0, 40_000);
  const rows = await sql<{ waiting: number }[]>`select count(*)::int as waiting from outbox where done_at is null`;
  await sql.end();
  return rows.map((row) => ({ ...row }));
}
