import type { CommitmentFacts, CommitmentKind, DueKind } from './commitment.ts';
import type { KindBasis } from './disclosure-kinds.ts';
import type { Matter } from './matter.ts';

/** Facts of single kinds: how each is written and judged. Names are those of `facts`. */
export type OwnField =
  | { type: 'text'; most: number }
  | { type: 'date' }
  | { type: 'amount' }
  | { type: 'url' }
  | { type: 'choice'; of: readonly string[] };

/** 公共服务和优惠政策 of townships and sub-districts (seed 003 五（六）), and 财务公开. */
export const TOWNSHIP_TOPICS = [
  'employment',
  'property',
  'schooling',
  'family_planning',
  'elderly',
  'disability',
  'poverty',
  'medical',
  'housing',
  'travel',
  'parking',
  'safety',
  'veterans',
  'convenience',
  'finance',
] as const;
/** 服务质量、期限、保障承诺 (国发〔2016〕76号 二（二） 守信践诺). */
export const SERVICE_PROMISES = ['quality', 'time', 'guarantee'] as const;
/** 识别、准备、采购、执行、移交. */
export const PPP_STAGES = ['identification', 'preparation', 'procurement', 'execution', 'transfer'] as const;
export type PppStage = (typeof PPP_STAGES)[number];
export const REVIEW_CONCLUSIONS = ['open', 'no_effect', 'adjusted', 'exception', 'not_issued'] as const;

const line = (most = 200): OwnField => ({ type: 'text', most });

/** The one list of facts of kinds: contracts, forms, files and pages are made of it. */
export const OWN_FIELDS = {
  contractNumber: line(80),
  project: line(),
  fundSource: line(), // 资金来源
  serviceItem: line(),
  promiseKind: { type: 'choice', of: SERVICE_PROMISES },
  measure: line(400), // by what it is measured
  topic: { type: 'choice', of: TOWNSHIP_TOPICS },
  period: line(60),
  orderNumber: line(80), // 整改要求的文号
  reviewed: line(), // 送审的政策措施
  commentsFrom: { type: 'date' },
  commentsUntil: { type: 'date' },
  commentsHow: line(400),
  conclusion: { type: 'choice', of: REVIEW_CONCLUSIONS },
  stage: { type: 'choice', of: PPP_STAGES },
  identificationPost: line(),
  preparationPost: line(),
  procurementPost: line(),
  executionPost: line(),
  transferPost: line(),
  who: line(1000),
  what: line(1000),
  howMuch: line(400),
  applyUntil: { type: 'date' },
  howToApply: line(1000),
  applyAt: { type: 'url' },
} as const satisfies Record<string, OwnField>;
export type OwnFieldName = keyof typeof OWN_FIELDS;

/** Facts that every kind has and shows. `enterprise` is there only by consent; ids and states are lifecycle. */
export const COMMON_FIELDS = [
  'bodyId',
  'bodyName',
  'division',
  'matter',
  'department',
  'post',
  'beneficiary',
  'enterprise',
  'text',
  'documentNumber',
  'madeOn',
  'dueKind',
  'dueOn',
  'dueCondition',
  'amount',
  'basis',
  'conditions',
  'source',
] as const satisfies readonly (keyof CommitmentFacts)[];
export type CommonField = (typeof COMMON_FIELDS)[number];

export interface CommitmentKindRule {
  /** Where nothing else is said, what it is about. */
  matter: Matter;
  due: readonly DueKind[];
  /** Facts of its own, in the order of the form. */
  own: readonly OwnFieldName[];
  /** THE allow-list: which of its own facts are public, beside the common ones. */
  shows: readonly OwnFieldName[];
  /** Without these it cannot be handed in. */
  needs: readonly (OwnFieldName | 'documentNumber' | 'amount' | 'conditions')[];
  basis: readonly KindBasis[];
}

