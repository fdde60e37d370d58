/** What issue 2 wants shown at the end: one walk through the whole portal in Chinese, without JavaScript and with it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';
import { type Filed, fileClaim, pickBody } from './journey-citizen.ts';
import { hire, signIn } from './journey-officials.ts';
import { decode, importFile } from './journey-publishing.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('the whole way %s', (_name, scripted) => {
  let filed: Filed;

  test('anybody may ask who answers, and why, before filing', async () => {
    const page = await openPage(browser, { baseURL: site.url, javaScriptEnabled: scripted });
    await page.goto('/responsibilities');
    await pickBody(page, '示范区政府', '样例市示范区人民政府', scripted);
    await page.locator('main textarea').fill('招商时答应的设备补贴没有给');
    await page.locator('main form button[type=submit]').first().click();
    // Where a name or the words may mean several things the page asks which, one question at a time.
    const choices = page.locator('main form input[type=radio]');
    for (let asked = 0; asked < 2 && (await choices.count()) > 0; asked += 1) {
      const answer = await page.getByText('样例市发展和改革委员会').count();
      if (answer > 0) break;
      await choices.first().check();
      await page.locator('main form:has(input[type=radio]) button[type=submit]').first().click();
    }
    await page.getByText('样例市发展和改革委员会').first().waitFor();
    await page.context().close();
  });

  test('an old-debt complaint with evidence is filed and says who will handle it', async () => {
    const page = await openPage(browser, { baseURL: site.url, javaScriptEnabled: scripted });
    filed = await fileClaim(page, scripted, 'old_debt');
    expect(filed.handler).toBe('样例市发展和改革委员会');
    await page.context().close();
  });

  test('the handler signs in, accepts and answers each demand', async () => {
    const card = await hire(site, '承办人', [
      ['intake', '样例市发展和改革委员会'],
      ['handler', '样例市发展和改革委员会'],
    ]);
    const page = await signIn(site, browser, card, scripted);
    await page.goto(`/officials/cases/${filed.number}`);
    const forms = page.locator('#do-screen');
    if ((await forms.count()) > 0) {
      await page.locator('details:has(#do-screen) summary').click();
      await forms.locator('input[value=passed]').check();
      await forms.locator('button[type=submit]').click();
      await page.waitForURL('**done=screen');
    }
    await page.locator('details:has(#do-accept) summary').click();
    await page.locator('#do-accept button[type=submit]').click();
    await page.waitForURL('**done=accept');
    for (const i of [0, 1]) {
      await page.locator(`[name="answers.${i}.outcome"]`).first().waitFor();
      await page.locator(`[name="answers.${i}.outcome"][value=accepted]`).check();
      await page.locator(`[name="answers.${i}.text"]`).fill(`第${i + 1}项已经办理，款项于本月拨付。`);
    }
    await page.locator('#reply button[value=answer]').click();
    await page.waitForURL('**done=answer');
    await page.locator('details:has(#do-close) summary').click();
    await page.locator('#do-close input[name=bodySays-close][value=solved]').check();
    await page.locator('#do-close textarea').fill('补贴已经拨付，诉求办结。');
    await page.locator('#do-close button[type=submit]').click();
    await page.waitForURL('**done=close');
    await page.context().close();
  });

  test('the complainant tracks the case with number and code, reads each answer and gives the verdict', async () => {
    const page = await openPage(browser, { baseURL: site.url, javaScriptEnabled: scripted });
    if (scripted) {
      // What the QR code of the confirmation opens: the code is posted by script and leaves the address.
      await page.goto(`/track/${filed.number}#${filed.code.replace(/[ -]/g, '')}`);
    } else {
      await page.goto('/track');
      await page.locator('input[name=number]').fill(filed.number.toLowerCase());
      await page.locator('input[name=queryCode]').fill(filed.code.toLowerCase());
      await page.locator('main form button[type=submit]').first().click();
    }
    await page.getByText('第2项已经办理').first().waitFor();
    expect(page.url()).not.toContain('#');
    expect(await page.locator('main').innerText()).toContain('第1项已经办理');
    await page.locator('input[name=verdict][value=solved]').check();
    await page.locator('button[name=act][value=verdict]').click();
    await page.locator('input[name=verdict]').waitFor({ state: 'detached' });
    const [row] = await site.database.sql`select verdict from cases where number = ${filed.number}`;
    expect(row?.verdict).toBe('solved');
    await page.context().close();
  });

  test('the counter is rated by the code on its poster, and a bad rating becomes a case', async () => {
    const card = await hire(site, '发布人', [['publisher', '样例市数据局']]);
    const official = await signIn(site, browser, card, scripted);
    await official.goto('/officials/service-points');
    await official.locator('input[name=body]').fill('样例市数据局');
    await official.locator('input[name=name]').fill('一号窗口');
    await official.locator('input[name=placeName]').fill('样例市政务服务大厅');
    await official.locator('select[name=kind]').selectOption('window');
    await official.locator('input[name=channel][value=offline]').check();
    await official.locator('main form:has(input[name=placeName]) button[type=submit]').click();
    await official.getByRole('link', { name: '海报' }).first().click();
    const address = await decode(official, '.poster svg');
    expect(address).toMatch(new RegExp(`^${site.url}/rate/[0-9A-Z-]{16,}$`));
    await official.context().close();

    const page = await openPage(browser, { baseURL: site.url, javaScriptEnabled: scripted });
    await page.goto(String(address));
    expect(await page.locator('main').innerText()).toContain('一号窗口');
    await page.locator('button[name=level][value="2"]').click();
    await page.waitForURL('**/done');
    expect(await page.locator('main').innerText()).toMatch(/JN\d{4}-\d+-/);
    await page.context().close();
  });
});

test('real judgments are imported, approved by a second person, found by a search and in the feed', async () => {
  const file = 'tests/data/judgments.csv';
  const first = await importFile(site, 'judgments', file);
  expect(first).toMatch(/6/);
  const card = await hire(site, '发布乙', [['publisher', '江苏省人民政府']]);
  const official = await signIn(site, browser, card, false);
  await official.goto('/officials/disclosures?state=in_review');
  await official.locator('main a', { hasText: '丰县人民政府' }).first().click();
  await official.locator('button[name=action][value=approve]').first().click();
  await official.waitForURL(/\?done=|\/officials\/disclosures\//);
  await official.context().close();

  const page = await openPage(browser, { baseURL: site.url, javaScriptEnabled: false });
  await page.goto('/');
  await page.locator('main form input[type=search]').fill('招商');
  await page.locator('main form button[type=submit]').first().click();
  await page
    .getByRole('link', { name: /丰县人民政府/ })
    .first()
    .click();
  const record = await page.locator('main').innerText();
  expect(record).toContain('（2017）最高法行申8181号');
  const feed = await page.request.get('/feeds/disclosures.atom');
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain('丰县人民政府');
  await page.context().close();
});
