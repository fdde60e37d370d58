import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLE_POINT_CODE } from '../../api/domain/point-code.ts';
import type { Ctx } from '../../api/services/context.ts';
import { newPointCode } from '../../api/services/ratings/point-code.ts';
import { rate } from '../../api/services/ratings/rate.ts';
import { foldRatings, recomputeRatings } from '../../db/queries/rating-figures.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { counterCtx, ratingInput } from '../support/rating.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await rate(counterCtx(database), ratingInput({ level: 1 })); // rules, calendar and directory are loaded
});
afterAll(() => database.end());

const statements: string[] = [];
beforeEach(() => statements.splice(0));
const outcome = (r: PromiseSettledResult<Awaited<ReturnType<typeof rate>>>) =>
  r.status === 'fulfilled' ? (r.value.created ? 'rated' : 'known') : (r.reason as { code: string }).code;
const together = async (entries: readonly { ctx?: Ctx; input: Record<string, unknown> }[]) =>
  (await Promise.allSettled(entries.map(({ ctx, input }) => rate(ctx ?? counterCtx(database), input)))).map(outcome);
const commits = async () => {
  const [row] = await database.owner<{ n: number }[]>`
    select count(distinct xmin::text)::int as n from rating where created_at > now() - interval '1 hour'`;
  return row?.n ?? 0;
};

describe('a group of ratings', () => {
  it('is written by few transactions, and every one of it has its event and its figure', async () => {
    const before = await commits();
    const answers = await Promise.all(Array.from({ length: 100 }, () => rate(counterCtx(database), ratingInput())));
    // How many depends on how fast they are made: at most 64 go together, and they do not go one by one.
    expect((await commits()) - before).toBeLessThanOrEqual(10);
    const ids = answers.map((a) => a.answer.id);
    const [row] = await database.owner`
      select (select count(*)::int from rating where id = any(${ids}::uuid[])) as ratings,
        (select count(*)::int from event where subject_id = any(${ids}::uuid[]) and seq = 1) as events,
        (select count(distinct key_hash)::int from rating_deduplication where rating_id = any(${ids}::uuid[]) and kind = 'submission') as forms`;
    expect(row).toEqual({ ratings: 100, events: 100, forms: 100 });
    expect(await recomputeRatings(database.sql)).toBe(0);
  });

  it('is not spoilt by those of it that fail: each answers for itself alone', async () => {
    const twice = ratingInput();
    await rate(counterCtx(database), twice);
    const limited = counterCtx(database, { limits: { ...database.deps.limits, ratings: 1 } });
    const number = randomUUID();
    const results = await together([
      { input: ratingInput() },
      { input: twice },
      { input: { ...twice, level: 4 } },
      { input: ratingInput({ code: newPointCode(database.deps).code }) },
      { input: ratingInput({ indicators: ['platform'] }) },
      { input: ratingInput({ transactionNumber: number }) },
      { input: ratingInput({ transactionNumber: number }) },
      { ctx: limited, input: ratingInput() },
      { ctx: limited, input: ratingInput() },
      { input: ratingInput({ level: 1, words: '没有人接待' }) },
      { input: ratingInput({ level: 4, words: '还可以' }) },
    ]);
    expect(results).toEqual([
      'rated',
      'known',
      'submission.payload_differs',
      'rating.code_invalid',
      'request.invalid',
      'rated',
      'rating.already_given',
      'rated',
      'request.rate_limited',
      'rated',
      'rated',
    ]);
  });

  it('is written one by one where the database refuses it as a whole', async () => {
    await database.owner`alter table case_key add constraint no_words check (case_id is not null) not valid`;
    try {
      const results = await Promise.allSettled([
        rate(counterCtx(database), ratingInput()),
        rate(counterCtx(database), ratingInput({ words: '字' })),
        rate(counterCtx(database), ratingInput({ level: 2 })),
      ]);
      expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    } finally {
      await database.owner`alter table case_key drop constraint no_words`;
    }
  });

  it('of two processes with the same forms and transactions ends with each rated once', async () => {
    const other = await testProcess();
    try {
      const forms = Array.from({ length: 40 }, (_, i) => ({
        ctx: counterCtx(database),
        input: ratingInput({
          level: i % 10 === 0 ? 2 : 5,
          ...(i % 2 ? { transactionNumber: `N${i}-${randomUUID()}` } : {}),
        }),
      }));
      const [ours, theirs] = await Promise.all([
        together(forms),
        together(
          forms.map(({ ctx, input }) => ({ ctx: { ...ctx, ratings: other.ratings }, input: structuredClone(input) })),
        ),
      ]);
      for (const [i] of forms.entries()) expect([ours[i], theirs[i]].sort()).toEqual(['known', 'rated']);
    } finally {
      await other.end();
    }
  });

  it('knows of a code that was revoked while it waited', async () => {
    await database.owner`update service_point set revoked_at = now() where code = ${EXAMPLE_POINT_CODE}`;
    try {
      expect(await together([{ input: ratingInput() }])).toEqual(['rating.code_invalid']);
    } finally {
      await database.owner`update service_point set revoked_at = null where code = ${EXAMPLE_POINT_CODE}`;
    }
  });
});

describe('figures under load', () => {
  it('equal a recount after ratings, folds and recounts at once, and after set-asides', async () => {
    let done = false;
    const folding = (async () => {
      while (!done) {
        await foldRatings(database.sql);
        await recomputeRatings(database.sql);
      }
    })();
    for (let round = 0; round < 5; round += 1)
      await Promise.all(
        Array.from({ length: 60 }, (_, i) =>
          rate(counterCtx(database), ratingInput({ level: (i % 5) + 1, indicators: i % 3 ? ['attitude'] : [] })),
        ),
      );
    done = true;
    await folding;
    await foldRatings(database.sql);
    expect(await recomputeRatings(database.sql)).toBe(0);
    const [row] = await database.owner<{ given: number; rows: number; attitude: number; named: number }[]>`
      select (select sum(n)::int from rating_figure where scope = 'place' and key = '99' and measure = 'given') as given,
        (select count(*)::int from rating) as rows,
        (select sum(n)::int from rating_figure where scope = 'body' and measure = 'attitude') as attitude,
        (select count(*)::int from rating where 'attitude' = any(indicators)) as named`;
    expect(row?.given).toBe(row?.rows);
    expect(row?.attitude).toBe(row?.named);
    expect(await database.owner`select 1 from rating_delta`).toHaveLength(0);
  });
});

/** Another process: the same database and keys, ratings gathered on their own. */
async function testProcess() {
  const { buildDeps } = await import('../../api/deps.ts');
  const built = await buildDeps(database.config, database.deps.log);
  return { ratings: built.deps.ratings, end: built.end };
}
