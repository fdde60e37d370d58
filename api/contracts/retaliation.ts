import { z } from 'zod';
import { queryCode } from './casework.ts';
import { words } from './everyday.ts';

/* 打击报复: a protected word to the superior of the handler, and the answer to it. */

const text = words(2, 5000);
const when = z.string().meta({ description: 'Instant, ISO 8601 UTC', example: '2026-11-21T04:05:06.000Z' });

export const ReportRetaliation = z.strictObject({ text });
export const ReportRetaliationByCode = z.strictObject({ queryCode, text });
export const AnswerReport = z.strictObject({ text });

export const ReportWord = z.strictObject({
  at: when,
  by: z.enum(['complainant', 'superior']),
  /** The body that answers, never the name of a person. */
  body: z.string().nullable(),
  text: z.string(),
});
export type ReportWord = z.output<typeof ReportWord>;

export const OwnReports = z.strictObject({
  reader: z
    .string()
    .nullable()
    .meta({ description: 'The body whose supervisors alone read it; null: nobody is above' }),
  words: z.array(ReportWord),
});
export type OwnReports = z.output<typeof OwnReports>;

export const ReportEntry = z.strictObject({
  id: z.string(),
  number: z.string(),
  against: z.string().meta({ description: 'The body that had the case when it was reported' }),
  respondent: z.string(),
  at: when,
  answeredAt: when.nullable(),
});
export type ReportEntry = z.output<typeof ReportEntry>;
export const ReportList = z.strictObject({ items: z.array(ReportEntry), nextCursor: z.string().nullable() });
export type ReportList = z.output<typeof ReportList>;
export const ReportView = ReportEntry.extend({ words: z.array(ReportWord) });
export type ReportView = z.output<typeof ReportView>;
