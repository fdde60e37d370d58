import { z } from 'zod';
import {
  ANSWER_OUTCOMES,
  CASE_INSTANCES,
  CASE_KINDS,
  CASE_STATES,
  REFUSAL_REASONS,
  SCREENING_STATES,
  VERDICTS,
} from '../domain/case.ts';
import { CLOCK_STATES, CLOCK_UNITS, EXPIRIES } from '../domain/deadline.ts';
import { FOLLOW_UP_KINDS, FOLLOW_UP_STATES } from '../domain/follow-up.ts';
import { PROMISE_STATES } from '../domain/promise.ts';
import { MAX_DEMANDS } from './complaint.ts';
import { box, date, OwnFile, words } from './everyday.ts';
import { OwnResolution } from './resolution.ts';

/** The version of the case that the official had before the eyes; another one means that somebody was faster. */
const version = z.coerce.number().int().min(1);
const text = words(2, 5000);

/* What officials do (forms of /officials/cases/NUMBER). */

export const ScreenCase = z.strictObject({ version, outcome: z.enum(['passed', 'rejected']), text: text.optional() });
export const AcceptCase = z.strictObject({ version, text: text.optional() });
export const RefuseCase = z.strictObject({ version, reason: z.enum(REFUSAL_REASONS), text });
export const AskComplainant = z.strictObject({ version, text });
export const AnswerCase = z.strictObject({
  version,
  /** One for every demand, in any order. */
  answers: z
    .array(
      z.strictObject({
        demandId: z.guid(),
        outcome: z.enum(ANSWER_OUTCOMES),
        text,
        legalGround: words(2, 500).optional(),
        promisedOn: date.optional(),
      }),
    )
    .min(1)
    .max(MAX_DEMANDS * 2),
});
export const TransferCase = z.strictObject({ version, toBodyId: z.guid('respondent_unknown'), text });
export const ReturnCase = z.strictObject({ version, text });
/** `bodySays`: the body's word on whether it is solved; the complainant's word is the verdict. */
export const CloseCase = z.strictObject({ version, bodySays: z.enum(VERDICTS), text: text.optional() });
export const NoteCase = z.strictObject({ text });
export const MessageComplainant = z.strictObject({ text });

/** More days for a clock (its `step`), in the unit in which it counts. */
export const AskExtension = z.strictObject({
  version,
  step: z.string().min(1).max(60),
  days: z.coerce.number().int().min(1).max(365),
  text,
});
export const DecideExtension = z
  .strictObject({ version, outcome: z.enum(['approved', 'refused']), text: text.optional() })
  .superRefine((value, issues) => {
    if (value.outcome === 'refused' && !value.text)
      issues.addIssue({ code: 'custom', path: ['text'], message: 'required' });
  });

/* What a complainant does (pages of /track; the API adds the query code). */

export const queryCode = z.string().min(1).max(200).meta({
  description: '24 characters in groups of four; case, spaces, full width, O/0 and I/1 are forgiven',
  example: 'X7K2-9QMD-4T0V-81ZC-6RHN-PW3E',
});
export const CaseNumber = z.string().min(1).max(100).meta({ example: 'JN2026-0000123-K' });

export const LookupCase = z.strictObject({ queryCode });
export const SendMessage = z.strictObject({ text });

const verdict = {
  verdict: z.enum(VERDICTS),
  text: text.optional(),
  /** Not solved: the body shall deal with it once more. Possible once, with words on what is missing. */
  reopen: box.default(false),
  /** Not solved, or in part: the superior body shall look at it (复查, after that 复核), instead of reopening. */
  review: box.default(false),
};
type Verdict = { verdict: string; text?: string | undefined; reopen: boolean; review: boolean };
function checkVerdict(value: Verdict, issues: z.RefinementCtx): void {
  if (value.reopen && value.verdict !== 'not_solved')
    issues.addIssue({ code: 'custom', path: ['reopen'], message: 'reopen_solved' });
  if (value.review && value.verdict === 'solved')
    issues.addIssue({ code: 'custom', path: ['review'], message: 'reopen_solved' });
  if (value.review && value.reopen) issues.addIssue({ code: 'custom', path: ['review'], message: 'one_way' });
  if ((value.reopen || value.review) && !value.text)
    issues.addIssue({ code: 'custom', path: ['text'], message: 'required' });
}
export const GiveVerdict = z.strictObject(verdict).superRefine(checkVerdict);
export const WithdrawCase = z.strictObject({ text: text.optional() });

/* The same with the query code, as the API takes them. */
export const SendMessageByCode = z.strictObject({ queryCode, text });
export const GiveVerdictByCode = z.strictObject({ queryCode, ...verdict }).superRefine(checkVerdict);
export const WithdrawCaseByCode = z.strictObject({ queryCode, text: text.optional() });

/* What a complainant gets to see: an allow-list, the same for the page and the API. */

const when = z.string().meta({ description: 'Instant, ISO 8601 UTC', example: '2026-11-21T04:05:06.000Z' });
const day = z.string().meta({ description: 'Legal date in Asia/Shanghai', example: '2026-11-21' });
const body = z.strictObject({ id: z.string(), name: z.string() });

