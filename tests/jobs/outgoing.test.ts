import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Jobs } from '../../api/jobs.ts';
import { chooseNotices } from '../../api/services/complaints/choose-notices.ts';
import { openCase } from '../../api/services/complaints/open-case.ts';
import { ownNotices } from '../../api/services/complaints/own-notices.ts';
import { chooseOfficialNotices } from '../../api/services/officials/choose-notices.ts';
import { deliveryState } from '../../api/services/officials/delivery-state.ts';
import { liftMark, retryDeliveries, testDelivery } from '../../api/services/officials/manage-delivery.ts';
import { noticeSettings } from '../../api/services/officials/notice-settings.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import {
  allDelivered,
  type DeliveryOptions,
  failedOnce,
  makeOfficial,
  startDelivery,
  tell,
  waiting,
} from '../support/delivery.ts';
import { fileTestCase, filingCtx, TEST_BODIES, type TestCase } from '../support/filing.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { type SmsGatewayServer, smsGateway } from '../support/sms-gateway.ts';
import { until } from '../support/until.ts';

const SECRET = 'f3b1c8d27e5a4906b8c1d2e3f4a5b6c7';
const HANDLER = TEST_BODIES.cityDevelopmentReform.id;
let database: TestDatabase;
let jobs: Jobs | undefined;
let mails: MailServer;
let gateway: SmsGatewayServer;
let refuse: (to: string) => number | null;

beforeEach(async () => {
  database = await testDatabase({ smsOffered: true });
  await filingCtx(database); // makes the small place
  refuse = () => null;
  mails = await mailServer({ refuse: (to) => refuse(to) });
  gateway = await smsGateway({ secret: SECRET, fail: ({ to }) => refuse(to) });
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await Promise.all([mails.stop(), gateway.stop()]);
  await database.end();
});
const start = async (options: DeliveryOptions = {}) => {
  jobs = await startDelivery(database, { smtpUrl: mails.url, sms: { url: gateway.url, secret: SECRET }, ...options });
};
const asOfficial = (id: string, role = 'handler') =>
  filingCtx(database, {
    actor: { kind: 'official', id, name: '', grants: [{ role: role as 'handler', bodyId: HANDLER }] },
  });
const ownOf = async ({ answer }: TestCase) => {
  const ctx = await filingCtx(database, { source: randomUUID() });
  return { ctx, own: await openCase(ctx, answer.number, answer.queryCode) };
};
const news = async (caseId: string, template = 'case.answered') => {
  await tell(database, caseId, template);
  await allDelivered(database);
};

