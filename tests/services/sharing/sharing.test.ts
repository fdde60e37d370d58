import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShareMessage } from '../../../api/contracts/sharing.ts';
import { DomainError } from '../../../api/domain/errors.ts';
import { approveCorrection, proposeCorrection } from '../../../api/services/disclosures/correct.ts';
import { withdrawDisclosure } from '../../../api/services/disclosures/withdraw.ts';
import { makeBatch } from '../../../api/services/sharing/batch.ts';
import { reconcileDestinations, saveDestination } from '../../../api/services/sharing/destinations.ts';
import { viewQueue } from '../../../api/services/sharing/queue.ts';
import { readReceipts } from '../../../api/services/sharing/receipts.ts';
import { sendAgain } from '../../../api/services/sharing/resend.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers, repair, versionOf } from '../../support/disclosures.ts';
import { destination, download, fileOfReceipts, leaders, send } from '../../support/sharing.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
let leading: { sender: Official; administrator: Official };
let n = 0;
let code: string;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  leading = await leaders(db);
}, 60_000);
afterAll(() => db?.end());
beforeEach(() => {
  code = `platform-${++n}`;
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof DomainError) return error.fields[0]?.code ?? error.code;
      throw error;
    },
  );
const withdraw = async (id: string) =>
  withdrawDisclosure(db.ctx(people.second), id, {
    version: await versionOf(db, id),
    reasonClass: 'mistaken',
    reason: '录错了单位',
  });
async function correct(id: string, changes: Record<string, unknown>) {
  const [row] = await db.sql<{ content: Record<string, unknown> }[]>`
    select content from disclosure_version where disclosure_id = ${id} order by version desc limit 1`;
  const facts = Object.fromEntries(Object.entries(row?.content ?? {}).filter(([, value]) => value !== null));
  const reason = '金额有误';
  const { caseNumber, court, decidedOn, outcome, summary, source, kind, bodyName, division, matter } = facts;
  const draft = {
    caseNumber,
    court,
    decidedOn,
    outcome,
    summary,
    source,
    kind,
    bodyName,
    division,
    matter,
    ...changes,
  };
  await proposeCorrection(db.ctx(people.author), id, { version: await versionOf(db, id), reason }, draft);
  await approveCorrection(db.ctx(people.second), id, { version: await versionOf(db, id) });
}
const own = (messages: readonly ShareMessage[], id: string) => messages.filter((message) => message.record === id);
const state = async (id: string) =>
  (
    await db.sql<
      { state: string }[]
    >`select m.state from share_message m join share_destination d on d.id = m.destination_id
      where d.code = ${code} and m.disclosure_id = ${id} order by m.id`
  ).map((row) => row.state);
const receipts = (lines: Parameters<typeof fileOfReceipts>[0]) =>
  readReceipts(db.ctx(leading.sender), code, fileOfReceipts(lines));

