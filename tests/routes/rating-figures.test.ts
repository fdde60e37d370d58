import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { EXAMPLE_POINT_CODE } from '../../api/domain/point-code.ts';
import { pointsOfBody } from '../../api/services/ratings/figure-pages.ts';
import { rate } from '../../api/services/ratings/rate.ts';
import { setRatingAside } from '../../db/queries/rating-aside.ts';
import { foldRatings } from '../../db/queries/rating-figures.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { counterCtx, ratingInput } from '../support/rating.ts';

let database: TestDatabase;
let bodyId: string;
let pointId: string;
const statements: string[] = [];
beforeAll(async () => {
  database = await testDatabase({ onStatement: (statement) => statements.push(statement) });
  const [point] = await database.owner`select id, body_id from service_point where code = ${EXAMPLE_POINT_CODE}`;
  [bodyId, pointId] = [point?.body_id, point?.id];
  const given = Array.from({ length: 40 }, (_, i) =>
    rate(
      counterCtx(database),
      ratingInput({
        level: i < 4 ? 1 : 5,
        ...(i < 10 ? { indicators: ['attitude'] } : {}),
        ...(i === 0 ? { contact: { phone: '13800000000' } } : {}),
      }),
    ),
  );
  const [bad] = await Promise.all(given);
  await database.db.transaction((tx) =>
    setRatingAside(tx, { ratingId: bad?.answer.id ?? '', caseId: bad?.caseId ?? '' }, new Date()),
  );
  await foldRatings(database.sql);
});
afterAll(() => database.end());

const get = async (path: string) => {
  const response = await createApp(() => counterCtx(database)).request(`/api/v1${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('figures of ratings', () => {
  it('of a body and of its point are the same where it has one point: counts, interval, aspects, months and loop', async () => {
    const ofBody = JSON.parse((await get(`/bodies/${bodyId}/ratings`)).text);
    const ofPoint = JSON.parse((await get(`/points/${pointId}/ratings`)).text);
    expect(ofPoint.figures).toEqual(ofBody.figures);
    expect(ofBody.figures).toMatchObject({
      total: 40,
      satisfied: 36,
      setAside: 1,
      repeated: 0,
      indicators: [{ indicator: 'attitude', good: 6, bad: 4 }],
      realNameAnswered: { part: 0, total: 1 },
      validPutRight: { part: 0, total: 4 },
    });
    expect(ofBody.figures.rate.value).toBeCloseTo(0.9, 5);
    expect(ofBody.figures.rate.low).toBeLessThan(0.9);
    expect(ofBody.figures.months).toHaveLength(1);
    expect(ofBody.figures.months[0]).toMatchObject({ given: 40, satisfied: 36, setAside: 1 });
    expect(JSON.stringify(ofPoint)).not.toContain(EXAMPLE_POINT_CODE);
  });

  it('show thirteen months at most, those without ratings among them', async () => {
    await database.owner`
      insert into rating_figure select 'body', ${bodyId}, (date_trunc('month', now()) - make_interval(months => i))::date, 'offline', 5, 'given', 7
      from unnest(array[3, 20]) i`;
    try {
      const { months } = JSON.parse((await get(`/bodies/${bodyId}/ratings`)).text).figures;
      expect(months.map((one: { given: number }) => one.given)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 40]);
    } finally {
      await database.owner`delete from rating_figure where n = 7 and scope = 'body' and measure = 'given'`;
    }
  });

  it('come as a table that adds up', async () => {
    const { status, headers, text } = await get(`/points/${pointId}/ratings.csv`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toBe(
      'name,month,level,given,set_aside,repeated,efficiency,competence,attitude,accuracy,convenience,platform',
    );
    const cells = rows.map((row) => row.split(','));
    expect(cells.map((row) => [row[2], row[3], row[4], row[8]])).toEqual([
      ['5', '36', '0', '6'],
      ['1', '4', '1', '4'],
    ]);
  });

  it('answer 404 for what is no body and no point of ours', async () => {
    for (const path of [
      `/bodies/${randomUUID()}/ratings`,
      `/points/${randomUUID()}/ratings`,
      '/points/x/ratings.csv',
      `/bodies/${randomUUID()}/ratings.csv`,
    ])
      expect((await get(path)).status, path).toBe(404);
  });

  it('take three statements, however many ratings there are', async () => {
    await get(`/bodies/${bodyId}/ratings`);
    statements.splice(0);
    await get(`/bodies/${bodyId}/ratings`);
    expect(statements.filter((s) => /rating/.test(s))).toHaveLength(3);
  });
});

describe('points of a body', () => {
  it('come page by page, each once, with the ratings of twelve months', async () => {
    await database.owner`
      insert into service_point (id, code, code_key_version, kind, channel, name, place_name, body_id, division, revoked_at)
      select gen_random_uuid(), 'TEST' || i, 1, 'window', 'offline', i || '号窗口', '大厅', body_id, division, case when i > 23 then now() end
      from service_point p, generate_series(1, 25) i where p.id = ${pointId}`;
    const seen: string[] = [];
    const ctx = counterCtx(database);
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pointsOfBody>> = await pointsOfBody(ctx, bodyId, cursor);
      expect(page.points.length).toBeLessThanOrEqual(10);
      seen.push(...page.points.map((point) => point.id));
      const known = page.points.find((point) => point.id === pointId);
      if (known) expect(known).toMatchObject({ total: 40, satisfied: 36 });
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(24); // revoked ones that nobody rated are not shown
    await expect(pointsOfBody(ctx, bodyId, 'forged')).rejects.toMatchObject({ code: 'cursor.invalid' });
  });
});
