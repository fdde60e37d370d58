import type { Text } from './locale.ts';

export const reportsText: Text<{
  title: string;
  lead: string;
  periods: Record<string, string>;
  presets: string;
  from: string;
  to: string;
  period: string;
  body: string;
  bodyHint: string;
  everyBody: string;
  show: string;
  span: string;
  spanBody: string;
  csv: string;
  none: string;
  noneText: string;
  all: string;
  received: string;
  accepted: string;
  answered: string;
  inTime: string;
  overdue: string;
  late: string;
  median: string;
  solved: string;
  of: string;
  nothing: string;
  notYet: string;
  interval: string;
  days: string;
  withinNinety: string;
  distribution: string;
  distributionHint: string;
  classOf: string;
  classLast: string;
  cases: string;
  share: string;
  verdicts: string;
  verdict: Record<'solved' | 'partly' | 'notSolved' | 'silent', string>;
  verdictsHint: string;
  bodies: string;
  rank: string;
  unranked: string;
  rankHint: string;
  name: string;
  ratesChart: string;
  ratesHint: string;
}> = {
  'zh-CN': {
    title: '办理情况',
    lead: '按收到诉求的日子统计。没有答复的也算在分母里；没有表态的，不算满意。',
    periods: {
      month: '本月',
      last_month: '上月',
      quarter: '本季度',
      last_quarter: '上季度',
      year: '今年',
      last_year: '去年',
    },
    presets: '时段',
    from: '从',
    to: '到',
    period: '起止日期',
    body: '单位',
    bodyHint: '只看这个单位和它的下级；不填就看您管到的全部。',
    everyBody: '全部单位',
    show: '查看',
    span: '{from}至{to}收到的诉求',
    spanBody: '{body}：{from}至{to}收到的诉求',
    csv: '下载表格（CSV）',
    none: '这段时间没有收到诉求',
    noneText: '换一段时间，或换一个单位看看。',
    all: '合计',
    received: '收到',
    accepted: '受理',
    answered: '已答复',
    inTime: '按时答复',
    overdue: '超期未答',
    late: '超期才答',
    median: '答复天数（中位数）',
    solved: '反映人说已解决',
    of: '{total} 件中的 {part} 件',
    nothing: '—',
    notYet: '还没有到期的',
    interval: '95% 区间 {low}～{high}',
    days: '{days} 天',
    withinNinety: '九成在 {days} 天内',
    distribution: '多少天答复',
    distributionHint: '从收到诉求到第一次答复，按自然日数。只数已答复的。',
    classOf: '{from}～{to} 天',
    classLast: '{from} 天以上',
    cases: '件数',
    share: '占比',
    verdicts: '反映人怎么说',
    verdict: { solved: '解决了', partly: '部分解决', notSolved: '没解决', silent: '没有表态' },
    verdictsHint: '办结的诉求。“单位说解决”和“反映人说解决”是两回事，这里是后者。',
    bodies: '各单位',
    rank: '名次',
    unranked: '不排名',
    rankHint: '按“按时答复”的区间下限排名；到期不足 {sample} 件的单位不排名。',
    name: '单位',
    ratesChart: '按时答复率和 95% 区间',
    ratesHint: '圆点是比率，横线是区间。数字见下表。',
  },
  en: {
    title: 'Reports',
    lead: 'By the day on which a case was filed. What nobody answered stays in the denominator; silence is not satisfaction.',
    periods: {
      month: 'This month',
      last_month: 'Last month',
      quarter: 'This quarter',
      last_quarter: 'Last quarter',
      year: 'This year',
      last_year: 'Last year',
    },
    presets: 'Period',
    from: 'From',
    to: 'To',
    period: 'Dates',
    body: 'Body',
    bodyHint: 'This body and those below it; leave empty for all in your reach.',
    everyBody: 'All bodies',
    show: 'Show',
    span: 'Cases filed from {from} to {to}',
    spanBody: '{body}: cases filed from {from} to {to}',
    csv: 'Download as CSV',
    none: 'No case was filed in this period',
    noneText: 'Try another period or another body.',
    all: 'All',
    received: 'Received',
    accepted: 'Accepted',
    answered: 'Answered',
    inTime: 'Answered in time',
    overdue: 'Overdue, no answer',
    late: 'Answered late',
    median: 'Days to the answer (median)',
    solved: 'Solved, says the complainant',
    of: '{part} of {total}',
    nothing: '—',
    notYet: 'none is due yet',
    interval: '95 % interval {low}–{high}',
    days: '{days} days',
    withinNinety: 'nine in ten within {days} days',
    distribution: 'Days to the answer',
    distributionHint: 'Calendar days from filing to the first answer; only of answered cases.',
    classOf: '{from}–{to} days',
    classLast: '{from}+ days',
    cases: 'Cases',
    share: 'Share',
    verdicts: 'What complainants say',
    verdict: { solved: 'Solved', partly: 'Partly', notSolved: 'Not solved', silent: 'Silent' },
    verdictsHint:
      'Of closed cases. “The body says solved” and “the complainant says solved” are two facts; this is the second.',
    bodies: 'Bodies',
    rank: 'Place',
    unranked: 'not ranked',
    rankHint:
      'Placed by the lower end of the interval of “answered in time”; a body with fewer than {sample} due cases is not placed.',
    name: 'Body',
    ratesChart: 'Rate of answers in time with its 95 % interval',
    ratesHint: 'The dot is the rate, the line its interval. The numbers are in the table below.',
  },
};
