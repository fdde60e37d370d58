import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficialRole } from '../../api/domain/official.ts';
import { axeFindings, launchBrowser, openPage, PHONE, sidewaysScroll } from '../support/browser.ts';
import { publishedPromise } from '../support/commitments.ts';
import { type Official, publish } from '../support/disclosures.ts';
import { seat } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';

/** A promise from its entry to the signature of whoever takes over, by the forms, on a phone, in Chinese. */
const SHOTS = process.env.SHOTS;
let site: Site;
let browser: Browser;
let author: Page;
let second: Page;
let citizen: Page;
let commerce = '';
let promised = '';
let broken = '';
let record = '';

async function at(cookie: string): Promise<Page> {
  const page = await openPage(browser, { viewport: PHONE, baseURL: site.url });
  await page.context().addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return { name, value, url: site.url };
    }),
  );
  return page;
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const directory = await site.database.deps.directory();
  const body = directory.bodiesIn('9901').find((one) => one.role === 'commerce' && one.kind === 'department');
  commerce = body?.id ?? '';
  const grants = (...roles: OfficialRole[]) => roles.map((role) => ({ role, bodyId: commerce }));
  const [a, b] = [grants('publisher', 'handler'), grants('publisher', 'approver')];
  author = await at((await seat(site.database, a, '承诺专员甲')).cookie);
  second = await at((await seat(site.database, b, '承诺专员乙')).cookie);
  citizen = await openPage(browser, { viewport: PHONE, baseURL: site.url });
  const official = (id: string): Official => ({ kind: 'official', id, name: id, grants: grants('publisher') });
  const people = { author: official('author'), second: official('second') };
  broken = await publishedPromise(site.database, people, { title: '标准厂房回购承诺' });
  record = await publish(site.database, people, { bodyId: commerce, bodyName: body?.name });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** The page as it stands: words without holes, no sideways scroll, nothing that axe finds. */
async function sound(page: Page, name: string): Promise<string> {
  const words = await page.locator('main').innerText();
  expect(words, name).not.toMatch(/\{\w+\}|\bundefined\b|\[object Object\]|\bNaN\b/);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  expect(await axeFindings(page), name).toEqual([]);
  expect(await sidewaysScroll(page), name).toBe(0);
  return words;
}
const done = (page: Page) => page.waitForURL(/done=1/);
async function press(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name, exact: true }).click();
  await done(page);
}
const open = async (page: Page, fold: string) =>
  page.locator('details.fold', { hasText: fold }).first().locator('summary').click();

