import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditFile, LEAST_CASES } from '../../../api/services/directory/credit-file.ts';
import { countPlaces, countPlacesOnce } from '../../../api/services/places/count.ts';
import { placePage } from '../../../api/services/places/place-page.ts';
import { relaxed } from '../../../api/services/search/relax.ts';
import { suggestSearch } from '../../../api/services/search/suggest.ts';
import { rolledUp } from '../../../db/queries/place-figures.ts';
import { insertCase } from '../../support/case-row.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: { author: Official; second: Official };
let land: string;
let planning: string;

beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  const bodies = await db.sql<{ id: string; name: string }[]>`
    select id, name from body where name in ('南京市国土资源局', '南京市规划和自然资源局')`;
  land = bodies.find((body) => body.name === '南京市国土资源局')?.id ?? '';
  planning = bodies.find((body) => body.name === '南京市规划和自然资源局')?.id ?? '';
  await publish(db, people, { bodyId: land, bodyName: '南京市国土资源局', division: '3201' });
  await publish(db, people, { bodyId: planning, bodyName: '南京市规划和自然资源局', division: '3201' });
  const repaired = await publish(db, people, {
    bodyId: planning,
    bodyName: '南京市规划和自然资源局',
    division: '3201',
  });
  await db.owner`update disclosure set state = 'repaired', kind = 'unperformed_judgment' where id = ${repaired}`;
  await db.owner`delete from disclosure_search where disclosure_id = ${repaired}`;
}, 60_000);
afterAll(() => db?.end());

/** `n` cases about a body, of which `solved` are closed and solved by both words, and as many were answered in time. */
async function casesAbout(respondent: string, division: string, n: number, solved: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    const { id } = await insertCase(db.owner, { respondent, division, handler: null, state: 'accepted' });
    if (i < solved) {
      await db.owner`
        update cases set state = 'closed', answered_at = now(), closed_at = now(), body_says = 'solved', verdict = 'solved'
        where id = ${id}`;
    }
    await db.owner`
      insert into case_clock (id, case_id, rule_id, step, length, unit, starts_on_event, started_on, due_on, ended_on, basis, certainty)
      values (gen_random_uuid(), ${id}, (select min(id) from clock_rule), 'determine', 30, 'calendar_day', 'accepted',
        '2026-01-01', '2026-01-31', ${i < solved ? '2026-01-30' : null}, 'test', 'local')`;
  }
}

describe('the credit file', () => {
  test('counts records of predecessors with it, and what was put right without showing it', async () => {
    const file = await creditFile(db.ctx(), planning);
    expect(file.records).toMatchObject({ published: 2, underObjection: 0 });
    expect(file.counted.map((one) => one.name)).toContain('南京市国土资源局');
    expect((await creditFile(db.ctx(), land)).records).toMatchObject({ published: 1 });
  });

  test('says nothing of a handful of cases, and both words with their counts of more', async () => {
    await casesAbout(planning, '3201', LEAST_CASES - 1, 3);
    expect((await creditFile(db.ctx(), planning)).about).toBeNull();
    await casesAbout(planning, '3201', 31, 30);
    const { about, handled } = await creditFile(db.ctx(), planning);
    expect(handled).toBeNull();
    expect(about).toMatchObject({
      received: 40,
      closed: 33,
      silent: 0,
      solved: { part: 33, total: 33 },
      bodySolved: { part: 33, total: 33 },
      inTime: { part: 33, total: 40 },
    });
    expect(about?.inTime.low).toBeLessThan(33 / 40);
  });
});

