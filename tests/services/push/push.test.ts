import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { changePushKeys, createPushClient, listPushClients } from '../../../api/services/push/keys.ts';
import { lastProfile } from '../../../db/queries/imports.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publishers } from '../../support/disclosures.ts';
import { fieldCodeOf as code } from '../../support/refusal.ts';

let db: TestDatabase;
let administrator: Official;
let bodyId: string;
let key: Key;
interface Key {
  id: string;
  secret: string;
}
const PATH = '/api/v1/push/judgments';
const row = (n: number, changes: Record<string, unknown> = {}) => ({
  case_number: `（2026）苏01行终${n}号`,
  court: '样例市中级人民法院',
  judged_on: '2026-09-18',
  defendant: '样例市商务局',
  defendant_division: '9901',
  matter: 'investment_promotion',
  outcome: '判令履行',
  summary: '承诺的奖励没有兑现。',
  source: '行政判决书',
  ...changes,
});
const body = (...rows: unknown[]) => JSON.stringify({ reason: '市中院推送', rows });

beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  const { author } = await publishers(db);
  bodyId = author.grants[0]?.bodyId ?? '';
  administrator = { ...author, id: 'admin', grants: [{ role: 'administrator', bodyId }] };
  key = await made(await createPushClient(db.ctx(administrator), form()));
}, 60_000);
afterAll(() => db?.end());

const form = (changes = {}) => ({ action: 'create', bodyId, name: '市中院', scopes: ['judgments'], ...changes });
async function made({ keyId }: { keyId: string | null }): Promise<Key> {
  const { secret } = await changePushKeys(db.ctx(administrator), { action: 'show', keyId });
  return { id: keyId ?? '', secret: secret ?? '' };
}
interface Odd {
  path?: string;
  created?: number;
  nonce?: string;
  key?: Key;
  digestOf?: string;
  covered?: string;
  drop?: string;
}
/** The headers of a signed request, written from RFC 9421 and not by our own code. */
function signed(content: string, odd: Odd = {}): Record<string, string> {
  const { path = PATH, created = Math.floor(Date.now() / 1000), nonce = randomUUID(), key: by = key } = odd;
  const digest = `sha-256=:${createHash('sha256')
    .update(odd.digestOf ?? content)
    .digest('base64')}:`;
  const covered = odd.covered ?? '("@method" "@path" "content-digest")';
  const params = `${covered};created=${created};nonce="${nonce}";keyid="${by.id}";alg="hmac-sha256"`;
  const base = `"@method": POST\n"@path": ${path}\n"content-digest": ${digest}\n"@signature-params": ${params}`;
  const signature = createHmac('sha256', by.secret).update(base).digest('base64');
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'content-digest': digest,
    'signature-input': `sig1=${params}`,
    signature: `sig1=:${signature}:`,
  };
  if (odd.drop) delete headers[odd.drop];
  return headers;
}
const post = (content: string, headers: Record<string, string>, path = PATH) =>
  createApp(() => db.ctx()).request(path, { method: 'POST', body: content, headers });
async function refusal(content: string, headers: Record<string, string>, path = PATH) {
  const answer = await post(content, headers, path);
  const problem = (await answer.json()) as { code: string; params?: { reason?: string } };
  return [answer.status, problem.params?.reason ?? problem.code];
}

