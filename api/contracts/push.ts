import { z } from 'zod';
import { QUALITY_CODES } from '../domain/import-quality.ts';
import { words } from './everyday.ts';

/* Records that a court, a finance department or a transaction platform pushes; and the keys by which it signs. */

export const PUSHED_AT_ONCE = 200;

export const PushRequest = z.strictObject({
  reason: words(1, 200).meta({
    description: 'Names the delivery, which may take several requests; kept with each version',
    example: '市中院 2026 年第三季度推送',
  }),
  dryRun: z.boolean().default(false),
  accept: z.array(z.enum(QUALITY_CODES)).max(QUALITY_CODES.length).default([]).meta({
    description: 'Reasons of quality that were looked at and hold for this delivery: the sender answers for them',
  }),
  rows: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
    .min(1)
    .max(PUSHED_AT_ONCE),
});
export type PushRequest = z.output<typeof PushRequest>;

export const PushFault = z.strictObject({
  row: z.number().int().meta({ description: 'From 1, in the order of the request' }),
  column: z.string(),
  code: z.string(),
  value: z.string().optional(),
  suggestion: z.string().optional(),
});
/** `quality` holds something only in a dry run or where it was accepted: else the answer is a problem (422). */
export const PushReport = z.strictObject({
  batchId: z.string().nullable().meta({ description: 'Null in a dry run, and where no row was good' }),
  rows: z.number().int(),
  imported: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  faults: z.array(PushFault),
  quality: z
    .array(
      z.strictObject({
        code: z.enum(QUALITY_CODES),
        field: z.string().optional(),
        found: z.number().meta({ description: 'A share from 0 to 1; rows for count_drop and no_rows' }),
        allowed: z.number(),
      }),
    )
    .meta({
      description: 'What is wrong with the rows as a whole; from 20 rows on it refuses them, unless it is accepted',
    }),
});
export type PushReport = z.output<typeof PushReport>;

export const PushTable = z.strictObject({
  table: z.string(),
  required: z.array(z.string()),
  optional: z.array(z.string()),
});

/** Forms of the administration. */
export const PushClientForm = z.strictObject({
  action: z.literal('create'),
  bodyId: z.uuid(),
  name: words(2, 80),
  scopes: z.union([z.string().transform((one) => [one]), z.array(z.string())]).pipe(z.array(z.string()).min(1)),
  perHour: z.coerce.number().int().min(1).max(100_000).default(600),
});
export const PushKeyForm = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('rotate'), clientId: z.uuid() }),
  z.strictObject({ action: z.literal('disable'), clientId: z.uuid() }),
  z.strictObject({ action: z.literal('show'), keyId: z.uuid() }),
]);
