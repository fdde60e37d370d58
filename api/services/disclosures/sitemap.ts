import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { commitmentIds } from '../../../db/queries/commitment-list.ts';
import { countPublic, endedWithin, publicBetween } from '../../../db/queries/record-feed.ts';
import { helpTasks } from '../../../site/text/help-pages.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';

const PAGES = [
  '/',
  '/complain',
  '/track',
  '/disclosures',
  '/commitments',
  '/bodies',
  '/responsibilities',
  '/benefits',
  '/township-affairs',
  '/arrears',
  '/policies',
  '/appraisals',
  '/integrity',
  '/integrity/method',
  '/integrity/changes',
  '/open-data',
  '/help',
  ...helpTasks('zh-CN')
    .flat()
    .map((task) => `/help/${task.id}`),
  '/about',
  '/privacy',
  '/accessibility',
];
/** Addresses in one file: the protocol allows 50,000. Each page is there in two languages. */
export const MOST = 50_000;
/** Days for which search engines are told that a record is gone. */
const GONE_DAYS = 30;

interface Entry {
  path: string;
  /** Instant of the last change, where it is known. */
  lastmod?: string;
}

/**
 * `/sitemap.xml`: everything in one file while it fits, else an index of the files below.
 * @param most addresses a file; a test sets a small one
 */
export async function sitemap(ctx: Ctx, most = MOST): Promise<string> {
  const [records, bodies, promises] = await Promise.all([countPublic(ctx.db), bodyPaths(ctx), commitmentPaths(ctx)]);
  const fixed = PAGES.map((path) => ({ path }));
  if (2 * (records + bodies.length + promises.length + fixed.length) <= most) {
    return urlset(ctx, [...fixed, ...bodies, ...promises, ...(await recordsOf(ctx, 1, 1, most))]);
  }
  const names = [
    '/sitemap-pages.xml',
    ...Array.from({ length: Math.ceil((2 * bodies.length) / most) }, (_, i) => `/sitemap-bodies.xml?part=${i + 1}`),
    ...Array.from({ length: parts(records, most) }, (_, i) => `/sitemap-records.xml?part=${i + 1}`),
    ...(promises.length > 0 ? ['/sitemap-commitments.xml'] : []),
    '/sitemap-withdrawn.xml',
  ];
  const stream = new SitemapIndexStream();
  const urls = names.map((name) => ({ url: `${ctx.publicUrl}${name}` }));
  return (await streamToPromise(Readable.from(urls).pipe(stream))).toString('utf8');
}

export const sitemapOfPages = (ctx: Ctx): Promise<string> =>
  urlset(
    ctx,
    PAGES.map((path) => ({ path })),
  );

/** What governments promised; so many as one file takes. */
export const sitemapOfCommitments = async (ctx: Ctx): Promise<string> => urlset(ctx, await commitmentPaths(ctx));

/** @throws DomainError resource.not_found where there is no such part */
export async function sitemapOfBodies(ctx: Ctx, part: number, most = MOST): Promise<string> {
  const size = Math.floor(most / 2);
  const paths = (await bodyPaths(ctx)).slice((part - 1) * size, part * size);
  if (paths.length === 0 && part > 1) throw new DomainError('resource.not_found');
  return urlset(ctx, paths);
}

/** @throws DomainError resource.not_found where there is no such part */
export async function sitemapOfRecords(ctx: Ctx, part: number, most = MOST): Promise<string> {
  const all = parts(await countPublic(ctx.db), most);
  if (part > all) throw new DomainError('resource.not_found');
  return urlset(ctx, await recordsOf(ctx, part, all, most));
}

/** Records that left publication lately: engines come by, hear 410 and drop them sooner. */
export async function sitemapOfWithdrawn(ctx: Ctx): Promise<string> {
  const ended = (await endedWithin(ctx.db, GONE_DAYS, MOST / 2)).filter(
    (record) => visibleTo({ kind: 'public' }, record) === 'tombstone',
  );
  return urlset(
    ctx,
    ended.map((record) => ({
      path: `/disclosures/${record.id}`,
      ...(record.endedAt ? { lastmod: record.endedAt.toISOString() } : {}),
    })),
  );
}

/**
 * Into how many files the records go: a power of two, so that each takes a range of ids and a record stays in its file
 * while others come and go. Ids are drawn evenly; a file is planned three quarters full.
 */
function parts(records: number, most: number): number {
  let n = 1;
  while ((2 * records) / n > 0.75 * most && n < 65_536) n *= 2;
  return n;
}

async function recordsOf(ctx: Ctx, part: number, all: number, most: number): Promise<Entry[]> {
  const step = 65_536 / all;
  const prefix = (n: number) => n.toString(16).padStart(4, '0');
  const from = `${prefix((part - 1) * step)}0000-0000-0000-0000-000000000000`;
  const to = `${prefix(part * step - 1)}ffff-ffff-ffff-ffff-ffffffffffff`;
  const rows = await publicBetween(ctx.db, from, to, Math.floor(most / 2));
  return rows
    .filter((row) => visibleTo({ kind: 'public' }, row) === 'public')
    .map((row) => ({ path: `/disclosures/${row.id}`, lastmod: row.changedAt }));
}

async function commitmentPaths(ctx: Ctx): Promise<Entry[]> {
  const rows = await commitmentIds(ctx.db, MOST / 2);
  return rows.map((row) => ({ path: `/commitments/${row.id}` }));
}

async function bodyPaths(ctx: Ctx): Promise<Entry[]> {
  const { bodies } = await ctx.directory();
  return [...bodies.keys()].sort().map((id) => ({ path: `/bodies/${id}` }));
}

/** Each page as two addresses that name one another. */
async function urlset(ctx: Ctx, entries: readonly Entry[]): Promise<string> {
  const items = entries.flatMap(({ path, lastmod }) => {
    const english = `/en${path === '/' ? '' : path}`;
    const links = [
      { lang: 'zh-CN', url: path },
      { lang: 'en', url: english },
    ];
    return [path, english].map((url) => ({ url, ...(lastmod ? { lastmod } : {}), links }));
  });
  if (items.length === 0) {
    // The library writes nothing for nothing.
    return '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>';
  }
  const stream = new SitemapStream({ hostname: ctx.publicUrl });
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString('utf8');
}
