import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LookupCase, SentAnswer } from '../contracts/casework.ts';
import { ChooseOwnNoticesByCode, NoticeSettings, NoticeSettingsView, OwnNotices } from '../contracts/notices.ts';
import { SmsMessage } from '../contracts/sms.ts';
import { chooseNotices } from '../services/complaints/choose-notices.ts';
import { openCase } from '../services/complaints/open-case.ts';
import { ownNotices } from '../services/complaints/own-notices.ts';
import { chooseOfficialNotices } from '../services/officials/choose-notices.ts';
import { noticeSettings } from '../services/officials/notice-settings.ts';
import { byCode, CODE, params } from './own-case.ts';
import { problems } from './problem.ts';
import { createRouter, type DeclaredRoute, type Env } from './router.ts';
import { answered, body } from './shape.ts';

const readOwn = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/notices/lookup',
  operationId: 'readOwnNotices',
  summary: 'How one hears of news in a case',
  request: { params, body: body(LookupCase, { queryCode: CODE }) },
  responses: {
    200: answered(OwnNotices, 'The way, with addresses in part'),
    ...problems(400, 403, 410, 413, 429, 503),
  },
} satisfies DeclaredRoute);
const chooseOwn = createRoute({
  ...byCode,
  path: '/api/v1/cases/{number}/notices',
  operationId: 'chooseOwnNotices',
  summary: 'Choose how to hear of news: mail, text message or not at all',
  description:
    'An address given here takes the place of the one that was left. What could not be delivered last is sent again.',
  request: {
    params,
    body: body(ChooseOwnNoticesByCode, { queryCode: CODE, channel: 'mail', email: 'zhang@example.com' }),
  },
  responses: { 200: answered(SentAnswer, 'Chosen'), ...problems(400, 403, 410, 413, 429, 503) },
} satisfies DeclaredRoute);

const official = { tags: ['officials'], 'x-access': 'official' as const, path: '/api/v1/officials/notice-settings' };
const readSettings = createRoute({
  ...official,
  method: 'get',
  operationId: 'readNoticeSettings',
  summary: 'What the official wants to hear, and by which way',
  responses: { 200: answered(NoticeSettingsView, 'The settings'), ...problems(401, 503) },
} satisfies DeclaredRoute);
const saveSettings = createRoute({
  ...official,
  method: 'put',
  operationId: 'chooseNotices',
  summary: 'Choose by kind what comes by mail and by text message',
  request: {
    body: body(NoticeSettings, {
      phone: '13800000000',
      digest: true,
      choices: { arrivals: { mail: true }, clocks: { mail: true, sms: true } },
    }),
  },
  responses: { 200: answered(z.strictObject({ saved: z.literal(true) }), 'Saved'), ...problems(400, 401, 413, 503) },
} satisfies DeclaredRoute);

const GATEWAY = `What the portal posts to \`SMS_GATEWAY_URL\`. \`Jiannuo-Signature: v1=HEX\` is HMAC-SHA256 with the shared secret over
\`Jiannuo-Timestamp\` (seconds), a full stop and the body as it came; refuse what is older than five minutes. \`Idempotency-Key\` is the
\`id\`: take it once, answer 2xx again. No redirect is followed; an answer must come within ten seconds. 2xx: taken. 401, 402, 403,
404, 405, 407, 408, 421, 423, 425, 429, 5xx and silence: sent again later, with growing pauses, without end. Any other 4xx: refused for
good, the number is marked and not tried again until its owner changes it.`;

/** Who hears of what, and how; and the contract that a gateway for text messages keeps. */
export function noticeRoutes(): OpenAPIHono<Env> {
  const router = createRouter();
  router.openAPIRegistry.registerWebhook({
    method: 'post',
    path: 'smsGateway',
    operationId: 'smsGateway',
    summary: 'A text message on its way to the gateway of the place',
    description: GATEWAY,
    tags: ['gateway'],
    request: {
      body: body(SmsMessage, {
        id: '5f0f3f0c-6a3e-4f5e-9d0a-4b1f7f6f0c11',
        to: '+8613800000000',
        template: 'complainant.case.answered',
        params: { number: 'JN2026-0000123-K', link: 'https://integrity.example.gov.cn/track/JN2026-0000123-K' },
        text: '【践诺】您反映的事已经有了答复。',
        sentAt: '2026-11-21T04:05:06.000Z',
      }),
    },
    responses: {
      202: { description: 'Taken' },
      422: { description: 'Refused for good' },
      503: { description: 'Again later' },
    },
  });
  router.openapi(readOwn, async (c) => {
    const ctx = c.get('ctx');
    const mine = await openCase(ctx, c.req.valid('param').number, c.req.valid('json').queryCode);
    return c.json(await ownNotices(ctx, mine), 200, { 'cache-control': 'no-store' });
  });
  router.openapi(chooseOwn, async (c) => {
    const ctx = c.get('ctx');
    const { queryCode, ...input } = c.req.valid('json');
    const mine = await openCase(ctx, c.req.valid('param').number, queryCode);
    return c.json(await chooseNotices(ctx, mine, input), 200, { 'cache-control': 'no-store' });
  });
  router.openapi(readSettings, async (c) =>
    c.json(await noticeSettings(c.get('ctx')), 200, { 'cache-control': 'no-store' }),
  );
  router.openapi(saveSettings, async (c) =>
    c.json(await chooseOfficialNotices(c.get('ctx'), c.req.valid('json')), 200, { 'cache-control': 'no-store' }),
  );
  return router;
}
