import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { crowd, type Sent, send } from '../support/crowd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, filingCtx } from '../support/filing.ts';
import { checkLaw, filed, LONG, PATIENCE, tell } from '../support/law.ts';
import { type Site, startSite } from '../support/site.ts';
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let proxy: TcpProxy;
let site: Site;
let loses: (answer: Buffer) => boolean;
let dies: (question: Buffer) => boolean;

/** The process reaches its database through a line that can be cut; the test looks past it. */
beforeEach(async () => {
  database = await testDatabase();
  await filingCtx(database);
  loses = () => false;
  dies = () => false;
  const real = new URL(database.url);
  proxy = await tcpProxy({ port: Number(real.port), loses: (chunk) => loses(chunk), dies: (chunk) => dies(chunk) });
  real.port = String(proxy.port);
  site = await startSite({
    database,
    env: { DATABASE_URL: real.href, TRUSTED_PROXIES: '127.0.0.1,::1', REQUEST_DEADLINE: '10000' },
  });
  await until(async () => (await fetch(`${site.url}/api/v1/disclosures?q=warm`)).status === 200);
});
afterEach(async () => {
  await site.stop();
  await proxy.stop();
  await database.end();
});

/** PostgreSQL has committed and is about to say so. */
const committed = (answer: Buffer) => answer.includes('COMMIT\0');

test(
  'a connection that is lost at COMMIT loses no filing and doubles none: the submission id tells what became of it',
  async () => {
    const goal = LONG ? 60 : 12;
    loses = (answer) => committed(answer) && randomInt(3) === 0;
    let stopped = false;
    const filing = crowd(site, 4, () => stopped);
    await until(() => proxy.cuts() >= goal, 120_000);
    stopped = true;
    const all = await filing;
    loses = () => false;
    const figures = await checkLaw(site, database.owner, all);
    expect(figures.acknowledged).toBeGreaterThan(0);
    tell('connection lost at COMMIT', { cut: proxy.cuts(), ...figures });
  },
  PATIENCE,
);

test(
  'a connection that dies without a word in the middle of a transaction hangs no request',
  async () => {
    const all: Sent[] = [];
    let left = LONG ? 6 : 2;
    const swallowed = left;
    dies = (question) => {
      if (left === 0 || !question.includes('case_submission')) return false;
      left -= 1;
      return true;
    };
    let longest = 0;
    while (left > 0) {
      const began = Date.now();
      all.push(await send(site, complaint()));
      longest = Math.max(longest, Date.now() - began);
    }
    // Whoever was on the dead line heard 503 within the deadline, or was answered by another connection.
    expect(longest).toBeLessThan(15_000);
    dies = () => false;
    const others = await Promise.all(Array.from({ length: 12 }, () => send(site, complaint())));
    expect(others.map((sent) => sent.status)).toEqual(others.map(() => 201));
    const figures = await checkLaw(site, database.owner, [...all, ...others]);
    expect(await filed(database.owner)).toBe(all.length + others.length);
    tell('connection dies without a word', { swallowed, longestMs: longest, ...figures });
  },
  PATIENCE,
);
