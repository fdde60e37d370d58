import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReview } from '../../api/services/complaints/ask-review.ts';
import { lookup } from '../../api/services/complaints/lookup.ts';
import { remindCallbacks } from '../../api/services/complaints/remind-callbacks.ts';
import { transfer } from '../../api/services/complaints/transfer.ts';
import { verdict } from '../../api/services/complaints/verdict.ts';
import { readCase } from '../../api/services/officials/read-case.ts';
import { order } from '../../api/services/supervision/order.ts';
import { acceptCase, answerCase, closeCase, type Desk, fileAndSit, HANDLER, superiorOf } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { TEST_BODIES } from '../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

const PROVINCE = TEST_BODIES.provinceDevelopmentReform;
async function answered(): Promise<Desk> {
  const d = await fileAndSit(database);
  await acceptCase(d);
  await answerCase(d);
  return d;
}
const bad = { verdict: 'not_solved', text: '还是没有付款。' };
const ask = (d: Desk) => askReview(d.citizen, d.own, { text: '请上级看一看。' });
const templates = async (d: Desk) =>
  (
    await database.owner`select payload ->> 'template' as template from outbox
      where task = 'notice.case' and payload ->> 'caseId' = ${d.caseId} order by id`
  ).map((row) => row.template);

describe('review and recheck', () => {
  it('move the case to the superior body, which answers; the former handler keeps it in sight', async () => {
    const d = await answered();
    expect((await lookup(d.citizen, d.own)).resolution.review).toMatchObject({
      next: 'review',
      by: PROVINCE.name,
      over: false,
    });
    await expect(ask(d)).rejects.toMatchObject({ params: { action: 'ask_review', reason: 'verdict_first' } });
    expect(await verdict(d.citizen, d.own, { ...bad, review: true })).toEqual({ number: d.number, state: 'accepted' });
    expect(await d.row()).toMatchObject({ state: 'accepted', instance: 'review', handler_id: PROVINCE.id });
    const view = await lookup(d.citizen, d.own);
    expect(view.handler?.name).toBe(PROVINCE.name);
    expect(view.timeline[0]).toMatchObject({ kind: 'review_asked', to: PROVINCE.name });
    const former = await readCase(d.desk, d.number);
    expect(former.actions.filter((one) => one.refusal === null)).toEqual([]);
    const province = await d.as(PROVINCE.id, 'handler');
    const answers = { ...d, desk: province };
    await answerCase(answers);
    expect((await lookup(d.citizen, d.own)).resolution.review).toMatchObject({ next: 'recheck', by: null });
  });

  it('ends where nobody stands above, with where to go', async () => {
    const d = await answered();
    await verdict(d.citizen, d.own, { ...bad, review: true });
    await answerCase({ ...d, desk: await d.as(PROVINCE.id, 'handler') });
    await verdict(d.citizen, d.own, bad);
    await expect(ask(d)).rejects.toMatchObject({ code: 'case.no_reviewer' });
    expect(await d.row()).toMatchObject({ state: 'answered', instance: 'review' });
  });

  it('is final after the recheck', async () => {
    const d = await answered();
    await verdict(d.citizen, d.own, bad);
    await database.owner`update cases set instance = 'recheck' where id = ${d.caseId}`;
    await expect(ask(d)).rejects.toMatchObject({ params: { reason: 'instance' } });
    expect((await lookup(d.citizen, d.own)).resolution.review).toBeNull();
  });

  it('can be asked for within thirty days of the answer', async () => {
    const d = await answered();
    await verdict(d.citizen, d.own, bad);
    await database.owner`update cases set answered_at = now() - interval '31 days', verdict_at = now() where id = ${d.caseId}`;
    await expect(ask(d)).rejects.toMatchObject({ code: 'case.review_too_late', params: { until: expect.any(String) } });
    expect((await lookup(d.citizen, d.own)).resolution.review?.over).toBe(true);
    await database.owner`update cases set answered_at = now() - interval '29 days' where id = ${d.caseId}`;
    await ask(d);
  });

  it('is asked for once, however often the button is pressed, and never beside reopening', async () => {
    const d = await answered();
    await verdict(d.citizen, d.own, bad);
    const all = await Promise.allSettled([ask(d), ask(d), ask(d)]);
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const other = await answered();
    await expect(verdict(other.citizen, other.own, { ...bad, review: true, reopen: true })).rejects.toMatchObject({
      fields: [{ path: 'review', code: 'one_way' }],
    });
  });

  it('cannot be passed back down, and ends the order that was given to the former handler', async () => {
    const d = await answered();
    const version = await d.version();
    await order(await superiorOf(d), d.number, { version, text: '请报告。', dueOn: '2099-12-31' });
    await verdict(d.citizen, d.own, { ...bad, review: true });
    const province = await d.as(PROVINCE.id, 'handler');
    const input = { version: await d.version(), toBodyId: HANDLER, text: '请下级再办。' };
    await expect(transfer(province, d.number, input)).rejects.toMatchObject({ params: { reason: 'instance' } });
    expect((await readCase(province, d.number)).resolution.orders[0]?.reading).toBe('closed');
  });

  it('starts a clock of its own where the table of clocks has one', async () => {
    const d = await answered();
    await database.owner`
      insert into case_clock (id, case_id, rule_id, step, length, unit, starts_on_event, basis, certainty)
      select gen_random_uuid(), ${d.caseId}, rule_id, 'review', 30, 'calendar_day', 'review_asked', basis, certainty
      from case_clock where case_id = ${d.caseId} limit 1 on conflict do nothing`;
    await verdict(d.citizen, d.own, { ...bad, review: true });
    const clock = (await lookup(d.citizen, d.own)).clocks.find((one) => one.step === 'review');
    expect(clock).toMatchObject({ state: 'running', length: 30 });
  });
});

