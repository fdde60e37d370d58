import { createRoute, z } from '@hono/zod-openapi';
import { ApproveJudgmentText, PutJudgmentText, ReviewJudgmentText } from '../contracts/judgment-text.ts';
import { REDACTION_KINDS, REDACTION_RULES } from '../domain/redaction.ts';
import { approveText } from '../services/judgment-texts/approve.ts';
import { textForOfficials } from '../services/judgment-texts/for-officials.ts';
import { putText } from '../services/judgment-texts/put.ts';
import { removeText } from '../services/judgment-texts/remove.ts';
import { reviewText } from '../services/judgment-texts/review.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute } from './router.ts';
import { answered, body } from './shape.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const PATH = '/api/v1/officials/disclosures/{id}/text';
const official = { tags: ['officials'], 'x-access': 'official' as const };
const params = z.strictObject({ id: z.string().max(64) });
const hash = z.string().openapi({ description: 'SHA-256 of the text as the public reads it or would, hexadecimal' });
const SHA256 = '9e89c200d2616877ea4b2dcdd1bdb1950ff7e81aab637435138d84e46be55714';

const Standing = z
  .object({
    text: z
      .object({
        publicText: z.string(),
        textSha256: hash,
        putAt: z.iso.datetime(),
        approvedAt: z.iso.datetime().nullable(),
        own: z.boolean().openapi({ description: 'The caller put it: another must approve' }),
        shown: z.boolean().openapi({ description: 'The caller read it beside the original as it is now' }),
      })
      .nullable(),
    may: z.object({ put: z.boolean(), review: z.boolean(), approve: z.boolean() }),
  })
  .openapi('JudgmentText');

const readRoute = createRoute({
  ...official,
  method: 'get',
  path: PATH,
  operationId: 'getJudgmentText',
  summary: 'Where the full text of a judgment stands; nothing of its original',
  request: { params },
  responses: { 200: answered(Standing, 'The text, or null where there is none'), ...problems(401, 403, 404, 410, 503) },
} satisfies DeclaredRoute);

const putRoute = createRoute({
  ...official,
  method: 'post',
  path: PATH,
  operationId: 'putJudgmentText',
  summary: 'Put the full text of a judgment beside its record, or another in its place',
  description:
    'Up to 500,000 bytes in UTF-8, one paragraph a line. It is anonymised by the rules (法释〔2016〕19号), the original sealed. A text that was public is hidden at once; nothing is public before a second person has approved it. `names`: natural persons that the rules may miss.',
  request: {
    params,
    body: body(PutJudgmentText, {
      text: '样例市中级人民法院\n行政判决书\n原告：赵某某，女，住样例市高新区。\n本院认为，被告应当履行协议。',
      names: ['小鲤鱼'],
    }),
  },
  responses: {
    201: answered(z.object({ textSha256: hash, changes: z.boolean() }), 'Put; `changes`: something was replaced'),
    ...problems(400, 401, 403, 404, 409, 413, 503),
  },
} satisfies DeclaredRoute);

const Review = z
  .object({
    original: z.string(),
    replacements: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        start: z.int(),
        end: z.int(),
        kind: z.enum(REDACTION_KINDS),
        rule: z.enum(REDACTION_RULES),
      }),
    ),
    names: z.array(z.string()),
    keep: z.array(z.string()),
    standing: z.array(z.string()).openapi({ description: 'Added names that still stand in the text' }),
    textSha256: hash,
  })
  .openapi('JudgmentTextReview');

const reviewRoute = createRoute({
  ...official,
  method: 'post',
  path: `${PATH}/review`,
  operationId: 'reviewJudgmentText',
  summary: 'Read the original beside what is hidden; logged with its reason',
  description:
    'Needs a second factor of the last minutes (403 auth.step_up otherwise). `names` and `keep` are the whole lists of words that persons added to the rules; where one changes, the rules run again and a public text is hidden until it is approved as it is now. Positions are UTF-16 offsets in the original.',
  request: { params, body: body(ReviewJudgmentText, { why: '核对隐名处理', names: ['小鲤鱼'], keep: ['幸福路'] }) },
  responses: { 200: answered(Review, 'The original'), ...problems(400, 401, 403, 404, 409, 410, 413, 503) },
} satisfies DeclaredRoute);

const approveRoute = createRoute({
  ...official,
  method: 'post',
  path: `${PATH}/approval`,
  operationId: 'approveJudgmentText',
  summary: 'Approve the text of a public record as a second person who has read it',
  description: 'With the hash that the review answered. The text of a record in review is approved with the record.',
  request: { params, body: body(ApproveJudgmentText, { textSha256: SHA256 }) },
  responses: { 204: { description: 'Approved: it is public' }, ...problems(400, 401, 403, 404, 409, 413, 503) },
} satisfies DeclaredRoute);

const removeRoute = createRoute({
  ...official,
  method: 'post',
  path: `${PATH}/removal`,
  operationId: 'removeJudgmentText',
  summary: 'Take the text away at once; its original is erased with its key',
  request: { params },
  responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404, 503) },
} satisfies DeclaredRoute);

/** Full texts of judgments for officials' own systems: the same verbs as the page calls. */
export function judgmentTextRoutes() {
  const router = createRouter();
  router.openapi(readRoute, async (c) => {
    const { text, may } = await textForOfficials(c.var.ctx, c.req.valid('param').id);
    const standing = text && {
      publicText: text.publicText,
      textSha256: text.textSha256,
      putAt: text.putAt.toISOString(),
      approvedAt: text.approvedAt?.toISOString() ?? null,
      own: text.own,
      shown: text.shown,
    };
    return c.json({ text: standing, may }, 200, NO_STORE);
  });
  router.openapi(putRoute, async (c) => {
    const { textSha256, changes } = await putText(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
    return c.json({ textSha256, changes }, 201, NO_STORE);
  });
  router.openapi(reviewRoute, async (c) => {
    const review = await reviewText(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
    const { original, names, keep, standing, textSha256 } = review;
    const replacements = review.replacements.map(({ from, to, start, end, kind, rule }) => ({
      from,
      to,
      start,
      end,
      kind,
      rule,
    }));
    return c.json({ original, replacements, names, keep, standing, textSha256 }, 200, NO_STORE);
  });
  router.openapi(approveRoute, async (c) => {
    await approveText(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
    return c.body(null, 204);
  });
  router.openapi(removeRoute, async (c) => {
    await removeText(c.var.ctx, c.req.valid('param').id);
    return c.body(null, 204);
  });
  return router;
}
