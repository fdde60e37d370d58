import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { bodyId } from '../../db/reference/body-id.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  db = await testDatabase();
  app = createApp((request) =>
    db.ctx({ kind: 'public' }, { locale: request.headers.get('accept-language')?.startsWith('en') ? 'en' : 'zh-CN' }),
  );
});
afterAll(() => db.end());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at freely here, their shape is checked by the contract
const get = async (path: string, headers = {}): Promise<{ status: number; body: any; headers: Headers }> => {
  const response = await app.request(path, { headers });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null, headers: response.headers };
};
const fetched = (q: string) => get(`/api/v1/bodies?q=${encodeURIComponent(q)}`);

describe('GET /api/v1/divisions', () => {
  test('gives the provinces, the cities of Jiangsu, the places of 滨湖区', async () => {
    const provinces = (await get('/api/v1/divisions')).body.items;
    expect(provinces.map((d: { name: string }) => d.name)).toContain('江苏省');
    const cities = await get('/api/v1/divisions?parent=32');
    expect(cities.body.items).toHaveLength(13);
    expect(cities.body.nextCursor).toBeNull();
    expect((await get('/api/v1/divisions?parent=320211')).body.items[0]).toMatchObject({ level: 'township' });
  });
  test('understands the six-digit form of a city', async () => {
    expect((await get('/api/v1/divisions?parent=320200')).body.items[0].parent).toBe('3202');
  });
  test('refuses what is no code (400) and what is no place (404)', async () => {
    expect((await get('/api/v1/divisions?parent=abc')).status).toBe(400);
    expect((await get('/api/v1/divisions?parent=32&x=1')).status).toBe(400);
    expect((await get('/api/v1/divisions?parent=3299')).status).toBe(404);
  });
  test('answers 304 to who has it already', async () => {
    const { headers } = await get('/api/v1/divisions?parent=32');
    expect((await get('/api/v1/divisions?parent=32', { 'if-none-match': headers.get('etag') })).status).toBe(304);
  });
});

describe('matters', () => {
  test('are listed in everyday words', async () => {
    const { body } = await get('/api/v1/matters');
    expect(body.items).toHaveLength(14);
    expect(body.items[0]).toMatchObject({ code: 'investment_promotion' });
    expect(body.items[0]).not.toHaveProperty('words');
  });
  const suggest = (body: unknown) =>
    app.request('/api/v1/matters/suggest', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  test('are suggested with the words that spoke', async () => {
    const response = await suggest({ text: '县里招商引资时承诺的奖励，三年没有兑现' });
    expect(response.status).toBe(200);
    const { items } = (await response.json()) as { items: { code: string; words: string[] }[] };
    expect(items[0]).toMatchObject({ code: 'investment_promotion' });
    expect(items[0]?.words).toContain('招商引资');
    expect(items.at(-1)?.code).toBe('other');
  });
  test('need a text (400)', async () => {
    expect((await suggest({ text: '' })).status).toBe(400);
    expect((await suggest({ text: 'x', y: 1 })).status).toBe(400);
    expect((await suggest('{')).status).toBe(400);
  });
});

describe('GET /api/v1/bodies', () => {
  test('finds former names and says them', async () => {
    const { body } = await fetched('南京市国土资源局');
    expect(body.items[0]).toMatchObject({ name: '南京市规划和自然资源局', exists: true, matched: '南京市国土资源局' });
    expect(body.items[0].formerNames).toContain('南京市国土资源局');
    expect(body.items[1]).toMatchObject({ name: '南京市国土资源局', exists: false });
    expect(body.items[1].successor.name).toBe('南京市规划和自然资源局');
  });
  test('pages by a cursor without gaps or repeats', async () => {
    const seen: string[] = [];
    let path = '/api/v1/bodies?division=320211&limit=7';
    for (let i = 0; i < 10; i++) {
      const { body } = await get(path);
      seen.push(...body.items.map((b: { id: string }) => b.id));
      if (!body.nextCursor) break;
      path = `/api/v1/bodies?division=320211&limit=7&cursor=${body.nextCursor}`;
    }
    expect(seen.length).toBeGreaterThan(25);
    expect(new Set(seen).size).toBe(seen.length);
  });
  test('refuses a forged cursor, one of another list, and a limit out of bounds (400)', async () => {
    const { nextCursor } = (await get('/api/v1/bodies?division=320211&limit=1')).body;
    for (const query of [`cursor=x`, `division=3202&cursor=${nextCursor}`, 'limit=0', 'limit=101', 'division=x'])
      expect((await get(`/api/v1/bodies?${query}`)).status, query).toBe(400);
  });
});

describe('GET /api/v1/bodies/{id}', () => {
  test('gives lineage and duties, those under a former name too', async () => {
    const { body } = await get(`/api/v1/bodies/${bodyId('南京市司法局', '3201')}`);
    expect(body.predecessors[0]).toMatchObject({ body: { name: '南京市法制办公室' }, certainty: 'report' });
    expect(body.duties.map((d: { named: string }) => d.named)).toContain('市法制办');
    expect(body.superior.name).toBe('南京市人民政府');
    expect(body.uscc).toBeNull();
  });
  test('answers 404 for an unknown id, whatever its form', async () => {
    for (const id of ['0', '00000000-0000-4000-8000-000000000000'])
      expect((await get(`/api/v1/bodies/${id}`)).status).toBe(404);
  });
});

describe('GET /api/v1/routing', () => {
  const id = bodyId('无锡市滨湖区人民政府', '320211');
  test('answers who, by which clause, and why in words of the reader’s language', async () => {
    const path = `/api/v1/routing?respondent=${id}&matter=investment_promotion&kind=promise`;
    const { status, body } = await get(path);
    expect(status).toBe(200);
    expect(body.respondent).toEqual({ id, name: '无锡市滨湖区人民政府', division: '320211' });
    expect(body.handler).toMatchObject({ name: '无锡市商务局', division: '3202' });
    expect(body.basis[0]).toMatchObject({ document: '锡信用办〔2023〕4号', clause: '10' });
    expect(body.steps[0].text).toContain('无锡市');
    for (const step of body.steps) expect(step.text).not.toMatch(/[{}]/);
    expect(body.clocks[0]).toMatchObject({ starts: 'filed', unit: 'working_day' });
    expect((await get(path, { 'accept-language': 'en' })).body.steps[0].text).toContain('level above');
  });
  test('takes any kind with any matter', async () => {
    for (const kind of ['promise', 'old_debt', 'arrears', 'tip_off', 'service', 'other'])
      for (const matter of ['arrears', 'ppp', 'other'])
        expect((await get(`/api/v1/routing?respondent=${id}&matter=${matter}&kind=${kind}`)).status).toBe(200);
  });
  test('refuses a bad question (400) and does not know an unknown body (404)', async () => {
    expect((await get('/api/v1/routing')).status).toBe(400);
    expect((await get(`/api/v1/routing?respondent=${id}&matter=x`)).status).toBe(400);
    expect((await get(`/api/v1/routing?respondent=x`)).status).toBe(400);
    const unknown = await get(
      '/api/v1/routing?respondent=00000000-0000-4000-8000-000000000000&matter=other&kind=other',
    );
    expect(unknown).toMatchObject({ status: 404, body: { code: 'routing.unknown_respondent' } });
  });
});
