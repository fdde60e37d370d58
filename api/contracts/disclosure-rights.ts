import { z } from 'zod';
import { WITHDRAW_REASONS } from '../domain/disclosure.ts';
import { REQUEST_PARTIES } from '../domain/disclosure-request.ts';
import { PROGRESS } from '../domain/measure.ts';
import { date, email, phone, submissionId, words } from './everyday.ts';

/** What the body, or somebody with an interest, files on the page of a record. */
const filed = {
  submissionId,
  party: z.enum(REQUEST_PARTIES),
  name: words(1, 120),
  phone: phone.optional(),
  email: email.optional(),
  evidence: words(1, 4000).optional(),
  humanCheck: z.string().max(10_000).optional(),
};
const reachable = <T extends { phone?: string | undefined; email?: string | undefined }>(
  value: T,
  check: z.RefinementCtx,
): void => {
  if (!value.phone && !value.email) check.addIssue({ code: 'custom', path: ['phone'], message: 'contact_required' });
};
export const FileObjection = z.strictObject({ ...filed, reasons: words(5, 4000) }).superRefine(reachable);
export type FileObjection = z.output<typeof FileObjection>;
/** A repair shows what was performed, and when. */
export const FileRepair = z
  .strictObject({ ...filed, party: z.literal('body'), reasons: words(5, 4000), performedOn: date })
  .superRefine(reachable);
export type FileRepair = z.output<typeof FileRepair>;

/** The code that opens a request, as it was shown. */
export const RequestCode = z.strictObject({ queryCode: z.string().trim().min(1).max(200) });

const version = z.coerce.number().int().min(1);
const reason = words(2, 2000);
const request = z.uuid();
export const MarkObjection = z.strictObject({ version, request });
/** `publicWords` stand on the page of the record: what was decided and why. */
export const DecideObjection = z.strictObject({ version, request, publicWords: reason });
export const DecideWithdrawn = DecideObjection.extend({ reasonClass: z.enum(WITHDRAW_REASONS) });

export const OrderRectification = z.strictObject({ version, required: words(2, 2000), dueOn: date });
export const ExplainRectification = z.strictObject({ version, explanation: words(5, 4000) });
export const ReportDone = z.strictObject({ version, done: words(5, 4000), doneOn: date });
export const VerifyRectification = z.strictObject({ version });
export const RejectRectification = z.strictObject({ version, reason });

export const ConfirmRepair = z.strictObject({ version, performed: words(2, 1000), performedOn: date });
export const DecideRepair = z.strictObject({ version, publicWords: reason });

export const ProposeExemption = z.strictObject({
  version,
  documentNumber: words(2, 80),
  decidingBody: words(2, 120),
  decidedOn: date,
  clause: words(2, 200),
  reason,
});
export const DecideExemption = z.strictObject({ version });
export const RefuseExemption = z.strictObject({ version, reason });

const measure = z.string().trim().min(1).max(80);
export const ImposeMeasure = z.strictObject({ version, measure, imposedOn: date });
/** Mitigated or lifted, with a reason that is public. */
export const ChangeMeasure = z.strictObject({ version, measure, reason });
/** A measure of the place's own list, or a new wording of one that is there. */
export const SaveMeasure = z.strictObject({
  id: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_]{1,39}$/, 'invalid_format'),
  name: words(2, 120),
  nameEn: words(2, 120),
  basis: words(2, 300),
  basisEn: words(2, 300),
});
export const RetireMeasure = z.strictObject({ id: measure });

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'invalid_format');
export const GovernanceMonth = z.strictObject({ month: month.optional() });
/** What the responsible body says of one entry. */
export const GovernanceFeedback = z.strictObject({
  month,
  record: z.uuid(),
  progress: z.enum(PROGRESS),
  feedback: words(2, 2000),
});
