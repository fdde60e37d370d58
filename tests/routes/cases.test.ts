import { createHash } from 'node:crypto';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Ctx } from '../../api/services/context.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, filingCtx } from '../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const post = async (body: unknown, changes: Partial<Ctx> = {}) => {
  const app = createApp(() => filingCtx(database, changes));
  const response = await app.request('/api/v1/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

describe('POST /api/v1/cases', () => {
  it('answers 201 with exactly number, code, handler, clocks and screening, then 200 with the same', async () => {
    const input = complaint();
    const first = await post(input);
    expect(first.status).toBe(201);
    expect(Object.keys(first.body).sort()).toEqual(['clocks', 'handler', 'number', 'queryCode', 'screening']);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const again = await post(input);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });

  it('answers twenty at once with one case', async () => {
    const input = complaint();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(input)));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 200)).toHaveLength(19);
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
  });

  it('answers 409 where the same id comes with other content', async () => {
    const input = complaint();
    await post(input);
    const other = await post({ ...input, demands: ['另一项要求'] });
    expect(other).toMatchObject({ status: 409, body: { code: 'submission.payload_differs' } });
  });

  it('answers 400 with a sentence for each bad field', async () => {
    const { status, body } = await post(complaint({ submissionId: 'x', amount: '12万', demands: [], contact: {} }));
    expect(status).toBe(400);
    expect(body.fields.map((f: { path: string; code: string }) => [f.path, f.code])).toEqual(
      expect.arrayContaining([
        ['submissionId', 'submission_id'],
        ['amount', 'amount_unit'],
        ['demands', 'too_small'],
      ]),
    );
    expect(await post('{"a":')).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    expect(await post(complaint({ submissionId: '6ba7b810-9dad-11d1-80b4-00c04fd430c8' }))).toMatchObject({
      status: 400,
    });
    expect(await post(complaint({ respondentId: '6ba7b810-9dad-41d1-80b4-00c04fd430c8' }))).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'respondentId', code: 'respondent_unknown' }] },
    });
  });

  it('answers 422 where something stands in the way of taking it', async () => {
    expect(await post(complaint({ obstacle: 'pending_proceedings' }))).toMatchObject({
      status: 422,
      body: { code: 'case.not_acceptable', params: { reason: 'pending_proceedings' } },
    });
  });

  it('answers 429 with Retry-After above the limit, and still answers retries', async () => {
    const limited = { source: 'one household', limits: { ...database.deps.limits, filings: 1 } };
    const input = complaint();
    expect((await post(input, limited)).status).toBe(201);
    const refused = await post(complaint(), limited);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post(input, limited)).status).toBe(200);
  });

  it('answers 413 to a body beyond reason', async () => {
    expect((await post(complaint({ story: '长'.repeat(300_000) }))).status).toBe(413);
  });

  it('answers 503 with Retry-After while the database is away', async () => {
    const away = Object.assign(
      () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })),
      {},
    ) as unknown as Ctx['sql'];
    const { status, headers, body } = await post(complaint(), { sql: away });
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'service.unavailable' });
    expect(headers.get('retry-after')).toBe('5');
  });
});

describe('the human check', () => {
  const challengeFor = async (submissionId: string) => {
    const app = createApp(() => filingCtx(database));
    const hash = createHash('sha256').update(submissionId).digest('hex');
    const response = await app.request(`/api/v1/human-check?for=${hash}`);
    expect(response.status).toBe(200);
    return (await response.json()) as { challenge: Parameters<typeof solveChallenge>[0]['challenge'] };
  };
  const token = async (submissionId: string) => {
    const { challenge } = await challengeFor(submissionId);
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  };

  it('lets a solved proof of work pass without screening', async () => {
    const input = complaint();
    const { status, body } = await post({ ...input, humanCheck: await token(String(input.submissionId)) });
    expect({ status, screening: body.screening }).toEqual({ status: 201, screening: 'passed' });
  });

  it('holds a filing whose proof is missing, forged or of another form, and never refuses it', async () => {
    const other = await token(String(complaint().submissionId));
    const forged = Buffer.from(
      JSON.stringify({ challenge: { parameters: { cost: 1, algorithm: 'PBKDF2/SHA-256' } }, solution: {} }),
    ).toString('base64');
    for (const humanCheck of [undefined, '', 'nonsense', forged, other]) {
      const { status, body } = await post(complaint({ humanCheck }));
      expect({ status, screening: body.screening }).toEqual({ status: 201, screening: 'held' });
    }
  });
});
