import { createRoute, z } from '@hono/zod-openapi';
import { ReceiptReport, ShareManifest, ShareMessage, ShareQueue, ShareReceipt } from '../contracts/sharing.ts';
import { REMOVE_REASONS, SHARE_ACTS, SHARE_REFUSALS, SHARE_STATES } from '../domain/sharing.ts';
import { makeBatch, readBatch } from '../services/sharing/batch.ts';
import { viewQueue } from '../services/sharing/queue.ts';
import { readReceipts } from '../services/sharing/receipts.ts';
import { fresh, openToAll } from './conditional.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { json } from './shape.ts';

const official = { tags: ['officials'], 'x-access': 'official' as const };
const NO_STORE = { 'cache-control': 'no-store' };
const PATH = '/api/v1/officials/sharing';
const code = z
  .string()
  .max(40)
  .openapi({ param: { name: 'code', in: 'path' }, example: 'province' });

const Item = z.strictObject({
  number: z.int(),
  record: z.uuid(),
  act: z.enum(SHARE_ACTS),
  reason: z.enum(REMOVE_REASONS).nullable(),
  state: z.enum(SHARE_STATES),
  since: z.string(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
  batch: z.int().nullable(),
  receipt: z.string().nullable(),
  refusal: z.enum(SHARE_REFUSALS).nullable(),
  refusalWords: z.string().nullable(),
});

const queueRoute = createRoute({
  ...official,
  method: 'get',
  path: PATH,
  operationId: 'shareQueue',
  summary: 'What goes to a platform above, by state',
  request: { query: ShareQueue },
  responses: {
    200: {
      description: 'Messages, the oldest first; counts stop at 10,000',
      content: json(
        z.strictObject({
          destination: z.string().nullable(),
          counts: z.array(z.strictObject({ state: z.enum(SHARE_STATES), n: z.int(), late: z.int() })),
          items: z.array(Item),
          nextCursor: z.string().nullable(),
        }),
      ),
    },
    ...problems(400, 401, 403, 404, 503),
  },
} satisfies DeclaredRoute);

const batchRoute = createRoute({
  ...official,
  method: 'post',
  path: `${PATH}/destinations/{code}/batches`,
  operationId: 'makeShareBatch',
  summary: 'Make the next batch for a destination',
  description:
    'The oldest messages first, 2,000 at most; from then on they count as sent. 200 with null: nothing waits.',
  request: { params: z.strictObject({ code }) },
  responses: {
    201: { description: 'Made', content: json(z.strictObject({ id: z.uuid(), number: z.int(), messages: z.int() })) },
    200: { description: 'Nothing waits', content: json(z.null()) },
    ...problems(401, 403, 404, 503),
  },
} satisfies DeclaredRoute);

const fileRoute = createRoute({
  ...official,
  method: 'get',
  path: `${PATH}/batches/{id}`,
  operationId: 'readShareBatch',
  summary: 'A batch: its manifest and its messages',
  description: '`file` is the NDJSON whose bytes the manifest counts and hashes; each line is a message.',
  request: {
    params: z.strictObject({
      id: z.string().openapi({ param: { name: 'id', in: 'path' }, example: '3f1d0f6e-2c52-4c8b-9f0f-0b8a5f1d7c11' }),
    }),
  },
  responses: {
    200: { description: 'The batch', content: json(z.strictObject({ manifest: ShareManifest, file: z.string() })) },
    ...problems(401, 403, 404, 503),
  },
} satisfies DeclaredRoute);

const receiptsRoute = createRoute({
  ...official,
  method: 'post',
  path: `${PATH}/destinations/{code}/receipts`,
  operationId: 'readShareReceipts',
  summary: 'Read a file of receipts: one JSON object a line',
  request: {
    params: z.strictObject({ code }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ file: z.string() }),
          example: {
            file: '{"type":"receipt","number":41,"accepted":true,"receipt":"GX-1"}\n{"type":"receipt","number":42,"accepted":false,"reason":"field_missing"}\n',
          },
        },
      },
    },
  },
  responses: {
    200: { description: 'What became of each line', content: json(ReceiptReport) },
    ...problems(400, 401, 403, 404, 413, 503),
  },
} satisfies DeclaredRoute);

