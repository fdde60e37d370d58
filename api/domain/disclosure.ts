/** 公示信息: kinds and the lifecycle of a published record. */
export const DISCLOSURE_KINDS = ['lost_judgment', 'unperformed_judgment', 'dishonesty_record', 'typical_case'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

export const DISCLOSURE_STATES = ['draft', 'in_review', 'published', 'repaired', 'expired', 'withdrawn'] as const;
export type DisclosureState = (typeof DISCLOSURE_STATES)[number];

/** Class of publication; apart from the state (信用修复管理办法). */
export const PUBLICATION_CLASSES = ['minor', 'ordinary', 'serious', 'none'] as const;
export const OBJECTION_FLAGS = ['none', 'under_objection'] as const;
export const JUDGMENT_OUTCOMES = [
  'ordered_to_perform',
  'ordered_to_compensate',
  'upheld_against_body',
  'partly_against_body',
  'act_revoked',
  'act_illegal',
] as const;
export type JudgmentOutcome = (typeof JUDGMENT_OUTCOMES)[number];
