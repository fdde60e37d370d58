import { z } from 'zod';
import { READING_REASONS, RELEASE_FIELDS } from '../domain/release.ts';
import { ERASURE_REASONS } from '../domain/retention.ts';
import { words } from './everyday.ts';

/* Erasure, releases, masking: what a complainant says on the tracking page, and what an official decides. */

export const AskErasure = z.strictObject({ text: words(2, 2000).optional() });

export const DecideErasure = z.strictObject({
  version: z.coerce.number().int().min(1),
  reason: z.enum(ERASURE_REASONS),
  text: words(2, 2000),
});

export const SetRelease = z.strictObject({
  bodyId: z.guid('respondent_unknown'),
  /** What this body may read from now on; whatever is left out is taken back. One box of a form arrives as a word. */
  fields: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(RELEASE_FIELDS)).max(RELEASE_FIELDS.length),
  ),
});
export const SetReleaseByCode = z.strictObject({
  queryCode: z.string().max(200),
  bodyId: z.guid('respondent_unknown'),
  fields: z.array(z.enum(RELEASE_FIELDS)).max(RELEASE_FIELDS.length),
});

/** Who may read what of a case and who has: an allow-list, the same for the page and the API. */
export const OwnSharing = z.strictObject({
  number: z.string(),
  bodies: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      role: z.enum(['handler', 'accepting', 'supporting', 'respondent']),
      fields: z.array(
        z.strictObject({
          field: z.enum(RELEASE_FIELDS),
          released: z.boolean(),
          byDuty: z.boolean().meta({ description: 'Needed to deal with the case: cannot be taken back' }),
        }),
      ),
    }),
  ),
  readings: z.array(
    z.strictObject({
      at: z.string(),
      body: z.string().nullable(),
      field: z.string(),
      reason: z.enum(READING_REASONS).nullable(),
    }),
  ),
});
export type OwnSharing = z.output<typeof OwnSharing>;

/** Why an official needs a file as it was made, with place and camera. */
export const ReadOriginal = z.strictObject({
  reason: z.string().trim().min(4).max(200),
  category: z.enum(READING_REASONS).default('verify'),
});

/** What a complainant wants masked before anything is published, and whether it may be. */
export const ConfirmSummary = z.strictObject({
  /** Places of the found words that are to be masked: START-END of the text. */
  spans: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().regex(/^\d{1,5}-\d{1,5}$/)).max(500),
  ),
  /** Further words, one a line. */
  more: z.string().max(2000).optional(),
  publish: z.enum(['yes', 'no']),
});
