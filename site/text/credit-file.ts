import type { Text } from './locale.ts';

/** The credit file of a body and the page of a place: figures with their counts. */
export const creditText: Text<{
  title: string;
  lead: string;
  counted: string;
  records: string;
  published: string;
  underObjection: string;
  rectifying: string;
  kind: string;
  number: string;
  noRecords: string;
  handled: string;
  handledHint: string;
  about: string;
  aboutHint: string;
  few: string;
  notTold: string;
  received: string;
  answered: string;
  inTime: string;
  closed: string;
  bodySolved: string;
  solved: string;
  silent: string;
  of: string;
  interval: string;
  small: string;
  none: string;
  measure: string;
  value: string;
  takeAlong: string;
  json: string;
  csv: string;
  print: string;
  printed: string;
  feed: string;
  contents: string;
}> = {
  'zh-CN': {
    title: '信用档案',
    lead: '公示信息随时更新；办理情况按最近十二个月收到的诉求统计。每个比率都写明分子和分母。',
    counted: '前身单位的信息一并计入：{names}',
    records: '公示信息',
    published: '正在公示',
    underObjection: '其中异议处理中',
    rectifying: '其中整改中',
    kind: '类别',
    number: '条数',
    noRecords: '目前没有正在公示的信息。没有查到，不等于没有发生过。',
    handled: '它承办的诉求',
    handledHint: '由这个单位负责答复的诉求，不含评价回访。',
    about: '反映它的诉求',
    aboutHint: '诉求只是反映，没有认定前不等于失信。',
    notTold: '不公布',
    few: '不足 {least} 件，或者会让人算出别处不足 {least} 件的数字；为保护反映人，不公布。',
    received: '收到',
    answered: '已答复',
    inTime: '按期答复',
    closed: '办结',
    bodySolved: '单位说解决了',
    solved: '反映人说解决了',
    silent: '反映人没有表态',
    of: '（{part} / {total}）',
    interval: '95% 区间 {low}–{high}',
    small: '不足 {sample} 件，不算区间、不排名',
    none: '还没有',
    measure: '指标',
    value: '数值',
    takeAlong: '把这份档案带走',
    json: '数据（JSON）',
    csv: '表格（CSV）',
    print: '在浏览器里选“打印”，可以存成 PDF。',
    printed: '{date} 打印自 {url}',
    feed: '订阅这个单位的公示（Atom）',
    contents: '这份档案里有',
  },
  en: {
    title: 'Credit file',
    lead: 'Records are as of now; handling is counted over the cases of the last twelve months. Every rate shows both of its counts.',
    counted: 'Predecessors are counted with it: {names}',
    records: 'Records',
    published: 'Public now',
    underObjection: 'of these under objection',
    rectifying: 'of these being rectified',
    kind: 'Kind',
    number: 'Records',
    noRecords: 'No record is public now. That does not mean that nothing happened.',
    handled: 'Cases it handled',
    handledHint: 'Cases that this body had to answer; ratings aside.',
    about: 'Cases about it',
    aboutHint: 'A case is what somebody said. Without a determination it is no breach.',
    notTold: 'not told',
    few: 'Fewer than {least}, or one that would let others below {least} be worked out: not told, to protect those who filed them.',
    received: 'Received',
    answered: 'Answered',
    inTime: 'Answered in time',
    closed: 'Closed',
    bodySolved: 'The body says solved',
    solved: 'The complainant says solved',
    silent: 'The complainant said nothing',
    of: '({part} of {total})',
    interval: '95 % interval {low}–{high}',
    small: 'fewer than {sample}: no interval, no rank',
    none: 'none yet',
    measure: 'Figure',
    value: 'Value',
    takeAlong: 'Take this file along',
    json: 'Data (JSON)',
    csv: 'Table (CSV)',
    print: 'Choose “Print” in the browser to keep it as PDF.',
    printed: 'Printed on {date} from {url}',
    feed: 'Follow the records of this body (Atom)',
    contents: 'In this file',
  },
};

