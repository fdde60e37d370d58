import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { INDICATORS } from '../domain/rating.ts';
import { bodyRatings, pointRatings, type Rated } from '../services/ratings/figure-pages.ts';
import { ratingCsv } from '../services/ratings/figures-csv.ts';
import { problems } from './problem.ts';
import { createRouter, type Env } from './router.ts';

const count = z.number().int();
const share = z.number().nullable();
const Share = z.object({ part: count, total: count, value: share, low: share, high: share });
const Figures = z
  .object({
    total: count,
    satisfied: count,
    rate: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    levels: z.array(z.object({ level: z.number().int().min(1).max(5), count })),
    setAside: count,
    repeated: count,
    indicators: z.array(z.object({ indicator: z.enum(INDICATORS), good: count, bad: count })),
    months: z.array(z.object({ month: z.string(), given: count, satisfied: count, setAside: count })),
    realNameAnswered: Share,
    validPutRight: Share,
    changes: z.array(z.object({ at: z.iso.datetime(), outcome: z.string(), text: z.string() })),
  })
  .openapi('RatingFigures', {
    description:
      'Counts always; `rate` from 30 ratings on, with its 95 % Wilson interval. Ratings that were set aside by review are counted in all others.',
  });
const Body = z.object({ id: z.uuid(), name: z.string(), division: z.string() });
const OfBody = z.object({ body: Body, figures: Figures }).openapi('BodyRatings');
const OfPoint = z
  .object({
    point: z.object({ id: z.uuid(), name: z.string(), placeName: z.string(), kind: z.string(), revoked: z.boolean() }),
    body: Body,
    figures: Figures,
  })
  .openapi('PointRatings');

const params = z.object({ id: z.string().max(64) });
const common = { method: 'get' as const, 'x-access': 'public' as const, tags: ['ratings'], request: { params } };
const json = <S extends z.ZodType>(schema: S) => ({
  200: { description: 'The figures', content: { 'application/json': { schema } } },
  304: { description: 'Not changed' },
  ...problems(404),
});
const csv = {
  200: { description: 'The table', content: { 'text/csv': { schema: z.string() } } },
  304: { description: 'Not changed' },
  ...problems(404),
};
const body = createRoute({
  ...common,
  path: '/api/v1/bodies/{id}/ratings',
  operationId: 'getBodyRatings',
  summary: 'How a body was rated, and what it did about bad ratings',
  responses: json(OfBody),
});
const bodyCsv = createRoute({
  ...common,
  path: '/api/v1/bodies/{id}/ratings.csv',
  operationId: 'downloadBodyRatings',
  summary: 'The same as a table: a row a month and level',
  responses: csv,
});
const point = createRoute({
  ...common,
  path: '/api/v1/points/{id}/ratings',
  operationId: 'getPointRatings',
  summary: 'How a service point was rated, and what was done about bad ratings',
  responses: json(OfPoint),
});
const pointCsv = createRoute({
  ...common,
  path: '/api/v1/points/{id}/ratings.csv',
  operationId: 'downloadPointRatings',
  summary: 'The same as a table: a row a month and level',
  responses: csv,
});

function shown({ figures: f }: Rated): z.output<typeof Figures> {
  const { total, satisfied, rate, first, last, levels } = f.summary;
  return {
    total,
    satisfied,
    rate,
    first,
    last,
    levels,
    setAside: f.setAside,
    repeated: f.repeated,
    indicators: f.indicators,
    months: f.months,
    realNameAnswered: f.loop.answered,
    validPutRight: f.loop.putRight,
    changes: f.changes.map(({ at, outcome, text }) => ({ at: at.toISOString(), outcome, text })),
  };
}

const FRESH = 'public, max-age=0, must-revalidate';

function table(c: Context<Env>, name: string, { figures }: Rated) {
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', 'attachment; filename="ratings.csv"');
  c.header('cache-control', FRESH);
  return c.body(ratingCsv(name, figures), 200);
}

export function ratingFigureRoutes() {
  const router = createRouter();
  router.openapi(body, async (c) => {
    const found = await bodyRatings(c.var.ctx, c.req.valid('param').id);
    c.header('cache-control', FRESH);
    return c.json({ body: found.body, figures: shown(found) }, 200);
  });
  router.openapi(bodyCsv, async (c) => {
    const found = await bodyRatings(c.var.ctx, c.req.valid('param').id);
    return table(c, found.body.name, found);
  });
  router.openapi(point, async (c) => {
    const found = await pointRatings(c.var.ctx, c.req.valid('param').id);
    const { id, name, placeName, kind, revoked } = found.point;
    c.header('cache-control', FRESH);
    return c.json({ point: { id, name, placeName, kind, revoked }, body: found.body, figures: shown(found) }, 200);
  });
  router.openapi(pointCsv, async (c) => {
    const found = await pointRatings(c.var.ctx, c.req.valid('param').id);
    return table(c, `${found.point.placeName} ${found.point.name}`, found);
  });
  return router;
}
