import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Body } from '../../../api/domain/directory.ts';
import type { Grant } from '../../../api/domain/official.ts';
import type { Directory } from '../../../api/domain/routing.ts';
import { soonAfter } from '../../../api/domain/running-clock.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { inbox } from '../../../api/services/officials/inbox.ts';
import { insertCase } from '../../support/case-row.ts';
import { testDatabase } from '../../support/database.ts';
import { steadyToday } from '../../support/legal-day.ts';

const calendar = { holidays: new Set<string>(), workdays: new Set<string>(), years: new Set<number>() };
const id = { city: randomUUID(), commerce: randomUUID(), finance: randomUUID(), county: randomUUID() };
let db: Awaited<ReturnType<typeof testDatabase>>;
let today = '';
let directory: Directory;

const on = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const ctx = (...grants: Grant[]): Ctx => ({
  ...db.ctx({ kind: 'official', id: grants.map((g) => g.bodyId).join(), name: '测试员', grants }),
  directory: async () => directory,
  calendar: async () => calendar,
});
const handler = (bodyId: string): Grant => ({ role: 'handler', bodyId });

beforeAll(async () => {
  db = await testDatabase();
  today = await steadyToday(db);
  await db.sql`insert into division (code, name, level, parent)
    values ('97', '虚构省', 'province', null), ('9701', '虚构市', 'city', '97'), ('970101', '虚构县', 'county', '9701')`;
  await db.sql`insert into matter (code, position, name, name_en, plain, plain_en) values ('other', 99, '其他', 'Other', '其他', 'Other') on conflict do nothing`;
  const body = (key: keyof typeof id, name: string, kind: Body['kind'], division: string): Body => ({
    id: id[key],
    name,
    nameEn: null,
    shortName: null,
    kind,
    role: 'other',
    division,
    parent: null,
    uscc: null,
    validFrom: null,
    validTo: null,
  });
  const bodies = [
    body('city', '虚构市人民政府', 'government', '9701'),
    body('commerce', '虚构市商务局', 'department', '9701'),
    body('finance', '虚构市财政局', 'department', '9701'),
    body('county', '虚构县人民政府', 'government', '970101'),
  ];
  for (const b of bodies) {
    await db.sql`insert into body (id, name, kind, role, division) values (${b.id}, ${b.name}, ${b.kind}, 'other', ${b.division})`;
  }
  directory = { bodies: new Map(bodies.map((b) => [b.id, b])) } as unknown as Directory;

  const base = { respondent: id.county, division: '970101', handler: id.commerce };
  await insertCase(db.sql, { ...base, number: 'HELD', screening: 'held', dueOn: on(5) });
  await insertCase(db.sql, { ...base, number: 'NEW', dueOn: on(20) });
  await insertCase(db.sql, { ...base, number: 'REJECTED', screening: 'rejected', dueOn: on(-1) });
  await insertCase(db.sql, { ...base, number: 'OVERDUE', state: 'accepted', dueOn: on(-2) });
  await insertCase(db.sql, { ...base, number: 'TODAY', state: 'accepted', dueOn: on(0) });
  await insertCase(db.sql, { ...base, number: 'WAITING', state: 'waiting', dueOn: on(-3) });
  await insertCase(db.sql, { ...base, number: 'ANSWERED', state: 'answered', dueOn: on(-9) });
  await insertCase(db.sql, { ...base, number: 'CLOSED', state: 'closed' });
  await insertCase(db.sql, { ...base, number: 'FINANCE', handler: id.finance, accepting: id.finance });
  await insertCase(db.sql, {
    ...base,
    number: 'ACCEPTING',
    handler: id.finance,
    accepting: id.commerce,
    dueOn: on(30),
  });
});
afterAll(() => db.end());

const numbers = async (c: Ctx, folder: string) => (await inbox(c, { folder })).items.map((item) => item.number);

describe('the inbox', () => {
  it('holds the cases of the body, as handler and as accepting body, what is due first on top', async () => {
    const shown = await numbers(ctx(handler(id.commerce)), 'all');
    expect(shown.slice(0, 5)).toEqual(['OVERDUE', 'TODAY', 'HELD', 'NEW', 'ACCEPTING']);
    expect(shown.slice(5).sort()).toEqual(['ANSWERED', 'WAITING']);
  });

  it('counts every folder in the number that the folder shows', async () => {
    const official = ctx(handler(id.commerce));
    const { counts } = await inbox(official, {});
    for (const [folder, count] of Object.entries(counts)) {
      expect([folder, (await numbers(official, folder)).length]).toEqual([folder, count]);
    }
    expect(counts).toMatchObject({ held: 1, overdue: 1, waiting: 1, answered: 1, closed: 1 });
  });

  it('shows overdue and due soon by the calendar, never what waits for the complainant', async () => {
    const official = ctx(handler(id.commerce));
    expect(await numbers(official, 'overdue')).toEqual(['OVERDUE']);
    expect((await numbers(official, 'due_soon'))[0]).toBe('TODAY');
    expect(soonAfter(today, calendar) > today).toBe(true);
    const { items } = await inbox(official, { folder: 'all' });
    const left = Object.fromEntries(items.map((item) => [item.number, item.left?.days ?? null]));
    expect(left).toMatchObject({ OVERDUE: -2, TODAY: 0, WAITING: null, ANSWERED: null, NEW: 20 });
  });

  it('is closed to another body, and open to the government above', async () => {
    expect(await numbers(ctx(handler(id.county)), 'all')).toEqual([]); // the respondent never sees it here
    expect(await numbers(ctx(handler(id.finance)), 'all')).toEqual(['ACCEPTING', 'FINANCE']);
    expect(await numbers(ctx({ role: 'supervisor', bodyId: id.city }), 'overdue')).toEqual(['OVERDUE']);
    expect(await numbers(ctx({ role: 'publisher', bodyId: id.city }), 'all')).toEqual([]);
  });

  it('is refused to the public, and an unknown folder to everybody', async () => {
    await expect(inbox({ ...ctx(), actor: { kind: 'public' } }, {})).rejects.toThrow('auth.required');
    await expect(inbox(ctx(handler(id.commerce)), { folder: 'other' })).rejects.toThrow('request.invalid');
  });

  it('pages by signed cursors through every case once, in both orders', async () => {
    const official = ctx(handler(id.finance));
    for (let i = 0; i < 23; i++) {
      const row = { respondent: id.county, division: '970101', handler: id.finance };
      await insertCase(db.sql, { ...row, number: `PAGE${i}`, dueOn: i % 3 === 0 ? null : on(3 + (i % 2)) });
      const filedAt = new Date(Date.parse('2026-01-01') + Math.floor(i / 4)); // many share one instant
      await insertCase(db.sql, { ...row, number: `OLD${i}`, state: 'closed', filedAt });
    }
    for (const folder of ['to_accept', 'closed']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await inbox(official, { folder, cursor, limit: 5 });
        expect(page.items.length).toBeLessThanOrEqual(5);
        seen.push(...page.items.map((item) => item.number));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen.length).toBe(new Set(seen).size);
      expect(seen.length).toBe(folder === 'closed' ? 23 : 25);
    }
    const { nextCursor } = await inbox(official, { folder: 'closed', limit: 5 });
    await expect(inbox(official, { folder: 'to_accept', cursor: nextCursor ?? '' })).rejects.toThrow('cursor.invalid');
    const other = ctx(handler(id.commerce));
    await expect(inbox(other, { folder: 'closed', cursor: nextCursor ?? '' })).rejects.toThrow('cursor.invalid');
  });
});
