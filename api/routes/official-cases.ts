import { createRoute, z } from '@hono/zod-openapi';
import { CaseNumber } from '../contracts/casework.ts';
import { AssignCases, InboxList } from '../contracts/inbox.ts';
import { ActedAnswer, AssignedAnswer, InboxPage, OfficialCase } from '../contracts/official-case.ts';
import type { CaseAction } from '../domain/case.ts';
import { ACTS } from '../services/officials/acts.ts';
import { assign } from '../services/officials/assign.ts';
import { inbox } from '../services/officials/inbox.ts';
import { readCase } from '../services/officials/read-case.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered } from './shape.ts';

const params = z.strictObject({ number: CaseNumber });
const official = { tags: ['officials'], 'x-access': 'official' as const };

const inboxRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/cases',
  operationId: 'listCases',
  summary: 'Cases of the official’s bodies, what is due first on top',
  description:
    'Folder and filters hold together. `q` looks for words in stories and demands: the cases that may hold them are opened and read, 300 at a time, newest first; `nextCursor` goes on behind the last one.',
  request: { query: InboxList },
  responses: { 200: answered(InboxPage, 'A page of cases'), ...problems(400, 401, 403, 503) },
} satisfies DeclaredRoute);

const assignRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/assignments',
  operationId: 'assignCases',
  summary: 'Put cases on the desk of an official of the handling body',
  description: 'All of them or none. It does not change their versions.',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: AssignCases, example: { cases: ['JN2026-0000123-K'], to: 'me' } } },
    },
  },
  responses: { 200: answered(AssignedAnswer, 'How many changed desks'), ...problems(400, 401, 403, 404, 413, 503) },
} satisfies DeclaredRoute);

const caseRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/cases/{number}',
  operationId: 'readCase',
  summary: 'A case with its version and what can be done with it',
  request: { params },
  responses: { 200: answered(OfficialCase, 'The case'), ...problems(401, 403, 404, 503) },
} satisfies DeclaredRoute);

const PATH = '/api/v1/officials/cases/{number}';
const acts = Object.entries(ACTS).map(([action, { verb, contract, example }]) => ({
  verb,
  route: createRoute({
    ...official,
    method: 'post',
    path: `${PATH}/${action}`,
    operationId: `act_${action}`,
    summary: `Do with a case: ${(action as CaseAction).replaceAll('_', ' ')}`,
    description:
      'The same verb as on the page of the case. `version` is the one that was read; 409 case.version_conflict where somebody was faster, 409 case.transition_refused where the state does not allow it.',
    request: { params, body: { required: true, content: { 'application/json': { schema: contract, example } } } },
    responses: { 200: answered(ActedAnswer, 'Done'), ...problems(400, 401, 403, 404, 409, 410, 413, 503) },
  } satisfies DeclaredRoute),
}));

/** What officials do, for the systems that they already work with. Sessions and roles are those of the pages. */
export function officialCaseRoutes() {
  const router = createRouter();
  router.openapi(inboxRoute, async (c) => {
    const { items, nextCursor } = await inbox(c.var.ctx, c.req.valid('query'));
    return c.json(
      { items: items.map(({ id: _, ...item }) => InboxPage.shape.items.element.parse(item)), nextCursor },
      200,
      {
        'cache-control': 'no-store',
      },
    );
  });
  router.openapi(assignRoute, async (c) =>
    c.json(await assign(c.var.ctx, c.req.valid('json')), 200, { 'cache-control': 'no-store' }),
  );
  router.openapi(caseRoute, async (c) => {
    const { head, extras, respondent, handler, demands, actions } = await readCase(
      c.var.ctx,
      c.req.valid('param').number,
    );
    const { number, kind, matter, state, instance, screening, version, dueOn } = head;
    const answer: z.output<typeof OfficialCase> = {
      number,
      aliases: extras.aliases.map((alias) => alias.number),
      kind,
      matter,
      state,
      instance,
      screening,
      version,
      respondent,
      handler,
      dueOn,
      demands: demands.map(({ id, position, text }) => ({ id, position, text })),
      actions,
    };
    return c.json(answer, 200, { 'cache-control': 'no-store' });
  });
  for (const { route, verb } of acts) {
    router.openapi(route, async (c) => {
      const { number, state, version, clocks } = await verb(
        c.var.ctx,
        c.req.valid('param').number,
        c.req.valid('json'),
      );
      return c.json(ActedAnswer.parse({ number, state, version, clocks }), 200, { 'cache-control': 'no-store' });
    });
  }
  return router;
}
