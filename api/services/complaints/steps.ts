import { Complaint, FILED_KINDS, type FiledKind } from '../../contracts/complaint.ts';
import { fieldErrors } from '../../contracts/parse.ts';
import type { FieldError } from '../../domain/errors.ts';

/** The questions of the form in their order, with the fields of the contract that each asks for. */
export const STEPS = [
  { slug: 'story', fields: ['story'] },
  { slug: 'acceptable', fields: ['obstacle'] },
  { slug: 'kind', fields: ['kind'] },
  { slug: 'body', fields: ['respondentId'] },
  { slug: 'matter', fields: ['matter'] },
  { slug: 'details', fields: ['promised', 'promiseDocument', 'promisedOn', 'amount', 'bodySays', 'changeReason'] },
  { slug: 'demands', fields: ['demands'] },
  { slug: 'evidence', fields: [] },
  { slug: 'you', fields: ['complainant', 'contact', 'declaration'] },
  { slug: 'sharing', fields: ['identityToHandler', 'identityToRespondent', 'publishSummary'] },
  { slug: 'check', fields: [] },
] as const satisfies { slug: string; fields: readonly string[] }[];
export type Step = (typeof STEPS)[number];
export type Slug = Step['slug'];
export type Fields = Record<string, unknown>;

const PROMISE = ['promised', 'promiseDocument', 'promisedOn', 'amount', 'bodySays'];
/** Details that each kind asks for, in the order of the page. */
export const DETAILS: Record<FiledKind, readonly string[]> = {
  promise: PROMISE,
  old_debt: [...PROMISE, 'changeReason'],
  arrears: ['amount', 'promiseDocument', 'promised', 'promisedOn', 'bodySays'],
  tip_off: ['amount', 'bodySays'],
  other: ['amount', 'bodySays'],
};
const PERSON: Record<string, readonly string[]> = {
  person: ['kind', 'name'],
  enterprise: ['kind', 'enterpriseName', 'uscc', 'enterpriseSize', 'name'],
  anonymous: ['kind'],
};

export const stepOf = (slug: string | undefined): Step | undefined => STEPS.find((step) => step.slug === slug);

export function kindOf(fields: Fields): FiledKind | null {
  return (FILED_KINDS as readonly unknown[]).includes(fields.kind) ? (fields.kind as FiledKind) : null;
}

const record = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const pick = (from: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));

/** The answers as the contract wants them: what belongs to another kind or another sort of complainant is left out. */
export function toComplaint(fields: Fields, submissionId: string): Fields {
  const kind = kindOf(fields) ?? 'other';
  const complainant = record(fields.complainant);
  const who = PERSON[String(complainant.kind)] ?? ['kind'];
  const anonymous = complainant.kind === 'anonymous';
  return {
    submissionId,
    kind,
    ...pick(fields, ['story', 'obstacle', 'respondentId', 'matter', 'demands', 'publishSummary', 'commitmentId']),
    ...pick(fields, DETAILS[kind]),
    ...(kind === 'arrears' ? pick(fields, ['declaration']) : {}),
    ...(fields.complainant === undefined ? {} : { complainant: pick(complainant, who) }),
    ...(anonymous
      ? { identityToHandler: false, identityToRespondent: false }
      : { ...pick(fields, ['identityToHandler', 'identityToRespondent']), contact: record(fields.contact) }),
  };
}

/** A valid filing of that kind: stands for the answers of other steps while one step is looked at. */
function standIn(kind: FiledKind): Fields {
  const enterprise = {
    kind: 'enterprise',
    enterpriseName: '某某公司',
    uscc: '91990101MA0000009P',
    enterpriseSize: 'small',
  };
  return {
    submissionId: '3f0c9a52-7d1e-4b86-9c35-2a8f6e1d4b70',
    kind,
    respondentId: '3f0c9a52-7d1e-4b86-9c35-2a8f6e1d4b70',
    matter: 'other',
    story: '..........',
    demands: ['..'],
    complainant: kind === 'arrears' ? enterprise : { kind: 'person', name: '某' },
    contact: { phone: '13800000000' },
    ...(kind === 'promise' || kind === 'old_debt' ? { promised: '..' } : {}),
    ...(kind === 'arrears' ? { amount: '1', promiseDocument: '..', declaration: true } : {}),
  };
}

/** Where the control of a field is that has no control of its own. */
const ANCHORS: Record<string, string> = {
  complainant: 'complainant.kind',
  demands: 'demands.0',
  contact: 'contact.phone',
};

/** What is wrong with the answers of one step; empty where it is done. */
export function stepErrors(fields: Fields, slug: Slug): FieldError[] {
  const step = stepOf(slug) as Step;
  if (slug === 'kind' && !kindOf(fields)) return [{ path: 'kind', code: 'required' }];
  if (slug === 'acceptable' && fields.obstacle === undefined) return [{ path: 'obstacle', code: 'required' }];
  if (slug === 'sharing' && fields.publishSummary === undefined) return [{ path: 'publishSummary', code: 'required' }];
  const kind = kindOf(fields) ?? 'other';
  const given = toComplaint({ ...fields, kind }, '');
  const input = standIn(kind);
  for (const field of step.fields) {
    if (given[field] === undefined) delete input[field];
    else input[field] = given[field];
  }
  // An unnamed complainant has no way to be reached; nobody asks for one.
  if (record(input.complainant).kind === 'anonymous') delete input.contact;
  const result = Complaint.safeParse(input);
  if (result.success) return [];
  const own: readonly string[] = step.fields;
  return fieldErrors(result.error, input)
    .filter((error) => own.includes(error.path.split('.')[0] as string))
    .map((error) => ({ ...error, path: ANCHORS[error.path] ?? error.path }));
}

/** The first step that is not done, before `slug` where that is given; null where all are. */
export function firstUndone(fields: Fields, before?: Slug): Slug | null {
  for (const step of STEPS) {
    if (step.slug === before) return null;
    if (step.slug === 'acceptable' && fields.obstacle !== 'none') return step.slug;
    if (stepErrors(fields, step.slug).length > 0) return step.slug;
  }
  return null;
}

export function nextStep(slug: Slug): Slug {
  const at = STEPS.findIndex((step) => step.slug === slug);
  return STEPS[Math.min(at + 1, STEPS.length - 1)]?.slug ?? 'check';
}

export function previousStep(slug: Slug): Slug | null {
  const at = STEPS.findIndex((step) => step.slug === slug);
  return at > 0 ? (STEPS[at - 1]?.slug ?? null) : null;
}