export const placeText: Text<{
  title: string;
  lead: string;
  countedAt: string;
  notCounted: string;
  figures: string;
  ranking: string;
  rankingHint: string;
  rank: string;
  unranked: string;
  place: string;
  records: string;
  broken: string;
  putRight: string;
  owed: string;
  owedNone: string;
  owedUnknown: string;
  owedSum: string;
  warnings: string;
  warningsNone: string;
  warningsAll: string;
  years: string;
  yearsHint: string;
  year: string;
  months: string;
  monthsHint: string;
  month: string;
  monthsFew: string;
  cases: string;
  compare: string;
  compareHint: string;
  compareWith: string;
  choose: string;
  show: string;
  all: string;
  bodies: string;
  chartYears: string;
  chartMonths: string;
  tableYears: string;
  tableMonths: string;
  back: string;
  placePages: string;
}> = {
  'zh-CN': {
    title: '{place}政务诚信',
    lead: '这个地方和下面各地的公示信息、诉求办理情况。',
    countedAt: '办理情况统计到 {at}。',
    notCounted: '办理情况还没有统计。',
    figures: '主要数字',
    ranking: '下面各地',
    rankingHint: '按“按期答复率”的 95% 区间下限排名；有结果的诉求不足 {sample} 件的地方不排名，按代码列在后面。',
    rank: '名次',
    unranked: '不排名',
    place: '地方',
    records: '正在公示',
    broken: '失信与未履行',
    putRight: '已改正',
    owed: '判决要付、还没有付的',
    owedNone: '没有正在公示的未履行裁判',
    owedUnknown: '{n} 件未履行，都没有写明金额',
    owedSum: '{amount}（未履行 {n} 件，其中 {known} 件写明金额）',
    warnings: '债务风险预警',
    warningsNone: '目前没有正在公示的债务风险预警。',
    warningsAll: '看全部 {count} 条预警',
    years: '历年公示',
    yearsHint: '按作出决定的年份，只计目前仍在公示的。',
    year: '年份',
    months: '逐月按期答复',
    monthsHint: '按收到诉求的月份；到期未答的算在分母里。',
    month: '月份',
    monthsFew: '诉求太少，不画图。',
    cases: '反映本地单位的诉求',
    compare: '和别的地方比一比',
    compareHint: '一次最多四个地方。',
    compareWith: '比较地方 {n}',
    choose: '不选',
    show: '比较',
    all: '看{place}的全部公示',
    bodies: '看{place}的单位',
    chartYears: '历年公示条数的柱形图，数字见下表',
    chartMonths: '逐月按期答复率的折线图，数字见下表',
    tableYears: '历年数字',
    tableMonths: '逐月数字',
    back: '查公示',
    placePages: '看这个地方',
  },
  en: {
    title: 'Government integrity in {place}',
    lead: 'Records of this place and those below it, and how cases were dealt with.',
    countedAt: 'Cases were counted at {at}.',
    notCounted: 'Cases have not been counted yet.',
    figures: 'Main figures',
    ranking: 'Places below',
    rankingHint:
      'Ranked by the lower end of the 95 % interval of answers in time. With fewer than {sample} cases due there is no rank: those places follow by code.',
    rank: 'Rank',
    unranked: 'no rank',
    place: 'Place',
    records: 'Public now',
    broken: 'Breaches and unperformed',
    putRight: 'Put right',
    owed: 'Ordered by courts and not paid',
    owedNone: 'No unperformed judgment is public now',
    owedUnknown: '{n} unperformed judgments, none names an amount',
    owedSum: '{amount} ({n} unperformed judgments, {known} of them name an amount)',
    warnings: 'Warnings of government debt',
    warningsNone: 'No warning of government debt is public now.',
    warningsAll: 'See all {count} warnings',
    years: 'Records by year',
    yearsHint: 'By the year of the decision; only what is public now.',
    year: 'Year',
    months: 'Answers in time by month',
    monthsHint: 'By the month of filing; what is overdue counts in the denominator.',
    month: 'Month',
    monthsFew: 'Too few cases for a picture.',
    cases: 'Cases about bodies of this place',
    compare: 'Compare with other places',
    compareHint: 'Four places at most.',
    compareWith: 'Compare with {n}',
    choose: 'none',
    show: 'Compare',
    all: 'See all records of {place}',
    bodies: 'See the bodies of {place}',
    chartYears: 'Bars of records by year; the numbers are in the table below',
    chartMonths: 'Line of answers in time by month; the numbers are in the table below',
    tableYears: 'Numbers by year',
    tableMonths: 'Numbers by month',
    back: 'Records',
    placePages: 'See the place',
  },
};