describe('a signed request', () => {
  test('is taken: good rows wait for a person, the others are told', async () => {
    const content = body(row(1), row(2, { outcome: '判令履型' }), row(1));
    const answer = await post(content, signed(content));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const report = (await answer.json()) as { batchId: string };
    expect(report).toMatchObject({ rows: 3, imported: 1, refused: 2 });
    expect((report as unknown as { faults: object[] }).faults).toEqual([
      { row: 2, column: 'outcome', code: 'value_unknown', value: '判令履型', suggestion: '判令履行' },
      { row: 3, column: 'case_number', code: 'twice_in_file' },
    ]);
    const [record] = await db.sql`
      select state, publisher_id, created_by from disclosure where batch_id = ${report.batchId}`;
    expect(record).toMatchObject({ state: 'in_review', publisher_id: bodyId });
    expect(String(record?.created_by)).toMatch(/^push:/);
  });

  test('sent again with a new nonce changes nothing, and a dry run writes nothing', async () => {
    const content = body(row(1));
    expect(await (await post(content, signed(content))).json()).toMatchObject({ imported: 0, unchanged: 1 });
    const dry = JSON.stringify({ reason: '试', dryRun: true, rows: [row(77)] });
    expect(await (await post(dry, signed(dry))).json()).toMatchObject({ batchId: null, refused: 0, imported: 0 });
    expect(await db.sql`select 1 from disclosure where case_number = '（2026）苏01行终77号'`).toHaveLength(0);
  });

  test('is refused once it was taken, altered, late, early, unsigned or signed by another key', async () => {
    const content = body(row(5));
    const headers = signed(content);
    expect((await post(content, headers)).status).toBe(200);
    expect(await refusal(content, headers)).toEqual([401, 'replayed']);
    expect(await refusal(body(row(6)), headers)).toEqual([401, 'digest']);
    expect(await refusal(body(row(6)), signed(body(row(6)), { digestOf: content }))).toEqual([401, 'digest']);
    const now = Math.floor(Date.now() / 1000);
    expect(await refusal(content, signed(content, { created: now - 400 }))).toEqual([401, 'time']);
    expect(await refusal(content, signed(content, { created: now + 400 }))).toEqual([401, 'time']);
    expect(await refusal(content, signed(content, { key: { ...key, secret: 'wrong' } }))).toEqual([401, 'key']);
    expect(await refusal(content, signed(content, { key: { ...key, id: randomUUID() } }))).toEqual([401, 'key']);
    expect(await refusal(content, signed(content, { path: '/api/v1/push/other' }))).toEqual([401, 'key']);
    expect(await refusal(content, signed(content, { covered: '("@method" "@path")' }))).toEqual([401, 'malformed']);
    expect(await refusal(content, signed(content, { nonce: 'short' }))).toEqual([401, 'malformed']);
    for (const drop of ['signature', 'signature-input']) {
      expect(await refusal(content, signed(content, { drop }))).toEqual([401, 'missing']);
    }
    expect(await refusal(content, signed(content, { drop: 'content-digest' }))).toEqual([401, 'digest']);
  });

  test('that breaks the contract is a 400 with fields, another table a 403, no table a 404', async () => {
    const bad = JSON.stringify({ reason: '', rows: [] });
    expect((await post(bad, signed(bad))).status).toBe(400);
    const many = body(...Array.from({ length: 201 }, (_, n) => row(n + 1)));
    expect((await post(many, signed(many))).status).toBe(400);
    const content = body(row(9));
    const other = '/api/v1/push/failed-enforcement';
    expect(await refusal(content, signed(content, { path: other }), other)).toEqual([403, 'auth.forbidden']);
    const none = '/api/v1/push/weather';
    expect(await refusal(content, signed(content, { path: none }), none)).toEqual([404, 'resource.not_found']);
  });

  test('beyond the hour’s number is a 429 that says when', async () => {
    const few = await made(await createPushClient(db.ctx(administrator), form({ perHour: '2' })));
    const content = body(row(1));
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await post(content, signed(content, { key: few }))).status);
    expect(statuses).toEqual([200, 200, 429]);
    const answer = await post(content, signed(content, { key: few }));
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a key', () => {
  test('is shown once, to whoever made it, and its secret is stored nowhere as it is', async () => {
    const { keyId } = await createPushClient(db.ctx(administrator), form());
    const other = { ...administrator, id: 'other-admin' };
    expect(await code(changePushKeys(db.ctx(other), { action: 'show', keyId }))).toBe('resource.gone');
    const { secret } = await changePushKeys(db.ctx(administrator), { action: 'show', keyId });
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await code(changePushKeys(db.ctx(administrator), { action: 'show', keyId }))).toBe('resource.gone');
    const [stored] = await db.sql`select wrapped from push_key where id = ${keyId}`;
    expect(Buffer.from(stored?.wrapped ?? '').includes(Buffer.from(secret ?? '', 'base64url'))).toBe(false);
    expect(JSON.stringify(await listPushClients(db.ctx(administrator)))).not.toContain(secret);
  });

  test('goes on beside its successor until it ends, and is refused after that', async () => {
    const old = await made(await createPushClient(db.ctx(administrator), form()));
    const clients = await listPushClients(db.ctx(administrator));
    const clientId = clients.find((one) => one.keys.some((k) => k.id === old.id))?.id;
    const fresh = await made(await changePushKeys(db.ctx(administrator), { action: 'rotate', clientId }));
    const content = body(row(1));
    for (const one of [old, fresh]) expect((await post(content, signed(content, { key: one }))).status).toBe(200);
    const [ends] = await db.sql`select ends_at - now() > interval '6 days' as later from push_key where id = ${old.id}`;
    expect(ends?.later).toBe(true);
    await db.sql`update push_key set ends_at = now() where id = ${old.id}`;
    expect(await refusal(content, signed(content, { key: old }))).toEqual([401, 'key']);
    expect((await post(content, signed(content, { key: fresh }))).status).toBe(200);
    await changePushKeys(db.ctx(administrator), { action: 'disable', clientId });
    expect(await refusal(content, signed(content, { key: fresh }))).toEqual([401, 'key']);
    expect(await code(changePushKeys(db.ctx(administrator), { action: 'rotate', clientId }))).toBe(
      'resource.not_found',
    );
  });

  test('is for administrators, known bodies and known tables', async () => {
    const publisher: Official = { ...administrator, grants: [{ role: 'publisher', bodyId }] };
    expect(await code(createPushClient(db.ctx(publisher), form()))).toBe('auth.forbidden');
    expect(await code(createPushClient(db.ctx(), form()))).toBe('auth.required');
    expect(await code(listPushClients(db.ctx(publisher)))).toBe('auth.forbidden');
    expect(await code(createPushClient(db.ctx(administrator), form({ bodyId: randomUUID() })))).toBe(
      'respondent_unknown',
    );
    expect(await code(createPushClient(db.ctx(administrator), form({ scopes: ['weather'] })))).toBe('invalid_value');
  });
});

