import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebhookMessage } from '../../../api/contracts/webhook.ts';
import type { DomainError } from '../../../api/domain/errors.ts';
import { draftDisclosure } from '../../../api/services/disclosures/draft.ts';
import { withdrawDisclosure } from '../../../api/services/disclosures/withdraw.ts';
import { changeWebhook, webhooks } from '../../../api/services/webhooks/manage.ts';
import { sendWebhooks } from '../../../api/services/webhooks/send.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, judgment, type Official, publish, publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: { author: Official; second: Official };
let administrator: Official;
let hook: { id: string; secret: string };
interface Sent {
  url: string;
  headers: Record<string, string>;
  body: string;
}
const sent: Sent[] = [];
let answer: () => number = () => 200;
const post = async (message: Sent) => {
  sent.push(message);
  return { status: answer(), text: '' };
};

beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  administrator = {
    ...people.author,
    id: 'admin',
    grants: [{ role: 'administrator', bodyId: people.author.grants[0]?.bodyId ?? '' }],
  };
  const form = { action: 'create', name: '市信用平台', url: 'https://credit.example/hook' };
  const { id } = await changeWebhook(db.ctx(administrator), form);
  const { secret } = await changeWebhook(db.ctx(administrator), { action: 'show', id });
  hook = { id, secret: secret ?? '' };
}, 60_000);
afterAll(() => db?.end());

const due = () => db.sql`update webhook set next_try_at = now()`;
const send = async () => {
  sent.length = 0;
  await due();
  return sendWebhooks(db.deps, post);
};
const told = () =>
  sent.flatMap((one) => WebhookMessage.parse(JSON.parse(one.body)).events.map((e) => [e.event, e.record]));

describe('a receiver', () => {
  test('hears in order what becomes of public records, and nothing of drafts', async () => {
    await draftDisclosure(db.ctx(people.author), judgment());
    const id = await publish(db, people);
    await withdrawDisclosure(db.ctx(people.author), id, { version: 3, reasonClass: 'mistaken', reason: '有误' });
    expect(await send()).toBe(2);
    expect(told()).toEqual([
      ['published', id],
      ['withdrawn', id],
    ]);
    expect(sent[0]?.body).not.toContain('样例市商务局');
    expect(await send()).toBe(0);
    expect(sent).toEqual([]);
  });

  test('gets a signature that it can check with its secret, over time and body', async () => {
    await publish(db, people);
    await send();
    const { headers, body }: Pick<Sent, 'headers' | 'body'> = sent[0] ?? { headers: {}, body: '' };
    const timestamp = headers['jiannuo-timestamp'] ?? '';
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
    const expected = createHmac('sha256', hook.secret).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['jiannuo-signature']).toBe(`v1=${expected}`);
  });

  test('that is away, or redirects, is tried again with growing pauses and misses nothing', async () => {
    const first = await publish(db, people);
    answer = () => 302;
    expect(await send()).toBe(0);
    answer = () => {
      throw new Error('no connection: ECONNREFUSED');
    };
    expect(await send()).toBe(0);
    const [row] = await db.sql`
      select failures, last_error, extract(epoch from next_try_at - now())::int as pause from webhook where id = ${hook.id}`;
    expect(row).toMatchObject({ failures: 2, last_error: 'no connection: ECONNREFUSED' });
    expect(row?.pause).toBeGreaterThan(50);
    const second = await publish(db, people);
    answer = () => 204;
    expect(await send()).toBe(2);
    expect(told().map(([, record]) => record)).toEqual([first, second]);
    expect((await webhooks(db.ctx(administrator)))[0]).toMatchObject({ failures: 0, lastError: null });
  });

  test('is spoken to by one process at a time', async () => {
    await publish(db, people);
    sent.length = 0;
    await due();
    await Promise.all([sendWebhooks(db.deps, post), sendWebhooks(db.deps, post)]);
    expect(sent).toHaveLength(1);
  });

  test('hears nothing more once it is disabled', async () => {
    await changeWebhook(db.ctx(administrator), { action: 'disable', id: hook.id });
    await publish(db, people);
    expect(await send()).toBe(0);
  });
});

test('receivers are for administrators, with https addresses, and their secret is shown once', async () => {
  const code = async (who: Official, input: unknown): Promise<string | null> =>
    changeWebhook(db.ctx(who), input).then(
      () => null,
      (error: DomainError) => error.fields[0]?.path ?? error.code,
    );
  const form = { action: 'create', name: '平台', url: 'https://credit.example/hook' };
  expect(await code(people.author, form)).toBe('auth.forbidden');
  for (const url of ['http://credit.example/', 'https://a:b@credit.example/', 'ftp://x', 'nonsense']) {
    expect(await code(administrator, { ...form, url })).toBe('url');
  }
  expect(await code(administrator, { action: 'show', id: hook.id })).toBe('resource.gone');
  expect(JSON.stringify(await webhooks(db.ctx(administrator)))).not.toContain(hook.secret);
});
