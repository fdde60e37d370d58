import type { Text } from './locale.ts';

/** Short names of matters, for lists and tables. The directory has longer ones with examples. */
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
    township: '乡镇街道',
    contract_performance: '合同履行',
    arrears: '拖欠账款',
    unperformed_judgment: '判决未履行',
    compensation: '补偿赔偿',
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
    contract_performance: 'Contracts',
    arrears: 'Arrears',
    unperformed_judgment: 'Unperformed judgments',
    compensation: 'Compensation',
    other: 'Other',
  },
};
