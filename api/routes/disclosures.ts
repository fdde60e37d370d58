import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { stream } from 'hono/streaming';
import { DisclosureFilters, DisclosureList } from '../contracts/disclosure.ts';
import { fieldsOf, only } from '../contracts/fields.ts';
import {
  DISCLOSURE_KINDS,
  DISHONESTY_SUB_KINDS,
  JUDGMENT_OUTCOMES,
  OBJECTION_FLAGS,
  PROPOSAL_ANSWERS,
  PROPOSAL_KINDS,
  PUBLICATION_CLASSES,
  RECTIFICATION_STATES,
  WARNING_LEVELS,
} from '../domain/disclosure.ts';
import { REQUEST_KINDS, REQUEST_OUTCOMES, REQUEST_PARTIES } from '../domain/disclosure-request.ts';
import { MATTERS } from '../domain/matter.ts';
import { MEASURE_STATES } from '../domain/measure.ts';
import { hashQuery } from '../services/cursor.ts';
import { disclosureCsv, publicStateOf } from '../services/disclosures/csv.ts';
import { getDisclosure } from '../services/disclosures/get.ts';
import { searchDisclosures } from '../services/disclosures/search.ts';
import { textHits } from '../services/disclosures/text-hits.ts';
import { Problem, problems } from './problem.ts';
import { createRouter, type Env } from './router.ts';

const date = z.iso.date().nullable();
const words = z.string().nullable();
const PublicRecord = z
  .object({
    id: z.uuid(),
    kind: z.enum(DISCLOSURE_KINDS),
    title: z.string().openapi({ example: '丰县人民政府：招商引资承诺未兑现被判败诉' }),
    objection: z.enum(OBJECTION_FLAGS),
    rectification: z.enum(RECTIFICATION_STATES),
    rectificationDueOn: date,
    publishedAt: z.iso.datetime(),
    publishedOn: z.iso.date(),
    publishUntil: date,
    bodyId: z.uuid().nullable(),
    bodyName: words,
    division: words.openapi({ description: 'GB/T 2260 code: province 2, city 4, county 6, township 9 digits' }),
    matter: z.enum(MATTERS).nullable(),
    year: z.number().int().nullable(),
    summary: words,
    source: words,
    decidedOn: date,
    caseNumber: words.openapi({ example: '（2017）最高法行申8181号' }),
    court: words,
    courtDivision: words,
    outcome: z.enum(JUDGMENT_OUTCOMES).nullable(),
    amount: words.openapi({ description: 'CNY with two decimals' }),
    requiredAction: words,
    performed: words,
    performedOn: date,
    conduct: words,
    count: z.number().int().nullable(),
    publicationClass: z.enum(PUBLICATION_CLASSES).nullable(),
    documentNumber: words,
    decidingBody: words,
    subKind: z.enum(DISHONESTY_SUB_KINDS).nullable(),
    clause: words,
    warningLevel: z.enum(WARNING_LEVELS).nullable(),
    dueOn: date,
    period: words,
    score: words,
    proposalKind: z.enum(PROPOSAL_KINDS).nullable(),
    proposalAnswer: z.enum(PROPOSAL_ANSWERS).nullable(),
    subjectCode: words.openapi({ description: 'GB 32100-2015, of a subject that is no body of the directory' }),
  })
  .openapi('Disclosure');
const RecordWithHistory = PublicRecord.extend({
  sources: z.array(
    z.object({
      field: z.string(),
      document: z.string(),
      collectedOn: z.iso.date(),
      verified: z.boolean(),
      verifiedOn: date,
      attachment: words.openapi({ description: 'SHA-256 of the document as it was deposited' }),
    }),
  ),
  history: z.array(
    z.object({
      version: z.number().int(),
      on: z.iso.date(),
      reason: z.string(),
      changes: z.array(z.object({ field: z.string(), before: words, after: words })),
    }),
  ),
  requests: z
    .array(
      z.object({
        kind: z.enum(REQUEST_KINDS),
        party: z.enum(REQUEST_PARTIES),
        on: z.iso.date(),
        due: date,
        outcome: z.enum(REQUEST_OUTCOMES).nullable(),
        decidedOn: date,
        words,
      }),
    )
    .openapi({ description: 'Objections and repairs, without who filed them and why' }),
  rectifications: z.array(
    z.object({
      required: z.string(),
      orderedOn: z.iso.date(),
      dueOn: z.iso.date(),
      explainedOn: date,
      reportedOn: date,
      verifiedOn: date,
      explanation: words.openapi({ description: 'The body in its own words, once verified' }),
      done: words,
      doneOn: date,
    }),
  ),
  measures: z.array(
    z.object({
      name: z.string(),
      basis: z.string(),
      state: z.enum(MEASURE_STATES),
      on: z.iso.date(),
      changedOn: date,
      reason: words,
    }),
  ),
  text: z
    .object({
      content: z.string().openapi({ description: 'A paragraph a line; persons are hidden by 法释〔2016〕19号' }),
      sha256: z.string().openapi({ description: 'Of the content in UTF-8, hexadecimal' }),
      approvedOn: z.iso.date(),
    })
    .nullable()
    .openapi({ description: 'The full text of the judgment; here only, in no list, file or feed' }),
}).openapi('DisclosureWithHistory');
const Gone = Problem.extend({
  kind: z.enum(DISCLOSURE_KINDS),
  state: z.enum(['withdrawn', 'repaired', 'expired', 'exempted']),
  publishedOn: date,
  endedOn: date,
  reason: words,
}).openapi('Tombstone');

