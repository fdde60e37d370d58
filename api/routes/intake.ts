import { createRoute, z } from '@hono/zod-openapi';
import {
  channel,
  ExchangeCase,
  ExchangeResult,
  exchangeSchema,
  IntakeEntered,
  IntakeReport,
} from '../contracts/intake.ts';
import { enter } from '../services/intake/enter.ts';
import { exportResults } from '../services/intake/export.ts';
import { importCases } from '../services/intake/import.ts';
import { fresh, openToAll } from './conditional.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { json } from './shape.ts';

const official = { tags: ['officials'], 'x-access': 'official' as const };
const NO_STORE = { 'cache-control': 'no-store' };
const PATH = '/api/v1/officials/intake';

const EXAMPLE = {
  type: 'case' as const,
  channel: 'hotline' as const,
  externalNumber: 'RX-20261121-0042',
  respondent: '样例市示范区人民政府',
  complaint: {
    kind: 'other',
    matter: 'contract_performance',
    story: '路灯改造的质保金到期一年没有退还，打了几次电话没有结果。',
    demands: ['退还质保金'],
    complainant: { kind: 'person', name: '张示例' },
    contact: { phone: '13800138000' },
    identityToHandler: true,
    identityToRespondent: false,
    publishSummary: false,
  },
};

const enterRoute = createRoute({
  ...official,
  method: 'post',
  path: `${PATH}/cases`,
  operationId: 'enterCase',
  summary: 'Enter a case of a hotline or a petition office',
  description:
    'Once per channel and number: a case that is here already is answered with 200 and without its code. The code of a new one is shown this once.',
  request: { body: { required: true, content: { 'application/json': { schema: ExchangeCase, example: EXAMPLE } } } },
  responses: {
    201: { description: 'Entered', content: json(IntakeEntered) },
    200: { description: 'Here already', content: json(IntakeEntered) },
    ...problems(400, 401, 403, 413, 422, 503),
  },
} satisfies DeclaredRoute);

const importRoute = createRoute({
  ...official,
  method: 'post',
  path: `${PATH}/import`,
  operationId: 'importCases',
  summary: 'Read an exchange file: one JSON object a line',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ file: z.string(), dryRun: z.boolean().default(false), bodyId: z.guid().optional() }),
          example: { file: `${JSON.stringify(EXAMPLE)}\n`, dryRun: true },
        },
      },
    },
  },
  responses: {
    200: { description: 'What became of each line', content: json(IntakeReport) },
    ...problems(400, 401, 403, 413, 503),
  },
} satisfies DeclaredRoute);

const exportRoute = createRoute({
  ...official,
  method: 'get',
  path: `${PATH}/results`,
  operationId: 'exportResults',
  summary: 'What became of the cases of a channel, since a cursor',
  request: { query: z.strictObject({ channel, cursor: z.string().max(1000).optional() }) },
  responses: {
    200: {
      description: 'Results, and the cursor for the next time',
      content: json(
        z.strictObject({ items: z.array(ExchangeResult), cursor: z.string().nullable(), more: z.boolean() }),
      ),
    },
    ...problems(400, 401, 403, 503),
  },
} satisfies DeclaredRoute);

const schemaRoute = createRoute({
  tags: ['officials'],
  'x-access': 'public',
  method: 'get',
  path: '/api/v1/intake/schema',
  operationId: 'exchangeSchema',
  summary: 'JSON Schema of a line of the exchange file',
  responses: {
    200: { description: 'The schema', content: json(z.record(z.string(), z.unknown())) },
    304: { description: 'Not changed' },
    ...problems(503),
  },
} satisfies DeclaredRoute);

/** Cases of other channels: the sender's own systems enter them and fetch the answers. */
export function intakeRoutes() {
  const router = createRouter();
  router.openapi(enterRoute, async (c) => {
    const entered = await enter(c.var.ctx, c.req.valid('json'));
    return entered.created ? c.json(entered, 201, NO_STORE) : c.json(entered, 200, NO_STORE);
  });
  router.openapi(importRoute, async (c) => {
    const { file, dryRun, bodyId } = c.req.valid('json');
    return c.json(await importCases(c.var.ctx, file, { dryRun, bodyId }), 200, NO_STORE);
  });
  router.openapi(exportRoute, async (c) => c.json(await exportResults(c.var.ctx, c.req.valid('query')), 200, NO_STORE));
  router.openapi(schemaRoute, (c) => {
    const schema = exchangeSchema();
    openToAll(c);
    return fresh(c, JSON.stringify(schema)) ? c.body(null, 304) : c.json(schema, 200);
  });
  return router;
}