describe('the queue', () => {
  test('tells a publication, a correction and a withdrawal, each once and in the transaction of the change', async () => {
    await destination(db, leading.administrator, code);
    await send(db, leading.sender, code); // what other tests published
    const id = await publish(db, people);
    const [added] = own(await send(db, leading.sender, code), id);
    expect(added).toMatchObject({
      act: 'add',
      record: id,
      content: { kind: 'lost_judgment', summary: '承诺的奖励没有兑现。' },
    });
    expect(added).toHaveProperty('content.url', `http://localhost:4321/disclosures/${id}`);
    await correct(id, { summary: '奖励已经部分兑现。' });
    expect(own(await send(db, leading.sender, code), id)).toMatchObject([
      { act: 'modify', content: { summary: '奖励已经部分兑现。' } },
    ]);
    await withdraw(id);
    const [removed] = own(await send(db, leading.sender, code), id);
    expect(Object.keys(removed ?? {}).sort()).toEqual(['act', 'number', 'reason', 'record', 'type']);
    expect(removed).toMatchObject({ act: 'remove', reason: 'mistaken' });
    expect(await send(db, leading.sender, code)).toEqual([]);
  });

  test('sends several changes as one, and nothing of what was removed before it was sent', async () => {
    await destination(db, leading.administrator, code);
    await send(db, leading.sender, code);
    const [kept, gone] = [await publish(db, people), await publish(db, people)];
    await correct(kept, { summary: '改过一次。' });
    await withdraw(gone);
    const sent = await send(db, leading.sender, code);
    expect(own(sent, kept)).toMatchObject([{ act: 'add', content: { summary: '改过一次。' } }]);
    expect(own(sent, gone)).toEqual([]);
    expect(await state(gone)).toEqual(['dropped']);
  });

  test('follows a repair with a removal that is due in three working days and holds no name', async () => {
    await destination(db, leading.administrator, code, { kinds: ['unperformed_judgment'] });
    const id = await publish(db, people, {
      kind: 'unperformed_judgment',
      conduct: '拒不履行',
      publicationClass: 'ordinary',
      decidedOn: '2026-05-06',
    });
    await send(db, leading.sender, code);
    await repair(db, people, id);
    const queue = await viewQueue(db.ctx(leading.sender), { destination: code });
    expect(queue.items).toMatchObject([{ act: 'remove', reason: 'repaired', title: null, late: false }]);
    const [row] = await db.sql<{ since: string }[]>`select (now() at time zone 'Asia/Shanghai')::date::text as since`;
    const due = queue.items[0]?.dueOn ?? '';
    expect(due > (row?.since ?? '')).toBe(true);
    const sent = await send(db, leading.sender, code);
    expect(sent).toMatchObject([{ act: 'remove', reason: 'repaired', record: id }]);
    expect(JSON.stringify(sent)).not.toMatch(/样例|履行/);
  });

  test('says what is late by the clock of today', async () => {
    await destination(db, leading.administrator, code);
    await send(db, leading.sender, code);
    const id = await publish(db, people);
    const late = async () =>
      (await viewQueue(db.ctx(leading.sender), { destination: code })).counts.find((one) => one.state === 'waiting')
        ?.late;
    expect(await late()).toBe(0);
    await db.owner`update share_message set since = since - 30 where disclosure_id = ${id} and state = 'waiting'`;
    expect(await late()).toBe(1);
    const listed = await viewQueue(db.ctx(leading.sender), { destination: code, late: 'yes' });
    expect(listed.items).toMatchObject([{ record: id, late: true }]);
  });

  test('takes out of a file that is fetched again what has ended since', async () => {
    await destination(db, leading.administrator, code);
    await send(db, leading.sender, code);
    const id = await publish(db, people, { summary: '只此一处的句子。' });
    const made = await makeBatch(db.ctx(leading.sender), code);
    await withdraw(id);
    const again = await download(db, leading.sender, made?.id ?? '');
    expect(own(again, id)).toMatchObject([{ act: 'void' }]);
    expect(JSON.stringify(again)).not.toContain('只此一处');
    const [row] =
      await db.owner`select count(*)::int as n from share_message where disclosure_id = ${id} and content is not null`;
    expect(row?.n).toBe(0);
  });

  test('pages through by keyset', async () => {
    await destination(db, leading.administrator, code, { enabled: false });
    for (let i = 0; i < 52; i++) await publish(db, people);
    await destination(db, leading.administrator, code);
    const first = await viewQueue(db.ctx(leading.sender), { destination: code });
    expect(first.items).toHaveLength(50);
    const second = await viewQueue(db.ctx(leading.sender), { destination: code, cursor: first.nextCursor });
    const seen = [...first.items, ...second.items].map((item) => item.number);
    expect(new Set(seen).size).toBe(seen.length);
    expect(second.items.length).toBeGreaterThan(1);
    expect(
      await codeOf(viewQueue(db.ctx(leading.sender), { destination: code, state: 'sent', cursor: first.nextCursor })),
    ).toBe('cursor.invalid');
  }, 60_000);
});

