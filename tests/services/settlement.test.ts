import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../api/domain/calendar.ts';
import { lookup } from '../../api/services/complaints/lookup.ts';
import { readCase } from '../../api/services/officials/read-case.ts';
import { agree } from '../../api/services/resolution/agree.ts';
import { confirm } from '../../api/services/resolution/confirm.ts';
import { court } from '../../api/services/resolution/court.ts';
import { mediate } from '../../api/services/resolution/mediate.ts';
import { pay } from '../../api/services/resolution/pay.ts';
import { settle } from '../../api/services/resolution/settle.ts';
import { acceptCase, answerCase, type Desk, fileAndSit } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { steadyToday } from '../support/legal-day.ts';

let database: TestDatabase;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  today = await steadyToday(database);
});
afterAll(() => database?.end());

async function answered(): Promise<Desk> {
  const d = await fileAndSit(database);
  await acceptCase(d);
  await answerCase(d);
  return d;
}
const terms = () => ({ parties: '反映人与区政府', text: '分两期付清，不计利息。', signedOn: today });
const propose = async (d: Desk, instalments: unknown = `${addDays(today, 10)} 60000\n${addDays(today, 40)} 40,000元`) =>
  settle(d.desk, d.number, { version: await d.version(), ...terms(), instalments });
const own = async (d: Desk) => (await lookup(d.citizen, d.own)).resolution.settlements;