describe('a complainant', () => {
  test('who left a mobile number only hears by text message, with number and link and nothing else', async () => {
    await start();
    const made = await fileTestCase(database, { contact: { phone: '13800138000' } });
    await news(made.caseId);
    expect(mails.mails).toEqual([]);
    expect(gateway.taken).toHaveLength(1);
    const [sms] = gateway.taken;
    expect(sms).toMatchObject({ to: '+8613800138000', template: 'complainant.case.answered' });
    expect(sms?.params).toEqual({
      number: made.answer.number,
      link: expect.stringContaining(`/track/${made.answer.number}`),
    });
    expect(sms?.text).not.toContain(made.answer.queryCode);
  });

  test('who left a fixed line, or chose none, is sent nothing', async () => {
    await start();
    const fixed = await fileTestCase(database, { contact: { phone: '051083331234' } });
    const none = await fileTestCase(database);
    const { ctx, own } = await ownOf(none);
    await chooseNotices(ctx, own, { channel: 'none' });
    await news(fixed.caseId);
    await news(none.caseId);
    expect([...mails.mails, ...gateway.taken]).toEqual([]);
  });

  test('whose mailbox refuses is told on the page, is not written to again, and gets the newest at the new address', async () => {
    await start();
    const made = await fileTestCase(database);
    const { ctx, own } = await ownOf(made);
    refuse = (to) => (to === 'jia@example.org' ? 550 : null);
    await news(made.caseId, 'case.accepted');
    expect(await ownNotices(ctx, own)).toMatchObject({ channel: 'mail', email: 'j•••@example.org', failed: true });
    const before = mails.connections();
    await news(made.caseId, 'case.answered');
    expect(mails.connections()).toBe(before);

    await chooseNotices(ctx, own, { channel: 'mail', email: 'new@example.org' });
    await allDelivered(database);
    expect(mails.mails.map((mail) => mail.to)).toEqual([['new@example.org']]);
    expect(await ownNotices(ctx, own)).toMatchObject({ email: 'n•••@example.org', failed: false });
    await news(made.caseId, 'case.closed');
    expect(mails.mails).toHaveLength(2);
  });

  test('may go over to text messages; the address stays sealed and the event names only what was changed', async () => {
    await start();
    const made = await fileTestCase(database, { contact: { email: 'jia@example.org' } });
    const { ctx, own } = await ownOf(made);
    await expect(chooseNotices(ctx, own, { channel: 'sms' })).rejects.toMatchObject({
      fields: [{ path: 'phone', code: 'required' }],
    });
    await expect(chooseNotices(ctx, own, { channel: 'sms', phone: '051083331234' })).rejects.toMatchObject({
      fields: [{ path: 'phone', code: 'mobile' }],
    });
    await chooseNotices(ctx, own, { channel: 'sms', phone: '139 0000 1111' });
    await news(made.caseId);
    expect(gateway.taken.map((sms) => sms.to)).toEqual(['+8613900001111']);
    const [event] = await database.owner<{ payload: string }[]>`
      select payload from event where subject_id = ${made.caseId} and kind = 'notices_chosen'`;
    // `now` is how the case stands, as beside every event.
    const { now, ...said } = JSON.parse(event!.payload);
    expect(said).toEqual({ channel: 'sms', changed: ['phone'] });
    expect(Object.keys(now).sort()).toEqual(['assignee', 'due', 'handler', 'state']);
    const [row] = await database.owner<{ sealed: Buffer }[]>`
      select sealed from case_content where case_id = ${made.caseId} and part = 'contact'`;
    expect(row?.sealed.toString('latin1')).not.toContain('13900001111');
  });

  test('who changed the way while a mail waited gets it by no old way', async () => {
    refuse = () => 451;
    await start();
    const made = await fileTestCase(database);
    await tell(database, made.caseId, 'case.answered');
    await failedOnce(database);
    const { ctx, own } = await ownOf(made);
    await chooseNotices(ctx, own, { channel: 'none' });
    refuse = () => null;
    await allDelivered(database);
    expect(mails.mails).toEqual([]);
  });
});

