/** 诉求: kinds, states and the transitions allowed between them. */
export const CASE_KINDS = ['promise', 'old_debt', 'arrears', 'tip_off', 'service', 'other'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** Lifecycle only. Screening, visibility, verdict and overdue are facts of their own. */
export const CASE_STATES = [
  'filed', // 待受理
  'accepted', // 已受理
  'waiting', // 等待补充材料
  'answered', // 已答复
  'closed', // 已办结
  'refused', // 不予受理
  'withdrawn', // 已撤回
  'merged', // 并入他案
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Who looks at it: the body in charge, its superior on 复查, the superior of that on 复核. */
export const CASE_INSTANCES = ['first', 'review', 'recheck'] as const;
export type CaseInstance = (typeof CASE_INSTANCES)[number];

export const CASE_ACTIONS = [
  'screen', // let a held filing through, or reject it
  'accept',
  'refuse',
  'ask',
  'supply', // the complainant answers a request
  'answer',
  'transfer',
  'return',
  'dispute', // 争议: the handler contests that it is competent
  'designate', // 指定: an arbiter names the handler
  'merge', // dealt with together with another case
  'split', // undoes that
  'link',
  'unlink',
  'reply_group', // one reply to all that belong to it
  'close',
  'note', // internal, never leaves the body
  'message',
  'evidence',
  'withdraw',
  'verdict',
  'reopen',
  'release_answer', // a second person lets a proposed answer go to the complainant
  'return_answer', // … or sends it back to its author
  'report_performance', // what was promised by a date was done
  'deny_performance', // the complainant: it was not
  'ask_opinion', // the lead asks supporting bodies
  'give_opinion',
  'ask_explanation', // 书面说明原因: of the body complained of
  'share_explanation', // the complainant may read what it wrote
  'ask_erasure', // the complainant asks that person and words go
  'decide_erasure',
  'order', // 督办: a superior asks for a report by a date
  'press', // the report is late or does not do: a new date
  'report',
  'close_order',
  'criticise', // 通报
  'mediate', // an internal record of 调解
  'settle', // 化解: proposes a settlement
  'agree', // the complainant agrees, or declines
  'pay', // the body says that an instalment is paid
  'confirm', // the complainant says that it came, or did not
  'court', // 诉前、诉中、诉后
  'establish', // 旧账: the fact, the reason given, the successor's answer
  'determine', // 认定: proposes
  'decide_determination', // another person approves or sends back
  'perform', // what was done
  'ask_review', // 复查
  'ask_recheck', // 复核
  'ask_extension',
  'decide_extension', // by another person
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

export const SCREENING_STATES = ['passed', 'held', 'rejected'] as const;
export type Screening = (typeof SCREENING_STATES)[number];
export const CASE_CHANNELS = ['portal', 'code', 'hotline', 'petition', 'import', 'api'] as const;
export type CaseChannel = (typeof CASE_CHANNELS)[number];
export const COMPLAINANT_KINDS = ['person', 'enterprise', 'anonymous'] as const;
export const ENTERPRISE_SIZES = ['micro', 'small', 'medium', 'large'] as const;
export const VERDICTS = ['solved', 'partly', 'not_solved'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const ANSWER_OUTCOMES = ['accepted', 'partly', 'not'] as const;
export const ASSIGNMENT_ROLES = ['lead', 'supporting', 'accepting', 'watching', 'arbiter'] as const;
export const MESSAGE_AUTHORS = ['complainant', 'official', 'system'] as const;

/** 不予受理 and where to go instead (domain.md, "Taking cases"). */
export const REFUSAL_REASONS = [
  'pending_proceedings',
  'already_answered',
  'not_integrity',
  'state_secret',
  'not_competent',
  'insufficient',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