describe('the callback', () => {
  it('asks at closing, reminds once after some working days, and takes silence for silence', async () => {
    const d = await answered();
    await closeCase(d, 'solved');
    expect((await templates(d)).at(-1)).toBe('case.callback');
    const silent = await lookup(d.citizen, d.own);
    expect(silent.resolution.words).toEqual({ body: 'solved', complainant: null });
    expect(await remindCallbacks(database.deps)).toBe(0);
    await database.owner`update case_callback set remind_on = current_date - 2 where case_id = ${d.caseId}`;
    const counts = await Promise.all([remindCallbacks(database.deps), remindCallbacks(database.deps)]);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(1);
    expect((await templates(d)).at(-1)).toBe('case.callback_reminder');
    expect(await remindCallbacks(database.deps)).toBe(0);
    expect((await lookup(d.citizen, d.own)).resolution.words.complainant).toBeNull();
  });

  it('shows the two words side by side, and reminds nobody who has spoken', async () => {
    const d = await answered();
    await closeCase(d, 'solved');
    await verdict(d.citizen, d.own, { verdict: 'not_solved' });
    await database.owner`update case_callback set remind_on = current_date - 2 where case_id = ${d.caseId}`;
    expect(await remindCallbacks(database.deps)).toBe(0);
    expect((await lookup(d.citizen, d.own)).resolution.words).toEqual({ body: 'solved', complainant: 'not_solved' });
    expect((await readCase(d.desk, d.number)).resolution.words).toEqual({ body: 'solved', complainant: 'not_solved' });
  });

  it.each(['reopen', 'review'])(
    'keeps both words while the case is dealt with again (%s), until the next answer',
    async (then) => {
      const d = await answered();
      await closeCase(d, 'solved');
      await verdict(d.citizen, d.own, { ...bad, [then]: true });
      const words = async () => (await lookup(d.citizen, d.own)).resolution.words;
      expect(await words()).toEqual({ body: 'solved', complainant: 'not_solved' });
      await answerCase(then === 'review' ? { ...d, desk: await d.as(PROVINCE.id, 'handler') } : d);
      expect(await words()).toEqual({ body: null, complainant: null });
    },
  );

  it('does not ask again whoever judged the answer before it was closed', async () => {
    const d = await answered();
    await verdict(d.citizen, d.own, { verdict: 'solved' });
    await closeCase(d, 'solved');
    expect((await templates(d)).at(-1)).toBe('case.closed');
    expect(await database.owner`select 1 from case_callback where case_id = ${d.caseId}`).toHaveLength(0);
  });
});
