import fs from 'node:fs';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

vi.setConfig({ testTimeout: 60_000 });
let site: Site;
beforeAll(async () => {
  site = await startSite();
}, 180_000);
afterAll(() => site?.stop());

const mails = () =>
  fs.existsSync(site.mailDir)
    ? fs
        .readdirSync(site.mailDir)
        .filter((name) => name.endsWith('.eml'))
        .sort()
    : [];
const count = async () => (await site.database.sql`select 1 from subscription where confirmed_at is not null`).length;
async function newMail(before: number): Promise<string> {
  await until(() => mails().length > before);
  const mail = await PostalMime.parse(fs.readFileSync(`${site.mailDir}/${mails().at(-1)}`));
  return mail.text ?? '';
}
const pathIn = (text: string, what: string): string =>
  new RegExp(`(?:/en)?/subscribe/${what}/[0-9a-f]{32}`).exec(text)?.[0] ?? '';

test.each(['', '/en'])('a reader without JavaScript follows a selection, confirms and ends it%s', async (language) => {
  const before = mails().length;
  const visitor = new Visitor(site.url);
  const form = await visitor.get(`${language}/subscribe?kind=lost_judgment&division=9901`);
  expect(form.status).toBe(200);
  expect(form.text).toContain(language ? 'Judgment lost' : '行政机关败诉');
  const wrong = await visitor.post({ email: 'nobody' });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('error-summary');
  expect(wrong.html).toContain('value="nobody"');
  const sent = await visitor.post(
    { email: `reader${language.length}@example.org` },
    `${language}/subscribe?kind=lost_judgment&division=9901`,
  );
  expect(sent.path).toBe(`${language}/subscribe?sent`);
  const path = pathIn(await newMail(before), 'confirm');
  expect(path.startsWith(language)).toBe(true);
  // A program that opens every link of a mail confirms nothing.
  const opened = await visitor.get(path);
  expect(await count()).toBe(0);
  expect(opened.html).toContain('noindex');
  const confirmed = await visitor.post({}, path);
  expect(confirmed.status).toBe(200);
  expect(await count()).toBe(1);
  const leaving = path.replace('confirm', 'leave');
  await visitor.get(leaving);
  expect(await count()).toBe(1);
  const left = await visitor.post({}, leaving);
  expect(left.text).toContain(language ? 'It has ended' : '已退订');
  expect(await count()).toBe(0);
  expect((await visitor.get(leaving)).status).toBe(404);
});

test('the mail program ends it with its one click (RFC 8058), as often as it likes, and no other site can', async () => {
  const before = mails().length;
  const visitor = new Visitor(site.url);
  await visitor.post({ email: 'program@example.org' }, '/subscribe');
  const confirm = pathIn(await newMail(before), 'confirm');
  await visitor.post({}, confirm);
  expect(await count()).toBe(1);
  const click = (headers: Record<string, string> = {}) =>
    fetch(site.url + confirm.replace('confirm', 'leave'), {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      headers,
      redirect: 'manual',
    });
  expect((await click({ origin: 'https://other.example' })).status).toBe(403);
  expect(await count()).toBe(1);
  expect((await click()).status).toBe(200);
  expect(await count()).toBe(0);
  const again = await click();
  expect(again.status).toBe(200);
  expect(again.headers.get('cache-control')).toBe('no-store');
  expect(site.output()).not.toContain(confirm.split('/').at(-1));
});

test('a selection that does not exist leads back to the list', async () => {
  const answer = await fetch(`${site.url}/subscribe?kind=weather`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/disclosures']);
});
