import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { publicMonthlyReport } from '../services/monthly-reports/manage.ts';
import { problems } from './problem.ts';
import { createRouter } from './router.ts';

const report = createRoute({
  method: 'get',
  path: '/api/v1/places/{code}/reports/{month}',
  'x-access': 'public' as const,
  tags: ['directory'],
  operationId: 'getMonthlyReport',
  summary: 'The monthly report of a place, byte for byte as its hash (x-sha256) is of',
  request: {
    params: z.object({
      code: z.string().max(12).openapi({ example: '9901' }),
      month: z.string().max(7).openapi({ example: '2026-10' }),
    }),
  },
  responses: {
    200: {
      description: 'The document in RFC 8785 JSON',
      content: {
        'application/json': {
          schema: z.object({ format: z.string(), month: z.string() }).loose().openapi('MonthlyReport'),
        },
      },
    },
    304: { description: 'Not changed' },
    ...problems(404),
  },
});

export function monthlyReportRoutes() {
  const router = createRouter();
  router.use('/api/v1/places/:code/reports/*', etag());
  router.openapi(report, async (c) => {
    const { code, month } = c.req.valid('param');
    const { document, sha256 } = await publicMonthlyReport(c.var.ctx, code, month);
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    c.header('x-sha256', sha256);
    return c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' }) as never;
  });
  return router;
}
