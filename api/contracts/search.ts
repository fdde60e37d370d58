import { z } from 'zod';

/** What somebody has typed so far. */
export const SuggestionQuery = z.strictObject({
  q: z.string().trim().max(100),
  limit: z.coerce.number().int().min(1).max(10).default(8),
});

export const SUGGESTION_KINDS = ['body', 'record', 'matter', 'help'] as const;
export const Suggestion = z.object({
  kind: z.enum(SUGGESTION_KINDS),
  text: z.string(),
  /** Place of a body, number of a record. */
  hint: z.string().nullable(),
  /** Path of its page, without language. */
  path: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;
