import { createRoute, z } from '@hono/zod-openapi';
import {
  CaseNumber,
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
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';

const params = z.strictObject({ number: CaseNumber });
const CODE = 'X7K2-9QMD-4T0V-81ZC-6RHN-PW3E';
const body = <S extends z.ZodType>(schema: S, example: z.input<S>) => ({
  required: true,
  content: { 'application/json': { schema, example } },
});
const answered = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
/** An unknown number and a wrong code are one answer (403 case.code_refused), so that numbers cannot be tried out. */
const common = { method: 'post' as const, tags: ['cases'], 'x-access': 'code' as const };
const refusals = problems(400, 403, 409, 410, 413, 429, 503);

const lookupRoute = createRoute({
  ...common,
  path: '/api/v1/cases/{number}/lookup',
  operationId: 'lookUpCase',
  summary: 'Open a case with its number and query code',
  description:
    'The case as its complainant may see it. An unknown number is answered exactly like a wrong code. Wrong codes are limited per case and per source; the right code always opens.',
  request: { params, body: body(LookupCase, { queryCode: CODE }) },
  responses: { 200: answered(OwnCaseView, 'The case'), ...problems(400, 403, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const messageRoute = createRoute({
  ...common,
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
  ...common,
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
  ...common,
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
    const { queryCode, ...input } = c.req.valid('json');
    const own = await openCase(ctx, c.req.valid('param').number, queryCode);
    return c.json(await message(ctx, own, input), 201);
  });
  router.openapi(verdictRoute, async (c) => {
    const ctx = c.get('ctx');
    const { queryCode, ...input } = c.req.valid('json');
    const own = await openCase(ctx, c.req.valid('param').number, queryCode);
    return c.json(await verdict(ctx, own, input), 200);
  });
  router.openapi(withdrawRoute, async (c) => {
    const ctx = c.get('ctx');
    const { queryCode, ...input } = c.req.valid('json');
    const own = await openCase(ctx, c.req.valid('param').number, queryCode);
    return c.json(await withdraw(ctx, own, input), 200);
  });
  return router;
}
