import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, DESKTOP, launchBrowser, openPage, PHONE, sidewaysScroll } from '../support/browser.ts';
import { ensureMatters, publish, publishers } from '../support/disclosures.ts';
import { weigh } from '../support/page-bytes.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
let browser: Browser;
let record: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  await ensureMatters(site.database);
  const people = await publishers(site.database);
  record = await publish(site.database, people, {
    title: '样例市商务局：赑屃奖励未兑现',
    summary: '縣政府拖欠工程款。',
  });
  await publish(site.database, people, {
    kind: 'debt_warning',
    title: '样例市债务风险黄色预警',
    warningLevel: 'yellow',
    period: '2025',
    documentNumber: '样财债〔2026〕1号',
    decidingBody: '样例市财政局',
  });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function opened(path: string): Promise<Page> {
  const page = await openPage(browser, { viewport: DESKTOP, baseURL: site.url });
  await page.goto(path);
  // Islands wake when the browser is idle, which beside other tests it is not for long.
  await page.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached', timeout: 45_000 });
  return page;
}

describe('suggestions while typing', () => {
  it('are worked by keyboard alone, and Enter without a choice searches', async () => {
    const page = await opened('/disclosures');
    const input = page.getByRole('combobox', { name: '查什么' });
    await input.pressSequentially('赑屃奖励');
    await page.locator('.suggestion').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await page.locator('.suggestion').first().waitFor({ state: 'detached' });
    expect(await input.inputValue()).toBe('赑屃奖励');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=/);
    expect(await page.locator('.records mark').first().innerText()).toBe('赑屃奖励');
    await page.context().close();
  });

  it('open the chosen page', async () => {
    const page = await opened('/en/disclosures');
    const input = page.getByRole('combobox');
    await input.pressSequentially('赑屃奖励');
    const option = page.getByRole('option', { name: '赑屃' });
    await option.waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await input.getAttribute('aria-activedescendant')).toBe(await option.last().getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/en/disclosures/${record}`);
    await page.context().close();
  });
});

const q = encodeURIComponent;
const addresses = [
  `/disclosures?q=${q('工程款')}`,
  `/disclosures?q=${q('县政府 -火星')}&sort=relevance`,
  `/disclosures?q=${q('工程款 火星')}&kind=lost_judgment`,
  `/disclosures?q=${q('。！')}`,
  `/disclosures?q=${q('-火星')}`,
  '/places/9901',
  '/places/3202?with=3201&with=3203',
];
describe.each(addresses.flatMap((path) => [path, `/en${path}`]))('%s', (path) => {
  it('has nothing that axe finds, does not scroll sideways, and is light', async () => {
    const viewport = path.startsWith('/en') ? DESKTOP : PHONE;
    const page = await openPage(browser, { viewport, baseURL: site.url });
    const { bytes, foreign } = await weigh(page, path);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);
    expect(foreign).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(30 * 1024);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  it('finds traditional characters, says what was understood, and helps where nothing is found', async () => {
    const visitor = new Visitor(site.url);
    const found = await visitor.get(`/disclosures?q=${q('县政府 -火星')}`);
    expect(found.text).toContain('不含“火星”');
    expect(found.html).toContain('<mark>縣政府</mark>');
    const none = await visitor.get(`/disclosures?q=${q('工程款 火星')}`);
    expect(none.text).toContain('只查“工程款”');
    expect((await visitor.get(`/disclosures?q=${q('。！')}`)).text).toContain('请写几个字再查');
    expect((await visitor.get(`/disclosures?q=${q('-火星')}`)).text).toContain('请再写一个要找的词');
    expect((await visitor.get(`/disclosures?q=${q('样例市')}`)).html).toContain('href="/places/9901"');
  });

  it('shows a place, its warnings and its data; an unknown one is not found', async () => {
    const visitor = new Visitor(site.url);
    const place = await visitor.get('/places/9901');
    expect(place.text).toContain('样例市债务风险黄色预警');
    expect((await visitor.get('/places/123456789')).status).toBe(404);
    const data = await (await fetch(`${site.url}/api/v1/places/9901`)).json();
    expect(data.here).toMatchObject({ code: '9901', published: 2, warnings: 1, cases: null });
    const [body] = await site.database.sql<{ id: string }[]>`select id from body where name = '无锡市商务局'`;
    const file = await fetch(`${site.url}/api/v1/bodies/${body?.id}/credit-file`);
    expect(await file.json()).toMatchObject({ name: '无锡市商务局', records: { published: 0 }, handled: null });
    const csv = await (await fetch(`${site.url}/api/v1/bodies/${body?.id}/credit-file.csv`)).text();
    expect(csv).toContain('无锡市商务局,records.published,0');
    expect((await fetch(`${site.url}/api/v1/bodies/x/credit-file`)).status).toBe(404);
    expect((await fetch(`${site.url}/api/v1/suggestions?q=${q('长'.repeat(101))}`)).status).toBe(400);
  });
});
