import { z } from 'zod';
import { FLAG_DECISIONS } from '../domain/rating-flags.ts';
import { CONTACT_WAYS, LOOKS, LOOP_FINDINGS, RECTIFIED, REVIEW_REASONS } from '../domain/rating-loop.ts';
import { words } from './everyday.ts';

/* What officials do about a bad rating (差评闭环). Words on a person are sealed; `publicText` is published as it is written. */

const text = words(2, 1000);

export const LoopStepForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contacted'), outcome: z.enum(CONTACT_WAYS), text: text.optional() }),
  z.strictObject({ kind: z.literal('verified'), outcome: z.enum(LOOP_FINDINGS), text }),
  z.strictObject({
    kind: z.literal('rectified'),
    outcome: z.enum(RECTIFIED),
    publicText: words(5, 300),
    text: text.optional(),
  }),
  z.strictObject({ kind: z.literal('looked_again'), outcome: z.enum(LOOKS), text: text.optional() }),
]);
export type LoopStepForm = z.output<typeof LoopStepForm>;

export const ProposeReview = z.strictObject({ reason: z.enum(REVIEW_REASONS), text: words(10, 2000) });
export const DecideReview = z.strictObject({
  id: z.guid(),
  decision: z.enum(['set_aside', 'refused']),
  text: words(5, 2000),
});
export const RestoreReview = z.strictObject({ id: z.guid(), text: words(5, 2000) });

/** What a superior made of an anomaly of ratings. */
export const DecideFlag = z.strictObject({ id: z.guid(), decision: z.enum(FLAG_DECISIONS), text: words(5, 1000) });
