import { DomainError } from './errors.ts';
import type { Matter } from './matter.ts';
import type { Actor, OfficialRole } from './official.ts';

/** 公示信息: kinds, the lifecycle of a published record, and who may see what. */
export const DISCLOSURE_KINDS = ['lost_judgment', 'unperformed_judgment', 'dishonesty_record', 'typical_case'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

export const DISCLOSURE_STATES = ['draft', 'in_review', 'published', 'repaired', 'expired', 'withdrawn'] as const;
export type DisclosureState = (typeof DISCLOSURE_STATES)[number];

/** Class of publication; apart from the state (信用修复管理办法). */
export const PUBLICATION_CLASSES = ['minor', 'ordinary', 'serious', 'none'] as const;
export type PublicationClass = (typeof PUBLICATION_CLASSES)[number];
export const OBJECTION_FLAGS = ['none', 'under_objection'] as const;
export type ObjectionFlag = (typeof OBJECTION_FLAGS)[number];
export const JUDGMENT_OUTCOMES = [
  'ordered_to_perform',
  'ordered_to_compensate',
  'upheld_against_body',
  'partly_against_body',
  'act_revoked',
  'act_illegal',
] as const;
export type JudgmentOutcome = (typeof JUDGMENT_OUTCOMES)[number];

/** Why a record was taken off; the class is public, the words of the official are not. */
export const WITHDRAW_REASONS = ['mistaken', 'judgment_changed', 'duplicate', 'privacy', 'legal_order'] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

/** The facts of a record as its author writes them; the rest of the row is lifecycle. */
export interface DisclosureFacts {
  kind: DisclosureKind;
  bodyId: string | null;
  bodyName: string;
  division: string;
  matter: Matter;
  title: string;
  caseNumber: string | null;
  court: string | null;
  courtDivision: string | null;
  documentNumber: string | null;
  decidingBody: string | null;
  decidedOn: string | null;
  year: number;
  outcome: JudgmentOutcome | null;
  conduct: string | null;
  count: number;
  amount: string | null;
  summary: string;
  requiredAction: string | null;
  performed: string | null;
  performedOn: string | null;
  source: string;
  publicationClass: PublicationClass;
  publishUntil: string | null;
}

/** What decides about seeing and doing. */
export interface DisclosureStanding {
  state: DisclosureState;
  /** The body in whose name it is published; null: the portal itself (imports). */
  publisherId: string | null;
  createdBy: string;
  submittedBy: string | null;
  publishedAt: Date | null;
}

export const DISCLOSURE_ACTIONS = [
  'edit',
  'submit',
  'return',
  'approve',
  'propose_correction',
  'approve_correction',
  'reject_correction',
  'withdraw',
  'repair',
  'expire',
] as const;
export type DisclosureAction = (typeof DISCLOSURE_ACTIONS)[number];

interface Step {
  from: readonly DisclosureState[];
  to: DisclosureState;
  /** Roles that may do it; an empty list: only the system. */
  roles: readonly OfficialRole[];
}

/** The lifecycle, whole: what is not here cannot happen. */
export const LIFECYCLE: Record<DisclosureAction, Step> = {
  edit: { from: ['draft'], to: 'draft', roles: ['publisher'] },
  submit: { from: ['draft'], to: 'in_review', roles: ['publisher'] },
  return: { from: ['in_review'], to: 'draft', roles: ['publisher', 'approver'] },
  approve: { from: ['in_review'], to: 'published', roles: ['publisher', 'approver'] },
  propose_correction: { from: ['published'], to: 'published', roles: ['publisher'] },
  approve_correction: { from: ['published'], to: 'published', roles: ['publisher', 'approver'] },
  reject_correction: { from: ['published'], to: 'published', roles: ['publisher', 'approver'] },
  withdraw: { from: ['draft', 'in_review', 'published'], to: 'withdrawn', roles: ['publisher', 'approver'] },
  repair: { from: ['published'], to: 'repaired', roles: ['publisher', 'approver'] },
  expire: { from: ['published'], to: 'expired', roles: [] },
};

/** Roles that read what is not public. */
export const READING_ROLES: readonly OfficialRole[] = [
  'publisher',
  'approver',
  'supervisor',
  'auditor',
  'administrator',
];

/** Whether a grant for one body reaches another; services pass the directory's answer. */
export type Reaches = (grantBody: string, body: string) => boolean;
const SAME: Reaches = (a, b) => a === b;

function holds(actor: Actor, roles: readonly OfficialRole[], publisherId: string | null, reaches: Reaches): boolean {
  if (actor.kind !== 'official') return false;
  return actor.grants.some(
    (grant) => roles.includes(grant.role) && (publisherId === null || reaches(grant.bodyId, publisherId)),
  );
}

/**
 * THE one function that decides who may see a record: `all` with its drafts and names, `public` through the allow-list,
 * `tombstone` (kind, dates and class of reason), or nothing. Pages, API, feeds, files and search ask it as the public,
 * whoever is signed in, so that no cache can keep what an official saw.
 */
export function visibleTo(
  actor: Actor,
  record: Pick<DisclosureStanding, 'state' | 'publisherId' | 'publishedAt'>,
  reaches: Reaches = SAME,
): 'all' | 'public' | 'tombstone' | 'none' {
  if (actor.kind === 'system' || holds(actor, READING_ROLES, record.publisherId, reaches)) return 'all';
  switch (record.state) {
    case 'published':
      return 'public';
    case 'repaired':
    case 'expired':
      return 'tombstone';
    case 'withdrawn':
      return record.publishedAt ? 'tombstone' : 'none'; // a draft that was given up was never public
    default:
      return 'none';
  }
}

/** Whether somebody is the author or the one who handed it in: neither may approve. */
export const isAuthor = (actorId: string, record: Pick<DisclosureStanding, 'createdBy' | 'submittedBy'>): boolean =>
  actorId === record.createdBy || actorId === record.submittedBy;

/**
 * Checks that `actor` may do `action` now. The four-eyes rule of publishing: a determination becomes public only by a
 * second person (seed 004 item 5 asks for 投诉、认定、化解 by named bodies; domain.md "Two ledgers that never mix").
 * @throws DomainError auth.required | auth.forbidden | disclosure.transition_refused | disclosure.second_person_required
 */
export function checkAction(
  actor: Actor,
  action: DisclosureAction,
  record: DisclosureStanding,
  reaches: Reaches = SAME,
): DisclosureState {
  const step = LIFECYCLE[action];
  if (actor.kind === 'system') {
    if (step.roles.length > 0) throw new DomainError('auth.forbidden');
  } else {
    if (actor.kind !== 'official') throw new DomainError('auth.required');
    if (!holds(actor, step.roles, record.publisherId, reaches)) throw new DomainError('auth.forbidden');
  }
  if (!step.from.includes(record.state)) {
    throw new DomainError('disclosure.transition_refused', { params: { action, state: record.state } });
  }
  if (action === 'approve' && actor.kind === 'official' && isAuthor(actor.id, record)) {
    throw new DomainError('disclosure.second_person_required');
  }
  return step.to;
}

/** The actions that `actor` is offered; approving is left out for the author. */
export function actionsFor(actor: Actor, record: DisclosureStanding, reaches: Reaches = SAME): DisclosureAction[] {
  return DISCLOSURE_ACTIONS.filter((action) => {
    try {
      checkAction(actor, action, record, reaches);
      return true;
    } catch {
      return false;
    }
  });
}
