import { createRoute, z } from '@hono/zod-openapi';
import { Complaint, FiledAnswer } from '../contracts/complaint.ts';
import { challenge } from '../services/complaints/challenge.ts';
import { file } from '../services/complaints/file.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';

/** A complaint about the fictional demonstration place; its ids are the same in every deployment. */
const EXAMPLE = {
  submissionId: '3f0c9a52-7d1e-4b86-9c35-2a8f6e1d4b70',
  kind: 'old_debt',
  respondentId: '333d058c-1c21-5541-8e9a-7766fb829d19', // 样例市示范区人民政府
  matter: 'investment_promotion',
  story: '2021年招商时，区里书面承诺返还部分土地款。我们按约投产并通过验收，款项至今没有返还。',
  promised: '投产验收后三个月内，返还土地出让金的百分之三十。',
  promiseDocument: '《招商引资协议书》第七条',
  promisedOn: '2021-03-01',
  amount: '1200000.00',
  bodySays: '原来的负责人已经调走，现在不清楚这件事。',
  changeReason: '负责人调动',
  demands: ['返还约定的土地款', '书面说明延误的原因'],
  complainant: {
    kind: 'enterprise',
    enterpriseName: '样例市榜样制造有限公司',
    uscc: '91990101MA0000009P',
    enterpriseSize: 'small',
    name: '张样例',
  },
  contact: { phone: '13800000000', email: 'zhang@example.com' },
  identityToHandler: true,
  identityToRespondent: false,
  publishSummary: true,
};

const answered = (description: string) => ({ description, content: { 'application/json': { schema: FiledAnswer } } });

const fileRoute = createRoute({
  method: 'post',
  path: '/api/v1/cases',
  operationId: 'fileCase',
  tags: ['cases'],
  summary: 'File a complaint',
  description:
    'Exactly once per `submissionId` (UUIDv4, keep it secret: the query code derives from it). The same id with the same content is answered with the same number and code and is not counted by the limits; with other content 409. Without a passed human check the case is taken and held for screening.',
  'x-access': 'public',
  request: { body: { required: true, content: { 'application/json': { schema: Complaint, example: EXAMPLE } } } },
  responses: {
    201: answered('Filed'),
    200: answered('Already filed with this id and content: the same answer'),
    ...problems(400, 409, 410, 413, 422, 429, 503),
  },
} satisfies DeclaredRoute);

const Challenge = z
  .strictObject({
    provider: z.enum(['hcaptcha', 'altcha']),
    siteKey: z.string().nullable(),
    challenge: z.looseObject({}).nullable(),
  })
  .openapi('HumanCheck');

const challengeRoute = createRoute({
  method: 'get',
  path: '/api/v1/human-check',
  operationId: 'getHumanCheck',
  tags: ['cases'],
  summary: 'Get a challenge that tells people from programs',
  description:
    'Proof of work (ALTCHA, PBKDF2/SHA-256): solve `challenge` and send base64 of `{"challenge", "solution"}` as `humanCheck`. With hCaptcha `challenge` is null and the token of its widget is sent instead.',
  'x-access': 'public',
  request: {
    query: z.strictObject({
      for: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional()
        .openapi({
          description: 'SHA-256 of the submission id in hex: a proof is good for that form only',
          example: 'a3f5c7d9e1b2a4c6d8e0f1a3b5c7d9e1f2a4b6c8d0e2f4a6b8c0d2e4f6a8b0c2',
        }),
    }),
  },
  responses: {
    200: { description: 'The challenge', content: { 'application/json': { schema: Challenge } } },
    ...problems(400),
  },
} satisfies DeclaredRoute);

export function caseRoutes() {
  const router = createRouter();
  router.openapi(fileRoute, async (c) => {
    const { created, answer } = await file(c.get('ctx'), c.req.valid('json'), { channel: 'api', parsed: true });
    c.header('cache-control', 'no-store');
    return c.json(answer, created ? 201 : 200);
  });
  router.openapi(challengeRoute, async (c) => {
    c.header('cache-control', 'no-store');
    return c.json(await challenge(c.get('ctx'), c.req.valid('query').for), 200);
  });
  return router;
}
