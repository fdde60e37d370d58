import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Actor } from '../../api/domain/official.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ensureMatters, type Official, publish, publishers, request } from '../support/disclosures.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
let record: string;
let queryCode: string;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  record = await publish(db, people);
  const form = JSON.stringify(request());
  const filed = await call(`/disclosures/${record}/objections`, { body: form });
  ({ queryCode } = (await filed.json()) as { queryCode: string });
}, 60_000);
afterAll(() => db?.end());

function call(path: string, init: RequestInit = {}, actor?: Actor, more: Parameters<TestDatabase['ctx']>[1] = {}) {
  const headers: Record<string, string> = typeof init.body === 'string' ? { 'content-type': 'application/json' } : {};
  const method = init.body === undefined ? 'GET' : 'POST';
  return createApp(() => db.ctx(actor, more)).request(`/api/v1${path}`, { method, headers, ...init });
}
function upload(fields: Record<string, string>, name: string | null, content = '付款凭证', more = {}) {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  if (name !== null) body.append('file', new Blob([content]), name);
  return call('/disclosure-requests/evidence', { body }, undefined, more);
}
const json = (value: object) => ({ body: JSON.stringify(value) });

describe('files of an objection by the interface', () => {
  test('are added and read by the code, and read by the officials who decide', async () => {
    const added = await upload({ queryCode }, '凭证.txt');
    expect([added.status, added.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const { id } = (await added.json()) as { id: string };
    const tracked = await call('/disclosure-requests/lookup', json({ queryCode }));
    expect(await tracked.json()).toMatchObject({ files: [{ id, name: '凭证.txt', scan: 'unscanned' }], erased: false });
    const own = await call(`/disclosure-requests/evidence/${id}`, json({ queryCode }));
    expect([own.status, await own.text()]).toEqual([200, '付款凭证']);
    expect(own.headers.get('content-disposition')).toContain('attachment');

    const list = await call(`/officials/disclosures/${record}/requests`, {}, people.third);
    const { items } = (await list.json()) as { items: { id: string; files: object[] }[] };
    expect(items).toMatchObject([{ kind: 'objection', standing: 'held', overdue: false, files: [{ id }] }]);
    const address = `/officials/disclosures/${record}/requests/${items[0]?.id}/files/${id}`;
    expect((await call(address, {}, people.third)).status).toBe(409); // nobody scanned it
    const opened = await call(`${address}?confirmed=yes`, {}, people.third);
    expect([opened.status, await opened.text()]).toEqual([200, '付款凭证']);
    expect((await call(address)).status).toBe(401);
    expect((await call(address, {}, people.stranger)).status).toBe(404);
    const auditor: Actor = { ...people.third, grants: [{ ...people.third.grants[0]!, role: 'auditor' }] };
    expect((await call(address, {}, auditor)).status).toBe(403);
    expect((await call(`/officials/disclosures/${record}/requests`)).status).toBe(401);
    expect((await call(`/officials/disclosures/${record}/requests`, {}, people.stranger)).status).toBe(404);
  });

  test('answer 400, 403, 404, 413, 415 and 429 as they must', async () => {
    expect((await upload({ queryCode }, null)).status).toBe(400);
    expect((await upload({}, 'a.txt')).status).toBe(403);
    expect((await upload({ queryCode: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF' }, 'a.txt')).status).toBe(403);
    expect((await upload({ queryCode }, 'a.exe')).status).toBe(415);
    expect((await upload({ queryCode }, 'a.txt', 'a'.repeat(20 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await call(`/disclosure-requests/evidence/${randomUUID()}`, json({ queryCode }))).status).toBe(404);
    const limits = { ...db.deps.limits, uploads: 0 };
    expect((await upload({ queryCode }, 'a.txt', 'a', { limits, source: 'flood' })).status).toBe(429);
  });
});
