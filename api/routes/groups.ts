import { createRoute, z } from '@hono/zod-openapi';
import { CaseNumber } from '../contracts/casework.ts';
import { GroupReply, GroupReplyResult, RelatedCases } from '../contracts/groups.ts';
import { related } from '../services/groups/related.ts';
import { replyToMany } from '../services/groups/reply-to-many.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';

const official = { tags: ['officials'], 'x-access': 'official' as const };
const params = z.strictObject({ number: CaseNumber });
const NO_STORE = { 'cache-control': 'no-store' };

const relatedRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/cases/{number}/group',
  operationId: 'listRelatedCases',
  summary: 'Cases merged into this one, linked with it, or alike, as far as the official may see them',
  request: { params },
  responses: {
    200: { description: 'By relation', content: { 'application/json': { schema: RelatedCases } } },
    ...problems(401, 403, 404, 503),
  },
} satisfies DeclaredRoute);

const replyRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/cases/{number}/group-replies',
  operationId: 'replyToGroup',
  summary: 'One reply to every case of the group',
  description:
    'Each member gets it as an answer of its own and sees nobody else. A member is answered by one reply at most once: sending the id again goes on where the last go ended. What could not be answered is in the list with its reason.',
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: GroupReply,
          example: {
            replyId: '5e0a3d7e-0f4c-4c1e-9d55-0a4d6f1f0c33',
            outcome: 'accepted',
            text: '款项已列入本月计划，将于月底前拨付。',
            promisedOn: '2026-12-31',
          },
        },
      },
    },
  },
  responses: {
    200: { description: 'What became of each member', content: { 'application/json': { schema: GroupReplyResult } } },
    ...problems(400, 401, 403, 404, 409, 410, 413, 503),
  },
} satisfies DeclaredRoute);

/** Cases that belong together. Merging, splitting and linking are acts of a case (official-cases.ts). */
export function groupRoutes() {
  const router = createRouter();
  router.openapi(relatedRoute, async (c) =>
    c.json(RelatedCases.parse(await related(c.var.ctx, c.req.valid('param').number)), 200, NO_STORE),
  );
  router.openapi(replyRoute, async (c) =>
    c.json(await replyToMany(c.var.ctx, c.req.valid('param').number, c.req.valid('json')), 200, NO_STORE),
  );
  return router;
}
