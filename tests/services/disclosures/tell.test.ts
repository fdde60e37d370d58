import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approveDisclosure } from '../../../api/services/disclosures/approve.ts';
import { actOnDisclosure } from '../../../api/services/disclosures/by-form.ts';
import { importRows } from '../../../api/services/disclosures/import.ts';
import { failedEnforcement } from '../../../api/services/disclosures/import-failed-enforcement.ts';
import { getForOfficial } from '../../../api/services/disclosures/officials.ts';
import { fileRequest } from '../../../api/services/disclosures/rights/file.ts';
import { trackRequest } from '../../../api/services/disclosures/rights/track.ts';
import { announceRequest } from '../../../api/services/notices/announce-request.ts';
import { deliver } from '../../../api/services/notices/deliver.ts';
import { readReceipts } from '../../../api/services/sharing/receipts.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers, request, versionOf } from '../../support/disclosures.ts';
import { destination, fileOfReceipts, leaders, send } from '../../support/sharing.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
let determiner: { id: string; name: string };
beforeAll(async () => {
  db = await testDatabase({ smsOffered: true });
  await ensureMatters(db);
  people = await publishers(db);
  const [body] = await db.sql<{ id: string; name: string }[]>`
    select id, name from body where id = ${people.stranger.grants[0]!.bodyId}`;
  determiner = body!;
}, 60_000);
afterAll(() => db?.end());
beforeEach(() => db.owner`delete from outbox`);

const asPerson = () => {
  const ctx = db.ctx();
  return { ...ctx, humanCheck: { ...ctx.humanCheck, verify: async () => 'passed' as const } };
};
/** What bodies were told, in order, since the test began. */
const told = async (bodyId: string): Promise<string[]> =>
  (
    await db.owner<{ template: string }[]>`
    select payload->>'template' as template from outbox where task = 'notice.body' and payload->>'bodyId' = ${bodyId}
    order by id`
  ).map((row) => row.template);
const filers = () => db.owner<{ id: number; payload: { requestId: string; template: string } }[]>`
  select id::int as id, payload from outbox where task = 'notice.request' order by id`;
const act = async (who: Official, id: string, action: string, input: Record<string, unknown> = {}) =>
  actOnDisclosure(db.ctx(who), id, action, { version: await versionOf(db, id), ...input });
const waiting = async (id: string) =>
  (
    await db.sql<{ id: string }[]>`select id from disclosure_request where disclosure_id = ${id} and outcome is null`
  )[0]!.id;

let serial = 0;
describe('the body that determined a record which another one published', () => {
  const classed = (changes = {}) =>
    publish(db, people, {
      kind: 'dishonesty_record',
      caseNumber: null,
      outcome: null,
      documentNumber: `样信认〔2026〕${++serial}号`,
      decidedOn: '2026-01-02',
      publicationClass: 'ordinary',
      decidingBody: determiner.name,
      ...changes,
    });

  test('hears of an objection, of its decision, of a repair that is asked, and of its end', async () => {
    const id = await classed();
    expect(await told(determiner.id)).toEqual([]);
    await fileRequest(asPerson(), id, 'objection', request());
    await act(people.third, id, 'uphold', { request: await waiting(id), publicWords: '与判决书一致。' });
    expect(await told(determiner.id)).toEqual(['determined.objection', 'determined.decided']);
    await fileRequest(asPerson(), id, 'repair', request({ party: 'body', performedOn: '2026-01-01' }));
    await act(people.stranger, id, 'confirm_repair', { performed: '已经付清。', performedOn: '2026-01-01' });
    await act(people.third, id, 'repair', { publicWords: '已经付清。' });
    expect((await told(determiner.id)).slice(2)).toEqual(['determined.repair', 'determined.granted']);
    // The publisher is told of what it must do, as before, and of nothing twice.
    expect(await told(people.author.grants[0]!.bodyId)).toEqual(['disclosure.objection', 'disclosure.repair']);
  });

  test('hears of a held objection when it was taken up, of a withdrawal, and of nothing that was never public', async () => {
    const id = await classed();
    await fileRequest(db.ctx(), id, 'objection', request());
    expect(await told(determiner.id)).toEqual([]);
    await act(people.third, id, 'mark_objection', { request: await waiting(id) });
    await act(people.third, id, 'withdraw', { reasonClass: 'mistaken', reason: '录错了。' });
    expect(await told(determiner.id)).toEqual(['determined.objection', 'determined.ended']);
    const spam = await classed();
    await fileRequest(db.ctx(), spam, 'objection', request());
    await act(people.third, spam, 'dismiss_request', { request: await waiting(spam), publicWords: '没有理由。' });
    expect(await told(determiner.id)).toHaveLength(2);
  });

  test('is not told where it published the record itself', async () => {
    const [own] = await db.sql<{ name: string }[]>`select name from body where id = ${people.author.grants[0]!.bodyId}`;
    const id = await classed({ decidingBody: own!.name });
    await fileRequest(asPerson(), id, 'objection', request());
    await act(people.third, id, 'uphold', { request: await waiting(id), publicWords: '与判决书一致。' });
    expect(await told(people.author.grants[0]!.bodyId)).toEqual(['disclosure.objection']);
  });
});

