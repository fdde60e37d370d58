import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTICES } from '../../api/domain/notice.ts';
import type { Jobs } from '../../api/jobs.ts';
import { answer } from '../../api/services/complaints/answer.ts';
import { ask } from '../../api/services/complaints/ask.ts';
import { close } from '../../api/services/complaints/close.ts';
import { message } from '../../api/services/complaints/message.ts';
import { note } from '../../api/services/complaints/note.ts';
import { supply } from '../../api/services/complaints/supply.ts';
import { verdict } from '../../api/services/complaints/verdict.ts';
import { write } from '../../api/services/complaints/write.ts';
import { planMorning } from '../../api/services/notices/digest.ts';
import { chooseOfficialNotices } from '../../api/services/officials/choose-notices.ts';
import { readIdentity } from '../../api/services/officials/read-identity.ts';
import { acceptCase, answersFor, fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { allDelivered, makeOfficial, startDelivery, tell } from '../support/delivery.ts';
import { filingCtx } from '../support/filing.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { type SmsGatewayServer, smsGateway } from '../support/sms-gateway.ts';

const SECRET = 'f3b1c8d27e5a4906b8c1d2e3f4a5b6c7';
let database: TestDatabase;
let jobs: Jobs;
let mails: MailServer;
let gateway: SmsGatewayServer;
beforeEach(async () => {
  database = await testDatabase({ smsOffered: true });
  await filingCtx(database);
  mails = await mailServer();
  gateway = await smsGateway({ secret: SECRET });
  jobs = await startDelivery(database, { smtpUrl: mails.url, sms: { url: gateway.url, secret: SECRET } });
});
afterEach(async () => {
  await jobs.stop();
  await Promise.all([mails.stop(), gateway.stop()]);
  await database.end();
});

/** A word that stands nowhere else, for each thing that a person says or is. */
const CANARY = {
  story: '金丝雀经过甲',
  promised: '金丝雀承诺乙',
  demand: '金丝雀诉求丙',
  name: '金丝雀姓名丁',
  message: '金丝雀留言戊',
  asked: '金丝雀要求己',
  supplied: '金丝雀补充庚',
  answered: '金丝雀答复辛',
  written: '金丝雀去信壬',
  verdict: '金丝雀评价癸',
  note: '金丝雀内部子',
  reason: '金丝雀理由丑',
  closed: '金丝雀结语寅',
};

test('over a whole case no mail, no text message and no list holds a word of it, a name, an address or the code', async () => {
  const official = await makeOfficial(database, 'handler', 'handler', HANDLER);
  const actor = {
    kind: 'official' as const,
    id: official,
    name: '金丝雀官员',
    factorAge: 0,
    grants: [{ role: 'handler' as const, bodyId: HANDLER }],
  };
  const both = Object.fromEntries(
    ['arrivals', 'words', 'clocks', 'progress'].map((kind) => [kind, { mail: true, sms: true }]),
  );
  const desk = await filingCtx(database, { actor });
  await chooseOfficialNotices(desk, { phone: '13900002222', digest: true, choices: both });

  for (const contact of [{ email: 'canary@example.org' }, { phone: '13911113333' }]) {
    const d = await fileAndSit(database, {
      story: `${CANARY.story}，说来话长。`,
      promised: CANARY.promised,
      demands: [CANARY.demand, `${CANARY.demand}之二`],
      complainant: { kind: 'person', name: CANARY.name },
      contact,
    });
    const version = async () => ({ version: await d.version() });
    await message(d.citizen, d.own, { text: CANARY.message });
    await acceptCase(d);
    await readIdentity(desk, d.number, { reason: CANARY.reason, category: 'verify' }).catch(async () => {
      await readIdentity(desk, d.number, { reason: CANARY.reason });
    });
    await ask(d.desk, d.number, { ...(await version()), text: CANARY.asked });
    await supply(d.citizen, d.own, { text: CANARY.supplied });
    await write(d.desk, d.number, { text: CANARY.written });
    await note(d.desk, d.number, { text: CANARY.note });
    await answer(d.desk, d.number, { ...(await version()), answers: answersFor(await d.demands(), CANARY.answered) });
    await close(d.desk, d.number, { ...(await version()), bodySays: 'solved', text: CANARY.closed });
    await verdict(d.citizen, d.own, { verdict: 'not_solved', text: CANARY.verdict });
    // Whatever else this release can say of a case.
    for (const template of Object.keys(NOTICES)) await tell(database, d.caseId, template);
    await database.owner`update cases set due_on = (now() at time zone 'Asia/Shanghai')::date where id = ${d.caseId}`;
    await planMorning({
      ...database.deps,
      calendar: async () => ({ holidays: new Set(), workdays: new Set([await today()]), years: new Set() }),
    });
    await allDelivered(database);

    const sources = await Promise.all(
      mails.mails.map(async ({ source }) => {
        const { subject, text, html, headers } = await PostalMime.parse(source);
        // The recipient's own address stands in the header To, where it must.
        return JSON.stringify([subject, text, html, headers.filter((header) => header.key !== 'to')]);
      }),
    );
    const sent = [...sources, ...gateway.taken.map(({ to: _, ...sms }) => JSON.stringify(sms))];
    expect(sent.length).toBeGreaterThan(25);
    for (const word of [
      ...Object.values(CANARY),
      '金丝雀',
      'canary',
      '13911113333',
      '13900002222',
      '1200000',
      d.code,
      d.code.replaceAll('-', ''),
    ]) {
      expect(
        sent.filter((text) => text.includes(word)),
        word,
      ).toEqual([]);
    }
    // And every message that went out is in a language, with nothing left to be filled in.
    expect(sent.filter((text) => /\{\w+\}|undefined|NaN/.test(text))).toEqual([]);
  }
}, 120_000);

async function today(): Promise<string> {
  const [row] = await database.sql<
    { today: string }[]
  >`select (now() at time zone 'Asia/Shanghai')::date::text as today`;
  return row!.today;
}
