import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { stream } from 'hono/streaming';
import { CommitmentFilters, CommitmentList } from '../contracts/commitment.ts';
import {
  CHANGE_GROUNDS,
  COMMITMENT_KINDS,
  COMMITMENT_OUTCOMES,
  COMMITMENT_STATES,
  DUE_KINDS,
  DUE_READINGS,
} from '../domain/commitment.ts';
import { OWN_FIELDS, type OwnFieldName } from '../domain/commitment-kinds.ts';
import { MATTERS } from '../domain/matter.ts';
import { commitmentComplaints } from '../services/commitments/complaints.ts';
import { commitmentCsv } from '../services/commitments/csv.ts';
import { commitmentFeed } from '../services/commitments/feed.ts';
import { getCommitment } from '../services/commitments/get.ts';
import { searchCommitments } from '../services/commitments/list.ts';
import { fresh, openToAll } from './conditional.ts';
import { Problem, problems } from './problem.ts';
import { createRouter } from './router.ts';
import { answered } from './shape.ts';

const date = z.iso.date();
const words = z.string().nullable();
const maybeDate = date.nullable();
const own = Object.fromEntries(Object.keys(OWN_FIELDS).map((name) => [name, words])) as Record<
  OwnFieldName,
  typeof words
>;
const Commitment = z
  .object({
    id: z.uuid(),
    kind: z.enum(COMMITMENT_KINDS),
    title: z.string(),
    state: z.enum(COMMITMENT_STATES),
    due: z.enum(DUE_READINGS).openapi({ description: 'Derived on the day of asking: overdue begins the day after' }),
    nextDueOn: maybeDate,
    owedById: z.uuid().openapi({ description: 'The body that owes it now: the maker, or its successor' }),
    publishedAt: z.iso.datetime(),
    publishedOn: date,
    bodyId: z.uuid(),
    bodyName: z.string(),
    division: z.string(),
    matter: z.enum(MATTERS),
    department: z.string(),
    post: z.string().openapi({ description: 'A post, never a person' }),
    beneficiary: z.string(),
    enterprise: words.openapi({ description: 'By consent only' }),
    text: z.string(),
    documentNumber: words,
    madeOn: date,
    dueKind: z.enum(DUE_KINDS),
    dueOn: maybeDate,
    dueCondition: words,
    amount: words.openapi({ description: 'CNY with two decimals' }),
    basis: words,
    conditions: words,
    source: z.string(),
    ...own,
  })
  .openapi('Commitment');
const Whole = Commitment.extend({
  owedByName: z.string(),
  milestones: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      dueOn: date,
      amount: words,
      doneOn: maybeDate,
      late: z.boolean(),
    }),
  ),
  notes: z.array(z.object({ on: date, doneOn: date, words: z.string(), milestone: words, by: z.string() })),
  decisions: z.array(
    z.object({
      outcome: z.enum(COMMITMENT_OUTCOMES),
      on: date,
      words: z.string(),
      documentNumber: words,
      decidingBody: words,
      decidedOn: maybeDate,
      ground: z.enum(CHANGE_GROUNDS).nullable(),
      procedure: words,
      compensationOffered: words,
      compensationOfferedOn: maybeDate,
      compensationPaid: words,
      compensationPaidOn: maybeDate,
      disclosure: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.number().int(),
      on: date,
      reason: z.string(),
      changes: z.array(z.object({ field: z.string(), before: words, after: words })),
    }),
  ),
  sources: z.array(z.object({ field: z.string(), document: z.string(), collectedOn: date, verifiedOn: maybeDate })),
  passed: z.array(z.object({ on: date, from: z.string(), to: z.string() })),
  complaints: z.union([
    z.object({ shown: z.literal('none') }),
    z.object({ shown: z.literal('few'), least: z.number().int() }),
    z.object({
      shown: z.literal('all'),
      counts: z.object({
        received: z.number().int(),
        answered: z.number().int(),
        closed: z.number().int(),
        bodySolved: z.number().int(),
        solved: z.number().int(),
      }),
    }),
  ]),
}).openapi('CommitmentWithHistory');
const Gone = Problem.extend({
  kind: z.enum(COMMITMENT_KINDS),
  publishedOn: maybeDate,
  endedOn: maybeDate,
}).openapi('WithdrawnCommitment');

