import { z } from 'zod';
import { ANSWER_OUTCOMES, CASE_STATES } from '../domain/case.ts';
import { Complaint } from './complaint.ts';
import { words } from './everyday.ts';

/* Cases from a hotline or a petition office, and the file in which they come and answers go back: one JSON object a line. */

export const INTAKE_CHANNELS = ['hotline', 'petition'] as const;
export const channel = z.enum(INTAKE_CHANNELS);
export const externalNumber = words(3, 60).refine(
  (text) => /^[\p{L}\p{N}][\p{L}\p{N}\-_/.〔〕()（）]*$/u.test(text),
  'external_number',
);

/** `complaint` is the body of POST /api/v1/cases without `submissionId`; the respondent may be given by its full name instead. */
export const ExchangeCase = z.strictObject({
  type: z.literal('case'),
  channel,
  externalNumber: externalNumber.meta({ description: 'The number at the sender; it opens the case here too' }),
  respondent: words(2, 120).optional().meta({ description: 'Full name, where complaint.respondentId is not given' }),
  complaint: z.record(z.string(), z.unknown()),
});
export type ExchangeCase = z.output<typeof ExchangeCase>;

const day = z.string().meta({ description: 'Legal date in Asia/Shanghai', example: '2026-11-21' });
export const ExchangeResult = z.strictObject({
  type: z.literal('result'),
  channel,
  externalNumber: z.string(),
  number: z.string(),
  state: z.enum(CASE_STATES),
  respondent: z.string(),
  handler: z.string().nullable(),
  filedOn: day,
  acceptedOn: day.nullable(),
  answeredOn: day.nullable(),
  closedOn: day.nullable(),
  dueOn: day.nullable(),
  refusal: z.string().nullable().meta({ description: 'Code of the reason, where it was refused' }),
  demands: z.array(
    z.strictObject({
      position: z.number().int(),
      text: z.string(),
      answers: z.array(
        z.strictObject({
          round: z.number().int(),
          outcome: z.enum(ANSWER_OUTCOMES),
          text: z.string(),
          legalGround: z.string().nullable(),
          promisedOn: day.nullable(),
          body: z.string().nullable(),
          on: day,
        }),
      ),
    }),
  ),
});
export type ExchangeResult = z.output<typeof ExchangeResult>;

/** The last line of an export: what to give next time, so that only what changed comes again. */
export const ExchangeCursor = z.strictObject({ type: z.literal('cursor'), cursor: z.string() });
export const ExchangeLine = z.discriminatedUnion('type', [ExchangeCase, ExchangeResult, ExchangeCursor]);

/** The JSON Schema of a line, for whoever writes the other end. */
export function exchangeSchema(): Record<string, unknown> {
  const options = { io: 'input', unrepresentable: 'any' } as const;
  const complaint = z.toJSONSchema(Complaint, options) as { oneOf?: Part[]; anyOf?: Part[] };
  for (const part of complaint.oneOf ?? complaint.anyOf ?? []) {
    for (const name of ['submissionId', 'humanCheck', 'evidence']) delete part.properties?.[name];
    part.required = part.required?.filter((name) => name !== 'submissionId' && name !== 'respondentId');
  }
  const lines = z.toJSONSchema(ExchangeLine, options) as { oneOf?: Part[]; anyOf?: Part[] };
  const first = (lines.oneOf ?? lines.anyOf)?.[0];
  if (first?.properties) first.properties.complaint = complaint;
  return lines;
}
interface Part {
  properties?: Record<string, unknown>;
  required?: string[];
}

export const IntakeFault = z.strictObject({
  line: z.number().int(),
  column: z.number().int(),
  path: z.string(),
  code: z.string(),
});
export type IntakeFault = z.output<typeof IntakeFault>;
export const IntakeReport = z.strictObject({
  dryRun: z.boolean(),
  lines: z.number().int(),
  entered: z.array(z.strictObject({ externalNumber: z.string(), number: z.string(), queryCode: z.string() })),
  /** Here already, by channel and number: nothing was changed. */
  known: z.array(z.strictObject({ externalNumber: z.string(), number: z.string() })),
  /** Lines that are no cases (results and cursors of an export). */
  passedOver: z.number().int(),
  faults: z.array(IntakeFault),
});
export type IntakeReport = z.output<typeof IntakeReport>;
export const IntakeEntered = z.strictObject({
  number: z.string(),
  queryCode: z.string().nullable().meta({ description: 'Shown this once; null where the case was here already' }),
  created: z.boolean(),
});
