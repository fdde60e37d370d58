import { createRoute, z } from '@hono/zod-openapi';
import {
  AnswerRuleList,
  EditTemplate,
  MakeTemplate,
  RetireTemplate,
  SetAnswerRules,
  TemplateList,
} from '../contracts/answers.ts';
import { changeAnswerRules, listAnswerRules } from '../services/officials/answer-rules.ts';
import { editTemplate, makeTemplate, retireTemplate } from '../services/templates/save-template.ts';
import { listTemplates } from '../services/templates/templates.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered, body } from './shape.ts';

const official = { tags: ['officials'], 'x-access': 'official' as const };
const params = z.strictObject({ id: z.string().min(1).max(60) });
const Made = z.strictObject({ id: z.string() });
const refusals = problems(400, 401, 403, 404, 409, 413, 503);
const NO_STORE = { 'cache-control': 'no-store' };
const BODY = '0b6f2c52-8a4e-5f3e-9a57-0d1c7d1f2a10';
const WORDS = { title: '正在核实', kind: null, text: '关于{案号}，{承办单位}于{受理日期}受理，正在核实。' };

const rulesRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/answer-rules',
  operationId: 'listAnswerRules',
  summary: 'Which answers an approver releases, by body',
  responses: { 200: answered(AnswerRuleList, 'The rules'), ...problems(401, 403, 503) },
} satisfies DeclaredRoute);
const setRoute = createRoute({
  ...official,
  method: 'put',
  path: '/api/v1/officials/answer-rules',
  operationId: 'setAnswerRules',
  summary: 'Name the answers of a body that an approver releases',
  description: 'Null stands for every kind or every outcome. `version` is the one that was read (0: none yet).',
  request: { body: body(SetAnswerRules, { bodyId: BODY, version: 0, rules: [{ kind: null, outcome: 'not' }] }) },
  responses: { 200: answered(z.strictObject({ version: z.number().int() }), 'Set'), ...refusals },
} satisfies DeclaredRoute);
const templatesRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/templates',
  operationId: 'listTemplates',
  summary: 'Templates of answers that the official’s bodies may use',
  responses: { 200: answered(TemplateList, 'The templates'), ...problems(401, 503) },
} satisfies DeclaredRoute);
const makeRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/templates',
  operationId: 'makeTemplate',
  summary: 'Make a template; an unknown placeholder is refused with its line and column',
  request: { body: body(MakeTemplate, { bodyId: BODY, ...WORDS }) },
  responses: { 201: answered(Made, 'Made'), ...refusals },
} satisfies DeclaredRoute);
const editRoute = createRoute({
  ...official,
  method: 'put',
  path: '/api/v1/officials/templates/{id}',
  operationId: 'editTemplate',
  summary: 'Change a template',
  request: { params, body: body(EditTemplate, { version: 1, ...WORDS }) },
  responses: { 200: answered(Made, 'Changed'), ...refusals },
} satisfies DeclaredRoute);
const retireRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/templates/{id}/retire',
  operationId: 'retireTemplate',
  summary: 'Retire a template',
  request: { params, body: body(RetireTemplate, { version: 2 }) },
  responses: { 200: answered(Made, 'Retired'), ...refusals },
} satisfies DeclaredRoute);

/** What bodies keep for answering. */
export function answerSettingsRoutes() {
  const router = createRouter();
  router.openapi(rulesRoute, async (c) => c.json({ items: await listAnswerRules(c.var.ctx) }, 200, NO_STORE));
  router.openapi(setRoute, async (c) => c.json(await changeAnswerRules(c.var.ctx, c.req.valid('json')), 200, NO_STORE));
  router.openapi(templatesRoute, async (c) => c.json({ items: await listTemplates(c.var.ctx) }, 200, NO_STORE));
  router.openapi(makeRoute, async (c) => c.json(await makeTemplate(c.var.ctx, c.req.valid('json')), 201, NO_STORE));
  router.openapi(editRoute, async (c) =>
    c.json(await editTemplate(c.var.ctx, c.req.valid('param').id, c.req.valid('json')), 200, NO_STORE),
  );
  router.openapi(retireRoute, async (c) =>
    c.json(await retireTemplate(c.var.ctx, c.req.valid('param').id, c.req.valid('json')), 200, NO_STORE),
  );
  return router;
}
