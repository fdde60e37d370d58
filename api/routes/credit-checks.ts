import { createRoute, z } from '@hono/zod-openapi';
import { CreditCheckAsk, CreditCheckFile, CreditCheckUse, CreditCheckVerify } from '../contracts/credit-check.ts';
import { CHECK_PURPOSES, CHECK_USES } from '../domain/credit-check.ts';
import { askCreditCheck } from '../services/credit-checks/ask.ts';
import { listCreditChecks, readCreditCheck } from '../services/credit-checks/read.ts';
import { reportCreditUse } from '../services/credit-checks/report-use.ts';
import { verifyCreditCheck } from '../services/credit-checks/verify.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { body, json } from './shape.ts';

const official = { tags: ['officials'], 'x-access': 'official' as const };
const NO_STORE = { 'cache-control': 'no-store' };
const PATH = '/api/v1/officials/credit-checks';
const id = z.strictObject({
  id: z.string().openapi({ param: { name: 'id', in: 'path' }, example: '3f1d0f6e-2c52-4c8b-9f0f-0b8a5f1d7c11' }),
});

const askRoute = createRoute({
  ...official,
  method: 'post',
  path: PATH,
  operationId: 'askCreditCheck',
  summary: 'Ask whether bodies have public records',
  description:
    'Names or unified social credit codes, one a line. A list with a line that names no body, or several, is answered with 422 and what may be meant: nothing is checked then.',
  request: {
    body: body(CreditCheckAsk, {
      purpose: 'award',
      purposeWords: '2026年度文明单位评选',
      subjects: '样例市商务局\n样例市财政局',
    }),
  },
  responses: {
    201: { description: 'The signed answer', content: json(z.strictObject({ id: z.guid(), answer: CreditCheckFile })) },
    422: {
      description: 'Lines that are not understood',
      content: json(
        z.strictObject({
          unclear: z.array(
            z.strictObject({
              line: z.int(),
              typed: z.string(),
              several: z.boolean(),
              suggestions: z.array(z.string()),
            }),
          ),
        }),
      ),
    },
    ...problems(400, 401, 403, 413, 503),
  },
} satisfies DeclaredRoute);

const listRoute = createRoute({
  ...official,
  method: 'get',
  path: PATH,
  operationId: 'listCreditChecks',
  summary: 'Credit checks of the own bodies, newest first',
  request: {
    query: z.strictObject({ open: z.enum(['yes']).optional(), cursor: z.string().max(1024).optional() }),
  },
  responses: {
    200: {
      description: 'Checks; `open=yes`: those of which no use was reported yet',
      content: json(
        z.strictObject({
          items: z.array(
            z.strictObject({
              id: z.guid(),
              number: z.string(),
              purpose: z.enum(CHECK_PURPOSES),
              purposeWords: z.string(),
              askedAt: z.string(),
              subjects: z.int(),
              withRecords: z.int(),
              used: z.enum(CHECK_USES).nullable(),
            }),
          ),
          nextCursor: z.string().nullable(),
        }),
      ),
    },
    ...problems(400, 401, 403, 503),
  },
} satisfies DeclaredRoute);

const readRoute = createRoute({
  ...official,
  method: 'get',
  path: `${PATH}/{id}`,
  operationId: 'readCreditCheck',
  summary: 'An answer as it was given',
  request: { params: id },
  responses: {
    200: { description: 'The signed answer', content: json(CreditCheckFile) },
    ...problems(401, 403, 404, 410, 503),
  },
} satisfies DeclaredRoute);

const useRoute = createRoute({
  ...official,
  method: 'post',
  path: `${PATH}/{id}/use`,
  operationId: 'reportCreditCheckUse',
  summary: 'Report the use made of an answer, once',
  request: { params: id, body: body(CreditCheckUse, { use: 'excluded', words: '依规取消参评资格' }) },
  responses: { 204: { description: 'Reported' }, ...problems(400, 401, 403, 404, 409, 410, 413, 503) },
} satisfies DeclaredRoute);

const verifyRoute = createRoute({
  tags: ['disclosures'],
  'x-access': 'public',
  method: 'post',
  path: '/api/v1/credit-checks/verify',
  operationId: 'verifyCreditCheck',
  summary: 'Whether an answer to a credit check is genuine',
  description:
    'By its number with its signature or digest, or by the whole file. Which bodies it is about is never told; an unknown number and a wrong proof are answered alike.',
  request: {
    body: body(CreditCheckVerify, { number: 'XS2026-000001', proof: 'a'.repeat(64) }),
  },
  responses: {
    200: {
      description: 'Genuine or not',
      content: json(
        z.discriminatedUnion('genuine', [
          z.strictObject({
            genuine: z.literal(true),
            number: z.string(),
            askedAt: z.string(),
            subjects: z.int(),
            withRecords: z.int(),
            whole: z.boolean().describe('The whole file was compared'),
          }),
          z.strictObject({ genuine: z.literal(false) }),
        ]),
      ),
    },
    ...problems(400, 413, 429, 503),
  },
} satisfies DeclaredRoute);

/** 信用审查 and 结果反馈, for the systems of those who decide. */
export function creditCheckRoutes() {
  const router = createRouter();
  router.openapi(askRoute, async (c) => {
    const asked = await askCreditCheck(c.var.ctx, c.req.valid('json'));
    if (!asked.answered) return c.json({ unclear: asked.unclear }, 422, NO_STORE);
    const { file } = await readCreditCheck(c.var.ctx, asked.id);
    return c.json({ id: asked.id, answer: file }, 201, NO_STORE);
  });
  router.openapi(listRoute, async (c) => {
    const { open, cursor } = c.req.valid('query');
    const list = await listCreditChecks(c.var.ctx, { open: open === 'yes', cursor });
    const items = list.items.map(({ id, number, purpose, purposeWords, askedAt, subjects, withRecords, used }) => ({
      id,
      number,
      purpose,
      purposeWords,
      askedAt,
      subjects,
      withRecords,
      used,
    }));
    return c.json({ items, nextCursor: list.nextCursor }, 200, NO_STORE);
  });
  router.openapi(readRoute, async (c) =>
    c.json((await readCreditCheck(c.var.ctx, c.req.valid('param').id)).file, 200, NO_STORE),
  );
  router.openapi(useRoute, async (c) => {
    await reportCreditUse(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
    return c.body(null, 204, NO_STORE);
  });
  router.openapi(verifyRoute, async (c) =>
    c.json(await verifyCreditCheck(c.var.ctx, c.req.valid('json')), 200, NO_STORE),
  );
  return router;
}
