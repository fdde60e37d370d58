import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveDisclosure } from '../../../api/services/disclosures/approve.ts';
import { actOnDisclosure } from '../../../api/services/disclosures/by-form.ts';
import { draftDisclosure } from '../../../api/services/disclosures/draft.ts';
import { getDisclosure } from '../../../api/services/disclosures/get.ts';
import { getForOfficial } from '../../../api/services/disclosures/officials.ts';
import { fileRequest } from '../../../api/services/disclosures/rights/file.ts';
import { readRequestContact, waitingRequests } from '../../../api/services/disclosures/rights/for-officials.ts';
import { trackRequest } from '../../../api/services/disclosures/rights/track.ts';
import { searchDisclosures } from '../../../api/services/disclosures/search.ts';
import { submitDisclosure } from '../../../api/services/disclosures/submit.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import {
  ensureMatters,
  judgment,
  type Official,
  publish,
  publishers,
  request,
  versionOf,
} from '../../support/disclosures.ts';
import { fieldCodeOf as code } from '../../support/refusal.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
/** An official of the body that the records are about. */
let accused: Official;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  const [body] = await db.sql<{ id: string }[]>`
    select id from body where division = '9901' and kind = 'department' order by name desc limit 1`;
  accused = { kind: 'official', id: 'accused', name: 'accused', grants: [{ role: 'handler', bodyId: body!.id }] };
}, 60_000);
afterAll(() => db?.end());

const act = async (who: Official, id: string, action: string, input: Record<string, unknown> = {}) =>
  actOnDisclosure(db.ctx(who), id, action, { version: await versionOf(db, id), ...input });
const requestOf = async (id: string) =>
  (
    await db.sql<{ id: string; screening: string; outcome: string | null }[]>`
    select id, screening, outcome from disclosure_request where disclosure_id = ${id} order by filed_at desc limit 1`
  )[0]!;
const shown = async (id: string) => {
  const answer = await getDisclosure(db.ctx(), id);
  if (answer.found !== 'record') throw new Error('the record is gone');
  return answer.value;
};
/** As somebody who passed the human check. */
const asPerson = () => {
  const ctx = db.ctx();
  return { ...ctx, humanCheck: { ...ctx.humanCheck, verify: async () => 'passed' as const } };
};
const about = (changes = {}) => publish(db, people, { bodyId: accused.grants[0]!.bodyId, ...changes });
const classed = (changes = {}) =>
  about({
    kind: 'unperformed_judgment',
    conduct: '有履行能力而拒不履行',
    outcome: null,
    decidedOn: '2020-01-01',
    publicationClass: 'ordinary',
    ...changes,
  });

