import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, addWorkingDays } from '../../../api/domain/calendar.ts';
import { planFollowUp } from '../../../api/services/clocks/follow-up.ts';
import { warn } from '../../../api/services/clocks/warn.ts';
import { ask } from '../../../api/services/complaints/ask.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { announce } from '../../../api/services/notices/announce.ts';
import { shippedCalendar } from '../../../db/reference/holidays/load.ts';
import { acceptCase, type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';
import { steadyToday } from '../../support/legal-day.ts';

let database: TestDatabase;
let deps: Ctx;
let today: string;
beforeEach(async () => {
  database = await testDatabase();
  deps = await filingCtx(database);
  today = await steadyToday(database);
});
afterEach(() => database?.end());

const calendar = shippedCalendar();
const ahead = (days: number) => addWorkingDays(today, days, calendar).date;
const due = (d: Desk, dueOn: string) =>
  database.owner`update case_clock set due_on = ${dueOn} where case_id = ${d.caseId} and due_on is not null`;
const warnings = async (d: Desk): Promise<[number, string][]> => {
  const rows = await database.owner`select rung, template from case_warning where case_id = ${d.caseId} order by id`;
  return rows.map((row) => [Number(row.rung), String(row.template)]);
};
const told = async () => {
  const rows = await database.owner<{ payload: { template: string; to?: unknown } }[]>`
    select payload from outbox where task = 'notice.case' and payload->>'template' in
      ('case.due_soon', 'case.overdue', 'case.escalated', 'case.screening_late') order by id`;
  return rows.map((row) => row.payload);
};

describe('the sweep of clocks', () => {
  it('leaves alone what is far from its end', async () => {
    const d = await fileAndSit(database);
    await due(d, ahead(4));
    expect(await warn(deps)).toBe(0);
    expect(await warnings(d)).toEqual([]);
  });

  it('climbs rung by rung as the days pass, each once', async () => {
    const d = await fileAndSit(database);
    const start = async (days: string) => {
      await due(d, days);
      await warn(deps);
      await warn(deps);
      return (await warnings(d)).map(([rung]) => rung);
    };
    expect(await start(ahead(3))).toEqual([1]);
    // The date stays and time passes: the same clock, so the counter stays too.
    const pass = async (dueOn: string) => {
      await database.owner`alter table case_clock disable trigger case_clock_warn_anew`;
      const rungs = await start(dueOn);
      await database.owner`alter table case_clock enable trigger case_clock_warn_anew`;
      return rungs;
    };
    expect(await pass(ahead(1))).toEqual([1, 2]);
    expect(await pass(addDays(today, -1))).toEqual([1, 2, 3]);
    expect(await pass(addDays(today, -20))).toEqual([1, 2, 3, 4]);
    expect((await told()).map((payload) => payload.template)).toEqual([
      'case.due_soon',
      'case.due_soon',
      'case.overdue',
      'case.escalated',
    ]);
  });

  it('names whom a warning is for: the desk first, then the superior body', async () => {
    const d = await fileAndSit(database);
    await due(d, addDays(today, -30));
    await warn(deps);
    expect(await told()).toMatchObject([
      { template: 'case.escalated', to: { roles: ['supervisor'], superior: true } },
      {
        template: 'case.overdue',
        to: { bodyId: null, roles: ['handler', 'approver', 'supervisor'], superior: false },
      },
    ]);
  });

  it('warns once though two sweeps run at the same moment', async () => {
    const desks = await Promise.all(Array.from({ length: 12 }, () => fileAndSit(database)));
    for (const d of desks) await due(d, addDays(today, -1));
    const given = await Promise.all([warn(deps), warn(deps), warn(deps)]);
    expect(given.reduce((sum, n) => sum + n, 0)).toBe(12);
    for (const d of desks) expect(await warnings(d)).toEqual([[3, 'case.overdue']]);
  });

  it('does not warn of a clock that waits for the complainant, and does again once it runs', async () => {
    const d = await fileAndSit(database);
    await ask(d.desk, d.number, { version: await d.version(), text: '请补充合同。' });
    await database.owner`update case_clock set due_on = ${addDays(today, -3)} where case_id = ${d.caseId} and due_on is not null`;
    expect(await warn(deps)).toBe(0);
    await database.owner`update case_clock_stop set to_on = from_on`;
    expect(await warn(deps)).toBe(1);
  });

  it('does not warn of what is done, nor of a right that was not used', async () => {
    const d = await fileAndSit(database);
    await due(d, addDays(today, -1));
    await database.owner`update case_clock set step = 'contest' where case_id = ${d.caseId} and due_on is not null`;
    expect(await warn(deps)).toBe(0);
    await acceptCase(d);
    await database.owner`update case_clock set ended_on = ${today}, due_on = ${addDays(today, -9)} where case_id = ${d.caseId}`;
    expect(await warn(deps)).toBe(0);
  });

  it('warns of a date again when it has moved', async () => {
    const d = await fileAndSit(database);
    await due(d, ahead(3));
    await warn(deps);
    await due(d, ahead(2));
    await warn(deps);
    expect(await warnings(d)).toEqual([
      [1, 'case.due_soon'],
      [1, 'case.due_soon'],
    ]);
  });

  it('goes by the ladder of the place where it has one', async () => {
    await database.owner`insert into clock_ladder (id, division, rung, days, roles, template, origin)
      values ('own', '9801', 1, -8, '{approver}', 'case.due_soon', 'local')`;
    const d = await fileAndSit(database);
    await due(d, ahead(8));
    expect(await warn(deps)).toBe(1);
    expect(await told()).toMatchObject([{ template: 'case.due_soon', to: { roles: ['approver'] } }]);
    // It has no rung for what is overdue, and that of others does not come in.
    await due(d, addDays(today, -30));
    expect(await warn(deps)).toBe(0);
    expect(await warn(deps)).toBe(0);
  });

  it('warns whoever owes a follow-up', async () => {
    const d = await fileAndSit(database);
    const subjectId = randomUUID();
    await deps.db.transaction((tx) =>
      planFollowUp(tx, {
        caseId: d.caseId,
        kind: 'opinion',
        subjectId,
        startedOn: addDays(today, -9),
        dueOn: addDays(today, -1),
        basis: '牵头单位定的日期',
        certainty: 'local',
        forBodyId: TEST_BODIES.cityCommerce.id,
      }),
    );
    expect(await warn(deps)).toBe(1);
    expect(await told()).toMatchObject([{ template: 'case.overdue', to: { bodyId: TEST_BODIES.cityCommerce.id } }]);
    expect(await warn(deps)).toBe(0);
    await database.owner`update cases set state = 'withdrawn' where id = ${d.caseId}`;
    await database.owner`update case_follow_up set due_on = ${addDays(today, -2)}`;
    expect(await warn(deps)).toBe(0);
  });

  it('tells the intake of a filing that was held longer than a working day, once', async () => {
    const d = await fileAndSit(database, { held: true });
    await due(d, ahead(9));
    expect(await warn(deps)).toBe(0);
    await database.owner`update cases set filed_at = now() - interval '30 days' where id = ${d.caseId}`;
    expect(await warn(deps)).toBe(1);
    expect(await warn(deps)).toBe(0);
    expect(await told()).toMatchObject([{ template: 'case.screening_late' }]);
  });
});

describe('a warning', () => {
  async function official(role: string, bodyId: string): Promise<string> {
    const id = randomUUID();
    await database.owner`insert into auth_user (id, name, email) values (${id}, ${role}, ${`${id}@example.org`})`;
    await database.owner`insert into official_grant (id, user_id, role, body_id) values (${randomUUID()}, ${id}, ${role}, ${bodyId})`;
    return id;
  }
  const send = async (d: Desk, to: { roles: ['supervisor']; superior: boolean }) => {
    const [row] = await database.owner`insert into outbox (task, payload) values ('notice.case', '{}') returning id`;
    await announce(deps, Number(row?.id), {
      caseId: d.caseId,
      template: 'case.escalated',
      to: { bodyId: HANDLER, ...to },
    });
    const rows = await database.owner`select distinct recipient_id from notice where template = 'case.escalated'`;
    return rows.map((r) => r.recipient_id);
  };

  it('of the last rung goes to the supervisors of the nearest body above, not to those of the body that is late', async () => {
    const d = await fileAndSit(database);
    await official('supervisor', HANDLER);
    const above = await official('supervisor', TEST_BODIES.cityGovernment.id);
    await official('handler', TEST_BODIES.cityGovernment.id);
    await official('supervisor', TEST_BODIES.county.id);
    expect(await send(d, { roles: ['supervisor'], superior: true })).toEqual([above]);
  });

  it('goes first to the body that watches the case', async () => {
    const d = await fileAndSit(database);
    const watches = await official('supervisor', TEST_BODIES.provinceDevelopmentReform.id);
    await official('supervisor', TEST_BODIES.cityGovernment.id);
    await database.owner`update cases set watching_id = ${TEST_BODIES.provinceDevelopmentReform.id} where id = ${d.caseId}`;
    expect(await send(d, { roles: ['supervisor'], superior: true })).toEqual([watches]);
  });
});
