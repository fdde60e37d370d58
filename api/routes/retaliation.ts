import { createRoute, z } from '@hono/zod-openapi';
import { LookupCase, SentAnswer } from '../contracts/casework.ts';
import { AnswerReport, OwnReports, ReportList, ReportRetaliationByCode, ReportView } from '../contracts/retaliation.ts';
import { openCase } from '../services/complaints/open-case.ts';
import { answerReport } from '../services/retaliation/answer.ts';
import { ownReports } from '../services/retaliation/own-reports.ts';
import { listReports, readReport } from '../services/retaliation/read.ts';
import { reportRetaliation } from '../services/retaliation/report.ts';
import { byCode, CODE, params } from './own-case.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered, json } from './shape.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const official = { tags: ['officials'], 'x-access': 'official' as const };
const byId = z.strictObject({ id: z.string().max(60) });

const reportRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/retaliation-reports',
  operationId: 'reportRetaliation',
  summary: 'Tell the superior of the handler of retaliation',
  description:
    'Read only by supervisors of the body above the handler. Nothing of the case changes: the handler sees no trace of it.',
  request: {
    params,
    body: {
      required: true,
      content: json(ReportRetaliationByCode, { queryCode: CODE, text: '反映之后，有人来要求我撤回。' }),
    },
  },
  responses: { 201: answered(SentAnswer, 'Sent'), ...problems(400, 403, 409, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const ownRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/retaliation-reports/lookup',
  operationId: 'lookUpRetaliationReports',
  summary: 'What was told of retaliation, and what the superior answered',
  request: { params, body: { required: true, content: json(LookupCase, { queryCode: CODE }) } },
  responses: { 200: answered(OwnReports, 'Words of both'), ...problems(400, 403, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const listRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/retaliation-reports',
  operationId: 'listRetaliationReports',
  summary: 'Reports of retaliation that lie with the body, for its supervisors',
  request: { query: z.strictObject({ cursor: z.string().max(1000).optional() }) },
  responses: { 200: answered(ReportList, 'A page of reports'), ...problems(400, 401, 403, 503) },
} satisfies DeclaredRoute);

const readRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/retaliation-reports/{id}',
  operationId: 'readRetaliationReport',
  summary: 'One report; reading it is written down',
  request: { params: byId },
  responses: { 200: answered(ReportView, 'The report'), ...problems(401, 403, 404, 410, 503) },
} satisfies DeclaredRoute);

const answerRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/retaliation-reports/{id}/answer',
  operationId: 'answerRetaliationReport',
  summary: 'Answer it, on the tracking page only',
  request: { params: byId, body: { required: true, content: json(AnswerReport, { text: '已派人核实，请放心。' }) } },
  responses: {
    201: answered(z.strictObject({ id: z.string() }), 'Sent'),
    ...problems(400, 401, 403, 404, 410, 413, 503),
  },
} satisfies DeclaredRoute);

/** Retaliation: the complainant's word by number and code, the superior's answer by session. */
export function retaliationRoutes() {
  const router = createRouter();
  router.openapi(reportRoute, async (c) => {
    const { queryCode, ...input } = c.req.valid('json');
    const opened = await openCase(c.var.ctx, c.req.valid('param').number, queryCode);
    return c.json(await reportRetaliation(c.var.ctx, opened, input), 201, NO_STORE);
  });
  router.openapi(ownRoute, async (c) => {
    const opened = await openCase(c.var.ctx, c.req.valid('param').number, c.req.valid('json').queryCode);
    return c.json(await ownReports(c.var.ctx, opened), 200, NO_STORE);
  });
  router.openapi(listRoute, async (c) => c.json(await listReports(c.var.ctx, c.req.valid('query')), 200, NO_STORE));
  router.openapi(readRoute, async (c) => c.json(await readReport(c.var.ctx, c.req.valid('param').id), 200, NO_STORE));
  router.openapi(answerRoute, async (c) =>
    c.json(await answerReport(c.var.ctx, c.req.valid('param').id, c.req.valid('json')), 201, NO_STORE),
  );
  return router;
}
