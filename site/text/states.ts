import type { Text } from './locale.ts';

/** A state in one or two words, as it stands beside its mark. */
export const caseStates: Text<Record<string, string>> = {
  'zh-CN': {
    filed: '待受理',
    accepted: '办理中',
    waiting: '等待补充材料',
    answered: '已答复',
    closed: '已办结',
    refused: '不予受理',
    withdrawn: '已撤回',
    merged: '已并案',
  },
  en: {
    filed: 'Awaiting acceptance',
    accepted: 'In progress',
    waiting: 'Waiting for material',
    answered: 'Answered',
    closed: 'Closed',
    refused: 'Not accepted',
    withdrawn: 'Withdrawn',
    merged: 'Merged',
  },
};

export const disclosureStates: Text<Record<string, string>> = {
  'zh-CN': {
    draft: '草稿',
    in_review: '待审核',
    published: '已公示',
    under_objection: '异议处理中',
    rectifying: '整改中',
    repaired: '已修复',
    expired: '公示期满',
    withdrawn: '已撤下',
  },
  en: {
    draft: 'Draft',
    in_review: 'In review',
    published: 'Published',
    under_objection: 'Under objection',
    rectifying: 'Being put right',
    repaired: 'Put right',
    expired: 'Publication ended',
    withdrawn: 'Withdrawn',
  },
};

/** Kinds of records, as they stand in lists. */
export const disclosureKinds: Text<Record<string, string>> = {
  'zh-CN': {
    lost_judgment: '行政机关败诉',
    unperformed_judgment: '未履行生效裁判',
    dishonesty_record: '政务失信记录',
    typical_case: '典型案例',
  },
  en: {
    lost_judgment: 'Judgment lost',
    unperformed_judgment: 'Judgment not obeyed',
    dishonesty_record: 'Dishonesty record',
    typical_case: 'Typical case',
  },
};
