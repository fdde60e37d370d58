import type { Text } from './locale.ts';

/** Short names of the codes of the field, as tables, titles and filters show them. */
export const caseKinds: Text<Record<string, string>> = {
  'zh-CN': {
    promise: '承诺未兑现',
    old_debt: '新官不理旧账',
    arrears: '拖欠账款',
    tip_off: '举报',
    service: '差评整改',
    other: '其他反映',
  },
  en: {
    promise: 'Promise not kept',
    old_debt: 'Old debt disowned',
    arrears: 'Arrears',
    tip_off: 'Tip-off',
    service: 'Bad rating to put right',
    other: 'Other',
  },
};

export const matterNames: Text<Record<string, string>> = {
  'zh-CN': {
    government_procurement: '政府采购',
    ppp: '政府和社会资本合作',
    bidding: '招标投标',
    investment_promotion: '招商引资',
    government_debt: '政府债务',
    statistics: '统计',
    market_regulation: '市场监管',
    government_services: '政务服务',
    township: '街道和乡镇',
    contract_performance: '合同履行',
    arrears: '拖欠账款',
    unperformed_judgment: '判决未履行',
    compensation: '补偿救济',
    other: '其他',
  },
  en: {
    government_procurement: 'Government procurement',
    ppp: 'Public-private partnership',
    bidding: 'Bidding',
    investment_promotion: 'Investment promotion',
    government_debt: 'Government debt',
    statistics: 'Statistics',
    market_regulation: 'Market regulation',
    government_services: 'Government services',
    township: 'Townships and sub-districts',
    contract_performance: 'Contract performance',
    arrears: 'Arrears',
    unperformed_judgment: 'Judgment not obeyed',
    compensation: 'Compensation',
    other: 'Other',
  },
};
