import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countFacets, searchDisclosures } from '../../../api/services/disclosures/search.ts';
import { rebuildSearch } from '../../../api/services/disclosures/search-rebuild.ts';
import { searchRow } from '../../../api/services/disclosures/search-row.ts';
import { findDisclosure } from '../../../db/queries/disclosures.ts';
import { putSearchRow } from '../../../db/queries/search-rows.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: { author: Official; second: Official };
const ids: Record<string, string> = {};

beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  const records: Record<string, Record<string, unknown>> = {
    old: {
      decidedOn: '2019-03-01',
      court: '样例市中级人民法院',
      summary: '縣政府不理舊賬，拖欠工程款。',
      outcome: 'act_revoked',
    },
    title: { decidedOn: '2018-01-01', title: '工程款拖欠案', summary: '法院认为应当支付。' },
    other: { decidedOn: '2024-05-06', summary: '拖欠工程款，样例市中级人民法院曾经判决。', matter: 'ppp' },
    number: { caseNumber: '（2019）黔行终1591号', summary: '参见（2020）苏01行初7号。' },
  };
  for (const [name, facts] of Object.entries(records)) ids[name] = await publish(db, people, facts);
}, 60_000);
afterAll(() => db?.end());

const find = async (q: string, more = {}) => {
  const page = await searchDisclosures(db.ctx(), { q, limit: 100, ...more });
  return page.items.map((item) => Object.keys(ids).find((name) => ids[name] === item.id));
};

describe('words', () => {
  test('are found in simplified and traditional characters alike', async () => {
    expect(await find('县政府 旧账')).toEqual(['old']);
    expect(await find('縣政府 舊賬')).toEqual(['old']);
  });

  test('can be excluded and quoted', async () => {
    expect(await find('工程款 -认为')).toEqual(['other', 'old']);
    expect(await find('"拖欠工程款"')).toEqual(['other', 'old']);
    expect(await find('拖欠 工程款')).toEqual(['other', 'old', 'title']);
  });

  test('look in one field', async () => {
    expect(await find('法院:样例市中级')).toEqual(['old']);
    expect(await find('court:样例市中级')).toEqual(['old']);
    expect(await find('样例市中级')).toEqual(['other', 'old']);
    expect(await find('案号:1591')).toEqual(['number']);
    expect(await find('案号:苏01行初7号')).toEqual([]);
    expect(await find('单位:商务局 工程款 -单位:财政局')).toEqual(['other', 'old', 'title']);
  });

  test('stand first in titles where relevance is asked for', async () => {
    expect(await find('工程款', { sort: 'relevance' })).toEqual(['title', 'other', 'old']);
    const first = await searchDisclosures(db.ctx(), { q: '工程款', sort: 'relevance', limit: 1 });
    const next = await searchDisclosures(db.ctx(), {
      q: '工程款',
      sort: 'relevance',
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(next.items.map((item) => item.id)).toEqual([ids.other, ids.old]);
    await expect(searchDisclosures(db.ctx(), { q: '工程款', cursor: first.nextCursor })).rejects.toMatchObject({
      code: 'cursor.invalid',
    });
  });

  test('of one character are looked for in titles, names and numbers', async () => {
    expect(await find('案')).toEqual(['title']);
    expect(await find('理')).toEqual([]);
  });

  test('say why nothing was looked for', async () => {
    expect(await searchDisclosures(db.ctx(), { q: '！？' })).toMatchObject({ items: [], note: 'no_words' });
    expect(await searchDisclosures(db.ctx(), { q: '-拖欠' })).toMatchObject({ items: [], note: 'only_excluded' });
  });
});

describe('facets', () => {
  const facets = async (question: object) =>
    countFacets(db.ctx(), question, await searchDisclosures(db.ctx(), question));

  test('count what the results hold, with words and without', async () => {
    const words = await facets({ q: '工程款' });
    expect(words).toMatchObject({ total: 3, capped: false });
    expect(words.facets.year).toEqual([
      { value: '2024', count: 1 },
      { value: '2019', count: 1 },
      { value: '2018', count: 1 },
    ]);
    expect(words.facets.court).toContainEqual({ value: '样例市中级人民法院', count: 1 });
    const all = await facets({});
    expect(all.total).toBe(4);
    expect(all.facets.place).toEqual([{ value: '9901', count: 4 }]);
    expect(all.facets.matter).toContainEqual({ value: 'ppp', count: 1 });
  });

  test('agree with the results they lead to', async () => {
    for (const question of [{ q: '工程款' }, {}]) {
      const { facets: counted } = await facets(question);
      for (const [name, filter] of [
        ['kind', 'kind'],
        ['year', 'year'],
        ['matter', 'matter'],
        ['court', 'court'],
        ['outcome', 'outcome'],
        ['place', 'division'],
      ] as const) {
        for (const { value, count } of counted[name]) {
          const page = await searchDisclosures(db.ctx(), { ...question, [filter]: value });
          expect(page.total.count, `${name} ${value}`).toBe(count);
        }
      }
    }
  });
});

test('the full text of a judgment is found, and words in it can be excluded', async () => {
  const row = await findDisclosure(db.ctx().db, ids.number ?? '');
  if (!row) throw new Error('no record');
  await db.ctx().db.transaction((tx) => putSearchRow(tx, searchRow(row, '本院認為：被告應於三十日內履行協議。')));
  expect(await find('三十日内')).toEqual(['number']);
  expect(await find('"应于三十日内履行协议"')).toEqual(['number']);
  expect(await find('黔行终 -三十日')).toEqual([]);
});

test('rows of an older release are found as they are, and rebuilt', async () => {
  const old = ids.old ?? '';
  await db.owner`update disclosure_search set form = 1 where disclosure_id = ${old}`;
  await db.owner`update disclosure_text set text = '縣政府 拖欠', court = '縣政府 拖欠' where disclosure_id = ${old}`;
  expect(await find('拖欠')).toContain('old');
  expect(await find('县政府')).toEqual([]);
  expect(await rebuildSearch(db.ctx())).toBe(1);
  expect(await find('县政府')).toEqual(['old']);
  expect(await rebuildSearch(db.ctx())).toBe(0);
});

test('a withdrawn record leaves both tables', async () => {
  await db.owner`delete from disclosure_search where disclosure_id = ${ids.number ?? ''}`;
  expect(await db.owner`select 1 from disclosure_text where disclosure_id = ${ids.number ?? ''}`).toHaveLength(0);
});
