import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commitmentVersion, publishedPromise } from '../support/commitments.ts';
import { publishers } from '../support/disclosures.ts';
import { seat, visitorOf } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
let people: Awaited<ReturnType<typeof publishers>>;
let bodyId = '';
let contract = '';
beforeAll(async () => {
  site = await startSite();
  people = await publishers(site.database);
  bodyId = people.author.grants[0]?.bodyId ?? '';
  contract = await publishedPromise(site.database, people, {
    kind: 'contract',
    title: '样例大道养护合同',
    conditions: undefined,
    facts: { contractNumber: '样合〔2025〕9号' },
    dueKind: 'milestones',
    dueOn: undefined,
    milestones: [
      { title: '首款', dueOn: '2025-06-30', amount: '600' },
      { title: '尾款', dueOn: '2025-09-30', amount: '400' },
    ],
  });
}, 300_000);
afterAll(() => site?.stop());

const clean = (text: string) => expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
const open = async (path: string) => {
  const answer = await fetch(`${site.url}${path}`, { redirect: 'manual' });
  return { status: answer.status, html: await answer.text() };
};

it('takes a payment at the desk without JavaScript, keeps what was typed wrong, and shows the money to everybody', async () => {
  const desk = await visitorOf(site.url, await seat(site.database, [{ role: 'publisher', bodyId }]));
  const address = `/officials/commitments/${contract}`;
  const page = await desk.get(address);
  expect(page.text).toContain('登记付款');
  const version = String(await commitmentVersion(site.database, contract));
  const slip = { action: 'pay', version, paid: '1万', paidOn: '2025-07-10', voucher: '财付17' };
  const bad = await desk.post(slip, address);
  expect(bad.status).toBe(400);
  expect(bad.html).toContain('value="财付17"');
  expect((await desk.post({ ...slip, paid: '600' }, address)).path).toContain('done=1');
  const shown = await open(`/commitments/${contract}`);
  expect(shown.html).toContain('迟了 10 天');
  expect(shown.html).toMatch(/尚欠 400\.00\s*元/);
  clean(shown.html);
  clean((await open(`/en/commitments/${contract}`)).html);
});

it('draws up the report of arrears, publishes it by a second person, and everybody reads and checks it', async () => {
  const [author, second] = await Promise.all([
    visitorOf(site.url, await seat(site.database, [{ role: 'publisher', bodyId }])),
    visitorOf(site.url, await seat(site.database, [{ role: 'approver', bodyId }])),
  ]);
  const year = String(
    Number((await site.database.sql`select extract(year from now() at time zone 'Asia/Shanghai') as y`)[0]?.y) - 1,
  );
  const before = await open('/arrears');
  expect(before.html).toContain('尚未公布的单位');
  const draft = await author.post({ body: bodyId, year }, '/officials/arrears');
  const address = draft.path;
  expect(address).toMatch(/^\/officials\/arrears\/[0-9a-f-]{36}$/);
  expect(draft.text).toContain('草稿');
  expect((await open(address.replace('/officials', ''))).status).toBe(404);
  await author.post({ action: 'draft', explanation: '六月前付清。' }, address);
  expect((await author.post({ action: 'submit', version: '2' }, address)).text).toContain('须由编制人以外的人审核');
  expect((await second.post({ action: 'publish', version: '3' }, address)).text).toContain('已公布');
  const out = await open(address.replace('/officials', ''));
  expect(out.status).toBe(200);
  expect(out.html).toContain('六月前付清。');
  clean(out.html);
  const id = address.split('/').at(-1);
  const data = await fetch(`${site.url}/api/v1/arrears-reports/${id}`);
  const bytes = Buffer.from(await data.arrayBuffer());
  const { createHash } = await import('node:crypto');
  expect(out.html).toContain(createHash('sha256').update(bytes).digest('hex'));
  const list = (await (await fetch(`${site.url}/api/v1/arrears-reports`)).json()) as { items: { id: string }[] };
  expect(list.items.map((one) => one.id)).toEqual([id]);
  expect((await fetch(`${site.url}/api/v1/arrears-reports/none`)).status).toBe(404);
  for (const path of ['/arrears', '/en/arrears', `/en/arrears/${id}`]) clean((await open(path)).html);
});

