import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { crowd, type Sent, send } from '../support/crowd.ts';
import { complaint } from '../support/filing.ts';
import { checkLaw, LONG, PATIENCE, tell } from '../support/law.ts';
import { ownCluster, ownerOf, removeCluster, someRespondent } from '../support/own-cluster.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

/** A cluster of its own: killing that of the tests would kill their neighbours too. */
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jiannuo-postgres-killed-'));
let embedded: Embedded;
let site: Site;

beforeAll(async () => {
  embedded = await ownCluster(home);
  site = await startSite({
    env: {
      DATABASE_URL: embedded.url('jiannuo', 'jiannuo_app'),
      REQUEST_DEADLINE: '3000',
      TRUSTED_PROXIES: '127.0.0.1,::1',
    },
  });
});
afterAll(async () => {
  await site?.stop();
  await embedded.stop();
  removeCluster(embedded, home);
});

test(
  'with PostgreSQL killed, kept pages go on, the rest hears 503, and all heals by itself',
  async () => {
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
  },
  PATIENCE,
);

test(
  'PostgreSQL killed under load loses no filing that was acknowledged, and takes filings again by itself',
  async () => {
    const owner = ownerOf(embedded);
    const respondentId = await someRespondent(owner);
    const one = () => complaint({ respondentId });
    await until(async () => (await send(site, one())).status === 201);
    const all: Sent[] = [];
    const rounds = LONG ? 5 : 1;
    let longest = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = all.length;
      let stopped = false;
      const filing = crowd(
        site,
        4,
        () => stopped,
        one,
        (sent) => all.push(sent),
      );
      await until(() => all.length > before + 12);
      await delay(randomInt(100)); // somewhere in the life of a request
      process.kill(embedded.pid, 'SIGKILL');
      const down = Date.now();
      await until(() => all.slice(before).some((sent) => sent.status === 503));
      embedded = await startEmbedded({ home, port: embedded.port });
      const after = all.length;
      await until(() => all.slice(after).some((sent) => sent.status === 201), 120_000);
      longest = Math.max(longest, Date.now() - down);
      stopped = true;
      await filing;
    }
    const refused = all.filter((sent) => sent.status !== null && sent.status !== 201 && sent.status !== 503);
    expect(refused.map((sent) => sent.status)).toEqual([]);
    tell('kill -9 of PostgreSQL under load', { rounds, awayMs: longest, ...(await checkLaw(site, owner, all)) });
    await owner.end();
  },
  PATIENCE,
);

async function outbox(): Promise<{ waiting: number }[]> {
  const sql = postgres(embedded.url('jiannuo', 'jiannuo_owner'), { max: 1 });
  await sql`insert into outbox (task, payload) values ('evidence.sweep', '{}')`;
  await until(async () => (await sql`select 1 from outbox where done_at is null`).length === 0, 40_000);
  const rows = await sql<{ waiting: number }[]>`select count(*)::int as waiting from outbox where done_at is null`;
  await sql.end();
  return rows.map((row) => ({ ...row }));
}
