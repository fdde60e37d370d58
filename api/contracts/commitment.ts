import { z } from 'zod';
import {
  CHANGE_GROUNDS,
  COMMITMENT_KINDS,
  type CommitmentKind,
  DUE_KINDS,
  DUE_READINGS,
  PUBLIC_STATES,
} from '../domain/commitment.ts';
import { COMMITMENT_RULES, OWN_FIELDS, type OwnField } from '../domain/commitment-kinds.ts';
import { MATTERS } from '../domain/matter.ts';
import { amount, box, date, phone, submissionId, uscc, words } from './everyday.ts';

const divisionCode = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9})$/, 'invalid_format');
const line = (most: number) => z.string().trim().min(1).max(most);
const version = z.coerce.number().int().min(1);

/** What selects commitments: the same for the page, the API, the files and the feed. */
export const CommitmentFilters = z.strictObject({
  q: z.string().trim().max(60).optional(),
  kind: z.enum(COMMITMENT_KINDS).optional(),
  division: divisionCode.optional(),
  body: z.uuid().optional(),
  state: z.enum(PUBLIC_STATES as [string, ...string[]]).optional(),
  due: z.enum(DUE_READINGS).exclude(['none']).optional(),
});
export type CommitmentFilters = z.infer<typeof CommitmentFilters>;
export const CommitmentList = CommitmentFilters.extend({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1024).optional(),
});

const ownSchema = (field: OwnField): z.ZodType<string> => {
  switch (field.type) {
    case 'date':
      return date;
    case 'amount':
      return amount;
    case 'url':
      return z.url({ protocol: /^https?$/ }).max(400) as z.ZodType<string>;
    case 'choice':
      return z.enum(field.of as unknown as [string, ...string[]]) as z.ZodType<string>;
    default:
      return words(1, field.most);
  }
};

const common = {
  bodyId: z.uuid(),
  bodyName: line(120).nullish(),
  matter: z.enum(MATTERS).nullish(),
  department: line(120),
  post: line(120),
  beneficiary: words(1, 200),
  enterprise: line(120).nullish(),
  title: line(120),
  text: words(1, 6000),
  documentNumber: line(80).nullish(),
  madeOn: date,
  dueKind: z.enum(DUE_KINDS),
  dueOn: date.nullish(),
  dueCondition: words(1, 400).nullish(),
  amount: amount.nullish(),
  basis: words(1, 400).nullish(),
  conditions: words(1, 1000).nullish(),
  source: line(400),
  milestones: z
    .array(z.strictObject({ title: words(1, 200), dueOn: date, amount: amount.nullish() }))
    .max(36)
    .default([]),
};
const whole = z.strictObject({ kind: z.enum(COMMITMENT_KINDS), ...common, facts: z.record(z.string(), z.string()) });
type Whole = typeof whole;

const inner = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? inner(schema.unwrap() as z.ZodType) : schema;

/** The facts of one kind: its own, and those that it cannot do without. */
function ofKind(kind: CommitmentKind): Whole {
  const rule = COMMITMENT_RULES[kind];
  const needed: ReadonlySet<string> = new Set(rule.needs);
  const own = Object.fromEntries(
    rule.own.map((name) => [
      name,
      needed.has(name) ? ownSchema(OWN_FIELDS[name]) : ownSchema(OWN_FIELDS[name]).optional(),
    ]),
  );
  const also = Object.fromEntries(
    (['documentNumber', 'amount', 'conditions'] as const)
      .filter((name) => needed.has(name))
      .map((name) => [name, inner(common[name])]),
  );
  const due = z.enum(rule.due as unknown as [string, ...string[]]);
  const facts = rule.needs.some((name) => name in OWN_FIELDS) ? z.strictObject(own) : z.strictObject(own).default({});
  return z.strictObject({ ...common, ...also, kind: z.literal(kind), dueKind: due, facts }) as unknown as Whole;
}

/** A commitment as its author writes it: one contract for each kind, made of the table of kinds. */
export const CommitmentDraft = (
  z.discriminatedUnion('kind', COMMITMENT_KINDS.map(ofKind) as unknown as [Whole, ...Whole[]]) as unknown as Whole
).superRefine((draft, check) => {
  const refuse = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
  if (draft.dueKind === 'date' && !draft.dueOn) refuse('dueOn', 'required');
  if (draft.dueKind === 'condition' && !draft.dueCondition) refuse('dueCondition', 'required');
  if (draft.dueKind === 'milestones' && draft.milestones.length === 0) refuse('milestones', 'required');
});
export type CommitmentDraft = z.input<typeof CommitmentDraft>;
export type ParsedCommitment = z.output<typeof CommitmentDraft>;

/** A step on the version that the official saw. */
export const CommitmentStep = z.strictObject({ version });
export const CommitmentReason = z.strictObject({ version, reason: words(1, 500) });
/** What was done, and for which milestone. */
export const CommitmentReport = z.strictObject({
  version,
  words: words(1, 2000),
  doneOn: date,
  milestone: z.uuid().nullish(),
});
/** The responsible department and post from now on: a post, never a person. */
export const CommitmentCharge = z.strictObject({
  version,
  department: line(120),
  post: line(120),
  reason: words(1, 500),
});
/** Kept, or kept in part: what shows it. */
export const ProposeKept = z.strictObject({ version, words: words(1, 2000) });
/** 招商引资优惠政策调整补偿: the decision, the procedure that was followed, what was offered. */
export const ProposeChange = z.strictObject({
  version,
  words: words(1, 2000),
  documentNumber: line(80),
  decidingBody: line(120),
  decidedOn: date,
  ground: z.enum(CHANGE_GROUNDS),
  procedure: words(1, 2000),
  compensationOffered: amount,
  compensationOfferedOn: date,
  /** What holds from now on; left out: as it was. */
  text: words(1, 6000).nullish(),
  dueOn: date.nullish(),
  amount: amount.nullish(),
});
export const ProposeBroken = z.strictObject({ version, words: words(1, 2000), disclosure: z.uuid() });
export const ProposeWithdrawn = z.strictObject({ version, words: words(1, 1000) });
export const Compensation = z.strictObject({ version, paid: amount, paidOn: date });

/** Kinds of promises that are made to one enterprise. */
export const REGISTERED_KINDS = ['investment_policy', 'contract', 'payment'] as const;
/** What an enterprise says that it was promised. `named`: its name may stand in public once the body has confirmed. */
export const RegisterPromise = z.strictObject({
  submissionId,
  kind: z.enum(REGISTERED_KINDS),
  bodyName: line(120),
  title: line(120),
  text: words(2, 4000),
  documentNumber: line(80),
  madeOn: date,
  dueOn: date,
  amount: amount.nullish(),
  conditions: words(1, 1000).nullish(),
  enterpriseName: words(2, 120),
  uscc,
  contactName: line(60).nullish(),
  phone,
  named: box.default(false),
  /** The token of the human check; without it the promise is taken, and nobody is told of it by notice. */
  humanCheck: z.string().max(8192).optional(),
});
/** A comment on a fair-competition review; name and contact may stay empty. */
export const ReviewComment = z.strictObject({
  submissionId,
  words: words(4, 4000),
  name: line(60).nullish(),
  contact: line(120).nullish(),
  /** Without it the comment is taken, and stands as not checked. */
  humanCheck: z.string().max(8192).optional(),
});
export const ReviewAnswer = z.strictObject({ version: z.coerce.number().int().positive(), words: words(4, 4000) });
export const RegistrationCode = z.strictObject({ queryCode: z.string().max(80) });
