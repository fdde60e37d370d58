import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { COMPONENTS, FIGURE_KINDS } from '../domain/integrity.ts';
import { integrityCsv } from '../services/integrity/csv.ts';
import type { IntegrityFigure } from '../services/integrity/figure.ts';
import { type IntegrityRow, integrityRanking } from '../services/integrity/read.ts';
import { problems } from './problem.ts';
import { createRouter } from './router.ts';

const number = z.number().nullable();
const Figure = z
  .object({
    month: z.string().openapi({ example: '2026-11' }),
    version: z.string(),
    weights: z.number().int().openapi({ description: 'Number of the weights, see /integrity/changes' }),
    score: number,
    low: number,
    high: number,
    ranked: z.boolean(),
    components: z.array(
      z.object({
        component: z.enum(COMPONENTS),
        weight: z.number().int(),
        part: number.openapi({ description: 'Null: hidden, being too few' }),
        total: number,
        value: number,
        low: number,
        high: number,
        counted: z.boolean(),
      }),
    ),
  })
  .openapi('IntegrityFigure', { description: '0 to 100 with its interval, and the counts it is made of' });
const Row = z.object({
  kind: z.enum(FIGURE_KINDS),
  id: z.string(),
  name: z.string(),
  rank: z.number().int().nullable(),
  figure: Figure.nullable(),
});
const Answer = z
  .object({
    place: z.object({ code: z.string(), name: z.string() }),
    here: Figure.nullable(),
    rows: z.array(Row),
    more: z.boolean(),
    countedAt: z.iso.datetime().nullable(),
  })
  .openapi('IntegrityRanking');
const query = z.object({
  place: z.string().max(12).optional().openapi({ example: '32' }),
  of: z.enum(['places', 'bodies']).default('places'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
const common = { method: 'get' as const, 'x-access': 'public' as const, tags: ['directory'], request: { query } };
const ranking = createRoute({
  ...common,
  path: '/api/v1/integrity',
  operationId: 'rankIntegrity',
  summary: 'The integrity monitor: places right below a place, or bodies in it, with their scores and all counts',
  responses: {
    200: { description: 'The ranking', content: { 'application/json': { schema: Answer } } },
    304: { description: 'Not changed' },
    ...problems(400, 404),
  },
});
const table = createRoute({
  ...common,
  path: '/api/v1/integrity.csv',
  operationId: 'downloadIntegrity',
  summary: 'The same as a table',
  responses: {
    200: { description: 'The table', content: { 'text/csv': { schema: z.string() } } },
    304: { description: 'Not changed' },
    ...problems(400, 404),
  },
});

const figure = (one: IntegrityFigure | null): z.output<typeof Figure> | null =>
  one && {
    month: one.month.slice(0, 7),
    version: one.version,
    weights: one.weightsId,
    score: one.score,
    low: one.low,
    high: one.high,
    ranked: one.ranked,
    components: one.components,
  };
const row = ({ kind, id, name, rank, figure: made }: IntegrityRow) => ({ kind, id, name, rank, figure: figure(made) });

export function integrityRoutes() {
  const router = createRouter();
  for (const path of ['/api/v1/integrity', '/api/v1/integrity.csv']) router.use(path, etag());
  router.openapi(ranking, async (c) => {
    const { place, here, rows, more, countedAt } = await integrityRanking(c.var.ctx, c.req.valid('query'));
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    return c.json(
      {
        place: { code: place.code, name: place.name },
        here: figure(here),
        rows: rows.map(row),
        more,
        countedAt: countedAt?.toISOString() ?? null,
      },
      200,
    );
  });
  router.openapi(table, async (c) => {
    const { name, csv } = await integrityCsv(c.var.ctx, c.req.valid('query'));
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    c.header('content-disposition', `attachment; filename="${name}"`);
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8' }) as never;
  });
  return router;
}
