import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../api/domain/calendar.ts';
import { answer } from '../../../api/services/complaints/answer.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { releaseAnswer, returnAnswer } from '../../../api/services/complaints/release-answer.ts';
import { transfer } from '../../../api/services/complaints/transfer.ts';
import { withdraw } from '../../../api/services/complaints/withdraw.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { changeAnswerRules, listAnswerRules } from '../../../api/services/officials/answer-rules.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { acceptCase, answersFor, type Desk, fileAndSit, HANDLER, officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';
import { steadyToday } from '../../support/legal-day.ts';
import { raceAt } from '../../support/race.ts';

let database: TestDatabase;
let administrator: Ctx;
let today: string;
const CITY = TEST_BODIES.cityGovernment.id;
const SECRET = '起草中的答复，谁也不该先看到。';

beforeAll(async () => {
  database = await testDatabase();
  today = await steadyToday(database);
  administrator = await filingCtx(database, { actor: officialOf(CITY, 'administrator') });
  await changeAnswerRules(administrator, { bodyId: CITY, version: 0, rules: [{ kind: null, outcome: 'not' }] });
});
afterAll(() => database.end());

const rejected = async (d: Desk, text = SECRET) =>
  (await d.demands()).map((demandId, i) => ({ demandId, outcome: i === 0 ? 'not' : 'accepted', text }));
const propose = async (d: Desk, ctx: Ctx = d.desk, text = SECRET) =>
  answer(ctx, d.number, { version: await d.version(), answers: await rejected(d, text) });
const waiting = async (): Promise<Desk> => {
  const d = await fileAndSit(database);
  await acceptCase(d);
  await propose(d);
  return d;
};
const determine = async (d: Desk) => {
  const [row] = await database.owner`
    select ended_on::text as ended from case_clock where case_id = ${d.caseId} and step = 'determine'`;
  return row?.ended ?? null;
};
const race = (d: Desk, acts: (() => Promise<unknown>)[]) => raceAt(database.owner, d.caseId, acts);

describe('an answer that needs an approver', () => {
  it('stays with the bodies: the case is not answered, its clock runs, the complainant sees nothing', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    expect(await propose(d)).toMatchObject({ state: 'accepted', proposed: true });
    expect(await d.row()).toMatchObject({ state: 'accepted', answered_at: null });
    expect(await determine(d)).toBeNull();
    const own = JSON.stringify(await lookup(d.citizen, d.own));
    expect(own).not.toContain(SECRET);
    expect(own).not.toContain('answer_proposed');
    const [stored] = await database.owner`select sealed from case_answer_proposal where case_id = ${d.caseId}`;
    expect(Buffer.from(stored?.sealed).includes('起草')).toBe(false);
    const view = await readCase(await d.as(HANDLER, 'approver'), d.number);
    expect(view.proposal).toMatchObject({ state: 'pending', answers: [{ text: SECRET }, { text: SECRET }] });
    expect(view.actions.find((a) => a.action === 'release_answer')?.refusal).toBeNull();
  });

  it('is released by another person: only then is the case answered and do the clocks end', async () => {
    const d = await waiting();
    const approver = await d.as(HANDLER, 'approver');
    await releaseAnswer(approver, d.number, { version: await d.version() });
    expect(await d.row()).toMatchObject({ state: 'answered' });
    expect(await determine(d)).toBe(today);
    const own = await lookup(d.citizen, d.own);
    expect(own.demands[0]?.answers).toMatchObject([{ outcome: 'not', text: SECRET }]);
    expect(own.timeline.map((entry) => entry.kind)).toEqual(['answered', 'accepted', 'filed']);
    // Who wrote it, not who let it go, is the author in the records.
    const [row] = await database.owner`select answered_by from case_answer where case_id = ${d.caseId} limit 1`;
    expect(row?.answered_by).toBe((d.desk.actor as { id: string }).id);
  });

  it('is never released nor sent back by its author, whatever roles that person has', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    const both = await d.as(HANDLER, 'handler', 'approver');
    await propose(d, both);
    for (const act of [
      async () => releaseAnswer(both, d.number, { version: await d.version() }),
      async () => returnAnswer(both, d.number, { version: await d.version(), text: '退回给自己。' }),
    ])
      await expect(act()).rejects.toMatchObject({
        code: 'case.transition_refused',
        params: { reason: 'own_proposal' },
      });
    // The database refuses it too.
    const id = (both.actor as { id: string }).id;
    await expect(
      database.owner`update case_answer_proposal set state = 'released', decided_by = ${id}, decided_at = now() where case_id = ${d.caseId}`,
    ).rejects.toThrow(/check/);
  });

  it('is released by approvers of the body or above it alone: 403 to others, 404 to strangers', async () => {
    const d = await waiting();
    const input = { version: await d.version() };
    await expect(releaseAnswer(d.desk, d.number, input)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(
      releaseAnswer(await d.as(TEST_BODIES.cityCommerce.id, 'approver'), d.number, input),
    ).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    await expect(releaseAnswer(await d.as(TEST_BODIES.county.id, 'approver'), d.number, input)).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    await expect(releaseAnswer(d.citizen, d.number, input)).rejects.toMatchObject({ code: 'auth.required' });
    await releaseAnswer(await d.as(CITY, 'approver'), d.number, input);
    expect((await d.row()).state).toBe('answered');
  });

  it('goes back to its author with a reason that stays inside, and can be proposed again', async () => {
    const d = await waiting();
    const approver = await d.as(HANDLER, 'approver');
    await returnAnswer(approver, d.number, { version: await d.version(), text: '请写明依据的条款号。' });
    const view = await readCase(d.desk, d.number);
    expect(view.proposal).toMatchObject({ state: 'returned', reason: '请写明依据的条款号。' });
    expect(JSON.stringify(await lookup(d.citizen, d.own))).not.toContain('条款号');
    await expect(releaseAnswer(approver, d.number, { version: await d.version() })).rejects.toMatchObject({
      params: { reason: 'no_proposal' },
    });
    await propose(d, d.desk, '改过的答复，写明第七条。');
    await releaseAnswer(approver, d.number, { version: await d.version() });
    expect((await lookup(d.citizen, d.own)).demands[0]?.answers[0]?.text).toContain('第七条');
    const events = await database.owner`select kind, payload from event where subject_id = ${d.caseId} order by seq`;
    expect(events.map((e) => e.kind)).toEqual([
      'filed',
      'accepted',
      'answer_proposed',
      'answer_returned',
      'answer_proposed',
      'answered',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/条款号|第七条/);
  });

  it('is sent at once where no rule names it', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    const answers = answersFor(await d.demands());
    expect(await answer(d.desk, d.number, { version: await d.version(), answers })).toMatchObject({
      state: 'answered',
    });
  });

  it('is no longer held back once it is changed so that no rule names it', async () => {
    const d = await waiting();
    await answer(d.desk, d.number, { version: await d.version(), answers: answersFor(await d.demands()) });
    expect((await d.row()).state).toBe('answered');
    const rows = await database.owner`select state from case_answer_proposal where case_id = ${d.caseId}`;
    expect(rows.map((row) => row.state)).toEqual(['replaced']);
  });

  it('does not follow a case to another body, and ends with a withdrawn one', async () => {
    const d = await waiting();
    const to = TEST_BODIES.cityCommerce.id;
    await transfer(d.desk, d.number, { version: await d.version(), toBodyId: to, text: '按职责转办。' });
    const other = await d.as(to, 'approver', 'handler');
    expect((await readCase(other, d.number)).proposal).toBeNull();
    await expect(releaseAnswer(other, d.number, { version: await d.version() })).rejects.toMatchObject({
      params: { reason: 'no_proposal' },
    });
    const e = await waiting();
    await withdraw(e.citizen, e.own, {});
    await expect(
      releaseAnswer(await e.as(HANDLER, 'approver'), e.number, { version: await e.version() }),
    ).rejects.toMatchObject({ code: 'case.transition_refused', params: { reason: 'state' } });
  });
});

