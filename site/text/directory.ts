import type { Text } from './locale.ts';

/** The picker of bodies (site/islands/BodyPicker.tsx). */
export const pickerText: Text<Record<'alsoCalled' | 'chosen' | 'nothing' | 'found' | 'failed', string>> = {
  'zh-CN': {
    alsoCalled: '又称 {name}',
    chosen: '已选：{name}',
    nothing: '没有找到。可以换个说法，比如只写“滨湖 商务”。',
    found: '找到 {count} 个，请用方向键或点击选择。',
    failed: '暂时查不到，您可以直接写名称，下一步再选。',
  },
  en: {
    alsoCalled: 'also called {name}',
    chosen: 'Chosen: {name}',
    nothing: 'Nothing found. Try other words, for example only “滨湖 商务”.',
    found: '{count} found: choose with the arrow keys or a click.',
    failed: 'The search does not answer just now. You can type the name and choose in the next step.',
  },
};

export const bodyKindNames: Text<Record<string, string>> = {
  'zh-CN': {
    government: '人民政府',
    government_office: '政府办公厅（室）',
    department: '政府部门',
    township_government: '乡镇政府',
    subdistrict_office: '街道办事处',
    zone_committee: '开发区管委会',
    public_institution: '事业单位',
    company: '国有企业、平台公司',
    grassroots: '村（居）委会',
    court: '法院、检察院',
    party_organ: '党委部门、纪委监委',
    other: '其他单位',
  },
  en: {
    government: "People's government",
    government_office: 'Office of a government',
    department: 'Department',
    township_government: 'Township government',
    subdistrict_office: 'Sub-district office',
    zone_committee: 'Development zone committee',
    public_institution: 'Public institution',
    company: 'State-owned company',
    grassroots: 'Village or residents’ committee',
    court: 'Court or procuratorate',
    party_organ: 'Party organ',
    other: 'Other',
  },
};

export const bodyPages: Text<{
  title: string;
  lead: string;
  search: string;
  searchHint: string;
  byPlace: string;
  byPlaceHint: string;
  top: string;
  placesIn: string;
  bodiesIn: string;
  noBodies: string;
  nothing: string;
  nothingText: string;
  found: string;
  badPlace: string;
  ended: string;
  nowIs: string;
  noSuccessor: string;
  lineage: string;
  formerly: string;
  became: string;
  since: string;
  sureness: string;
  facts: string;
  place: string;
  kind: string;
  shortName: string;
  otherNames: string;
  formerNames: string;
  uscc: string;
  superior: string;
  validFrom: string;
  validTo: string;
  duties: string;
  dutiesHint: string;
  dutiesNone: string;
  lead_: string;
  supporting: string;
  namedAs: string;
  ask: string;
  askHint: string;
  complain: string;
  source: string;
  back: string;
}> = {
  'zh-CN': {
    title: '找单位',
    lead: '江苏省、市、县（区）、乡镇（街道）的政府单位都在这里。写全称、简称、老名字都行。',
    search: '单位名称',
    searchHint: '例如：滨湖区政府、市发改委、南京市国土资源局',
    byPlace: '按地方找',
    byPlaceHint: '一级一级点下去。',
    top: '全部地方',
    placesIn: '{place}下面的地方',
    bodiesIn: '{place}的单位',
    noBodies: '这里还没有登记单位。',
    nothing: '没有找到这个单位',
    nothingText: '换个说法试试，比如只写“滨湖 商务”，或者按地方找。',
    found: '找到的单位',
    badPlace: '没有这个地方，下面是全部地方。',
    ended: '这个单位已于{on}撤销或改名。',
    nowIs: '它的职责和旧账，现在归',
    noSuccessor: '目录里还没有登记由谁承接。',
    lineage: '前身与承接',
    formerly: '前身',
    became: '现由它承接',
    since: '自{on}起',
    sureness: '依据',
    facts: '基本情况',
    place: '所在地方',
    kind: '性质',
    shortName: '简称',
    otherNames: '也叫',
    formerNames: '曾用名',
    uscc: '统一社会信用代码',
    superior: '上级',
    validFrom: '成立',
    validTo: '截止',
    duties: '文件里写的职责',
    dutiesHint: '哪份文件、哪一条，让它负责什么。',
    dutiesNone: '已收录的文件里没有点到它的名。',
    lead_: '牵头',
    supporting: '配合',
    namedAs: '文件中写作“{named}”',
    ask: '反映它的事，由谁来办？',
    askHint: '不能自己查自己。看看该找谁。',
    complain: '我要反映这个单位',
    source: '单位名称按统一规则整理自2023年的行政区划，个别可能与实际不同，欢迎指正。',
    back: '找单位',
  },
  en: {
    title: 'Find a body',
    lead: 'The government bodies of Jiangsu, from the province to townships and sub-districts. Full, short and former names all work.',
    search: 'Name of the body',
    searchHint: 'For example 滨湖区政府, 市发改委, 南京市国土资源局',
    byPlace: 'By place',
    byPlaceHint: 'Step down from place to place.',
    top: 'All places',
    placesIn: 'Places in {place}',
    bodiesIn: 'Bodies of {place}',
    noBodies: 'No body is entered here yet.',
    nothing: 'No such body was found',
    nothingText: 'Try other words, for example only “滨湖 商务”, or look by place.',
    found: 'Bodies found',
    badPlace: 'There is no such place. Here are all places.',
    ended: 'This body ended or changed its name on {on}.',
    nowIs: 'Its duties and old debts are now with',
    noSuccessor: 'The directory does not yet say who took over.',
    lineage: 'Before and after',
    formerly: 'Before it',
    became: 'Now with',
    since: 'since {on}',
    sureness: 'Known from',
    facts: 'Facts',
    place: 'Place',
    kind: 'Kind',
    shortName: 'Short name',
    otherNames: 'Also called',
    formerNames: 'Former names',
    uscc: 'Unified social credit code',
    superior: 'Superior',
    validFrom: 'Since',
    validTo: 'Until',
    duties: 'Duties by document',
    dutiesHint: 'Which document and clause makes it answer for what.',
    dutiesNone: 'No document entered here names it.',
    lead_: 'leads',
    supporting: 'supports',
    namedAs: 'named “{named}” there',
    ask: 'Who handles a case about it?',
    askHint: 'Nobody judges himself. See who does.',
    complain: 'Complain about this body',
    source: 'Names are made by one rule from the divisions of 2023; a few may differ from reality. Please tell us.',
    back: 'Find a body',
  },
};
