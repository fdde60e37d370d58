import { createRoute, z } from '@hono/zod-openapi';
import { LookupCase, SentAnswer } from '../contracts/casework.ts';
import { AskErasure, OwnSharing, SetReleaseByCode } from '../contracts/privacy.ts';
import { openCase } from '../services/complaints/open-case.ts';
import { ownSharing, setRelease } from '../services/complaints/own-releases.ts';
import { askErasure } from '../services/erasure/ask-erasure.ts';
import { byCode, CODE, params } from './own-case.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered, body } from './shape.ts';

const BODY = '0b6f2c52-8a4e-5f3e-9a57-0d1c7d1f2a10';

const sharingRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/sharing',
  operationId: 'readSharing',
  summary: 'Who may read what of a case, and who has read it',
  request: { params, body: body(LookupCase, { queryCode: CODE }) },
  responses: { 200: answered(OwnSharing, 'Bodies and readings'), ...problems(400, 403, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const releaseRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/releases',
  operationId: 'setRelease',
  summary: 'Say what one body may read from now on',
  description:
    'The whole list for that body: what is left out is taken back. What was read before stays in the history.',
  request: { params, body: body(SetReleaseByCode, { queryCode: CODE, bodyId: BODY, fields: ['evidence'] }) },
  responses: { 200: answered(SentAnswer, 'Set'), ...problems(400, 403, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const AskErasureByCode = AskErasure.extend({ queryCode: z.string().max(200) });
const erasureRoute = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/erasure',
  operationId: 'askErasure',
  summary: 'Ask that person and words of an ended case be erased',
  request: { params, body: body(AskErasureByCode, { queryCode: CODE, text: '事情已经解决，请删除我的信息。' }) },
  responses: { 201: answered(SentAnswer, 'Asked'), ...problems(400, 403, 409, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

/** What a complainant decides about the own data, with number and code. */
export function ownPrivacyRoutes() {
  const router = createRouter();
  router.openapi(sharingRoute, async (c) => {
    const own = await openCase(c.var.ctx, c.req.valid('param').number, c.req.valid('json').queryCode);
    return c.json(OwnSharing.parse(await ownSharing(c.var.ctx, own)), 200, { 'cache-control': 'no-store' });
  });
  router.openapi(releaseRoute, async (c) => {
    const { queryCode, ...input } = c.req.valid('json');
    const own = await openCase(c.var.ctx, c.req.valid('param').number, queryCode);
    return c.json(await setRelease(c.var.ctx, own, input), 200, { 'cache-control': 'no-store' });
  });
  router.openapi(erasureRoute, async (c) => {
    const { queryCode, ...input } = c.req.valid('json');
    const own = await openCase(c.var.ctx, c.req.valid('param').number, queryCode);
    return c.json(await askErasure(c.var.ctx, own, input), 201, { 'cache-control': 'no-store' });
  });
  return router;
}
