import { afterAll, beforeAll, expect, it } from 'vitest';
import { seat, visitorOf } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';

const PATH = '/officials/administration/retention';
let site: Site;
let city = '';
beforeAll(async () => {
  site = await startSite();
  const directory = await site.database.deps.directory();
  city = directory.bodiesIn('9901').find((body) => body.kind === 'government')?.id ?? '';
}, 300_000);
afterAll(() => site?.stop());

const as = async (role: 'administrator' | 'approver') =>
  visitorOf(site.url, await seat(site.database, [{ role, bodyId: city }]));

it('shows an administrator how long each kind is kept, by what right, and what is due, in both languages', async () => {
  const administrator = await as('administrator');
  const page = await administrator.get(PATH);
  expect(page.status).toBe(200);
  expect(page.html).toMatch(/<a href="\/officials\/administration\/retention" aria-current="page">/);
  for (const words of ['承诺未兑现', '60 个月', '差评整改', '24 个月', '已撤回诉求的文件', '30 天', '个人信息保护法'])
    expect(page.text).toContain(words);
  expect(page.text).toContain('本地设定，不是全国统一规定');
  expect(page.text).toContain('最近 90 天没有清除过');
  const english = await administrator.get(`/en${PATH}`);
  expect(english.text).toContain('Personal Information Protection Law, art. 19');
  expect(english.text).toContain('Nothing was erased in the last 90 days');
  for (const { text } of [page, english]) expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
});

it('sends visitors to sign in and refuses other officials', async () => {
  expect((await (await as('approver')).get(PATH)).status).toBe(403);
  const visitor = await fetch(`${site.url}${PATH}`, { redirect: 'manual' });
  expect([visitor.status, visitor.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/officials\/sign-in\?/),
  ]);
});
