import type { Text } from './locale.ts';

/** The monthly report of a place: the document, its list, and what the superior reads of the bodies below. */
export const monthlyText: Text<{
  title: string;
  docTitle: string;
  lead: string;
  place: string;
  placeHint: string;
  month: string;
  monthHint: string;
  make: string;
  none: string;
  edition: string;
  state: string;
  draft: string;
  published: string;
  publish: string;
  publishHint: string;
  publishOther: string;
  publicPage: string;
  list: string;
  madeAt: string;
  issuer: string;
  hash: string;
  hashHint: string;
  json: string;
  integrity: string;
  noFigure: string;
  places: string;
  cases: string;
  casesHint: string;
  received: string;
  answered: string;
  inTime: string;
  closed: string;
  solved: string;
  few: string;
  chart: string;
  records: string;
  recordsNone: string;
  repaired: string;
  kind: string;
  count: string;
  commitments: string;
  commitment: Record<string, string>;
  orders: string;
  order: Record<string, string>;
  ratings: string;
  rating: Record<string, string>;
  standing: string;
  standingLead: string;
  standingNone: string;
  body: string;
  overdue: string;
  longest: string;
  ordered: string;
  orderLate: string;
  orderReported: string;
  orderClosed: string;
  became: string;
  becameText: string;
}> = {
  'zh-CN': {
    title: '监测月报',
    docTitle: '{place}政务诚信监测月报（{month}）',
    lead: '按月生成，生成后不再改变；另一人审核后公布在地区页面上。',
    place: '地区代码',
    placeHint: '您负责的政府所在地区及其下级。',
    month: '月份',
    monthHint: '已经过完的月份，例如 2026-10。',
    make: '生成月报',
    none: '还没有生成过月报。',
    edition: '第 {n} 版',
    state: '状态',
    draft: '未公布',
    published: '已公布',
    publish: '审核通过，公布',
    publishHint: '公布在地区页面上，内容就是下面这一份。',
    publishOther: '须由生成人以外的人公布。',
    publicPage: '看公开页面',
    list: '监测月报',
    madeAt: '生成时间',
    issuer: '发布单位',
    hash: '文件摘要（SHA-256）',
    hashHint: '对下面的 JSON 文件计算，任何人都可以核对。',
    json: 'JSON 文件',
    integrity: '诚信监测得分',
    noFigure: '这个月没有得分。',
    places: '下辖各地区',
    cases: '反映本地单位的诉求',
    casesHint: '按收到的月份统计，不含评价回访；截至生成时。不足 10 件的月份不公布。',
    received: '收到',
    answered: '已答复',
    inTime: '按期答复',
    closed: '办结',
    solved: '反映人说解决了',
    few: '不足 10 件',
    chart: '各月按期答复比率，数字见表',
    records: '本月公示',
    recordsNone: '本月没有新公示。',
    repaired: '本月修复 {n} 条',
    kind: '类别',
    count: '条数',
    commitments: '公开承诺',
    commitment: { published: '本月公开', honoured: '本月认定兑现', broken: '本月认定失信', overdue: '生成时超期' },
    orders: '督办',
    order: { issued: '本月督办', reported: '已报告待核', closed: '已办结', late: '逾期未报' },
    ratings: '差评处置',
    rating: {
      bad: '本月差评',
      setAside: '经复核搁置',
      rectified: '已整改',
      realName: '实名差评',
      realNameAnswered: '实名差评已回复',
    },
    standing: '各单位办理情况',
    standingLead: '您督办的下级单位：现在超期的、一年内督办过的、督办以后怎么样。',
    standingNone: '没有超期，也没有督办。',
    body: '单位',
    overdue: '现在超期',
    longest: '最长 {n} 天',
    ordered: '督办',
    orderLate: '逾期未报',
    orderReported: '已报告',
    orderClosed: '已办结',
    became: '督办以后',
    becameText: '办结 {closed} 件，其中反映人说解决了 {solved} 件',
  },
  en: {
    title: 'Monthly reports',
    docTitle: 'Integrity report of {place}, {month}',
    lead: 'Made month by month; what was made does not change. Another person approves it for the page of the place.',
    place: 'Division code',
    placeHint: 'The place of the government you serve, or one below it.',
    month: 'Month',
    monthHint: 'One that is over, for example 2026-10.',
    make: 'Make the report',
    none: 'None was made yet.',
    edition: 'edition {n}',
    state: 'State',
    draft: 'Not public',
    published: 'Public',
    publish: 'Approve and publish',
    publishHint: 'It appears on the page of the place as it stands below.',
    publishOther: 'Somebody who did not make it must publish.',
    publicPage: 'The public page',
    list: 'Monthly reports',
    madeAt: 'Made',
    issuer: 'Issued by',
    hash: 'SHA-256 of the document',
    hashHint: 'Of the JSON document below, so that anybody can check it.',
    json: 'JSON document',
    integrity: 'Integrity score',
    noFigure: 'There is no score of this month.',
    places: 'Places in it',
    cases: 'Cases about bodies here',
    casesHint:
      'By the month in which they were filed, bad ratings apart, as they stood when the report was made. Months with fewer than ten are not told.',
    received: 'Received',
    answered: 'Answered',
    inTime: 'In time',
    closed: 'Closed',
    solved: 'Solved, says the complainant',
    few: 'fewer than 10',
    chart: 'Share of answers in time by month; the table has the numbers',
    records: 'Published this month',
    recordsNone: 'Nothing became public this month.',
    repaired: '{n} put right this month',
    kind: 'Kind',
    count: 'Records',
    commitments: 'Commitments',
    commitment: {
      published: 'Published this month',
      honoured: 'Found honoured this month',
      broken: 'Found broken this month',
      overdue: 'Overdue when it was made',
    },
    orders: 'Orders of superiors',
    order: { issued: 'Given this month', reported: 'Reported on', closed: 'Closed', late: 'Report overdue' },
    ratings: 'Bad ratings',
    rating: {
      bad: 'Given this month',
      setAside: 'Set aside by review',
      rectified: 'Rectified',
      realName: 'With a contact',
      realNameAnswered: 'With a contact, answered',
    },
    standing: 'Body by body',
    standingLead:
      'Bodies that you supervise: what is overdue now, what was ordered within a year, and what came of it.',
    standingNone: 'Nothing is overdue, nothing was ordered.',
    body: 'Body',
    overdue: 'Overdue now',
    longest: 'longest {n} days',
    ordered: 'Orders',
    orderLate: 'Report overdue',
    orderReported: 'Reported on',
    orderClosed: 'Closed',
    became: 'What came of it',
    becameText: '{closed} closed, {solved} of them solved in the complainant’s words',
  },
};
