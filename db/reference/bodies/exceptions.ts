import type { BodyKind, BodyRole, Certainty } from '../../../api/domain/directory.ts';

/** What differs from rule.ts, each with where it is known from. Dates that no source gave are marked `local`. */

/** Names that a place uses instead of the rule's; the rule's name stays as an alias. */
export const NAMED_OTHERWISE: { division: string; role: BodyRole; name: string; short: string; alias?: string[] }[] = [
  // 宁政传〔2018〕96号 is sent by 南京市人民政府办公厅.
  { division: '3201', role: 'government_office', name: '南京市人民政府办公厅', short: '南京市政府办公厅' },
  // 宁政传〔2018〕96号 三（一）: 市建委, 市水务局.
  { division: '3201', role: 'housing', name: '南京市城乡建设委员会', short: '南京市建委', alias: ['市建委', '建委'] },
  { division: '3201', role: 'water', name: '南京市水务局', short: '南京市水务局' },
  { division: '3201', role: 'natural_resources', name: '南京市规划和自然资源局', short: '南京市规资局' },
  // 锡信用办〔2023〕4号 4, 6, 7, 9, 14: 市行政审批局. No text at hand says by what it was followed.
  {
    division: '3202',
    role: 'government_services',
    name: '无锡市行政审批局',
    short: '无锡市审批局',
    alias: ['审批局', '市审批局'],
  },
];

/** Bodies beyond the rule. */
export interface ExtraBody {
  name: string;
  division: string;
  kind: BodyKind;
  role: BodyRole;
  short?: string;
  alias?: string[];
  english?: string;
  /** Name and division of the superior body, where it is not the government of the place. */
  parent?: [name: string, division: string];
  validTo?: string;
}

export const EXTRA_BODIES: ExtraBody[] = [
  // 锡信用办〔2023〕4号 5, 15, 16, 18, 19. It has no division code of its own: it stands directly under the city.
  {
    name: '无锡经济开发区管理委员会',
    division: '3202',
    kind: 'zone_committee',
    role: 'other',
    short: '无锡经开区管委会',
    alias: ['无锡经济开发区管委会', '经开区管委会', '无锡经开区'],
    english: 'Wuxi Economic Development District Administrative Committee',
    parent: ['无锡市人民政府', '3202'],
  },
  {
    name: '无锡市地方金融监督管理局',
    division: '3202',
    kind: 'department',
    role: 'financial_regulation',
    short: '无锡市地方金融监管局',
    alias: ['市地方金融监管局', '市金融监管局', '地方金融监管局'],
    english: 'Wuxi Local Financial Regulation Bureau',
  },
  {
    name: '国家金融监督管理总局无锡监管分局',
    division: '3202',
    kind: 'other',
    role: 'financial_regulation',
    short: '无锡金融监管分局',
    english: 'National Financial Regulatory Administration, Wuxi Office',
  },
  // 苏政发〔2023〕55号 annex 1, 3, 5.
  {
    name: '江苏省机关事务管理局',
    division: '32',
    kind: 'department',
    role: 'other',
    short: '省机关管理局',
    alias: ['省机关事务管理局'],
  },
  {
    name: '江苏省精神文明建设指导委员会办公室',
    division: '32',
    kind: 'party_organ',
    role: 'other',
    short: '省文明办',
    alias: ['江苏省文明办'],
  },
  {
    name: '江苏省全面推进依法行政工作领导小组办公室',
    division: '32',
    kind: 'other',
    role: 'other',
    short: '省依法行政办',
    alias: ['省全面推进依法行政工作领导小组办公室'],
  },
  // 宁政传〔2018〕96号 二（一）, 二（三）.
  {
    name: '中共南京市委党校',
    division: '3201',
    kind: 'public_institution',
    role: 'other',
    short: '南京市委党校',
    alias: ['市委党校'],
  },
  { name: '南京市行政学院', division: '3201', kind: 'public_institution', role: 'other', alias: ['市行政学院'] },
  {
    name: '南京市机关事务管理局',
    division: '3201',
    kind: 'department',
    role: 'other',
    alias: ['市机关事务管理局'],
  },
  // The demonstration place: fictional.
  {
    name: '样例市经济开发区管理委员会',
    division: '9901',
    kind: 'zone_committee',
    role: 'other',
    short: '样例市经开区管委会',
    english: 'Sample City Economic Development Zone Committee',
    parent: ['样例市人民政府', '9901'],
  },
  {
    name: '样例市城市建设投资有限公司',
    division: '9901',
    kind: 'company',
    role: 'other',
    short: '样例城投',
    english: 'Sample City Construction Investment Co.',
    parent: ['样例市人民政府国有资产监督管理委员会', '9901'],
  },
];

