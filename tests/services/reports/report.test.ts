import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import type { DomainError } from '../../../api/domain/errors.ts';
import type { Actor } from '../../../api/domain/official.ts';
import { close } from '../../../api/services/complaints/close.ts';
import { verdict } from '../../../api/services/complaints/verdict.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { reportByForm } from '../../../api/services/reports/by-form.ts';
import { reportCsv } from '../../../api/services/reports/csv.ts';
import { readReport } from '../../../api/services/reports/read.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, HANDLER, officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';

const GOVERNMENT = TEST_BODIES.cityGovernment.id;
let db: TestDatabase;
let desks: Desk[];

beforeAll(async () => {
  db = await testDatabase();
  desks = [];
  for (let i = 0; i < 5; i++) desks.push(await fileAndSit(db));
  const [answered, silent, overdue, , merged] = desks;
  for (const d of [answered, silent]) {
    if (!d) continue;
    await acceptCase(d);
    await answerCase(d);
    await close(d.desk, d.number, { version: await d.version(), bodySays: 'solved' });
  }
  if (answered) await verdict(answered.citizen, answered.own, { verdict: 'solved' });
  await db.owner`update cases set filed_at = filed_at - interval '12 days' where id = ${answered?.caseId ?? ''}`;
  await db.owner`delete from case_clock`;
  for (const [d, due, ended] of [
    [answered, '2026-01-31', '2026-01-31'],
    [silent, '2026-01-31', '2026-02-01'],
    [overdue, '2026-01-31', null],
  ] as const) {
    await db.owner`
      insert into case_clock (id, case_id, rule_id, step, length, unit, starts_on_event, started_on, due_on, ended_on, basis, certainty)
      values (gen_random_uuid(), ${d?.caseId ?? ''}, (select min(id) from clock_rule), 'determine', 30, 'calendar_day', 'accepted', '2026-01-01', ${due}, ${ended}, 'test', 'local')`;
  }
  await db.owner`update cases set state = 'merged' where id = ${merged?.caseId ?? ''}`;
});
afterAll(() => db.end());

const as = (actor: Actor): Promise<Ctx> => filingCtx(db, { actor });
const supervisor = (bodyId = GOVERNMENT) => as(officialOf(bodyId, 'supervisor'));
const refusal = (promise: Promise<unknown>): Promise<DomainError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error) => error,
  );

describe('a report', () => {
  it('counts what was filed in the period, by the body that has it', async () => {
    const report = await readReport(await supervisor(), {});
    expect(report.bodies.map((row) => [row.id, row.rank])).toEqual([[HANDLER, null]]);
    const { counts, inTime, solved, silent, median } = report.total;
    // Five were filed, one of them went on in another.
    expect(counts).toMatchObject({ received: 4, accepted: 2, answered: 2, inTime: 1, late: 1, overdue: 1, closed: 2 });
    expect([inTime.part, inTime.total]).toEqual([1, 3]);
    expect([solved.part, solved.total, silent]).toEqual([1, 2, 1]);
    expect(median).toBe(0);
    expect(report.total.distribution.map((one) => one.cases)).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('keeps to its dates, both included, in the time of the place', async () => {
    const [row] = await db.owner`
      select (filed_at at time zone 'Asia/Shanghai')::date::text as day from cases where id = ${desks[0]?.caseId ?? ''}`;
    const day = String(row?.day);
    const one = await readReport(await supervisor(), { from: day, to: day });
    expect([one.from, one.to, one.total.counts.received]).toEqual([day, day, 1]);
    await db.owner`
      update cases set filed_at = ((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai') - interval '1 second'
      where id = ${desks[0]?.caseId ?? ''}`;
    expect((await readReport(await supervisor(), { from: day, to: day })).total.counts.received).toBe(1);
    expect((await readReport(await supervisor(), { period: 'last_year' })).total.counts.received).toBe(0);
  });

  it('shows an official the bodies in reach, and one of them on demand', async () => {
    const own = await readReport(await supervisor(HANDLER), { body: HANDLER });
    expect(own.body?.id).toBe(HANDLER);
    expect(own.total.counts.received).toBe(4);
    const other = await readReport(await supervisor(TEST_BODIES.cityCommerce.id), {});
    expect(other.total.counts.received).toBe(0);
    const beyond = readReport(await supervisor(TEST_BODIES.cityCommerce.id), { body: HANDLER });
    expect((await refusal(beyond)).code).toBe('resource.not_found');
    const named = await reportByForm(await supervisor(), { bodyText: TEST_BODIES.cityDevelopmentReform.name });
    expect(named.body?.id).toBe(HANDLER);
    expect((await refusal(reportByForm(await supervisor(), { bodyText: '没有这个局' }))).fields).toEqual([
      { path: 'bodyText', code: 'body_unknown' },
    ]);
  });

  it('is a CSV file that no spreadsheet runs as a formula', async () => {
    const ctx = await supervisor();
    const directory = await ctx.directory();
    const body = directory.bodies.get(HANDLER);
    const bodies = new Map(directory.bodies).set(HANDLER, { ...body!, name: '=HYPERLINK("x")' });
    const evil = { ...ctx, directory: async () => ({ ...directory, bodies }) };
    const { csv, name } = await reportCsv(evil, {});
    expect(name).toMatch(/^report-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv.startsWith('\uFEFFbody,received,accepted')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.trim().split('\r\n')).toHaveLength(3);
  });

  it('is answered by status: 200, 400, 401, 403, 404', async () => {
    const get = async (query: string, ctx: Ctx) =>
      createApp(() => ctx).request(`http://localhost/api/v1/officials/reports${query}`);
    const good = await get('', await supervisor());
    expect(good.status).toBe(200);
    expect(good.headers.get('cache-control')).toBe('no-store');
    expect(await good.json()).toMatchObject({ total: { counts: { received: 4 } } });
    expect((await get('?from=2026-01-01', await supervisor())).status).toBe(400);
    expect((await get('?from=2026-02-01&to=2026-01-01', await supervisor())).status).toBe(400);
    expect((await get('?period=decade', await supervisor())).status).toBe(400);
    expect((await get('?secret=1', await supervisor())).status).toBe(400);
    expect((await get('', await filingCtx(db))).status).toBe(401);
    for (const role of ['handler', 'intake', 'publisher'] as const)
      expect((await get('', await as(officialOf(GOVERNMENT, role)))).status).toBe(403);
    const beyond = await get(`?body=${GOVERNMENT}`, await supervisor(HANDLER));
    expect(beyond.status).toBe(404);
  });
});