describe('at the same moment', () => {
  it('two approvers release: one wins, the other is told', async () => {
    const d = await waiting();
    const version = await d.version();
    const approvers = await Promise.all([1, 2].map(() => d.as(HANDLER, 'approver')));
    const results = await race(
      d,
      approvers.map((ctx) => () => releaseAnswer(ctx, d.number, { version })),
    );
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'case.version_conflict' } });
    const [count] = await database.owner`select count(*)::int as n from case_answer where case_id = ${d.caseId}`;
    expect(count?.n).toBe(2);
  });

  it('one releases and one sends back: the case is either answered or not, and one is told', async () => {
    const d = await waiting();
    const version = await d.version();
    const [a, b] = await Promise.all([d.as(HANDLER, 'approver'), d.as(HANDLER, 'approver')]);
    const results = await race(d, [
      () => releaseAnswer(a, d.number, { version }),
      () => returnAnswer(b, d.number, { version, text: '还要改一改。' }),
    ]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state } = await d.row();
    expect(state).toBe(results[0]?.status === 'fulfilled' ? 'answered' : 'accepted');
  });

  it('the author changes it while the approver releases: what goes out is what was read, or nothing', async () => {
    const d = await waiting();
    const version = await d.version();
    const approver = await d.as(HANDLER, 'approver');
    const answers = await rejected(d, '偷偷换掉的内容。');
    const results = await race(d, [
      () => releaseAnswer(approver, d.number, { version }),
      () => answer(d.desk, d.number, { version, answers }),
    ]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'case.version_conflict' } });
    const sent = (await lookup(d.citizen, d.own)).demands[0]?.answers[0]?.text;
    expect(sent).toBe(results[0]?.status === 'fulfilled' ? SECRET : undefined);
  });
});

