import { z } from 'zod';
import { HANDOVER_REASONS } from '../domain/handover.ts';
import { words } from './everyday.ts';

const post = z.string().trim().min(1).max(120);

/** A list is made for a body, to be taken over by its successor or by whoever is in the post now. */
export const MakeHandover = z.strictObject({
  body: z.uuid(),
  /** Left out: the same body, or its successor where it has one. */
  incoming: z.uuid().nullish(),
  reason: z.enum(HANDOVER_REASONS),
  outgoingPost: post,
  incomingPost: post,
});
export const AnswerHandover = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('confirmed'), position: z.coerce.number().int().min(0) }),
  z.strictObject({ answer: z.literal('contested'), position: z.coerce.number().int().min(0), reason: words(1, 500) }),
]);