describe('whoever filed', () => {
  const sent = async (locale: 'zh-CN' | 'en', left: Record<string, unknown>) => {
    const id = await publish(db, people);
    const filed = await fileRequest({ ...asPerson(), locale }, id, 'objection', request({ phone: undefined, ...left }));
    await act(people.third, id, 'uphold', { request: await waiting(id), publicWords: '与判决书一致。' });
    const [task] = (await filers()).slice(-1);
    expect(task?.payload.template).toBe('request.decided');
    const given = await announceRequest(db.deps, task!.id, task!.payload as never);
    expect(await announceRequest(db.deps, task!.id, task!.payload as never)).toBe(given);
    const notices = await db.owner<{ id: string }[]>`
      select id from notice where recipient_kind = 'filer' and recipient_id = ${task!.payload.requestId}`;
    expect(notices).toHaveLength(given); // once, however often the task runs
    const taken: { to: string; text: string; subject?: string }[] = [];
    const sender = { send: async (message: { to: string; text: string }) => void taken.push(message) };
    for (const notice of notices) await deliver(db.deps, { mailer: sender, sms: sender } as never, notice.id);
    return { taken, id, code: filed.queryCode, request: task!.payload.requestId };
  };

  test('is written to by the way that was left, in the language of the form, without the code', async () => {
    const { taken, id, code } = await sent('en', { email: 'filer@example.org' });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ to: 'filer@example.org', subject: expect.stringContaining('objection') });
    expect(taken[0]?.text).toContain(`/en/disclosures/${id}/track`);
    expect(taken[0]?.text).not.toContain(code.slice(0, 4));
    const sms = await sent('zh-CN', { phone: '13800138000' });
    expect(sms.taken).toMatchObject([{ to: '+8613800138000', text: expect.stringContaining('已经作出决定') }]);
    expect((await sent('zh-CN', { phone: '0510-81234567' })).taken).toEqual([]); // no message reaches a fixed line
  });

  test('is told in the portal where an official filed it', async () => {
    const id = await publish(db, people, { bodyId: people.stranger.grants[0]!.bodyId, bodyName: determiner.name });
    const speaking: Official = { ...people.stranger, id: 'speaking' };
    await fileRequest(db.ctx(speaking), id, 'objection', request({ party: 'body' }));
    await act(people.third, id, 'withdraw', { reasonClass: 'mistaken', reason: '录错了。' });
    const [task] = await filers();
    expect(task?.payload.template).toBe('request.ended');
    await announceRequest(db.deps, task!.id, task!.payload as never);
    const notices = await db.owner`select recipient_id, channel from notice where template = 'request.ended'`;
    expect(notices).toContainEqual({ recipient_id: 'speaking', channel: 'portal' });
  });
});

test('a list that says that it was performed ends the record, closes what waits about it and tells who filed', async () => {
  const list = (status: string) => ({
    name: 'list.csv',
    open: () =>
      Readable.from([
        Buffer.from(
          `body,division,kind,conduct,status,source\n样例市乙村村民委员会,9901,grassroots,拒不履行,${status},2026年名单`,
        ),
      ]),
  });
  const how = { mode: 'all', dryRun: false, reason: '导入' } as const;
  await importRows(db.ctx(), failedEnforcement, list('open'), how);
  const [{ id } = { id: '' }] = await db.sql<{ id: string }[]>`
    select id from disclosure where body_name = '样例市乙村村民委员会'`;
  await approveDisclosure(db.ctx(people.second), id, { version: await versionOf(db, id) });
  const objection = await fileRequest(asPerson(), id, 'objection', request());
  const held = await fileRequest(db.ctx(), id, 'objection', request());
  await db.owner`
    insert into disclosure_correction (disclosure_id, base_version, content, reason, proposed_by)
    values (${id}, ${await versionOf(db, id)}, '{}', '核对', 'author')`;
  expect(await importRows(db.ctx(), failedEnforcement, list('performed'), how)).toMatchObject({ changed: 1 });
  const [record] = await db.sql`select state, objection_flag, repair from disclosure where id = ${id}`;
  expect(record).toEqual({ state: 'repaired', objection_flag: 'none', repair: 'none' });
  for (const { queryCode } of [objection, held])
    expect(await trackRequest(db.ctx(), { queryCode })).toMatchObject({ standing: 'decided', outcome: 'record_ended' });
  const requests = (await db.sql<{ id: string }[]>`select id from disclosure_request where disclosure_id = ${id}`)
    .map((row) => row.id)
    .sort();
  const events = await db.owner<{ kind: string; payload: string }[]>`
    select kind, payload from event where subject_id = ${id} order by seq desc limit 2`;
  expect(events.map((event) => event.kind)).toEqual(['requests_closed', 'repaired']);
  expect(JSON.parse(events[0]!.payload)).toEqual({ outcome: 'record_ended', requests });
  expect((await filers()).map(({ payload }) => [payload.requestId, payload.template]).sort()).toEqual(
    requests.map((one) => [one, 'request.ended']),
  );
  expect(await db.sql`select 1 from disclosure_correction where disclosure_id = ${id}`).toHaveLength(0);
  expect((await getForOfficial(db.ctx(people.author), id)).requests.map((one) => one.standing)).toEqual([
    'decided',
    'decided',
  ]);
});

test('what a platform above refuses is told to whoever published it, once a file', async () => {
  const leading = await leaders(db);
  await destination(db, leading.administrator, 'platform-told');
  const ids = [await publish(db, people), await publish(db, people)];
  const messages = await send(db, leading.sender, 'platform-told');
  await db.owner`delete from outbox`;
  const lines = messages.map(({ number, record }) =>
    ids.includes(record)
      ? ({ type: 'receipt', number, accepted: false, reason: 'field_missing', words: '缺少文号' } as const)
      : ({ type: 'receipt', number, accepted: true, receipt: `R${number}` } as const),
  );
  const report = () => readReceipts(db.ctx(leading.sender), 'platform-told', fileOfReceipts(lines));
  expect(await report()).toMatchObject({ rejected: 2 });
  expect(await told(people.author.grants[0]!.bodyId)).toEqual(['sharing.refused']);
  await report();
  expect(await told(people.author.grants[0]!.bodyId)).toHaveLength(1);
});
