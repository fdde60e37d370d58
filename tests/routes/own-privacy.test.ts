import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { OwnSharing } from '../../api/contracts/privacy.ts';
import { transfer } from '../../api/services/complaints/transfer.ts';
import { withdraw } from '../../api/services/complaints/withdraw.ts';
import type { Ctx } from '../../api/services/context.ts';
import { openEvidence } from '../../api/services/officials/open-evidence.ts';
import { readCase } from '../../api/services/officials/read-case.ts';
import { readIdentity } from '../../api/services/officials/read-identity.ts';
import { type Desk, fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { filingCtx, TEST_BODIES } from '../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const FILES = { files: [{ name: '合同.txt', content: Buffer.from('第七条') }] };
const post = async (path: string, body: unknown, changes: Partial<Ctx> = {}) => {
  const app = createApp(() => filingCtx(database, { source: randomUUID(), ...changes }));
  const response = await app.request(`/api/v1/cases/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
};
const sharing = async (d: Desk): Promise<OwnSharing> =>
  (await post(`${d.number}/sharing`, { queryCode: d.code })).body as OwnSharing;
const released = async (d: Desk, bodyId: string): Promise<string[]> =>
  ((await sharing(d)).bodies.find((body) => body.id === bodyId)?.fields ?? [])
    .filter((field) => field.released)
    .map((field) => field.field);
const set = (d: Desk, bodyId: string, fields: string[]) =>
  post(`${d.number}/releases`, { queryCode: d.code, bodyId, fields });

describe.each([
  { path: 'sharing', body: {}, good: 200 },
  { path: 'releases', body: { bodyId: HANDLER, fields: ['evidence'] }, good: 200 },
  { path: 'erasure', body: {}, good: 201 },
])('POST /api/v1/cases/{number}/$path', ({ path, body, good }) => {
  it('answers with the code alone, uncached; 403 to a wrong one, 400 to unknown keys, 429 above the limit', async () => {
    const d = await fileAndSit(database);
    if (path === 'erasure') {
      expect((await post(`${d.number}/${path}`, { queryCode: d.code })).status).toBe(409);
      await withdraw(d.citizen, d.own, {});
    }
    const answer = await post(`${d.number}/${path}`, { queryCode: d.code, ...body });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([good, 'no-store']);
    expect((await post(`${d.number}/${path}`, { queryCode: 'CCCC-CCCC-CCCC-CCCC-CCCC-CCCC', ...body })).status).toBe(
      403,
    );
    expect((await post(`JN2031-9999999-0/${path}`, { queryCode: d.code, ...body })).status).toBe(403);
    expect((await post(`${d.number}/${path}`, { queryCode: d.code, ...body, admin: true })).status).toBe(400);
    const limits = { ...database.deps.limits, lookups: 0 };
    expect((await post(`${d.number}/${path}`, { queryCode: d.code, ...body }, { limits })).status).toBe(429);
  });

  it('answers 410 where the case was erased', async () => {
    const d = await fileAndSit(database);
    await database.owner`update case_key set wrapped = null, erased_at = now() where case_id = ${d.caseId}`;
    expect((await post(`${d.number}/${path}`, { queryCode: d.code, ...body })).status).toBe(410);
  });
});

describe('releases', () => {
  it('begin as the filing said: the person for the handler, nothing for the body complained of', async () => {
    const d = await fileAndSit(database);
    expect(await released(d, HANDLER)).toEqual(['identity', 'contact', 'evidence', 'narrative']);
    expect(await released(d, TEST_BODIES.county.id)).toEqual([]);
    const shy = await fileAndSit(database, { identityToHandler: false, identityToRespondent: true });
    expect(await released(shy, HANDLER)).toEqual(['evidence', 'narrative']);
    expect(await released(shy, TEST_BODIES.county.id)).toEqual(['identity']);
  });

  it('are taken back and given field by field, at once, each with an event without prose', async () => {
    const d = await fileAndSit(database, {}, FILES);
    const [file] = (await readCase(d.desk, d.number)).evidence;
    await openEvidence(d.desk, d.number, file!.id, { confirmed: true });
    expect(await readIdentity(d.desk, d.number, { reason: '电话核实金额' })).toMatchObject({
      contact: { phone: '13800138000' },
    });

    await set(d, HANDLER, ['identity']);
    expect(await readIdentity(d.desk, d.number, { reason: '电话核实金额', category: 'verify' })).toEqual({
      identity: { name: '测试人甲' },
      contact: {},
    });
    await expect(openEvidence(d.desk, d.number, file!.id)).rejects.toMatchObject({ code: 'auth.forbidden' });
    expect((await readCase(d.desk, d.number)).narrative.story).toContain('返还'); // by duty
    await set(d, HANDLER, []);
    await expect(readIdentity(d.desk, d.number, { reason: '电话核实金额' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await set(d, HANDLER, ['evidence', 'narrative']);
    await openEvidence(d.desk, d.number, file!.id, { confirmed: true });

    const events = await database.owner`
      select kind, payload from event where subject_id = ${d.caseId} and kind in ('released', 'revoked') order by seq`;
    expect(events.map((e) => [e.kind, JSON.parse(e.payload).fields.toSorted()])).toEqual([
      ['revoked', ['contact', 'evidence']],
      ['revoked', ['identity']],
      ['released', ['evidence']],
    ]);
    expect((await sharing(d)).readings.map((r) => [r.body, r.field, r.reason])).toEqual([
      [TEST_BODIES.cityDevelopmentReform.name, 'evidence', 'handle'],
      [TEST_BODIES.cityDevelopmentReform.name, 'identity', 'verify'],
      [TEST_BODIES.cityDevelopmentReform.name, 'contact', 'handle'],
      [TEST_BODIES.cityDevelopmentReform.name, 'identity', 'handle'],
      [TEST_BODIES.cityDevelopmentReform.name, 'evidence', 'handle'],
    ]);
    expect(JSON.stringify(await sharing(d))).not.toMatch(/电话核实|经办人/);
  });

  it('go along when the case is passed on, as far as they stood, and leave the sender', async () => {
    const d = await fileAndSit(database, {}, FILES);
    await set(d, HANDLER, ['evidence']);
    const to = TEST_BODIES.cityCommerce.id;
    await transfer(d.desk, d.number, { version: await d.version(), toBodyId: to, text: '按职责由贵局办理。' });
    expect(await released(d, to)).toEqual(['evidence', 'narrative']);
    const [file] = (await readCase(d.desk, d.number)).evidence;
    await expect(openEvidence(d.desk, d.number, file!.id)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await openEvidence(await d.as(to, 'handler'), d.number, file!.id, { confirmed: true });
  });

  it('can be given to no body that has nothing to do with the case', async () => {
    const d = await fileAndSit(database);
    const answer = await set(d, TEST_BODIES.cityIndustry.id, ['identity']);
    expect([answer.status, answer.body.fields?.[0]?.path]).toEqual([400, 'bodyId']);
    expect((await set(d, HANDLER, ['password'])).status).toBe(400);
  });
});
