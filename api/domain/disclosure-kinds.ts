import type { Certainty } from './directory.ts';
import type { DisclosureFacts, DisclosureKind } from './disclosure.ts';

/** A fact that may be public; kind, title and end of publication are public for every kind. */
export type PublicField = Exclude<keyof DisclosureFacts, 'kind' | 'title' | 'publishUntil'>;

/** Where the seeds say that such a thing is published: a clause of db/reference/policies, or a text that is not among them. */
export interface KindBasis {
  policy?: string;
  document: string;
  clause: string;
  certainty: Certainty;
}

export interface KindRule {
  /** Whom it is about: a government body, a place, or a subject that is no body of the directory. */
  subject: 'body' | 'place' | 'agency' | 'enterprise' | 'purchaser';
  /** Bad news are repaired, rectified and measured; good news and answers are not. */
  tone: 'adverse' | 'good' | 'neutral';
  /** Limits of publication by class apply (信用修复管理办法 [report]). */
  classed: boolean;
  /** THE allow-list: what of it is public, in the order of the page and the form. */
  shows: readonly PublicField[];
  /** Without these it cannot be handed in. */
  needs: readonly PublicField[];
  basis: readonly KindBasis[];
}

const ABOUT = ['bodyId', 'bodyName', 'division', 'matter', 'year', 'summary', 'source', 'decidedOn'] as const;
const JUDGMENT = ['caseNumber', 'court', 'courtDivision', 'outcome', 'amount'] as const;
const DUTY = ['requiredAction', 'performed', 'performedOn'] as const;
const DECISION = ['documentNumber', 'decidingBody'] as const;
/** A determination has a number, a deciding body and a date (domain.md "Two ledgers that never mix"). */
const DETERMINED = ['documentNumber', 'decidingBody', 'decidedOn'] as const;

const GUOFA = '国发〔2016〕76号';
const SU = '苏政发〔2023〕55号';
const NING = '宁政传〔2018〕96号';
const XI = '锡信用办〔2023〕4号';
/** Read in the text itself; the figures of the classes are from a report of theirs. */
const read = (policy: string, document: string, clause: string): KindBasis => ({
  policy,
  document,
  clause,
  certainty: 'law',
});
const REPAIR: KindBasis = {
  document: '信用修复管理办法（2026年4月1日起施行）',
  clause: '公示期限',
  certainty: 'report',
};
const RECORDS = [
  read('gf-2016-76', GUOFA, '四（二）'),
  read('su-2023-55', SU, '二（三）'),
  read('su-2023-55', SU, '附件6'),
];