describe('receipts', () => {
  test('are read once; what was refused comes back with its reason and goes again after a correction', async () => {
    await destination(db, leading.administrator, code);
    await send(db, leading.sender, code);
    const [good, bad] = [await publish(db, people), await publish(db, people)];
    const sent = await send(db, leading.sender, code);
    const numberOf = (id: string) => own(sent, id)[0]?.number ?? 0;
    const lines = [
      { type: 'receipt', number: numberOf(good), accepted: true, receipt: 'GX-1' },
      { type: 'receipt', number: numberOf(bad), accepted: false, reason: 'field_missing', words: '缺少文号' },
    ] as const;
    expect(await receipts(lines)).toMatchObject({ lines: 2, received: 1, rejected: 1, known: 0, faults: [] });
    expect(await receipts(lines)).toMatchObject({ received: 0, rejected: 0, known: 2 });
    const back = await viewQueue(db.ctx(leading.sender), { destination: code, state: 'rejected' });
    expect(back.items).toMatchObject([{ record: bad, refusal: 'field_missing', refusalWords: '缺少文号' }]);
    await correct(bad, { summary: '补上了。' });
    expect(await state(bad)).toEqual(['corrected', 'waiting']);
    // Never accepted: it is told as new.
    expect(own(await send(db, leading.sender, code), bad)).toMatchObject([
      { act: 'add', content: { summary: '补上了。' } },
    ]);
  });

  test('that refuse a removal leave it open until it was sent again and received', async () => {
    await destination(db, leading.administrator, code);
    await send(db, leading.sender, code);
    const id = await publish(db, people);
    await send(db, leading.sender, code);
    await withdraw(id);
    const [first] = own(await send(db, leading.sender, code), id);
    const refused = { type: 'receipt', number: first?.number ?? 0, accepted: false, reason: 'other' } as const;
    expect(await receipts([refused])).toMatchObject({ rejected: 1 });
    await sendAgain(db.ctx(leading.sender), code, refused.number);
    expect(await codeOf(sendAgain(db.ctx(leading.sender), code, refused.number))).toBe('message_settled');
    const [second] = own(await send(db, leading.sender, code), id);
    expect(second).toMatchObject({ act: 'remove', reason: 'mistaken' });
    const gone = { type: 'receipt', number: second?.number ?? 0, accepted: false, reason: 'unknown_record' } as const;
    expect(await receipts([gone])).toMatchObject({ received: 1, faults: [] });
    expect(await state(id)).toEqual(['sent', 'corrected', 'received']);
  });

  test('report each bad line and touch nothing of it', async () => {
    await destination(db, leading.administrator, code);
    await publish(db, people);
    const [message] = await send(db, leading.sender, code);
    const number = message?.number ?? 0;
    const file = [
      'no json',
      JSON.stringify({ type: 'receipt', number, accepted: true }),
      JSON.stringify({ type: 'receipt', number: 999_999, accepted: true, receipt: 'X' }),
      JSON.stringify({ type: 'receipt', number, accepted: true, receipt: 'GX-9' }),
      JSON.stringify({ type: 'receipt', number, accepted: true, receipt: 'GX-9' }),
    ].join('\n');
    const report = await readReceipts(db.ctx(leading.sender), code, file);
    expect(report.received).toBe(1);
    expect(report.faults).toEqual([
      { line: 1, path: '', code: 'not_json' },
      { line: 2, path: 'receipt', code: 'required' },
      { line: 5, path: 'number', code: 'twice' },
      { line: 3, path: 'number', code: 'message_unknown' },
    ]);
    expect(await receipts([{ type: 'receipt', number, accepted: false, reason: 'other' }])).toMatchObject({
      faults: [{ line: 1, path: 'number', code: 'receipt_contradicts' }],
    });
  });
});

describe('a destination', () => {
  test('gets nothing while it is off, everything of its kinds once it is on, and loses a kind that is taken off', async () => {
    const id = await publish(db, people);
    expect(await destination(db, leading.administrator, code, { enabled: false })).toBe(0);
    expect(await send(db, leading.sender, code)).toEqual([]);
    expect(await destination(db, leading.administrator, code)).toBeGreaterThan(0);
    expect(own(await send(db, leading.sender, code), id)).toMatchObject([{ act: 'add' }]);
    expect(await reconcileDestinations(db.deps)).toBe(0);
    await destination(db, leading.administrator, code, { kinds: ['honour'] });
    expect(own(await send(db, leading.sender, code), id)).toMatchObject([{ act: 'remove', reason: 'out_of_scope' }]);
  });

  test('that was switched off is still told of what it holds', async () => {
    await destination(db, leading.administrator, code);
    const id = await publish(db, people);
    await send(db, leading.sender, code);
    await destination(db, leading.administrator, code, { enabled: false });
    await withdraw(id);
    await publish(db, people);
    expect(await send(db, leading.sender, code)).toMatchObject([{ act: 'remove', record: id }]);
  });

  test('is an administrator of the place to change, one at a time, and files are for the lead credit authority', async () => {
    const draft = { code, name: '省级平台', level: 'province', kinds: 'lost_judgment' };
    expect(await codeOf(saveDestination(db.ctx(), draft))).toBe('auth.required');
    expect(await codeOf(saveDestination(db.ctx(leading.sender), draft))).toBe('auth.forbidden');
    await saveDestination(db.ctx(leading.administrator), draft);
    expect(await codeOf(saveDestination(db.ctx(leading.administrator), draft))).toBe('code_taken');
    await saveDestination(db.ctx(leading.administrator), { ...draft, version: 1 });
    expect(await codeOf(saveDestination(db.ctx(leading.administrator), { ...draft, version: 1 }))).toBe(
      'setting.version_conflict',
    );
    expect(await codeOf(makeBatch(db.ctx(leading.administrator), code))).toBe('auth.forbidden');
    const outside: Official = { ...people.stranger, grants: people.stranger.grants };
    const [other] = await db.sql<
      { id: string }[]
    >`select id from body where division = '9901' and role = 'finance' limit 1`;
    const elsewhere: Official = { ...outside, grants: [{ role: 'publisher', bodyId: other?.id ?? '' }] };
    expect(await codeOf(makeBatch(db.ctx(elsewhere), code))).toBe('auth.forbidden');
    expect(await codeOf(makeBatch(db.ctx(leading.sender), 'nowhere'))).toBe('resource.not_found');
    expect(await codeOf(viewQueue(db.ctx(), {}))).toBe('auth.required');
    const events = await db.sql`select kind from event where subject_kind = 'sharing' and payload like ${`%${code}%`}`;
    expect(events.map((event) => event.kind)).toEqual(['share_destination_made', 'share_destination_changed']);
  });
});
