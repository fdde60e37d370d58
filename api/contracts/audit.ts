import { z } from 'zod';
import { date } from './everyday.ts';

export const AuditQuery = z
  .strictObject({
    /** Name or work address of an official. */
    official: z.string().trim().min(1).max(254).optional(),
    body: z.uuid().optional(),
    number: z.string().trim().min(1).max(60).optional(),
    /** `read`, or the kind of an event. */
    kind: z
      .string()
      .regex(/^[a-z_]{2,40}$/)
      .optional(),
    from: date.optional(),
    to: date.optional(),
    cursor: z.string().max(1024).optional(),
  })
  .refine((query) => !query.from || !query.to || query.from <= query.to, { error: 'period', path: ['to'] });

export const AuditEntry = z.object({
  at: z.string(),
  kind: z.string(),
  actor: z.string().nullable(),
  actorKind: z.string(),
  body: z.string().nullable(),
  subjectKind: z.string(),
  number: z.string().nullable(),
  /** Field that was read, why, and for what; of an event null. */
  field: z.string().nullable(),
  reason: z.string().nullable(),
  category: z.string().nullable(),
  /** What the event says of what changed, in the reader's words. */
  details: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type AuditEntry = z.output<typeof AuditEntry>;
export const AuditPage = z.object({ items: z.array(AuditEntry), nextCursor: z.string().nullable() });
