import { z } from 'zod';
import { VERDICTS } from '../domain/case.ts';
import { COURT_OUTCOMES, COURT_STAGES, fitsStage, hasCourtNumber } from '../domain/court-link.ts';
import { parseJudgmentNumber } from '../domain/judgment-number.ts';
import { CHANGE_REASONS, FINDINGS } from '../domain/old-debt.ts';
import { INSTALMENT_READINGS, MAX_INSTALMENTS, SETTLEMENT_READINGS, splitInstalments } from '../domain/settlement.ts';
import { ORDER_READINGS } from '../domain/supervision.ts';
import { amount, box, date, OwnFile, words } from './everyday.ts';

const version = z.coerce.number().int().min(1);
const text = words(2, 5000);
const line = words(2, 200);

/* What a superior does. */

export const OrderCase = z.strictObject({
  version,
  text,
  dueOn: date,
  /** The complainant may read the words of the order; that there is one, and its date, is shown in any case. */
  shown: box.default(false),
});
export const PressOrder = z.strictObject({ version, text: text.optional(), dueOn: date });
export const ReportOrder = z.strictObject({ version, text });
export const CloseOrder = z.strictObject({ version, text: text.optional() });
/** Numbers of other cases of the same body, one a line. */
const numbers = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[\s,，;；]+/).filter(Boolean) : value),
  z.array(z.string().min(1).max(40)).max(200),
);
export const CriticiseBody = z.strictObject({ version, title: line, text, others: numbers.default([]) });

/* How a dispute ends. */

export const MediateCase = z.strictObject({ version, heldOn: date, parties: line, text });

const instalment = z.strictObject({ dueOn: date, amount });
export const SettleCase = z.strictObject({
  version,
  parties: line,
  text,
  signedOn: date,
  /** A list, or a line for each: date and amount in yuan. */
  instalments: z
    .preprocess(
      (value) => (typeof value === 'string' ? splitInstalments(value) : value),
      z.array(instalment).max(MAX_INSTALMENTS),
    )
    .default([]),
});
export const PayInstalment = z.strictObject({ version, instalmentId: z.guid('required'), paidOn: date });

export const RecordCourt = z
  .strictObject({
    version,
    stage: z.enum(COURT_STAGES),
    outcome: z.enum(COURT_OUTCOMES),
    onDate: date,
    number: words(2, 100)
      .superRefine((value, issues) => {
        if (!parseJudgmentNumber(value).ok) issues.addIssue({ code: 'custom', message: 'court_number' });
      })
      .transform((value) => {
        const read = parseJudgmentNumber(value);
        return read.ok ? read.number.text : value;
      })
      .optional(),
    text: text.optional(),
  })
  .superRefine(({ stage, outcome, number }, issues) => {
    if (!fitsStage(stage, outcome)) issues.addIssue({ code: 'custom', path: ['outcome'], message: 'court_stage' });
    if (hasCourtNumber(stage) && !number) issues.addIssue({ code: 'custom', path: ['number'], message: 'required' });
  });

export const EstablishDebt = z.strictObject({
  version,
  fact: text,
  change: z.enum(CHANGE_REASONS),
  changedOn: date.optional(),
  changeText: text.optional(),
  successorId: z.guid('respondent_unknown').optional(),
  successorText: text,
});
export const DetermineCase = z.strictObject({
  version,
  finding: z.enum(FINDINGS),
  documentNumber: words(2, 60),
  determinedOn: date,
  text,
});
export const DecideDetermination = z
  .strictObject({ version, decision: z.enum(['approved', 'returned']), text: text.optional() })
  .superRefine(({ decision, text: why }, issues) => {
    if (decision === 'returned' && !why) issues.addIssue({ code: 'custom', path: ['text'], message: 'required' });
  });
export const PerformCase = z.strictObject({ version, doneOn: date, text });

/* What a complainant does; the API adds the query code. */

const queryCode = z.string().min(1).max(200);
const agree = { decision: z.enum(['agreed', 'declined']), text: text.optional() };
export const AgreeSettlement = z.strictObject(agree);
export const AgreeSettlementByCode = z.strictObject({ queryCode, ...agree });
const confirm = { instalmentId: z.guid('required'), received: z.enum(['yes', 'no']) };
export const ConfirmInstalment = z.strictObject(confirm);
export const ConfirmInstalmentByCode = z.strictObject({ queryCode, ...confirm });
export const AskReview = z.strictObject({ text });
export const AskReviewByCode = z.strictObject({ queryCode, text });

/* What a complainant gets to see. */

const day = z.string().meta({ description: 'Legal date in Asia/Shanghai', example: '2026-11-21' });
const name = z.string().nullable();

export const OwnResolution = z.strictObject({
  orders: z.array(
    z.strictObject({
      by: name,
      issuedOn: day,
      dueOn: day,
      reading: z.enum(ORDER_READINGS),
      /** Only where the superior released its words. */
      text: z.string().nullable(),
    }),
  ),
  settlements: z.array(
    z.strictObject({
      reading: z.enum(SETTLEMENT_READINGS),
      parties: z.string(),
      text: z.string(),
      signedOn: day,
      total: z.string(),
      late: z.number().int(),
      files: z.array(OwnFile),
      instalments: z.array(
        z.strictObject({
          id: z.string(),
          amount: z.string(),
          dueOn: day,
          paidOn: day.nullable(),
          received: z.boolean().nullable(),
          reading: z.enum(INSTALMENT_READINGS),
        }),
      ),
    }),
  ),
  court: z.array(
    z.strictObject({
      stage: z.enum(COURT_STAGES),
      outcome: z.enum(COURT_OUTCOMES),
      on: day,
      number: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
  debt: z
    .strictObject({
      fact: z.string(),
      change: z.enum(CHANGE_REASONS),
      changedOn: day.nullable(),
      changeText: z.string().nullable(),
      successor: name,
      successorText: z.string(),
      on: day,
    })
    .nullable(),
  /** Approved ones only. */
  determinations: z.array(
    z.strictObject({
      finding: z.enum(FINDINGS),
      documentNumber: z.string(),
      determinedOn: day,
      text: z.string(),
      files: z.array(OwnFile),
      body: name,
    }),
  ),
  deeds: z.array(z.strictObject({ on: day, text: z.string(), body: name })),
  /** Two facts: what the body says, what the complainant says. Null: nothing was said. */
  words: z.strictObject({ body: z.enum(VERDICTS).nullable(), complainant: z.enum(VERDICTS).nullable() }),
  callback: z.strictObject({ askedOn: day, remindedOn: day.nullable(), answeredOn: day.nullable() }).nullable(),
  /** What can be asked for where the answer does not do, who would look at it, and until when. */
  review: z
    .strictObject({ next: z.enum(['review', 'recheck']), by: name, until: day.nullable(), over: z.boolean() })
    .nullable(),
});
export type OwnResolution = z.output<typeof OwnResolution>;