describe('an objection', () => {
  test('flags the record at once where a person filed it, and is decided by people who took no part', async () => {
    const id = await about();
    const filed = await fileRequest(asPerson(), id, 'objection', request());
    expect(filed).toMatchObject({ created: true, screening: 'passed' });
    expect(filed.queryCode).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
    expect(filed.due).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await shown(id)).record.objection).toBe('under_objection');
    expect((await searchDisclosures(db.ctx(), { limit: 100 })).items.find((r) => r.id === id)?.objection).toBe(
      'under_objection',
    );
    const { id: waiting } = await requestOf(id);
    const words = { request: waiting, publicWords: '金额与判决书一致。' };
    expect(await code(act(people.second, id, 'uphold', words))).toBe('disclosure.second_person_required');
    expect(await code(act(people.stranger, id, 'uphold', words))).toBe('resource.not_found');
    await act(people.third, id, 'uphold', words);
    const after = await shown(id);
    expect(after.record.objection).toBe('none');
    expect(after.requests).toMatchObject([
      { kind: 'objection', party: 'interested', outcome: 'upheld', words: '金额与判决书一致。' },
    ]);
    expect(await trackRequest(db.ctx(), { queryCode: filed.queryCode.toLowerCase() })).toMatchObject({
      outcome: 'upheld',
      words: '金额与判决书一致。',
      standing: 'decided',
    });
  });

  test('that nobody vouches for waits for an official, and flags nothing before', async () => {
    const id = await about();
    const filed = await fileRequest(db.ctx(), id, 'objection', request());
    expect(filed.screening).toBe('held');
    expect((await shown(id)).record.objection).toBe('none');
    expect((await shown(id)).requests).toEqual([]);
    const { id: waiting } = await requestOf(id);
    expect(await code(act(people.third, id, 'uphold', { request: waiting, publicWords: '维持。' }))).toBe(
      'disclosure.transition_refused',
    );
    await act(people.third, id, 'mark_objection', { request: waiting });
    expect((await shown(id)).record.objection).toBe('under_objection');
    const again = await about();
    await fileRequest(db.ctx(), again, 'objection', request());
    const { id: spam } = await requestOf(again);
    await act(people.third, again, 'dismiss_request', { request: spam, publicWords: '没有写明理由。' });
    expect((await shown(again)).requests).toEqual([]);
    expect((await requestOf(again)).outcome).toBe('dismissed');
  });

  test('sent twice is one, with the same code; another form with the same id is refused', async () => {
    const id = await about();
    const form = request();
    const both = await Promise.all([
      fileRequest(asPerson(), id, 'objection', form),
      fileRequest(asPerson(), id, 'objection', form),
    ]);
    expect(both[0].queryCode).toBe(both[1].queryCode);
    expect((await shown(id)).requests).toHaveLength(1);
    expect(await code(fileRequest(asPerson(), await about(), 'objection', form))).toBe('submission.payload_differs');
  });

  test('is corrected only where something was corrected since', async () => {
    const facts = judgment({ bodyId: accused.grants[0]!.bodyId });
    const { id } = await draftDisclosure(db.ctx(people.author), facts);
    await submitDisclosure(db.ctx(people.author), id, { version: 1 });
    await approveDisclosure(db.ctx(people.second), id, { version: 2 });
    await fileRequest(asPerson(), id, 'objection', request());
    const { id: waiting } = await requestOf(id);
    const decide = () => act(people.third, id, 'decide_corrected', { request: waiting, publicWords: '金额已经改正。' });
    expect(await code(decide())).toBe('correction_first');
    await act(people.author, id, 'propose_correction', { reason: '金额写错', ...facts, amount: '100.00' });
    await act(people.second, id, 'approve_correction');
    await decide();
    const after = await shown(id);
    expect(after.requests[0]?.outcome).toBe('corrected');
    expect(after.history.at(-1)?.changes).toContainEqual({
      field: 'amount',
      before: null,
      after: '100.00',
    });
  });

  test('that is right takes the record off, and its filer still learns why', async () => {
    const id = await about({ bodyName: '样例市财政局' });
    const filed = await fileRequest(asPerson(), id, 'objection', request());
    const { id: waiting } = await requestOf(id);
    await act(people.third, id, 'decide_withdrawn', {
      request: waiting,
      publicWords: '判决已被撤销。',
      reasonClass: 'judgment_changed',
    });
    const answer = await getDisclosure(db.ctx(), id);
    expect(answer).toMatchObject({ found: 'tombstone', value: { state: 'withdrawn', reason: 'judgment_changed' } });
    expect(JSON.stringify(answer)).not.toMatch(/财政局|撤销/);
    expect(await trackRequest(db.ctx(), { queryCode: filed.queryCode })).toMatchObject({ outcome: 'withdrawn' });
    expect(await code(fileRequest(asPerson(), id, 'objection', request()))).toBe('resource.gone');
  });

  test('keeps the flag while another one waits, and ends with the record', async () => {
    const id = await about();
    await fileRequest(asPerson(), id, 'objection', request());
    const first = await requestOf(id);
    const other = await fileRequest(asPerson(), id, 'objection', request());
    await act(people.third, id, 'uphold', { request: first.id, publicWords: '维持。' });
    expect((await shown(id)).record.objection).toBe('under_objection');
    await act(people.third, id, 'withdraw', { reasonClass: 'duplicate', reason: '重复' });
    expect(await trackRequest(db.ctx(), { queryCode: other.queryCode })).toMatchObject({ outcome: 'record_ended' });
  });

  test('of the body itself is known by the session of its official', async () => {
    const id = await about();
    const filed = await fileRequest(db.ctx(accused), id, 'objection', request({ party: 'body' }));
    expect(filed.screening).toBe('passed');
    const view = await getForOfficial(db.ctx(people.third), id);
    expect(view.requests).toMatchObject([{ party: 'body', proved: true, standing: 'open' }]);
    // Somebody else with a session is nobody special.
    const other = await about();
    const said = await fileRequest(db.ctx(people.stranger), other, 'objection', request({ party: 'body' }));
    expect(said.screening).toBe('held');
  });

  test('is refused by status: nothing there, bad input, unknown code', async () => {
    expect(await code(fileRequest(db.ctx(), randomUUID(), 'objection', request()))).toBe('resource.not_found');
    expect(await code(fileRequest(db.ctx(), 'x', 'objection', request()))).toBe('resource.not_found');
    const id = await about();
    expect(await code(fileRequest(db.ctx(), id, 'objection', request({ phone: undefined })))).toBe('contact_required');
    expect(await code(fileRequest(db.ctx(), id, 'objection', request({ reasons: '' })))).not.toBeNull();
    expect(await code(trackRequest(db.ctx(), { queryCode: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF' }))).toBe(
      'case.code_refused',
    );
    expect(await code(trackRequest(db.ctx(), { queryCode: 'x' }))).toBe('case.code_refused');
  });

  test('keeps words and contact sealed; reading the contact is written down', async () => {
    const id = await about();
    await fileRequest(asPerson(), id, 'objection', request({ name: '赑屃', reasons: '饕餮说金额不对。' }));
    const { id: waiting } = await requestOf(id);
    for (const table of ['disclosure_request', 'event', 'disclosure_step']) {
      const rows = await db.owner`select * from ${db.owner(table)}`;
      const text = JSON.stringify(rows, (_, v) => (v?.type === 'Buffer' ? Buffer.from(v.data).toString('utf8') : v));
      expect(text).not.toMatch(/赑屃|饕餮|13800000000/);
    }
    expect((await getForOfficial(db.ctx(people.third), id)).requests[0]?.reasons).toBe('饕餮说金额不对。');
    expect(await code(readRequestContact(db.ctx(people.third), id, waiting, ''))).toBe('required');
    expect(await code(readRequestContact(db.ctx(accused), id, waiting, '核实'))).toBe('auth.forbidden');
    expect(await readRequestContact(db.ctx(people.third), id, waiting, '核实理由')).toMatchObject({ name: '赑屃' });
    const log = await db.owner`select reason from access_log where subject_id = ${waiting}`;
    expect(log.map((row) => row.reason)).toEqual(['核实理由']);
    expect((await waitingRequests(db.ctx(people.third))).some((row) => row.id === id)).toBe(true);
    expect((await waitingRequests(db.ctx(people.stranger))).some((row) => row.id === id)).toBe(false);
  });
});

describe('a rectification', () => {
  test('is ordered, explained, reported by the body and verified by another; its words are public at the end', async () => {
    const id = await about();
    await act(people.second, id, 'order_rectification', { required: '三个月内付清。', dueOn: '2099-01-01' });
    expect((await shown(id)).record).toMatchObject({ rectification: 'ordered', rectificationDueOn: '2099-01-01' });
    expect(await code(act(people.author, id, 'explain', { explanation: '由我们替单位说明。' }))).toBe('auth.forbidden');
    expect((await getForOfficial(db.ctx(accused), id)).actions).toEqual(['explain']);
    await act(accused, id, 'explain', { explanation: '资金没有安排到位。' });
    await act(accused, id, 'report_done', { done: '已经全部付清。', doneOn: '2026-01-05' });
    expect((await shown(id)).rectifications[0]).toMatchObject({ explanation: null, done: null });
    await act(people.third, id, 'reject_rectification', { reason: '凭证不全。' });
    expect((await shown(id)).record.rectification).toBe('explained');
    await act(accused, id, 'report_done', { done: '已经全部付清，凭证补齐。', doneOn: '2026-01-06' });
    await act(people.third, id, 'verify_rectification');
    const after = await shown(id);
    expect(after.record.rectification).toBe('verified');
    expect(after.rectifications[0]).toMatchObject({ explanation: '资金没有安排到位。', doneOn: '2026-01-06' });
  });

  test('shows the body concerned nothing that is not public', async () => {
    const id = await about();
    await act(people.second, id, 'order_rectification', { required: '付清。', dueOn: '2099-01-01' });
    await fileRequest(asPerson(), id, 'objection', request({ name: '赑屃' }));
    const view = await getForOfficial(db.ctx(accused), id);
    expect(view).toMatchObject({ whole: false, requests: [], events: [], correction: null });
    expect(JSON.stringify(view)).not.toMatch(/author|second|赑屃/);
    expect(await code(getForOfficial(db.ctx(people.stranger), id))).toBe('resource.not_found');
    expect(await code(act(people.second, id, 'order_rectification', { required: '再付。', dueOn: '2099-01-01' }))).toBe(
      'disclosure.transition_refused',
    );
  });
});

describe('a repair', () => {
  test('is asked, confirmed by the determining body, and decided by a third person', async () => {
    const id = await classed();
    const ask = () =>
      fileRequest(
        asPerson(),
        id,
        'repair',
        request({ party: 'body', reasons: '已经付清。', performedOn: '2026-01-05' }),
      );
    const filed = await ask();
    expect((await shown(id)).requests).toMatchObject([{ kind: 'repair', outcome: null }]);
    expect(await code(ask())).toBe('disclosure.transition_refused');
    expect(await code(act(people.third, id, 'repair', { publicWords: '准予修复。' }))).toBe(
      'disclosure.transition_refused',
    );
    await act(people.author, id, 'confirm_repair', { performed: '已付清全部款项。', performedOn: '2026-01-05' });
    expect(await code(act(people.second, id, 'repair', { publicWords: '准予修复。' }))).toBe(
      'disclosure.second_person_required',
    );
    await act(people.third, id, 'repair', { publicWords: '准予修复。' });
    expect(await getDisclosure(db.ctx(), id)).toMatchObject({ found: 'tombstone', value: { state: 'repaired' } });
    expect(await trackRequest(db.ctx(), { queryCode: filed.queryCode })).toMatchObject({ outcome: 'granted' });
    expect((await getForOfficial(db.ctx(people.author), id)).record.performed).toBe('已付清全部款项。');
  });

  test('that is refused can be asked for again', async () => {
    const id = await classed();
    const ask = () =>
      fileRequest(
        asPerson(),
        id,
        'repair',
        request({ party: 'body', reasons: '已经付清。', performedOn: '2026-01-05' }),
      );
    await ask();
    await act(people.third, id, 'refuse_repair', { publicWords: '没有付款凭证。' });
    expect((await shown(id)).requests[0]).toMatchObject({ outcome: 'refused', words: '没有付款凭证。' });
    expect((await ask()).created).toBe(true);
  });

  test('has to wait for the minimum of its class', async () => {
    const [{ today } = { today: '' }] = await db.sql<{ today: string }[]>`
      select (now() at time zone 'Asia/Shanghai')::date::text as today`;
    const id = await classed({ decidedOn: today });
    const form = request({ party: 'body', reasons: '已经付清。', performedOn: today });
    expect(await code(fileRequest(asPerson(), id, 'repair', form))).toBe('disclosure.repair_too_early');
    expect(await code(fileRequest(db.ctx(), id, 'repair', form))).toBe('disclosure.repair_too_early');
  });
});

describe('an error that is tolerated', () => {
  const decision = {
    documentNumber: '样容〔2026〕1号',
    decidingBody: '样例市容错纠错工作办公室',
    decidedOn: '2026-01-05',
    clause: '第三条',
    reason: '先行先试中的失误，没有谋取私利。',
  };
  test('needs a decision of its own and a second person, and is then not public', async () => {
    const id = await about();
    await act(people.author, id, 'propose_exemption', decision);
    expect(await code(act(people.author, id, 'exempt'))).toBe('disclosure.second_person_required');
    await act(people.third, id, 'exempt');
    expect(await getDisclosure(db.ctx(), id)).toMatchObject({ found: 'tombstone', value: { state: 'exempted' } });
  });

  test('before publication leaves no trace for the public', async () => {
    const { id } = await draftDisclosure(db.ctx(people.author), judgment());
    await act(people.author, id, 'propose_exemption', decision);
    await act(people.second, id, 'exempt');
    expect(await code(getDisclosure(db.ctx(), id))).toBe('resource.not_found');
  });

  test('that is not tolerated goes on as it was', async () => {
    const id = await about();
    await act(people.author, id, 'propose_exemption', decision);
    await act(people.third, id, 'refuse_exemption', { reason: '有谋利情形。' });
    expect((await shown(id)).record.id).toBe(id);
    await act(people.author, id, 'propose_exemption', decision);
  });
});

describe('every step', () => {
  test('is in the ledger with who did it, and its reason beside it in words', async () => {
    const id = await about();
    await fileRequest(asPerson(), id, 'objection', request());
    const { id: waiting } = await requestOf(id);
    await act(people.third, id, 'uphold', { request: waiting, publicWords: '维持原信息。' });
    const events = await db.sql<{ kind: string; actorId: string | null; payload: string }[]>`
      select kind, actor_id as "actorId", payload from event where subject_id = ${id} order by seq`;
    expect(events.map((e) => [e.kind, e.actorId])).toEqual([
      ['drafted', 'author'],
      ['submitted', 'author'],
      ['published', 'second'],
      ['objection_filed', null],
      ['objection_decided', 'third'],
    ]);
    expect(events.map((e) => e.payload).join()).not.toContain('维持');
    const view = await getForOfficial(db.ctx(people.author), id);
    expect(view.events.at(-1)).toMatchObject({ kind: 'objection_decided', reason: '维持原信息。' });
  });
});
