import type { Text } from './locale.ts';

/** What each kind of record means, in one sentence; their names are in states.ts. */
export const kindMeanings: Text<Record<string, string>> = {
  'zh-CN': {
    lost_judgment: '法院的判决已经生效，行政机关一方全部或部分败诉。',
    unperformed_judgment: '判决已经生效，单位没有按判决去做。',
    dishonesty_record: '有权认定的单位正式认定：这个单位失信。',
    honour: '有权单位作出的表彰或者守信激励决定。',
    typical_case: '值得借鉴的做法，或者其他地方已经公开的判决，供参考。',
    debt_warning: '财政部门对一个地方的政府债务风险作出黄色或者红色预警。',
    rectification_notice: '上级或者主管单位要求在期限内改正，并书面说明情况。',
    overdue_notice: '该办的事过了期限还没有办，被点名通报。',
    proposal_result: '人大代表建议、政协委员提案办得怎么样。',
    third_party_evaluation: '独立机构对守信情况的评价结果。',
    agency_record: '招标代理机构因违规被处理的信用信息。',
    statistics_dishonesty: '统计机构认定的统计严重失信企业。',
    purchaser_record: '采购人在验收、履约、付款中的失信信息。',
  },
  en: {
    lost_judgment: 'A judgment in effect against a government body, in whole or in part.',
    unperformed_judgment: 'A judgment in effect that the body has not obeyed.',
    dishonesty_record: 'A formal decision that a body broke faith.',
    honour: 'A decision that honours a body for keeping faith.',
    typical_case: 'A good example, or a published judgment from elsewhere, for reference.',
    debt_warning: 'A yellow or red warning about the debt of a place.',
    rectification_notice: 'An order to put something right by a date and to explain in writing.',
    overdue_notice: 'A body is named for what it should have handled long ago.',
    proposal_result: 'What became of a proposal of deputies or of members of the conference.',
    third_party_evaluation: 'What an independent institution found about keeping faith.',
    agency_record: 'A bidding agency was dealt with for breaking the rules.',
    statistics_dishonesty: 'An enterprise that the statistics authority found seriously dishonest.',
    purchaser_record: 'A purchaser broke faith at acceptance, performance or payment.',
  },
};

export const outcomes: Text<Record<string, string>> = {
  'zh-CN': {
    ordered_to_perform: '判令履行',
    ordered_to_compensate: '判令赔偿或补偿',
    upheld_against_body: '维持不利于单位的判决',
    partly_against_body: '单位部分败诉',
    act_revoked: '行政行为被撤销',
    act_illegal: '行政行为被确认违法',
  },
  en: {
    ordered_to_perform: 'Ordered to perform',
    ordered_to_compensate: 'Ordered to compensate',
    upheld_against_body: 'Upheld against the body',
    partly_against_body: 'Partly against the body',
    act_revoked: 'Act revoked',
    act_illegal: 'Act declared illegal',
  },
};

export const publicationClasses: Text<Record<string, string>> = {
  'zh-CN': {
    minor: '轻微（最长公示 3 个月）',
    ordinary: '一般（公示 3 个月至 1 年）',
    serious: '严重（公示 1 至 3 年）',
    none: '不分等级',
  },
  en: {
    minor: 'Minor (public for 3 months at most)',
    ordinary: 'Ordinary (public for 3 months to 1 year)',
    serious: 'Serious (public for 1 to 3 years)',
    none: 'No class',
  },
};

export const withdrawReasons: Text<Record<string, string>> = {
  'zh-CN': {
    mistaken: '内容有误',
    judgment_changed: '原判决或认定已被改变',
    duplicate: '重复登记',
    privacy: '含有不应公开的个人信息',
    legal_order: '依照有权机关的决定',
  },
  en: {
    mistaken: 'It was mistaken',
    judgment_changed: 'The judgment or decision behind it was changed',
    duplicate: 'It was recorded twice',
    privacy: 'It held personal data that must not be public',
    legal_order: 'By decision of a competent authority',
  },
};

