import { createRoute, z } from '@hono/zod-openapi';
import { PushReport, PushRequest, PushTable } from '../contracts/push.ts';
import { authenticatePush } from '../services/push/authenticate.ts';
import { pushRecords, pushTables } from '../services/push/push-records.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { json } from './shape.ts';

const PATH = '/api/v1/push';

const EXAMPLE = {
  reason: '市中院 2026 年第三季度推送',
  dryRun: true,
  rows: [
    {
      case_number: '（2026）苏01行终18号',
      court: '样例市中级人民法院',
      judged_on: '2026-09-18',
      defendant: '样例市商务局',
      defendant_division: '9901',
      matter: 'investment_promotion',
      outcome: 'ordered_to_perform',
      summary: '承诺的奖励没有兑现，判令三十日内支付。',
      source: '行政判决书',
    },
  ],
};

const pushRoute = createRoute({
  tags: ['push'],
  'x-access': 'key',
  method: 'post',
  path: `${PATH}/{table}`,
  operationId: 'pushRecords',
  summary: 'Push records of a table, signed',
  description: [
    'For courts, finance departments and transaction platforms. An administrator gives a sender a key for the tables that it may',
    'push. Each request is signed by RFC 9421 with HMAC-SHA256 over `"@method"`, `"@path"` and `"content-digest"`, in this order:',
    '`Content-Digest: sha-256=:BASE64:` (RFC 9530) of the body;',
    '`Signature-Input: sig1=("@method" "@path" "content-digest");created=SECONDS;nonce="16 TO 64 CHARACTERS";keyid="KEY ID";alg="hmac-sha256"`;',
    '`Signature: sig1=:BASE64:`. The secret is used as the text that was shown. The time may differ by five minutes; a nonce is taken once.',
    'What was pushed becomes public when a person approves it. Sent again it changes nothing. From 20 rows on a request is judged as a',
    'whole too, by the shares of refused, future and repeated rows and by what the delivery before had in its columns: what fails is a',
    '422 whose `fields` name the rule, and no row is stored. A dry run tells the same as `quality`; `accept` names rules that hold.',
  ].join('\n'),
  request: {
    params: z.strictObject({ table: z.string().max(60).openapi({ example: 'judgments' }) }),
    headers: z.object({ 'content-digest': z.string(), 'signature-input': z.string(), signature: z.string() }).partial(),
    body: { required: true, content: { 'application/json': { schema: PushRequest, example: EXAMPLE } } },
  },
  responses: {
    200: { description: 'What became of the rows', content: json(PushReport) },
    ...problems(400, 401, 403, 404, 413, 422, 429, 503),
  },
} satisfies DeclaredRoute);

const tablesRoute = createRoute({
  tags: ['push'],
  'x-access': 'public',
  method: 'get',
  path: `${PATH}/tables`,
  operationId: 'pushTables',
  summary: 'Tables that can be pushed, with their columns',
  responses: {
    200: { description: 'The tables', content: json(z.strictObject({ items: z.array(PushTable) })) },
    ...problems(503),
  },
} satisfies DeclaredRoute);

export function pushRoutes() {
  const router = createRouter();
  // Before the contract looks at anything: who does not sign learns nothing of it.
  router.use(`${PATH}/:table`, async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const client = await authenticatePush(c.var.ctx, {
      method: c.req.method,
      path: c.req.path,
      header: (name) => c.req.header(name),
      body: Buffer.from(await c.req.arrayBuffer()),
    });
    c.set('pushClient', client);
    return next();
  });
  router.openapi(pushRoute, async (c) => {
    const client = c.get('pushClient');
    if (!client) throw new Error('a pushed request without its client');
    const report = await pushRecords(c.var.ctx, client, c.req.valid('param').table, c.req.valid('json'));
    return c.json(report, 200, { 'cache-control': 'no-store' });
  });
  router.openapi(tablesRoute, (c) => c.json({ items: pushTables() }, 200));
  return router;
}
