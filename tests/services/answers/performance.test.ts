import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../api/domain/calendar.ts';
import { answer } from '../../../api/services/complaints/answer.ts';
import { close } from '../../../api/services/complaints/close.ts';
import { denyPerformance } from '../../../api/services/complaints/deny-performance.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { reportPerformance } from '../../../api/services/complaints/report-performance.ts';
import { verdict } from '../../../api/services/complaints/verdict.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { acceptCase, answerCase, answersFor, type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { TEST_BODIES } from '../../support/filing.ts';
import { steadyToday } from '../../support/legal-day.ts';

let database: TestDatabase;
let today: string;
let promisedOn: string;
beforeAll(async () => {
  database = await testDatabase();
  today = await steadyToday(database);
  promisedOn = addDays(today, 10);
});
afterAll(() => database.end());

async function promised(): Promise<Desk & { answerId: string }> {
  const d = await fileAndSit(database);
  await acceptCase(d);
  const answers = answersFor(await d.demands()).map((a, i) => (i === 0 ? { ...a, promisedOn } : a));
  await answer(d.desk, d.number, { version: await d.version(), answers });
  const [row] =
    await database.owner`select id from case_answer where case_id = ${d.caseId} and promised_on is not null`;
  return Object.assign(d, { answerId: String(row?.id) });
}
const followUp = async (answerId: string) => {
  const [row] = await database.owner`
    select due_on::text as due, ended_on::text as ended, cancelled_on::text as cancelled
    from case_follow_up where kind = 'promised_date' and subject_id = ${answerId}`;
  return row;
};
const report = async (d: Desk & { answerId: string }) =>
  reportPerformance(d.desk, d.number, { version: await d.version(), answerId: d.answerId, text: '款项今日已经付清。' });

describe('a promised date', () => {
  it('becomes a clock of its own that both sides see, and runs on when the case is closed', async () => {
    const d = await promised();
    expect(await followUp(d.answerId)).toMatchObject({ due: promisedOn, ended: null });
    await close(d.desk, d.number, { version: await d.version(), bodySays: 'solved' });
    expect(await followUp(d.answerId)).toMatchObject({ ended: null, cancelled: null });
    const own = await lookup(d.citizen, d.own);
    expect(own.demands[0]?.answers[0]).toMatchObject({ promisedOn, promise: { state: 'open', reports: [] } });
    expect(own.demands[1]?.answers[0]?.promise).toBeNull();
    const view = await readCase(d.desk, d.number);
    expect(view.demands[0]?.answers[0]?.promise).toMatchObject({ state: 'open' });
    expect(view.choices['report_performance.answerId']).toMatchObject([{ value: d.answerId }]);
  });

  it('is overdue the day after, by derivation', async () => {
    const d = await promised();
    await database.owner`update case_answer set promised_on = promised_on - 11 where id = ${d.answerId}`;
    expect((await lookup(d.citizen, d.own)).demands[0]?.answers[0]?.promise?.state).toBe('overdue');
  });

  it('is kept when the body reports it in words, and runs again when the complainant denies it', async () => {
    const d = await promised();
    await report(d);
    expect(await followUp(d.answerId)).toMatchObject({ ended: today });
    const own = await lookup(d.citizen, d.own);
    expect(own.actions).toContain('deny_performance');
    expect(own.demands[0]?.answers[0]?.promise).toMatchObject({
      state: 'reported',
      reports: [{ text: '款项今日已经付清。' }],
    });
    await denyPerformance(d.citizen, d.own, { answerId: d.answerId, text: '一分钱也没有收到。' });
    expect(await followUp(d.answerId)).toMatchObject({ ended: null });
    const view = await readCase(d.desk, d.number);
    expect(view.demands[0]?.answers[0]?.promise).toMatchObject({
      state: 'denied',
      reports: [{ text: '款项今日已经付清。', denial: '一分钱也没有收到。' }],
    });
    expect((await lookup(d.citizen, d.own)).actions).not.toContain('deny_performance');
    await report(d);
    expect((await readCase(d.desk, d.number)).demands[0]?.answers[0]?.promise?.reports).toHaveLength(2);
    const events = await database.owner`select kind, payload from event where subject_id = ${d.caseId} order by seq`;
    expect(events.map((e) => e.kind).slice(-3)).toEqual([
      'performance_reported',
      'performance_denied',
      'performance_reported',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/付清|收到/);
  });

  it('gives way to the next answer to the same demand', async () => {
    const d = await promised();
    await verdict(d.citizen, d.own, { verdict: 'not_solved', reopen: true, text: '没有说清楚。' });
    await answerCase(d);
    expect(await followUp(d.answerId)).toMatchObject({ ended: null, cancelled: today });
    const view = await readCase(d.desk, d.number);
    expect(view.demands[0]?.answers.map((a) => a.promise?.state)).toEqual([undefined, 'superseded']);
    expect(view.actions.find((a) => a.action === 'report_performance')?.refusal).toBe('no_promise');
  });

  it('is reported by the handler of the body alone, once, on a promise of this case', async () => {
    const d = await promised();
    const input = { version: await d.version(), answerId: d.answerId, text: '已经办到了。' };
    await expect(reportPerformance(await d.as(HANDLER, 'auditor'), d.number, input)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(
      reportPerformance(await d.as(TEST_BODIES.county.id, 'handler'), d.number, input),
    ).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    const other = await promised();
    await expect(reportPerformance(d.desk, d.number, { ...input, answerId: other.answerId })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'answerId' }],
    });
    await report(d);
    await expect(report(d)).rejects.toMatchObject({
      code: 'case.transition_refused',
      params: { reason: 'no_promise' },
    });
    await expect(
      denyPerformance(other.citizen, other.own, { answerId: d.answerId, text: '没有。' }),
    ).rejects.toMatchObject({ code: 'case.transition_refused', params: { reason: 'no_report' } });
  });
});
