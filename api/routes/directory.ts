import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { SuggestText } from '../contracts/directory.ts';
import { fieldsOf, only } from '../contracts/fields.ts';
import { BODY_KINDS, BODY_NAME_KINDS, BODY_ROLES, CERTAINTIES, DIVISION_LEVELS } from '../domain/directory.ts';
import { MATTERS } from '../domain/matter.ts';
import { getBody } from '../services/directory/get-body.ts';
import { listDivisions } from '../services/directory/list-divisions.ts';
import { searchBodies } from '../services/directory/search-bodies.ts';
import { suggestMatters } from '../services/directory/suggest-matters.ts';
import { matterView } from '../services/directory/view.ts';
import { problems } from './problem.ts';
import { createRouter, type Env } from './router.ts';

const words = z.string().nullable();
const code = z.string().openapi({
  description: 'GB/T 2260 code: province 2, city 4, county 6, township 9 digits',
  example: '3202',
});
const Division = z
  .object({ code, name: z.string(), nameEn: words, level: z.enum(DIVISION_LEVELS), parent: code.nullable() })
  .openapi('Division');
const Matter = z
  .object({
    code: z.enum(MATTERS),
    name: z.string(),
    nameEn: z.string(),
    plain: z.string().openapi({ description: 'What a citizen would call it' }),
    plainEn: z.string(),
    examples: z.array(z.object({ zh: z.string(), en: z.string() })),
  })
  .openapi('Matter');
const Suggestion = Matter.omit({ examples: true })
  .extend({ score: z.number(), words: z.array(z.string()) })
  .openapi('MatterSuggestion');
export const BodyReference = z.object({ id: z.uuid(), name: z.string(), division: code }).openapi('BodyReference', {
  example: { id: '4d0f9d3f-2f2b-5c3d-9a5e-1f8b0c7d6e5a', name: '无锡市商务局', division: '3202' },
});
const Body = z
  .object({
    id: z.uuid(),
    name: z.string(),
    nameEn: words,
    shortName: words,
    kind: z.enum(BODY_KINDS),
    role: z.enum(BODY_ROLES),
    division: code,
    place: z.string().openapi({ example: '江苏省 无锡市' }),
    uscc: words,
    formerNames: z.array(z.string()),
    validFrom: z.iso.date().nullable(),
    validTo: z.iso.date().nullable().openapi({ description: 'First day on which it no longer exists' }),
    exists: z.boolean(),
    successor: BodyReference.nullable(),
  })
  .openapi('Body');
const FoundBody = Body.extend({
  matched: words.openapi({ description: 'The name that was found, where it is not the official one' }),
}).openapi('FoundBody');
const SparseBody = FoundBody.partial()
  .required({ id: true })
  .openapi('SparseBody', { description: 'A body where `fields` was given' });
export const CitedClause = z
  .object({
    document: z.string().openapi({ example: '锡信用办〔2023〕4号' }),
    title: z.string(),
    documentId: z.string(),
    clause: z.string().openapi({ example: '10' }),
    digest: z.string(),
    status: z.enum(['in_force', 'draft', 'period_ended', 'basis_repealed', 'repealed']),
  })
  .openapi('CitedClause');
const lineage = z.array(
  z.object({ body: BodyReference, on: z.iso.date(), certainty: z.enum(CERTAINTIES), basis: z.string() }),
);
const BodyFile = Body.extend({
  otherNames: z.array(z.object({ name: z.string(), kind: z.enum(BODY_NAME_KINDS) })),
  superior: BodyReference.nullable(),
  predecessors: lineage,
  successors: lineage,
  duties: z.array(
    CitedClause.extend({
      topic: z.string(),
      matter: z.enum(MATTERS).nullable(),
      part: z.enum(['lead', 'supporting']),
      named: z.string(),
    }),
  ),
}).openapi('BodyFile');

const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});
const list = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), nextCursor: words });
const get = { method: 'get' as const, 'x-access': 'public' as const, tags: ['directory'] };
const unchanged = { 304: { description: 'Not changed' } };

