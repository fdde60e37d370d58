import { z } from 'zod';

/**
 * What the portal posts to the gateway for text messages (SMS_GATEWAY_URL). The place writes the receiver before the
 * provider that it has; the API description shows it as a webhook.
 */
export const SmsMessage = z.strictObject({
  id: z.guid().meta({
    description:
      'The same message sent again has the same id (also in Idempotency-Key): take it once, answer 2xx again',
  }),
  to: z
    .string()
    .regex(/^\+\d{7,15}$/)
    .meta({ description: 'E.164', example: '+8613800000000' }),
  template: z.string().max(100).meta({
    description: 'Code of the text, for providers that send approved templates only',
    example: 'complainant.case.answered',
  }),
  params: z.record(z.string(), z.string()).meta({ description: 'Values of the template: case number and link' }),
  text: z.string().min(1).max(500).meta({ description: 'The whole text, for providers that send any text' }),
  sentAt: z.iso.datetime().meta({ description: 'When this try began' }),
});
export type SmsMessage = z.output<typeof SmsMessage>;