describe('a settlement', () => {
  it('stands only once the complainant has agreed, and then each instalment has a clock of its own', async () => {
    const d = await answered();
    await propose(d);
    expect(await own(d)).toMatchObject([{ reading: 'proposed', text: '分两期付清，不计利息。', total: '100000.00' }]);
    expect(await database.owner`select 1 from case_follow_up where case_id = ${d.caseId}`).toHaveLength(0);
    await expect(propose(d)).rejects.toMatchObject({ params: { reason: 'settlement_waiting' } });
    await agree(d.citizen, d.own, { decision: 'agreed' });
    expect((await own(d))[0]?.reading).toBe('running');
    const clocks = await database.owner`
      select due_on::text as due from case_follow_up where case_id = ${d.caseId} and kind = 'instalment' order by due_on`;
    expect(clocks.map((clock) => clock.due)).toEqual([addDays(today, 10), addDays(today, 40)]);
    await expect(agree(d.citizen, d.own, { decision: 'agreed' })).rejects.toMatchObject({
      code: 'case.transition_refused',
      params: { reason: 'no_settlement' },
    });
  });

  it('is kept when every instalment is paid, as the body says, and came, as the complainant says', async () => {
    const d = await answered();
    await propose(d, [{ dueOn: addDays(today, 5), amount: '100.00' }]);
    await agree(d.citizen, d.own, { decision: 'agreed', text: '同意。' });
    const id = (await own(d))[0]?.instalments[0]?.id ?? '';
    expect((await readCase(d.desk, d.number)).choices['pay.instalmentId']?.map((choice) => choice.value)).toEqual([id]);
    await pay(d.desk, d.number, { version: await d.version(), instalmentId: id, paidOn: today });
    expect((await own(d))[0]).toMatchObject({ reading: 'said_kept', instalments: [{ received: null, paidOn: today }] });
    await confirm(d.citizen, d.own, { instalmentId: id, received: 'no' });
    expect((await own(d))[0]).toMatchObject({ reading: 'running', instalments: [{ reading: 'denied' }] });
    const [again] = await database.owner`select ended_on from case_follow_up where subject_id = ${id}`;
    expect(again?.ended_on).toBeNull();
    await pay(d.desk, d.number, { version: await d.version(), instalmentId: id, paidOn: today });
    await confirm(d.citizen, d.own, { instalmentId: id, received: 'yes' });
    expect((await own(d))[0]).toMatchObject({ reading: 'kept', late: 0 });
    await expect(confirm(d.citizen, d.own, { instalmentId: id, received: 'no' })).rejects.toMatchObject({
      code: 'case.transition_refused',
    });
  });

  it('declined stays on record and can be proposed anew; a later one replaces the one that stood', async () => {
    const d = await answered();
    await propose(d);
    await agree(d.citizen, d.own, { decision: 'declined', text: '太慢。' });
    await propose(d);
    await agree(d.citizen, d.own, { decision: 'agreed' });
    await propose(d);
    await agree(d.citizen, d.own, { decision: 'agreed' });
    expect((await own(d)).map((one) => one.reading)).toEqual(['declined', 'replaced', 'running']);
    const [count] = await database.owner`
      select count(*)::int as open from case_follow_up where case_id = ${d.caseId} and cancelled_on is null`;
    expect(count?.open).toBe(2);
  });

  it('is answered once, however often the button is pressed', async () => {
    const d = await answered();
    await propose(d);
    const both = await Promise.allSettled(
      (['agreed', 'declined', 'agreed'] as const).map((decision) => agree(d.citizen, d.own, { decision })),
    );
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await own(d)).map((one) => one.reading)).toHaveLength(1);
  });

  it('names what is wrong with it at the field', async () => {
    const d = await answered();
    await expect(propose(d, '年底付清')).rejects.toMatchObject({
      fields: [{ path: 'instalments.0.dueOn' }, { path: 'instalments.0.amount' }],
    });
    await expect(propose(d, '2020-01-01 5')).rejects.toMatchObject({
      fields: [{ path: 'instalments', code: 'date_past' }],
    });
    const late = { version: await d.version(), ...terms(), signedOn: '2099-01-01' };
    await expect(settle(d.desk, d.number, late)).rejects.toMatchObject({
      fields: [{ path: 'signedOn', code: 'date_future' }],
    });
  });

  it('is nobody’s business in another case', async () => {
    const [d, other] = [await answered(), await answered()];
    for (const one of [d, other]) {
      await propose(one, [{ dueOn: addDays(today, 5), amount: '100.00' }]);
      await agree(one.citizen, one.own, { decision: 'agreed' });
    }
    const foreign = (await own(other))[0]?.instalments[0]?.id ?? '';
    const input = { version: await d.version(), instalmentId: foreign, paidOn: today };
    await expect(pay(d.desk, d.number, input)).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

describe('notes of a mediation', () => {
  it('are read by officials of the case and reach the complainant by no way, not even as an event', async () => {
    const d = await answered();
    const words = { heldOn: today, parties: '双方', text: '对方底线是八成。' };
    await mediate(d.desk, d.number, { version: await d.version(), ...words });
    expect((await readCase(d.desk, d.number)).resolution.mediations).toMatchObject([{ text: words.text }]);
    const seen = JSON.stringify(await lookup(d.citizen, d.own));
    expect(seen).not.toContain('底线');
    expect(seen).not.toContain('mediated');
    const stored = JSON.stringify(await database.owner`select * from event where subject_id = ${d.caseId}`);
    expect(stored).not.toContain('底线');
  });
});

describe('the court', () => {
  it('keeps every entry, with the number as a court writes it', async () => {
    const d = await answered();
    const enter = async (entry: object) => court(d.desk, d.number, { version: await d.version(), ...entry });
    await enter({ stage: 'before', outcome: 'not_mediated', onDate: today });
    await enter({ stage: 'during', outcome: 'sued', onDate: today, number: '(2026)苏0102行初12号', text: '已立案。' });
    expect((await lookup(d.citizen, d.own)).resolution.court).toEqual([
      { stage: 'before', outcome: 'not_mediated', on: today, number: null, text: null },
      { stage: 'during', outcome: 'sued', on: today, number: '（2026）苏0102行初12号', text: '已立案。' },
    ]);
    await expect(
      enter({ stage: 'after', outcome: 'sued', onDate: today, number: '（2026）苏0102行初12号' }),
    ).rejects.toMatchObject({
      fields: [{ path: 'outcome', code: 'court_stage' }],
    });
    await expect(enter({ stage: 'during', outcome: 'sued', onDate: today })).rejects.toMatchObject({
      fields: [{ path: 'number', code: 'required' }],
    });
    await expect(enter({ stage: 'during', outcome: 'sued', onDate: today, number: '第12号' })).rejects.toMatchObject({
      fields: [{ path: 'number', code: 'court_number' }],
    });
  });
});
