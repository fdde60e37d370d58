import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyId } from '../../db/reference/body-id.ts';
import { axeFindings, DESKTOP, launchBrowser, openPage, PHONE, sidewaysScroll } from '../support/browser.ts';
import { weigh } from '../support/page-bytes.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const binhu = bodyId('无锡市滨湖区人民政府', '320211');
const q = encodeURIComponent;
const addresses = [
  `/responsibilities?respondent=${binhu}&text=${q('招商时答应的奖励没给')}`,
  `/responsibilities?respondent=${binhu}`,
  `/responsibilities?respondentText=${q('人民政府')}&text=${q('欠工程款')}`,
  `/responsibilities?respondentText=${q('火星')}`,
  `/bodies?q=${q('滨湖')}`,
  '/bodies?division=3202',
  `/bodies/${bodyId('南京市国土资源局', '3201')}`,
  `/bodies/${binhu}`,
  '/policies/su-2023-55',
  '/policies/yancheng-draft',
];

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe.each(addresses.flatMap((path) => [path, `/en${path}`]))('%s', (path) => {
  it('has nothing that axe finds, does not scroll sideways, and is light', async () => {
    const viewport = path.startsWith('/en') ? DESKTOP : PHONE;
    const page = await openPage(browser, { viewport, baseURL: site.url });
    const { bytes, foreign } = await weigh(page, path);
    for (const fold of await page.locator('details:not([open]) > summary').all()) await fold.click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);
    expect(foreign).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(30 * 1024);
    await page.context().close();
  });
});

it('tells without JavaScript who answers and why, from words alone', async () => {
  const visitor = new Visitor(site.url);
  await visitor.get('/responsibilities');
  const many = await visitor.get(
    `/responsibilities?respondent=&respondentText=${q('滨湖 街道办事处')}&text=${q('镇里答应修的路没修')}`,
  );
  expect(many.text).toContain('您说的是哪一个');
  const id = /name="respondent"[^>]*value="([0-9a-f-]{36})"/.exec(many.html)?.[1];
  const answer = await visitor.get(`/responsibilities?respondent=${id}&text=${q('镇里答应修的路没修')}`);
  expect(answer.text).toContain('由谁办理');
  expect(answer.text).toContain('无锡市滨湖区人民政府');
  expect(answer.text).toContain('锡信用办〔2023〕4号 15');
});

it('answers for a body that was merged, by its successor', async () => {
  const { text } = await new Visitor(site.url).get(
    `/responsibilities?respondent=${bodyId('南京市国土资源局', '3201')}&matter=contract_performance`,
  );
  expect(text).toContain('南京市规划和自然资源局');
  expect(text).toContain('据公开报道');
});

it('shows what is not there as not there', async () => {
  const visitor = new Visitor(site.url);
  for (const path of ['/bodies/x', '/policies/x', '/bodies?division=999999'])
    expect((await visitor.get(path)).status, path).toBe(404);
});

it('the picker finds by former and short names and is worked by keyboard alone', async () => {
  const page = await openPage(browser, { viewport: DESKTOP, baseURL: site.url });
  await page.goto('/responsibilities');
  const input = page.getByRole('combobox').first();
  await page.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
  await input.pressSequentially('南京市国土资源局');
  await page.getByRole('option').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await input.inputValue()).toBe('南京市规划和自然资源局');
  expect(await page.locator('input[name=respondent]').inputValue()).toBe(bodyId('南京市规划和自然资源局', '3201'));
  await input.press('Backspace');
  expect(await page.locator('input[name=respondent]').inputValue()).toBe('');
  await page.context().close();
});
