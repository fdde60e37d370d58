import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { NoticeSettingsView, OwnNotices } from '../../api/contracts/notices.ts';
import type { Ctx } from '../../api/services/context.ts';
import { fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { makeOfficial } from '../support/delivery.ts';
import { filingCtx } from '../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ smsOffered: true });
  await filingCtx(database);
});
afterAll(() => database?.end());

const WRONG = '0000-0000-0000-0000-0000-0000';
async function call(method: string, path: string, body?: unknown, changes: Partial<Ctx> = {}) {
  const app = createApp(() => filingCtx(database, { source: randomUUID(), ...changes }));
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await app.request(path, { method, ...init });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('a complainant’s choice over the API', () => {
  it('is read in part and changed, by number and code', async () => {
    const d = await fileAndSit(database);
    const path = `/api/v1/cases/${d.number}/notices`;
    const read = await call('POST', `${path}/lookup`, { queryCode: d.code });
    expect(OwnNotices.safeParse(read.body).error).toBeUndefined();
    expect(read.body).toMatchObject({
      channel: 'mail',
      email: 'j•••@example.org',
      phone: '+86•••••••8000',
      failed: false,
    });
    expect((await call('POST', path, { queryCode: d.code, channel: 'sms' })).status).toBe(200);
    expect((await call('POST', `${path}/lookup`, { queryCode: d.code })).body.channel).toBe('sms');
    expect(JSON.stringify(read.body)).not.toMatch(/jia@|13800138000/);
  });

  it('is refused with 400, 403 and 429 like everything of a case', async () => {
    const d = await fileAndSit(database, { contact: { phone: '051083331234' } });
    const path = `/api/v1/cases/${d.number}/notices`;
    for (const body of [
      { queryCode: d.code, channel: 'pigeon' },
      { queryCode: d.code, channel: 'mail' },
      { queryCode: d.code, channel: 'sms' },
      { queryCode: d.code, channel: 'mail', email: 'a@b\r\nBcc: c@d.ee' },
      { queryCode: d.code, channel: 'none', more: 1 },
      { channel: 'none' },
    ]) {
      expect((await call('POST', path, body)).status, JSON.stringify(body)).toBe(400);
    }
    expect((await call('POST', path, { queryCode: WRONG, channel: 'none' })).status).toBe(403);
    expect(
      (await call('POST', '/api/v1/cases/JN2031-9999999-0/notices', { queryCode: WRONG, channel: 'none' })).status,
    ).toBe(403);
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1)
      statuses.push((await call('POST', path, { queryCode: d.code, channel: 'none' })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('an official’s settings over the API', () => {
  it('are read and saved by the official alone', async () => {
    const id = await makeOfficial(database, 'reader', 'handler', HANDLER);
    const actor = { kind: 'official' as const, id, name: '', grants: [{ role: 'handler' as const, bodyId: HANDLER }] };
    const path = '/api/v1/officials/notice-settings';
    expect((await call('GET', path)).status).toBe(401);
    expect((await call('PUT', path, {})).status).toBe(401);
    const read = await call('GET', path, undefined, { actor });
    expect(NoticeSettingsView.safeParse(read.body).error).toBeUndefined();
    const saved = await call('PUT', path, { digest: true, choices: { clocks: { mail: true } } }, { actor });
    expect(saved).toMatchObject({ status: 200, body: { saved: true } });
    const now = await call('GET', path, undefined, { actor });
    expect(now.body).toMatchObject({ digest: true, choices: { clocks: { mail: true }, arrivals: { mail: false } } });
    expect((await call('PUT', path, { choices: { clocks: { sms: true } } }, { actor })).status).toBe(400);
    expect((await call('PUT', path, { choices: { gossip: { mail: true } } }, { actor })).status).toBe(400);
  });
});
