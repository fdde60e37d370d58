import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, DESKTOP, launchBrowser, openPage, PHONE, sidewaysScroll } from '../support/browser.ts';
import { type Weight, weigh } from '../support/page-bytes.ts';
import { publicPages } from '../support/page-list.ts';
import { type Site, startSite } from '../support/site.ts';

const NARROW = { width: 320, height: 640 };
const LIMIT = 30 * 1024;
/** Beside the pages of the folder: one of each kind that needs an id or words. */
const NAMED = [
  '/help/owed-money',
  '/help/verify-download',
  '/policies/su-2023-55',
  `/search?q=${encodeURIComponent('招商引资')}`,
  `/search?q=${encodeURIComponent('魑魅魍魉')}`,
  '/no-such-page',
];
const addresses = [...publicPages(), ...NAMED].flatMap((path) => [path, `/en${path === '/' ? '' : path}`]);

let site: Site;
let browser: Browser;
const pages = new Map<string, Page>();

/** One page a window size, for what is looked at once. */
async function at(viewport: { width: number; height: number }): Promise<Page> {
  const key = String(viewport.width);
  const page = pages.get(key) ?? (await openPage(browser, { viewport, baseURL: site.url }));
  pages.set(key, page);
  return page;
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe.each(addresses)('the page %s', (path) => {
  let page: Page;
  let weight: Weight;
  const refused: string[] = [];

  // Opened once, with an empty cache; the window changes its size afterwards.
  beforeAll(async () => {
    page = await openPage(browser, { viewport: PHONE, baseURL: site.url });
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    weight = await weigh(page, path);
  });
  afterAll(() => page?.context().close());

  it('sends at most 30 KB, asks nobody else, and no script where there is no island', async () => {
    expect(weight.foreign).toEqual([]);
    expect(refused).toEqual([]);
    if ((await page.locator('astro-island').count()) === 0) expect(weight.scripts).toEqual([]);
    expect(weight.bytes).toBeLessThanOrEqual(LIMIT);
  });

  it('says what it is: one heading, a title, its language', async () => {
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).toMatch(path.startsWith('/en') ? /Jiannuo/ : /践诺/);
    expect(await page.locator('html').getAttribute('lang')).toBe(path.startsWith('/en') ? 'en' : 'zh-CN');
    // A parameter that nobody filled, or a value that was not there. (The API page shows {parameters} of addresses.)
    const words = path.endsWith('/api/docs') ? '' : await page.locator('main').innerText();
    expect(words).not.toMatch(/\{\w+\}|\bundefined\b|\[object Object\]|\bNaN\b/);
  });

  it('has nothing that axe finds, on a phone and on a desk', async () => {
    expect(await axeFindings(page), 'phone').toEqual([]);
    await page.setViewportSize(DESKTOP);
    expect(await axeFindings(page), 'desk').toEqual([]);
  });

  it('needs no sideways scrolling at 320 px, in large print either', async () => {
    await page.setViewportSize(NARROW);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.evaluate(() => document.documentElement.setAttribute('data-print', 'large'));
    expect(await sidewaysScroll(page), 'large print').toBe(0);
  });
});

describe('what every page offers', () => {
  it('leads to the content first by keyboard, with a ring that can be seen', async () => {
    const page = await at(DESKTOP);
    await page.goto('/help');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => location.hash)).toBe('#main');
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const focused = document.activeElement;
      return {
        inside: focused?.closest('main') !== null,
        outline: focused ? getComputedStyle(focused).outlineWidth : '',
      };
    });
    expect(ring).toEqual({ inside: true, outline: '3px' });
  });

  it('changes to large print and back without a script, and remembers it', async () => {
    const page = await openPage(browser, { viewport: PHONE, baseURL: site.url, javaScriptEnabled: false });
    await page.goto('/help');
    await page.getByRole('link', { name: '换成大字版' }).click();
    expect(new URL(page.url()).pathname).toBe('/help');
    expect(await page.locator('html').getAttribute('data-print')).toBe('large');
    await page.goto('/about');
    expect(await page.locator('html').getAttribute('data-print')).toBe('large');
    await page.getByRole('link', { name: '换回标准字号' }).click();
    expect(await page.locator('html').getAttribute('data-print')).toBeNull();
    await page.context().close();
  });

  it('does not let the switch of print lead away from here', async () => {
    for (const to of ['https://example.org/', '//example.org/', '/\\example.org', 'javascript:alert(1)']) {
      const response = await fetch(`${site.url}/large-print?on=1&to=${encodeURIComponent(to)}`, { redirect: 'manual' });
      expect(response.headers.get('location')).toBe('/');
    }
  });

  it('changes the language on the same page', async () => {
    const page = await at(PHONE);
    await page.goto('/privacy');
    await page.getByRole('link', { name: /English/ }).click();
    expect(new URL(page.url()).pathname).toBe('/en/privacy');
    await page.getByRole('link', { name: /中文/ }).click();
    expect(new URL(page.url()).pathname).toBe('/privacy');
  });

  it('prints the content alone: no navigation, no buttons', async () => {
    const page = await at(DESKTOP);
    await page.goto('/help');
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.nav', '.tools', '.footer nav', '.skip']) {
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    }
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  it('gives every control of the masthead, the doors and the footer 44 px or more to hit', async () => {
    const page = await at(PHONE);
    await page.goto('/');
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.masthead a, .doors a, .footer nav a, main button, main input')]
        .map((element) => ({ text: element.textContent?.trim(), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
    );
    expect(small).toEqual([]);
  });
});

describe('every page and answer', () => {
  it.each([...addresses, '/api/v1/openapi.json', '/api/v1/nothing', '/healthz', '/icon.svg', '/robots.txt'])(
    'carries the headers of safety: %s',
    async (path) => {
      const { headers } = await fetch(`${site.url}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toMatch(/default-src '(none|self)'/);
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      const open = /^\/api\/v1\/(openapi|disclosures)/.test(path);
      expect(headers.get('access-control-allow-origin')).toBe(open ? '*' : null);
    },
  );
});
