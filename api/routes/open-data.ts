import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { DATASETS, SET_FORMATS, SET_PARTS, savedName } from '../domain/open-data.ts';
import { catalogue, releaseList } from '../services/open-data/catalogue.ts';
import { checksums } from '../services/open-data/checksums.ts';
import { dataPackage } from '../services/open-data/data-package.ts';
import { fileStream, publicFiles, releaseOf, type ServedFile, servedFile } from '../services/open-data/serve.ts';
import { fresh, openToAll, type Span, spanOf } from './conditional.ts';
import { problems } from './problem.ts';
import { createRouter, type Env } from './router.ts';

const release = z.string().max(20).openapi({ description: '`latest`, or a release by its name', example: 'latest' });
const get = { method: 'get' as const, 'x-access': 'public' as const, tags: ['open-data'] };
const unchanged = { 304: { description: 'Not changed' } };
const json = <S extends z.ZodType>(description: string, schema: S, type = 'application/json') => ({
  description,
  content: { [type]: { schema } },
});
const SetFile = z
  .object({
    name: z.string().openapi({ example: 'disclosures.csv.gz' }),
    url: z.url(),
    dataset: z.enum(DATASETS),
    part: z.enum(SET_PARTS).exclude(['index']),
    format: z.enum(SET_FORMATS).exclude(['index']),
    rows: z.number().int(),
    bytes: z.number().int(),
    sha256: z.string().openapi({ description: 'Of the file as it lies there, hexadecimal' }),
  })
  .openapi('OpenDataFile');
const Release = z
  .object({
    name: z.string().openapi({ example: '2026-11-21' }),
    url: z.url(),
    builtAt: z.iso.datetime(),
    previous: z
      .string()
      .nullable()
      .openapi({ description: 'The release that the deltas lead from; null: a new beginning' }),
    revisedAt: z.iso
      .datetime()
      .nullable()
      .openapi({ description: 'When an ended record was last taken out of its files' }),
    files: z.array(SetFile),
  })
  .openapi('OpenDataRelease');

const list = createRoute({
  ...get,
  path: '/open-data/releases.json',
  operationId: 'listOpenDataReleases',
  summary: 'Releases that are kept, newest first, with their files',
  responses: { 200: json('The releases', z.object({ items: z.array(Release), nextCursor: z.null() })), ...unchanged },
});
const dcat = createRoute({
  ...get,
  path: '/open-data/catalog.jsonld',
  operationId: 'getCatalogue',
  summary: 'The catalogue as DCAT 3 in JSON-LD',
  responses: { 200: json('The catalogue', z.looseObject({}), 'application/ld+json'), ...unchanged },
});
const described = createRoute({
  ...get,
  path: '/open-data/{release}/datapackage.json',
  operationId: 'getDataPackage',
  summary: 'One release as a Data Package 2.0 with Table Schema, bytes and SHA-256',
  request: { params: z.object({ release }) },
  responses: { 200: json('The package', z.looseObject({ name: z.string() })), ...unchanged, ...problems(404) },
});
const file = createRoute({
  ...get,
  path: '/open-data/{release}/{file}',
  operationId: 'downloadOpenData',
  summary: 'A file of a release',
  description:
    'Names end with .gz; without that ending the same content comes unpacked. `SHA256SUMS` names the hashes of all. Ranges are answered for packed files.',
  request: {
    params: z.object({ release, file: z.string().max(60).openapi({ example: 'disclosures.csv.gz' }) }),
  },
  responses: {
    200: json('The file', z.string().openapi({ format: 'binary' }), 'application/octet-stream'),
    206: json('A part of it', z.string().openapi({ format: 'binary' }), 'application/octet-stream'),
    ...unchanged,
    416: { description: 'The file is shorter' },
    ...problems(404, 503),
  },
});

export function openDataRoutes() {
  const router = createRouter();
  for (const path of [
    '/open-data/releases.json',
    '/open-data/catalog.jsonld',
    '/open-data/:release/datapackage.json',
  ]) {
    router.use(path, etag());
  }
  router.openapi(list, async (c) => {
    const answer = await releaseList(c.var.ctx);
    openToAll(c);
    return c.json(answer as never, 200);
  });
  router.openapi(dcat, async (c) => {
    const answer = await catalogue(c.var.ctx);
    openToAll(c);
    return c.body(JSON.stringify(answer), 200, { 'content-type': 'application/ld+json; charset=utf-8' }) as never;
  });
  router.openapi(described, async (c) => {
    const { ctx } = c.var;
    const found = await releaseOf(ctx, c.req.valid('param').release);
    const answer = dataPackage(ctx, found, await publicFiles(ctx, found));
    openToAll(c);
    return c.json(answer as never, 200);
  });
  router.openapi(file, async (c) => {
    const { release: name, file: wanted } = c.req.valid('param');
    if (wanted === 'SHA256SUMS') {
      const text = await checksums(c.var.ctx, name);
      openToAll(c);
      return fresh(c, text) ?? (c.body(text, 200, { 'content-type': 'text/plain; charset=utf-8' }) as never);
    }
    return (await send(c, await servedFile(c.var.ctx, name, wanted))) as never;
  });
  return router;
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  ftm: 'application/x-ndjson; charset=utf-8',
};
const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

/**
 * A packed file as it lies there; without .gz the content, which travels packed to whoever takes gzip. Each of the three
 * forms has a strong ETag of its own. Repr-Digest (RFC 9530) lets a client check what it saved.
 */
async function send(c: Context<Env>, found: ServedFile): Promise<Response> {
  const coded = found.plain && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  const [tag, length, digest] = !found.plain
    ? [`"${found.sha256}"`, found.bytes, found.sha256]
    : coded
      ? [`"${found.sha256}-gzip"`, found.bytes, found.sha256]
      : [`"${found.contentSha256}"`, found.contentBytes, found.contentSha256];
  openToAll(c);
  c.header('etag', tag);
  c.header('last-modified', new Date(found.release.revisedAt ?? found.release.builtAt).toUTCString());
  c.header('repr-digest', `sha-256=:${base64(digest)}:`);
  const known = fresh(c, null, tag);
  if (known) return known;
  const saved = savedName(found.release.name, found.name);
  c.header('content-disposition', `attachment; filename="${found.plain ? saved.replace(/\.gz$/, '') : saved}"`);
  c.header('content-type', found.plain ? TYPES[found.format] : 'application/gzip');
  if (coded) c.header('content-encoding', 'gzip');
  const span: Span = found.plain || c.req.method === 'HEAD' ? { part: 'all' } : spanOf(c, tag, length);
  if (!found.plain) c.header('accept-ranges', 'bytes');
  if (span.part === 'none') {
    c.header('content-range', `bytes */${length}`);
    return c.body(null, 416);
  }
  const { start, end } = span.part === 'some' ? span : { start: 0, end: length - 1 };
  if (span.part === 'some') c.header('content-range', `bytes ${start}-${end}/${length}`);
  c.header('content-length', String(end - start + 1));
  if (c.req.method === 'HEAD') return c.body(null, 200);
  const stream = await fileStream(
    c.var.ctx,
    found,
    found.plain && !coded,
    span.part === 'some' ? { start, end } : undefined,
  );
  return c.body(Readable.toWeb(stream) as ReadableStream, span.part === 'some' ? 206 : 200);
}
