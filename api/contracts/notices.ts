import { z } from 'zod';
import { NOTICE_KINDS, OWN_CHANNELS, SEND_CHANNELS } from '../domain/notice.ts';
import { queryCode } from './casework.ts';
import { box, email, phone } from './everyday.ts';

/** How a complainant wants to hear of news; an address given here takes the place of the one that was left. */
const own = { channel: z.enum(OWN_CHANNELS), email: email.optional(), phone: phone.optional() };
export const ChooseOwnNotices = z.strictObject(own);
export const ChooseOwnNoticesByCode = z.strictObject({ queryCode, ...own });

/** What a complainant sees of it: addresses are shown in part. */
export const OwnNotices = z.strictObject({
  channel: z.enum(OWN_CHANNELS),
  offered: z.array(z.enum(OWN_CHANNELS)).meta({ description: 'sms only where the place has a gateway' }),
  email: z.string().nullable().meta({ example: 'j•••@example.org' }),
  phone: z.string().nullable().meta({ example: '+86•••••••8000' }),
  /** The last notice could not be delivered, and none is sent until the address changes. */
  failed: z.boolean(),
});
export type OwnNotices = z.output<typeof OwnNotices>;

const ways = z.strictObject({ mail: box.default(false), sms: box.default(false) });
export const NoticeSettings = z.strictObject({
  phone: phone.optional(),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  digest: box.default(false),
  /** By kind of notice; a kind that is left out comes by no way but the portal. */
  choices: z.partialRecord(z.enum(NOTICE_KINDS), ways).default({}),
});
export const NoticeSettingsView = z.strictObject({
  email: z.string(),
  phone: z.string().nullable(),
  locale: z.enum(['zh-CN', 'en']),
  digest: z.boolean(),
  choices: z.record(z.enum(NOTICE_KINDS), z.strictObject({ mail: z.boolean(), sms: z.boolean() })),
  smsOffered: z.boolean(),
  failed: z.array(z.enum(SEND_CHANNELS)).meta({ description: 'Ways whose address was refused' }),
});
export type NoticeSettingsView = z.output<typeof NoticeSettingsView>;

export const TestDelivery = z.strictObject({ channel: z.enum(SEND_CHANNELS) });
export const LiftBounce = z.strictObject({
  recipientKind: z.enum(['official', 'complainant']),
  recipientId: z.string().min(1).max(60),
  channel: z.enum(SEND_CHANNELS),
});
