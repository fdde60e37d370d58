import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Jobs } from '../../api/jobs.ts';
import { chooseOfficialNotices } from '../../api/services/officials/choose-notices.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { allDelivered, makeOfficial, startDelivery } from '../support/delivery.ts';
import { filingCtx, TEST_BODIES } from '../support/filing.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { type SmsGatewayServer, smsGateway } from '../support/sms-gateway.ts';

const SECRET = 'b7c1e8d42f5a4916a8c3d2e1f4a5b6d9';
const BODY = TEST_BODIES.cityCommerce.id;
let database: TestDatabase;
let jobs: Jobs;
let mails: MailServer;
let gateway: SmsGatewayServer;
beforeEach(async () => {
  database = await testDatabase({ smsOffered: true });
  await filingCtx(database); // makes the small place
  mails = await mailServer();
  gateway = await smsGateway({ secret: SECRET });
  jobs = await startDelivery(database, { smtpUrl: mails.url, sms: { url: gateway.url, secret: SECRET } });
});
afterEach(async () => {
  await jobs.stop();
  await Promise.all([mails.stop(), gateway.stop()]);
  await database.end();
});

const asked = async (template: string) => {
  await database.owner`
    insert into outbox (task, payload) values ('notice.body', ${database.owner.json({ bodyId: BODY, template })})`;
  await allDelivered(database);
};
const choose = async (id: string, choices: object, phone?: string) =>
  chooseOfficialNotices(await filingCtx(database, { actor: { kind: 'official', id, name: '', grants: [] } }), {
    choices,
    ...(phone ? { phone } : {}),
  });

test('what is asked of a body reaches each of its officials as each has chosen, and always in the portal', async () => {
  const silent = await makeOfficial(database, 'silent', 'handler', BODY);
  const texted = await makeOfficial(database, 'texted', 'intake', BODY);
  const undecided = await makeOfficial(database, 'undecided', 'handler', BODY);
  await choose(silent, { arrivals: { mail: true }, words: { mail: true }, clocks: { mail: true } });
  await choose(texted, { progress: { sms: true } }, '13912345678');
  for (const template of ['explanation.asked', 'opinion.asked']) await asked(template);
  expect(mails.mails.map((mail) => mail.to)).toEqual([['undecided@example.org'], ['undecided@example.org']]);
  expect(gateway.taken.map((sms) => [sms.to, sms.template])).toEqual([
    ['+8613912345678', 'official.explanation.asked'],
    ['+8613912345678', 'official.opinion.asked'],
  ]);
  const portal = await database.owner`select recipient_id, case_id from notice where channel = 'portal'`;
  expect(portal.map((row) => row.recipient_id).sort()).toEqual(
    [silent, silent, texted, texted, undecided, undecided].sort(),
  );
  expect(portal.every((row) => row.case_id === null)).toBe(true);
});

test('a report of retaliation counts as news from a complainant', async () => {
  const confidant = await makeOfficial(database, 'confidant', 'supervisor', BODY);
  await choose(confidant, { words: { mail: true } });
  await asked('retaliation.reported');
  expect(mails.mails.map((mail) => mail.to)).toEqual([['confidant@example.org']]);
  await choose(confidant, { progress: { mail: true } });
  await asked('retaliation.reported');
  expect(mails.mails).toHaveLength(1);
  expect(await database.owner`select 1 from notice where channel = 'portal'`).toHaveLength(2);
});
