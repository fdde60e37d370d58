import { z } from 'zod';
import { PERIODS } from '../domain/report.ts';
import { date } from './everyday.ts';

/** A period by name, or two legal dates; without either the year that runs. */
export const ReportQuery = z
  .strictObject({
    period: z.enum(PERIODS).optional(),
    from: date.optional(),
    to: date.optional(),
    /** A body in the official's reach, with all below it. */
    body: z.uuid().optional(),
  })
  .refine((query) => (query.from === undefined) === (query.to === undefined), { error: 'period', path: ['to'] })
  .refine((query) => !query.from || !query.to || query.from <= query.to, { error: 'period', path: ['to'] });

const Rate = z.object({
  part: z.int(),
  total: z.int(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const Figures = z.object({
  counts: z.record(z.string(), z.int()),
  accepted: Rate,
  answered: Rate,
  inTime: Rate,
  solved: Rate,
  silent: z.int(),
  median: z.int().nullable(),
  ninety: z.int().nullable(),
  distribution: z.array(z.object({ from: z.int(), to: z.int().nullable(), cases: z.int() })),
});

export const ReportAnswer = z.object({
  from: z.string(),
  to: z.string(),
  body: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  total: Figures,
  bodies: z.array(z.object({ id: z.uuid(), name: z.string(), rank: z.int().nullable(), figures: Figures })),
});
