import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Actor } from '../../api/domain/official.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ensureMatters, type Official, publish, publishers, request } from '../support/disclosures.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official };
let record: string;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  record = await publish(db, people);
}, 60_000);
afterAll(() => db?.end());

const call = (path: string, body?: unknown, actor?: Actor, more: Parameters<TestDatabase['ctx']>[1] = {}) =>
  createApp(() => db.ctx(actor, more)).request(`/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const status = async (...asked: Parameters<typeof call>) => (await call(...asked)).status;

describe('an objection by the interface', () => {
  test('answers 201 with a code, 200 to the same form, and tells by the code where it stands', async () => {
    const form = request();
    const first = await call(`/disclosures/${record}/objections`, form);
    expect(first.status).toBe(201);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const filed = (await first.json()) as { queryCode: string };
    const again = await call(`/disclosures/${record}/objections`, form);
    expect([again.status, ((await again.json()) as { queryCode: string }).queryCode]).toEqual([200, filed.queryCode]);
    const tracked = await call('/disclosure-requests/lookup', { queryCode: filed.queryCode });
    expect(await tracked.json()).toMatchObject({ record, kind: 'objection', standing: 'held', outcome: null });
  });

  test('answers 400, 403, 404, 409 and 429 as it must', async () => {
    expect(await status(`/disclosures/${record}/objections`, request({ reasons: '' }))).toBe(400);
    expect(await status(`/disclosures/${record}/objections`, request({ unknown: 1 }))).toBe(400);
    expect(await status('/disclosure-requests/lookup', { queryCode: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF' })).toBe(403);
    expect(await status(`/disclosures/${randomUUID()}/objections`, request())).toBe(404);
    const early = request({ party: 'body', performedOn: '2026-01-05' });
    expect(await status(`/disclosures/${record}/repairs`, early)).toBe(409); // a lost judgment knows no repair
    const limits = { ...db.deps.limits, filings: 0 };
    expect(await status(`/disclosures/${record}/objections`, request(), undefined, { limits, source: 'flood' })).toBe(
      429,
    );
  });
});

describe('the life of a record by the interface', () => {
  const draft = {
    kind: 'honour',
    bodyName: '样例市商务局',
    division: '9901',
    matter: 'investment_promotion',
    documentNumber: '样信奖〔2026〕9号',
    decidingBody: '样例市人民政府',
    decidedOn: '2026-01-05',
    summary: '连续三年承诺全部兑现。',
    source: '表彰决定',
  };
  test('is that of the pages: drafted, handed in, approved by another', async () => {
    const made = await call('/officials/disclosures', draft, people.author);
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    expect(
      await (await call(`/officials/disclosures/${id}/submit`, { version: 1 }, people.author)).json(),
    ).toMatchObject({
      state: 'in_review',
      version: 2,
    });
    expect(await status(`/officials/disclosures/${id}/approve`, { version: 2 }, people.author)).toBe(403);
    expect(await status(`/officials/disclosures/${id}/approve`, { version: 1 }, people.second)).toBe(409);
    expect(await status(`/officials/disclosures/${id}/approve`, { version: 2 }, people.second)).toBe(200);
    const one = await call(`/officials/disclosures/${id}`, undefined, people.third);
    expect(await one.json()).toMatchObject({ state: 'published', version: 3, objection: 'none' });
    const list = await call('/officials/disclosures?state=published', undefined, people.third);
    expect(((await list.json()) as { items: { id: string }[] }).items.map((item) => item.id)).toContain(id);
  });

  test('answers 400, 401, 403 and 404 as it must', async () => {
    expect(await status('/officials/disclosures', draft)).toBe(401);
    expect(await status('/officials/disclosures', { ...draft, documentNumber: '' }, people.author)).toBe(400);
    const handler: Official = {
      ...people.author,
      grants: [{ role: 'handler', bodyId: people.author.grants[0]!.bodyId }],
    };
    expect(await status('/officials/disclosures', draft, handler)).toBe(403);
    expect(await status(`/officials/disclosures/${record}/explode`, { version: 1 }, people.author)).toBe(400);
    expect(await status(`/officials/disclosures/${record}/expire`, { version: 3 }, people.author)).toBe(400);
    expect(await status(`/officials/disclosures/${record}/approve`, { version: 3 })).toBe(401);
    expect(await status(`/officials/disclosures/${randomUUID()}/approve`, { version: 3 }, people.author)).toBe(404);
    expect(await status(`/officials/disclosures/${randomUUID()}`, undefined, people.author)).toBe(404);
    expect(await status('/officials/disclosures')).toBe(401);
    expect(await status('/officials/disclosures?state=nowhere', undefined, people.author)).toBe(400);
  });
});
