import { z } from 'zod';
import { ENTERPRISE_SIZES } from '../domain/case.ts';
import { MATTERS } from '../domain/matter.ts';
import { amount, box, date, email, phone, submissionId, uscc, words } from './everyday.ts';

/** Kinds that a person can file; `service` cases come from bad ratings. */
export const FILED_KINDS = ['promise', 'old_debt', 'arrears', 'tip_off', 'other'] as const;
export type FiledKind = (typeof FILED_KINDS)[number];

/** Kinds for which a name need not be given. */
export const ANONYMOUS_KINDS: readonly FiledKind[] = ['tip_off', 'other'];

/** What stands in the way of taking a case (domain.md, "Taking cases"); asked before anything else. */
export const OBSTACLES = ['none', 'pending_proceedings', 'already_answered', 'not_integrity', 'state_secret'] as const;

export const MAX_DEMANDS = 10;
export const MAX_FILES = 10;
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const person = z.strictObject({
  kind: z.literal('person'),
  name: words(1, 60).optional(),
  idLast4: z
    .string()
    .max(20)
    .transform((text) => text.normalize('NFKC').trim().toUpperCase())
    .refine((text) => /^\d{3}[\dX]$/.test(text), 'id_last4')
    .optional(),
});
const enterprise = z.strictObject({
  kind: z.literal('enterprise'),
  enterpriseName: words(2, 120),
  uscc,
  enterpriseSize: z.enum(ENTERPRISE_SIZES).optional(),
  /** Whom to ask for. */
  name: words(1, 60).optional(),
});
const anonymous = z.strictObject({ kind: z.literal('anonymous') });
const contact = z.strictObject({ phone: phone.optional(), email: email.optional() });

const common = {
  submissionId,
  respondentId: z.guid('respondent_unknown'),
  matter: z.enum(MATTERS),
  story: words(10, 5000),
  demands: z.array(words(2, 1000)).min(1).max(MAX_DEMANDS),
  contact: contact.optional(),
  identityToHandler: box.default(false),
  identityToRespondent: box.default(false),
  publishSummary: box.default(false),
  obstacle: z.enum(OBSTACLES).default('none'),
  /** The public commitment that was not kept, where the complaint began at one. */
  commitmentId: z.guid().optional(),
  /** Uploads of this submission that belong to the case; left out: all of them. */
  evidence: z.array(z.guid()).max(MAX_FILES).optional(),
  /** The token of the human check; without it the case is taken and held for screening. No part of the payload. */
  humanCheck: z.string().max(8192).optional(),
};
const named = z.discriminatedUnion('kind', [person, enterprise]);
const anybody = z.discriminatedUnion('kind', [person, enterprise, anonymous]);
const promised = {
  promised: words(2, 2000),
  promiseDocument: words(1, 300).optional(),
  promisedOn: date.optional(),
  amount: amount.optional(),
  bodySays: words(1, 2000).optional(),
};

const promise = z.strictObject({ kind: z.literal('promise'), ...common, ...promised, complainant: named });
const oldDebt = z.strictObject({
  kind: z.literal('old_debt'),
  ...common,
  ...promised,
  /** The change of office or reorganisation that the body gives as its reason. */
  changeReason: words(1, 1000).optional(),
  complainant: named,
});
const arrears = z.strictObject({
  kind: z.literal('arrears'),
  ...common,
  amount,
  /** What is owed for, by which contract. */
  promised: words(2, 2000).optional(),
  promiseDocument: words(1, 300),
  promisedOn: date.optional(), // when it was to be paid
  bodySays: words(1, 2000).optional(),
  // 保障中小企业款项支付条例 (2025) art. 25 and the complaint procedure: name, USCC, size, contact, declaration.
  complainant: enterprise.required({ enterpriseSize: true }),
  declaration: box.refine((given) => given, 'declaration_required'),
});
const tipOff = z.strictObject({
  kind: z.literal('tip_off'),
  ...common,
  bodySays: words(1, 2000).optional(),
  amount: amount.optional(),
  complainant: anybody,
});
const other = z.strictObject({
  kind: z.literal('other'),
  ...common,
  bodySays: words(1, 2000).optional(),
  amount: amount.optional(),
  complainant: anybody,
});

/** A filing, the same for the page with and without JavaScript and for POST /api/v1/cases. */
export const Complaint = z
  .discriminatedUnion('kind', [promise, oldDebt, arrears, tipOff, other])
  .superRefine((value, issues) => {
    const { complainant } = value;
    if (complainant.kind === 'anonymous') return;
    if (!value.contact?.phone && !value.contact?.email)
      issues.addIssue({ code: 'custom', path: ['contact', 'phone'], message: 'contact_required' });
    if (complainant.kind === 'person' && !complainant.name && !ANONYMOUS_KINDS.includes(value.kind))
      issues.addIssue({ code: 'custom', path: ['complainant', 'name'], message: 'required' });
  })
  .meta({
    title: 'Complaint',
    description: 'Every request body is strict: unknown keys are refused. Amounts are CNY in yuan as decimal strings.',
  });
export type Complaint = z.output<typeof Complaint>;
export type ComplaintInput = z.input<typeof Complaint>;

/** A clock as a complainant sees it: when it starts, and when it ends where that is known. */
export const ClockAnswer = z.strictObject({
  step: z.string(),
  length: z.number().int(),
  unit: z.string(),
  starts: z.string().meta({ description: 'The event on which the clock starts: filed, accepted, …' }),
  due: z.string().nullable().meta({ description: 'Legal date in Asia/Shanghai; null until the clock runs' }),
  basis: z.string(),
});
export type ClockAnswer = z.output<typeof ClockAnswer>;

export const FiledAnswer = z.strictObject({
  number: z.string(),
  queryCode: z.string(),
  handler: z.strictObject({ id: z.string(), name: z.string(), division: z.string() }),
  clocks: z.array(ClockAnswer),
  screening: z.enum(['passed', 'held', 'rejected']),
});
export type FiledAnswer = z.output<typeof FiledAnswer>;

export const UploadAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  mediaType: z.string(),
});
export type UploadAnswer = z.output<typeof UploadAnswer>;
