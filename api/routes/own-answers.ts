import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { DenyPerformanceByCode } from '../contracts/answers.ts';
import { CaseNumber, LookupCase, SentAnswer } from '../contracts/casework.ts';
import { MAX_FILE_BYTES, UploadAnswer } from '../contracts/complaint.ts';
import { denyPerformance } from '../services/complaints/deny-performance.ts';
import { openCase } from '../services/complaints/open-case.ts';
import { addOwnEvidence, openOwnEvidence } from '../services/complaints/own-evidence.ts';
import { attachmentHeaders } from '../services/complaints/read-evidence.ts';
import { receiveUpload } from '../services/complaints/receive-upload.ts';
import { byCode, CODE, params } from './own-case.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';

const fileParams = z.strictObject({ number: CaseNumber, id: z.string().min(1).max(60) });
/** A file as it leaves: always an attachment, whatever it is. */
export const bytes = {
  description: 'The file, as an attachment',
  content: { 'application/octet-stream': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
};
const multipart = (schema: z.ZodType, example: unknown) => ({
  required: true,
  content: { 'multipart/form-data': { schema, example } },
});
export const formOf = (field: string, example: string) =>
  multipart(z.object({ [field]: z.string(), file: z.string().openapi({ type: 'string', format: 'binary' }) }), {
    [field]: example,
    file: '款项已于今日付清的银行回单。',
  });

const addRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/evidence',
  operationId: 'addEvidence',
  summary: 'Add one file to a case',
  description: 'The field `queryCode` must stand before the file. Possible until the case is answered.',
  request: { params, body: formOf('queryCode', CODE) },
  responses: {
    201: { description: 'Stored', content: { 'application/json': { schema: UploadAnswer } } },
    ...problems(400, 403, 409, 410, 413, 415, 429, 503),
  },
} satisfies DeclaredRoute);

const openRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/evidence/{id}',
  operationId: 'readEvidence',
  summary: 'Download a file of one’s own, or one that came with an answer',
  request: {
    params: fileParams,
    body: { required: true, content: { 'application/json': { schema: LookupCase, example: { queryCode: CODE } } } },
  },
  responses: { 200: bytes, ...problems(400, 403, 404, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const denyRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/denial',
  operationId: 'denyPerformance',
  summary: 'Say that what was reported as done was not done',
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: DenyPerformanceByCode,
          example: { queryCode: CODE, answerId: '5b1d3c1e-7c55-4b0e-9f5c-2a4f6d1f0c11', text: '款项没有到账。' },
        },
      },
    },
  },
  responses: {
    201: { description: 'Recorded', content: { 'application/json': { schema: SentAnswer } } },
    ...problems(400, 403, 409, 410, 413, 429, 503),
  },
} satisfies DeclaredRoute);

/** What a complainant does with files and promises, by number and code. */
export function ownAnswerRoutes() {
  const router = createRouter();
  // Registered for the description only: the validator would read the whole body into memory.
  router.openAPIRegistry.registerPath(addRoute);
  router.post('/api/v1/cases/:number/evidence', async (c) => {
    const { ctx } = c.var;
    const stored = await receiveUpload(c.req.raw, MAX_FILE_BYTES, async ({ fields, name, source }) => {
      const own = await openCase(ctx, c.req.param('number'), fields.queryCode).catch((error: unknown) => {
        source.resume();
        throw error;
      });
      return addOwnEvidence(ctx, own, { name, source });
    });
    return c.json(stored, 201, { 'cache-control': 'no-store' });
  });
  router.openapi(openRoute, async (c) => {
    const { number, id } = c.req.valid('param');
    const own = await openCase(c.var.ctx, number, c.req.valid('json').queryCode);
    const file = await openOwnEvidence(c.var.ctx, own, id.toLowerCase());
    return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, attachmentHeaders(file)) as never;
  });
  router.openapi(denyRoute, async (c) => {
    const { queryCode, ...input } = c.req.valid('json');
    const own = await openCase(c.var.ctx, c.req.valid('param').number, queryCode);
    return c.json(await denyPerformance(c.var.ctx, own, input), 201, { 'cache-control': 'no-store' });
  });
  return router;
}
