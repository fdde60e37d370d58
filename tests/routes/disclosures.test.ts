import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { withdrawDisclosure } from '../../api/services/disclosures/withdraw.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ensureMatters, type Official, publish, publishers } from '../support/disclosures.ts';

let db: TestDatabase;
let people: { author: Official; second: Official };
let record: string;
let gone: string;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  record = await publish(db, people, { summary: '=HYPERLINK("http://x")，承诺的奖励没有兑现。' });
  await publish(db, people, { summary: '第二条，“有引号”，\n有换行。' });
  gone = await publish(db, people);
  await withdrawDisclosure(db.ctx(people.author), gone, { version: 3, reasonClass: 'mistaken', reason: '有误' });
}, 60_000);
afterAll(() => db?.end());

const get = (path: string, headers: Record<string, string> = {}) =>
  createApp(() => db.ctx()).request(path, { headers });

describe('the list of records', () => {
  test('answers 200 with items and the mark of the next page', async () => {
    const first = await get('/api/v1/disclosures?limit=1');
    expect(first.status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const page = (await first.json()) as { items: { id: string }[]; nextCursor: string };
    expect(Object.keys(page)).toEqual(['items', 'nextCursor', 'inFullText']);
    expect(first.headers.get('link')).toContain('rel="next"');
    const second = (await (await get(`/api/v1/disclosures?limit=1&cursor=${page.nextCursor}`)).json()) as typeof page;
    expect(second.items).toHaveLength(1);
    expect(second.items[0]?.id).not.toBe(page.items[0]?.id);
    expect(second.nextCursor).toBeNull();
  });

  test('answers 400 with the field for what it does not understand', async () => {
    for (const [query, field] of [
      ['kind=weather', 'kind'],
      ['year=12', 'year'],
      ['limit=1000', 'limit'],
      ['body=x', 'body'],
      ['division=3', 'division'],
    ] as const) {
      const answer = await get(`/api/v1/disclosures?${query}`);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { fields: { path: string }[] }).fields[0]?.path).toBe(field);
    }
    expect((await get('/api/v1/disclosures?cursor=forged')).status).toBe(400);
    expect((await get('/api/v1/disclosures?unknown=1')).status).toBe(400);
  });
});

describe('one record', () => {
  test('answers 200 with sources and versions', async () => {
    const answer = await get(`/api/v1/disclosures/${record}`);
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ id: record, kind: 'lost_judgment', history: [{ version: 1 }] });
    for (const hidden of [
      'createdBy',
      'approvedBy',
      'submittedBy',
      'naturalKey',
      'batchId',
      'publisherId',
      'caseId',
      'state',
    ]) {
      expect(body).not.toHaveProperty(hidden);
    }
  });

  test('answers 410 with a tombstone once it is withdrawn, and 404 where there never was one', async () => {
    const answer = await get(`/api/v1/disclosures/${gone}`);
    expect(answer.status).toBe(410);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ code: 'resource.gone', state: 'withdrawn', reason: 'mistaken' });
    expect(JSON.stringify(body)).not.toContain('样例市');
    expect((await get('/api/v1/disclosures/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await get('/api/v1/disclosures/x')).status).toBe(404);
  });
});

describe('files', () => {
  test.each(['/api/v1/disclosures', '/api/v1/disclosures.csv', '/feeds/disclosures.atom', '/sitemap.xml'])(
    'have a strong ETag and answer 304 to it until something changes: %s',
    async (path) => {
      const first = await get(path);
      const etag = first.headers.get('etag') ?? '';
      await first.text();
      expect(etag).toMatch(/^"[^"]+"$/);
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
      const passing = await publish(db, people);
      expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
      await withdrawDisclosure(db.ctx(people.author), passing, { version: 3, reasonClass: 'duplicate', reason: 'x' });
    },
  );

  test('as CSV open in a spreadsheet and run no formula', async () => {
    const answer = await get('/api/v1/disclosures.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2);
    expect(rows.find((r) => r.id === record)?.summary).toMatch(/^'=HYPERLINK/);
    expect(rows.find((r) => r.id !== record)?.summary).toBe('第二条，“有引号”，\n有换行。');
    expect(rows[0]?.divisionName).toBe('样例市');
  });

  test('as Atom hold the same selection', async () => {
    const answer = await get('/feeds/disclosures.atom?q=第二条');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = await answer.text();
    expect(xml.match(/<entry>/g)).toHaveLength(1);
    expect(xml).not.toContain(record);
    expect((await get('/feeds/disclosures.atom?kind=x')).status).toBe(400);
  });
});
