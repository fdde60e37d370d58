/** Words of the directory: divisions, bodies, successions. Facts about Jiangsu live in db/reference, not here. */

export const DIVISION_LEVELS = ['province', 'city', 'county', 'township'] as const;
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

/** 单位性质. `department` is any working department of a government (厅、局、委、办). */
export const BODY_KINDS = [
  'government', // 省、市、县（市、区）人民政府
  'government_office', // 人民政府办公厅（室）
  'department',
  'township_government', // 乡镇人民政府
  'subdistrict_office', // 街道办事处
  'zone_committee', // 开发区管理委员会
  'public_institution', // 事业单位
  'company', // 国有企业、融资平台公司
  'grassroots', // 村（居）民委员会
  'court',
  'party_organ', // 党委部门、纪委监委
  'other',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** The function of a body within its place; routing by role reads 省商务厅 as 市商务局 through it. */
export const BODY_ROLES = [
  'government',
  'government_office',
  'development_reform', // 发展和改革, lead credit authority
  'finance',
  'commerce',
  'industry_it',
  'statistics',
  'market_regulation',
  'housing',
  'natural_resources',
  'transport',
  'water',
  'government_services', // 行政审批局 / 政务服务管理办公室 / 数据局
  'audit',
  'justice',
  'human_resources',
  'state_assets',
  'financial_regulation',
  'civil_affairs',
  'discipline',
  'establishment', // 编办
  'organisation', // 组织部
  'publicity', // 宣传部
  'court',
  'procuratorate',
  'other',
] as const;
export type BodyRole = (typeof BODY_ROLES)[number];

export const BODY_NAME_KINDS = ['official', 'short', 'former', 'alias'] as const;
export type BodyNameKind = (typeof BODY_NAME_KINDS)[number];

export const CERTAINTIES = ['law', 'report', 'local'] as const;
/** How sure a fact is: read in the official text, found in a report, or a setting of the place. */
export type Certainty = (typeof CERTAINTIES)[number];

export interface Division {
  code: string; // GB/T 2260: 2, 4, 6 or 9 digits
  name: string;
  nameEn: string | null;
  level: DivisionLevel;
  parent: string | null;
}

export interface Body {
  id: string; // deterministic UUID for reference bodies
  name: string;
  nameEn: string | null;
  shortName: string | null;
  kind: BodyKind;
  role: BodyRole;
  division: string; // the place it belongs to
  parent: string | null; // superior body where it is not simply the place's government
  uscc: string | null;
  validFrom: string | null; // legal dates, YYYY-MM-DD
  validTo: string | null; // first day on which it no longer exists
}

export const SUCCESSION_KINDS = ['renamed', 'merged', 'split', 'abolished'] as const;
export interface Succession {
  predecessor: string;
  successor: string;
  kind: (typeof SUCCESSION_KINDS)[number];
  on: string; // YYYY-MM-DD, first day of the successor
  certainty: Certainty;
  basis: string;
}
