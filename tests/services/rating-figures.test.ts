import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepRatingMonths } from '../../api/services/ratings/keep-months.ts';
import { rate } from '../../api/services/ratings/rate.ts';
import { setRatingAside } from '../../db/queries/rating-aside.ts';
import { foldRatings, recomputeRatings } from '../../db/queries/rating-figures.ts';
import { ensureRatingMonths } from '../../db/queries/rating-months.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { counterCtx, ratingInput } from '../support/rating.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const figure = async (measure: string, scope = 'point') => {
  await foldRatings(database.sql);
  const [row] = await database.owner<{ n: number }[]>`
    select coalesce(sum(n), 0)::int as n from rating_figure where scope = ${scope} and measure = ${measure}`;
  return row?.n ?? 0;
};

describe('a rating that is set aside', () => {
  it('still counts as given, is counted as set aside once, and comes back', async () => {
    const { answer, caseId } = await rate(counterCtx(database), ratingInput({ level: 1 }));
    const key = { ratingId: answer.id, caseId: caseId ?? '' };
    const given = await figure('given');
    const aside = (at: Date | null) => database.db.transaction((tx) => setRatingAside(tx, key, at));
    expect(await aside(new Date())).toBe(true);
    expect(await aside(new Date())).toBe(false);
    expect([await figure('set_aside'), await figure('given')]).toEqual([1, given]);
    expect(await recomputeRatings(database.sql)).toBe(0);
    expect(await aside(null)).toBe(true);
    expect(await figure('set_aside')).toBe(0);
    expect(await recomputeRatings(database.sql)).toBe(0);
  });

  it('leaves no figure where its review failed', async () => {
    const { answer, caseId } = await rate(counterCtx(database), ratingInput({ level: 1 }));
    const key = { ratingId: answer.id, caseId: caseId ?? '' };
    await expect(
      database.db.transaction(async (tx) => {
        await setRatingAside(tx, key, new Date());
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await figure('set_aside')).toBe(0);
  });
});

describe('figures', () => {
  it('count a rating at its point, its body and every place it lies in, and tell the pages', async () => {
    await foldRatings(database.sql);
    const { answer } = await rate(counterCtx(database), ratingInput({ level: 3, indicators: ['attitude'] }));
    const sums = () =>
      database.owner<{ scope: string; key: string; measure: string; n: number }[]>`
        select scope, key, measure, sum(n)::int as n from rating_figure where level = 3 group by 1, 2, 3 order by 1, 2, 3`;
    const before = await sums();
    await foldRatings(database.sql);
    const after = await sums();
    const scopes = after.filter((row) => row.measure === 'attitude').map((row) => `${row.scope} ${row.key.length}`);
    expect(scopes.filter((s) => s.startsWith('place'))).toEqual(['place 2', 'place 4']);
    expect(scopes).toEqual(expect.arrayContaining(['point 36', 'body 36']));
    expect(after.length).toBeGreaterThan(before.length);
    const [told] = await database.owner`
      select tags from cache_invalidation i, rating r
      where r.id = ${answer.id} and 'point:' || r.service_point_id = any(tags) and 'ratings:' || r.body_id = any(tags)`;
    expect(told).toBeDefined();
  });

  it('that went wrong are found and put right by a recount, all of them or since a day', async () => {
    await rate(counterCtx(database), ratingInput());
    await foldRatings(database.sql);
    const good = await figure('given');
    await database.owner`update rating_figure set n = n + 5 where scope = 'point' and measure = 'given' and level = 5`;
    await database.owner`
      insert into rating_figure values ('place', '77', current_date, 'online', 5, 'given', 3)`;
    expect(await recomputeRatings(database.sql, '2999-01-01')).toBe(0);
    expect(await recomputeRatings(database.sql)).toBeGreaterThanOrEqual(2);
    expect(await recomputeRatings(database.sql)).toBe(0);
    expect(await figure('given')).toBe(good);
    expect(await database.owner`select 1 from rating_figure where key = '77'`).toHaveLength(0);
  });

  it('follow indicators that are said after the level', async () => {
    const { addDetails } = await import('../../api/services/ratings/add-details.ts');
    const input = ratingInput({ level: 4 });
    const ctx = counterCtx(database);
    await rate(ctx, input);
    const before = await figure('competence', 'body');
    const said = { submissionId: input.submissionId, code: input.code, indicators: ['competence'] };
    await addDetails(ctx, said);
    await addDetails(ctx, said);
    expect(await figure('competence', 'body')).toBe(before + 1);
    expect(await recomputeRatings(database.sql)).toBe(0);
  });
});

describe('months of ratings', () => {
  const parts = async () =>
    (
      await database.owner<{ name: string }[]>`
      select inhrelid::regclass::text as name from pg_inherits where inhparent = 'rating'::regclass order by 1`
    ).map((row) => row.name);

  it('are made ahead by the application itself, which owns no table', async () => {
    await database.owner.unsafe('drop table rating_202811');
    await database.owner.unsafe('drop table rating_202812');
    const ahead = await ensureRatingMonths(database.sql);
    expect(ahead.every((name) => /^rating_20\d{4}$/.test(name))).toBe(true);
    const [row] = await database.owner`select tableowner from pg_tables where tablename = 'rating_202810'`;
    expect(row?.tableowner).toBe('jiannuo_owner');
    await expect(database.sql`create table rating_mine (id int)`).rejects.toThrow(/permission denied/);
  });

  it('take home what fell between them, with every column, and ratings go on meanwhile', async () => {
    const { answer } = await rate(counterCtx(database), ratingInput({ words: '很好', indicators: ['attitude'] }));
    const [before] = await database.owner`select * from rating where id = ${answer.id}`;
    await database.owner`
      insert into rating (id, created_at, service_point_id, body_id, level, indicators)
      select gen_random_uuid(), '2031-03-31 16:00:00+00'::timestamptz + i * interval '1 hour', service_point_id, body_id, 5, '{attitude}'
      from rating, generate_series(-2, 3) i where id = ${answer.id}`;
    const [made] = await Promise.all([
      ensureRatingMonths(database.sql),
      ...Array.from({ length: 20 }, () => rate(counterCtx(database), ratingInput())),
    ]);
    expect(made).toEqual(['rating_203103', 'rating_203104']);
    const rows = await database.owner`
      select tableoid::regclass::text as part, count(*)::int as n from rating where created_at > '2031-01-01' group by 1 order by 1`;
    expect(rows.map((row) => [row.part, row.n])).toEqual([
      ['rating_203103', 2],
      ['rating_203104', 4],
    ]);
    expect(await database.owner`select 1 from rating_default`).toHaveLength(0);
    expect((await database.owner`select * from rating where id = ${answer.id}`)[0]).toEqual(before);
    const indexes = await database.owner`select 1 from pg_indexes where tablename = 'rating_203104'`;
    expect(indexes).toHaveLength(2);
  });

  it('go after their retention with the keys of their words, their figures stay, and a year is always kept', async () => {
    const { answer } = await rate(counterCtx(database), ratingInput({ words: '很好' }));
    await foldRatings(database.sql);
    await database.owner.unsafe(`create table rating_202001 partition of rating
      for values from ('2019-12-31 16:00:00+00') to ('2020-01-31 16:00:00+00')`);
    await database.owner`
      insert into rating select (r).* from (
        select jsonb_populate_record(r, '{"created_at": "2020-01-10T00:00:00Z"}') as r from rating r where id = ${answer.id}) r`;
    const given = await figure('given');
    const { dropped } = await keepRatingMonths(database.deps);
    expect(dropped).toEqual(['rating_202001']);
    const [key] = await database.owner`
      select k.wrapped, k.erased_at from case_key k join rating r on r.key_id = k.id where r.id = ${answer.id}`;
    expect(key?.wrapped).toBeNull();
    expect(key?.erased_at).not.toBeNull();
    expect(await figure('given')).toBe(given);
    const now = await parts();
    await database.sql`select drop_rating_months('2999-01-01')`;
    expect(await parts()).toEqual(now);
  });
});
