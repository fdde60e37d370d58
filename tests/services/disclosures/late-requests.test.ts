import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, addWorkingDays } from '../../../api/domain/calendar.ts';
import { requestClocks } from '../../../api/domain/disclosure-request.ts';
import { placeChain } from '../../../api/domain/publication.ts';
import { actOnDisclosure } from '../../../api/services/disclosures/by-form.ts';
import { fileRequest } from '../../../api/services/disclosures/rights/file.ts';
import { warnLateRequests } from '../../../api/services/disclosures/rights/warn-late.ts';
import { announceBody } from '../../../api/services/notices/announce-body.ts';
import { supervisionBoard } from '../../../api/services/supervision/board.ts';
import { shippedCalendar } from '../../../db/reference/holidays/load.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { makeOfficial } from '../../support/delivery.ts';
import { ensureMatters, type Official, publish, publishers, request, versionOf } from '../../support/disclosures.ts';
import { steadyToday } from '../../support/legal-day.ts';
import { codeOf as code } from '../../support/refusal.ts';

let db: TestDatabase;
let today: string;
let people: { author: Official; second: Official; third: Official; stranger: Official };
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  today = await steadyToday(db);
}, 180_000);
afterAll(() => db?.end());
// Each test has its own waiting requests: what others left is decided.
beforeEach(async () => {
  await db.owner`update disclosure_request set outcome = 'dismissed', decided_at = now() where outcome is null`;
  await db.owner`delete from outbox`;
});

const calendar = shippedCalendar();
const after = (days: number) => addWorkingDays(today, days, calendar).date;
const asPerson = () => {
  const ctx = db.ctx();
  return { ...ctx, humanCheck: { ...ctx.humanCheck, verify: async () => 'passed' as const } };
};
interface Told {
  bodyId: string;
  template: string;
  to: { roles: string[]; superior: boolean };
}
const told = async () =>
  (
    await db.owner<{ payload: Told }[]>`
    select payload from outbox where task = 'notice.body' and payload ? 'to' order by id`
  ).map(({ payload }) => payload);
/** Runs the job twice on each day, and says on which day how many reminders came. */
async function pass(until: string): Promise<Record<string, string[]>> {
  const days: Record<string, string[]> = {};
  for (let day = today; day <= until; day = addDays(day, 1)) {
    const before = (await told()).length;
    const given = await warnLateRequests(db.deps, day);
    expect(await warnLateRequests(db.deps, day)).toBe(0);
    if (given > 0)
      days[day] = (await told()).slice(before).map((one) => `${one.template}${one.to.superior ? '↑' : ''}`);
  }
  return days;
}

test('an objection that waits is reminded of by the ladder, each rung once, and told above from the first late day', async () => {
  const id = await publish(db, people);
  await fileRequest(asPerson(), id, 'objection', request());
  const due = after(5);
  const days = await pass(addDays(due, 20));
  expect(days).toEqual({
    [after(2)]: ['disclosure.due_soon'],
    [after(4)]: ['disclosure.due_soon'],
    [addDays(due, 1)]: ['disclosure.overdue', 'disclosure.escalated↑'],
    [after(10)]: ['disclosure.escalated↑'],
  });
  const body = people.author.grants[0]!.bodyId;
  expect(await told()).toMatchObject([
    { bodyId: body, to: { roles: ['publisher', 'approver'], superior: false } },
    { bodyId: body, to: { roles: ['publisher', 'approver'], superior: false } },
    { bodyId: body, to: { roles: ['publisher', 'approver', 'supervisor'], superior: false } },
    { bodyId: body, to: { roles: ['supervisor'], superior: true } },
    { bodyId: body, to: { roles: ['supervisor'], superior: true } },
  ]);
});

