import type { Matter } from './matter.ts';
import type { Actor, OfficialRole } from './official.ts';

/** 公示信息: words, facts, and who may see what. Kinds are in disclosure-kinds.ts, the life in disclosure-transitions.ts. */
export const DISCLOSURE_KINDS = [
  'lost_judgment',
  'unperformed_judgment',
  'dishonesty_record',
  'honour', // 守信激励
  'typical_case',
  'debt_warning', // by place, yellow or red
  'rectification_notice', // 限期整改通知
  'overdue_notice', // 逾期未办的通报
  'proposal_result', // 人大建议、政协提案办理结果
  'third_party_evaluation',
  // Subjects beside government bodies, each with a list of its own of what is public.
  'agency_record', // 招标代理机构信用信息
  'statistics_dishonesty', // 统计严重失信企业
  'purchaser_record', // 采购人
] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** `exempted`: the error was tolerated by a decision of its own (容错纠错), so that it is not public. */
export const DISCLOSURE_STATES = [
  'draft',
  'in_review',
  'published',
  'repaired',
  'expired',
  'withdrawn',
  'exempted',
] as const;
export type DisclosureState = (typeof DISCLOSURE_STATES)[number];
/** States in which nobody changes anything any more. */
export const ENDED_STATES: readonly DisclosureState[] = ['repaired', 'expired', 'withdrawn', 'exempted'];

/** What runs beside the state of a public record; each has states of its own. */
export const RECTIFICATION_STATES = ['none', 'ordered', 'explained', 'done', 'verified'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];
export const REPAIR_STATES = ['none', 'asked', 'confirmed'] as const;
export type RepairState = (typeof REPAIR_STATES)[number];
export const OBJECTION_FLAGS = ['none', 'under_objection'] as const;
export type ObjectionFlag = (typeof OBJECTION_FLAGS)[number];

/** Class of publication; apart from the state (信用修复管理办法). */
export const PUBLICATION_CLASSES = ['minor', 'ordinary', 'serious', 'none'] as const;
export type PublicationClass = (typeof PUBLICATION_CLASSES)[number];
export const JUDGMENT_OUTCOMES = [
  'ordered_to_perform',
  'ordered_to_compensate',
  'upheld_against_body',
  'partly_against_body',
  'act_revoked',
  'act_illegal',
] as const;
export type JudgmentOutcome = (typeof JUDGMENT_OUTCOMES)[number];
/** What a dishonesty record rests on (国发〔2016〕76号 四（二）: 判决、处罚、处分、问责). */
export const DISHONESTY_SUB_KINDS = [
  'administrative_penalty',
  'discipline',
  'accountability',
  'determined_breach',
] as const;
export type DishonestySubKind = (typeof DISHONESTY_SUB_KINDS)[number];
export const WARNING_LEVELS = ['yellow', 'red'] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];
export const PROPOSAL_KINDS = ['congress', 'conference'] as const; // 人大代表建议, 政协提案
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
/** 办理结果: solved or adopted, planned, kept for reference. */
export const PROPOSAL_ANSWERS = ['solved', 'planned', 'reference'] as const;
export type ProposalAnswer = (typeof PROPOSAL_ANSWERS)[number];

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
  // Facts of single kinds; left out means null.
  subKind?: DishonestySubKind | null;
  clause?: string | null;
  warningLevel?: WarningLevel | null;
  dueOn?: string | null;
  period?: string | null;
  score?: string | null;
  proposalKind?: ProposalKind | null;
  proposalAnswer?: ProposalAnswer | null;
  /** 统一社会信用代码 of a subject that is no body of the directory. */
  subjectCode?: string | null;
}

/** Who wrote, handed in and approved it; the body concerned; where it stands. */
export interface DisclosureStanding {
  state: DisclosureState;
  /** The body in whose name it is published; null: the portal itself (imports). */
  publisherId: string | null;
  /** The body that the record is about. */
  bodyId: string | null;
  createdBy: string;
  submittedBy: string | null;
  approvedBy: string | null;
  publishedAt: Date | null;
  objectionFlag: ObjectionFlag;
  rectification: RectificationState;
  repair: RepairState;
}

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
export const SAME: Reaches = (a, b) => a === b;

/** Whether the actor holds one of the roles on the publisher's side; records of the portal itself belong to all publishers. */
export function holds(
  actor: Actor,
  roles: readonly OfficialRole[],
  publisherId: string | null,
  reaches: Reaches,
): boolean {
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
  if (record.state === 'published') return 'public';
  // A draft that was given up or exempted was never public.
  return ENDED_STATES.includes(record.state) && record.publishedAt ? 'tombstone' : 'none';
}

/** Whether somebody is the author or the one who handed it in: neither may approve. */
export const isAuthor = (actorId: string, record: Pick<DisclosureStanding, 'createdBy' | 'submittedBy'>): boolean =>
  actorId === record.createdBy || actorId === record.submittedBy;

/** Whether somebody wrote, handed in or approved it: what was published is judged anew by another (异议由他人决定). */
export const tookPart = (
  actorId: string,
  record: Pick<DisclosureStanding, 'createdBy' | 'submittedBy' | 'approvedBy'>,
): boolean => isAuthor(actorId, record) || actorId === record.approvedBy;
