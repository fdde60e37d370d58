import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Actor } from '../../api/domain/official.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ensureMatters, type Official, publish, publishers } from '../support/disclosures.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
let record: string;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  const found = await publishers(db);
  const fresh = (who: Official): Official => ({ ...who, factorAge: 0 });
  people = {
    author: fresh(found.author),
    second: fresh(found.second),
    third: fresh(found.third),
    stranger: fresh(found.stranger),
  };
  record = await publish(db, people);
}, 60_000);
afterAll(() => db?.end());

const TEXT =
  '样例市中级人民法院\n原告：赵敏敏，女，住样例市高新区幸福路12号，电话13800138000。\n原告赵敏敏诉称，奖励没有兑现。';
async function call(path: string, actor?: Actor, body?: unknown) {
  const method = body === undefined ? 'GET' : 'POST';
  const headers = { 'content-type': 'application/json' };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await createApp(() => db.ctx(actor)).request(`/api/v1/officials/disclosures/${path}`, init);
  const said = await answer.text();
  return { status: answer.status, cache: answer.headers.get('cache-control'), json: said ? JSON.parse(said) : null };
}
const text = () => `${record}/text`;

test('a text is put, reviewed by another with a reason, approved by the hash, and removed', async () => {
  expect((await call(text(), people.author)).json).toEqual({
    text: null,
    may: { put: true, review: false, approve: false },
  });
  const put = await call(text(), people.author, { text: TEXT, names: ['小鲤鱼'] });
  expect(put).toMatchObject({ status: 201, cache: 'no-store', json: { changes: true } });
  const draft = await call(text(), people.second);
  expect(draft.json).toMatchObject({ text: { approvedAt: null, own: false, shown: false }, may: { approve: true } });
  expect(JSON.stringify(draft.json)).not.toMatch(/赵敏敏|13800138000/);

  const review = await call(`${text()}/review`, people.second, { why: '核对隐名处理' });
  expect(review).toMatchObject({ status: 200, cache: 'no-store' });
  expect(review.json).toMatchObject({ original: TEXT, names: ['小鲤鱼'], textSha256: put.json.textSha256 });
  const [first] = review.json.replacements;
  expect(TEXT.slice(first.start, first.end)).toBe(first.from);

  const { textSha256 } = review.json;
  expect((await call(`${text()}/approval`, people.author, { textSha256 })).status).toBe(403); // who put it
  expect((await call(`${text()}/approval`, people.third, { textSha256 })).status).toBe(409); // has not read it
  expect((await call(`${text()}/approval`, people.second, { textSha256 })).status).toBe(204);
  expect((await call(text(), people.second)).json.text.approvedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect((await call(`${text()}/removal`, people.third, {})).status).toBe(204);
  expect((await call(text(), people.second)).json.text).toBeNull();
  expect((await call(`${text()}/removal`, people.third, {})).status).toBe(404);
});

test('each address answers 400, 401, 403, 404, 409 and 413 as it must', async () => {
  await call(text(), people.author, { text: TEXT });
  const auditor: Actor = { ...people.third, grants: people.third.grants.map((g) => ({ ...g, role: 'auditor' })) };
  const { factorAge: _, ...stale } = people.second;
  const hash = { textSha256: '0'.repeat(64) };
  const asked: [string, unknown, Actor | undefined, number][] = [
    ['', undefined, undefined, 401],
    ['', undefined, people.stranger, 404],
    ['', { text: '' }, people.author, 400],
    ['', { text: TEXT, unknown: 1 }, people.author, 400],
    ['', { text: TEXT }, undefined, 401],
    ['', { text: TEXT }, auditor, 403],
    ['', { text: TEXT }, people.stranger, 404],
    ['', { text: '判'.repeat(200_000) }, people.author, 400], // over 500,000 bytes
    ['', { text: '判'.repeat(400_000) }, people.author, 413],
    ['/review', { why: '' }, people.second, 400],
    ['/review', { why: '核对' }, undefined, 401],
    ['/review', { why: '核对' }, auditor, 403],
    ['/review', { why: '核对' }, stale, 403],
    ['/review', { why: '核对' }, people.stranger, 404],
    ['/approval', { textSha256: 'x' }, people.second, 400],
    ['/approval', hash, undefined, 401],
    ['/approval', hash, auditor, 403],
    ['/approval', hash, people.stranger, 404],
    ['/approval', hash, people.second, 409],
    ['/removal', {}, undefined, 401],
    ['/removal', {}, auditor, 403],
    ['/removal', {}, people.stranger, 404],
  ];
  for (const [path, body, actor, status] of asked)
    expect([path, status, (await call(`${text()}${path}`, actor, body)).status]).toEqual([path, status, status]);
  expect((await call(`${randomUUID()}/text`, people.author)).status).toBe(404);
  // A kind that comes from no court has no text.
  const honour = await publish(db, people, {
    kind: 'honour',
    caseNumber: null,
    court: null,
    outcome: null,
    documentNumber: '样信奖〔2026〕1号',
    decidingBody: '样例市人民政府',
  });
  expect((await call(`${honour}/text`, people.author, { text: TEXT })).status).toBe(409);
});