/** Names of fields on the page, in the version history, in the CSV file. */
export const fieldNames: Text<Record<string, string>> = {
  'zh-CN': {
    id: '编号',
    kind: '类别',
    title: '标题',
    bodyId: '单位编号',
    bodyName: '单位',
    division: '行政区划',
    divisionName: '地区',
    matter: '领域',
    caseNumber: '案号',
    court: '法院',
    courtDivision: '法院所在地',
    documentNumber: '文号',
    decidingBody: '认定单位',
    decidedOn: '作出日期',
    year: '年份',
    outcome: '结果',
    conduct: '失信行为',
    count: '件数',
    amount: '金额',
    summary: '事实摘要',
    requiredAction: '单位应当做什么',
    performed: '单位已经做了什么',
    performedOn: '履行日期',
    source: '来源',
    publicationClass: '公示等级',
    publishUntil: '公示至',
    publishedAt: '公示时间',
    subKind: '失信类型',
    clause: '依据条款',
    warningLevel: '预警等级',
    dueOn: '整改期限',
    period: '时段',
    score: '评价结果',
    proposalKind: '建议提案类别',
    proposalAnswer: '办理结果',
    subjectCode: '统一社会信用代码',
    rectification: '整改情况',
    rectificationDueOn: '整改期限',
    objection: '异议',
    url: '网址',
  },
  en: {
    id: 'Id',
    kind: 'Kind',
    title: 'Title',
    bodyId: 'Body id',
    bodyName: 'Body',
    division: 'Division code',
    divisionName: 'Place',
    matter: 'Matter',
    caseNumber: 'Case number',
    court: 'Court',
    courtDivision: 'Place of the court',
    documentNumber: 'Document number',
    decidingBody: 'Deciding body',
    decidedOn: 'Date of the decision',
    year: 'Year',
    outcome: 'Outcome',
    conduct: 'Conduct',
    count: 'Count',
    amount: 'Amount',
    summary: 'Facts in short',
    requiredAction: 'What the body must do',
    performed: 'What the body has done',
    performedOn: 'Performed on',
    source: 'Source',
    publicationClass: 'Class of publication',
    publishUntil: 'Public until',
    publishedAt: 'Published at',
    subKind: 'Kind of dishonesty',
    clause: 'Clause it rests on',
    warningLevel: 'Level of warning',
    dueOn: 'To be put right by',
    period: 'Period',
    score: 'Result of the evaluation',
    proposalKind: 'Kind of proposal',
    proposalAnswer: 'What became of it',
    subjectCode: 'Credit code',
    rectification: 'Putting right',
    rectificationDueOn: 'To be put right by',
    objection: 'Objection',
    url: 'Address',
  },
};

interface DisclosurePages {
  title: string;
  lead: string;
  searchLabel: string;
  searchHint: string;
  filters: string;
  allKinds: string;
  allMatters: string;
  allYears: string;
  allOutcomes: string;
  allPlaces: string;
  place: string;
  kind: string;
  matter: string;
  year: string;
  outcome: string;
  apply: string;
  clear: string;
  count: string;
  countMore: string;
  countAll: string;
  noWords: string;
  noWordsText: string;
  empty: string;
  emptyText: string;
  emptyAction: string;
  badQuestion: string;
  badCursor: string;
  takeAlong: string;
  csv: string;
  json: string;
  feed: string;
  onlyBody: string;
  removeBody: string;
  bodyCondition: string;
  yearOnly: string;
  publishedOn: string;
  back: string;
  facts: string;
  text: string;
  must: string;
  done: string;
  mustUnknown: string;
  doneUnknown: string;
  publication: string;
  untilDate: string;
  untilOpen: string;
  sources: string;
  sourceWhole: string;
  sourcePart: string;
  sourceChecked: string;
  history: string;
  historyFirst: string;
  historyCorrected: string;
  historyFrom: string;
  historyTo: string;
  historyEmptyValue: string;
  objection: string;
  permanent: string;
  asData: string;
  anonymousBody: string;
  issuedBy: string;
  countOf: string;
  goneTitle: string;
  goneRepaired: string;
  goneExpired: string;
  goneWithdrawn: string;
  gonePublished: string;
  goneEnded: string;
  goneReason: string;
  goneMore: string;
  bodyRecords: string;
  bodyRecordsNone: string;
  bodyRecordsAll: string;
  feedTitle: string;
  feedDescription: string;
}

