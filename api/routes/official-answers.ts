import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { GiveExplanation } from '../contracts/answers.ts';
import { CaseNumber } from '../contracts/casework.ts';
import { MAX_FILE_BYTES, UploadAnswer } from '../contracts/complaint.ts';
import { ExplanationList, ExplanationReference, ExplanationView } from '../contracts/explanation.ts';
import { OpinionList, OpinionView } from '../contracts/opinion.ts';
import { attachFile } from '../services/complaints/attach-file.ts';
import { attachmentHeaders } from '../services/complaints/read-evidence.ts';
import { receiveUpload } from '../services/complaints/receive-upload.ts';
import { addExplanationFile, openExplanationFile } from '../services/explanations/explanation-files.ts';
import { giveExplanation } from '../services/explanations/give-explanation.ts';
import { listExplanations, readExplanation } from '../services/explanations/read-explanation.ts';
import { openEvidence } from '../services/officials/open-evidence.ts';
import { listOpinions, readOpinion } from '../services/opinions/read-opinion.ts';
import { bytes, formOf } from './own-answers.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered } from './shape.ts';

const official = { tags: ['officials'], 'x-access': 'official' as const };
const caseParams = z.strictObject({ number: CaseNumber });
const caseFileParams = z.strictObject({ number: CaseNumber, id: z.string().min(1).max(60) });
const referenceParams = z.strictObject({ reference: ExplanationReference });
const referenceFileParams = z.strictObject({ reference: ExplanationReference, id: z.string().min(1).max(60) });
const uploadRefusals = problems(400, 401, 403, 404, 409, 410, 413, 415, 429, 503);
const NO_STORE = { 'cache-control': 'no-store' };

const attachRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/cases/{number}/files',
  operationId: 'attachFile',
  summary: 'Add a file that goes with the answer, or with a report of performance',
  description: 'The field `purpose` (`answer` or `performance`) must stand before the file. It is sent with that.',
  request: { params: caseParams, body: formOf('purpose', 'answer') },
  responses: { 201: answered(UploadAnswer, 'Kept with the draft'), ...uploadRefusals },
} satisfies DeclaredRoute);
const caseFileRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/cases/{number}/files/{id}',
  operationId: 'readCaseFile',
  summary: 'Download a file of a case; reading the complainant’s is logged and shown to the complainant',
  description:
    'A file that no scanner has looked at comes only with `confirmed=yes` (409 evidence.unscanned otherwise).',
  request: { params: caseFileParams, query: z.strictObject({ confirmed: z.literal('yes').optional() }) },
  responses: { 200: bytes, ...problems(400, 401, 403, 404, 409, 410, 503) },
} satisfies DeclaredRoute);
const opinionsRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/opinions',
  operationId: 'listOpinions',
  summary: 'Opinions that the official’s bodies were asked for',
  responses: { 200: answered(OpinionList, 'Open ones first'), ...problems(401, 503) },
} satisfies DeclaredRoute);
const opinionRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/opinions/{id}',
  operationId: 'readOpinion',
  summary: 'One of them, with what a supporting body needs of the case',
  request: { params: z.strictObject({ id: z.string().min(1).max(60) }) },
  responses: { 200: answered(OpinionView, 'The request'), ...problems(400, 401, 404, 410, 503) },
} satisfies DeclaredRoute);
const explanationsRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/explanations',
  operationId: 'listExplanations',
  summary: 'What the official’s bodies were asked to explain in writing',
  responses: { 200: answered(ExplanationList, 'Open ones first'), ...problems(401, 503) },
} satisfies DeclaredRoute);
const explanationRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/explanations/{reference}',
  operationId: 'readExplanation',
  summary: 'One of them: the question and what was released, nothing else of the case',
  request: { params: referenceParams },
  responses: { 200: answered(ExplanationView, 'The request'), ...problems(400, 401, 404, 410, 503) },
} satisfies DeclaredRoute);
const explainRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/explanations/{reference}',
  operationId: 'giveExplanation',
  summary: 'Explain in writing, once',
  request: {
    params: referenceParams,
    body: {
      required: true,
      content: {
        'application/json': { schema: GiveExplanation, example: { text: '因财政安排推迟，计划下季度兑现。' } },
      },
    },
  },
  responses: {
    200: answered(z.strictObject({ reference: z.string() }), 'Given'),
    ...problems(400, 401, 404, 409, 410, 413, 503),
  },
} satisfies DeclaredRoute);
const explainFileRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/explanations/{reference}/files',
  operationId: 'addExplanationFile',
  summary: 'Add a file to an explanation before it is given',
  request: { params: referenceParams, body: formOf('name', '说明') },
  responses: { 201: answered(UploadAnswer, 'Stored'), ...uploadRefusals },
} satisfies DeclaredRoute);
const explanationFileRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/explanations/{reference}/files/{id}',
  operationId: 'readExplanationFile',
  summary: 'Download a file of the body’s own explanation',
  request: { params: referenceFileParams },
  responses: { 200: bytes, ...problems(400, 401, 404, 410, 503) },
} satisfies DeclaredRoute);

/** Files of answers, opinions and explanations, for officials' own systems. */
export function officialAnswerRoutes() {
  const router = createRouter();
  // Registered for the description only: the validator would read the whole body into memory.
  router.openAPIRegistry.registerPath(attachRoute);
  router.openAPIRegistry.registerPath(explainFileRoute);
  router.post('/api/v1/officials/cases/:number/files', async (c) => {
    const stored = await receiveUpload(c.req.raw, MAX_FILE_BYTES, ({ fields, name, source }) =>
      attachFile(c.var.ctx, c.req.param('number'), fields.purpose, { name, source }),
    );
    return c.json(stored, 201, NO_STORE);
  });
  router.post('/api/v1/officials/explanations/:reference/files', async (c) => {
    const stored = await receiveUpload(c.req.raw, MAX_FILE_BYTES, ({ name, source }) =>
      addExplanationFile(c.var.ctx, c.req.param('reference'), { name, source }),
    );
    return c.json(stored, 201, NO_STORE);
  });
  router.openapi(caseFileRoute, async (c) => {
    const { number, id } = c.req.valid('param');
    const confirmed = c.req.valid('query').confirmed === 'yes';
    const file = await openEvidence(c.var.ctx, number, id.toLowerCase(), { confirmed });
    return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, attachmentHeaders(file)) as never;
  });
  router.openapi(opinionsRoute, async (c) => c.json({ items: await listOpinions(c.var.ctx) }, 200, NO_STORE));
  router.openapi(opinionRoute, async (c) =>
    c.json(await readOpinion(c.var.ctx, c.req.valid('param').id), 200, NO_STORE),
  );
  router.openapi(explanationsRoute, async (c) => c.json({ items: await listExplanations(c.var.ctx) }, 200, NO_STORE));
  router.openapi(explanationRoute, async (c) =>
    c.json(await readExplanation(c.var.ctx, c.req.valid('param').reference), 200, NO_STORE),
  );
  router.openapi(explainRoute, async (c) =>
    c.json(await giveExplanation(c.var.ctx, c.req.valid('param').reference, c.req.valid('json')), 200, NO_STORE),
  );
  router.openapi(explanationFileRoute, async (c) => {
    const { reference, id } = c.req.valid('param');
    const file = await openExplanationFile(c.var.ctx, reference, id.toLowerCase());
    return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, attachmentHeaders(file)) as never;
  });
  return router;
}
