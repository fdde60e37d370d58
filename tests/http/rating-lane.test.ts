import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFront, type Front } from '../../api/front.ts';
import { createMetrics } from '../../api/metrics.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ratingInput } from '../support/rating.ts';

let database: TestDatabase;
let front: Front;
let url: string;
const added: unknown[] = [];
beforeAll(async () => {
  database = await testDatabase({ limits: { filings: 1, ratings: 50, lookups: 1, uploads: 1 } });
  const { deps, signIn } = database;
  const ratings = {
    add: async (entry: Parameters<typeof deps.ratings.add>[0]) => {
      added.push(entry);
      return deps.ratings.add(entry);
    },
  };
  front = createFront({
    built: {
      deps: { ...deps, ratings },
      signIn,
      sso: null,
      pools: { sql: deps.sql, db: deps.db, end: async () => {} },
      reserve: { sql: deps.sql, db: deps.db, end: async () => {} },
      end: async () => {},
    },
    dist: database.config.evidenceDir,
    site: (_req, res) => void res.writeHead(404).end(),
    trustedProxies: [],
    metrics: createMetrics(),
    mailDir: null,
  });
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}/api/v1/ratings`;
});
afterAll(async () => {
  await new Promise((resolve) => front.server.close(resolve));
  await database.end();
});

const post = async (body: string, headers: Record<string, string> = {}, to = url) => {
  const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const known = ['content-type', 'cache-control', 'content-security-policy', 'x-content-type-options', 'retry-after'];
  return {
    status: answer.status,
    headers: Object.fromEntries(known.map((name) => [name, answer.headers.get(name)])),
    body: (await answer.json()) as Record<string, unknown>,
  };
};
/** A query leads to the router; nothing of an answer may differ. */
const routed = (body: string, headers: Record<string, string> = {}) => post(body, headers, `${url}?`);

describe('a rating that comes by the short way', () => {
  it('is answered as the router answers it, first, again and when refused', async () => {
    const input = ratingInput({ level: 2, words: '没有人' });
    const first = await post(JSON.stringify(input));
    expect(first.status).toBe(201);
    const again = await post(JSON.stringify(input));
    const slowly = await routed(JSON.stringify(input));
    expect(again).toEqual({ ...first, status: 200 });
    expect(slowly.body).toEqual(again.body);
    expect(slowly.status).toBe(200);
    expect(slowly.headers).toEqual(again.headers);
    for (const wrong of [
      { ...input, level: 5 },
      ratingInput({ code: 'ABCDEFGHJKMNPQRS' }),
      ratingInput({ level: 7 }),
    ]) {
      const [a, b] = [await post(JSON.stringify(wrong)), await routed(JSON.stringify(wrong))];
      expect(a.status).toBeGreaterThanOrEqual(400);
      expect({ ...a, body: { ...a.body, requestId: '' } }).toEqual({ ...b, body: { ...b.body, requestId: '' } });
    }
  });

  it('goes to the router where it is no JSON, not whole, too large, or speaks of something else', async () => {
    const before = added.length;
    expect((await post('{"level":')).status).toBe(400);
    expect((await post('[]')).status).toBe(400);
    expect((await post('null')).status).toBe(400);
    expect((await post('{"__proto__":{"level":5}}')).status).toBe(400);
    expect((await post(JSON.stringify(ratingInput()), { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await post(JSON.stringify({ ...ratingInput(), more: 'x'.repeat(300_000) }))).status).toBe(413);
    expect((await post(JSON.stringify({ ...ratingInput(), more: 'x'.repeat(30_000) }))).status).toBe(400);
    expect((await post(JSON.stringify(ratingInput()), { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(added.length).toBe(before);
  });

  it('counts against the limit of its source', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => post(JSON.stringify(ratingInput()))));
    const refused = answers.filter((a) => a.status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(refused.length).toBeLessThan(15);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
