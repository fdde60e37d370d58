import { createRoute, z } from '@hono/zod-openapi';
import { FileObjection, FileRepair, RequestCode } from '../contracts/disclosure-rights.ts';
import { DISCLOSURE_KINDS, DISCLOSURE_STATES, OBJECTION_FLAGS, RECTIFICATION_STATES } from '../domain/disclosure.ts';
import { REQUEST_KINDS, REQUEST_OUTCOMES, REQUEST_SCREENINGS } from '../domain/disclosure-request.ts';
import { DISCLOSURE_ACTIONS } from '../domain/disclosure-transitions.ts';
import { actOnDisclosure, draftByForm, OFFICIAL_ACTIONS } from '../services/disclosures/by-form.ts';
import { getForOfficial, listForOfficials } from '../services/disclosures/officials.ts';
import { fileRequest } from '../services/disclosures/rights/file.ts';
import { trackRequest } from '../services/disclosures/rights/track.ts';
import { requireOfficial } from '../services/officials/authorise.ts';
import { problems } from './problem.ts';
import { ScannedFile } from './request-files.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered, json } from './shape.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const anybody = { tags: ['disclosures'], 'x-access': 'public' as const };
const byCode = { tags: ['disclosures'], 'x-access': 'code' as const };
const official = { tags: ['officials'], 'x-access': 'official' as const };
const byId = z.strictObject({ id: z.string().max(64) });
const day = z.iso.date().nullable();

const Filed = z
  .object({
    queryCode: z.string().openapi({ description: 'Opens the request; it is shown this once and stored as its hash' }),
    screening: z.enum(REQUEST_SCREENINGS),
    filedOn: z.iso.date(),
    due: day,
    basis: z.string().nullable(),
  })
  .openapi('FiledRequest');
const Tracked = z
  .object({
    record: z.uuid(),
    recordKind: z.enum(DISCLOSURE_KINDS),
    kind: z.enum(REQUEST_KINDS),
    standing: z.enum(['held', 'open', 'confirmed', 'decided']),
    outcome: z.enum(REQUEST_OUTCOMES).nullable(),
    filedOn: z.iso.date(),
    due: day,
    basis: z.string().nullable(),
    decidedOn: day,
    words: z.string().nullable(),
    files: z.array(ScannedFile),
    erased: z.boolean(),
  })
  .openapi('TrackedRequest');
const common = {
  submissionId: '5f0d7c5e-3c2b-4b6e-9a51-6c1f0a9d2e11',
  name: '示例公司',
  phone: '13800000000',
  reasons: '金额写错了，请核对判决书第三项。',
};

const objectRoute = createRoute({
  ...anybody,
  method: 'post',
  path: '/api/v1/disclosures/{id}/objections',
  operationId: 'objectToDisclosure',
  summary: 'Object to a record',
  description:
    'Words and contact are sealed. With a proof of the human check, or by an official of the body, the record is flagged at once; otherwise an official looks at it first. The same submission id gives the same answer.',
  request: { params: byId, body: { required: true, content: json(FileObjection, { ...common, party: 'interested' }) } },
  responses: {
    200: answered(Filed, 'It was filed before'),
    201: answered(Filed, 'Filed'),
    ...problems(400, 404, 409, 410, 413, 429, 503),
  },
} satisfies DeclaredRoute);

const repairRoute = createRoute({
  ...anybody,
  method: 'post',
  path: '/api/v1/disclosures/{id}/repairs',
  operationId: 'askForRepair',
  summary: 'Ask for the credit repair of a record',
  description: 'By the body, after the minimum of its class, with what was performed and when.',
  request: {
    params: byId,
    body: { required: true, content: json(FileRepair, { ...common, party: 'body', performedOn: '2026-01-05' }) },
  },
  responses: {
    200: answered(Filed, 'It was filed before'),
    201: answered(Filed, 'Filed'),
    ...problems(400, 404, 409, 410, 413, 429, 503),
  },
} satisfies DeclaredRoute);

const trackRoute = createRoute({
  ...byCode,
  method: 'post',
  path: '/api/v1/disclosure-requests/lookup',
  operationId: 'trackDisclosureRequest',
  summary: 'Where an objection or a repair stands, by its code',
  request: { body: { required: true, content: json(RequestCode, { queryCode: '0000-0000-0000-0000-0000-0000' }) } },
  responses: { 200: answered(Tracked, 'The request'), ...problems(400, 403, 413, 429, 503) },
} satisfies DeclaredRoute);

const Head = z.object({
  id: z.uuid(),
  kind: z.enum(DISCLOSURE_KINDS),
  title: z.string(),
  state: z.enum(DISCLOSURE_STATES),
  version: z.number().int(),
  objection: z.enum(OBJECTION_FLAGS),
  rectification: z.enum(RECTIFICATION_STATES),
});
const headOf = (record: Awaited<ReturnType<typeof getForOfficial>>['record']): z.output<typeof Head> => ({
  id: record.id,
  kind: record.kind,
  title: record.title,
  state: record.state,
  version: record.version,
  objection: record.objectionFlag,
  rectification: record.rectification,
});

const listRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/disclosures',
  operationId: 'listOwnDisclosures',
  summary: 'Records in one state that the official may read',
  request: {
    query: z.strictObject({
      state: z.enum(DISCLOSURE_STATES).default('in_review'),
      cursor: z.string().max(1000).optional(),
    }),
  },
  responses: {
    200: answered(z.object({ items: z.array(Head), nextCursor: z.string().nullable() }), 'A page of records'),
    ...problems(400, 401, 403, 503),
  },
} satisfies DeclaredRoute);

const oneRoute = createRoute({
  ...official,
  method: 'get',
  path: '/api/v1/officials/disclosures/{id}',
  operationId: 'getOwnDisclosure',
  summary: 'One record with what the official can do now',
  request: { params: byId },
  responses: {
    200: answered(Head.extend({ actions: z.array(z.enum(DISCLOSURE_ACTIONS)) }), 'The record'),
    ...problems(401, 404, 503),
  },
} satisfies DeclaredRoute);

const draftRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/disclosures',
  operationId: 'draftDisclosure',
  summary: 'Begin a record; a second person has to approve it',
  description: 'The facts of its kind by the names of the public record. The body is found by its name and division.',
  request: {
    body: {
      required: true,
      content: json(z.looseObject({ kind: z.enum(DISCLOSURE_KINDS) }), {
        kind: 'honour',
        bodyName: '样例市商务局',
        division: '9901',
        matter: 'investment_promotion',
        documentNumber: '样信奖〔2026〕1号',
        decidingBody: '样例市人民政府',
        decidedOn: '2026-01-05',
        summary: '连续三年承诺全部兑现。',
        source: '表彰决定',
      }),
    },
  },
  responses: {
    201: answered(z.object({ id: z.uuid() }), 'The draft'),
    ...problems(400, 401, 403, 413, 503),
  },
} satisfies DeclaredRoute);

const actRoute = createRoute({
  ...official,
  method: 'post',
  path: '/api/v1/officials/disclosures/{id}/{action}',
  operationId: 'actOnDisclosure',
  summary: 'One step of the life of a record',
  description: `By the version that was read. Actions: ${OFFICIAL_ACTIONS.join(', ')}. What each needs is what its form asks for.`,
  request: {
    params: byId.extend({ action: z.string().max(40) }),
    body: { required: true, content: json(z.looseObject({ version: z.number().int().min(1) }), { version: 2 }) },
  },
  responses: {
    200: answered(Head, 'The record after it'),
    204: { description: 'Done; nothing of it is the caller’s to read any more' },
    ...problems(400, 401, 403, 404, 409, 413, 503),
  },
} satisfies DeclaredRoute);

/** Objections and repairs for everybody; the life of a record for officials. The same verbs as the pages call. */
export function disclosureRightsRoutes() {
  const router = createRouter();
  router.openapi(objectRoute, async (c) => {
    const { created, ...filed } = await fileRequest(
      c.var.ctx,
      c.req.valid('param').id,
      'objection',
      c.req.valid('json'),
    );
    return c.json(filed, created ? 201 : 200, NO_STORE);
  });
  router.openapi(repairRoute, async (c) => {
    const { created, ...filed } = await fileRequest(c.var.ctx, c.req.valid('param').id, 'repair', c.req.valid('json'));
    return c.json(filed, created ? 201 : 200, NO_STORE);
  });
  router.openapi(trackRoute, async (c) => c.json(await trackRequest(c.var.ctx, c.req.valid('json')), 200, NO_STORE));
  router.openapi(listRoute, async (c) => {
    const { state, cursor } = c.req.valid('query');
    const list = await listForOfficials(c.var.ctx, state, cursor);
    return c.json({ items: list.items.map(headOf), nextCursor: list.nextCursor }, 200, NO_STORE);
  });
  router.openapi(oneRoute, async (c) => {
    const { record, actions } = await getForOfficial(c.var.ctx, c.req.valid('param').id);
    return c.json({ ...headOf(record), actions }, 200, NO_STORE);
  });
  router.openapi(draftRoute, async (c) => c.json(await draftByForm(c.var.ctx, c.req.valid('json')), 201, NO_STORE));
  router.openapi(actRoute, async (c) => {
    const { ctx } = c.var;
    requireOfficial(ctx);
    const { id, action } = c.req.valid('param');
    await actOnDisclosure(ctx, id, action, c.req.valid('json'));
    // Whoever just acted may no longer see it (a body after the end of publication): then there is nothing to say of it.
    const after = await getForOfficial(ctx, id).catch(() => null);
    return after ? c.json(headOf(after.record), 200, NO_STORE) : c.body(null, 204);
  });
  return router;
}