export const OwnClock = z.strictObject({
  step: z.string(),
  state: z.enum(CLOCK_STATES),
  length: z.number().int(),
  unit: z.enum(CLOCK_UNITS),
  starts: z.string(),
  startedOn: day.nullable(),
  dueOn: day.nullable(),
  endedOn: day.nullable(),
  used: z.number().int(),
  left: z.number().int(),
  stopped: z.number().int(),
  overdue: z.number().int(),
  provisional: z.boolean(),
  basis: z.string(),
  certainty: z.string(),
  onExpiry: z.enum(EXPIRIES).meta({ description: 'What happens when it runs out' }),
  stops: z.array(z.strictObject({ from: day, to: day.nullable() })).meta({
    description:
      'Days on which it stood still while one waited: from the day after `from` to `to`; null: it still does',
  }),
  extensions: z
    .array(
      z.strictObject({
        days: z.number().int(),
        on: day.nullable(),
        from: day.nullable(),
        to: day.nullable(),
        reason: z.string().nullable(),
      }),
    )
    .meta({ description: 'Approved extensions with their reason, and the due date before and after' }),
});
export const OwnFollowUp = z.strictObject({
  kind: z.enum(FOLLOW_UP_KINDS),
  state: z.enum(FOLLOW_UP_STATES),
  startedOn: day,
  dueOn: day,
  endedOn: day.nullable(),
  basis: z.string(),
  certainty: z.string(),
});
export type OwnFollowUp = z.output<typeof OwnFollowUp>;
export type OwnClock = z.output<typeof OwnClock>;

export const OwnEntry = z.strictObject({
  at: when,
  kind: z.string().meta({ description: 'filed, screened, accepted, asked, supplied, answered, …' }),
  by: z.enum(['complainant', 'body', 'system']),
  body: z.string().nullable(),
  /** A code that belongs to the entry: reason of a refusal, outcome of screening, verdict. */
  detail: z.string().nullable(),
  /** The body to which a case was passed on. */
  to: z.string().nullable(),
  text: z.string().nullable(),
});
export type OwnEntry = z.output<typeof OwnEntry>;

/** What was promised by a date: what the body reports, and what the complainant says against it. */
const OwnPromise = z.strictObject({
  state: z.enum(PROMISE_STATES),
  reports: z.array(
    z.strictObject({
      text: z.string(),
      body: z.string().nullable(),
      on: day,
      denial: z.string().nullable(),
      files: z.array(OwnFile),
    }),
  ),
});

/** That the body complained of was asked to explain in writing; the text only where the handler shared it. */
export const OwnExplanation = z.strictObject({
  body: z.string().nullable(),
  dueOn: day,
  givenOn: day.nullable(),
  state: z.enum(['open', 'overdue', 'given']),
  released: z.array(z.string()).meta({ description: 'What of the complaint went along: demands, narrative' }),
  text: z.string().nullable(),
  files: z.array(OwnFile),
});
export type OwnExplanation = z.output<typeof OwnExplanation>;

export const OwnAnswer = z.strictObject({
  id: z.string(),
  round: z.number().int(),
  outcome: z.string(),
  text: z.string(),
  legalGround: z.string().nullable(),
  promisedOn: day.nullable(),
  promise: OwnPromise.nullable(),
  body: z.string().nullable(),
  at: when,
});

export const OwnCaseView = z.strictObject({
  number: z.string(),
  aliases: z.array(z.string()).meta({ description: 'Other numbers of the case, for example that of the hotline' }),
  kind: z.enum(CASE_KINDS),
  matter: z.string(),
  state: z.enum(CASE_STATES),
  screening: z.enum(SCREENING_STATES),
  filedOn: day,
  summary: z.string().meta({ description: 'One sentence: who has it, what comes next, by when, what to do' }),
  respondent: body,
  handler: body.nullable(),
  accepting: body.nullable(),
  refusal: z.strictObject({ reason: z.string(), pointer: z.string() }).nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  instance: z.enum(CASE_INSTANCES).meta({ description: 'first, review (复查) or recheck (复核)' }),
  resolution: OwnResolution,
  /** The clock that matters now, first among `clocks`. */
  clocks: z.array(OwnClock),
  /** Dates that were promised or set in the case. */
  followUps: z.array(OwnFollowUp),
  story: z.string(),
  amount: z.string().nullable(),
  demands: z.array(z.strictObject({ position: z.number().int(), text: z.string(), answers: z.array(OwnAnswer) })),
  answerFiles: z.array(z.strictObject({ round: z.number().int(), files: z.array(OwnFile) })),
  explanations: z.array(OwnExplanation),
  timeline: z.array(OwnEntry),
  evidence: z.array(OwnFile),
  actions: z.array(z.string()).meta({ description: 'What the complainant can do now' }),
});
export type OwnCaseView = z.output<typeof OwnCaseView>;

export const SentAnswer = z.strictObject({ number: z.string() });
export const StateAnswer = z.strictObject({ number: z.string(), state: z.enum(CASE_STATES) });
