import type { BodyKind, BodyRole } from '../../../api/domain/directory.ts';
import { countyKind } from '../../../api/domain/division-code.ts';

/**
 * The rule that makes the bodies of a place out of its name. Real places differ here and there (发展和改革局 for
 * 发展和改革委员会, branch offices in districts): an editor corrects a row, and an upgrade leaves it alone. What the
 * seeds name otherwise stands in exceptions.ts. No USCC is made up.
 *
 * 厅 at the province, 局 below. A district carries its city (无锡市滨湖区商务局), a county or a county-level city does
 * not (丰县人民政府, 江阴市商务局).
 */

export type Tier = 'province' | 'city' | 'county';
type Words = Partial<Record<Tier, string>>;

export interface Pattern {
  role: BodyRole;
  kind: BodyKind;
  /** Behind the place's name; `*` stands for the name where it is not simply in front. */
  name: Words;
  short: Words;
  alias?: string[];
  /** Names of before the reform of 2018–2019 or 2024, for search only. */
  former?: Words;
  english: string;
}

const all = (word: string): Words => ({ province: word, city: word, county: word });
const bureau = (word: string): Words => ({ province: `${word}厅`, city: `${word}局`, county: `${word}局` });

function department(
  role: BodyRole,
  word: string,
  short: string,
  english: string,
  more: Partial<Pattern> = {},
): Pattern {
  return { role, kind: 'department', name: bureau(word), short: bureau(short), english, ...more };
}

export const PATTERNS: readonly Pattern[] = [
  { role: 'government', kind: 'government', name: all('人民政府'), short: all('政府'), english: "People's Government" },
  {
    role: 'government_office',
    kind: 'government_office',
    name: { province: '人民政府办公厅', city: '人民政府办公室', county: '人民政府办公室' },
    short: { province: '政府办公厅', city: '政府办公室', county: '政府办公室' },
    alias: ['政府办', '府办'],
    english: "Office of the People's Government",
  },
  {
    role: 'development_reform',
    kind: 'department',
    name: all('发展和改革委员会'),
    short: all('发改委'),
    alias: ['发展改革委', '发展和改革局', '发改局'],
    english: 'Development and Reform Commission',
  },
  department('finance', '财政', '财政', 'Finance'),
  department('commerce', '商务', '商务', 'Commerce'),
  department('industry_it', '工业和信息化', '工信', 'Industry and Information Technology', {
    former: all('经济和信息化委员会'),
    alias: ['经信委'],
  }),
  { ...department('statistics', '统计', '统计', 'Statistics'), name: all('统计局'), short: all('统计局') },
  {
    ...department('market_regulation', '市场监督管理', '市场监管', 'Market Regulation'),
    name: all('市场监督管理局'),
    short: all('市场监管局'),
    alias: ['市监局'],
    former: all('工商行政管理局'),
  },
  department('housing', '住房和城乡建设', '住建', 'Housing and Urban-Rural Development'),
  department('natural_resources', '自然资源', '自然资源', 'Natural Resources', {
    name: { province: '自然资源厅', city: '自然资源和规划局', county: '自然资源和规划局' },
    short: { province: '自然资源厅', city: '资规局', county: '资规局' },
    alias: ['自然资源局'],
    former: { province: '国土资源厅', city: '国土资源局', county: '国土资源局' },
  }),
  department('transport', '交通运输', '交通', 'Transport'),
  department('water', '水利', '水利', 'Water Resources', { alias: ['水务局'] }),
  {
    ...department('government_services', '数据', '数据', 'Data and Government Services'),
    name: all('数据局'),
    short: all('数据局'),
    alias: ['政务办', '政务服务管理办公室', '行政审批局'],
  },
  department('audit', '审计', '审计', 'Audit'),
  department('justice', '司法', '司法', 'Justice'),
  department('human_resources', '人力资源和社会保障', '人社', 'Human Resources and Social Security'),
  {
    ...department('state_assets', '', '', 'State-owned Assets'),
    name: {
      province: '人民政府国有资产监督管理委员会',
      city: '人民政府国有资产监督管理委员会',
      county: '人民政府国有资产监督管理办公室',
    },
    short: { province: '国资委', city: '国资委', county: '国资办' },
    alias: ['国有资产监督管理委员会', '国资局'],
  },
  department('civil_affairs', '民政', '民政', 'Civil Affairs'),
  {
    role: 'discipline',
    kind: 'party_organ',
    name: {
      province: '中共*纪律检查委员会（*监察委员会）',
      city: '中共*纪律检查委员会（*监察委员会）',
      county: '中共*纪律检查委员会（*监察委员会）',
    },
    short: all('纪委监委'),
    alias: ['纪委', '监察委', '监委', '监察委员会', '纪委监委机关'],
    english: 'Discipline Inspection and Supervision Commission',
  },
  {
    role: 'establishment',
    kind: 'party_organ',
    name: all('中共*委机构编制委员会办公室'),
    short: all('委编办'),
    alias: ['编办', '机构编制委员会办公室'],
    english: 'Office of Establishment',
  },
  {
    role: 'organisation',
    kind: 'party_organ',
    name: all('中共*委组织部'),
    short: all('委组织部'),
    english: 'Organisation Department',
  },
  {
    role: 'publicity',
    kind: 'party_organ',
    name: all('中共*委宣传部'),
    short: all('委宣传部'),
    english: 'Publicity Department',
  },
  {
    role: 'court',
    kind: 'court',
    name: { province: '高级人民法院', city: '中级人民法院', county: '人民法院' },
    short: all('法院'),
    alias: ['中级法院', '中院', '高院'],
    english: "People's Court",
  },
  {
    role: 'procuratorate',
    kind: 'court',
    name: all('人民检察院'),
    short: all('检察院'),
    english: "People's Procuratorate",
  },
];

/** The name of a place as its bodies carry it. */
export function prefixOf(code: string, name: string, cityName: string | null): string {
  return code.length === 6 && countyKind(code) === 'district' ? `${cityName ?? ''}${name}` : name;
}

/** 省, 市, 区, 县: how a document of the place itself calls it (市商务局). */
export const ownWord = (name: string): string => name.slice(-1);

export const bodyName = (pattern: string, prefix: string): string =>
  pattern.includes('*') ? pattern.replaceAll('*', prefix) : `${prefix}${pattern}`;

/** 镇、乡 → 人民政府; 街道 → 办事处; null for the farms, prisons and parks that the statistics count beside them. */
export function townshipBody(name: string): { place: string; kind: BodyKind; name: string; short: string } | null {
  const bracketed = /（(?<inner>[^）]*(?:街道|镇))）$/.exec(name)?.groups?.inner;
  const place = /^.*(?=（)/.exec(name)?.[0].endsWith('镇')
    ? name.replace(/（.*$/, '')
    : (bracketed ?? name).replace(/街道办事处$/, '街道');
  if (place.length < 2) return null;
  if (place.endsWith('街道')) return { place, kind: 'subdistrict_office', name: `${place}办事处`, short: `${place}办` };
  if (/[镇乡]$/.test(place))
    return { place, kind: 'township_government', name: `${place}人民政府`, short: `${place}政府` };
  return null;
}