const common = { method: 'get' as const, 'x-access': 'public' as const, tags: ['commitments'] };
const unchanged = { 304: { description: 'Not changed' } };
const list = createRoute({
  ...common,
  path: '/api/v1/commitments',
  operationId: 'listCommitments',
  summary: 'Public commitments of government, the newest first',
  description:
    '`division` includes all places below it, `body` what its predecessors promised. `states` and `overdue` count the selection without its filters by state and date.',
  request: { query: CommitmentList },
  responses: {
    200: answered(
      z.object({
        items: z.array(Commitment),
        nextCursor: z.string().nullable(),
        states: z.record(z.string(), z.number().int()),
        overdue: z.number().int(),
      }),
      'A page of commitments',
    ),
    ...unchanged,
    ...problems(400),
  },
});
const csv = createRoute({
  ...common,
  path: '/api/v1/commitments.csv',
  operationId: 'downloadCommitments',
  summary: 'The same selection as a CSV file',
  request: { query: CommitmentFilters },
  responses: {
    200: { description: 'All commitments of the selection', content: { 'text/csv': { schema: z.string() } } },
    ...problems(400),
  },
});
const one = createRoute({
  ...common,
  path: '/api/v1/commitments/{id}',
  operationId: 'getCommitment',
  summary: 'One commitment with milestones, progress, outcome, versions and sources',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: {
    200: answered(Whole, 'The commitment'),
    ...unchanged,
    410: { description: 'Withdrawn', content: { 'application/problem+json': { schema: Gone } } },
    ...problems(404),
  },
});
const feed = createRoute({
  ...common,
  path: '/feeds/commitments.atom',
  operationId: 'followCommitments',
  summary: 'The newest commitments of a selection as Atom',
  request: { query: CommitmentFilters },
  responses: {
    200: { description: 'The feed', content: { 'application/atom+xml': { schema: z.string() } } },
    ...unchanged,
    ...problems(400),
  },
});

export function commitmentRoutes() {
  const router = createRouter();
  router.use('/api/v1/commitments.csv', etag());
  router.openapi(list, async (c) => {
    const page = await searchCommitments(c.var.ctx, c.req.query());
    openToAll(c);
    if (page.nextCursor) {
      const next = new URLSearchParams(c.req.query());
      next.set('cursor', page.nextCursor);
      c.header('link', `<${c.var.ctx.publicUrl}/api/v1/commitments?${next}>; rel="next"`);
    }
    return c.json(page as z.output<(typeof list)['responses'][200]['content']['application/json']['schema']>, 200);
  });
  router.openapi(csv, async (c) => {
    const { ctx } = c.var;
    const rows = commitmentCsv(ctx, c.req.valid('query'));
    openToAll(c);
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="commitments.csv"');
    return stream(
      c,
      async (out) => {
        out.onAbort(() => void rows.return(undefined));
        for await (const chunk of rows) await out.write(chunk);
      },
      async (error) => {
        // Headers are gone: the client sees a file cut off, the log says why.
        ctx.log.error({ requestId: ctx.requestId, err: String(error) }, 'csv broke off');
      },
    ) as never;
  });
  router.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const answer = await getCommitment(c.var.ctx, id);
    openToAll(c);
    if (answer.found === 'tombstone') {
      const { kind, publishedOn, endedOn } = answer.value;
      const gone = {
        type: 'urn:jiannuo:error:resource.gone',
        title: 'Withdrawn',
        status: 410,
        code: 'resource.gone',
        ...{ kind, publishedOn, endedOn },
      };
      return c.json(gone, 410, { 'content-type': 'application/problem+json; charset=utf-8' });
    }
    const { record, ...more } = answer.value;
    const complaints = await commitmentComplaints(c.var.ctx, id);
    return c.json({ ...record, ...more, complaints } as z.output<typeof Whole>, 200);
  });
  router.openapi(feed, async (c) => {
    const text = await commitmentFeed(c.var.ctx, c.req.query());
    openToAll(c);
    return (fresh(c, text) ?? c.body(text, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })) as never;
  });
  return router;
}
