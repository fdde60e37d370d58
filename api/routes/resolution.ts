import { createRoute } from '@hono/zod-openapi';
import { SentAnswer, StateAnswer } from '../contracts/casework.ts';
import { AgreeSettlementByCode, AskReviewByCode, ConfirmInstalmentByCode } from '../contracts/resolution.ts';
import { askReview } from '../services/complaints/ask-review.ts';
import { agree } from '../services/resolution/agree.ts';
import { confirm } from '../services/resolution/confirm.ts';
import { byCode, CODE, ownCase, params } from './own-case.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered, body } from './shape.ts';

const refusals = problems(400, 403, 409, 410, 413, 429, 503);

const agreeRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/settlement',
  operationId: 'answerSettlement',
  summary: 'Agree to the settlement that is proposed, or decline it',
  description: 'It stands only once the complainant has agreed. 409 where none waits for an answer.',
  request: { params, body: body(AgreeSettlementByCode, { queryCode: CODE, decision: 'agreed' }) },
  responses: { 200: answered(SentAnswer, 'Recorded'), ...refusals },
} satisfies DeclaredRoute);

const confirmRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/instalments',
  operationId: 'confirmInstalment',
  summary: 'Say whether an instalment came that the body says is paid',
  description: 'Both words are kept beside each other. `instalmentId` is in the answer of the lookup.',
  request: {
    params,
    body: body(ConfirmInstalmentByCode, {
      queryCode: CODE,
      instalmentId: '7a1f0c52-8a4e-4f3e-9a57-0d1c7d1f2a10',
      received: 'yes',
    }),
  },
  responses: { 200: answered(SentAnswer, 'Recorded'), ...refusals },
} satisfies DeclaredRoute);

const reviewRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/review',
  operationId: 'askReview',
  summary: 'Ask the superior body to look at it (复查, after its answer 复核)',
  description:
    'After a verdict that is not “solved”, within the days that `resolution.review` of the lookup names. 409 case.no_reviewer where nobody stands above.',
  request: { params, body: body(AskReviewByCode, { queryCode: CODE, text: '答复没有说明什么时候付款。' }) },
  responses: { 200: answered(StateAnswer, 'The superior body has the case'), ...refusals },
} satisfies DeclaredRoute);

/** How a complainant ends a dispute, or takes it further, with number and code. */
export function resolutionRoutes() {
  const router = createRouter();
  router.openapi(agreeRoute, async (c) => {
    const ctx = c.get('ctx');
    const { own, input } = await ownCase(ctx, c.req.valid('param').number, c.req.valid('json'));
    return c.json(await agree(ctx, own, input), 200);
  });
  router.openapi(confirmRoute, async (c) => {
    const ctx = c.get('ctx');
    const { own, input } = await ownCase(ctx, c.req.valid('param').number, c.req.valid('json'));
    return c.json(await confirm(ctx, own, input), 200);
  });
  router.openapi(reviewRoute, async (c) => {
    const ctx = c.get('ctx');
    const { own, input } = await ownCase(ctx, c.req.valid('param').number, c.req.valid('json'));
    return c.json(await askReview(ctx, own, input), 200);
  });
  return router;
}
