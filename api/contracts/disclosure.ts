import { z } from 'zod';
import {
  DISCLOSURE_KINDS,
  DISHONESTY_SUB_KINDS,
  type DisclosureKind,
  JUDGMENT_OUTCOMES,
  PROPOSAL_ANSWERS,
  PROPOSAL_KINDS,
  PUBLICATION_CLASSES,
  WARNING_LEVELS,
  WITHDRAW_REASONS,
} from '../domain/disclosure.ts';
import { KINDS } from '../domain/disclosure-kinds.ts';
import { parseJudgmentNumber } from '../domain/judgment-number.ts';
import { MATTERS } from '../domain/matter.ts';
import { uscc } from './everyday.ts';

const divisionCode = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9})$/, 'invalid_format');
const date = z.iso.date('date');
const text = (most: number) => z.string().trim().min(1).max(most);

/** What selects records: the same for the page, the API, the files and the feed. */
export const DisclosureFilters = z.strictObject({
  q: z.string().trim().max(100).optional(),
  kind: z.enum(DISCLOSURE_KINDS).optional(),
  division: divisionCode.optional(),
  matter: z.enum(MATTERS).optional(),
  body: z.uuid().optional(),
  year: z.coerce.number().int().min(1979).max(2099).optional(),
  outcome: z.enum(JUDGMENT_OUTCOMES).optional(),
  court: z.string().trim().min(1).max(80).optional(),
});
export type DisclosureFilters = z.infer<typeof DisclosureFilters>;

/** `relevance`: what stands in titles, names and numbers first. Without words both are the same. */
export const RESULT_ORDERS = ['date', 'relevance'] as const;
export type ResultOrder = (typeof RESULT_ORDERS)[number];

export const DisclosureList = DisclosureFilters.extend({
  sort: z.enum(RESULT_ORDERS).default('date'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1024).optional(),
});
export type DisclosureList = z.input<typeof DisclosureList>;

/** A record as its author writes it. What a kind must have comes from the table of kinds. */
const draftShape = {
  kind: z.enum(DISCLOSURE_KINDS),
  bodyId: z.uuid().nullish(),
  bodyName: text(120),
  division: divisionCode,
  matter: z.enum(MATTERS),
  title: text(120).nullish(),
  caseNumber: text(60)
    .refine((value) => parseJudgmentNumber(value).ok, 'case_number')
    .nullish(),
  court: text(80).nullish(),
  courtDivision: divisionCode.nullish(),
  documentNumber: text(80).nullish(),
  decidingBody: text(120).nullish(),
  decidedOn: date.nullish(),
  year: z.coerce.number().int().min(1979).max(2099).nullish(),
  outcome: z.enum(JUDGMENT_OUTCOMES).nullish(),
  conduct: text(200).nullish(),
  count: z.coerce.number().int().min(1).max(9999).default(1),
  amount: z
    .string()
    .regex(/^\d{1,15}(\.\d{1,2})?$/, 'amount')
    .nullish(),
  summary: text(4000),
  requiredAction: text(1000).nullish(),
  performed: text(1000).nullish(),
  performedOn: date.nullish(),
  source: text(400),
  publicationClass: z.enum(PUBLICATION_CLASSES).default('none'),
  publishUntil: date.nullish(),
  subKind: z.enum(DISHONESTY_SUB_KINDS).nullish(),
  clause: text(200).nullish(),
  warningLevel: z.enum(WARNING_LEVELS).nullish(),
  dueOn: date.nullish(),
  period: text(60).nullish(),
  score: text(60).nullish(),
  proposalKind: z.enum(PROPOSAL_KINDS).nullish(),
  proposalAnswer: z.enum(PROPOSAL_ANSWERS).nullish(),
  subjectCode: uscc.nullish(),
};

const whole = z.strictObject(draftShape);
type Whole = typeof whole;
/** The same fields with those that the kind needs: all that is missing is told at once. */
function ofKind(kind: DisclosureKind): Whole {
  const needed = Object.fromEntries(KINDS[kind].needs.map((field) => [field, inner(draftShape[field])]));
  return z.strictObject({ ...draftShape, ...needed, kind: z.literal(kind) }) as unknown as Whole;
}
function inner(schema: z.ZodType): z.ZodType {
  if (schema === draftShape.publicationClass) return z.enum(PUBLICATION_CLASSES).exclude(['none']);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? inner(schema.unwrap() as z.ZodType)
    : schema;
}

export const DisclosureDraft = (
  z.discriminatedUnion('kind', DISCLOSURE_KINDS.map(ofKind) as unknown as [Whole, ...Whole[]]) as unknown as Whole
).superRefine((draft, check) => {
  const refuse = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
  if (!draft.caseNumber && !draft.decidedOn && !draft.year) refuse('decidedOn', 'date_or_number');
  if (draft.performedOn && !draft.performed) refuse('performed', 'required');
});
export type DisclosureDraft = z.input<typeof DisclosureDraft>;

/** A record made of a determination: what the determination itself does not say, in the author's words. */
export const DisclosureFromCase = z.strictObject({
  number: text(60),
  documentNumber: text(80),
  clause: text(200),
  summary: text(4000),
  requiredAction: text(1000).optional(),
  publicationClass: z.enum(PUBLICATION_CLASSES).exclude(['none']),
  publishUntil: date.optional(),
});

const version = z.coerce.number().int().min(1);
/** A step of the lifecycle on the version that the official saw. */
export const DisclosureStep = z.strictObject({ version });
/** `textSha256`: of the judgment's public text as it was read, hexadecimal; needed where the record has one. */
export const DisclosureApproval = DisclosureStep.extend({
  textSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export const DisclosureReturn = z.strictObject({ version, reason: text(500) });
export const DisclosureWithdraw = z.strictObject({ version, reasonClass: z.enum(WITHDRAW_REASONS), reason: text(500) });
