import { Readable } from 'node:stream';
import { SitemapStream, streamToPromise } from 'sitemap';
import { publicAddresses } from '../../../db/queries/disclosure-search.ts';
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

/** Public pages and the newest records, each in both languages with the day of its last change. */
export async function sitemap(ctx: Ctx): Promise<string> {
  const records = await publicAddresses(ctx.sql, MOST);
  const entries = [
    ...PAGES.map((path) => ({ path, lastmod: undefined })),
    ...records.map((r) => ({ path: `/disclosures/${r.id}`, lastmod: r.changedAt.toISOString() })),
  ].map(({ path, lastmod }) => ({
    url: path,
    ...(lastmod ? { lastmod } : {}),
    links: [
      { lang: 'zh-CN', url: path },
      { lang: 'en', url: `/en${path === '/' ? '' : path}` },
    ],
  }));
  const stream = new SitemapStream({ hostname: ctx.publicUrl });
  return (await streamToPromise(Readable.from(entries).pipe(stream))).toString('utf8');
}
