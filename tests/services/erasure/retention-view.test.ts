import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdraw } from '../../../api/services/complaints/withdraw.ts';
import { askErasure } from '../../../api/services/erasure/ask-erasure.ts';
import { decideErasure } from '../../../api/services/erasure/decide-erasure.ts';
import { eraseDue } from '../../../api/services/erasure/erase-due.ts';
import { retentionView } from '../../../api/services/erasure/view-retention.ts';
import {
  acceptCase,
  answerCase,
  closeCase,
  type Desk,
  fileAndSit,
  HANDLER,
  officialOf,
} from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';
import { steadyToday } from '../../support/legal-day.ts';

const FILES = { files: [{ name: '合同.txt', content: Buffer.from('合同第七条') }] };
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await steadyToday(database); // the figures count days
});
afterAll(() => database?.end());

const view = async (bodyId = HANDLER) =>
  retentionView(await filingCtx(database, { actor: officialOf(bodyId, 'administrator') }));
const dueOf = async (kind: string, bodyId?: string) =>
  (await view(bodyId)).kinds.find((row) => row.kind === kind)?.due ?? null;

/** Days, not months: a case of 29 February would make the figures move. */
const OWN_RULE = { id: 'place-promise', length: 400 };

/** A case that was closed so long ago that the last day of its time is so many days from today. */
async function overIn(days: number): Promise<Desk> {
  const d = await fileAndSit(database, {}, FILES);
  await database.owner`
    update cases c set state = 'closed', filed_at = x.at - interval '2 months', closed_at = x.at
    from (select ((now() at time zone 'Asia/Shanghai')::date + ${days}::int - ${OWN_RULE.length}::int + interval '12 hours')
      at time zone 'Asia/Shanghai' as at) x
    where c.id = ${d.caseId}`;
  await database.owner`update case_clock set ended_on = started_on where case_id = ${d.caseId}`;
  return d;
}

describe('what an administrator reads of retention', () => {
  it('is the rule in force of each kind with its basis, and the one to come', async () => {
    await database.owner`insert into retention_rule (id, subject, case_kind, length, unit, basis, basis_en, certainty, valid_from)
      values ('longer', 'case', 'arrears', 120, 'month', '本地规定', 'A local rule', 'local', '2099-01-01')`;
    const { kinds } = await view();
    expect(kinds.map((row) => [row.kind, row.rule?.length, row.rule?.unit])).toEqual([
      ['promise', 60, 'month'],
      ['old_debt', 60, 'month'],
      ['arrears', 60, 'month'],
      ['tip_off', 36, 'month'],
      ['service', 24, 'month'],
      ['other', 36, 'month'],
      ['withdrawn_evidence', 30, 'day'],
      ['disclosure_request', 36, 'month'],
      ['credit_check', 60, 'month'],
      ['registered_promise', 36, 'month'],
      ['review_comment', 24, 'month'],
    ]);
    expect(kinds.every((row) => row.rule?.basis.includes('个人信息保护法') && row.rule.certainty === 'local')).toBe(
      true,
    );
    expect(kinds.flatMap((row) => row.later)).toMatchObject([{ id: 'longer', caseKind: 'arrears', length: 120 }]);
  });

  it('counts by day what the next runs take, what is on hold, and nothing beyond the reach', async () => {
    await database.owner`insert into retention_rule (id, subject, case_kind, length, unit, basis, basis_en, certainty, valid_from)
      values (${OWN_RULE.id}, 'case', 'promise', ${OWN_RULE.length}, 'day', '本地规定', 'A local rule', 'local', '2022-01-01')`;
    expect(await dueOf('promise')).toEqual({ now: 0, in30: 0, in90: 0, held: 0 });
    const held = await overIn(-3);
    for (const days of [-1, 0, 29, 30, 89, 90]) await overIn(days);
    await database.owner`insert into case_follow_up (id, case_id, kind, subject_id, started_on, due_on, basis, certainty)
      select gen_random_uuid(), ${held.caseId}, 'instalment', gen_random_uuid(), d, d + 30, 'x', 'local'
      from (select (now() at time zone 'Asia/Shanghai')::date as d) x`;
    await fileAndSit(database); // open: of no kind of due
    expect(await dueOf('promise')).toEqual({ now: 1, in30: 3, in90: 5, held: 1 });
    expect(await dueOf('promise', TEST_BODIES.cityCommerce.id)).toEqual({ now: 0, in30: 0, in90: 0, held: 0 });
    // The count keeps its word: the next run takes what was said to be past.
    expect(await eraseDue(database.deps)).toEqual({
      cases: 1,
      withdrawn: 0,
      requests: 0,
      checks: 0,
      promises: 0,
      comments: 0,
    });
    expect(await dueOf('promise')).toEqual({ now: 0, in30: 2, in90: 4, held: 1 });
  });

  it('counts the files of withdrawn cases until they are gone', async () => {
    const d = await fileAndSit(database, {}, FILES);
    await withdraw(d.citizen, d.own, {});
    expect(await dueOf('withdrawn_evidence')).toEqual({ now: 0, in30: 0, in90: 1, held: 0 });
    await database.owner`alter table event disable trigger all`;
    await database.owner`update event set at = at - interval '31 days' where subject_id = ${d.caseId} and kind = 'withdrawn'`;
    await database.owner`alter table event enable trigger all`;
    expect(await dueOf('withdrawn_evidence')).toEqual({ now: 1, in30: 1, in90: 1, held: 0 });
    expect(await eraseDue(database.deps)).toEqual({
      cases: 0,
      withdrawn: 1,
      requests: 0,
      checks: 0,
      promises: 0,
      comments: 0,
    });
    expect(await dueOf('withdrawn_evidence')).toEqual({ now: 0, in30: 0, in90: 0, held: 0 });
  });

  it('lists what was erased by day and reason, with files, and names no case', async () => {
    const d = await fileAndSit(database, {}, FILES);
    await acceptCase(d);
    await answerCase(d);
    await closeCase(d);
    await askErasure(d.citizen, d.own, { text: '请删除' });
    await decideErasure(await d.as(HANDLER, 'approver'), d.number, {
      version: await d.version(),
      reason: 'no_longer_needed',
      text: '同意。',
    });
    const said = await view();
    const [last] = await database.owner<
      { day: string }[]
    >`select (erased_at at time zone 'Asia/Shanghai')::date::text as day from erasure where case_id = ${d.caseId}`;
    expect(said.erased.find((row) => row.what === 'request')?.day).toBe(last?.day);
    const lines = said.erased.toSorted((a, b) => a.what.localeCompare(b.what));
    expect(lines.map(({ what, code, kind, cases, files }) => ({ what, code, kind, cases, files }))).toEqual([
      { what: 'request', code: '', kind: null, cases: 1, files: 1 },
      { what: 'retention', code: OWN_RULE.id, kind: 'promise', cases: 1, files: 1 },
      { what: 'withdrawn_evidence', code: '', kind: null, cases: 1, files: 1 },
    ]);
    expect(JSON.stringify(said)).not.toContain(d.number);
    expect((await view(TEST_BODIES.cityCommerce.id)).erased).toEqual([]);
  });

  it('opens to administrators alone', async () => {
    for (const role of ['handler', 'approver', 'supervisor', 'auditor'] as const)
      await expect(
        retentionView(await filingCtx(database, { actor: officialOf(HANDLER, role) })),
      ).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(retentionView(await filingCtx(database))).rejects.toMatchObject({ code: 'auth.required' });
  });
});