test('the tables are public, each with its columns', async () => {
  const answer = await createApp(() => db.ctx()).request('/api/v1/push/tables');
  const { items } = (await answer.json()) as { items: { table: string; required: string[] }[] };
  expect(items.find((item) => item.table === 'judgments')?.required).toContain('case_number');
});

describe('many rows as a whole', () => {
  const PLACE = '样例市商务局';
  const many = (from: number, n: number, changes: (i: number) => Record<string, unknown> = () => ({})) =>
    Array.from({ length: n }, (_, i) => row(from + i, { defendant: PLACE, amount: '1000', ...changes(i) }));
  const push = async (rows: unknown[], more: Record<string, unknown> = {}) => {
    const content = JSON.stringify({ reason: '一季度', rows, ...more });
    const answer = await post(content, signed(content, { key: own }), PATH);
    return { status: answer.status, body: (await answer.json()) as Report & Problem };
  };
  interface Report {
    imported: number;
    refused: number;
    quality: { code: string; field?: string }[];
  }
  interface Problem {
    code: string;
    fields: { path: string; code: string; message: string }[];
  }
  const stored = async (n: number) =>
    (await db.sql`select 1 from disclosure where case_number = ${`（2026）苏01行终${n}号`}`).length;
  let own: Key;
  beforeAll(async () => {
    own = await made(await createPushClient(db.ctx(administrator), form({ name: '样例中院' })));
  });

  test('are refused whole by the rules of a file, as problem details that name rule, found and allowed', async () => {
    const late = await push(many(1000, 40, (i) => (i < 2 ? { judged_on: '2099-01-01' } : {})));
    expect(late).toMatchObject({
      status: 422,
      body: { code: 'import.quality_refused', fields: [{ path: 'rows', code: 'future_dates' }] },
    });
    expect(late.body.fields[0]?.message).toBe('日期晚于今天的行占 5%，最多允许 2%');
    const twice = await push(many(1000, 40, (i) => (i % 2 ? { case_number: row(1000).case_number } : {})));
    expect(twice.body.fields.map(({ code }) => code)).toEqual(['refused_share', 'duplicates_share']);
    const none = await push(many(1000, 20, () => ({ outcome: '天气' })));
    expect([none.status, none.body.fields]).toMatchObject([422, [{ code: 'no_rows' }]]);
    expect(await stored(1005)).toBe(0);
  });

  test('are told the same by a dry run, and fewer than twenty are never a whole', async () => {
    const dry = await push(
      many(1000, 40, (i) => (i < 2 ? { judged_on: '2099-01-01' } : {})),
      { dryRun: true },
    );
    expect([dry.status, dry.body.quality]).toMatchObject([200, [{ code: 'future_dates', found: 0.05 }]]);
    const few = await push(many(1000, 19, (i) => (i < 9 ? { judged_on: '2099-01-01' } : {})));
    expect([few.status, few.body.refused, few.body.quality]).toEqual([200, 9, []]);
  });

  test('are compared with the delivery before: a column that is suddenly empty, a list of which most is gone', async () => {
    expect((await push(many(2000, 200))).body).toMatchObject({ imported: 200, quality: [] });
    // The rest of the same delivery may be short.
    expect((await push(many(2200, 25))).body).toMatchObject({ imported: 25, quality: [] });
    const next = { reason: '二季度' };
    const empty = await push(
      many(3000, 200, () => ({ amount: null })),
      next,
    );
    expect([empty.status, empty.body.fields]).toMatchObject([422, [{ path: 'rows.amount', code: 'fill_drop' }]]);
    const short = await push(many(3000, 25), next);
    expect([short.status, short.body.fields]).toMatchObject([422, [{ path: 'rows', code: 'count_drop' }]]);
    expect(short.body.fields[0]?.message).toContain('至少应有 40 行');
    expect(await stored(3000)).toBe(0);
    // Who looked at it answers for it.
    expect(await push(many(3000, 25), { ...next, accept: ['count_drop'] })).toMatchObject({
      status: 200,
      body: { imported: 25, quality: [{ code: 'count_drop' }] },
    });
    const [batch] = await db.sql`
      select blocked_by from import_batch where reason = '二季度' and state = 'finished'`;
    expect(batch?.blocked_by).toMatchObject([{ code: 'count_drop', found: 25, allowed: 40 }]);
  });

  test('of one sender are no measure for another, nor for a file', async () => {
    const content = JSON.stringify({ reason: '另一家', rows: many(4000, 25) });
    expect((await post(content, signed(content))).status).toBe(200);
    expect(await lastProfile(db.db, 'judgments')).toBeNull();
  });
});
