import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Sms } from '../../api/adapters/ports.ts';
import { createSms } from '../../api/adapters/sms.ts';
import { DeliveryRefused } from '../../api/domain/delivery.ts';
import { type SmsGatewayOptions, type SmsGatewayServer, smsGateway } from '../support/sms-gateway.ts';

const SECRET = 'f3b1c8d27e5a4906b8c1d2e3f4a5b6c7';
let server: SmsGatewayServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const sms = (changes: Partial<Sms> = {}): Sms => ({
  id: randomUUID(),
  to: '+8613800138000',
  template: 'complainant.case.answered',
  params: { number: 'JN2026-0000123-K' },
  text: '【践诺】您反映的事已经有了答复。',
  ...changes,
});

async function gateway(
  options: Partial<SmsGatewayOptions> = {},
  sender: Partial<Parameters<typeof createSms>[0]> = {},
) {
  server = await smsGateway({ secret: SECRET, ...options });
  return createSms({ url: server.url, secret: SECRET, folder: null, patience: 2_000, ...sender });
}

test('a message arrives signed, whole and once, however often it is sent', async () => {
  const sender = await gateway();
  const message = sms();
  await sender.send(message);
  await sender.send(message);
  expect(server?.taken).toEqual([{ ...message, sentAt: expect.any(String) }]);
  expect(server?.requests.map((r) => r.status)).toEqual([202, 200]);
});

test('a message whose answer was lost is sent again and taken once', async () => {
  let lost = true;
  const sender = await gateway({ loseAnswer: () => lost });
  const message = sms();
  await expect(sender.send(message)).rejects.toThrow('could not be reached');
  lost = false;
  await sender.send(message);
  expect(server?.taken).toHaveLength(1);
});

test('a receiver refuses a wrong signature, another body under it, and an old one', async () => {
  const wrong = await gateway({}, { secret: 'another-secret-of-thirty-two-chars' });
  await expect(wrong.send(sms())).rejects.toThrow('answered 401');
  const yesterday = createSms({
    url: server!.url,
    secret: SECRET,
    folder: null,
    now: () => new Date(Date.now() - 86_400_000),
  });
  await expect(yesterday.send(sms())).rejects.toThrow('answered 401');
  const replayed = await fetch(server!.url, {
    method: 'POST',
    headers: {
      'jiannuo-timestamp': String(Math.floor(Date.now() / 1000)),
      'jiannuo-signature': `v1=${'0'.repeat(64)}`,
    },
    body: JSON.stringify(sms()),
  });
  expect(replayed.status).toBe(401);
  expect(server?.taken).toEqual([]);
});

test.each([400, 409, 410, 422])('an answer of %i is for good', async (status) => {
  const sender = await gateway({ fail: () => status });
  const refused = sender.send(sms());
  await expect(refused).rejects.toBeInstanceOf(DeliveryRefused);
  await expect(refused).rejects.toMatchObject({ code: `sms_${status}` });
});

test.each([302, 401, 402, 429, 500, 503])('an answer of %i is tried again later', async (status) => {
  const sender = await gateway({ fail: () => status });
  const failed = await sender.send(sms()).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Error);
  expect(failed).not.toBeInstanceOf(DeliveryRefused);
  expect(String(failed)).toContain(String(status)); // a redirect is not followed
});

test('a gateway that never answers, drops the line or is not there costs no more than its patience', async () => {
  const silent = await gateway({ fail: () => 'silence' }, { patience: 200 });
  const began = Date.now();
  await expect(silent.send(sms())).rejects.toThrow('did not answer in time');
  expect(Date.now() - began).toBeLessThan(2_000);
  await server?.stop();
  const dropping = await gateway({ fail: () => 'drop' });
  await expect(dropping.send(sms())).rejects.toThrow('could not be reached');
  await server?.stop();
  await expect(dropping.send(sms())).rejects.toThrow('ECONNREFUSED');
  await expect(createSms({ url: null, secret: null, folder: null }).send(sms())).rejects.toThrow('SMS_GATEWAY_URL');
});

test('in the demonstration a message becomes a file that nobody else can read', async () => {
  const folder = path.join(os.tmpdir(), `jiannuo-sms-${randomUUID()}`);
  await createSms({ url: null, secret: null, folder }).send(sms());
  const [name = ''] = await readdir(folder);
  expect(JSON.parse(await readFile(path.join(folder, name), 'utf8'))).toMatchObject({ to: '+8613800138000' });
  expect((await stat(path.join(folder, name))).mode & 0o077).toBe(0);
  await rm(folder, { recursive: true });
});