/** The one table of kinds: contracts, forms, pages, files and tests are made of it. */
export const KINDS: Record<DisclosureKind, KindRule> = {
  lost_judgment: {
    subject: 'body',
    tone: 'adverse',
    classed: false, // no automatic end: it stands until the operator's own date or a withdrawal
    shows: [...ABOUT, ...JUDGMENT, ...DUTY],
    needs: ['caseNumber', 'court', 'outcome'],
    basis: RECORDS,
  },
  unperformed_judgment: {
    subject: 'body',
    tone: 'adverse',
    classed: true,
    shows: [...ABOUT, ...JUDGMENT, ...DUTY, 'conduct', 'count', 'publicationClass'],
    needs: ['conduct', 'publicationClass'],
    basis: [...RECORDS, read('xi-2023-4', XI, '16'), REPAIR],
  },
  dishonesty_record: {
    subject: 'body',
    tone: 'adverse',
    classed: true,
    shows: [...ABOUT, ...DECISION, 'subKind', 'clause', 'conduct', 'count', 'amount', ...DUTY, 'publicationClass'],
    needs: [...DETERMINED, 'publicationClass'],
    basis: [...RECORDS, read('su-2023-55', SU, '二（二）'), REPAIR],
  },
  honour: {
    subject: 'body',
    tone: 'good',
    classed: false,
    shows: [...ABOUT, ...DECISION, 'period'],
    needs: DETERMINED,
    basis: [read('gf-2016-76', GUOFA, '四（三）'), read('su-2023-55', SU, '附件7')],
  },
  typical_case: {
    subject: 'body',
    tone: 'neutral',
    classed: false,
    shows: [...ABOUT, ...JUDGMENT],
    needs: [],
    basis: [read('xi-2023-4', XI, '21')],
  },
  debt_warning: {
    subject: 'place',
    tone: 'adverse',
    classed: false,
    shows: [...ABOUT, 'warningLevel', 'period', ...DECISION, 'amount', ...DUTY],
    needs: ['warningLevel', 'period', 'decidingBody', 'decidedOn'],
    basis: [read('ning-2018-96', NING, '三（五）'), read('gf-2016-76', GUOFA, '五（五）'), read('xi-2023-4', XI, '11')],
  },
  rectification_notice: {
    subject: 'body',
    tone: 'adverse',
    classed: false,
    shows: [...ABOUT, ...DECISION, 'clause', 'conduct', 'dueOn', ...DUTY],
    needs: [...DETERMINED, 'dueOn', 'requiredAction'],
    basis: [read('gf-2016-76', GUOFA, '四（三）'), read('su-2023-55', SU, '二（四）'), read('su-2023-55', SU, '附件7')],
  },
  overdue_notice: {
    subject: 'body',
    tone: 'adverse',
    classed: false,
    shows: [...ABOUT, ...DECISION, 'conduct', 'count', 'dueOn', ...DUTY],
    needs: [...DETERMINED, 'conduct'],
    basis: [
      read('sme-payment', '保障中小企业款项支付条例', '第二十五条'),
      read('ning-2018-96', NING, '五（四）'),
      read('xi-2023-4', XI, '10'),
    ],
  },
  proposal_result: {
    subject: 'body',
    tone: 'neutral',
    classed: false,
    shows: [
      ...ABOUT,
      'proposalKind',
      'documentNumber',
      'period',
      'proposalAnswer',
      'decidingBody',
      'performed',
      'performedOn',
    ],
    needs: ['proposalKind', 'documentNumber', 'period', 'proposalAnswer', 'decidedOn'],
    basis: [read('gf-2016-76', GUOFA, '三（二）'), read('ning-2018-96', NING, '四（二）')],
  },
  third_party_evaluation: {
    subject: 'body',
    tone: 'neutral',
    classed: false,
    shows: [...ABOUT, 'decidingBody', 'period', 'score', 'documentNumber'],
    needs: ['decidingBody', 'period', 'score', 'decidedOn'],
    basis: [
      read('gf-2016-76', GUOFA, '三（三）'),
      read('ning-2018-96', NING, '四（三）'),
      read('xi-2023-4', XI, '引言'),
    ],
  },
  agency_record: {
    subject: 'agency',
    tone: 'adverse',
    classed: false,
    shows: [...ABOUT, 'subjectCode', ...DECISION, 'conduct', 'period', 'score', ...DUTY],
    needs: ['subjectCode', ...DETERMINED],
    basis: [read('gf-2016-76', GUOFA, '五（三）'), read('su-2023-55', SU, '三（三）'), read('xi-2023-4', XI, '9')],
  },
  statistics_dishonesty: {
    subject: 'enterprise',
    tone: 'adverse',
    classed: false,
    shows: [...ABOUT, 'subjectCode', ...DECISION, 'clause', 'conduct', ...DUTY],
    needs: ['subjectCode', ...DETERMINED, 'conduct'],
    basis: [read('su-2023-55', SU, '三（六）')],
  },
  purchaser_record: {
    subject: 'purchaser',
    tone: 'adverse',
    classed: false,
    shows: [...ABOUT, ...DECISION, 'conduct', 'count', 'amount', ...DUTY],
    needs: [...DETERMINED, 'conduct'],
    basis: [read('gf-2016-76', GUOFA, '五（一）'), read('xi-2023-4', XI, '7'), read('su-2023-55', SU, '三（一）')],
  },
};

/** Facts that belong to a kind, in the order of its page; what is not here is neither kept nor shown. */
export const fieldsOf = (kind: DisclosureKind): readonly PublicField[] => [...new Set(KINDS[kind].shows)];

/** Whether a body of the directory may stand behind the name: agencies and enterprises never are one. */
export const isAboutBody = (kind: DisclosureKind): boolean => !['agency', 'enterprise'].includes(KINDS[kind].subject);
