import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseNumber } from '../../api/domain/case-number.ts';
import { EXAMPLE_POINT_CODE, groupPointCode } from '../../api/domain/point-code.ts';
import { normaliseCode } from '../../api/domain/query-code.ts';
import { sweepFilings } from '../../api/services/complaints/sweep.ts';
import { addDetails, givenRating } from '../../api/services/ratings/add-details.ts';
import { getPoint } from '../../api/services/ratings/get-point.ts';
import { newPointCode, readPointCode } from '../../api/services/ratings/point-code.ts';
import { rate } from '../../api/services/ratings/rate.ts';
import { foldRatings } from '../../db/queries/rating-figures.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { counterCtx, ratingInput } from '../support/rating.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const count = async (query: Promise<{ n: number }[]>): Promise<number> => (await query)[0]?.n ?? -1;
const dayCount = async (level: number) => {
  await foldRatings(database.sql);
  return count(database.owner<{ n: number }[]>`
    select coalesce(sum(n), 0)::int as n from rating_figure f join service_point p on p.id::text = f.key and f.scope = 'point'
    where p.code = ${EXAMPLE_POINT_CODE} and f.level = ${level} and f.measure = 'given'`);
};

describe('the code of a service point', () => {
  it('is accepted as typed by hand, and refused without its signature', () => {
    const ctx = counterCtx(database);
    const { code } = newPointCode(ctx);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(readPointCode(ctx, groupPointCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
    for (let i = 0; i < 16; i++) {
      const wrong = code.slice(0, i) + (code[i] === 'Z' ? 'Y' : 'Z') + code.slice(i + 1);
      expect(readPointCode(ctx, wrong)).toBeNull();
    }
    expect(readPointCode(ctx, '')).toBeNull();
    expect(readPointCode(ctx, 'A'.repeat(10_000))).toBeNull();
  });

  it('of the examples opens a counter in a demonstration only', async () => {
    const ctx = counterCtx(database);
    expect((await getPoint(ctx, 'demo-0000-rate-0001')).body.name).toBe('样例市市场监督管理局');
    const real = counterCtx(database, { place: { ...ctx.place, demonstration: false } });
    await expect(getPoint(real, EXAMPLE_POINT_CODE)).rejects.toMatchObject({ code: 'rating.code_invalid' });
  });
});

describe('rating a service', () => {
  it('stores a good rating with its roll-up and without a case', async () => {
    const before = await dayCount(5);
    const { created, answer } = await rate(counterCtx(database), ratingInput());
    expect(created).toBe(true);
    expect(answer).toMatchObject({ level: 5, case: null });
    expect(await dayCount(5)).toBe(before + 1);
    const [row] = await database.owner`
      select r.*, tableoid::regclass::text as part, (select kind from event where subject_id = r.id) as event
      from rating r where id = ${answer.id}`;
    expect(row).toMatchObject({ level: 5, case_id: null, sealed: null, repeated: false, event: 'given' });
    expect(row?.part).toMatch(/^rating_\d{6}$/);
  });

  it('opens exactly one case for a bad rating, for the serving body, watched by its superior', async () => {
    const input = ratingInput({ level: 1, words: '等了两个小时', contact: { phone: '138 0000 0001' } });
    const { answer } = await rate(counterCtx(database), input);
    expect(normaliseNumber(answer.case?.number ?? '')).toBe(answer.case?.number);
    expect(normaliseCode(answer.case?.queryCode ?? '')).not.toBeNull();
    const rows = await database.owner`
      select c.*, h.name as handler, w.name as watching,
        (select count(*)::int from case_demand where case_id = c.id) as demands,
        (select array_agg(part order by part) from case_content where case_id = c.id) as parts,
        (select count(*)::int from outbox where payload->>'caseId' = c.id::text) as tasks,
        (select array_agg(role order by role) from case_assignment where case_id = c.id) as roles,
        (select count(*)::int from case_release where case_id = c.id and field <> 'evidence') as releases
      from cases c join body h on h.id = c.handler_id left join body w on w.id = c.watching_id
      where rating_id = ${answer.id}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: 'service',
      channel: 'code',
      state: 'filed',
      screening: 'passed',
      handler: '样例市市场监督管理局',
      demands: 1,
      parts: ['contact', 'narrative'],
      tasks: 1,
      releases: 0,
      identity_to_handler: false,
    });
    expect(rows[0]?.watching).toBe('样例市人民政府');
    expect(rows[0]?.roles).toEqual(['lead', 'watching']);
  });

  it('opens a case also for who leaves neither words nor contact', async () => {
    const { answer } = await rate(counterCtx(database), ratingInput({ level: 2 }));
    expect(answer.case?.handler.name).toBe('样例市市场监督管理局');
  });

  it('is done once, however often and however parallel it is sent', async () => {
    const before = await dayCount(2);
    const input = ratingInput({ level: 2, words: '材料退回三次' });
    const ctx = counterCtx(database);
    const answers = await Promise.all(Array.from({ length: 20 }, () => rate(ctx, structuredClone(input))));
    expect(answers.filter((a) => a.created)).toHaveLength(1);
    for (const a of answers) expect(a.answer).toEqual(answers[0]?.answer);
    expect(await dayCount(2)).toBe(before + 1);
    expect(
      await count(database.owner<{ n: number }[]>`
        select count(*)::int as n from cases where rating_id = ${answers[0]?.answer.id ?? ''}`),
    ).toBe(1);
  });

  it('refuses another level under the same submission id', async () => {
    const input = ratingInput();
    await rate(counterCtx(database), input);
    await expect(rate(counterCtx(database), { ...input, level: 1 })).rejects.toMatchObject({
      code: 'submission.payload_differs',
    });
  });

  it('takes one rating for one transaction number, of twenty at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => rate(counterCtx(database), ratingInput({ transactionNumber: 'SL-2026-0001' }))),
    );
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results)
      if (r.status === 'rejected') expect(r.reason).toMatchObject({ code: 'rating.already_given' });
  });

  it('marks a second rating of one device on one day, and takes it', async () => {
    const ctx = counterCtx(database);
    const ids: string[] = [];
    for (let i = 0; i < 2; i++) ids.push((await rate(ctx, ratingInput(), { device: 'phone' })).answer.id);
    ids.push((await rate(ctx, ratingInput(), { device: 'another phone' })).answer.id);
    const rows = await database.owner`select id, repeated from rating where id = any(${ids}::uuid[])`;
    expect(ids.map((id) => rows.find((r) => r.id === id)?.repeated)).toEqual([false, true, false]);
  });

  it('forgets the marks of devices after ninety days, and what was rated after four hundred', async () => {
    const { answer } = await rate(counterCtx(database), ratingInput({ transactionNumber: 'SL-2026-0099' }));
    await database.owner`update rating_deduplication set created_at = now() - interval '91 days' where rating_id = ${answer.id}`;
    await sweepFilings(database.deps);
    const kinds =
      await database.owner`select kind from rating_deduplication where rating_id = ${answer.id} order by kind`;
    expect(kinds.map((row) => row.kind)).toEqual(['submission', 'transaction']);
    await database.owner`update rating_deduplication set created_at = now() - interval '401 days' where rating_id = ${answer.id}`;
    await sweepFilings(database.deps);
    expect(await database.owner`select 1 from rating_deduplication where rating_id = ${answer.id}`).toHaveLength(0);
  });

  it('limits floods from one source, and answers its retries still', async () => {
    const ctx = counterCtx(database, { limits: { ...database.deps.limits, ratings: 2 } });
    const input = ratingInput();
    await rate(ctx, input);
    await rate(ctx, ratingInput());
    await expect(rate(ctx, ratingInput())).rejects.toMatchObject({ code: 'request.rate_limited' });
    expect((await rate(ctx, input)).created).toBe(false);
  });

  it('refuses what does not fit: levels, indicators of another channel, unknown keys, long words', async () => {
    for (const wrong of [
      { level: 0 },
      { level: 2.5 },
      { indicators: ['platform'] },
      { repeated: false },
      { words: '字'.repeat(501) },
      { submissionId: 'x' },
    ])
      await expect(rate(counterCtx(database), ratingInput(wrong))).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('refuses a revoked point but still answers the form that rated before', async () => {
    const input = ratingInput();
    await rate(counterCtx(database), input);
    await database.owner`update service_point set revoked_at = now() where code = ${EXAMPLE_POINT_CODE}`;
    try {
      await expect(rate(counterCtx(database), ratingInput())).rejects.toMatchObject({ code: 'rating.code_invalid' });
      expect((await rate(counterCtx(database), input)).created).toBe(false);
    } finally {
      await database.owner`update service_point set revoked_at = null where code = ${EXAMPLE_POINT_CODE}`;
    }
  });
});

describe('saying more after the level', () => {
  const opened = async (ctx: ReturnType<typeof counterCtx>, answerId: string, part: string) => {
    const [row] = await database.owner`
      select c.id, k.id as key_id, k.wrapped, k.key_version, p.sealed from cases c
      join case_key k on k.case_id = c.id join case_content p on p.case_id = c.id and p.part = ${part}
      where c.rating_id = ${answerId}`;
    const key = ctx.keys.unwrap(row?.key_id, row?.wrapped, row?.key_version);
    return JSON.parse(ctx.keys.open(key, row?.sealed, `case/${row?.id}/${part}`).toString());
  };

  it('reaches the case, sealed, once, and releases the contact only where asked', async () => {
    const ctx = counterCtx(database);
    const input = ratingInput({ level: 1 });
    const { answer } = await rate(ctx, input);
    expect((await opened(ctx, answer.id, 'narrative')).story).toContain('非常不满意');
    const said = {
      submissionId: input.submissionId,
      code: EXAMPLE_POINT_CODE,
      indicators: ['attitude'],
      words: '工作人员一直看手机',
      contact: { email: 'rater@example.org' },
      contactToHandler: true,
    };
    expect((await addDetails(ctx, said)).detailed).toBe(true);
    expect((await opened(ctx, answer.id, 'narrative')).story).toMatch(/态度好不好。\n工作人员一直看手机$/);
    expect(await opened(ctx, answer.id, 'contact')).toEqual({ email: 'rater@example.org' });
    await addDetails(ctx, { ...said, words: '另外的话' });
    expect((await opened(ctx, answer.id, 'narrative')).story).toMatch(/工作人员一直看手机$/);
    const [row] = await database.owner`
      select c.identity_to_handler, (select count(*)::int from case_release where case_id = c.id and field <> 'evidence') as releases,
        (select count(*)::int from event where subject_id = ${answer.id}) as events
      from cases c where rating_id = ${answer.id}`;
    expect(row).toMatchObject({ identity_to_handler: true, releases: 1, events: 2 });
    const given = await givenRating(ctx, { code: EXAMPLE_POINT_CODE, submissionId: input.submissionId });
    expect(given).toMatchObject({ answer, detailed: true });
  });

  it('needs the id of the form', async () => {
    await expect(
      addDetails(counterCtx(database), { submissionId: randomUUID(), code: EXAMPLE_POINT_CODE, words: '什么' }),
    ).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  it('leaves no word and no contact in the clear anywhere', async () => {
    const ctx = counterCtx(database);
    const good = ratingInput({ level: 4, words: '小周很热心' });
    await rate(ctx, good);
    const bad = ratingInput({ level: 2, words: '窗口提前下班', contact: { phone: '13900001111' } });
    const { answer } = await rate(ctx, bad);
    const secrets = ['小周很热心', '窗口提前下班', '13900001111', bad.submissionId, answer.case?.queryCode ?? '-'];
    const patterns = secrets.flatMap((s) => [`%${s}%`, `%${Buffer.from(s).toString('hex')}%`]);
    const tables = await database.owner<{ name: string }[]>`
      select format('%I', tablename) as name from pg_tables where schemaname = 'public'`;
    for (const { name } of tables)
      expect(
        (await database.owner.unsafe(`select 1 from ${name} t where t::text like any($1)`, [patterns])).length,
        name,
      ).toBe(0);
  });
});
