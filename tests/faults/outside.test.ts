import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHumanCheck } from '../../api/adapters/human-check.ts';
import { file } from '../../api/services/complaints/file.ts';
import { crowd, type Sent, send } from '../support/crowd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { makeOfficial } from '../support/delivery.ts';
import { complaint, filingCtx, TEST_BODIES } from '../support/filing.ts';
import { checkLaw, LONG, PATIENCE, tell } from '../support/law.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { type Site, startSite } from '../support/site.ts';
import { type SmsGatewayServer, smsGateway } from '../support/sms-gateway.ts';
import { until } from '../support/until.ts';

const SECRET = 'q7Zt2mVx9Lw4Rk8Jp5Nd3Hf6Bg1Yc0Sa';
let database: TestDatabase;
let site: Site | undefined;
beforeEach(async () => {
  database = await testDatabase({ smsOffered: true });
  await filingCtx(database);
});
afterEach(async () => {
  await site?.stop();
  site = undefined;
  await database.end();
});

const waiting = async (task: string) =>
  (await database.owner`select 1 from outbox where done_at is null and task = ${task}`).length;

test(
  'with mail server and gateway down, then answering 4xx and 503, filings go on and every notice goes out once at the end',
  async () => {
    const closed = await mailServer();
    await closed.stop();
    const shut = await smsGateway({ secret: SECRET });
    await shut.stop();
    const official = await makeOfficial(database, 'handler', 'intake', TEST_BODIES.cityDevelopmentReform.id);
    await database.owner`insert into official_notice (user_id, phone) values (${official}, '13900002222')`;
    await database.owner`insert into official_notice_choice (user_id, kind, mail, sms) values (${official}, 'arrivals', true, true)`;
    site = await startSite({
      database,
      env: {
        TRUSTED_PROXIES: '127.0.0.1,::1',
        JIANNUO_DEMONSTRATION: '',
        MAIL_DIR: '',
        SMTP_URL: closed.url,
        SMS_GATEWAY_URL: shut.url,
        SMS_GATEWAY_SECRET: SECRET,
      },
    });
    const portal = site;
    const goal = LONG ? 100 : 15;
    const all: Sent[] = [];
    const filing = crowd(
      portal,
      3,
      () => all.length >= goal,
      complaint,
      (sent) => all.push(sent),
    );
    await filing;
    expect(all.filter((sent) => sent.status !== 201)).toEqual([]);
    const failed = async (task: string) =>
      (await database.owner`select 1 from outbox where done_at is null and task = ${task} and attempts > 0`).length > 0;
    await until(async () => (await failed('notice.mail')) && (await failed('notice.sms')));
    const figures = await checkLaw(portal, database.owner, all);

    // Both come back, busy at first.
    let busy = 5;
    const mails: MailServer = await mailServer({ port: closed.port, refuse: () => (busy-- > 0 ? 451 : null) });
    let full = 5;
    const gateway: SmsGatewayServer = await smsGateway({
      secret: SECRET,
      port: shut.port,
      fail: () => (full-- > 0 ? 503 : null),
    });
    await until(async () => {
      await database.sql`
        select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs
        where attempts > 0 and locked_at is null having count(*) > 0`;
      return (await waiting('notice.mail')) + (await waiting('notice.sms')) + (await waiting('notice.case')) === 0;
    }, PATIENCE);
    expect(mails.mails).toHaveLength(all.length);
    expect(gateway.taken).toHaveLength(all.length);
    tell('mail server and gateway down', {
      ...figures,
      mailsSent: mails.mails.length,
      textMessagesSent: gateway.taken.length,
      expired: 0,
    });
    await Promise.all([mails.stop(), gateway.stop()]);
  },
  PATIENCE,
);

test(
  'with the provider of the human check down or silent, filings are taken within its limit and held',
  async () => {
    const silent = net.createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const moods = {
      silent: () => fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(20_000) }),
      closed: () => fetch('http://127.0.0.1:1'),
      broken: async () => JSON.parse('<html>'),
    };
    const figures: Record<string, number> = {};
    const count = LONG ? 20 : 3;
    for (const [mood, call] of Object.entries(moods)) {
      const humanCheck = createHumanCheck({
        keys: database.deps.keys,
        hcaptcha: { siteKey: 'site', secret: 'secret' },
        call: call as never,
        wait: 500,
      });
      const ctx = await filingCtx(database, { humanCheck });
      const began = Date.now();
      const answers = await Promise.all(
        Array.from({ length: count }, () => file(ctx, complaint({ humanCheck: 'a token of the page' }))),
      );
      expect(Date.now() - began).toBeLessThan(8_000);
      expect(answers.map(({ answer }) => answer.screening)).toEqual(answers.map(() => 'held'));
      figures[`held_${mood}`] = answers.length;
    }
    const rows = await database.owner`select 1 from cases where screening = 'held'`;
    expect(rows).toHaveLength(count * Object.keys(moods).length);
    tell('human check down or slow', { ...figures, refused: 0, lost: 0 });
    silent.close();
  },
  PATIENCE,
);

test(
  'a process that cannot reach its provider answers within the limit and holds the filing',
  async () => {
    site = await startSite({
      database,
      env: {
        TRUSTED_PROXIES: '127.0.0.1,::1',
        HCAPTCHA_SITE_KEY: '10000000-ffff-ffff-ffff-000000000001',
        HCAPTCHA_SECRET: '0x0000000000000000000000000000000000000000',
        // The name of the provider leads nowhere here.
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
          "import dns from 'node:dns'; const real = dns.lookup; dns.lookup = (host, options, done) => /hcaptcha/.test(host) ? undefined : real(host, options, done);",
        )}`,
      },
    });
    const began = Date.now();
    const sent = await send(site, complaint({ humanCheck: 'a token of the page' }));
    expect(sent.status).toBe(201);
    expect(Date.now() - began).toBeLessThan(8_000);
    const [row] = await database.owner<{ screening: string }[]>`select screening from cases`;
    expect(row?.screening).toBe('held');
    tell('provider’s name leads nowhere', { answeredMs: Date.now() - began, held: 1 });
  },
  PATIENCE,
);