test('a held one has a day to be looked at besides; marked, it has only the decision before it; decided, nothing', async () => {
  const id = await publish(db, people);
  await fileRequest(db.ctx(), id, 'objection', request());
  const marking = after(1);
  const before = await pass(addDays(marking, 1));
  expect(Object.keys(before)).toEqual([addDays(today, 1), addDays(marking, 1)]);
  expect(before[addDays(marking, 1)]?.slice(0, 2)).toEqual(['disclosure.overdue', 'disclosure.escalated↑']);
  const [row] = await db.sql<{ id: string }[]>`select id from disclosure_request where disclosure_id = ${id}`;
  const act = async (action: string, input = {}) =>
    actOnDisclosure(db.ctx(people.third), id, action, { version: await versionOf(db, id), request: row?.id, ...input });
  await act('mark_objection');
  const marks = await db.owner`
    select rung from disclosure_request_warning where request_id = ${row!.id} and step = 'mark' order by rung`;
  expect(marks).toEqual([{ rung: 2 }, { rung: 3 }]);
  // The clock of marking is gone: what comes now is of the decision.
  expect(Object.values(await pass(after(4))).flat()).toEqual(['disclosure.due_soon']);
  await act('uphold', { publicWords: '金额与判决书一致。' });
  expect(await pass(after(30))).toEqual({});
});

test('a repair has ten working days; a holiday that is announced later moves what is late', async () => {
  const filed = { kind: 'repair', screening: 'passed', outcome: null, filedOn: '2026-09-24' } as const;
  const rules = await db.deps.clockRules();
  const chain = placeChain('9901');
  const clocks = (holidays: string[]) =>
    requestClocks(filed, rules, { holidays: new Set(holidays), workdays: new Set(), years: new Set([2026]) }, chain);
  expect(clocks([])).toEqual([{ step: 'decide', due: '2026-10-08', unit: 'working_day' }]);
  expect(clocks(['2026-09-25', '2026-09-28'])[0]?.due).toBe('2026-10-12');
  expect(requestClocks({ ...filed, outcome: 'granted' }, rules, calendar, chain)).toEqual([]);
});

test('the page of supervision shows who is late, at the bodies in reach and nowhere else', async () => {
  const id = await publish(db, people);
  const form = request();
  await fileRequest(asPerson(), id, 'objection', form);
  const own = people.author.grants[0]!.bodyId;
  const supervisor = (bodyId: string): Official => ({
    kind: 'official',
    id: `supervisor ${bodyId}`,
    name: '',
    grants: [{ role: 'supervisor', bodyId }],
  });
  const seen = async (bodyId: string) =>
    (await supervisionBoard(db.ctx(supervisor(bodyId)))).requests.filter((row) => row.id === id);
  expect(await seen(own)).toEqual([]); // five working days are left
  await db.owner`update disclosure_request set filed_at = filed_at - interval '30 days' where disclosure_id = ${id}`;
  const [government] = await db.sql<{ id: string }[]>`
    select id from body where division = '9901' and kind = 'government' limit 1`;
  for (const body of [own, government!.id]) {
    const [late] = await seen(body);
    expect(late).toMatchObject({ kind: 'objection', step: 'decide', left: { unit: 'working_day' } });
    expect(late?.left.days).toBeLessThan(-5);
  }
  expect(await seen(people.stranger.grants[0]!.bodyId)).toEqual([]);
  expect(await code(supervisionBoard(db.ctx(people.author)))).toBe('auth.forbidden');
});

test('what is told above reaches the supervisor of the superior, and nobody of the body that is late', async () => {
  const own = people.author.grants[0]!.bodyId;
  const [government] = await db.sql<{ id: string }[]>`
    select id from body where division = '9901' and kind = 'government' limit 1`;
  const [below, above] = await Promise.all([
    makeOfficial(db, `below-${randomUUID()}`, 'supervisor', own),
    makeOfficial(db, `above-${randomUUID()}`, 'supervisor', government!.id),
  ]);
  const outbox = async () =>
    Number((await db.owner`insert into outbox (task, payload) values ('notice.body', '{}') returning id`)[0]?.id);
  await announceBody(db.deps, await outbox(), {
    bodyId: own,
    template: 'disclosure.escalated',
    to: { roles: ['supervisor'], superior: true },
  });
  const recipients = async () =>
    (await db.owner`select distinct recipient_id as id from notice where template = 'disclosure.escalated'`).map(
      (row) => row.id,
    );
  expect(await recipients()).toEqual([above]);
  await announceBody(db.deps, await outbox(), {
    bodyId: own,
    template: 'disclosure.overdue',
    to: { roles: ['publisher', 'approver', 'supervisor'], superior: false },
  });
  const overdue = await db.owner`select distinct recipient_id as id from notice where template = 'disclosure.overdue'`;
  expect(overdue.map((row) => row.id)).toEqual([below]);
});