const divisions = createRoute({
  ...get,
  path: '/api/v1/divisions',
  operationId: 'listDivisions',
  summary: 'Places directly below a place',
  request: {
    query: z.object({
      parent: z.string().optional().openapi({ example: '3202', description: 'Without it: the provinces' }),
    }),
  },
  responses: { 200: json('The places', list(Division)), ...unchanged, ...problems(400, 404) },
});
const matters = createRoute({
  ...get,
  path: '/api/v1/matters',
  operationId: 'listMatters',
  summary: 'What a case can be about, in everyday words',
  responses: { 200: json('The matters', list(Matter)), ...unchanged },
});
const suggest = createRoute({
  ...get,
  method: 'post',
  path: '/api/v1/matters/suggest',
  operationId: 'suggestMatters',
  summary: 'Matters that a text speaks for, with the words that spoke',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: SuggestText, example: { text: '县里招商引资时承诺的奖励，三年没有兑现' } },
      },
    },
  },
  responses: { 200: json('Best first; `other` last', list(Suggestion)), ...problems(400, 413) },
});
const bodies = createRoute({
  ...get,
  path: '/api/v1/bodies',
  operationId: 'findBodies',
  summary: 'Government bodies by any of their names and by place',
  description:
    'Short forms and former names are found too. Without `q`: the bodies of the division, then those below it.',
  request: {
    query: z.object({
      q: z.string().optional().openapi({ example: '滨湖区政府' }),
      division: z.string().optional().openapi({ example: '3202', description: 'In this division and below' }),
      limit: z.string().optional().openapi({ example: '20', description: '1 to 100' }),
      cursor: z.string().optional(),
      fields: fieldsOf(Object.keys(FoundBody.shape)).openapi({
        description: 'Only these of each body, and its id',
        example: 'name,place',
      }),
    }),
  },
  responses: {
    200: json('A page of bodies', list(z.union([FoundBody, SparseBody]))),
    ...unchanged,
    ...problems(400, 404),
  },
});
const body = createRoute({
  ...get,
  path: '/api/v1/bodies/{id}',
  operationId: 'getBody',
  summary: 'One body with its lineage and duties',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 200: json('The body', BodyFile), ...unchanged, ...problems(404) },
});

/** Open data: readable from any page, asked for again each time, mostly 304. */
export function openData(c: Context<Env>): void {
  c.header('access-control-allow-origin', '*');
  c.header('access-control-expose-headers', 'etag, link');
  c.header('cache-control', 'public, max-age=0, must-revalidate');
  c.header('vary', 'accept-encoding, accept-language');
}

export function directoryRoutes() {
  const router = createRouter();
  for (const path of ['/api/v1/divisions', '/api/v1/matters', '/api/v1/bodies', '/api/v1/bodies/*'])
    router.use(path, etag());
  // The contracts are applied by the services, which pages use too.
  router.openapi(divisions, async (c) => {
    const answer = await listDivisions(c.var.ctx, c.req.query());
    openData(c);
    return c.json(answer, 200);
  });
  router.openapi(matters, async (c) => {
    const items = (await c.var.ctx.directory()).matters.map(matterView);
    openData(c);
    return c.json({ items, nextCursor: null }, 200);
  });
  router.openapi(suggest, async (c) => c.json(await suggestMatters(c.var.ctx, c.req.valid('json')), 200));
  router.openapi(bodies, async (c) => {
    const { fields: _asked, ...query } = c.req.query();
    const answer = await searchBodies(c.var.ctx, query);
    const { fields } = c.req.valid('query');
    openData(c);
    if (answer.nextCursor) {
      const next = new URLSearchParams(c.req.query());
      next.set('cursor', answer.nextCursor);
      c.header('link', `<${c.var.ctx.publicUrl}/api/v1/bodies?${next}>; rel="next"`);
    }
    const items = answer.items.map((item) => only(item, fields) as typeof item);
    return c.json({ ...answer, items }, 200);
  });
  router.openapi(body, async (c) => {
    const answer = await getBody(c.var.ctx, c.req.valid('param').id);
    openData(c);
    return c.json(answer, 200);
  });
  return router;
}
