import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepArrearsReport } from '../../../api/services/arrears/decide.ts';
import { draftArrearsReport } from '../../../api/services/arrears/draft.ts';
import {
  arrearsForOfficials,
  arrearsReportForOfficial,
  arrearsYear,
  getArrearsReport,
} from '../../../api/services/arrears/read.ts';
import { remindOfArrears } from '../../../api/services/arrears/remind.ts';
import { searchBenefits } from '../../../api/services/benefits/find.ts';
import { actOnCommitment } from '../../../api/services/commitments/by-form.ts';
import { getCommitment } from '../../../api/services/commitments/get.ts';
import { stagesOf } from '../../../db/queries/payments.ts';
import { commitmentVersion, publishedPromise } from '../../support/commitments.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { type Official, publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
});
afterAll(() => db?.end());

const act = async (who: Official, id: string, action: string, more: Record<string, unknown> = {}) =>
  actOnCommitment(db.ctx(who), id, { action, version: await commitmentVersion(db, id), ...more });
const pay = (id: string, paid: string, paidOn: string, voucher: string) =>
  act(people.author, id, 'pay', { paid, paidOn, voucher });
const record = async (id: string) => {
  const answer = await getCommitment(db.ctx(), id);
  if (answer.found !== 'record') throw new Error('not public');
  return answer.value;
};
const contract = (changes: Record<string, unknown> = {}) =>
  publishedPromise(db, people, {
    kind: 'contract',
    title: `养护合同${Math.random().toString(36).slice(2)}`,
    conditions: undefined,
    facts: { contractNumber: '样合〔2025〕9号' },
    amount: '1000',
    dueKind: 'milestones',
    dueOn: undefined,
    milestones: [
      { title: '首款', dueOn: '2025-06-30', amount: '600' },
      { title: '尾款', dueOn: '2025-09-30', amount: '400' },
    ],
    ...changes,
  });

describe('payments under a contract', () => {
  it('are shown line by line, and the contract is overdue until all is paid', async () => {
    const id = await contract();
    expect((await record(id)).record).toMatchObject({ due: 'overdue', nextDueOn: '2025-06-30' });
    await pay(id, '600', '2025-07-10', '付1');
    const first = await record(id);
    expect(first.record).toMatchObject({ state: 'in_progress', due: 'overdue', nextDueOn: '2025-09-30' });
    expect(first.payments).toMatchObject({
      schedule: { paid: '600.00', arrears: '400.00', oldestOn: '2025-09-30' },
      entries: [{ paidOn: '2025-07-10', amount: '600.00', takenBack: false }],
    });
    expect(first.payments?.schedule.lines.map((line) => line.reading)).toEqual(['paid_late', 'overdue']);
    await pay(id, '400', '2025-09-30', '付2');
    expect((await record(id)).record).toMatchObject({ due: 'none', nextDueOn: null });
  });

  it('follow from a milestone that is reported as reached, the earlier one first', async () => {
    const id = await contract();
    const rows = await db.sql`select id from commitment_milestone where commitment_id = ${id} order by position`;
    const report = (i: number, doneOn: string) =>
      act(people.author, id, 'report', { words: `第${i + 1}笔已经支付`, doneOn, milestone: rows[i]?.id });
    await expect(report(1, '2025-09-30')).rejects.toMatchObject({
      fields: [{ path: 'milestone', code: 'earlier_open' }],
    });
    await pay(id, '200', '2025-06-01', '付1');
    await report(0, '2025-06-20');
    await report(1, '2025-09-30');
    const page = await record(id);
    expect(page.payments?.entries.map((one) => one.amount)).toEqual(['200.00', '400.00', '400.00']);
    expect(page.payments?.schedule).toMatchObject({ arrears: '0.00', settledOn: '2025-09-30' });
    expect(page.milestones.map((one) => one.doneOn)).toEqual(['2025-06-20', '2025-09-30']);
    expect(page.record.due).toBe('none');
  });

  it('are taken back in sight, and what was done is open again', async () => {
    const id = await contract();
    await pay(id, '1000', '2025-06-01', '付1');
    expect((await record(id)).record.nextDueOn).toBeNull();
    const [entry] = await db.sql`select id from commitment_payment where commitment_id = ${id}`;
    await act(people.author, id, 'take_back', { payment: entry?.id, reason: '收款账户有误退回' });
    const after = await record(id);
    expect(after.record).toMatchObject({ due: 'overdue', nextDueOn: '2025-06-30' });
    expect(after.payments?.entries.map((one) => [one.amount, one.takenBack])).toEqual([['1000.00', true]]);
    await expect(act(people.author, id, 'take_back', { payment: entry?.id, reason: '再来一次' })).rejects.toMatchObject(
      { fields: [{ path: 'payment', code: 'invalid_value' }] },
    );
  });

  it('are refused where they are too much, of tomorrow, entered twice, by strangers, or where no money was promised', async () => {
    const id = await contract();
    await pay(id, '600', '2025-06-30', '付1');
    const refused = (promise: Promise<unknown>, path: string, code: string) =>
      expect(promise).rejects.toMatchObject({ fields: [{ path, code }] });
    await refused(pay(id, '400.01', '2025-07-01', '付2'), 'paid', 'amount_over');
    await refused(pay(id, '1', '2999-01-01', '付2'), 'paidOn', 'date_future');
    await refused(pay(id, '1', '2024-01-01', '付2'), 'paidOn', 'date_past');
    await refused(pay(id, '1', '2025-07-01', '付1'), 'voucher', 'already_recorded');
    const bare = await publishedPromise(db, people, { dueKind: 'standing', dueOn: undefined, amount: undefined });
    await refused(pay(bare, '1', '2025-07-01', '付1'), 'paid', 'nothing_payable');
    await expect(
      act(people.stranger, id, 'pay', { paid: '1', paidOn: '2025-07-01', voucher: 'x' }),
    ).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    expect((await db.sql`select count(*)::int as n from commitment_payment where commitment_id = ${id}`)[0]?.n).toBe(1);
  });
});

