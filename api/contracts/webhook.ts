import { z } from 'zod';
import { httpsAddress, words } from './everyday.ts';

/* Signed notices of what becomes of public records, for systems that want to hear at once. */

/** What of a record's history is told: codes only, the rest is fetched from the public API. */
export const WEBHOOK_EVENTS = [
  'published',
  'corrected',
  'objection_marked',
  'objection_decided',
  'repaired',
  'expired',
  'withdrawn',
  'exempted',
] as const;

export const WebhookMessage = z.strictObject({
  events: z.array(
    z.strictObject({
      id: z.uuid().meta({ description: 'The same event may come twice: take each id once' }),
      event: z.enum(WEBHOOK_EVENTS),
      record: z.uuid(),
      at: z.string(),
      url: z.string().meta({ description: 'The record in the public API; 410 where it is no longer public' }),
    }),
  ),
});
export type WebhookMessage = z.output<typeof WebhookMessage>;

export const WebhookForm = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('create'), name: words(2, 80), url: httpsAddress }),
  z.strictObject({ action: z.literal('disable'), id: z.uuid() }),
  z.strictObject({ action: z.literal('show'), id: z.uuid() }),
]);
