import jsQR from 'jsqr';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOfficial } from '../../api/services/officials/create-official.ts';
import { transactionSignature } from '../../api/services/ratings/transaction.ts';
import { bodyId } from '../../db/reference/body-id.ts';
import { axeFindings, launchBrowser, openPage, sidewaysScroll } from '../support/browser.ts';
import { weigh } from '../support/page-bytes.ts';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
let browser: Browser;
let official: Page;
let poster = '';
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const { database } = site;
  const grants = [{ role: 'administrator', bodyId: bodyId('样例市人民政府', '9901') }];
  const made = await createOfficial(
    database.ctx({ kind: 'system' }),
    database.signIn,
    { name: '示例管理员', email: 'points@demo.example', grants },
    { enrolled: true },
  );
  official = await openPage(browser, { baseURL: site.url, viewport: { width: 1280, height: 900 } });
  await official.goto('/officials/sign-in');
  await official.fill('[name=email]', made.email);
  await official.fill('[name=password]', made.password);
  await official.click('main button[type=submit]');
  await official.fill('[name=code]', new TOTP({ secret: made.secondFactor?.totpSecret ?? '' }).generate());
  await official.click('main form button[type=submit] >> nth=0');
  await official.waitForURL(`${site.url}/officials`);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** What a phone reads from a picture. */
