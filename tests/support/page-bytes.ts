import type { Page } from 'playwright-core';

export interface Weight {
  /** Bytes of all bodies as they crossed the wire. */
  bytes: number;
  scripts: string[];
  /** Requests to other places than the portal. */
  foreign: string[];
}

/** Opens `path` with an empty cache and weighs everything that it loads. */
export async function weigh(page: Page, path: string): Promise<Weight> {
  const weight: Weight = { bytes: 0, scripts: [], foreign: [] };
  const waiting: Promise<void>[] = [];
  const listen = (response: import('playwright-core').Response) => {
    const request = response.request();
    const url = new URL(response.url());
    if (url.protocol !== 'data:' && url.host !== new URL(page.url()).host && page.url() !== 'about:blank') {
      weight.foreign.push(url.href);
    }
    if (request.resourceType() === 'script') weight.scripts.push(url.pathname);
    waiting.push(
      request
        .sizes()
        .then((sizes) => {
          weight.bytes += sizes.responseBodySize;
        })
        .catch(() => {}),
    );
  };
  page.on('response', listen);
  await page.goto(path, { waitUntil: 'load' });
  if ((await page.locator('astro-island').count()) > 0) await page.waitForLoadState('networkidle');
  await Promise.all(waiting);
  page.off('response', listen);
  return weight;
}
