import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, isWorkingDay } from '../../../api/domain/calendar.ts';
import { applyChange, confirmChange, discardChange } from '../../../api/services/clocks/apply-change.ts';
import { daysOfText, proposeCalendar } from '../../../api/services/clocks/propose-calendar.ts';
import { proposeRule, proposeRuleEnd } from '../../../api/services/clocks/propose-rule.ts';
import { viewChange } from '../../../api/services/clocks/view-settings.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { changeCounts, changedClocks } from '../../../db/queries/settings.ts';
import { loadReference } from '../../../db/seed.ts';
import { acceptCase, type Desk, fileAndSit, officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';
import { steadyToday } from '../../support/legal-day.ts';

let database: TestDatabase;
let admin: Ctx;
let today: string;
const FIRST = '00000000-0000-0000-0000-000000000000';
beforeEach(async () => {
  database = await testDatabase();
  const place = { ...database.deps.place, division: '9801' };
  admin = await filingCtx(database, { actor: officialOf(TEST_BODIES.cityGovernment.id, 'administrator'), place });
  today = await steadyToday(database);
});
afterEach(() => database?.end());

const clock = async (d: Desk, step: string) => {
  const [row] = await database.owner`
    select due_on::text as due, length, rule_id as rule, started_on::text as started, certainty, division from case_clock
    where case_id = ${d.caseId} and step = ${step}`;
  return row as { due: string | null; length: number; rule: string; started: string | null };
};
const lastEvent = async (subject: string) => {
  const [row] =
    await database.owner`select kind, payload from event where subject_id = ${subject} order by seq desc limit 1`;
  return { kind: String(row?.kind), payload: JSON.parse(String(row?.payload)) as Record<string, unknown> };
};
const settingEvents = async () =>
  (await database.owner`select kind from event where subject_kind = 'setting' order by at`).map((row) => row.kind);
/** The next day that the calendar works, and the notice that makes it free. */
async function noticeFor(day: string) {
  const year = Number(day.slice(0, 4));
  const rows = await database.owner<{ day: string; kind: string; name: string }[]>`
    select day::text as day, kind, name from calendar_day where year = ${year}`;
  return { year, notice: '测试用放假通知第一号', days: [...rows, { day, kind: 'holiday', name: '测试假日' }] };
}
async function firstWorkingDay(): Promise<string> {
  return addWorkingDays(today, 1, await database.deps.calendar()).date;
}

describe('a new holiday notice', () => {
  it('shows the open cases that it moves with both dates, and moves nothing before it is confirmed', async () => {
    const d = await fileAndSit(database);
    const before = await clock(d, 'accept');
    const { id } = await proposeCalendar(admin, await noticeFor(await firstWorkingDay()));
    const [moved] = await changedClocks(admin.sql, id, FIRST, 10);
    const calendar = await database.deps.calendar();
    const expected = addWorkingDays(before.due ?? '', 1, calendar).date;
    expect(moved).toMatchObject({
      number: d.number,
      step: 'accept',
      oldDue: before.due,
      newDue: expected,
      applied: false,
    });
    expect(await changeCounts(admin.sql, id)).toMatchObject({ moved: 1, later: 1, earlier: 0, applied: 0 });
    expect(await clock(d, 'accept')).toEqual(before);

    await confirmChange(admin, id);
    expect((await clock(d, 'accept')).due).toBe(expected);
    expect((await d.row()).due_on).toBe(expected);
    expect(await lastEvent(d.caseId)).toMatchObject({
      kind: 'clock_changed',
      payload: { change: id, step: 'accept', old: before.due, new: expected },
    });
    expect(await settingEvents()).toEqual(['calendar_set']);
    const [row] = await database.owner`select state from setting_change where id = ${id}`;
    expect(row?.state).toBe('applied');
  });

  it('is read by a process within a second of its confirmation', async () => {
    const day = await firstWorkingDay();
    expect(isWorkingDay(day, await database.deps.calendar())).toBe(true);
    const { id } = await proposeCalendar(admin, await noticeFor(day));
    await confirmChange(admin, id);
    await expect.poll(async () => isWorkingDay(day, await database.deps.calendar()), { timeout: 4000 }).toBe(false);
  });

  it('is not overwritten by the next release’s reference data', async () => {
    const day = await firstWorkingDay();
    const { id } = await proposeCalendar(admin, await noticeFor(day));
    await confirmChange(admin, id);
    await database.owner`delete from calendar_day where kind = 'workday' and year = ${Number(day.slice(0, 4))}`;
    await database.owner`delete from reference_load where name = 'holidays'`;
    await loadReference(database.owner);
    const rows =
      await database.owner`select kind from calendar_day where year = ${Number(day.slice(0, 4))} and kind = 'workday'`;
    expect(rows.length).toBe(0);
    const [year] =
      await database.owner`select notice, version from calendar_year where year = ${Number(day.slice(0, 4))}`;
    expect(year).toMatchObject({ notice: '测试用放假通知第一号', version: 2 });
  });

  it('makes a year certain that was provisional, without an event where the date stays', async () => {
    const d = await fileAndSit(database);
    await database.owner`update case_clock set started_on = '2027-12-28', due_on = '2028-01-04', provisional = true
      where case_id = ${d.caseId} and step = 'accept'`;
    const events = async () => (await database.owner`select 1 from event where subject_id = ${d.caseId}`).length;
    const before = await events();
    for (const year of [2027, 2028]) {
      const days = [{ day: `${year}-05-01`, kind: 'holiday', name: '劳动节' }];
      const { id } = await proposeCalendar(admin, { year, notice: '测试用放假通知第二号', days });
      await confirmChange(admin, id);
    }
    expect(await events()).toBe(before);
    const [row] =
      await database.owner`select provisional from case_clock where case_id = ${d.caseId} and step = 'accept'`;
    expect(row?.provisional).toBe(false);
  });

  it('is carried out once, though it is confirmed twice and applied by two processes at once', async () => {
    const desks = await Promise.all(Array.from({ length: 7 }, () => fileAndSit(database)));
    const { id } = await proposeCalendar(admin, await noticeFor(await firstWorkingDay()));
    const [one, two] = await Promise.allSettled([confirmChange(admin, id), confirmChange(admin, id)]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
    await Promise.all([applyChange(admin, id), applyChange(admin, id)]);
    for (const d of desks) {
      const rows = await database.owner`select 1 from event where subject_id = ${d.caseId} and kind = 'clock_changed'`;
      expect(rows.length).toBe(1);
    }
  });

  it('goes on where a killed process left it', async () => {
    await Promise.all(Array.from({ length: 5 }, () => fileAndSit(database)));
    const { id } = await proposeCalendar(admin, await noticeFor(await firstWorkingDay()));
    await confirmChange(admin, id);
    // As if the process had died after three of five.
    await database.owner`update setting_change set state = 'applying' where id = ${id}`;
    await database.owner`update setting_change_clock set applied_at = null where clock_id in
      (select clock_id from setting_change_clock where change_id = ${id} order by clock_id limit 2)`;
    expect(await applyChange(admin, id)).toBe(true);
    expect(await changeCounts(admin.sql, id)).toMatchObject({ moved: 5, applied: 5 });
    const rows = await database.owner`select 1 from event where kind = 'clock_changed'`;
    expect(rows.length).toBe(5);
  });

  it('can be discarded, and one of the same year waits for that', async () => {
    const notice = await noticeFor(await firstWorkingDay());
    const { id } = await proposeCalendar(admin, notice);
    await expect(proposeCalendar(admin, notice)).rejects.toMatchObject({ code: 'setting.change_open' });
    await discardChange(admin, id);
    await expect(confirmChange(admin, id)).rejects.toMatchObject({ code: 'setting.change_refused' });
    await proposeCalendar(admin, notice);
  });

  it('is the business of the administrators of the place that runs the portal', async () => {
    const notice = await noticeFor(await firstWorkingDay());
    for (const actor of [
      officialOf(TEST_BODIES.county.id, 'administrator'),
      officialOf(TEST_BODIES.cityCommerce.id, 'administrator'),
      officialOf(TEST_BODIES.cityGovernment.id, 'supervisor'),
    ])
      await expect(proposeCalendar({ ...admin, actor }, notice)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(proposeCalendar({ ...admin, actor: { kind: 'public' } }, notice)).rejects.toMatchObject({
      code: 'auth.required',
    });
  });

  it('is typed a day a line; a day twice, of another year, or a working Tuesday is refused at its line', async () => {
    expect(daysOfText('2027-01-01 元旦\n2027-02-14 班 春节调休\n')).toEqual([
      { day: '2027-01-01', kind: 'holiday', name: '元旦' },
      { day: '2027-02-14', kind: 'workday', name: '春节调休' },
    ]);
    const days = daysOfText('2027-01-01 元旦\n2026-12-31 元旦\n2027-01-01 元旦\n2027-01-05 班 元旦');
    await expect(proposeCalendar(admin, { year: 2027, notice: '测试用放假通知', days })).rejects.toMatchObject({
      fields: [
        { path: 'days.1', code: 'day_of_other_year' },
        { path: 'days.2', code: 'day_twice' },
        { path: 'days.3', code: 'workday_not_weekend' },
      ],
    });
  });
});

describe('a changed clock rule', () => {
  const longer = { division: '9801', length: 7, basis: '测试市政府办公室文件第七号' };

  it('of a city moves the running clocks of its bodies on confirmation, and counts new cases', async () => {
    const d = await fileAndSit(database);
    const before = await clock(d, 'accept');
    const { id } = await proposeRule(admin, 'promise.accept', longer);
    const due = addWorkingDays(before.started ?? '', 7, await database.deps.calendar()).date;
    expect(await changedClocks(admin.sql, id, FIRST, 10)).toMatchObject([{ oldDue: before.due, newDue: due }]);
    await confirmChange(admin, id);
    expect(await clock(d, 'accept')).toMatchObject({ due, length: 7, rule: 'promise.accept@9801.1', division: '9801' });
    expect(await settingEvents()).toEqual(['clock_rule_set']);
    await expect
      .poll(async () => (await clock(await fileAndSit(database), 'accept')).rule, { timeout: 5000 })
      .toBe('promise.accept@9801.1');
  });

  it('changes the length of a clock that has not begun, without a date', async () => {
    const d = await fileAndSit(database);
    const { id } = await proposeRule(admin, 'promise.determine', { ...longer, length: 20, maxExtension: 10 });
    expect(await changeCounts(admin.sql, id)).toMatchObject({ moved: 0, notBegun: 1 });
    await confirmChange(admin, id);
    expect(await clock(d, 'determine')).toMatchObject({ due: null, length: 20 });
    await acceptCase(d);
    expect((await clock(d, 'determine')).due).toBe(addDays(today, 20));
  });

  it('is a new version each time; the old ones stay with the day on which they ended', async () => {
    for (const length of [7, 8]) {
      const { id } = await proposeRule(admin, 'promise.accept', { ...longer, length });
      await confirmChange(admin, id);
    }
    const { id } = await proposeRuleEnd(admin, 'promise.accept@9801.2', '9801');
    await confirmChange(admin, id);
    const rows =
      await database.owner`select id, version, valid_to::text as until, replaces, origin, changed_by is not null as by
      from clock_rule where division = '9801' order by version`;
    expect(rows).toEqual([
      { id: 'promise.accept@9801.1', version: 1, until: today, replaces: 'promise.accept', origin: 'local', by: true },
      {
        id: 'promise.accept@9801.2',
        version: 2,
        until: today,
        replaces: 'promise.accept@9801.1',
        origin: 'local',
        by: true,
      },
    ]);
    const [event] =
      await database.owner`select count(*)::int as n, count(distinct subject_id)::int as subjects from event
      where subject_kind = 'setting'`;
    expect(event).toEqual({ n: 3, subjects: 1 });
  });

  it.each([
    ['longer', 30],
    ['shorter', 2],
  ])('leaves a clock that is overdue as it is, however %s it is, and says so', async (_, length) => {
    const [late, running] = [await fileAndSit(database), await fileAndSit(database)];
    await database.owner`update case_clock set started_on = ${addDays(today, -20)}, due_on = ${addDays(today, -1)}
      where case_id = ${late.caseId} and step = 'accept'`;
    await database.owner`update case_clock set due_on = ${today} where case_id = ${running.caseId} and step = 'accept'`;
    const before = await clock(late, 'accept');
    const { id } = await proposeRule(admin, 'promise.accept', { ...longer, length });
    expect(await changeCounts(admin.sql, id)).toMatchObject({ moved: 1, later: 1, overdue: 1, applied: 0 });
    const listed = await changedClocks(admin.sql, id, FIRST, 10);
    expect(listed.find((row) => row.number === late.number)).toMatchObject({
      oldDue: before.due,
      newDue: before.due,
      overdue: true,
    });
    await confirmChange(admin, id);
    expect(await clock(late, 'accept')).toEqual(before);
    expect((await lastEvent(late.caseId)).kind).toBe('filed');
    // Due today is not overdue.
    expect(await clock(running, 'accept')).toMatchObject({ rule: 'promise.accept@9801.1', length });
    expect(await changeCounts(admin.sql, id)).toMatchObject({ overdue: 1, applied: 1 });
    const [row] = await database.owner`select state from setting_change where id = ${id}`;
    expect(row?.state).toBe('applied');
    expect((await viewChange(admin, id, null)).clocks).toHaveLength(2);
  });

  it('leaves a clock that became overdue between the count and the confirmation', async () => {
    const d = await fileAndSit(database);
    const { id } = await proposeRule(admin, 'promise.accept', longer);
    expect(await changeCounts(admin.sql, id)).toMatchObject({ moved: 1, overdue: 0 });
    await database.owner`update case_clock set started_on = ${addDays(today, -20)}, due_on = ${addDays(today, -1)}
      where case_id = ${d.caseId} and step = 'accept'`;
    await confirmChange(admin, id);
    expect(await clock(d, 'accept')).toMatchObject({ due: addDays(today, -1), rule: 'promise.accept' });
    expect(await changeCounts(admin.sql, id)).toMatchObject({ moved: 0, overdue: 1 });
  });

  it('moves a clock that only seems overdue, because it stands still', async () => {
    const d = await fileAndSit(database);
    const [row] = await database.owner`
      update case_clock set started_on = ${addDays(today, -20)}, due_on = ${addDays(today, -10)}
      where case_id = ${d.caseId} and step = 'accept' returning id`;
    await database.owner`insert into case_clock_stop (id, clock_id, reason, from_on)
      values (${randomUUID()}, ${String(row?.id)}, 'asked', ${addDays(today, -19)})`;
    const { id } = await proposeRule(admin, 'promise.accept', longer);
    expect(await changeCounts(admin.sql, id)).toMatchObject({ overdue: 0, moved: 1 });
  });

  it('that ends gives its cases back to the rule above', async () => {
    const d = await fileAndSit(database);
    const before = await clock(d, 'accept');
    await confirmChange(admin, (await proposeRule(admin, 'promise.accept', longer)).id);
    expect((await clock(d, 'accept')).due).not.toBe(before.due);
    await confirmChange(admin, (await proposeRuleEnd(admin, 'promise.accept', '9801')).id);
    expect(await clock(d, 'accept')).toEqual(before);
  });

  it('leaves alone the cases of other places, and of a place with a nearer rule', async () => {
    const d = await fileAndSit(database);
    const province = { ...admin, actor: officialOf(TEST_BODIES.provinceDevelopmentReform.id, 'administrator') };
    await confirmChange(admin, (await proposeRule(admin, 'promise.accept', longer)).id);
    const own = await clock(d, 'accept');
    const { id } = await proposeRule(province, 'promise.accept', { ...longer, division: '98', length: 3 });
    expect(await changeCounts(admin.sql, id)).toMatchObject({ moved: 0, notBegun: 0 });
    await confirmChange(province, id);
    expect(await clock(d, 'accept')).toEqual(own);
  });

  it('cannot touch what a law says, nor another place', async () => {
    await expect(proposeRule(admin, 'arrears.result', longer)).rejects.toMatchObject({ code: 'setting.law_rule' });
    for (const division of ['98', '32'])
      await expect(proposeRule(admin, 'promise.accept', { ...longer, division })).rejects.toMatchObject({
        code: 'auth.forbidden',
      });
    await expect(proposeRule(admin, 'promise.nothing', longer)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(proposeRule(admin, 'promise.accept', { ...longer, division: '980177' })).rejects.toMatchObject({
      fields: [{ path: 'division', code: 'division_unknown' }],
    });
  });

  it('counts approved extensions and stops in', async () => {
    const d = await fileAndSit(database);
    const [row] = await database.owner`select id from case_clock where case_id = ${d.caseId} and step = 'accept'`;
    await database.owner`insert into case_clock_extension (id, clock_id, days, asked_by, decided_by, decided_at, approved)
      values (${randomUUID()}, ${String(row?.id)}, 3, 'a', 'b', now(), true)`;
    const before = await clock(d, 'accept');
    const { id } = await proposeRule(admin, 'promise.accept', longer);
    const due = addWorkingDays(before.started ?? '', 10, await database.deps.calendar()).date;
    expect(await changedClocks(admin.sql, id, FIRST, 10)).toMatchObject([{ newDue: due }]);
  });
});
