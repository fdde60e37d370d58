import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { AGE_BANDS } from '../domain/payment-schedule.ts';
import { arrearsYear, getArrearsReport } from '../services/arrears/read.ts';
import { problems } from './problem.ts';
import { createRouter } from './router.ts';
import { answered } from './shape.ts';

const yuan = z.string().openapi({ description: 'CNY with two decimals', example: '750.00' });
const day = z.iso.date();
const count = z.number().int();
const Document = z
  .object({
    format: z.literal('jiannuo-arrears-1'),
    body: z.object({ id: z.uuid(), name: z.string() }),
    year: count,
    asOf: day,
    figures: z.object({
      contracts: count,
      total: yuan,
      paid: yuan,
      arrears: yuan,
      contractsInArrears: count,
      bands: z.array(z.object({ band: z.enum(AGE_BANDS), debts: count, amount: yuan })),
      lines: z.array(
        z.object({
          id: z.uuid().openapi({ description: 'Of the commitment' }),
          title: z.string(),
          contractNumber: z.string().nullable(),
          beneficiary: z.string(),
          total: yuan,
          paid: yuan,
          arrears: yuan,
          oldestOn: day,
          daysLate: count,
        }),
      ),
    }),
  })
  .openapi('ArrearsReport', { description: 'The report as it was published: its SHA-256 is that of these bytes' });
const List = z.object({
  year: count,
  dueOn: day,
  items: z.array(
    z.object({
      id: z.uuid(),
      publishedOn: day,
      late: z.boolean(),
      sha256: z.string(),
      explanation: z.string().nullable(),
      document: Document,
    }),
  ),
  nextCursor: z.string().nullable(),
});

const common = { method: 'get' as const, 'x-access': 'public' as const, tags: ['commitments'] };
const list = createRoute({
  ...common,
  path: '/api/v1/arrears-reports',
  operationId: 'listArrearsReports',
  summary: 'Yearly reports of overdue payments, the newest first',
  request: { query: z.object({ year: z.string().max(4).optional(), cursor: z.string().max(1024).optional() }) },
  responses: { 200: answered(List, 'The reports of a year'), 304: { description: 'Not changed' }, ...problems(400) },
});
const one = createRoute({
  ...common,
  path: '/api/v1/arrears-reports/{id}',
  operationId: 'getArrearsReport',
  summary: 'A report, byte for byte as it was published',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 200: answered(Document, 'The report'), 304: { description: 'Not changed' }, ...problems(404) },
});

export function arrearsRoutes() {
  const router = createRouter();
  for (const path of ['/api/v1/arrears-reports', '/api/v1/arrears-reports/*']) router.use(path, etag());
  router.openapi(list, async (c) => {
    const { year, cursor } = c.req.valid('query');
    const page = await arrearsYear(c.var.ctx, { ...(year ? { year } : {}), ...(cursor ? { cursor } : {}) });
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    if (page.nextCursor) {
      const next = new URLSearchParams({ year: String(page.year), cursor: page.nextCursor });
      c.header('link', `<${c.var.ctx.publicUrl}/api/v1/arrears-reports?${next}>; rel="next"`);
    }
    return c.json({ year: page.year, dueOn: page.dueOn, items: page.reports, nextCursor: page.nextCursor }, 200);
  });
  router.openapi(one, async (c) => {
    const { canonical } = await getArrearsReport(c.var.ctx, c.req.valid('param').id);
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    return c.body(canonical, 200, { 'content-type': 'application/json; charset=utf-8' }) as never;
  });
  return router;
}
