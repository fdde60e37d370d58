import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { EXAMPLE_POINT_CODE } from '../../api/domain/point-code.ts';
import { ratingRoutes } from '../../api/routes/ratings.ts';
import type { Ctx } from '../../api/services/context.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { counterCtx, ratingInput } from '../support/rating.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const call = async (path: string, body?: unknown, changes: Partial<Ctx> = {}) => {
  const app = createApp(() => counterCtx(database, changes));
  const init =
    body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await app.request(path, { headers: { 'content-type': 'application/json' }, ...init });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

describe('GET /api/v1/service-points/{code}', () => {
  it('answers the point with levels and indicators of its channel', async () => {
    const { status, body } = await call(`/api/v1/service-points/${EXAMPLE_POINT_CODE}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: EXAMPLE_POINT_CODE,
      channel: 'offline',
      levels: [5, 4, 3, 2, 1],
      indicators: ['efficiency', 'competence', 'attitude'],
    });
    expect(Object.keys(body).sort()).toEqual([
      'body',
      'channel',
      'code',
      'division',
      'indicators',
      'kind',
      'levels',
      'name',
      'nameEn',
      'placeName',
      'placeNameEn',
    ]);
  });

  it('answers 404 for what is no code of ours', async () => {
    const { status, body } = await call('/api/v1/service-points/ABCD-EFGH-JKMN-PQRS');
    expect([status, body.code]).toEqual([404, 'rating.code_invalid']);
  });
});

describe('POST /api/v1/ratings', () => {
  it('answers 201, then 200 with the same', async () => {
    const input = ratingInput({ level: 2 });
    const first = await call('/api/v1/ratings', input);
    expect(first.status).toBe(201);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const again = await call('/api/v1/ratings', input);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });

  it('answers twenty at once with one rating', async () => {
    const input = ratingInput({ level: 1 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => call('/api/v1/ratings', input)));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 200)).toHaveLength(19);
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
  });

  it('answers 400 with the fields, and for what is no JSON', async () => {
    const wrong = await call('/api/v1/ratings', ratingInput({ level: 9, extra: 1 }));
    expect(wrong.status).toBe(400);
    expect(wrong.body.fields.length).toBeGreaterThan(0);
    expect((await call('/api/v1/ratings', '{')).status).toBe(400);
  });

  it('answers 404 for a code that is not ours and 409 for other content under the same id', async () => {
    expect((await call('/api/v1/ratings', ratingInput({ code: 'ABCDEFGHJKMNPQRS' }))).status).toBe(404);
    const input = ratingInput();
    await call('/api/v1/ratings', input);
    expect((await call('/api/v1/ratings', { ...input, level: 4 })).status).toBe(409);
  });

  it('answers 429 with Retry-After beyond the limit of a source', async () => {
    const changes = { source: 'flood', limits: { ...database.deps.limits, ratings: 1 } };
    await call('/api/v1/ratings', ratingInput(), changes);
    const { status, headers } = await call('/api/v1/ratings', ratingInput(), changes);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('carries an example that works', async () => {
    const document = ratingRoutes().getOpenAPI31Document({ openapi: '3.1.0', info: { title: 't', version: '1' } });
    const content = (
      (document.paths?.['/api/v1/ratings']?.post?.requestBody ?? {}) as {
        content: Record<string, { example: unknown }>;
      }
    ).content;
    expect((await call('/api/v1/ratings', content['application/json']?.example)).status).toBe(201);
  });
});
