import { daysBetween } from './calendar.ts';
import type { Matter } from './matter.ts';
import type { Actor, OfficialRole } from './official.ts';

/** 承诺: words, facts, who may see what. Kinds are in commitment-kinds.ts, the life in commitment-transitions.ts. */
export const COMMITMENT_KINDS = [
  'investment_policy', // 招商引资优惠政策
  'contract', // 合同、协议
  'payment', // 付款
  'service_standard', // 服务质量、期限、保障承诺
  'township', // 乡镇（街道）公开承诺
  'statistics_integrity', // 统计诚信承诺
  'rectification', // 整改承诺
  'fair_competition_review', // 公平竞争审查
  'ppp_project', // 政府和社会资本合作项目
  'benefit_policy', // 惠企政策
] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/**
 * `registered`: an enterprise says that it was promised, the body has not confirmed it; `disputed`: the body denies it. Neither
 * is public. `changed`: changed lawfully, what then holds must be kept. Overdue is no state: readDue tells it from the dates.
 */
export const COMMITMENT_STATES = [
  'registered',
  'disputed',
  'draft',
  'in_review',
  'published',
  'in_progress',
  'honoured',
  'partly',
  'changed',
  'broken',
  'withdrawn',
] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** What the public sees whole. */
export const PUBLIC_STATES: readonly CommitmentState[] = [
  'published',
  'in_progress',
  'honoured',
  'partly',
  'changed',
  'broken',
];
/** Still owed: it stands on a handover list and passes on with the body. */
export const OWED_STATES: readonly CommitmentState[] = ['published', 'in_progress', 'partly', 'changed'];
/** Passes on with the body: all that is not at its end. */
export const PASSING_STATES: readonly CommitmentState[] = [
  ...OWED_STATES,
  'registered',
  'disputed',
  'draft',
  'in_review',
];
/** Whose dates run: what was found to be kept in part was judged already. */
export const RUNNING_STATES: readonly CommitmentState[] = ['published', 'in_progress', 'changed'];

/** By when: a day, several days, when something happens, or always (a standard of service). */
export const DUE_KINDS = ['date', 'milestones', 'condition', 'standing'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** What a second person decides about a commitment that is public. */
export const COMMITMENT_OUTCOMES = ['honoured', 'partly', 'changed', 'broken', 'corrected', 'withdrawn'] as const;
export type CommitmentOutcome = (typeof COMMITMENT_OUTCOMES)[number];
export const DECISION_STATES = ['proposed', 'approved', 'refused'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** Why a promise may be changed at all (国发〔2016〕76号 五（四）: 国家利益、公共利益或其他法定事由). */
export const CHANGE_GROUNDS = ['national_interest', 'public_interest', 'statutory'] as const;
export type ChangeGround = (typeof CHANGE_GROUNDS)[number];

/** The facts as their author writes them; the rest of the row is lifecycle. Those of a kind lie in `facts`. */
export interface CommitmentFacts {
  kind: CommitmentKind;
  /** Who made it. Who owes it now is `owedById` of the row: it passes on with the body. */
  bodyId: string;
  bodyName: string; // as the document names it
  division: string;
  matter: Matter;
  /** 责任部门 and 责任岗位: a post, never a person (domain.md "Who handles" 1). */
  department: string;
  post: string;
  /** To whom: a class of people or enterprises, in words. */
  beneficiary: string;
  /** The enterprise by name, only where it agreed to be named. */
  enterprise: string | null;
  title: string;
  text: string;
  documentNumber: string | null;
  madeOn: string; // legal date
  dueKind: DueKind;
  dueOn: string | null; // legal date
  dueCondition: string | null;
  amount: string | null; // CNY
  basis: string | null;
  conditions: string | null;
  source: string;
  facts: Record<string, string>;
}

export interface MilestoneFacts {
  title: string;
  dueOn: string;
  amount: string | null;
}
export interface Milestone extends MilestoneFacts {
  doneOn: string | null; // legal date
}

export interface CommitmentStanding {
  state: CommitmentState;
  bodyId: string;
  owedById: string;
  createdBy: string;
  submittedBy: string | null;
  approvedBy: string | null;
  publishedAt: Date | null;
}

export const WARN_DAYS = 30;
export const DUE_READINGS = ['none', 'running', 'soon', 'overdue'] as const;
export type DueReading = (typeof DUE_READINGS)[number];

/** The next day on which something must be done; null: nothing is dated, or all of it is done or paid. */
export function nextDue(
  facts: Pick<CommitmentFacts, 'dueKind' | 'dueOn'> & { settledOn?: string | null },
  milestones: readonly Pick<Milestone, 'dueOn' | 'doneOn'>[],
): string | null {
  if (facts.settledOn) return null;
  if (facts.dueKind === 'date') return facts.dueOn;
  if (facts.dueKind !== 'milestones') return null;
  const open = milestones.filter((one) => one.doneOn === null).map((one) => one.dueOn);
  return open.sort()[0] ?? null;
}

/** How it stands on a day: overdue begins the day after the due date; `soon` 30 days before it. */
export function readDue(
  record: { state: CommitmentState; nextDueOn: string | null },
  today: string,
): { reading: DueReading; days: number } {
  if (!record.nextDueOn || !RUNNING_STATES.includes(record.state)) return { reading: 'none', days: 0 };
  const days = daysBetween(today, record.nextDueOn);
  return { reading: days < 0 ? 'overdue' : days <= WARN_DAYS ? 'soon' : 'running', days };
}

/** Roles that read what is not public, on the side of the body that owes it. */
export const COMMITMENT_READERS: readonly OfficialRole[] = [
  'publisher',
  'approver',
  'handler',
  'supervisor',
  'auditor',
  'administrator',
];

/** Whether a grant for one body reaches another; services pass the directory's answer. */
export type Reaches = (grantBody: string, body: string) => boolean;
export const SAME: Reaches = (a, b) => a === b;

export function holdsFor(actor: Actor, roles: readonly OfficialRole[], bodies: readonly string[], reaches: Reaches) {
  if (actor.kind !== 'official') return false;
  return actor.grants.some((grant) => roles.includes(grant.role) && bodies.some((body) => reaches(grant.bodyId, body)));
}

/**
 * THE one function that decides who may see a commitment: `all` with drafts and names, `public` through the allow-list of its
 * kind, `tombstone` (kind and dates of one that was withdrawn after publication), or nothing. What an enterprise registered
 * is nobody's but the two sides' until the body confirms it.
 */
export function commitmentVisibleTo(
  actor: Actor,
  record: Pick<CommitmentStanding, 'state' | 'bodyId' | 'owedById' | 'publishedAt'>,
  reaches: Reaches = SAME,
): 'all' | 'public' | 'tombstone' | 'none' {
  // Who made it and who owes it now: both sides of a handover see the whole.
  if (actor.kind === 'system' || holdsFor(actor, COMMITMENT_READERS, [record.owedById, record.bodyId], reaches))
    return 'all';
  if (PUBLIC_STATES.includes(record.state)) return 'public';
  return record.state === 'withdrawn' && record.publishedAt ? 'tombstone' : 'none';
}
