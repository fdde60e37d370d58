import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import type { Actor } from '../../../api/domain/official.ts';
import { rollUpIntegrity } from '../../../api/services/integrity/roll-up.ts';
import {
  listMonthlyReports,
  makeMonthlyReport,
  makeReport,
  publicMonthlyReport,
  publicMonths,
  publishMonthlyReport,
  readMonthlyReport,
} from '../../../api/services/monthly-reports/manage.ts';
import { countPlaces } from '../../../api/services/places/count.ts';
import { supervisionBoard } from '../../../api/services/supervision/board.ts';
import { insertCase } from '../../support/case-row.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let db: TestDatabase;
let government: string;
let department: string;
let month: string;
const maker: Actor = { kind: 'official', id: 'maker', name: '甲', grants: [] };
const other: Actor = { kind: 'official', id: 'other', name: '乙', grants: [] };

beforeAll(async () => {
  db = await testDatabase();
  const id = async (kind: string) =>
    String((await db.sql`select id from body where division = '9901' and kind = ${kind} order by name limit 1`)[0]?.id);
  government = await id('government');
  department = await id('department');
  maker.grants = [{ role: 'supervisor', bodyId: government }];
  other.grants = [{ role: 'approver', bodyId: government }];
  const [row] = await db.sql<{ month: string; at: Date }[]>`
    select to_char(m, 'YYYY-MM') as month, (m + interval '10 days') at time zone 'Asia/Shanghai' as at
    from (select date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '1 month' as m) x`;
  month = row?.month ?? '';
  for (let i = 0; i < 12; i++)
    await insertCase(db.owner, {
      respondent: department,
      handler: department,
      division: '9901',
      filedAt: row?.at,
      state: 'accepted',
      dueOn: '2026-01-01',
    });
  await countPlaces(db.deps);
});
afterAll(() => db.end());

const make = async (actor = maker) => (await makeReport(db.ctx(actor), { division: '9901', month })).id;

describe('a monthly report', () => {
  it('holds the month’s figures and stays as it was made, with its hash, whatever happens afterwards', async () => {
    const id = await make();
    const before = await readMonthlyReport(db.ctx(maker), id);
    expect(before.content).toMatchObject({ month, place: { code: '9901' }, integrity: null, ratings: null });
    expect(before.content.months.at(-1)).toMatchObject({ month, cases: { received: 12, answered: 0 } });
    expect(before.content.months[0]?.cases).toBeNull();
    expect(createHash('sha256').update(before.document).digest('hex')).toBe(before.sha256);
    await db.owner`update cases set answered_at = now() where respondent_id = ${department}`;
    await countPlaces(db.deps);
    const after = await readMonthlyReport(db.ctx(maker), id);
    expect(after.document).toBe(before.document);
    const next = await readMonthlyReport(db.ctx(maker), await make());
    expect([next.edition, next.content.months.at(-1)?.cases?.answered]).toEqual([2, 12]);
  });

  it('is public once somebody else approved it, and the newest edition is shown', async () => {
    const app = createApp(() => db.ctx());
    const at = `/api/v1/places/9901/reports/${month}`;
    expect((await app.request(at)).status).toBe(404);
    const id = await make();
    expect((await readMonthlyReport(db.ctx(maker), id)).mayPublish).toBe(false);
    await expect(publishMonthlyReport(db.ctx(maker), id)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await publishMonthlyReport(db.ctx(other), id);
    await expect(publishMonthlyReport(db.ctx(other), id)).rejects.toMatchObject({ code: 'setting.version_conflict' });
    const answer = await app.request(at);
    const text = await answer.text();
    expect(createHash('sha256').update(text).digest('hex')).toBe(answer.headers.get('x-sha256'));
    await db.owner`update cases set closed_at = now() where respondent_id = ${department}`;
    await countPlaces(db.deps);
    const newer = await make();
    expect((await publicMonthlyReport(db.ctx(), '9901', month)).id).toBe(id);
    await publishMonthlyReport(db.ctx(other), newer);
    expect((await publicMonthlyReport(db.ctx(), '9901', month)).id).toBe(newer);
    expect((await publicMonths(db.ctx(), '9901')).map((row) => row.id)).toEqual([newer]);
    await expect(publicMonthlyReport(db.ctx(), '9901', '1999-01')).rejects.toMatchObject({
      code: 'resource.not_found',
    });
  });

  it('is made by who supervises the place, of a month that is over', async () => {
    const form = { division: '9901', month };
    await expect(makeReport(db.ctx(), form)).rejects.toMatchObject({ code: 'auth.required' });
    const of = (role: 'supervisor' | 'handler', bodyId: string): Actor => ({ ...maker, grants: [{ role, bodyId }] });
    await expect(makeReport(db.ctx(of('handler', government)), form)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(makeReport(db.ctx(of('supervisor', department)), form)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(makeReport(db.ctx(maker), { ...form, division: '99' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(makeReport(db.ctx(maker), { ...form, month: '2099-01' })).rejects.toMatchObject({
      fields: [{ code: 'month_running' }],
    });
    await expect(makeReport(db.ctx(maker), { ...form, month: 'Oct' })).rejects.toMatchObject({
      fields: [{ code: 'month' }],
    });
    const rows = (await listMonthlyReports(db.ctx(maker))).rows;
    expect(rows.length).toBeGreaterThan(1);
    await expect(readMonthlyReport(db.ctx(of('supervisor', department)), rows[0]?.id ?? '')).rejects.toMatchObject({
      code: 'resource.not_found',
    });
  });

  it('is made by itself on the first of the month, once, with the score where there was one', async () => {
    await db.owner`delete from monthly_report`;
    await rollUpIntegrity(db.deps);
    await db.owner`update integrity_figure set month = ${`${month}-01`}::date`;
    await Promise.all([makeMonthlyReport(db.deps)]);
    await makeMonthlyReport(db.deps);
    const rows = (await listMonthlyReports(db.ctx(maker))).rows;
    expect(rows.map((row) => [row.division, row.month.slice(0, 7), row.edition])).toEqual([['9901', month, 1]]);
    const report = await readMonthlyReport(db.ctx(maker), rows[0]?.id ?? '');
    expect(report.content.integrity).toMatchObject({ version: '1', score: null, ranked: false });
    expect(report.mayPublish).toBe(true);
  });
});

describe('what the superior sees body by body', () => {
  it('is what is overdue, what was ordered, and what came of it', async () => {
    await db.owner`update cases set answered_at = null, closed_at = null`;
    const [first, second] = await db.owner<{ id: string }[]>`select id from cases order by id limit 2`;
    for (const [i, one] of [first, second].entries())
      await db.owner`
        insert into case_order (id, case_id, body_id, state, due_on, issued_by, issued_at, closed_at)
        values (gen_random_uuid(), ${one?.id ?? ''}, ${government}, ${i === 0 ? 'open' : 'closed'}, '2026-02-01', 'x', now(), ${i === 0 ? null : new Date()})`;
    await db.owner`update cases set state = 'closed', closed_at = now(), verdict = 'solved' where id = ${second?.id ?? ''}`;
    const { standings } = await supervisionBoard(db.ctx(maker));
    expect(standings).toMatchObject([
      {
        bodyId: department,
        overdue: 11,
        ordered: 2,
        orderLate: 1,
        orderReported: 0,
        orderClosed: 1,
        caseClosed: 1,
        caseSolved: 1,
      },
    ]);
    expect(standings[0]?.longest).toBeGreaterThan(300);
  });
});