const read = (policy: string, document: string, clause: string): KindBasis => ({
  policy,
  document,
  clause,
  certainty: 'law',
});
const GUOFA = '国发〔2016〕76号';
const XI = '锡信用办〔2023〕4号';
const NING = '宁政传〔2018〕96号';
const kept = read('gf-2016-76', GUOFA, '二（二）');
const ANY_DATE: readonly DueKind[] = ['date', 'milestones', 'condition'];

export const COMMITMENT_RULES: Record<CommitmentKind, CommitmentKindRule> = {
  investment_policy: {
    matter: 'investment_promotion',
    due: [...ANY_DATE, 'standing'],
    own: ['project'],
    shows: ['project'],
    needs: ['documentNumber', 'conditions'],
    basis: [kept, read('gf-2016-76', GUOFA, '五（四）'), read('xi-2023-4', XI, '10')],
  },
  contract: {
    matter: 'contract_performance',
    due: ANY_DATE,
    own: ['contractNumber', 'project', 'fundSource'],
    shows: ['contractNumber', 'project', 'fundSource'],
    needs: ['contractNumber'],
    basis: [kept, read('xi-2023-4', XI, '6')],
  },
  payment: {
    matter: 'arrears',
    due: ['date', 'milestones'],
    own: ['contractNumber', 'project', 'fundSource'],
    shows: ['contractNumber', 'project', 'fundSource'],
    needs: ['contractNumber', 'amount'],
    basis: [read('sme-payment', '保障中小企业款项支付条例', '第十四条'), read('xi-2023-4', XI, '17')],
  },
  service_standard: {
    matter: 'government_services',
    due: ['standing', 'date'],
    own: ['promiseKind', 'serviceItem', 'measure'],
    shows: ['promiseKind', 'serviceItem', 'measure'],
    needs: ['promiseKind', 'serviceItem', 'measure'],
    basis: [kept],
  },
  township: {
    matter: 'township',
    due: [...ANY_DATE, 'standing'],
    own: ['topic', 'period'],
    shows: ['topic', 'period'],
    needs: ['topic'],
    basis: [read('gf-2016-76', GUOFA, '五（六）'), read('ning-2018-96', NING, '三（七）')],
  },
  statistics_integrity: {
    matter: 'statistics',
    due: ['standing', 'date'],
    own: ['period'],
    shows: ['period'],
    needs: ['period'],
    basis: [read('ning-2018-96', NING, '三（六）'), read('xi-2023-4', XI, '12')],
  },
  rectification: {
    matter: 'other',
    due: ['date', 'milestones'],
    own: ['orderNumber', 'measure'],
    shows: ['orderNumber', 'measure'],
    needs: ['measure'],
    basis: [read('gf-2016-76', GUOFA, '四（三）'), read('xi-2023-4', XI, '18')],
  },
  fair_competition_review: {
    matter: 'market_regulation',
    due: ['date', 'condition'],
    own: ['reviewed', 'commentsFrom', 'commentsUntil', 'commentsHow', 'conclusion'],
    shows: ['reviewed', 'commentsFrom', 'commentsUntil', 'commentsHow', 'conclusion'],
    needs: ['reviewed', 'commentsFrom', 'commentsUntil', 'commentsHow'],
    basis: [read('xi-2023-4', XI, '13')],
  },
  ppp_project: {
    matter: 'ppp',
    due: ANY_DATE,
    own: [
      'project',
      'stage',
      'identificationPost',
      'preparationPost',
      'procurementPost',
      'executionPost',
      'transferPost',
    ],
    shows: [
      'project',
      'stage',
      'identificationPost',
      'preparationPost',
      'procurementPost',
      'executionPost',
      'transferPost',
    ],
    needs: ['project', 'stage'],
    basis: [read('xi-2023-4', XI, '8')],
  },
  benefit_policy: {
    matter: 'investment_promotion',
    due: ['date', 'standing', 'condition'],
    own: ['who', 'what', 'howMuch', 'applyUntil', 'howToApply', 'applyAt'],
    shows: ['who', 'what', 'howMuch', 'applyUntil', 'howToApply', 'applyAt'],
    needs: ['documentNumber', 'who', 'what', 'howToApply'],
    basis: [read('xi-2023-4', XI, '10')],
  },
};
