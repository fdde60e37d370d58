import { createRoute } from '@hono/zod-openapi';
import {
  GiveVerdictByCode,
  LookupCase,
  OwnCaseView,
  SendMessageByCode,
  SentAnswer,
  StateAnswer,
  WithdrawCaseByCode,
} from '../contracts/casework.ts';
import { lookup } from '../services/complaints/lookup.ts';
import { message } from '../services/complaints/message.ts';
import { openCase } from '../services/complaints/open-case.ts';
import { verdict } from '../services/complaints/verdict.ts';
import { withdraw } from '../services/complaints/withdraw.ts';
import { byCode, CODE, ownCase, params } from './own-case.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered, body } from './shape.ts';

const refusals = problems(400, 403, 409, 410, 413, 429, 503);

const lookupRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/lookup',
  operationId: 'lookUpCase',
  summary: 'Open a case with its number and query code',
  description:
    'The case as its complainant may see it. An unknown number is answered exactly like a wrong code. Wrong codes are limited per case and per source; the right code always opens.',
  request: { params, body: body(LookupCase, { queryCode: CODE }) },
  responses: { 200: answered(OwnCaseView, 'The case'), ...problems(400, 403, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const messageRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/messages',
  operationId: 'writeMessage',
  summary: 'Write to the body that has the case',
  request: {
    params,
    body: body(SendMessageByCode, { queryCode: CODE, text: '合同原件在我这里，需要时可以随时出示。' }),
  },
  responses: { 201: answered(SentAnswer, 'Sent'), ...refusals },
} satisfies DeclaredRoute);

const verdictRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/verdict',
  operationId: 'giveVerdict',
  summary: 'Say whether it is really solved',
  description:
    'After an answer, once per answer. `not_solved` with `reopen` and words asks that the body deals with it again, once.',
  request: {
    params,
    body: body(GiveVerdictByCode, {
      queryCode: CODE,
      verdict: 'not_solved',
      text: '只收到一半的款项，剩下的没有说什么时候付。',
      reopen: true,
    }),
  },
  responses: { 200: answered(StateAnswer, 'Recorded'), ...refusals },
} satisfies DeclaredRoute);

const withdrawRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/withdraw',
  operationId: 'withdrawCase',
  summary: 'Withdraw a case',
  request: { params, body: body(WithdrawCaseByCode, { queryCode: CODE, text: '问题已经协商解决。' }) },
  responses: { 200: answered(StateAnswer, 'Withdrawn'), ...refusals },
} satisfies DeclaredRoute);

/** What a complainant does with number and code. */
export function caseworkRoutes() {
  const router = createRouter();
  router.use('/api/v1/cases/:number/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  router.openapi(lookupRoute, async (c) => {
    const ctx = c.get('ctx');
    const own = await openCase(ctx, c.req.valid('param').number, c.req.valid('json').queryCode);
    return c.json(await lookup(ctx, own), 200);
  });
  router.openapi(messageRoute, async (c) => {
    const ctx = c.get('ctx');
    const { own, input } = await ownCase(ctx, c.req.valid('param').number, c.req.valid('json'));
    return c.json(await message(ctx, own, input), 201);
  });
  router.openapi(verdictRoute, async (c) => {
    const ctx = c.get('ctx');
    const { own, input } = await ownCase(ctx, c.req.valid('param').number, c.req.valid('json'));
    return c.json(await verdict(ctx, own, input), 200);
  });
  router.openapi(withdrawRoute, async (c) => {
    const ctx = c.get('ctx');
    const { own, input } = await ownCase(ctx, c.req.valid('param').number, c.req.valid('json'));
    return c.json(await withdraw(ctx, own, input), 200);
  });
  return router;
}