function decode(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

describe('a counter with its poster', () => {
  it('is set up by an official, and an unknown body is told at its field', async () => {
    await official.goto('/officials/service-points');
    await official.fill('[name=body]', '没有这个单位');
    await official.fill('[name=name]', '9号窗口（公积金）');
    await official.fill('[name=placeName]', '样例市政务服务大厅');
    await official.click('main form.measure button[type=submit]');
    expect(await official.getAttribute('[name=body]', 'aria-invalid')).toBe('true');
    expect(await official.inputValue('[name=name]')).toBe('9号窗口（公积金）');
    await official.fill('[name=body]', '样例市住房和城乡建设局');
    await official.click('main form.measure button[type=submit]');
    expect(await official.textContent('[role=status]')).toContain('服务点已建好');
    expect(await axeFindings(official)).toEqual([]);
    poster = (await official.getAttribute('[role=status] a', 'href')) ?? '';
  });

  // Width and height of the sheet and side of the code, in millimetres; dots of a thermal printer are 203 to the inch.
  it.each([
    ['a4', 210, 297, 90, 1],
    ['a5', 148, 210, 62, 1],
    ['tent', 210, 297, 76, 2],
    ['roll', 80, 165, 56, 1],
  ] as const)(
    'prints on one sheet (%s) a code that opens it, as a phone reads it',
    async (paper, width, height, side, faces) => {
      const mm = 96 / 25.4;
      await official.setViewportSize({ width: Math.round(width * mm), height: Math.round(height * mm) });
      await official.goto(`${poster}?paper=${paper}`);
      expect(await axeFindings(official)).toEqual([]);
      await official.emulateMedia({ media: 'print' });
      const box = await official.locator('.poster .qr svg').last().boundingBox();
      expect((box?.width ?? 0) / mm).toBeCloseTo(side, 0);
      const typed = (await official.locator('.poster-code').last().textContent())?.trim() ?? '';
      // The whole sheet, as it comes out of the printer, and each of its faces.
      const pictures = [await official.locator('.poster').screenshot()];
      for (const face of await official.locator('.poster-face').all()) pictures.push(await face.screenshot());
      expect(pictures).toHaveLength(1 + faces);
      for (const picture of faces === 1 ? pictures : pictures.slice(1))
        expect(decode(picture)).toBe(`${site.url}/rate/${typed.replaceAll('-', '')}`);
      const pdf = (await official.pdf({ printBackground: true, preferCSSPageSize: true })).toString('latin1');
      await official.emulateMedia({ media: 'screen' });
      await official.setViewportSize({ width: 1280, height: 900 });
      expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
      const [, w, h] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf) ?? [];
      expect([(Number(w) / 72) * 25.4, (Number(h) / 72) * 25.4].map(Math.round)).toEqual([width, height]);
    },
  );

  it('is rated without JavaScript in one tap; a bad rating shows number and code and takes more words', async () => {
    await official.goto(poster);
    const url = decode(await official.locator('.poster .qr').screenshot()) ?? '';
    const page = await openPage(browser, { baseURL: site.url, javaScriptEnabled: false });
    await page.goto(url);
    expect(await page.textContent('h1')).toBe('您对这次服务满意吗？');
    expect(await page.locator('button.face').allTextContents()).toHaveLength(5);
    await page.click('button:has-text("不满意") >> nth=0');
    expect(new URL(page.url()).pathname).toMatch(/^\/rate\/[\w-]+\/done$/);
    const slip = (await page.textContent('.case-slip')) ?? '';
    expect(slip).toContain('样例市住房和城乡建设局');
    expect(slip).toMatch(/JN\d{4}-\d{7}-\w/);
    await page.fill('textarea', '等了两个小时');
    await page.fill('[name=contact]', '12');
    await page.click('main form button[type=submit]');
    expect(await page.inputValue('textarea')).toBe('等了两个小时');
    await page.fill('[name=contact]', '13800000001');
    await page.click('main form button[type=submit]');
    expect(await page.textContent('[role=status]')).toContain('补充已收到');
    const [row] = await site.database.owner`select count(*)::int as n from cases where channel = 'code'`;
    expect(row?.n).toBe(1);
    await page.context().close();
  });

  it.each([
    ['zh', ''],
    ['en', '/en'],
  ])('has pages in %s that axe passes and that fit 320 px, large print too', async (_, prefix) => {
    const url = new URL(decode(await official.locator('.poster .qr').screenshot()) ?? '').pathname;
    const page = await openPage(browser, { baseURL: site.url, viewport: { width: 320, height: 640 } });
    for (const path of [
      `${prefix}/rate`,
      `${prefix}${url}`,
      `${prefix}/rate/WRNG-CDEX-0000-0000`,
      `${prefix}/rate?code=x`,
    ]) {
      await page.goto(path);
      expect(await axeFindings(page), path).toEqual([]);
      expect(await sidewaysScroll(page), path).toBe(0);
    }
    await page.goto(`/large-print?on=1&to=${encodeURIComponent(`${prefix}${url}`)}`);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.click('button.face >> nth=0');
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('takes a photo for the case of a bad rating, and one rating for a transaction that the counter signed', async () => {
    await official.goto(poster.replace(/\/poster$/, ''));
    await official.click('summary:has-text("一次一评")');
    await official.click('button[value=key]');
    const key = (await official.textContent('[role=status] .mono'))?.trim() ?? '';
    await official.goto(poster);
    const url = decode(await official.locator('.poster .qr').screenshot()) ?? '';
    const signed = `${url}?n=SL-77&s=${transactionSignature(key, 'SL-77')}`;
    const page = await openPage(browser, { baseURL: site.url, javaScriptEnabled: false });
    await page.goto(signed);
    expect(await page.textContent('main')).toContain('业务编号 SL-77');
    await page.click('button.face >> nth=4');
    expect(await page.textContent('.case-slip')).toContain('联系您');
    await page.setInputFiles('[name=file]', {
      name: '排队.png',
      mimeType: 'image/png',
      buffer: PNG.sync.write(new PNG({ width: 8, height: 8 })),
    });
    await page.click('form[enctype] button');
    expect(await page.textContent('main')).toContain('照片已收到');
    const [file] = await site.database
      .owner`select media_type from evidence where case_id is not null order by created_at desc`;
    expect(file?.media_type).toBe('image/png');
    await page.goto(signed);
    await page.click('button.face >> nth=0');
    expect(await page.textContent('[role=alert]')).toBeTruthy();
    expect(await page.locator('button.face').count()).toBe(5);
    // A number that nobody signed keeps nobody from rating.
    await page.goto(`${url}?n=SL-78&s=AAAAAAAAAAAAAAAA`);
    expect(await page.textContent('main')).not.toContain('SL-78');
    await page.click('button.face >> nth=0');
    expect(new URL(page.url()).pathname).toMatch(/done$/);
    await page.context().close();
  });

  it('sends at most 12 KB to a phone that comes for the first time, everything counted', async () => {
    const url = new URL(decode(await official.locator('.poster .qr').screenshot()) ?? '').pathname;
    for (const path of [url, `/en${url}`]) {
      const page = await openPage(browser, { baseURL: site.url, viewport: { width: 390, height: 844 } });
      const weight = await weigh(page, path);
      expect(weight.foreign).toEqual([]);
      expect(weight.scripts).toEqual([]);
      expect(weight.bytes, path).toBeGreaterThan(1000);
      expect(weight.bytes, path).toBeLessThanOrEqual(12 * 1024);
      console.info(`rating page ${path}: ${weight.bytes} bytes`);
      await page.context().close();
    }
  });

  it('opens nothing any more once revoked, and says so helpfully', async () => {
    const url = new URL(decode(await official.locator('.poster .qr').screenshot()) ?? '').pathname;
    await official.goto(poster.replace(/poster$/, 'revoke'));
    await official.click('main form button[type=submit]');
    expect(await official.textContent('[role=status]')).toContain('已停用');
    const answer = await official.goto(url);
    expect(answer?.status()).toBe(404);
    expect(await official.textContent('main')).toContain('窗口换了新码');
  });
});
