import { z } from 'zod';
import { UploadAnswer } from './complaint.ts';

const day = z.string().meta({ description: 'Legal date in Asia/Shanghai', example: '2026-11-21' });

export const ExplanationReference = z.string().min(1).max(40).meta({ example: 'SM-7K2Q-9MDT' });

/** What the body complained of gets to see of a request, and nothing else: an allow-list for the page and the API. */
export const ExplanationView = z.strictObject({
  reference: z.string(),
  body: z.string(),
  askedBy: z.string().meta({ description: 'The body that asks' }),
  askedOn: day,
  dueOn: day,
  givenOn: day.nullable(),
  state: z.enum(['open', 'overdue', 'given', 'ended']),
  late: z.boolean(),
  question: z.string(),
  demands: z.array(z.string()).meta({ description: 'Only where the complainant allowed it' }),
  story: z.string().nullable().meta({ description: 'Only where the complainant allowed it' }),
  text: z.string().nullable().meta({ description: 'The explanation, once given' }),
  files: z.array(UploadAnswer),
});
export type ExplanationView = z.output<typeof ExplanationView>;

export const ExplanationList = z.strictObject({
  items: z.array(ExplanationView.omit({ question: true, demands: true, story: true, text: true, files: true })),
});
