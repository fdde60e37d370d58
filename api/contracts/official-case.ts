import { z } from 'zod';
import { CASE_ACTIONS, CASE_INSTANCES, CASE_KINDS, CASE_STATES, SCREENING_STATES } from '../domain/case.ts';
import { REFUSALS } from '../domain/case-life.ts';

/* Cases as officials' own systems see them: enough to work a queue; words are read on the page. */

const day = z.string().meta({ description: 'Legal date in Asia/Shanghai', example: '2026-11-21' });
const left = z
  .strictObject({ days: z.number().int(), unit: z.enum(['working_day', 'calendar_day']), soon: z.boolean() })
  .meta({ description: 'Days left of the running clock; negative: overdue by so many' });

export const InboxEntry = z.strictObject({
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  matter: z.string(),
  state: z.enum(CASE_STATES),
  held: z.boolean(),
  respondent: z.string(),
  handler: z.string().nullable(),
  assignee: z.string().nullable().meta({ description: 'Name of the official on whose desk it is' }),
  filedOn: day,
  dueOn: day.nullable(),
  left: left.nullable(),
});
export const InboxPage = z.strictObject({ items: z.array(InboxEntry), nextCursor: z.string().nullable() });

export const OfficialCase = z.strictObject({
  number: z.string(),
  aliases: z.array(z.string()),
  kind: z.enum(CASE_KINDS),
  matter: z.string(),
  state: z.enum(CASE_STATES),
  instance: z.enum(CASE_INSTANCES),
  screening: z.enum(SCREENING_STATES),
  version: z.number().int(),
  respondent: z.string(),
  handler: z.string().nullable(),
  dueOn: day.nullable(),
  demands: z.array(z.strictObject({ id: z.string(), position: z.number().int(), text: z.string() })),
  actions: z
    .array(z.strictObject({ action: z.enum(CASE_ACTIONS), refusal: z.enum(REFUSALS).nullable() }))
    .meta({ description: 'Every action of officials: possible (refusal null) or the reason why not' }),
});

export const ActedAnswer = z.strictObject({
  number: z.string(),
  state: z.enum(CASE_STATES).optional(),
  version: z.number().int().optional(),
  clocks: z.literal('run_on').optional().meta({ description: 'Passing a case on wins no time: running clocks run on' }),
});

export const AssignedAnswer = z.strictObject({ assigned: z.number().int() });
