import type { CaseKind, CaseState } from './case.ts';

/** How long persons are kept, and why somebody's are not kept any longer. */
export const RETENTION_SUBJECTS = [
  'case',
  'withdrawn_evidence',
  'disclosure_request', // who objected to a record or asked its repair, with words and files
  'credit_check', // what officials asked about bodies, and what for
  'registered_promise', // which enterprise registered a promise, with contact and files
  'review_comment', // comments on fair-competition reviews, with who left a contact
] as const;
export type RetentionSubject = (typeof RETENTION_SUBJECTS)[number];
/** Subjects that have one rule for all. */
export type OtherSubject = Exclude<RetentionSubject, 'case'>;
/** What the list of erasures knows: files of a withdrawn case go without a line of it. */
export const ERASURE_SUBJECTS = [
  'case',
  'disclosure_request',
  'credit_check',
  'registered_promise',
  'review_comment',
] as const;
export type ErasureSubject = (typeof ERASURE_SUBJECTS)[number];
export const RETENTION_UNITS = ['day', 'month'] as const;
export type RetentionUnit = (typeof RETENTION_UNITS)[number];

export interface RetentionRule {
  id: string;
  subject: RetentionSubject;
  /** Null: every kind that has no row of its own. */
  caseKind: CaseKind | null;
  length: number;
  unit: RetentionUnit;
  validFrom: string; // legal date
  certainty: string;
  basis: string;
  basisEn: string;
}

/** Reasons to grant a request (the first three) and to refuse it (个人信息保护法 art. 47). */
export const ERASURE_GRANTS = ['no_longer_needed', 'consent_withdrawn', 'unlawful'] as const;
export const ERASURE_REFUSALS = ['retention_by_law', 'proceedings', 'supervision'] as const;
export const ERASURE_REASONS = [...ERASURE_GRANTS, ...ERASURE_REFUSALS] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** A case that has ended: only then can anything of it be erased. */
export const ENDED: readonly CaseState[] = ['closed', 'refused', 'withdrawn'];

/** The rule in force on a legal date: the kind's own before the one for every kind, the newest that has begun. */
export function ruleOn(
  rules: readonly RetentionRule[],
  subject: RetentionSubject,
  kind: CaseKind,
  today: string,
): RetentionRule | null {
  const known = rules.filter((rule) => rule.subject === subject && rule.validFrom <= today);
  const newest = (of: CaseKind | null) =>
    known.filter((rule) => rule.caseKind === of).sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
  return newest(kind) ?? newest(null) ?? null;
}
