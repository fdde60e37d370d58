import { launchBrowser, openPage, PHONE } from '../support/browser.ts';
import { weigh } from '../support/page-bytes.ts';
import { publicPages } from '../support/page-list.ts';
import { startSite } from '../support/site.ts';
import { figure } from './figure.ts';

/** The heaviest public page, with everything that it loads into an empty cache. */
async function heaviest(): Promise<number> {
  const [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  try {
    let most = 0;
    for (const path of publicPages().flatMap((address) => [address, `/en${address === '/' ? '' : address}`])) {
      const page = await openPage(browser, { viewport: PHONE, baseURL: site.url });
      most = Math.max(most, (await weigh(page, path)).bytes);
      await page.context().close();
    }
    return most;
  } finally {
    await browser.close();
    await site.stop();
  }
}

export const figures = [figure({ name: 'page.bytes', unit: 'bytes', goal: { atMost: 30 * 1024 }, run: heaviest })];
