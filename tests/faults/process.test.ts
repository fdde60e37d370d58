import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crowd, type Sent, send } from '../support/crowd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, filingCtx } from '../support/filing.ts';
import { checkLaw, filed, LONG, PATIENCE, tell } from '../support/law.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let site: Site;
async function start(deadline = 20_000): Promise<void> {
  site = await startSite({
    database,
    env: { TRUSTED_PROXIES: '127.0.0.1,::1', REQUEST_DEADLINE: String(deadline) },
  });
  await until(async () => (await fetch(`${site.url}/api/v1/disclosures?q=warm`)).status === 200);
}
beforeEach(async () => {
  database = await testDatabase();
  await filingCtx(database);
});
afterEach(async () => {
  await site.stop();
  await database.end();
});

test(
  'kill -9 in the middle of filings loses none that was acknowledged and halves none that was not',
  async () => {
    await start();
    const all: Sent[] = [];
    const rounds = LONG ? 10 : 2;
    for (let round = 0; round < rounds; round += 1) {
      let stopped = false;
      const before = await filed(database.owner);
      const filing = crowd(site, 4, () => stopped);
      await until(async () => (await filed(database.owner)) > before + 8);
      await delay(randomInt(100)); // somewhere in the life of a request
      site.process.kill('SIGKILL');
      stopped = true;
      all.push(...(await filing));
      await site.restart();
    }
    expect(all.filter((sent) => sent.acknowledged).length).toBeGreaterThan(8);
    const figures = await checkLaw(site, database.owner, all);
    // The outbox goes on where it was.
    await until(async () => (await database.owner`select 1 from outbox where dispatched_at is null`).length === 0);
    tell('kill -9 of the process under load', { rounds, ...figures });
  },
  PATIENCE,
);

test(
  'SIGTERM answers what is under way, takes nothing new and ends well',
  async () => {
    await start();
    let stopped = false;
    const filing = crowd(site, 4, () => stopped);
    await until(async () => (await filed(database.owner)) > 10);
    const ended = new Promise<number | null>((resolve) => site.process.once('exit', resolve));
    site.process.kill('SIGTERM');
    await until(() =>
      fetch(`${site.url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    stopped = true;
    const all = await filing;
    expect(await ended).toBe(0);
    expect(all.filter((sent) => sent.status !== null && sent.status >= 500)).toEqual([]);
    await site.restart();
    tell('SIGTERM under load', await checkLaw(site, database.owner, all));
  },
  PATIENCE,
);

describe('while other work holds every connection', () => {
  test(
    'a request hears 503 within the limit, one’s own case still opens, and all heals by itself',
    async () => {
      await start(3_000);
      const mine = await send(site, complaint());
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const locked = Promise.withResolvers<void>();
      const lock = database.owner.begin(async (tx) => {
        await tx`lock table disclosure in access exclusive mode`;
        locked.resolve();
        await released;
      });
      await locked.promise;
      const began = Date.now();
      const busy = await Promise.all(
        Array.from({ length: 40 }, (_, i) => fetch(`${site.url}/api/v1/disclosures?q=${i}`)),
      );
      expect(Date.now() - began).toBeLessThan(10_000);
      for (const answer of busy) {
        expect(answer.status).toBe(503);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(((await answer.json()) as { code: string }).code).toBe('service.unavailable');
      }
      const { number, queryCode } = mine.acknowledged!;
      const opened = await fetch(`${site.url}/api/v1/cases/${number}/lookup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ queryCode }),
      });
      expect(opened.status).toBe(200);
      tell('every connection taken', { asked: busy.length, told503: busy.length, lookupOpened: 1 });
      release();
      await lock;
      await until(async () => (await fetch(`${site.url}/api/v1/disclosures?q=after`)).status === 200);
    },
    PATIENCE,
  );
});