const schemaRoute = createRoute({
  tags: ['officials'],
  'x-access': 'public',
  method: 'get',
  path: '/api/v1/sharing/schema',
  operationId: 'shareSchema',
  summary: 'JSON Schema of messages, manifest and receipts of the exchange format jiannuo-share/1',
  responses: {
    200: { description: 'The schemas', content: json(z.record(z.string(), z.unknown())) },
    304: { description: 'Not changed' },
    ...problems(503),
  },
} satisfies DeclaredRoute);

const PLATFORM = `What the portal posts to the address of a destination. NDJSON: the manifest as first line (\`type\`: \`manifest\`; its
\`sha256\` and \`bytes\` are those of the lines behind it), then the messages (\`/api/v1/sharing/schema\`). Signed by RFC 9421 with HMAC-SHA256 over
\`"@method"\`, \`"@path"\` and \`"content-digest"\`, with created, nonce and keyid, as pushes to the portal are; refuse what is older than five minutes.
\`Idempotency-Key\` is the code of the destination and the number of the batch: take it once, answer the same again. Batches come one
after the other, without gaps. No redirect is followed; an answer must come within a minute. 2xx: taken. Everything else and
silence: the same batch again, with growing pauses up to six hours, without end.`;
const POSTED = `{"type":"manifest","format":"jiannuo-share/1","batch":7,"messages":1}
{"type":"message","number":57,"act":"remove","record":"6f6c0c0e-7d0a-4a0f-9d0c-2b9d2f6f1a11","reason":"repaired"}
`;
const RECEIPTS = '{"type":"receipt","number":57,"accepted":true,"receipt":"GX-20261121-0057"}\n';

/** 逐级归集: the queue, batches and receipts for the systems of the lead credit authority. */
export function sharingRoutes() {
  const router = createRouter();
  router.openAPIRegistry.registerWebhook({
    method: 'post',
    path: 'sharePlatform',
    operationId: 'sharePlatform',
    summary: 'A batch of records on its way to a platform above (逐级归集)',
    description: PLATFORM,
    tags: ['gateway'],
    request: {
      body: {
        required: true,
        content: { 'application/x-ndjson': { schema: z.string(), example: POSTED } },
      },
    },
    responses: {
      200: {
        description: 'Taken, with a receipt a line for each message, and for earlier ones where there are any',
        content: { 'application/x-ndjson': { schema: z.string(), example: RECEIPTS } },
      },
      202: { description: 'Taken; receipts stand in the answer to a later batch, or come as a file' },
      422: { description: 'Nothing of it was taken: a person must look. It comes again' },
      503: { description: 'Again later' },
    },
  });
  router.openapi(queueRoute, async (c) => {
    const { destination, counts, items, nextCursor } = await viewQueue(c.var.ctx, c.req.valid('query'));
    const shown = items.map(({ title: _title, kind: _kind, answeredOn: _answered, ...item }) => item);
    return c.json(
      { destination: destination?.code ?? null, counts: [...counts], items: shown, nextCursor },
      200,
      NO_STORE,
    );
  });
  router.openapi(batchRoute, async (c) => {
    const made = await makeBatch(c.var.ctx, c.req.valid('param').code);
    return made ? c.json(made, 201, NO_STORE) : c.json(null, 200, NO_STORE);
  });
  router.openapi(fileRoute, async (c) => {
    const { manifest, file } = await readBatch(c.var.ctx, c.req.valid('param').id);
    return c.json({ manifest, file }, 200, NO_STORE);
  });
  router.openapi(receiptsRoute, async (c) => {
    const { code, file } = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await readReceipts(c.var.ctx, code, file), 200, NO_STORE);
  });
  router.openapi(schemaRoute, (c) => {
    const schemas = {
      message: z.toJSONSchema(ShareMessage),
      manifest: z.toJSONSchema(ShareManifest),
      receipt: z.toJSONSchema(ShareReceipt, { io: 'input' }),
    };
    openToAll(c);
    return fresh(c, JSON.stringify(schemas)) ? c.body(null, 304) : c.json(schemas, 200);
  });
  return router;
}