it('finds benefits in plain words, and affairs of townships by topic', async () => {
  await publishedPromise(site.database, people, {
    kind: 'benefit_policy',
    title: '技术改造设备补贴',
    conditions: undefined,
    amount: undefined,
    dueKind: 'standing',
    dueOn: undefined,
    facts: { who: '小微企业', what: '设备补贴', howMuch: '设备款的百分之八', howToApply: '网上填报' },
  });
  await publishedPromise(site.database, people, {
    kind: 'township',
    title: '为七十岁以上老人提供助餐',
    conditions: undefined,
    documentNumber: undefined,
    amount: undefined,
    dueKind: 'standing',
    dueOn: undefined,
    facts: { topic: 'elderly', period: '2026年' },
  });
  const found = await open(`/benefits?q=${encodeURIComponent('我们想买设备有没有补贴')}`);
  expect(found.html).toContain('技术改造设备补贴');
  expect(found.html).toContain('设备款的百分之八');
  expect(found.html).toMatch(/\/complain\?commitment=/);
  expect((await open(`/benefits?q=${encodeURIComponent('养猪')}`)).html).toContain('没有找到相近的政策');
  expect((await open('/benefits?cursor=x')).status).toBe(400);
  const affairs = await open('/township-affairs');
  expect(affairs.html).toContain('为七十岁以上老人提供助餐');
  for (const path of ['/en/benefits', '/en/township-affairs?division=9901', '/township-affairs?division=x'])
    clean((await open(path)).html);
});

it('takes a comment on a fair-competition review without JavaScript while it is open, then shows count and answer', async () => {
  const review = await publishedPromise(site.database, people, {
    kind: 'fair_competition_review',
    title: '设备补贴办法的公平竞争审查',
    facts: {
      reviewed: '设备补贴办法',
      commentsHow: '在本页提交。',
      commentsFrom: '2025-03-01',
      commentsUntil: '2099-12-31',
      conclusion: 'open',
    },
  });
  const desk = await visitorOf(site.url, await seat(site.database, [{ role: 'publisher', bodyId }]));
  const address = `/commitments/${review}/comment`;
  expect((await open(`/commitments/${review}`)).html).toContain(`href="${address}"`);
  const form = await open(address);
  const once = /name="submissionId" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
  const send = (words: string, submissionId = once) =>
    fetch(`${site.url}${address}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site.url },
      body: new URLSearchParams({ submissionId, words, name: '', contact: '' }),
    });
  const empty = await send(' ');
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain('error-summary');
  expect((await send('第三条限制了外地企业。')).headers.get('location')).toBe(`${address}?sent=1`);
  for (const page of [form, await open(`/en${address}`), await open(`${address}?sent=1`)])
    clean(page.html.replace(/<script>.*?<\/script>/gs, ''));
  const list = await desk.get(`/officials/commitments/${review}/comments`);
  expect(list.text).toContain('第三条限制了外地企业。');
  expect(list.html).not.toContain('<textarea');

  await site.database.owner`
    update commitment set facts = facts || '{"commentsUntil": "2025-04-01"}'::jsonb where id = ${review}`;
  expect((await open(address)).html).not.toContain('<textarea');
  expect((await send('晚到的意见。', randomUUID())).status).toBe(409);
  const version = String(await commitmentVersion(site.database, review));
  const answered = await desk.post({ version, words: '已删去第三条。' }, `/officials/commitments/${review}/comments`);
  expect(answered.path).toContain('done=1');
  for (const lead of ['', '/en']) {
    const shown = await open(`${lead}/commitments/${review}?t=1`);
    expect(shown.html).toContain('已删去第三条。');
    expect(shown.html).not.toContain('外地企业');
    clean(shown.html);
  }
});