describe('a PPP project', () => {
  it('goes forward through its stages, each with the post that answers for it', async () => {
    const id = await publishedPromise(db, people, {
      kind: 'ppp_project',
      conditions: undefined,
      facts: { project: '污水处理厂', stage: 'identification' },
    });
    const enter = (stage: string, enteredOn: string, post: string) =>
      act(people.author, id, 'enter_stage', { stage, enteredOn, department: '项目处', post, document: `批复${stage}` });
    await enter('identification', '2025-04-01', '识别岗');
    await enter('procurement', '2025-08-01', '采购岗');
    await expect(enter('preparation', '2025-09-01', '准备岗')).rejects.toMatchObject({
      fields: [{ path: 'stage', code: 'stage_back' }],
    });
    await expect(enter('execution', '2025-07-01', '执行岗')).rejects.toMatchObject({
      fields: [{ path: 'enteredOn', code: 'date_past' }],
    });
    expect((await stagesOf(db.db, id)).map((one) => [one.stage, one.post])).toEqual([
      ['identification', '识别岗'],
      ['procurement', '采购岗'],
    ]);
    const page = await record(id);
    expect(page.record).toMatchObject({ stage: 'procurement', post: '采购岗', procurementPost: '采购岗' });
    expect(page.stages.map((one) => one.document)).toEqual(['批复identification', '批复procurement']);
    const other = await contract();
    await expect(
      act(people.author, other, 'enter_stage', {
        stage: 'transfer',
        enteredOn: '2025-08-01',
        department: 'x',
        post: 'y',
        document: 'z',
      }),
    ).rejects.toMatchObject({
      fields: [{ path: 'stage', code: 'no_project' }],
    });
  });
});

