import { createRoute } from '@hono/zod-openapi';
import { AuditPage, AuditQuery } from '../contracts/audit.ts';
import { ReportAnswer, ReportQuery } from '../contracts/report.ts';
import { readAudit } from '../services/audit/read.ts';
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

const auditRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/audit',
  operationId: 'readAudit',
  summary: 'Who did and who read what, for auditors',
  description: 'Events and readings over the bodies in reach, newest first. Words of a case are not in it.',
  request: { query: AuditQuery },
  responses: {
    200: { description: 'A page of entries', content: { 'application/json': { schema: AuditPage } } },
    ...problems(400, 401, 403, 503),
  },
} satisfies DeclaredRoute);

/** Figures and the log for officials, for the systems that they already work with. */
export function officialRoutes() {
  const router = createRouter();
  router.openapi(reportRoute, async (c) =>
    c.json(ReportAnswer.parse(await readReport(c.var.ctx, c.req.valid('query'))), 200, { 'cache-control': 'no-store' }),
  );
  router.openapi(auditRoute, async (c) =>
    c.json(AuditPage.parse(await readAudit(c.var.ctx, c.req.valid('query'))), 200, { 'cache-control': 'no-store' }),
  );
  return router;
}
