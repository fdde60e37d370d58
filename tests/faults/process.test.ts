import { createHash, randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crowd, type Sent, send } from '../support/crowd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, filingCtx } from '../support/filing.ts';
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

const hashOf = (sent: Sent) => createHash('sha256').update(String(sent.input.submissionId)).digest('hex');

/** Cases by submission, each with its history, its words and its notice. */
async function whole(): Promise<Map<string, string>> {
  const rows = await database.owner<{ hash: string; number: string; parts: string }[]>`
    select encode(s.submission_hash, 'hex') as hash, c.number,
      (select count(*) from event e where e.subject_id = c.id and e.kind = 'filed')
        || '/' || (select count(*) from case_key k where k.case_id = c.id)
        || '/' || (select count(*) from case_demand d where d.case_id = c.id)
        || '/' || (select count(*) from outbox o where o.payload->>'caseId' = c.id::text) as parts
    from cases c join case_submission s on s.case_id = c.id`;
  for (const row of rows) expect(row.parts).toBe('1/1/2/1');
  expect((await database.owner`select 1 from cases`).length).toBe(rows.length);
  return new Map(rows.map((row) => [row.hash, row.number]));
}

const filed = async () => (await database.owner`select 1 from cases`).length;

/** The law: acknowledged exactly once and openable by its code; the rest whole or not at all; a retry tells which. */
async function checkLaw(all: Sent[]): Promise<void> {
  const before = await whole();
  for (const sent of all) if (sent.acknowledged) expect(before.get(hashOf(sent))).toBe(sent.acknowledged.number);
  const unsure = all.filter((sent) => !sent.acknowledged);
  for (const sent of unsure) {
    const again = await send(site, sent.input);
    expect(again.status).toBe(before.has(hashOf(sent)) ? 200 : 201);
  }
  const after = await whole();
  expect([...after.keys()].sort()).toEqual([...new Set(all.map(hashOf))].sort());
  const [some] = all.filter((sent) => sent.acknowledged);
  const opened = await fetch(`${site.url}/api/v1/cases/${some!.acknowledged!.number}/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ queryCode: some!.acknowledged!.queryCode }),
  });
  expect(opened.status).toBe(200);
}

const PATIENCE = 240_000; // two cores may have much else to do

test(
  'kill -9 in the middle of filings loses none that was acknowledged and halves none that was not',
  async () => {
    await start();
    const all: Sent[] = [];
    for (let round = 0; round < 2; round += 1) {
      let stopped = false;
      const before = await filed();
      const filing = crowd(site, 4, () => stopped);
      await until(async () => (await filed()) > before + 8);
      await delay(randomInt(100)); // somewhere in the life of a request
      site.process.kill('SIGKILL');
      stopped = true;
      all.push(...(await filing));
      await site.restart();
    }
    expect(all.filter((sent) => sent.acknowledged).length).toBeGreaterThan(8);
    await checkLaw(all);
    // The outbox goes on where it was.
    await until(async () => (await database.owner`select 1 from outbox where dispatched_at is null`).length === 0);
  },
  PATIENCE,
);

test(
  'SIGTERM answers what is under way, takes nothing new and ends well',
  async () => {
    await start();
    let stopped = false;
    const filing = crowd(site, 4, () => stopped);
    await until(async () => (await filed()) > 10);
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
    await checkLaw(all);
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
      release();
      await lock;
      await until(async () => (await fetch(`${site.url}/api/v1/disclosures?q=after`)).status === 200);
    },
    PATIENCE,
  );
});
