import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldPlain as fold } from '../../../api/domain/chinese-text.ts';
import { searchDisclosures } from '../../../api/services/disclosures/search.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers } from '../../support/disclosures.ts';

/** The oracle: what LIKE finds anywhere in the folded text. */
const likePattern = (folded: string): string => `%${folded.replace(/[\\%_]/g, '\\$&')}%`;

let db: TestDatabase;
let people: { author: Official; second: Official };
const ids: Record<string, string> = {};
const SUMMARIES = [
  '镇政府承诺给付奖金后不予兑现，企业多次催要无果。',
  '县政府以文件承诺招商引资奖励，项目建成后拒不兑现。',
  '协议因政策调整无法继续履行，应当补偿企业的损失 120,000.50 元。',
  'ＡＢＣ公司（全角）与政府签订 PPP 协议，100%_完成后未付款。',
  '街道办拖欠物业服务费；街道换届后，新班子“不理旧账”。',
];
const NUMBERS = ['（2014）萍行终字第0010号', '（2019）黔行终1591号', '（2023）鲁1623行初80号'];

beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  for (const [i, summary] of SUMMARIES.entries()) {
    const number = NUMBERS[i];
    ids[`s${i}`] = await publish(db, people, { summary, ...(number ? { caseNumber: number, decidedOn: null } : {}) });
  }
  const [planning] = await db.sql<{ id: string }[]>`select id from body where name = '南京市规划和自然资源局'`;
  const [land] = await db.sql<{ id: string }[]>`select id from body where name = '南京市国土资源局'`;
  // A fictional title keeps the real name out of the text: the body is found through the directory alone.
  ids.successor = await publish(db, people, {
    bodyId: planning?.id,
    bodyName: '甲局',
    division: '3201',
    title: '甲局测试',
  });
  ids.predecessor = await publish(db, people, {
    bodyId: land?.id,
    bodyName: '乙局',
    division: '3201',
    title: '乙局测试',
  });
}, 60_000);
afterAll(() => db?.end());

const find = async (q: string, more = {}) =>
  (await searchDisclosures(db.ctx(), { q, limit: 100, ...more })).items.map((r) => r.id);

describe('searching', () => {
  test('finds two characters anywhere, folded', async () => {
    expect(await find('兑现')).toEqual(expect.arrayContaining([ids.s0, ids.s1]));
    expect(await find('abc公司(全角)')).toEqual([ids.s3]);
    expect(await find('ppp')).toEqual([ids.s3]);
    expect(await find('旧账')).toEqual([ids.s4]);
  });

  test.each([
    ['（2014）萍行终字第0010号', 's0'],
    ['(2014)萍行终字第10号', 's0'],
    ['2014萍行终字第10号', 's0'],
    ['（2019）黔行终1591号', 's1'],
    ['(2019) 黔行终 1591 号', 's1'],
    ['〔2019〕黔行终1591号', 's1'],
    ['2019黔行终1591', 's1'],
    ['黔行终1591号', 's1'],
    ['鲁1623行初80', 's2'],
  ])('finds a case number in any writing: %s', async (q, id) => {
    expect(await find(q)).toEqual([ids[id]]);
  });

  test('holds that all words must occur', async () => {
    expect(await find('招商 奖励')).toEqual([ids.s1]);
    expect(await find('奖励 补偿企业')).toEqual([]);
  });

  test('does not join characters over the edge of a field', async () => {
    const [row] = await db.sql<
      { text: string }[]
    >`select text from disclosure_text where disclosure_id = ${ids.s0 ?? ''}`;
    const [title = '', next = ''] = (row?.text ?? '').split('\n');
    expect(await find(`${[...title].at(-1)}${[...next][0]}`)).not.toContain(ids.s0);
  });

  test('takes one character as one in titles and names, and says so where nothing can be looked for', async () => {
    expect((await find('商')).length).toBeGreaterThan(0);
    expect(await searchDisclosures(db.ctx(), { q: '。。！' })).toMatchObject({ items: [], note: 'no_words' });
    expect(await searchDisclosures(db.ctx(), { q: '“兑现”' })).toMatchObject({ note: null });
  });

  test('finds a successor by the former name and the other way round', async () => {
    for (const name of ['南京市国土资源局', '南京市规划和自然资源局']) {
      expect(await find(name)).toEqual(expect.arrayContaining([ids.successor, ids.predecessor]));
    }
  });

  test('lists with a body the records of its predecessors', async () => {
    const [planning] = await db.sql<{ id: string }[]>`select id from body where name = '南京市规划和自然资源局'`;
    const page = await searchDisclosures(db.ctx(), { body: planning?.id });
    expect(page.items.map((r) => r.id).sort()).toEqual([ids.successor, ids.predecessor].sort());
  });

  test('narrows by kind, place with what is below it, matter, year and outcome, with words and without', async () => {
    for (const words of [{}, { q: '局' }]) {
      const list = async (filters: object) =>
        (await searchDisclosures(db.ctx(), { ...words, ...filters, limit: 100 })).items.map((r) => r.id);
      expect(await list({ division: '32' })).toEqual(expect.arrayContaining([ids.successor]));
      expect(await list({ division: '3202' })).toEqual([]);
      expect(await list({ division: '99' })).not.toContain(ids.successor);
      expect(await list({ kind: 'typical_case' })).toEqual([]);
      expect(await list({ matter: 'investment_promotion' })).toContain(ids.s4);
      expect(await list({ year: 2014 })).toEqual([ids.s0]);
      expect(await list({ outcome: 'act_revoked' })).toEqual([]);
    }
  });

  test('pages through all without gap or repetition, with words and without', async () => {
    for (const q of [undefined, '样例']) {
      const all = (await searchDisclosures(db.ctx(), { q, limit: 100 })).items.map((r) => r.id);
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await searchDisclosures(db.ctx(), { q, limit: 2, cursor });
        seen.push(...page.items.map((r) => r.id));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(all);
      expect(new Set(seen).size).toBe(all.length);
    }
  });

  test('refuses a cursor of another question', async () => {
    const page = await searchDisclosures(db.ctx(), { q: '样例', limit: 1 });
    await expect(searchDisclosures(db.ctx(), { q: '兑现', cursor: page.nextCursor ?? '' })).rejects.toMatchObject({
      code: 'cursor.invalid',
    });
  });

  test('finds every record in which LIKE finds the words, and no other', async () => {
    const texts = await db.sql<{ id: string; text: string }[]>`select disclosure_id as id, text from disclosure_text`;
    const bodies = new Set([ids.successor, ids.predecessor]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 2, max: 9 }),
        fc.boolean(),
        async (a, b, length, foreign) => {
          const lines = (texts[a % texts.length]?.text ?? '').split('\n');
          const line = [...(lines[b % lines.length] ?? '')];
          const at = b % Math.max(1, line.length - length);
          const q = line.slice(at, at + length).join('') + (foreign ? '甲' : '');
          const words = fold(q)
            .split(/[\s,、;|]+/u)
            .map((w) => w.replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu, ''));
          fc.pre(words.every((w) => /[\p{L}\p{N}]{2}/u.test(w)));
          const like = await db.sql<{ id: string }[]>`
          select disclosure_id as id from disclosure_text where text like all(${words.map(likePattern)})`;
          const found = (await find(q)).filter((id) => !bodies.has(id));
          expect(found.sort()).toEqual(
            like
              .map((r) => r.id)
              .filter((id) => !bodies.has(id))
              .sort(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