describe('a promise', () => {
  it('is entered, handed in, and published by a second person', async () => {
    await author.goto('/officials/commitments/new?kind=investment_policy');
    await author.getByRole('button', { name: '保存草稿' }).click();
    expect(await sound(author, 'new-refused')).toContain('责任岗位');
    await author.getByLabel('责任部门', { exact: true }).fill('投资促进处');
    await author.getByLabel('责任岗位', { exact: true }).fill('投资促进处处长');
    await author.getByLabel('标题', { exact: true }).fill('智能装备项目设备补贴');
    await author.getByLabel('承诺内容', { exact: true }).fill('投产后按设备投资的百分之八补贴，分两笔拨付。');
    await author.getByLabel('承诺对象', { exact: true }).fill('落户的装备制造企业');
    await author.getByLabel('文号', { exact: true }).fill('样商发〔2025〕21号');
    await author.getByLabel('作出日期', { exact: true }).fill('2025-01-10');
    await author.getByLabel('履行期限', { exact: true }).selectOption('milestones');
    await author.locator('#milestones').fill('2025-06-30 首笔 1000000元\n2099年6月30日 第二笔 800000元');
    await author.locator('#amount').fill('1,800,000');
    await author.getByLabel('兑现条件', { exact: true }).fill('设备投资不低于三千万元。');
    await author.getByLabel('来源', { exact: true }).fill('样例市商务局文件');
    await author.getByRole('button', { name: '保存草稿' }).click();
    await done(author);
    promised = /commitments\/([0-9a-f-]{36})/.exec(author.url())?.[1] ?? '';
    await press(author, `/officials/commitments/${promised}`, '提交审核');
    expect((await citizen.goto(`/commitments/${promised}`))?.status()).toBe(404);
    await press(second, `/officials/commitments/${promised}`, '审核通过并公开');
    await citizen.goto(`/commitments/${promised}`);
    const words = await sound(citizen, 'public');
    expect(words).toContain('超期未兑现');
    expect(words).toContain('投资促进处处长');
  });

  it('shows its progress, with evidence for officials', async () => {
    const desk = `/officials/commitments/${promised}`;
    await author.goto(desk);
    await author.locator('#report-words').fill('首笔一百万元已经拨付。');
    await author.locator('#report-doneOn').fill('2025-07-10');
    await author.locator('#report-milestone').selectOption({ index: 1 });
    await author.getByRole('button', { name: '登记进展', exact: true }).click();
    await done(author);
    await author
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: '拨付凭证.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('拨付凭证'),
      });
    await author.getByRole('button', { name: '上传' }).first().click();
    await done(author);
    expect(await sound(author, 'desk')).toContain('拨付凭证.txt');
    await citizen.goto(`/commitments/${promised}`);
    const words = await sound(citizen, 'public-progress');
    expect(words).toContain('首笔一百万元已经拨付');
    expect(words).not.toContain('超期未兑现');
    expect(words).not.toContain('拨付凭证.txt');
  });

  it('is changed lawfully, with the compensation offered and paid', async () => {
    const desk = `/officials/commitments/${promised}`;
    await author.goto(desk);
    await open(author, '提议依法变更');
    const fill = (name: string, value: string) => author.locator(`#propose_changed-${name}`).fill(value);
    await fill('documentNumber', '样政发〔2026〕8号');
    await fill('decidingBody', '样例市人民政府');
    await fill('decidedOn', '2026-05-01');
    await author.locator('#propose_changed-ground').selectOption('public_interest');
    await fill('words', '产业规划调整，第二笔改为六十万元。');
    await fill('procedure', '听取企业意见、合法性审查、集体讨论决定。');
    await fill('compensationOffered', '120000');
    await fill('compensationOfferedOn', '2026-05-08');
    await fill('amount', '1600000');
    await author.getByRole('button', { name: '提议依法变更', exact: true }).click();
    await done(author);
    await second.goto(desk);
    expect(await sound(second, 'change-proposed')).toContain('样政发〔2026〕8号');
    await press(second, desk, '同意：依法变更');
    await author.goto(desk);
    await open(author, '登记已付补偿');
    await author.locator('#compensate-paid').fill('120000');
    await author.locator('#compensate-paidOn').fill('2026-06-01');
    await author.getByRole('button', { name: '登记已付补偿', exact: true }).click();
    await done(author);
    await citizen.goto(`/commitments/${promised}`);
    const words = await sound(citizen, 'public-changed');
    expect(words).toContain('依法变更');
    expect(words.match(/120,000\.00/g)).toHaveLength(2);
    expect(await citizen.locator('del', { hasText: '1800000.00' }).count()).toBe(1);
  });

  it('is found broken by a determination that is public itself, and two people', async () => {
    const desk = `/officials/commitments/${broken}`;
    await author.goto(desk);
    await open(author, '提议认定失信');
    await author.locator('#propose_broken-disclosure').fill(record);
    await author.locator('#propose_broken-words').fill('生效判决确认没有兑现。');
    await author.getByRole('button', { name: '提议认定失信', exact: true }).click();
    await done(author);
    await press(second, desk, '同意：认定失信');
    await citizen.goto(`/commitments/${broken}`);
    expect(await sound(citizen, 'public-broken')).toContain('认定失信');
    await citizen.locator(`a[href="/disclosures/${record}"]`).click();
    await citizen.waitForURL(`**/disclosures/${record}`);
    await citizen.goto('/commitments?state=broken');
    expect(await sound(citizen, 'list')).toContain('标准厂房回购承诺');
  });

  it('begins a complaint with everything filled in', async () => {
    await citizen.goto(`/commitments/${broken}`);
    await citizen.getByRole('link', { name: '这项承诺没有兑现，我要反映' }).click();
    await citizen.waitForURL(/commitment=/);
    expect(await citizen.locator('#story').inputValue()).toContain('标准厂房回购承诺');
    await citizen.locator('main form button[type="submit"]').last().click();
    await citizen.waitForURL(/\/complain\/acceptable/);
  });
});