describe('an official', () => {
  test('hears by mail of everything until choosing, then by kind', async () => {
    const id = await makeOfficial(database, 'handler', 'handler', HANDLER);
    await start();
    const { caseId } = await fileTestCase(database, { contact: { phone: '051083331234' } });
    await allDelivered(database);
    expect(mails.mails).toHaveLength(1);
    const ctx = await asOfficial(id);
    await expect(chooseOfficialNotices(ctx, { choices: { clocks: { sms: true } } })).rejects.toMatchObject({
      fields: [{ path: 'phone', code: 'required' }],
    });
    await chooseOfficialNotices(ctx, { phone: '13912345678', choices: { clocks: { sms: true } } });
    expect((await noticeSettings(ctx)).choices).toMatchObject({
      arrivals: { mail: false },
      clocks: { mail: false, sms: true },
    });
    await news(caseId, 'case.messaged');
    await news(caseId, 'case.overdue');
    expect(mails.mails).toHaveLength(1);
    expect(gateway.taken.map((sms) => [sms.to, sms.template])).toEqual([['+8613912345678', 'official.case.overdue']]);
    const portal = await database.owner`select 1 from notice where channel = 'portal' and recipient_id = ${id}`;
    expect(portal).toHaveLength(3); // the portal always shows everything
  });

  test('whose mailbox refuses sees so, an administrator of the reach lifts the mark, another one cannot', async () => {
    const id = await makeOfficial(database, 'handler', 'handler', HANDLER);
    refuse = () => 550;
    await start();
    const { caseId } = await fileTestCase(database, { contact: { phone: '051083331234' } });
    await allDelivered(database);
    expect((await noticeSettings(await asOfficial(id))).failed).toEqual(['mail']);
    const boss = await makeOfficial(database, 'boss', 'administrator', HANDLER);
    const state = await deliveryState(await asOfficial(boss, 'administrator'));
    expect(state.bounces).toMatchObject([{ recipientKind: 'official', who: 'handler', code: 'smtp_550' }]);
    expect(JSON.stringify(state)).not.toContain('@example.org');
    const mark = { recipientKind: 'official', recipientId: id, channel: 'mail' };
    const elsewhere = await filingCtx(database, {
      actor: {
        kind: 'official',
        id: randomUUID(),
        name: '',
        grants: [{ role: 'administrator', bodyId: TEST_BODIES.cityCommerce.id }],
      },
    });
    expect((await deliveryState({ ...elsewhere })).bounces).toEqual([]);
    await expect(liftMark(elsewhere, mark)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(liftMark(await asOfficial(id), mark)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await liftMark(await asOfficial(boss, 'administrator'), mark);
    refuse = () => null;
    await news(caseId, 'case.messaged');
    expect(mails.mails).toHaveLength(1);
  });
});

describe('an administrator', () => {
  test('sees what fails without an address, tries it at once, and sends a test by the way of all notices', async () => {
    await makeOfficial(database, 'handler', 'handler', HANDLER);
    const boss = await makeOfficial(database, 'boss', 'administrator', HANDLER);
    const ctx = await asOfficial(boss, 'administrator');
    refuse = () => 451;
    await start();
    await fileTestCase(database, { contact: { phone: '051083331234' } });
    await failedOnce(database);
    const state = await deliveryState(ctx);
    expect(state.lines).toMatchObject([{ task: 'notice.mail', waiting: 1, failing: 1 }]);
    expect(state.failing[0]?.lastError).toMatch(/not now/);
    expect(JSON.stringify(state)).not.toContain('@example.org');
    refuse = () => null;
    await database.sql`
      select graphile_worker.reschedule_jobs(array_agg(id), run_at := now() + interval '1 hour') from graphile_worker.jobs where attempts > 0`;
    expect(await retryDeliveries(ctx)).toEqual({ count: 1 });
    await allDelivered(database);

    await expect(testDelivery(ctx, { channel: 'sms' })).rejects.toMatchObject({ fields: [{ code: 'phone_first' }] });
    await testDelivery(ctx, { channel: 'mail' });
    await allDelivered(database);
    expect(mails.mails.map((mail) => mail.to[0])).toEqual(['handler@example.org', 'boss@example.org']);
    expect((await deliveryState(ctx)).tests).toMatchObject([{ channel: 'mail', sentAt: expect.any(Date) }]);
    await expect(deliveryState(await asOfficial(boss, 'handler'))).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('a gateway that is busy, silent or cuts the line loses nothing and sends nothing twice', async () => {
    await gateway.stop();
    const moods: (number | 'drop' | 'silence' | null)[] = [503, 'drop', 429, null];
    let lost = true;
    gateway = await smsGateway({
      secret: SECRET,
      fail: () => (moods.length > 1 ? moods.shift()! : null),
      loseAnswer: () => {
        const now = lost;
        lost = false;
        return now;
      },
    });
    await start({ patience: 300 });
    const made = await fileTestCase(database, { contact: { phone: '13800138000' } });
    await tell(database, made.caseId, 'case.answered');
    await failedOnce(database, 'notice.sms');
    await until(async () => {
      await database.sql`
        select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs
        where attempts > 0 and locked_at is null having count(*) > 0`;
      return (await waiting(database)).length === 0;
    });
    expect(gateway.taken).toHaveLength(1);
    expect(gateway.requests.length).toBeGreaterThanOrEqual(4);
  });
});
