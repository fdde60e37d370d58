import { z } from 'zod';

const day = z.string().meta({ description: 'Legal date in Asia/Shanghai', example: '2026-11-21' });

/** What a supporting body gets to see of a case on which it is asked: an allow-list for the page and the API. */
export const OpinionView = z.strictObject({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  matter: z.string(),
  body: z.string(),
  askedBy: z.string().meta({ description: 'The lead body' }),
  askedOn: day,
  dueOn: day,
  givenOn: day.nullable(),
  state: z.enum(['open', 'overdue', 'given', 'ended']),
  late: z.boolean(),
  question: z.string(),
  story: z.string(),
  demands: z.array(z.string()),
  text: z.string().nullable().meta({ description: 'The opinion, once given' }),
});
export type OpinionView = z.output<typeof OpinionView>;

export const OpinionList = z.strictObject({
  items: z.array(OpinionView.omit({ question: true, story: true, demands: true, text: true })),
});