describe('an enterprise', () => {
  it('registers a promise made to it, adds the document, and is answered by the body', async () => {
    const directory = await site.database.deps.directory();
    await citizen.goto('/commitments/register');
    await sound(citizen, 'register');
    await citizen.locator('#bodyName').fill(directory.bodies.get(commerce)?.name ?? '');
    await citizen.getByLabel('招商引资政策', { exact: true }).check();
    await citizen.locator('#title').fill('设备补贴一百万元');
    await citizen.locator('#text').fill('投产后三个月内拨付设备补贴一百万元。');
    await citizen.locator('#documentNumber').fill('样招协〔2025〕9号');
    await citizen.locator('#madeOn').fill('2025-02-01');
    await citizen.locator('#dueOn').fill('2099-05-01');
    await citizen.locator('#enterpriseName').fill('样例市榜样制造有限公司');
    await citizen.locator('#uscc').fill('91990101MA0000001Y');
    await citizen.locator('#phone').fill('13800000000');
    await citizen.getByRole('button', { name: '提交登记' }).click();
    await citizen.waitForURL(/registered\?done=1/);
    expect(await sound(citizen, 'registered')).toContain('等待单位确认');
    await citizen.locator('input[type="file"]').setInputFiles({
      name: '协议.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('协议'),
    });
    await citizen.getByRole('button', { name: '上传' }).click();
    await citizen.waitForURL((url) => url.pathname === '/commitments/registered' && url.search === '');
    expect(await citizen.locator('main').innerText()).toContain('已上传 1 个文件');
    await author.goto('/officials/commitments?heap=todo');
    await author.getByRole('link', { name: '设备补贴一百万元' }).click();
    await author.waitForURL(/commitments\/[0-9a-f-]{36}/);
    // Who registered it is read on a page of its own, with a code and a reason; the promise stands here.
    const registration = await sound(author, 'registration');
    expect(registration).toContain('投产后三个月内拨付设备补贴一百万元。');
    expect(registration).not.toContain('样例市榜样制造有限公司');
    await author.getByRole('button', { name: '确认作过这项承诺', exact: true }).click();
    await done(author);
    await citizen.goto('/commitments/registered');
    expect(await citizen.locator('main').innerText()).toContain('单位已确认');
    await author.goto('/officials/commitments/import');
    await sound(author, 'import');
  });
});

describe('a handover list', () => {
  it('is made, answered line by line and signed off by the incoming side', async () => {
    await author.goto('/officials/commitments/handovers');
    await author.locator('#reason').selectOption('officials_changed');
    await author.getByLabel('移出岗位').fill('局长（上一任）');
    await author.getByLabel('接收岗位').fill('局长（现任）');
    await author.getByRole('button', { name: '生成清单' }).click();
    await author.waitForURL(/handovers\/[0-9a-f-]{36}/);
    const list = new URL(author.url()).pathname;
    expect(await sound(author, 'handover-outgoing')).toContain('智能装备项目设备补贴');
    expect(await author.getByRole('button', { name: '签收整份清单' }).count()).toBe(0);
    await second.goto(list);
    const lines = await second.getByRole('button', { name: '确认接收' }).count();
    expect(lines).toBeGreaterThan(0);
    await second.getByRole('button', { name: '签收整份清单' }).click();
    expect(await sound(second, 'handover-refused')).toContain('还有事项没有逐项确认');
    await second.locator('#reason-0').fill('金额以变更后的为准。');
    await second.getByRole('button', { name: '提出异议' }).first().click();
    await done(second);
    for (let i = 1; i < lines; i++) {
      await second.goto(list);
      await second.locator(`#line-${i}`).getByRole('button', { name: '确认接收' }).click();
      await done(second);
    }
    await second.goto(list);
    await second.getByRole('button', { name: '签收整份清单' }).click();
    await done(second);
    const words = await sound(second, 'handover-signed');
    expect(words).toContain('已签收');
    expect(words).toContain('金额以变更后的为准');
    const file = await second.request.get(`${list}/document.json`);
    expect(((await file.json()) as { format: string }).format).toBe('jiannuo-handover-1');
  });
});