const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});
const file = (description: string, type: string) => ({ description, content: { [type]: { schema: z.string() } } });
const common = { method: 'get' as const, 'x-access': 'public' as const, tags: ['disclosures'] };

const fields = fieldsOf(Object.keys(PublicRecord.shape)).openapi({
  description: 'Only these of each record, and its id; names with commas between them',
  example: 'title,bodyName,caseNumber',
});
const Sparse = PublicRecord.partial()
  .required({ id: true })
  .openapi('SparseDisclosure', { description: 'A record where `fields` was given' });

const InFullText = z
  .array(z.object({ id: z.uuid(), paragraph: z.number().int(), url: z.url() }))
  .openapi({ description: 'Records of this page that were found by the full text of the judgment, and the paragraph' });
const list = createRoute({
  ...common,
  path: '/api/v1/disclosures',
  operationId: 'listDisclosures',
  summary: 'Public records, newest decision first or by relevance',
  description:
    'Words are looked for in titles, names, case numbers in any writing, courts and texts, in simplified and traditional characters alike; former and short names of bodies count too. All words must occur; "quotes" keep words together, a minus leaves one out, `case:`, `court:` and `body:` (案号: 法院: 单位:) look in one field. A single character is looked for in titles, names and numbers. `sort=relevance` puts what stands in titles, names and numbers first. `division` includes all places below it, `body` its predecessors.',
  request: { query: DisclosureList.extend({ fields }) },
  responses: {
    200: json(
      'A page of records',
      z.object({
        items: z.array(z.union([PublicRecord, Sparse])),
        nextCursor: z.string().nullable(),
        inFullText: InFullText,
      }),
    ),
    304: { description: 'Not changed' },
    ...problems(400),
  },
});
const csv = createRoute({
  ...common,
  path: '/api/v1/disclosures.csv',
  operationId: 'downloadDisclosures',
  summary: 'The same selection as a CSV file',
  request: { query: DisclosureFilters.extend({ fields }) },
  responses: {
    200: file('All records of the selection', 'text/csv'),
    304: { description: 'Not changed' },
    ...problems(400),
  },
});
const one = createRoute({
  ...common,
  path: '/api/v1/disclosures/{id}',
  operationId: 'getDisclosure',
  summary: 'One public record with sources and versions',
  request: { params: z.object({ id: z.string().max(64) }), query: z.object({ fields }) },
  responses: {
    200: json('The record; with `fields` without sources and versions', z.union([RecordWithHistory, Sparse])),
    304: { description: 'Not changed' },
    410: { description: 'No longer public', content: { 'application/problem+json': { schema: Gone } } },
    ...problems(404),
  },
});
/** Open data is for everybody's programs; browsers ask again each time and mostly hear 304. */
function open(c: Context<Env>): void {
  c.header('access-control-allow-origin', '*');
  c.header('access-control-expose-headers', 'etag, link');
  c.header('cache-control', 'public, max-age=0, must-revalidate');
  c.header('vary', 'accept-encoding');
}

export function disclosureRoutes() {
  const router = createRouter();
  for (const path of ['/api/v1/disclosures', '/api/v1/disclosures/*']) {
    router.use(path, etag());
  }

  router.openapi(list, async (c) => {
    const { fields, ...query } = c.req.valid('query');
    const page = await searchDisclosures(c.var.ctx, query);
    open(c);
    if (page.nextCursor) {
      const next = new URLSearchParams(c.req.query());
      next.set('cursor', page.nextCursor);
      c.header('link', `<${c.var.ctx.publicUrl}/api/v1/disclosures?${next}>; rel="next"`);
    }
    const items = page.items.map((record) => only(record, fields) as z.output<typeof PublicRecord>);
    const inFullText = [...(await textHits(c.var.ctx, page.items, page.query))].map(([id, { paragraph }]) => ({
      id,
      paragraph,
      url: `${c.var.ctx.publicUrl}/disclosures/${id}#p${paragraph}`,
    }));
    return c.json({ items, nextCursor: page.nextCursor, inFullText }, 200);
  });

  router.openapi(csv, async (c) => {
    const { ctx } = c.var;
    const { fields, ...filters } = c.req.valid('query');
    const state = `${hashQuery('csv', { ...filters, fields })}.${await publicStateOf(ctx)}.${ctx.publicUrl}`;
    const tag = `"${createHash('sha256').update(state).digest('base64url').slice(0, 27)}"`;
    open(c);
    c.header('etag', tag);
    if (
      c.req
        .header('if-none-match')
        ?.split(/\s*,\s*/)
        .includes(tag)
    )
      return c.body(null, 304);
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="disclosures.csv"');
    const rows = disclosureCsv(ctx, filters, fields);
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
    const answer = await getDisclosure(c.var.ctx, c.req.valid('param').id);
    const { fields } = c.req.valid('query');
    open(c);
    if (answer.found === 'tombstone') {
      const { kind, state, publishedOn, endedOn, reason } = answer.value;
      const body = { kind, state, publishedOn, endedOn, reason };
      return c.json(gone(body), 410, { 'content-type': 'application/problem+json; charset=utf-8' });
    }
    const { record, ...more } = answer.value;
    if (fields) return c.json(only(record, fields) as z.output<typeof Sparse>, 200);
    return c.json({ ...(record as z.output<typeof PublicRecord>), ...more }, 200);
  });
  return router;
}

const gone = <B extends object>(body: B) => ({
  type: 'urn:jiannuo:error:resource.gone',
  title: 'No longer published',
  status: 410,
  code: 'resource.gone',
  ...body,
});
