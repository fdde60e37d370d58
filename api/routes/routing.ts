import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { stepText } from '../../site/text/routing.ts';
import { CASE_KINDS } from '../domain/case.ts';
import { CLOCK_UNITS } from '../domain/deadline.ts';
import { MATTERS } from '../domain/matter.ts';
import { askRouting } from '../services/routing/ask.ts';
import { BodyReference, CitedClause, openData } from './directory.ts';
import { problems } from './problem.ts';
import { createRouter } from './router.ts';

const Answer = z
  .object({
    respondent: BodyReference,
    respondentNow: BodyReference.openapi({ description: 'The successor of the respondent, where it has one' }),
    handler: BodyReference.nullable(),
    accepting: BodyReference.nullable().openapi({ description: 'Takes complaints of arrears in' }),
    watching: BodyReference.nullable().openapi({ description: 'Watches that a bad rating is put right' }),
    supporting: z.array(BodyReference),
    basis: z.array(CitedClause),
    steps: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.string()), text: z.string() })),
    clocks: z.array(
      z.object({
        step: z.string(),
        length: z.number().int(),
        unit: z.enum(CLOCK_UNITS),
        starts: z.string(),
        due: z.iso.date().nullable(),
        basis: z.string(),
      }),
    ),
  })
  .openapi('Routing');

const ask = createRoute({
  method: 'get',
  'x-access': 'public',
  tags: ['directory'],
  path: '/api/v1/routing',
  operationId: 'askRouting',
  summary: 'Who answers for a matter of a body, and why',
  request: {
    query: z.object({
      respondent: z.string().openapi({ description: 'Id of the body complained of' }),
      matter: z.enum(MATTERS).optional().openapi({ example: 'investment_promotion' }),
      kind: z.enum(CASE_KINDS).optional().openapi({ example: 'promise' }),
    }),
  },
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: Answer } } },
    304: { description: 'Not changed' },
    ...problems(400, 404),
  },
});

export function routingRoutes() {
  const router = createRouter();
  router.use('/api/v1/routing', etag());
  router.openapi(ask, async (c) => {
    const { ctx } = c.var;
    const answer = await askRouting(ctx, c.req.query());
    const steps = answer.steps.map((step) => ({ ...step, text: stepText(step, ctx.locale) }));
    openData(c);
    return c.json({ ...answer, steps }, 200);
  });
  return router;
}
