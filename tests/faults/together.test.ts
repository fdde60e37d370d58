import { randomInt, randomUUID } from 'node:crypto';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepFilings } from '../../api/services/complaints/sweep.ts';
import { answersFor } from '../support/casework.ts';
import { crowd, send } from '../support/crowd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, fileTestCase, filingCtx, TEST_BODIES } from '../support/filing.ts';
import { checkLaw, filed, LONG, PATIENCE, tell } from '../support/law.ts';
import { seat } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let site: Site;
beforeAll(async () => {
  database = await testDatabase();
  await filingCtx(database);
  site = await startSite({ database, env: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
  await until(async () => (await fetch(`${site.url}/api/v1/disclosures?q=warm`)).status === 200);
}, PATIENCE);
afterAll(async () => {
  await site?.stop();
  await database?.end();
});

test(
  'the same form sent fifty times at once is one case, and every answer is the same',
  async () => {
    const rounds = LONG ? 10 : 1;
    let answers = 0;
    for (let round = 0; round < rounds; round += 1) {
      const input = complaint();
      const before = await filed(database.owner);
      const all = await Promise.all(Array.from({ length: 50 }, () => send(site, structuredClone(input))));
      expect(all.filter((sent) => sent.status === 201)).toHaveLength(1);
      expect(all.filter((sent) => sent.status === 200)).toHaveLength(49);
      expect(new Set(all.map((sent) => `${sent.acknowledged?.number} ${sent.acknowledged?.queryCode}`)).size).toBe(1);
      expect(await filed(database.owner)).toBe(before + 1);
      answers += all.length;
      await checkLaw(site, database.owner, all);
    }
    tell('fifty equal submissions', { rounds, answers, cases: rounds, created: rounds, doubled: 0 });
  },
  PATIENCE,
);

test(
  'of two officials who reply at once one wins, the other hears 409, and no word is mixed',
  async () => {
    const rounds = LONG ? 20 : 4;
    const grants = [{ role: 'handler' as const, bodyId: TEST_BODIES.cityDevelopmentReform.id }];
    const [one, two] = [await seat(database, grants, '经办一'), await seat(database, grants, '经办二')];
    const call = (cookie: string, path: string, body?: object) =>
      fetch(`${site.url}/api/v1/officials/cases/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { cookie, origin: site.url, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const outcome = { won: 0, refused: 0, answers: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const { caseId, answer } = await fileTestCase(database);
      const read = async () =>
        (await (await call(one.cookie, answer.number)).json()) as { version: number; demands: { id: string }[] };
      expect((await call(one.cookie, `${answer.number}/accept`, { version: (await read()).version })).status).toBe(200);
      const { version, demands } = await read();
      const reply = (words: string) => ({
        version,
        answers: answersFor(
          demands.map((d) => d.id),
          words,
        ),
      });
      const both = await Promise.all([
        call(one.cookie, `${answer.number}/answer`, reply('甲的答复，写得很清楚。')),
        call(two.cookie, `${answer.number}/answer`, reply('乙的答复，写得很清楚。')),
      ]);
      const statuses = both.map((response) => response.status).sort();
      expect(statuses).toEqual([200, 409]);
      const refusal = (await both.find((response) => response.status === 409)?.json()) as { code: string };
      expect(refusal.code).toBe('case.version_conflict');
      outcome.won += 1;
      outcome.refused += 1;
      const rows = await database.owner`select distinct answered_by from case_answer where case_id = ${caseId}`;
      expect(rows).toHaveLength(1);
      const events = await database.owner`select 1 from event where subject_id = ${caseId} and kind = 'answered'`;
      expect(events).toHaveLength(1);
      outcome.answers += 1;
    }
    tell('two replies at once', { rounds, ...outcome });
  },
  PATIENCE,
);

test(
  'an upload that is cut off in the middle leaves no row, no file and a form that still files',
  async () => {
    const rounds = LONG ? 20 : 5;
    const { port } = new URL(site.url);
    const boundary = 'x'.repeat(24);
    const body = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_000_000, 0x20)]);
    for (let round = 0; round < rounds; round += 1) {
      const submissionId = randomUUID();
      const head =
        `--${boundary}\r\ncontent-disposition: form-data; name="submissionId"\r\n\r\n${submissionId}\r\n` +
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
      const tail = `\r\n--${boundary}--\r\n`;
      await new Promise<void>((resolve) => {
        const socket = net.connect(Number(port), '127.0.0.1', () => {
          socket.write(
            `POST /api/v1/uploads HTTP/1.1\r\nhost: ${new URL(site.url).host}\r\norigin: ${site.url}\r\n` +
              `x-forwarded-for: 10.9.${round}.${randomInt(256)}\r\ncontent-type: multipart/form-data; boundary=${boundary}\r\n` +
              `content-length: ${head.length + body.length + tail.length}\r\n\r\n${head}`,
          );
          socket.write(body.subarray(0, body.length / 2), () => socket.destroy());
        });
        socket.on('error', () => {}).on('close', () => resolve());
      });
      const sent = await send(site, complaint({ submissionId }));
      expect(sent.status).toBe(201);
    }
    const rows = await database.owner`select 1 from evidence`;
    expect(rows).toHaveLength(0);
    await sweepFilings(database.deps);
    const orphans: string[] = [];
    for await (const name of database.deps.evidence.list(new Date(Date.now() + 60_000))) orphans.push(name);
    expect(orphans).toEqual([]);
    tell('upload cut at half', { rounds, rowsLeft: rows.length, filesLeft: orphans.length, filedAfter: rounds });
  },
  PATIENCE,
);

test(
  'hundreds of clients that send their headers or bodies drop by drop hold up nobody else',
  async () => {
    const { port } = new URL(site.url);
    const slow = LONG ? 800 : 300;
    const sockets = Array.from({ length: slow }, (_, i) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => {
        if (i % 2 === 0) socket.write('GET / HTTP/1.1\r\nhost: localhost\r\nx-slow: ');
        else
          socket.write(
            `POST /api/v1/cases HTTP/1.1\r\nhost: ${new URL(site.url).host}\r\norigin: ${site.url}\r\ncontent-type: application/json\r\ncontent-length: 2000\r\n\r\n{`,
          );
      });
      socket.on('error', () => {}).on('data', () => {});
      return socket;
    });
    const drip = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('x');
    }, 500);
    try {
      await until(() => sockets.every((socket) => !socket.connecting));
      let stopped = false;
      const filing = crowd(site, 2, () => stopped);
      const times: number[] = [];
      for (let i = 0; i < (LONG ? 100 : 25); i += 1) {
        const began = performance.now();
        const answer = await fetch(`${site.url}/api/v1/disclosures?q=${i}`);
        expect(answer.status).toBe(200);
        await answer.arrayBuffer();
        times.push(performance.now() - began);
      }
      stopped = true;
      const all = await filing;
      expect(all.filter((sent) => sent.status !== 201)).toEqual([]);
      const sorted = times.sort((a, b) => a - b);
      const p95 = Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
      expect(p95).toBeLessThan(5_000);
      const figures = await checkLaw(site, database.owner, all);
      tell('slow clients', { slow, p95Ms: p95, ...figures });
    } finally {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    }
  },
  PATIENCE,
);
