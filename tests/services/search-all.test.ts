import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPolicy } from '../../api/services/directory/policies.ts';
import { homeFigures } from '../../api/services/home/figures.ts';
import { nearWords } from '../../api/services/search/near-words.ts';
import { searchAll } from '../../api/services/search/search-all.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

describe('the search over everything', () => {
  it('finds a body by its present name', async () => {
    const found = await searchAll(database.ctx(), '无锡市商务局');
    expect(found.bodies.items[0]?.name).toBe('无锡市商务局');
  });

  it('finds a body by the name that it had before', async () => {
    const found = await searchAll(database.ctx(), '南京市国土资源局');
    expect(found.bodies.items.map((body) => body.matched ?? body.name)).toContain('南京市国土资源局');
  });

  it('finds a document by its number', async () => {
    const found = await searchAll(database.ctx(), '宁政传〔2018〕96号');
    expect(found.policies).toHaveLength(1);
  });

  it('finds the matter that everyday words speak of', async () => {
    const found = await searchAll(database.ctx(), '招商引资的奖励没有兑现');
    expect(found.matters[0]?.code).toBe('investment_promotion');
  });

  it('finds nothing for punctuation, and does not fail', async () => {
    const found = await searchAll(database.ctx(), '？！……');
    expect(found.total).toBe(0);
    expect(found.query.must).toEqual([]);
  });

  it('finds who answers for what, the duties of the place first, and the clauses of policies', async () => {
    const found = await searchAll(database.ctx(), '招商引资');
    expect(found.duties.items[0]).toMatchObject({ matter: 'investment_promotion', lead: expect.any(Array) });
    expect(found.duties.items[0]?.lead.length).toBeGreaterThan(0);
    expect(found.clauses.items.map((clause) => clause.heading)).toContain('招商引资');
    expect(found.duties.total).toBeGreaterThanOrEqual(found.duties.items.length);
  });

  it('finds the task of the help that a question speaks of, and by its English words', async () => {
    const asked = await searchAll(database.ctx(), '老板拖欠我的工程款怎么办');
    expect(asked.help.items[0]?.path).toBe('/help/owed-money');
    const english = await searchAll(database.ctx(undefined, { locale: 'en' }), 'how do I check the checksum');
    expect(english.help.items[0]?.path).toBe('/help/verify-download');
  });

  it.each([
    ['招商引資', '招商引资'],
    ['無錫市商務局', '无锡市商务局'],
    ['苏政发〔２０２３〕５５号', '苏政发〔2023〕55号'],
    ['“招商引资”', '招商引资'],
  ])('finds the same for %s as for %s', async (typed, meant) => {
    const [one, other] = await Promise.all([typed, meant].map((q) => searchAll(database.ctx(), q)));
    expect(one?.total).toBeGreaterThan(0);
    expect({ ...one, query: null, records: null }).toEqual({ ...other, query: null, records: null });
  });

  it('looks for one character in names and titles alone', async () => {
    const found = await searchAll(database.ctx(), '债');
    expect(found.query.must.every((word) => word.single)).toBe(true);
    expect(found.clauses.total).toBeGreaterThan(0);
    expect(found.clauses.items.every((clause) => `${clause.heading}${clause.title}`.includes('债'))).toBe(true);
  });

  it('leaves out what an excluded word is in', async () => {
    const [all, fewer] = await Promise.all(['政府采购', '政府采购 -电子化'].map((q) => searchAll(database.ctx(), q)));
    expect(fewer?.clauses.total).toBeLessThan(all?.clauses.total ?? 0);
    expect(fewer?.clauses.total).toBeGreaterThan(0);
  });

  it('shows one kind alone, whole, where it has no page of its own', async () => {
    const [few, all] = await Promise.all([
      searchAll(database.ctx(), '政府'),
      searchAll(database.ctx(), '政府', 'clauses'),
    ]);
    expect(few.clauses.items).toHaveLength(5);
    expect(all.clauses.items).toHaveLength(few.clauses.total);
    expect(all.bodies.total + all.duties.total + all.help.total + all.records.items.length).toBe(0);
  });

  it('finds public commitments by their words, and none that is not public', async () => {
    const [body] = await database.sql<{ id: string }[]>`select id from body where division = '9901' limit 1`;
    const put = (id: string, state: string, title: string) => database.owner`
      insert into commitment (id, kind, state, natural_key, body_id, owed_by_id, body_name, division, matter, department, post,
        beneficiary, title, text, document_number, made_on, due_kind, due_on, next_due_on, source, created_by, approved_by, published_at)
      values (${id}, 'payment', ${state}, ${id}, ${body?.id ?? ''}, ${body?.id ?? ''}, '样例市水利局', '9901', 'arrears', '财务处', '处长',
        '施工企业', ${title}, '分三次付清堤防工程尾款。', '样水〔2026〕7号', '2026-01-05', 'date', '2026-02-01', '2026-02-01', '公开文件',
        'a', 'b', now())`;
    await put('00000000-0000-4000-8000-00000000c001', 'published', '付清堤防工程尾款');
    await put('00000000-0000-4000-8000-00000000c002', 'in_review', '付清堤防工程尾款之二');
    for (const q of ['堤防', '堤防 水利局', '样水〔2026〕7号', '堤']) {
      const { commitments } = await searchAll(database.ctx(), q);
      expect(
        commitments.items.map((one) => one.title),
        q,
      ).toEqual(['付清堤防工程尾款']);
      expect(commitments).toMatchObject({ total: 1, capped: false });
    }
    expect((await searchAll(database.ctx(), '堤防 -尾款')).commitments.total).toBe(0);
    expect((await searchAll(database.ctx(), '案号:堤防')).commitments.total).toBe(0);
  });

  it('names the commitments that rest on a clause under it', async () => {
    await database.owner`update commitment set basis = '依据苏政发〔2023〕55号 三（四）' where title like '付清堤防%'`;
    const { clauses } = await getPolicy(database.ctx(), 'su-2023-55');
    const on = (place: string) =>
      clauses.find((clause) => clause.place === place)?.relies.filter(({ of }) => of === 'commitment');
    expect(on('三（四）')).toEqual([{ of: 'commitment', id: expect.any(String), title: '付清堤防工程尾款' }]);
    expect(on('三（三）')).toEqual([]);
  });

  it('asks the index of pairs for commitments', async () => {
    let plan: unknown;
    await database.owner
      .begin(async (sql) => {
        // As many as a province has: with two rows anything is cheaper than an index.
        await sql`insert into commitment
          select (json_populate_record(c, json_build_object('id', gen_random_uuid(), 'natural_key', n, 'title', 'Nr ' || n, 'text', 'Text ' || n))).*
          from commitment c, generate_series(1, 3000) n where c.state = 'published'`;
        await sql`analyze commitment`;
        plan = await sql`explain select id from commitment
          where state in ('published', 'in_progress', 'honoured', 'partly', 'changed', 'broken')
            and text_pairs(commitment_words(title, document_number, body_name, department, text)) @> ${['堤防']}::text[]`;
        throw new Error('rolled back');
      })
      .catch((error: Error) => expect(error.message).toBe('rolled back'));
    expect(JSON.stringify(plan)).toContain('commitment_words_idx');
  });
});

describe('where nothing was found', () => {
  it('offers shorter words that do find something, the nearest first', async () => {
    const near = await nearWords(database.ctx(), '无锡市商务局魑魅魍魉');
    expect(near.length).toBeGreaterThan(0);
    expect(near.every(({ total }) => total > 0)).toBe(true);
    expect(near[0]?.q).toContain('无锡市商务');
  });

  it('offers nothing that is not there', async () => {
    expect(await nearWords(database.ctx(), '魑魅魍魉')).toEqual([]);
  });
});

describe('the figures of the home page', () => {
  it('are counts, and none where nothing has happened', async () => {
    const figures = await homeFigures(database.ctx());
    expect(figures).toMatchObject({ due: 0, inTime: 0, closed: 0, solved: 0, badRatings: 0, overdue: 0 });
  });
});