/** A body that is no more: `name` until the day before `on`, then `successor` (a present body of the same place). */
export interface Former {
  name: string;
  division: string;
  kind: BodyKind;
  role: BodyRole;
  short?: string;
  alias?: string[];
  successor: string;
  how: 'renamed' | 'merged';
  on: string;
  certainty: Certainty;
  basis: string;
}

const NANJING_2019 =
  '2019年南京市机构改革；职责去向据改革后的单位名称，挂牌日期未见原文，按2019年1月1日记，可由运营单位更正';

export const FORMER: Former[] = [
  {
    name: '南京市国土资源局',
    division: '3201',
    kind: 'department',
    role: 'natural_resources',
    short: '南京市国土局',
    alias: ['市国土局', '市国土资源局'],
    successor: '南京市规划和自然资源局',
    how: 'merged',
    on: '2019-01-01',
    certainty: 'report',
    basis: NANJING_2019,
  },
  {
    name: '南京市法制办公室',
    division: '3201',
    kind: 'department',
    role: 'justice',
    short: '南京市法制办',
    alias: ['市法制办', '南京市政府法制办公室', '南京市人民政府法制办公室'],
    successor: '南京市司法局',
    how: 'merged',
    on: '2019-01-01',
    certainty: 'report',
    basis: NANJING_2019,
  },
  {
    name: '江苏省政务服务管理办公室',
    division: '32',
    kind: 'department',
    role: 'government_services',
    short: '省政务办',
    alias: ['江苏省政务办'],
    successor: '江苏省数据局',
    how: 'renamed',
    on: '2024-01-05',
    certainty: 'report',
    basis: '2024年1月省级机构改革：省数据局挂牌（加挂省政务服务管理办公室牌子），据2024年1月8日报道；具体日期待核',
  },
  {
    name: '中国银行保险监督管理委员会无锡监管分局',
    division: '3202',
    kind: 'other',
    role: 'financial_regulation',
    short: '无锡银保监分局',
    successor: '国家金融监督管理总局无锡监管分局',
    how: 'renamed',
    on: '2023-07-20',
    certainty: 'report',
    basis: '2023年国务院机构改革：银保监会派出机构改称国家金融监督管理总局派出机构，据报道2023年7月20日统一挂牌',
  },
  // Fictional, so that the demonstration shows what a succession is.
  {
    name: '样例市招商局',
    division: '9901',
    kind: 'department',
    role: 'commerce',
    short: '样例市招商局',
    successor: '样例市商务局',
    how: 'merged',
    on: '2024-03-01',
    certainty: 'local',
    basis: '示例数据：虚构的机构改革',
  },
];

/** Cities whose 政务服务管理办公室 became a 数据局 in the reform of 2024, and how sure that is. Wuxi: see above. */
export const DATA_BUREAU_REPORTED = new Set(['3201', '3205', '3210']);
export const DATA_BUREAU_ON = '2024-03-01';
export const DATA_BUREAU_BASIS = {
  report: '2024年市级机构改革后称市数据局：省数据局2025年答复中提到该市数据局；挂牌日期未见原文，按2024年3月1日记',
  local: '参照省级机构改革推定，未见该市原文：名称和日期可由运营单位更正',
};
