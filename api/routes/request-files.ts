import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { MAX_FILE_BYTES, UploadAnswer } from '../contracts/complaint.ts';
import { RequestCode } from '../contracts/disclosure-rights.ts';
import { REQUEST_KINDS, REQUEST_OUTCOMES, REQUEST_PARTIES } from '../domain/disclosure-request.ts';
import { SCAN_STATES } from '../domain/evidence-scan.ts';
import { attachmentHeaders } from '../services/complaints/read-evidence.ts';
import { receiveUpload } from '../services/complaints/receive-upload.ts';
import { getForOfficial } from '../services/disclosures/officials.ts';
import { addRequestFile, openOwnRequestFile, openRequestFile } from '../services/disclosures/rights/files.ts';
import { bytes, formOf } from './own-answers.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered, json } from './shape.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const CODE = '0000-0000-0000-0000-0000-0000';
const byCode = { tags: ['disclosures'], 'x-access': 'code' as const, method: 'post' as const };
const official = { tags: ['officials'], 'x-access': 'official' as const, method: 'get' as const };
const id = z.string().max(64);

/** A file of a request with its scan; `name` is null for officials who do not decide. */
export const ScannedFile = UploadAnswer.extend({ scan: z.enum(SCAN_STATES) });

const addRoute = createRoute({
  ...byCode,
  path: '/api/v1/disclosure-requests/evidence',
  operationId: 'addRequestFile',
  summary: 'Add one file to an objection or a repair',
  description: 'The field `queryCode` must stand before the file. Up to 10 files of 20 MB, until it is decided.',
  request: { body: formOf('queryCode', CODE) },
  responses: { 201: answered(UploadAnswer, 'Stored'), ...problems(400, 403, 409, 410, 413, 415, 429, 503) },
} satisfies DeclaredRoute);

const ownRoute = createRoute({
  ...byCode,
  path: '/api/v1/disclosure-requests/evidence/{file}',
  operationId: 'readOwnRequestFile',
  summary: 'Download a file of one’s own objection or repair',
  request: {
    params: z.strictObject({ file: id }),
    body: { required: true, content: json(RequestCode, { queryCode: CODE }) },
  },
  responses: { 200: bytes, ...problems(400, 403, 404, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const Request = z
  .object({
    id: z.uuid(),
    kind: z.enum(REQUEST_KINDS),
    party: z.enum(REQUEST_PARTIES),
    standing: z.enum(['held', 'open', 'confirmed', 'decided']),
    outcome: z.enum(REQUEST_OUTCOMES).nullable(),
    filedOn: z.iso.date(),
    due: z.iso.date().nullable(),
    overdue: z.boolean(),
    reasons: z.string().nullable(),
    files: z.array(ScannedFile.extend({ name: z.string().nullable() })),
  })
  .openapi('RequestForOfficials');

const listRoute = createRoute({
  ...official,
  path: '/api/v1/officials/disclosures/{id}/requests',
  operationId: 'listDisclosureRequests',
  summary: 'Objections and repairs of a record with their words',
  description: 'Files have names for those who decide; other officials who read the record learn how many there are.',
  request: { params: z.strictObject({ id }) },
  responses: { 200: answered(z.object({ items: z.array(Request) }), 'Oldest first'), ...problems(401, 404, 503) },
} satisfies DeclaredRoute);

const fileRoute = createRoute({
  ...official,
  path: '/api/v1/officials/disclosures/{id}/requests/{request}/files/{file}',
  operationId: 'readDisclosureRequestFile',
  summary: 'Download a file of an objection or a repair; for those who decide, and logged',
  description:
    'Pictures come as a copy without metadata. A file that no scanner has looked at comes only with `confirmed=yes` (409 evidence.unscanned otherwise).',
  request: {
    params: z.strictObject({ id, request: id, file: id }),
    query: z.strictObject({ confirmed: z.literal('yes').optional() }),
  },
  responses: { 200: bytes, ...problems(400, 401, 403, 404, 409, 410, 503) },
} satisfies DeclaredRoute);

/** Files with objections and repairs: by the code of whoever filed, and for the officials who decide. */
export function requestFileRoutes() {
  const router = createRouter();
  // Registered for the description only: the validator would read the whole body into memory.
  router.openAPIRegistry.registerPath(addRoute);
  router.post(addRoute.path, async (c) => {
    const stored = await receiveUpload(c.req.raw, MAX_FILE_BYTES, ({ fields, name, source }) =>
      addRequestFile(c.var.ctx, fields.queryCode, { name, source }),
    );
    return c.json(stored, 201, NO_STORE);
  });
  router.openapi(ownRoute, async (c) => {
    const { queryCode } = c.req.valid('json');
    const file = await openOwnRequestFile(c.var.ctx, queryCode, c.req.valid('param').file.toLowerCase());
    return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, attachmentHeaders(file)) as never;
  });
  router.openapi(listRoute, async (c) => {
    const { requests } = await getForOfficial(c.var.ctx, c.req.valid('param').id);
    const items = requests.map((one) => ({
      id: one.id,
      kind: one.kind,
      party: one.party,
      standing: one.standing,
      outcome: one.outcome,
      filedOn: one.filedOn,
      due: one.due,
      overdue: one.overdue,
      reasons: one.reasons,
      files: one.files,
    }));
    return c.json({ items }, 200, NO_STORE);
  });
  router.openapi(fileRoute, async (c) => {
    const { id: record, request, file } = c.req.valid('param');
    const confirmed = c.req.valid('query').confirmed === 'yes';
    const opened = await openRequestFile(c.var.ctx, record, request, file, { confirmed });
    return c.body(Readable.toWeb(opened.stream) as ReadableStream, 200, attachmentHeaders(opened)) as never;
  });
  return router;
}
