import { createRoute, z } from '@hono/zod-openapi';
import { Rating, RatingAnswer, ServicePoint } from '../contracts/rating.ts';
import { EXAMPLE_POINT_CODE } from '../domain/point-code.ts';
import { rateAtCounter } from '../services/ratings/at-counter.ts';
import { getPoint } from '../services/ratings/get-point.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';

/** A rating at the counter of the fictional place; the code is good in every demonstration. */
const EXAMPLE = {
  submissionId: '7d5b1c1e-94a4-4f0e-8a55-0c6a1f0f3b21',
  code: EXAMPLE_POINT_CODE,
  level: 2,
  indicators: ['efficiency'],
  words: '排队两个小时，材料退回三次，每次说的都不一样。',
  contact: { phone: '13800000000' },
  contactToHandler: true,
};

const pointRoute = createRoute({
  method: 'get',
  path: '/api/v1/service-points/{code}',
  operationId: 'getServicePoint',
  tags: ['ratings'],
  summary: 'Get what a code at a counter opens',
  description:
    'Codes are signed: a mistyped or guessed one is refused without looking it up. Case, spaces, hyphens and look-alikes are forgiven.',
  'x-access': 'public',
  request: {
    params: z.strictObject({
      code: z
        .string()
        .max(100)
        .openapi({ param: { name: 'code', in: 'path' }, example: EXAMPLE_POINT_CODE }),
    }),
  },
  responses: {
    200: { description: 'The service point', content: { 'application/json': { schema: ServicePoint } } },
    ...problems(400, 404),
  },
} satisfies DeclaredRoute);

const answered = (description: string) => ({ description, content: { 'application/json': { schema: RatingAnswer } } });

const rateRoute = createRoute({
  method: 'post',
  path: '/api/v1/ratings',
  operationId: 'rateService',
  tags: ['ratings'],
  summary: 'Rate a service',
  description:
    'Exactly once per `submissionId` (UUIDv4, keep it secret). Level 5 is the best; 2 and 1 are bad ratings and open a case that the serving body must put right, with a contact or without: `case` has its number and code. One rating per transaction number, which the counter signs: `transactionSignature` is the first ten bytes of HMAC-SHA256 with the key of the counter, in Crockford base32.',
  'x-access': 'public',
  request: { body: { required: true, content: { 'application/json': { schema: Rating, example: EXAMPLE } } } },
  responses: {
    201: answered('Rated'),
    200: answered('Already rated with this id and content: the same answer'),
    ...problems(400, 404, 409, 413, 429, 503),
  },
} satisfies DeclaredRoute);

export function ratingRoutes() {
  const router = createRouter();
  router.openapi(pointRoute, async (c) => c.json(await getPoint(c.get('ctx'), c.req.valid('param').code), 200));
  router.openapi(rateRoute, async (c) => {
    const { created, answer } = await rateAtCounter(c.get('ctx'), c.req.valid('json'), {
      parsed: true,
      device: c.req.header('user-agent') ?? null,
    });
    c.header('cache-control', 'no-store');
    return c.json(answer, created ? 201 : 200);
  });
  return router;
}