describe('the yearly report of arrears', () => {
  it('is drawn up from the register, published by a second person, and kept with its hash', async () => {
    const body = people.author.grants[0]?.bodyId ?? '';
    await db.sql`delete from commitment_payment`;
    const today = (await db.sql`select (now() at time zone 'Asia/Shanghai')::date::text as day`)[0]?.day as string;
    const year = Number(today.slice(0, 4)) - 1;
    const id = await contract({
      madeOn: `${year}-01-02`,
      milestones: [
        { title: '首款', dueOn: `${year}-06-30`, amount: '600' },
        { title: '尾款', dueOn: `${year}-09-30`, amount: '400' },
      ],
    });
    await pay(id, '250', `${year}-07-10`, '付1');
    await pay(id, '100', today, '付2');
    await expect(draftArrearsReport(db.ctx(people.author), { body, year: year + 1 })).rejects.toMatchObject({
      fields: [{ path: 'year', code: 'report_early' }],
    });
    await expect(draftArrearsReport(db.ctx(people.stranger), { body, year })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const draft = await draftArrearsReport(db.ctx(people.author), { body, year });
    const again = await draftArrearsReport(db.ctx(people.author), {
      body,
      year,
      explanation: '财政资金紧张，六月前付清。',
    });
    expect(again.id).toBe(draft.id);
    await expect(getArrearsReport(db.ctx(), draft.id)).rejects.toMatchObject({ code: 'resource.not_found' });
    expect((await arrearsReportForOfficial(db.ctx(people.author), draft.id)).actions).toEqual(['submit']);
    await stepArrearsReport(db.ctx(people.author), draft.id, 'submit', { version: 2 });
    await expect(stepArrearsReport(db.ctx(people.author), draft.id, 'publish', { version: 3 })).rejects.toMatchObject({
      code: 'commitment.second_person_required',
    });
    await expect(stepArrearsReport(db.ctx(people.second), draft.id, 'publish', { version: 2 })).rejects.toMatchObject({
      code: 'commitment.version_conflict',
    });
    expect((await arrearsYear(db.ctx(), {})).missing?.bodies.map((one) => one.id)).toContain(body);
    await stepArrearsReport(db.ctx(people.second), draft.id, 'publish', { version: 3 });
    const out = await getArrearsReport(db.ctx(), draft.id);
    const line = out.document.figures.lines.find((one) => one.id === id);
    // What was paid this year does not change what was open at the end of the last.
    expect(line).toMatchObject({ total: '1000.00', paid: '250.00', arrears: '750.00', oldestOn: `${year}-06-30` });
    expect(out).toMatchObject({ explanation: '财政资金紧张，六月前付清。', late: today > `${year + 1}-03-31` });
    const page = await arrearsYear(db.ctx(), {});
    expect(page.reports.map((one) => one.id)).toEqual([draft.id]);
    expect(page.missing?.bodies.map((one) => one.id)).not.toContain(body);
    const mine = await arrearsForOfficials(db.ctx(people.author));
    expect(mine.bodies.find((one) => one.id === body)).toMatchObject({
      open: false,
      reports: [{ state: 'published' }],
    });
    await expect(draftArrearsReport(db.ctx(people.author), { body, year })).rejects.toMatchObject({
      code: 'commitment.transition_refused',
    });
  });

  it('is reminded of once before 31 March and once after it', async () => {
    await db.sql`delete from arrears_report`;
    await db.sql`delete from arrears_reminder`;
    const first = await remindOfArrears({ db: db.db });
    const today = (await db.sql`select (now() at time zone 'Asia/Shanghai')::date::text as day`)[0]?.day as string;
    expect(first > 0).toBe(today.slice(5) >= '03-01');
    expect(await remindOfArrears({ db: db.db })).toBe(0);
  });
});

describe('benefits', () => {
  const benefit = (title: string, facts: Record<string, string>) =>
    publishedPromise(db, people, {
      kind: 'benefit_policy',
      title,
      conditions: undefined,
      amount: undefined,
      dueKind: 'standing',
      dueOn: undefined,
      text: title,
      facts: { who: '注册在本市的小微企业', what: title, howToApply: '网上填报', ...facts },
    });
  it('are found by a question in everyday words, the nearest end first among equals, never those that are over', async () => {
    const loan = await benefit('贷款贴息', { howMuch: '利息的一半', applyUntil: '2099-05-01' });
    const soon = await benefit('技术改造设备补贴', { howMuch: '设备款的百分之八', applyUntil: '2099-02-01' });
    const later = await benefit('设备更新补贴', { applyUntil: '2099-03-01' });
    const over = await benefit('旧设备补贴', { applyUntil: '2020-03-01' });
    const found = async (q: string, more = {}) =>
      (await searchBenefits(db.ctx(), { q, ...more })).items.map((one) => one.record.id);
    expect((await found('我们买设备有没有补贴？')).slice(0, 2)).toEqual([soon, later]);
    expect(await found('貸款貼息')).toEqual([loan]);
    expect(await found('设备补贴')).not.toContain(over);
    expect(await found('设备补贴', { ended: '1' })).toContain(over);
    expect(await found('養豬')).toEqual([]);
    const all = await searchBenefits(db.ctx(), { limit: '2' });
    const rest = await searchBenefits(db.ctx(), { limit: '2', cursor: all.nextCursor });
    expect([...all.items, ...rest.items].map((one) => one.record.id)).toEqual([soon, later, loan]);
    expect(rest.nextCursor).toBeNull();
  });
});
