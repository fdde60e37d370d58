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
    exempted: '容错免予公示',
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
    exempted: 'Error tolerated',
  },
};

/** Kinds of records, as they stand in lists. */
export const disclosureKinds: Text<Record<string, string>> = {
  'zh-CN': {
    lost_judgment: '行政机关败诉',
    unperformed_judgment: '未履行生效裁判',
    dishonesty_record: '政务失信记录',
    honour: '守信激励',
    typical_case: '典型案例',
    debt_warning: '政府债务风险预警',
    rectification_notice: '限期整改通知',
    overdue_notice: '逾期未办通报',
    proposal_result: '建议提案办理结果',
    third_party_evaluation: '第三方评价',
    agency_record: '招标代理机构信用信息',
    statistics_dishonesty: '统计严重失信企业',
    purchaser_record: '采购人失信信息',
  },
  en: {
    lost_judgment: 'Judgment lost',
    unperformed_judgment: 'Judgment not obeyed',
    dishonesty_record: 'Dishonesty record',
    honour: 'Honour for keeping faith',
    typical_case: 'Typical case',
    debt_warning: 'Warning of government debt',
    rectification_notice: 'Notice to put right',
    overdue_notice: 'Notice of overdue handling',
    proposal_result: 'Result of a proposal',
    third_party_evaluation: 'Third-party evaluation',
    agency_record: 'Record of a bidding agency',
    statistics_dishonesty: 'Enterprise dishonest in statistics',
    purchaser_record: 'Record of a purchaser',
  },
};

/** How a commitment stands; overdue and due soon are derived and stand beside it. */
export const commitmentStates: Text<Record<string, string>> = {
  'zh-CN': {
    registered: '待单位确认',
    disputed: '单位不认可',
    draft: '草稿',
    in_review: '待审核',
    published: '已公开',
    in_progress: '履行中',
    honoured: '已兑现',
    partly: '部分兑现',
    changed: '依法变更',
    broken: '认定失信',
    withdrawn: '已撤下',
    overdue: '超期未兑现',
    soon: '三十天内到期',
  },
  en: {
    registered: 'Awaits confirmation',
    disputed: 'Disputed by the body',
    draft: 'Draft',
    in_review: 'In review',
    published: 'Published',
    in_progress: 'In progress',
    honoured: 'Kept',
    partly: 'Kept in part',
    changed: 'Changed lawfully',
    broken: 'Found broken',
    withdrawn: 'Withdrawn',
    overdue: 'Overdue',
    soon: 'Due within 30 days',
  },
};

export const commitmentKinds: Text<Record<string, string>> = {
  'zh-CN': {
    investment_policy: '招商引资政策',
    contract: '合同协议',
    payment: '付款承诺',
    service_standard: '服务承诺',
    township: '乡镇街道公开承诺',
    statistics_integrity: '统计诚信承诺',
    rectification: '整改承诺',
    fair_competition_review: '公平竞争审查',
    ppp_project: '政府和社会资本合作',
    benefit_policy: '惠企政策',
  },
  en: {
    investment_policy: 'Investment policy',
    contract: 'Contract or agreement',
    payment: 'Payment',
    service_standard: 'Service standard',
    township: 'Township or sub-district pledge',
    statistics_integrity: 'Statistics integrity pledge',
    rectification: 'Promise to put right',
    fair_competition_review: 'Fair-competition review',
    ppp_project: 'Public-private project',
    benefit_policy: 'Policy for enterprises',
  },
};
