import { startSite } from '../support/site.ts';
import { type Figure, figure } from './figure.ts';
import { pageRatio } from './page-ratio.ts';

const ACCEPT = { 'accept-encoding': 'br' };

/** Requests per second of a cached page over those of a bare node:http server sending the same bytes, each on one core. */
async function cachedPageRatio(): Promise<number> {
  const site = await startSite();
  try {
    // Filled by the first request, confirmed by the second.
    await fetch(`${site.url}/about`, { headers: ACCEPT });
    return await pageRatio(site, '/about', ACCEPT);
  } finally {
    await site.stop();
  }
}

export const figures: Figure[] = [
  figure({ name: 'page.cached.ratio', unit: 'ratio', goal: { atLeast: 0.7 }, run: cachedPageRatio }),
];