describe('the rules', () => {
  it('are inherited by the bodies below and cannot be undone there', async () => {
    const county = TEST_BODIES.county.id;
    const low = await filingCtx(database, { actor: officialOf(county, 'administrator') });
    await changeAnswerRules(low, { bodyId: county, version: 0, rules: [] });
    const [listed] = await listAnswerRules(low);
    expect(listed).toMatchObject({
      bodyId: county,
      version: 1,
      inherited: [{ rules: [{ kind: null, outcome: 'not' }] }],
    });
    await expect(changeAnswerRules(low, { bodyId: CITY, version: 1, rules: [] })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('are versioned: an older form is refused, each change is an event with what was and what is', async () => {
    const bodyId = TEST_BODIES.cityIndustry.id;
    const rules = [{ kind: 'arrears', outcome: null }];
    await changeAnswerRules(administrator, { bodyId, version: 0, rules });
    await expect(changeAnswerRules(administrator, { bodyId, version: 0, rules: [] })).rejects.toMatchObject({
      code: 'setting.version_conflict',
    });
    await changeAnswerRules(administrator, { bodyId, version: 1, rules: [] });
    const events = await database.owner`
      select payload from event where subject_kind = 'setting' and body_id = ${bodyId} order by seq`;
    expect(events.map((e) => JSON.parse(e.payload as string))).toEqual([
      { version: 1, before: [], after: ['arrears/*'] },
      { version: 2, before: ['arrears/*'], after: [] },
    ]);
  });

  it('are for administrators, and only of kinds and outcomes that there are', async () => {
    const handler = await filingCtx(database, { actor: officialOf(CITY, 'handler', 'approver') });
    const input = { bodyId: CITY, version: 1, rules: [] };
    await expect(changeAnswerRules(handler, input)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(changeAnswerRules(await filingCtx(database), input)).rejects.toMatchObject({ code: 'auth.required' });
    await expect(
      changeAnswerRules(administrator, { ...input, rules: [{ kind: 'nonsense', outcome: null }] }),
    ).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

it('what was promised in a released answer is counted from the day of its release', async () => {
  const d = await fileAndSit(database);
  await acceptCase(d);
  const promisedOn = addDays(today, 20);
  const answers = (await rejected(d)).map((a) => ({ ...a, promisedOn }));
  await answer(d.desk, d.number, { version: await d.version(), answers });
  const planned = () => database.owner`select due_on::text as due from case_follow_up where case_id = ${d.caseId}`;
  expect(await planned()).toHaveLength(0);
  await releaseAnswer(await d.as(HANDLER, 'approver'), d.number, { version: await d.version() });
  expect((await planned()).map((row) => row.due)).toEqual([promisedOn, promisedOn]);
});
