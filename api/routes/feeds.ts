import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { DisclosureFilters } from '../contracts/disclosure.ts';
import { parse } from '../contracts/parse.ts';
import { disclosureFeed } from '../services/disclosures/feed.ts';
import {
  sitemap,
  sitemapOfBodies,
  sitemapOfCommitments,
  sitemapOfPages,
  sitemapOfRecords,
  sitemapOfWithdrawn,
} from '../services/disclosures/sitemap.ts';
import { fresh, openToAll } from './conditional.ts';
import { problems } from './problem.ts';
import { createRouter, type Env } from './router.ts';

const file = (description: string, type: string) => ({ description, content: { [type]: { schema: z.string() } } });
const common = { method: 'get' as const, 'x-access': 'public' as const, tags: ['disclosures'] };
const unchanged = { 304: { description: 'Not changed' } };

const feed = createRoute({
  ...common,
  path: '/feeds/disclosures.atom',
  operationId: 'followDisclosures',
  summary: 'The newest records of a selection as Atom',
  description:
    'Fifty entries a document; `rel="next"` leads to the fifty before (RFC 5005, paged feeds). The selection is that of the list.',
  request: { query: DisclosureFilters.extend({ cursor: z.string().max(1024).optional() }) },
  responses: { 200: file('The feed', 'application/atom+xml'), ...unchanged, ...problems(400) },
});

const map = (path: string, operationId: string, summary: string) =>
  createRoute({
    ...common,
    path,
    operationId,
    summary,
    responses: { 200: file('The sitemap', 'application/xml'), ...unchanged },
  });
const Part = z.strictObject({ part: z.coerce.number().int().min(1).max(65_536).default(1) });
const partly = (path: string, operationId: string, summary: string) =>
  createRoute({
    ...common,
    path,
    operationId,
    summary,
    request: { query: Part },
    responses: { 200: file('The sitemap', 'application/xml'), ...unchanged, ...problems(400, 404) },
  });

/** What others come for by themselves: readers of feeds, and search engines. */
export function feedRoutes() {
  const router = createRouter();
  const answer = (c: Context<Env>, text: string, type: string) => {
    openToAll(c);
    return (fresh(c, text) ?? c.body(text, 200, { 'content-type': `${type}; charset=utf-8` })) as never;
  };
  const xml = 'application/xml';

  router.openapi(feed, async (c) => answer(c, await disclosureFeed(c.var.ctx, c.req.query()), 'application/atom+xml'));
  router.openapi(map('/sitemap.xml', 'getSitemap', 'Addresses of public pages for search engines'), async (c) =>
    answer(c, await sitemap(c.var.ctx), xml),
  );
  router.openapi(map('/sitemap-pages.xml', 'getSitemapOfPages', 'Fixed pages'), async (c) =>
    answer(c, await sitemapOfPages(c.var.ctx), xml),
  );
  router.openapi(partly('/sitemap-bodies.xml', 'getSitemapOfBodies', 'Pages of bodies'), async (c) =>
    answer(c, await sitemapOfBodies(c.var.ctx, parse(Part, c.req.query()).part), xml),
  );
  router.openapi(partly('/sitemap-records.xml', 'getSitemapOfRecords', 'Pages of records'), async (c) =>
    answer(c, await sitemapOfRecords(c.var.ctx, parse(Part, c.req.query()).part), xml),
  );
  router.openapi(map('/sitemap-commitments.xml', 'getSitemapOfCommitments', 'Pages of commitments'), async (c) =>
    answer(c, await sitemapOfCommitments(c.var.ctx), xml),
  );
  router.openapi(
    map('/sitemap-withdrawn.xml', 'getSitemapOfWithdrawn', 'Records that were taken off lately'),
    async (c) => answer(c, await sitemapOfWithdrawn(c.var.ctx), xml),
  );
  return router;
}