describe('the page of a place', () => {
  test('is counted once by itself, then hourly', async () => {
    expect(await rolledUp(db.sql)).toBe(false);
    await countPlacesOnce(db.deps);
    expect(await rolledUp(db.sql)).toBe(true);
    await countPlaces(db.deps);
    const page = await placePage(db.ctx(), '32', []);
    expect(page.countedAt).toBeInstanceOf(Date);
    expect(page.here.records).toMatchObject({ published: 2, lostJudgments: 2 });
    expect(page.here.putRight).toMatchObject({ part: 1, total: 1 });
    expect(page.here.cases).toMatchObject({ received: 40, inTime: { part: 33, total: 40 } });
    expect(page.years).toEqual([{ year: 2024, published: 2, broken: 0 }]);
    expect(page.months.reduce((n, month) => n + month.received, 0)).toBe(40);
  });

  test('ranks only where there are enough cases', async () => {
    const [wuxi] = await db.sql<{ id: string }[]>`select id from body where name = '无锡市商务局'`;
    await casesAbout(wuxi?.id ?? '', '3202', 12, 12);
    await countPlaces(db.deps);
    const { children, compared } = await placePage(db.ctx(), '32', ['3202', '99999', '3201', '32']);
    expect(children[0]).toMatchObject({ rank: 1, place: { code: '3201' } });
    const few = children.find((row) => row.place.code === '3202');
    expect(few).toMatchObject({ rank: null, cases: { inTime: { part: 12, total: 12 } } });
    expect(children.filter((row) => row.rank !== null)).toHaveLength(1);
    expect(compared.map((row) => row.place.code)).toEqual(['32', '3202', '3201']);
  });

  test('tells no place by whose count a small one beside it could be worked out', async () => {
    const [xuzhou] = await db.sql<
      { id: string }[]
    >`select id from body where division = '3203' and kind = 'department' limit 1`;
    await casesAbout(xuzhou?.id ?? '', '3203', 4, 2);
    await countPlaces(db.deps);
    const { here, children } = await placePage(db.ctx(), '32', []);
    const told = Object.fromEntries(children.map((row) => [row.place.code, row.cases?.received ?? null]));
    // 56 of the province less 40 leaves 16 in two places, not 4 in one.
    expect(here.cases?.received).toBe(56);
    expect(told).toMatchObject({ '3201': 40, '3202': null, '3203': null });
    const [wuxi] = await db.sql<{ id: string }[]>`select id from body where name = '无锡市商务局'`;
    expect((await creditFile(db.ctx(), wuxi?.id ?? '')).about).toBeNull();
    expect((await creditFile(db.ctx(), planning)).about?.received).toBe(40);
    // Once it is large enough all are told again.
    await casesAbout(xuzhou?.id ?? '', '3203', 6, 2);
    await countPlaces(db.deps);
    const later = await placePage(db.ctx(), '32', []);
    expect(later.children.filter((row) => row.cases !== null)).toHaveLength(3);
  });

  test('asks the same number of statements however many places lie below', async () => {
    const count = async (code: string) => {
      const before = statements.length;
      await placePage({ ...db.ctx(), sql: spied }, code, []);
      return statements.length - before;
    };
    const statements: string[] = [];
    const spied = new Proxy(db.sql, {
      apply: (target, self, given) => {
        if (Array.isArray(given[0]) && 'raw' in given[0]) statements.push(String(given[0]));
        return Reflect.apply(target, self, given);
      },
    });
    const many = await count('32');
    expect(many).toBeGreaterThanOrEqual(4);
    expect(await count('320102')).toBe(many);
  });

  test('is found by its code as others write it, and not otherwise', async () => {
    expect((await placePage(db.ctx(), '320100', [])).place.code).toBe('3201');
    await expect(placePage(db.ctx(), '000', [])).rejects.toMatchObject({ code: 'resource.not_found' });
  });
});

describe('help', () => {
  test('suggests bodies and records, and nothing for one character', async () => {
    const { items } = await suggestSearch(db.ctx(), { q: '规划和自然资源局' });
    expect(items[0]).toMatchObject({ kind: 'body' });
    expect(items.some((item) => item.kind === 'record')).toBe(true);
    expect(await suggestSearch(db.ctx(), { q: '南' })).toEqual({ items: [] });
    expect(await suggestSearch(db.ctx(), { q: '。' })).toEqual({ items: [] });
  });

  test('offers what does find something where nothing was found', async () => {
    const ways = await relaxed(db.ctx(), { q: '奖励 火星', year: 2024, kind: 'honour' });
    expect(ways).toEqual([]); // one step away there is nothing either
    const words = await relaxed(db.ctx(), { q: '奖励 火星' });
    expect(words).toEqual([
      { way: 'only_word', what: '奖励', filters: { q: '奖励' }, total: { count: 2, capped: false } },
    ]);
    const filters = await relaxed(db.ctx(), { q: '奖励', kind: 'honour' });
    expect(filters[0]).toMatchObject({ way: 'without_filter', what: 'kind', filters: { q: '奖励' } });
    const halves = await relaxed(db.ctx(), { q: '奖励没有火星' });
    expect(halves.map((way) => way.what)).toContain('奖励没');
  });
});
