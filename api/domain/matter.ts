/** 领域 / 事项: what a case or a record is about. */
export const MATTERS = [
  'government_procurement',
  'ppp',
  'bidding',
  'investment_promotion',
  'government_debt',
  'statistics',
  'market_regulation',
  'government_services',
  'township',
  'contract_performance',
  'arrears',
  'unperformed_judgment',
  'compensation',
  'other',
] as const;
export type Matter = (typeof MATTERS)[number];
