import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { OwnCaseView } from '../../api/contracts/casework.ts';
import type { Ctx } from '../../api/services/context.ts';
import { acceptCase, answerCase, fileAndSit } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { filingCtx } from '../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const post = async (path: string, body: unknown, changes: Partial<Ctx> = {}) => {
  const app = createApp(() => filingCtx(database, { source: randomUUID(), ...changes }));
  const response = await app.request(`/api/v1/cases/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

const WRONG = 'CCCC-CCCC-CCCC-CCCC-CCCC-CCCC';
const ACTS = [
  { path: 'lookup', body: {}, good: 200 },
  { path: 'messages', body: { text: '请问进展如何？' }, good: 201 },
  { path: 'withdraw', body: {}, good: 200 },
] as const;

describe.each(ACTS)('POST /api/v1/cases/{number}/$path', ({ path, body, good }) => {
  it('answers with the code, and keeps the answer out of every cache', async () => {
    const d = await fileAndSit(database);
    const answer = await post(`${d.number}/${path}`, { queryCode: d.code, ...body });
    expect(answer.status).toBe(good);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('answers an unknown number and a wrong code alike with 403', async () => {
    const d = await fileAndSit(database);
    const wrong = await post(`${d.number}/${path}`, { queryCode: WRONG, ...body });
    const unknown = await post(`JN2031-9999999-0/${path}`, { queryCode: WRONG, ...body });
    expect(wrong.status).toBe(403);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(unknown.status).toBe(403);
  });

  it('answers 400 without a code or with unknown keys, 429 above the limit', async () => {
    const d = await fileAndSit(database);
    expect((await post(`${d.number}/${path}`, body)).status).toBe(400);
    expect((await post(`${d.number}/${path}`, { queryCode: d.code, ...body, state: 'closed' })).status).toBe(400);
    const limits = { ...database.deps.limits, lookups: 0 };
    const limited = await post(`${d.number}/${path}`, { queryCode: d.code, ...body }, { limits });
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the case over the API', () => {
  it('is exactly what the contract allows', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    await answerCase(d);
    const { body } = await post(`${d.number}/lookup`, { queryCode: d.code });
    expect(OwnCaseView.safeParse(body).error).toBeUndefined();
  });

  it('takes a verdict once per answer, and 409 in other states', async () => {
    const d = await fileAndSit(database);
    const early = await post(`${d.number}/verdict`, { queryCode: d.code, verdict: 'solved' });
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'case.transition_refused', params: { reason: 'state' } },
    });
    await acceptCase(d);
    await answerCase(d);
    const given = await post(`${d.number}/verdict`, { queryCode: d.code, verdict: 'solved' });
    expect(given).toMatchObject({ status: 200, body: { number: d.number, state: 'answered' } });
    expect((await post(`${d.number}/verdict`, { queryCode: d.code, verdict: 'solved' })).status).toBe(409);
    expect((await post(`${d.number}/verdict`, { queryCode: d.code, verdict: 'great' })).status).toBe(400);
    expect((await post(`${d.number}/verdict`, { queryCode: WRONG, verdict: 'solved' })).status).toBe(403);
  });

  it('takes a second withdrawal as a conflict', async () => {
    const d = await fileAndSit(database);
    await post(`${d.number}/withdraw`, { queryCode: d.code });
    expect((await post(`${d.number}/withdraw`, { queryCode: d.code })).status).toBe(409);
    expect((await post(`${d.number}/messages`, { queryCode: d.code, text: '再说一句' })).status).toBe(409);
  });
});
