import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASE_STATES } from '../../api/domain/case.ts';
import { OFFICIAL_ROLES } from '../../api/domain/official.ts';
import { axeFindings, DESKTOP, launchBrowser, openPage, PHONE, sidewaysScroll } from '../support/browser.ts';
import { complaint } from '../support/filing.ts';
import { type Seat, seat } from '../support/officials.ts';
import { officialPages } from '../support/page-list.ts';
import { type Site, startSite } from '../support/site.ts';

/** Pages of signing in and out need somebody who is not signed in; a demonstration mail needs its name. */
const DOORS = /\/officials\/(sign-|enrol|invitation|administration\/mail$)/;
/** Takes what a form sends, and leads back to the form whoever only opens it. */
const TAKES = /\/officials\/imports\/files$/;
const addresses = officialPages().filter((path) => !path.includes('[') && !DOORS.test(path) && !TAKES.test(path));
const NARROW = { width: 320, height: 640 };

let site: Site;
let browser: Browser;
let all: Seat;
let page: Page;
let filed: { id: string; number: string; queryCode: string };

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const directory = await site.database.deps.directory();
  const find = (division: string, role: string, kind: string) =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  const city = find('9901', 'government', 'government');
  all = await seat(
    site.database,
    OFFICIAL_ROLES.map((role) => ({ role, bodyId: city })),
    '全能员',
  );
  const answer = await fetch(`${site.url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify(complaint({ respondentId: find('990101', 'government', 'government') })),
  });
  const { number, queryCode } = (await answer.json()) as { number: string; queryCode: string };
  const [row] = await site.database.owner<{ id: string }[]>`
    update cases set screening = 'passed', handler_id = ${find('9901', 'commerce', 'department')} where number = ${number} returning id`;
  filed = { id: row?.id ?? '', number, queryCode };
  page = await openPage(browser, { viewport: PHONE, baseURL: site.url });
  const cookies = all.cookie.split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    return { name, value, url: site.url };
  });
  await page.context().addCookies(cookies);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function sound(what: string): Promise<void> {
  expect(await page.locator('h1').count(), `${what}: headings`).toBe(1);
  const words = await page.locator('main').innerText();
  expect(words, what).not.toMatch(/\{\w+\}|\bundefined\b|\[object Object\]|\bNaN\b/);
  for (const [size, viewport] of [
    ['phone', PHONE],
    ['desk', DESKTOP],
  ] as const) {
    await page.setViewportSize(viewport);
    expect(await axeFindings(page), `${what}, ${size}`).toEqual([]);
  }
  await page.setViewportSize(NARROW);
  expect(await sidewaysScroll(page), `${what}, 320 px`).toBe(0);
  await page.evaluate(() => document.documentElement.setAttribute('data-print', 'large'));
  expect(await sidewaysScroll(page), `${what}, 320 px, large print`).toBe(0);
}

describe.each(addresses.flatMap((path) => [path, `/en${path}`]))('the officials’ page %s', (path) => {
  it('opens for who holds every role, is whole, and axe finds nothing', async () => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe(path);
    await sound(path);
  });
});

describe.each(CASE_STATES)('a case that is %s', (state) => {
  beforeAll(async () => {
    await site.database.owner`
      update cases set state = ${state}, accepted_at = case when ${state !== 'filed'} then now() end,
        answered_at = case when ${['answered', 'closed'].includes(state)} then now() end where id = ${filed.id}`;
  });

  it('is whole on the officials’ page', async () => {
    await page.goto(`/officials/cases/${filed.number}`);
    // Everything that is folded away is looked at too.
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await sound(state);
  });

  it('is whole on the page of its complainant', async () => {
    await page.goto(`/track/${filed.number}`);
    const code = page.locator('[name=queryCode]');
    if ((await code.count()) > 0) {
      await code.first().fill(filed.queryCode);
      await page.locator('main form button[type=submit]').first().click();
      await page.waitForLoadState();
    }
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    expect(await page.locator('main').innerText()).toContain(filed.number);
    await sound(state);
  });
});
