import { createRoute, z } from '@hono/zod-openapi';
import { MAX_FILE_BYTES, UploadAnswer } from '../contracts/complaint.ts';
import { receiveUpload } from '../services/complaints/receive-upload.ts';
import { upload } from '../services/complaints/upload.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';

const uploadRoute = createRoute({
  method: 'post',
  path: '/api/v1/uploads',
  operationId: 'uploadEvidence',
  tags: ['cases'],
  summary: 'Upload one file for a complaint that is being written',
  description:
    'Up to 10 files of 20 MB: pictures, PDF, office documents, sound, video, plain text, judged by their content. The field `submissionId` must stand before the file. Files that no filing adopts are removed after a day.',
  'x-access': 'code',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            submissionId: z.uuid(),
            file: z.string().openapi({ type: 'string', format: 'binary' }),
          }),
          example: { submissionId: '3f0c9a52-7d1e-4b86-9c35-2a8f6e1d4b70', file: '约定返还的土地款共一百二十万元。' },
        },
      },
    },
  },
  responses: {
    201: { description: 'Stored', content: { 'application/json': { schema: UploadAnswer } } },
    ...problems(400, 409, 413, 415, 429, 503),
  },
} satisfies DeclaredRoute);

export function uploadRoutes() {
  const router = createRouter();
  // Registered for the description only: the validator would read the whole body into memory.
  router.openAPIRegistry.registerPath(uploadRoute);
  router.post(uploadRoute.path, async (c) => {
    const ctx = c.get('ctx');
    const stored = await receiveUpload(c.req.raw, MAX_FILE_BYTES, ({ fields, name, source }) =>
      upload(ctx, fields.submissionId, { name, source }),
    );
    c.header('cache-control', 'no-store');
    return c.json(stored, 201);
  });
  return router;
}
