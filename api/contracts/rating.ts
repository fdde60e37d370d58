import { z } from 'zod';
import { INDICATORS, RATING_CHANNELS, RATING_LEVELS, SERVICE_POINT_KINDS } from '../domain/rating.ts';
import { email, phone, submissionId, words } from './everyday.ts';

// Said for the description too: the generator writes literals of numbers as strings.
const level = z.literal([...RATING_LEVELS]).meta({ type: 'integer', enum: [...RATING_LEVELS] });
const indicators = z.array(z.enum(INDICATORS)).max(INDICATORS.length);
const contact = z.strictObject({ phone: phone.optional(), email: email.optional() });

/** What may be said beside the level, all of it optional. */
const details = {
  indicators: indicators.default([]),
  words: words(1, 500).optional(),
  contact: contact.optional(),
  /** The serving body may use the contact; without it only the portal writes to it. */
  contactToHandler: z.boolean().default(false),
};

export const Rating = z.strictObject({
  submissionId,
  code: z.string().min(1).max(100),
  level,
  ...details,
  /** 一事一评: the number of the transaction, where the counter gave one. */
  transactionNumber: words(1, 64).optional(),
  /** By the counter that gave the number (services/ratings/transaction.ts): without it the number is refused. */
  transactionSignature: z.string().max(40).optional(),
});
export type Rating = z.output<typeof Rating>;

/** Said on the page after the level: the submission id is the right to add to the rating. */
export const RatingDetails = z.strictObject({ submissionId, code: z.string().min(1).max(100), ...details });
export type RatingDetails = z.output<typeof RatingDetails>;

export const RatedCase = z.strictObject({
  number: z.string(),
  queryCode: z.string(),
  handler: z.strictObject({ id: z.string(), name: z.string(), division: z.string() }),
  clocks: z.array(
    z.strictObject({
      step: z.string(),
      length: z.int(),
      unit: z.string(),
      starts: z.string(),
      due: z.string().nullable(),
      basis: z.string(),
    }),
  ),
});

export const RatingAnswer = z
  .strictObject({ id: z.string(), level, case: RatedCase.nullable() })
  .meta({ description: 'A bad rating (level 2 or 1) opens a case; whoever has its number and code can follow it.' });
export type RatingAnswer = z.output<typeof RatingAnswer>;

export const ServicePoint = z.strictObject({
  code: z.string(),
  kind: z.enum(SERVICE_POINT_KINDS),
  channel: z.enum(RATING_CHANNELS),
  name: z.string(),
  nameEn: z.string().nullable(),
  placeName: z.string(),
  placeNameEn: z.string().nullable(),
  body: z.strictObject({ id: z.string(), name: z.string() }),
  division: z.string(),
  levels: z.array(level),
  indicators,
});
export type ServicePoint = z.output<typeof ServicePoint>;

const name = words(1, 60);
export const NewServicePoint = z.strictObject({
  bodyId: z.guid('respondent_unknown'),
  kind: z.enum(SERVICE_POINT_KINDS),
  channel: z.enum(RATING_CHANNELS),
  name,
  nameEn: name.optional(),
  placeName: name,
  placeNameEn: name.optional(),
});
