import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../../api/services/complaints/answer.ts';
import { close } from '../../../api/services/complaints/close.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { message } from '../../../api/services/complaints/message.ts';
import { openCase } from '../../../api/services/complaints/open-case.ts';
import { sweepFilings } from '../../../api/services/complaints/sweep.ts';
import { withdraw } from '../../../api/services/complaints/withdraw.ts';
import { askErasure } from '../../../api/services/erasure/ask-erasure.ts';
import { decideErasure } from '../../../api/services/erasure/decide-erasure.ts';
import { eraseDue } from '../../../api/services/erasure/erase-due.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { saveDraft } from '../../../api/services/officials/save-draft.ts';
import { ERASABLE } from '../../../db/erasable.ts';
import { acceptCase, answersFor, type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

const FILES = { files: [{ name: '合同 第七条.txt', content: Buffer.from('合同第七条') }] };

/** A case with something in every place that is sealed, answered and closed. */
async function closedCase(): Promise<Desk> {
  const d = await fileAndSit(database, {}, FILES);
  await acceptCase(d);
  await message(d.citizen, d.own, { text: '请尽快' });
  await saveDraft(d.desk, d.number, [['answers.0.text', '第一稿']]);
  await answer(d.desk, d.number, { version: await d.version(), answers: answersFor(await d.demands()) });
  await close(d.desk, d.number, { version: await d.version(), bodySays: 'solved' });
  await saveDraft(d.desk, d.number, [['note', '还有一句']]);
  return d;
}
const events = async (d: Desk) =>
  (await database.owner`select kind, payload from event where subject_id = ${d.caseId} order by seq`).map((e) => [
    e.kind,
    JSON.parse(e.payload),
  ]);

/** Nothing sealed is left anywhere, and no file; what stays is the record. */
async function expectErased(d: Desk): Promise<void> {
  for (const { table, where, how } of ERASABLE) {
    const rows = await database.owner.unsafe(`select * from ${table} where ${where.replaceAll('$case', '$1')}`, [
      d.caseId,
    ]);
    if (how === 'delete') expect(rows, table).toEqual([]);
    for (const row of rows) {
      for (const column of how === 'delete' ? [] : 'blank' in how ? how.blank : how.clear)
        expect(row[column]?.length ?? 0, `${table}.${column}`).toBe(0);
    }
  }
  const stored = await fs.readdir(database.config.evidenceDir, { recursive: true, withFileTypes: true });
  const names = await database.owner`select storage_name from evidence where case_id = ${d.caseId}`;
  for (const { storage_name } of names)
    expect(stored.some((file) => file.isFile() && storage_name.endsWith(file.name))).toBe(false);
  const [row] = await database.owner`
    select (select count(*)::int from case_demand where case_id = c.id) as demands,
      (select count(*)::int from case_answer where case_id = c.id and outcome = 'accepted') as answers, c.kind, c.amount::text
    from cases c where id = ${d.caseId}`;
  expect(row).toEqual({ demands: 2, answers: row?.answers, kind: 'promise', amount: '1200000.00' });
}

describe('erasure on request', () => {
  it('is refused while the case is open, and asked once', async () => {
    const d = await fileAndSit(database);
    await expect(askErasure(d.citizen, d.own, {})).rejects.toMatchObject({ code: 'case.transition_refused' });
    await withdraw(d.citizen, d.own, {});
    await askErasure(d.citizen, d.own, { text: '不想留下记录' });
    await expect(askErasure(d.citizen, d.own, {})).rejects.toMatchObject({ params: { reason: 'erasure_asked' } });
    expect((await lookup(d.citizen, d.own)).actions).not.toContain('ask_erasure');
  });

  it('is decided by an approver with a reason; refused, the complainant reads why and may ask again', async () => {
    const d = await closedCase();
    expect((await lookup(d.citizen, d.own)).actions).toContain('ask_erasure');
    const approver = await d.as(HANDLER, 'approver');
    const decision = { reason: 'retention_by_law', text: '复查期限未满，届时再办。' };
    const early = decideErasure(approver, d.number, { version: await d.version(), ...decision });
    await expect(early).rejects.toMatchObject({ params: { reason: 'erasure_not_asked' } });
    await askErasure(d.citizen, d.own, { text: '事情办完了' });
    const version = await d.version();
    await expect(decideErasure(d.desk, d.number, { version, ...decision })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(decideErasure(approver, d.number, { version, reason: 'other', text: '不行' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    const [offered] = (await readCase(approver, d.number)).actions.filter((a) => a.action === 'decide_erasure');
    expect(offered?.refusal).toBeNull();
    await decideErasure(approver, d.number, { version, ...decision });
    const view = await lookup(d.citizen, d.own);
    expect(view.timeline[0]).toMatchObject({
      kind: 'erasure_refused',
      detail: 'retention_by_law',
      text: decision.text,
    });
    expect(view.actions).toContain('ask_erasure');
  });

  it('granted, takes key, words, drafts and files; number, figures, history and the reason stay', async () => {
    const d = await closedCase();
    await askErasure(d.citizen, d.own, { text: '事情办完了，请删除' });
    const approver = await d.as(HANDLER, 'approver');
    const before = await database.owner`select count(*)::int as n from event where subject_id = ${d.caseId}`;
    await decideErasure(approver, d.number, { version: await d.version(), reason: 'no_longer_needed', text: '同意。' });
    await expectErased(d);
    const kinds = await events(d);
    expect(kinds).toHaveLength(Number(before[0]?.n) + 1);
    expect(kinds.at(-1)).toMatchObject(['erased', { reason: 'no_longer_needed', files: 1 }]);
    // The right code is told; a wrong one learns nothing.
    await expect(openCase(d.citizen, d.number, d.code)).rejects.toMatchObject({
      code: 'case.erased',
      params: { why: 'no_longer_needed', on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    await expect(openCase(d.citizen, d.number, 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA')).rejects.toMatchObject({
      code: 'case.code_refused',
    });
    const view = await readCase(approver, d.number);
    expect(view).toMatchObject({ erased: true, narrative: {}, evidence: [], draft: null });
    expect(view.head.erasure).toMatchObject({ reason: 'request', code: 'no_longer_needed' });
    expect(JSON.stringify(view)).not.toMatch(/测试人甲|返还土地款|请尽快/);
    await expect(saveDraft(approver, d.number, [['note', 'x']])).rejects.toMatchObject({ code: 'case.erased' });
  });
});

describe('the end of retention', () => {
  const age = async (d: Desk, months: number) => {
    await database.owner`update cases set closed_at = closed_at - make_interval(months => ${months}),
      filed_at = filed_at - make_interval(months => ${months}) where id = ${d.caseId}`;
  };

  it('erases what ended longer ago than its kind is kept, and nothing else', async () => {
    const [old, young, open] = [await closedCase(), await closedCase(), await fileAndSit(database)];
    await age(old, 61);
    await age(young, 59);
    await age(open, 200);
    expect(await eraseDue(database.deps)).toEqual({
      cases: 1,
      withdrawn: 0,
      requests: 0,
      checks: 0,
      promises: 0,
      comments: 0,
    });
    await expectErased(old);
    expect((await events(old)).at(-1)).toMatchObject(['erased', { reason: 'case-promise', files: 1 }]);
    for (const d of [young, open]) expect((await openCase(d.citizen, d.number, d.code)).number).toBe(d.number);
    await expect(openCase(old.citizen, old.number, old.code)).rejects.toMatchObject({ params: { why: 'retention' } });
    expect(await eraseDue(database.deps)).toEqual({
      cases: 0,
      withdrawn: 0,
      requests: 0,
      checks: 0,
      promises: 0,
      comments: 0,
    });
  });

  it('waits while a promised date is still to come, and follows a period that the place has set', async () => {
    const d = await closedCase();
    await age(d, 61);
    await database.owner`update case_clock set started_on = current_date, due_on = current_date + 30, ended_on = null where case_id = ${d.caseId}`;
    expect((await eraseDue(database.deps)).cases).toBe(0);
    await database.owner`update case_clock set ended_on = current_date where case_id = ${d.caseId}`;
    await database.owner`insert into case_follow_up (id, case_id, kind, subject_id, started_on, due_on, basis, certainty)
      values (gen_random_uuid(), ${d.caseId}, 'instalment', gen_random_uuid(), current_date, current_date + 30, 'x', 'local')`;
    expect((await eraseDue(database.deps)).cases).toBe(0);
    await database.owner`update case_follow_up set ended_on = current_date where case_id = ${d.caseId}`;
    await database.owner`insert into retention_rule (id, subject, case_kind, length, unit, basis, basis_en, certainty, valid_from)
      values ('longer', 'case', 'promise', 120, 'month', '本地规定', 'local', 'local', current_date - 1)`;
    expect((await eraseDue(database.deps)).cases).toBe(0);
    await database.owner`update retention_rule set valid_from = current_date + 7 where id = 'longer'`;
    expect((await eraseDue(database.deps)).cases).toBe(1);
    await database.owner`delete from retention_rule where id = 'longer'`;
  });

  it('takes the files of a withdrawn case after the days of grace, and leaves its words', async () => {
    const d = await fileAndSit(database, {}, FILES);
    await withdraw(d.citizen, d.own, {});
    expect((await eraseDue(database.deps)).withdrawn).toBe(0);
    await database.owner`alter table event disable trigger all`;
    await database.owner`update event set at = at - interval '31 days' where subject_id = ${d.caseId} and kind = 'withdrawn'`;
    expect((await eraseDue(database.deps)).withdrawn).toBe(1);
    const view = await lookup(d.citizen, d.own);
    expect(view.evidence).toEqual([]);
    expect(view.story).toContain('至今没有兑现');
    expect((await events(d)).at(-1)?.[0]).toBe('evidence_removed');
    await sweepFilings(database.deps);
    expect(path.isAbsolute(database.config.evidenceDir)).toBe(true);
  });
});
