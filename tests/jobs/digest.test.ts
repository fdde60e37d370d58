import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay } from '../../api/domain/calendar.ts';
import type { Jobs } from '../../api/jobs.ts';
import { planMorning } from '../../api/services/notices/digest.ts';
import { chooseOfficialNotices } from '../../api/services/officials/choose-notices.ts';
import { planDigests } from '../../db/queries/digest.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { allDelivered, failedOnce, makeOfficial, startDelivery, waiting } from '../support/delivery.ts';
import { fileTestCase, filingCtx, TEST_BODIES } from '../support/filing.ts';
import { steadyToday } from '../support/legal-day.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';

const HANDLER = TEST_BODIES.cityDevelopmentReform.id;
const ANY_DAY = { holidays: new Set<string>(), workdays: new Set<string>(), years: new Set<number>() };
let database: TestDatabase;
let mails: MailServer;
let jobs: Jobs | undefined;
let today: string;
beforeEach(async () => {
  database = await testDatabase();
  await filingCtx(database);
  mails = await mailServer();
  today = await steadyToday(database);
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await mails.stop();
  await database.end();
});

/** Whatever weekday the test runs on, it is a working day. */
const workday = () => ({ ...ANY_DAY, workdays: new Set([today]) });
const deps = (calendar = workday()) => ({ ...database.deps, calendar: async () => calendar });
async function reader(name: string, bodyId = HANDLER, digest = true): Promise<string> {
  const id = await makeOfficial(database, name, 'handler', bodyId);
  const ctx = await filingCtx(database, {
    actor: { kind: 'official', id, name, grants: [{ role: 'handler', bodyId }] },
  });
  await chooseOfficialNotices(ctx, { digest, choices: {} });
  return id;
}
async function dueOn(days: number): Promise<string> {
  const { caseId, answer } = await fileTestCase(database, { contact: { phone: '051083331234' } });
  const due = days > 0 ? addWorkingDays(today, days, ANY_DAY).date : addDays(today, days);
  await database.owner`update cases set due_on = ${due}::date, state = 'accepted', accepted_at = now() where id = ${caseId}`;
  return answer.number;
}

test('each morning whoever wants it gets one list: overdue, due today, due soon, new; numbers and links only', async () => {
  await reader('wants');
  await reader('does-not', HANDLER, false);
  await reader('elsewhere', TEST_BODIES.cityCommerce.id);
  const [late, now, soon, far] = [await dueOn(-3), await dueOn(0), await dueOn(2), await dueOn(30)];
  const { answer: fresh } = await fileTestCase(database, { contact: { phone: '051083331234' } });
  await database.owner`update cases set due_on = null where number = ${fresh.number}`;
  expect(await planMorning(deps())).toBe(2);
  expect(await planMorning(deps())).toBe(0); // the job may run twice
  jobs = await startDelivery(database, { smtpUrl: mails.url, deps: deps() });
  await allDelivered(database);
  // Nothing is due elsewhere, so nothing is sent there.
  expect(mails.mails.map((mail) => mail.to[0])).toEqual(['wants@example.org']);
  const { subject, text = '' } = await PostalMime.parse(mails.mails[0]!.source);
  expect(subject).toBe('践诺：今天要办的事');
  const order = [late, now, soon, fresh.number].map((number) => text.indexOf(number));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(Math.min(...order)).toBeGreaterThan(0);
  expect(text).not.toContain(far);
  expect(text).toContain('今天到期');
  expect(text).toContain(`/officials/cases/${late}`);
  expect(text).not.toMatch(/土地款|测试人甲|测试市|县|\{/);
});

test('no list goes out on a holiday, and one that was held up until the next day is not sent', async () => {
  await reader('wants');
  await dueOn(-1);
  expect(await planMorning(deps({ ...ANY_DAY, holidays: new Set([today]) }))).toBe(
    isWorkingDay(today, { ...ANY_DAY, holidays: new Set([today]) }) ? 1 : 0,
  );
  expect(await planDigests(database.sql, addDays(today, -1))).toBe(1);
  jobs = await startDelivery(database, { smtpUrl: mails.url, deps: deps() });
  await allDelivered(database);
  expect(mails.mails).toEqual([]);
});

test('a list that a mail server does not take at once is tried again, and sent once', async () => {
  await mails.stop();
  let busy = true;
  mails = await mailServer({ refuse: () => (busy ? 451 : null) });
  await reader('wants');
  await dueOn(0);
  await planMorning(deps());
  jobs = await startDelivery(database, { smtpUrl: mails.url, deps: deps() });
  await failedOnce(database);
  busy = false;
  await allDelivered(database);
  expect(mails.mails).toHaveLength(1);
  expect(await waiting(database)).toEqual([]);
});
