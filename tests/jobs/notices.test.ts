import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Jobs, startJobs } from '../../api/jobs.ts';
import { dispatchOutbox, hurryQueue } from '../../db/queries/dispatch.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { fileTestCase, filingCtx, TEST_BODIES, type TestCase } from '../support/filing.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let jobs: Jobs | undefined;
let server: MailServer | undefined;
beforeEach(async () => {
  database = await testDatabase();
  await filingCtx(database); // makes the small place
});
afterEach(async () => {
  await jobs?.stop();
  await server?.stop();
  jobs = undefined;
  server = undefined;
  await database.end();
});

async function official(name: string, role: string, bodyId: string): Promise<string> {
  const id = randomUUID();
  await database.owner`insert into auth_user (id, name, email) values (${id}, ${name}, ${`${name}@example.org`})`;
  await database.owner`insert into official_grant (id, user_id, role, body_id) values (${randomUUID()}, ${id}, ${role}, ${bodyId})`;
  return id;
}

async function start(smtpUrl: string | null, options: { mailDir?: string; patience?: number } = {}): Promise<void> {
  const ctx = await filingCtx(database);
  const deps = { ...database.deps, directory: ctx.directory };
  jobs = await startJobs(
    { deps },
    { databaseUrl: database.url, smtpUrl, mailDir: options.mailDir ?? null, mailFrom: 'portal@example.org' },
    { patience: options.patience },
  );
}

const undone = async () =>
  database.owner<{ task: string; attempts: number; last_error: string | null }[]>`
    select task, attempts, last_error from outbox where done_at is null order by id`;
const allDone = () => until(async () => (await undone()).length === 0);
const failedOnce = () =>
  until(async () => (await undone()).some((row) => row.task === 'notice.mail' && row.attempts > 0));

async function filed(): Promise<TestCase> {
  const made = await fileTestCase(database);
  return made;
}
const tell = (caseId: string, template: string) =>
  database.owner`insert into outbox (task, payload) values ('notice.case', ${database.owner.json({ caseId, template })})`;

test('a new case is announced to the officials of its handler, in the portal and by mail, with a link and no content', async () => {
  const intake = await official('intake', 'intake', TEST_BODIES.cityDevelopmentReform.id);
  await official('elsewhere', 'intake', TEST_BODIES.cityCommerce.id);
  server = await mailServer();
  await start(server.url);
  const { answer } = await filed();
  await allDone();
  expect(server.mails.map((mail) => mail.to)).toEqual([['intake@example.org']]);
  const mail = await PostalMime.parse(server.mails[0]!.source);
  expect(mail.text).toContain(`/officials/cases/${answer.number}`);
  expect(mail.text).not.toMatch(/土地款|测试人甲|13800138000/);
  expect(mail.text).not.toContain(answer.queryCode);
  const portal = await database.owner`select recipient_id, template from notice where channel = 'portal'`;
  expect(portal).toEqual([{ recipient_id: intake, template: 'case.filed' }]);
});

test('a complainant who left an address hears of the answer, in the words of a link only', async () => {
  server = await mailServer();
  await start(server.url);
  const { caseId, answer } = await filed();
  await tell(caseId, 'case.answered');
  await allDone();
  expect(server.mails.map((mail) => mail.to)).toEqual([['jia@example.org']]);
  const mail = await PostalMime.parse(server.mails[0]!.source);
  expect(mail.subject).toBe('践诺：您反映的事有新进展');
  expect(mail.text).toContain(`/track/${answer.number}`);
  expect(mail.text).not.toContain(answer.queryCode);
});

test('in the demonstration a mail becomes a file that nobody else can read', async () => {
  await official('intake', 'intake', TEST_BODIES.cityDevelopmentReform.id);
  const mailDir = path.join(path.dirname(database.config.evidenceDir), 'mail');
  await start(null, { mailDir });
  await filed();
  await allDone();
  const [name, ...others] = await fs.readdir(mailDir);
  expect(others).toEqual([]);
  const mail = await PostalMime.parse(await fs.readFile(path.join(mailDir, name!), 'utf8'));
  expect(mail.to?.[0]?.address).toBe('intake@example.org');
  expect((await fs.stat(path.join(mailDir, name!))).mode & 0o077).toBe(0);
});

test.each([451, 554])(
  'a mail server that answers %i loses nothing: the notice is kept, said and sent later, once',
  async (status) => {
    await official('intake', 'intake', TEST_BODIES.cityDevelopmentReform.id);
    let refusing = true;
    server = await mailServer({ refuse: () => (refusing ? status : null) });
    await start(server.url);
    await filed();
    await failedOnce();
    const [row] = await undone();
    expect(row?.last_error).toMatch(/not now/);
    expect(row?.last_error).not.toContain('intake@example.org');
    refusing = false;
    await allDone();
    expect(server.mails).toHaveLength(1);
  },
);

test('a closed port loses nothing: the notice goes out when the mail server is back', async () => {
  await official('intake', 'intake', TEST_BODIES.cityDevelopmentReform.id);
  const closed = await mailServer();
  await closed.stop();
  await start(closed.url);
  await filed();
  await failedOnce();
  server = await mailServer({ port: closed.port });
  await allDone();
  expect(server.mails).toHaveLength(1);
});

test('a tarpit holds up neither the filing of notices nor the end of the process', async () => {
  await official('intake', 'intake', TEST_BODIES.cityDevelopmentReform.id);
  server = await mailServer({ silent: true });
  await start(server.url, { patience: 300 });
  const { caseId } = await filed();
  await failedOnce();
  await tell(caseId, 'case.messaged');
  await until(async () => (await undone()).every((row) => row.task === 'notice.mail'));
  expect((await undone())[0]?.attempts).toBeGreaterThan(0);
});

test('a task handed over twice is done once', async () => {
  await official('intake', 'intake', TEST_BODIES.cityDevelopmentReform.id);
  server = await mailServer();
  await filed();
  await start(server.url);
  await allDone();
  await database.owner`update outbox set dispatched_at = null`;
  await until(async () => (await database.owner`select 1 from outbox where dispatched_at is null`).length === 0);
  await until(async () => (await database.owner`select 1 from graphile_worker.jobs`.catch(() => [])).length === 0);
  await tell((await filed()).caseId, 'case.closed');
  await allDone();
  const toIntake = server.mails.filter((mail) => mail.to[0] === 'intake@example.org');
  expect(toIntake).toHaveLength(2); // one a case
});

test('a task that died with its process is taken up again, and one that waits for hours is hurried', async () => {
  await official('intake', 'intake', TEST_BODIES.cityDevelopmentReform.id);
  server = await mailServer();
  await filed();
  expect(await dispatchOutbox(database.sql, 10)).toBe(1);
  await database.sql`update graphile_worker._private_jobs
    set locked_at = now() - interval '5 minutes', locked_by = 'dead', attempts = 3, run_at = now() + interval '5 hours'`;
  await start(server.url);
  await hurryQueue(database.sql, 600); // frees it
  await hurryQueue(database.sql, 600); // and lets it run
  await allDone();
  expect(server.mails).toHaveLength(1);
});
