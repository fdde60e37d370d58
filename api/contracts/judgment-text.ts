import { z } from 'zod';

/** Of a judgment in UTF-8. */
export const MOST_TEXT_BYTES = 500_000;
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** One paragraph a line, without what is no text. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();

/** Names as they are typed: one a line, or with a comma or 、 between them. */
const words = z
  .union([z.string().max(20_000), z.array(z.string().max(100)).max(500)])
  .transform((given) => (typeof given === 'string' ? given.split(/[\n、，,;；]/) : given).map((word) => word.trim()))
  .transform((given) => [...new Set(given.filter((word) => word !== ''))])
  .refine((given) => given.length <= 500 && given.every((word) => word.length <= 40), 'too_big');

export const PutJudgmentText = z.strictObject({
  text: z
    .string()
    .transform(clean)
    .refine((text) => text.length > 0, 'required')
    .refine((text) => bytes(text) <= MOST_TEXT_BYTES, 'text_too_long'),
  names: words.default([]),
});

/** `names` and `keep` are the whole lists; left out, they stay as they are. */
export const ReviewJudgmentText = z.strictObject({
  why: z.string().trim().min(2, 'required').max(500),
  names: words.optional(),
  keep: words.optional(),
});

export const ApproveJudgmentText = z.strictObject({ textSha256: z.string().regex(/^[0-9a-f]{64}$/, 'required') });