export const disclosurePages: Text<DisclosurePages> = {
  'zh-CN': {
    title: '查公示',
    lead: '哪些单位没有守信，法院怎么判的，后来改了没有，都可以在这里查。',
    searchLabel: '查什么',
    searchHint: '可以写单位、地名、案号，或者几个字，例如“招商”“丰县”。不要的词前面加减号，连在一起的话加引号。',
    filters: '缩小范围',
    allKinds: '全部类别',
    allMatters: '全部领域',
    allYears: '全部年份',
    allOutcomes: '全部结果',
    allPlaces: '全部地区',
    place: '地区',
    kind: '类别',
    matter: '领域',
    year: '年份',
    outcome: '结果',
    apply: '查询',
    clear: '清除条件',
    count: '共 {count} 条',
    countMore: '超过 {count} 条',
    countAll: '正在公示的信息共 {count} 条，按作出日期从新到旧排列。',
    noWords: '请写几个字再查',
    noWordsText: '只有标点符号，没法查。写一个字也可以，会在标题和单位名称里找。',
    empty: '没有找到',
    emptyText:
      '可以少写几个字，换一个说法，或者清除上面的条件。没有查到，不等于没有发生过：这里只有已经正式公示的信息。',
    emptyAction: '看全部公示',
    badQuestion: '查询条件不对，下面是全部公示。',
    badCursor: '翻页标记已失效，下面从第一页开始。',
    takeAlong: '把这些结果带走',
    csv: '表格（CSV）',
    json: '数据接口（JSON）',
    feed: '订阅（Atom）',
    onlyBody: '只看“{body}”',
    removeBody: '不限单位',
    bodyCondition: '单位',
    yearOnly: '{year} 年',
    publishedOn: '{date} 公示',
    back: '返回查询',
    facts: '基本信息',
    text: '事实摘要',
    must: '单位应当做什么',
    done: '单位已经做了什么',
    mustUnknown: '来源没有写明。',
    doneUnknown: '目前没有收到履行情况。',
    publication: '公示期限',
    untilDate: '公示至 {date}，到期自动结束。',
    untilOpen: '没有自动结束的日期。判决被改变，或者登记有误时，会撤下并说明理由。',
    sources: '信息从哪里来',
    sourceWhole: '以上各项来自：{document}',
    sourcePart: '{document}（{fields}）',
    sourceChecked: '公示前由录入人以外的另一人核对。',
    history: '版本记录',
    historyFirst: '首次公示',
    historyCorrected: '更正：{reason}',
    historyFrom: '原为',
    historyTo: '改为',
    historyEmptyValue: '（空）',
    objection: '觉得这条信息不对？',
    permanent: '固定网址',
    asData: '这条信息的数据',
    anonymousBody: '裁判文书已作隐名处理',
    issuedBy: '{place}政务诚信公示',
    countOf: '{count} 件',
    goneTitle: '这条信息已不再公示',
    goneRepaired: '相关单位已经履行或整改，公示按规定结束。',
    goneExpired: '公示期已满，公示按规定结束。',
    goneWithdrawn: '这条信息已经撤下。',
    gonePublished: '开始公示',
    goneEnded: '结束公示',
    goneReason: '撤下原因',
    goneMore: '按规定，公示结束后不再显示单位名称和内容。',
    bodyRecords: '公示信息',
    bodyRecordsNone: '目前没有正在公示的信息。',
    bodyRecordsAll: '看全部 {count} 条',
    feedTitle: '{place}政务诚信公示',
    feedDescription: '最新公示的信息',
  },
  en: {
    title: 'Records',
    lead: 'Which bodies broke faith, what the courts decided, and whether it was put right: look it up here.',
    searchLabel: 'What to look for',
    searchHint:
      'A body, a place, a case number, or any Chinese words, for example “招商” or “丰县”. A minus leaves a word out, quotes keep words together.',
    filters: 'Narrow down',
    allKinds: 'All kinds',
    allMatters: 'All matters',
    allYears: 'All years',
    allOutcomes: 'All outcomes',
    allPlaces: 'All places',
    place: 'Place',
    kind: 'Kind',
    matter: 'Matter',
    year: 'Year',
    outcome: 'Outcome',
    apply: 'Search',
    clear: 'Clear',
    count: '{count} records',
    countMore: 'More than {count} records',
    countAll: '{count} records are public now, the newest decision first.',
    noWords: 'Please type some words',
    noWordsText: 'There is only punctuation. One character is enough: titles and names are then searched.',
    empty: 'Nothing found',
    emptyText:
      'Try fewer or other words, or clear the conditions. Finding nothing does not mean that nothing happened: only what was formally published is here.',
    emptyAction: 'See all records',
    badQuestion: 'The question was not understood: all records are shown.',
    badCursor: 'The page mark is no longer valid: here is the first page.',
    takeAlong: 'Take these results along',
    csv: 'Table (CSV)',
    json: 'API (JSON)',
    feed: 'Subscribe (Atom)',
    onlyBody: 'Only “{body}”',
    removeBody: 'Any body',
    bodyCondition: 'body',
    yearOnly: '{year}',
    publishedOn: 'published {date}',
    back: 'Back to the search',
    facts: 'Facts',
    text: 'What happened',
    must: 'What the body must do',
    done: 'What the body has done',
    mustUnknown: 'The source does not say.',
    doneUnknown: 'Nothing has been reported so far.',
    publication: 'Time of publication',
    untilDate: 'Public until {date}; it ends by itself.',
    untilOpen:
      'It has no automatic end. If the judgment is changed or the record is wrong, it is withdrawn with a reason.',
    sources: 'Where this comes from',
    sourceWhole: 'All of the above is from: {document}',
    sourcePart: '{document} ({fields})',
    sourceChecked: 'Checked before publication by a person other than its author.',
    history: 'Versions',
    historyFirst: 'First published',
    historyCorrected: 'Corrected: {reason}',
    historyFrom: 'before',
    historyTo: 'after',
    historyEmptyValue: '(empty)',
    objection: 'Is this record wrong?',
    permanent: 'Permanent address',
    asData: 'This record as data',
    anonymousBody: 'made anonymous by the court',
    issuedBy: '{place} · Record of government integrity',
    countOf: '{count} cases',
    goneTitle: 'This record is no longer public',
    goneRepaired: 'The body has performed or put it right, and publication ended as the rules provide.',
    goneExpired: 'The time of publication has passed.',
    goneWithdrawn: 'The record was withdrawn.',
    gonePublished: 'Published',
    goneEnded: 'Ended',
    goneReason: 'Reason',
    goneMore: 'Once publication has ended, neither the name nor the content is shown.',
    bodyRecords: 'Records',
    bodyRecordsNone: 'No record is public now.',
    bodyRecordsAll: 'See all {count}',
    feedTitle: 'Public record of government integrity · {place}',
    feedDescription: 'The newest records',
  },
};
