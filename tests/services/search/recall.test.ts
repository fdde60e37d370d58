import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldPlain, trimPunctuation } from '../../../api/domain/chinese-text.ts';
import { searchDisclosures } from '../../../api/services/disclosures/search.ts';
import { filterTerm, searchRow } from '../../../api/services/disclosures/search-row.ts';
import type { DisclosureRow } from '../../../db/queries/disclosures.ts';
import { putSearchRow } from '../../../db/queries/search-rows.ts';
import { type Found, searchWords } from '../../../db/queries/word-search.ts';
import { tallyWords } from '../../../db/queries/word-tally.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters } from '../../support/disclosures.ts';

/**
 * Random texts and questions over a small alphabet, so that hits are many and near misses more. The oracle is LIKE over what a
 * reader sees, folded; with 700 records both ways of searching are walked, from the newest and from the index.
 */
const ALPHABET = [...'政府縣县招商款欠a1２-，。“ \n', '赑屃'];
const piece = (most: number) =>
  fc.array(fc.constantFrom(...ALPHABET), { minLength: 1, maxLength: most }).map((a) => a.join(''));
const RECORDS = 700;
let db: TestDatabase;
let texts: { id: string; lines: string[] }[];

beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  const rare = fc.sample(piece(60), { numRuns: RECORDS, seed: 7 });
  await db.ctx().db.transaction(async (tx) => {
    for (const [i, text] of rare.entries()) {
      const id = randomUUID();
      // Only the older half holds the rare word: the newest do not fill a page with it.
      const summary = i < RECORDS / 2 ? text : text.replaceAll('赑屃', '');
      const year = 2010 + Math.floor(i / 60);
      const day = `${year}-01-02`;
      const [row] = await db.owner<DisclosureRow[]>`
        insert into disclosure (id, kind, state, natural_key, body_name, division, matter, title, year, summary, source, created_by, approved_by, published_at, sort_on)
        values (${id}, 'lost_judgment', 'published', ${id}, '甲', '9901', 'investment_promotion', ${`乙${summary.slice(0, 5)}`}, ${year}, ${summary}, '丙', 'a', 'b', now(), ${day})
        returning id, kind, state, title, body_name as "bodyName", division, matter, year, summary, source, sort_on::text as "sortOn"`;
      if (row) await putSearchRow(tx, searchRow({ ...row, bodyId: null, outcome: null, court: null }));
    }
  });
  await db.owner`analyze disclosure_search`;
  texts = await db.sql`select disclosure_id as id, string_to_array(text, E'\n') as lines from disclosure_text`;
}, 120_000);
afterAll(() => db?.end());

async function found(q: string, sort: 'date' | 'relevance'): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await searchDisclosures(db.ctx(), { q, sort, limit: 100, ...(cursor ? { cursor } : {}) });
    ids.push(...page.items.map((item) => item.id));
    if (!page.nextCursor) return ids;
    cursor = page.nextCursor;
  }
}
/** What LIKE '%word%' says of the lines of a record. */
const like = (lines: readonly string[], word: string) => lines.some((line) => line.includes(word));

test('finds in any order what LIKE finds, no more and no less, with quotes and exclusions', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ text: piece(5), not: fc.boolean() }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom<'date' | 'relevance'>('date', 'relevance'),
      async (asked, sort) => {
        const words = asked
          .map(({ text, not }) => ({ not, text: trimPunctuation(foldPlain(text.replace(/[“"]/g, ''))) }))
          .filter(({ text }) => /[\p{L}\p{N}]{2}/u.test(text));
        fc.pre(words.some(({ not }) => !not));
        const q = words.map(({ text, not }) => `${not ? '-' : ''}"${text}"`).join(' ');
        fc.pre(q.length <= 100);
        const expected = texts
          .filter(({ lines }) => words.every(({ text, not }) => like(lines, text) !== not))
          .map(({ id }) => id);
        const ids = await found(q, sort);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 80 },
  );
}, 120_000);

test('finds a word that only the older records hold, and counts it whole', async () => {
  const expected = texts.filter(({ lines }) => like(lines, '赑屃')).map(({ id }) => id);
  expect(expected.length).toBeGreaterThan(100);
  expect((await found('赑屃', 'date')).sort()).toEqual(expected.sort());
});

/** All pages of a word, where more than `most` hits are asked for year by year. */
async function byYears(text: string, most: number): Promise<{ ids: string[]; days: string[]; first: Found }> {
  const pairs = [...text].slice(1).map((char, i) => `'${[...text][i]}${char}'`);
  const question = {
    tsquery: pairs.join(' & '),
    yearTerm: (year: number) => `'${filterTerm.year(year)}'`,
    must: [{ text, bodies: [], column: 'any' as const, exact: pairs.length === 1 }],
    not: [],
    filters: {},
    limit: 21,
  };
  const found = [await searchWords(db.sql, { ...question, after: null }, most)];
  for (let page = found[0]; page?.rows.length === question.limit; ) {
    page = await searchWords(db.sql, { ...question, after: page.rows.at(-1) ?? null }, most);
    found.push(page);
  }
  const rows = found.flatMap((page) => page.rows);
  return { ids: rows.map((row) => row.id), days: rows.map((row) => row.sortOn), first: found[0] as Found };
}

test.each([0, 30])('finds old words year by year in the same order and none twice (%i hits at once)', async (most) => {
  for (const word of ['赑屃', '县县商', '商款欠', '招商款']) {
    const expected = texts.filter(({ lines }) => like(lines, word)).map(({ id }) => id);
    const { ids, days } = await byYears(word, most);
    expect(days).toEqual([...days].sort().reverse());
    expect([...ids].sort()).toEqual(expected.sort());
  }
});

test('says that there are more where only a year was counted, and counts facets in that year', async () => {
  const whole = texts.filter(({ lines }) => like(lines, '赑屃')).length;
  const { first } = await byYears('赑屃', 30);
  expect(first).toMatchObject({ capped: true, reach: { by: 'index', year: expect.any(Number) } });
  expect(first.total).toBeLessThan(whole);
  expect(first.total).toBeGreaterThanOrEqual(21);
  const tally = await tallyWords(
    db.sql,
    {
      tsquery: "'赑屃'",
      yearTerm: (year) => `'${filterTerm.year(year)}'`,
      must: [],
      not: [],
      filters: {},
      after: null,
      limit: 0,
    },
    first,
    4,
  );
  expect(tally.capped).toBe(true);
  expect(tally.facets.year).toEqual([
    { value: String(first.reach.by === 'index' && first.reach.year), count: tally.total },
  ]);
  expect(tally.total).toBeLessThanOrEqual(whole);
});
