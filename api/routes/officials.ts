import { createRoute } from '@hono/zod-openapi';
import { ReportAnswer, ReportQuery } from '../contracts/report.ts';
import { readReport } from '../services/reports/read.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';

const official = { tags: ['officials'], 'x-access': 'official' as const };

const reportRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/reports',
  operationId: 'readReport',
  summary: 'How bodies dealt with what was filed in a period',
  description:
    'Counts with their rates, 95 % Wilson intervals, median and distribution of days, for the bodies in reach. No body with fewer than 30 cases is ranked.',
  request: { query: ReportQuery },
  responses: {
    200: { description: 'The report', content: { 'application/json': { schema: ReportAnswer } } },
    ...problems(400, 401, 403, 404, 503),
  },
} satisfies DeclaredRoute);

/** Figures for officials, for the systems that they already work with. */
export function officialRoutes() {
  const router = createRouter();
  router.openapi(reportRoute, async (c) =>
    c.json(ReportAnswer.parse(await readReport(c.var.ctx, c.req.valid('query'))), 200, { 'cache-control': 'no-store' }),
  );
  return router;
}
