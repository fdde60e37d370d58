import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { BODY_KINDS } from '../domain/directory.ts';
import { creditCsv as creditTable } from '../services/directory/credit-csv.ts';
import { type CreditFile, creditFile } from '../services/directory/credit-file.ts';
import { placePage } from '../services/places/place-page.ts';
import { problems } from './problem.ts';
import { createRouter } from './router.ts';

const count = z.number().int();
const share = z.number().nullable();
const Rate = z
  .object({ part: count, total: count, value: share, low: share, high: share })
  .openapi('Rate', { description: 'A share with its counts and its 95 % Wilson interval; null where total is 0' });
const Outcomes = z
  .object({
    received: count,
    answered: Rate,
    inTime: Rate,
    closed: count,
    bodySolved: Rate,
    solved: Rate,
    silent: count,
  })
  .openapi('CaseOutcomes', { description: 'Cases of the last twelve months' });
const Credit = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(BODY_KINDS),
    division: z.string(),
    counted: z.array(z.object({ id: z.uuid(), name: z.string() })).openapi({ description: 'Predecessors' }),
    records: z.object({
      published: count,
      underObjection: count,
      rectifying: count,
      kinds: z.array(z.object({ kind: z.string(), published: count, underObjection: count, rectifying: count })),
    }),
    handled: Outcomes.nullable().openapi({ description: 'Null: fewer than ten cases' }),
    about: Outcomes.nullable().openapi({
      description: 'Null: fewer than ten cases, or others below ten would come out by subtraction',
    }),
    ratings: z.object({ total: count, satisfied: count }),
  })
  .openapi('CreditFile');
const Row = z.object({
  code: z.string(),
  name: z.string(),
  rank: count.nullable(),
  published: count,
  lostJudgments: count,
  unperformed: count,
  dishonesty: count,
  warnings: count,
  honours: count,
  putRight: Rate,
  cases: Outcomes.nullable(),
});
const PlaceAnswer = z
  .object({
    here: Row,
    owed: z.object({ judgments: count, withAmount: count, amount: z.string().nullable() }).openapi({
      description: 'Public effective judgments that are not obeyed; the sum of those that name an amount, CNY',
    }),
    children: z.array(Row),
    years: z.array(z.object({ year: count, published: count, broken: count })),
    countedAt: z.iso.datetime().nullable(),
  })
  .openapi('PlaceFigures');

const common = { method: 'get' as const, 'x-access': 'public' as const, tags: ['directory'] };
const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});
const body = z.object({ id: z.string().max(64) });
const credit = createRoute({
  ...common,
  path: '/api/v1/bodies/{id}/credit-file',
  operationId: 'getCreditFile',
  summary: 'How a body keeps its word: records, cases, ratings, each with its counts',
  request: { params: body },
  responses: { 200: json('The file', Credit), 304: { description: 'Not changed' }, ...problems(404) },
});
const creditCsv = createRoute({
  ...common,
  path: '/api/v1/bodies/{id}/credit-file.csv',
  operationId: 'downloadCreditFile',
  summary: 'The same as a table: a figure a row',
  request: { params: body },
  responses: {
    200: { description: 'The table', content: { 'text/csv': { schema: z.string() } } },
    304: { description: 'Not changed' },
    ...problems(404),
  },
});
const place = createRoute({
  ...common,
  path: '/api/v1/places/{code}',
  operationId: 'getPlaceFigures',
  summary: 'How the bodies of a place and of each place below it keep their word',
  request: { params: z.object({ code: z.string().max(12).openapi({ example: '3203' }) }) },
  responses: { 200: json('The figures', PlaceAnswer), 304: { description: 'Not changed' }, ...problems(404) },
});

function answer({ body, counted, records, handled, about, ratings }: CreditFile): z.output<typeof Credit> {
  const { id, name, kind, division } = body;
  const { total, satisfied } = ratings;
  return { id, name, kind, division, counted, records, handled, about, ratings: { total, satisfied } };
}

export function placeRoutes() {
  const router = createRouter();
  for (const path of ['/api/v1/places/*', '/api/v1/bodies/:id/*']) router.use(path, etag());
  router.use('/api/v1/places/*', async (c, next) => {
    await next();
    c.header('cache-control', 'public, max-age=0, must-revalidate');
  });

  router.openapi(credit, async (c) => {
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    return c.json(answer(await creditFile(c.var.ctx, c.req.valid('param').id)), 200);
  });
  router.openapi(creditCsv, async (c) => {
    const csv = creditTable(await creditFile(c.var.ctx, c.req.valid('param').id));
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    c.header('content-disposition', 'attachment; filename="credit-file.csv"');
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8' }) as never;
  });
  router.openapi(place, async (c) => {
    const page = await placePage(c.var.ctx, c.req.valid('param').code, []);
    const row = ({ place: { code, name }, rank, records, putRight, cases }: (typeof page)['here']) => {
      const { code: _, repaired: __, ...counts } = records;
      return { code, name, rank, ...counts, putRight, cases };
    };
    return c.json(
      {
        here: row(page.here),
        owed: page.owed,
        children: page.children.map(row),
        years: page.years,
        countedAt: page.countedAt?.toISOString() ?? null,
      },
      200,
    );
  });
  return router;
}
