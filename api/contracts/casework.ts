import { z } from 'zod';
import { ANSWER_OUTCOMES, REFUSAL_REASONS, VERDICTS } from '../domain/case.ts';
import { MAX_DEMANDS } from './complaint.ts';
import { box, date, words } from './everyday.ts';

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
export const CloseCase = z.strictObject({ version, text: text.optional() });
export const NoteCase = z.strictObject({ text });
export const MessageComplainant = z.strictObject({ text });

/* What a complainant does (pages of /track; the API adds the query code). */

export const queryCode = z.string().min(1).max(200).meta({
  description: '24 characters in groups of four; case, spaces, full width, O/0 and I/1 are forgiven',
  example: 'X7K2-9QMD-4T0V-81ZC-6RHN-PW3E',
});
export const CaseNumber = z.string().min(1).max(100).meta({ example: 'JN2026-0000123-K' });

export const LookupCase = z.strictObject({ queryCode });
export const SendMessage = z.strictObject({ text });
export const GiveVerdict = z
  .strictObject({
    verdict: z.enum(VERDICTS),
    text: text.optional(),
    /** Not solved: the body shall deal with it once more. Possible once. */
    reopen: box.default(false),
  })
  .superRefine((value, issues) => {
    if (value.reopen && value.verdict !== 'not_solved')
      issues.addIssue({ code: 'custom', path: ['reopen'], message: 'reopen_solved' });
    if (value.reopen && !value.text) issues.addIssue({ code: 'custom', path: ['text'], message: 'required' });
  });
export const WithdrawCase = z.strictObject({ text: text.optional() });
