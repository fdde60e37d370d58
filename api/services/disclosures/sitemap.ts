import { Readable } from 'node:stream';
import { SitemapStream, streamToPromise } from 'sitemap';
import { publicAddresses } from '../../../db/queries/disclosure-search.ts';
import { endedWithin } from '../../../db/queries/disclosures.ts';
import type { Ctx } from '../context.ts';

const PAGES = [
  '/',
  '/complain',
  '/track',
  '/disclosures',
  '/bodies',
  '/responsibilities',
  '/open-data',
  '/help',
  '/about',
];
const MOST = 20_000; // records, each in two languages: the format allows 50,000 addresses

const GONE_DAYS = 30;

/** Public pages and the newest records, each in both languages with the day of its last change. */
export async function sitemap(ctx: Ctx): Promise<string> {
  const records = await publicAddresses(ctx.sql, MOST);
  return written(ctx, [
    ...PAGES.map((path) => ({ path, lastmod: null })),
    ...records.map((r) => ({ path: `/disclosures/${r.id}`, lastmod: r.changedAt })),
  ]);
}

/** Records that ended within thirty days: engines come again, are answered 410 and drop them. Addresses only. */
export async function sitemapWithdrawn(ctx: Ctx): Promise<string> {
  const records = await endedWithin(ctx.db, GONE_DAYS, MOST);
  return written(
    ctx,
    records.map((r) => ({ path: `/disclosures/${r.id}`, lastmod: r.endedAt })),
  );
}

async function written(ctx: Ctx, pages: readonly { path: string; lastmod: Date | null }[]): Promise<string> {
  const entries = pages.map(({ path, lastmod }) => ({
    url: path,
    ...(lastmod ? { lastmod: lastmod.toISOString() } : {}),
    links: [
      { lang: 'zh-CN', url: path },
      { lang: 'en', url: `/en${path === '/' ? '' : path}` },
    ],
  }));
  // The library writes nothing at all for no address: an empty map is a map.
  if (entries.length === 0) return EMPTY;
  const stream = new SitemapStream({ hostname: ctx.publicUrl });
  return (await streamToPromise(Readable.from(entries).pipe(stream))).toString('utf8');
}
const EMPTY =
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>';
