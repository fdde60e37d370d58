import type { Text } from './locale.ts';

type Kind = 'hall' | 'window' | 'item' | 'online';

/** Public figures of ratings: of a body and of each of its points. */
export const ratingFigureText: Text<{
  titleBody: string;
  titlePoint: string;
  lead: string;
  of: string;
  back: string;
  more: string;
  none: string;
  revoked: string;
  setAside: string;
  repeated: string;
  trend: string;
  trendHint: string;
  chart: string;
  few: string;
  table: string;
  month: string;
  given: string;
  satisfied: string;
  asideShort: string;
  indicators: string;
  indicatorsHint: string;
  indicator: string;
  good: string;
  bad: string;
  loop: string;
  loopHint: string;
  badRatings: string;
  answered: string;
  putRight: string;
  late: string;
  loopNone: string;
  placeSince: string;
  changes: string;
  changesHint: string;
  changesNone: string;
  planned: string;
  kept: string;
  notKept: string;
  points: string;
  pointsHint: string;
  pointsNone: string;
  point: string;
  kind: string;
  kinds: Record<Kind, string>;
  take: string;
  csv: string;
  json: string;
  counting: string;
}> = {
  'zh-CN': {
    titleBody: '{name}：群众评价',
    titlePoint: '{name}：群众评价',
    lead: '来服务窗口办事的人怎么评价，差评怎么整改，都在这里。每个比率都写明分子和分母。',
    of: '服务单位',
    back: '返回这个单位',
    more: '看评价明细：按月趋势、差评整改、各服务点',
    none: '还没有人评价。评价以后，这里会按月列出次数和整改情况。',
    revoked: '这个服务点的评价码已经停用，以前的评价仍然保留。',
    setAside: '其中 {n} 次差评经复核认定为误评或恶意，仍计入次数，单独标明。',
    repeated: '其中 {n} 次是同一设备当天的第二次及以后，照样计入。',
    trend: '按月看',
    trendHint: '线越高，满意的人越多。不足 {minimum} 次的月份不算比率，图上空着。',
    chart: '每月满意率折线图，数字见下表',
    few: '还没有哪个月满 {minimum} 次评价，只列次数。',
    table: '每月次数',
    month: '月份',
    given: '评价次数',
    satisfied: '满意率',
    asideShort: '认定为误评或恶意',
    indicators: '说得最多的方面',
    indicatorsHint: '评价人勾选的方面；一次评价可以选几项，也可以不选。',
    indicator: '方面',
    good: '满意的人提到',
    bad: '不满意的人提到',
    loop: '差评怎么处理',
    loopHint: '国办发〔2019〕51号：实名差评要 100% 回复，有效差评要 100% 整改。经复核认定为误评或恶意的不算有效差评。',
    badRatings: '差评',
    answered: '实名差评已回复',
    putRight: '有效差评已整改',
    late: '已过整改期限',
    loopNone: '没有收到差评。',
    placeSince: '本地区及下级地区所有单位，近十二个月和本月收到的差评，每小时统计一次。',
    changes: '因为差评，改了什么',
    changesHint: '由服务单位填写，写出来就是要公开的。',
    changesNone: '还没有公布整改情况。',
    planned: '已列入计划',
    kept: '上级复看：做到了',
    notKept: '上级复看：没有做到',
    points: '各服务点',
    pointsHint: '近十二个月。不足 {minimum} 次的只列次数。',
    pointsNone: '这个单位还没有服务点。',
    point: '服务点',
    kind: '类型',
    kinds: { hall: '大厅', window: '窗口', item: '事项', online: '网上服务' },
    take: '数据带走',
    csv: '表格（CSV，每月每档一行）',
    json: '数据接口（JSON）',
    counting: '次数在评价后几秒内更新。',
  },
  en: {
    titleBody: '{name}: ratings',
    titlePoint: '{name}: ratings',
    lead: 'How people rated the service they got, and what was done about bad ratings. Every rate is shown with both its counts.',
    of: 'Serving body',
    back: 'Back to the body',
    more: 'More about the ratings: by month, bad ratings put right, each service point',
    none: 'Nobody has rated yet. Once somebody does, counts by month and what was put right stand here.',
    revoked: 'The code of this service point is out of use; its ratings stay.',
    setAside: '{n} bad ratings among them were found mistaken or malicious by a review: still counted, and told apart.',
    repeated: '{n} among them were not the first of their device that day; they count all the same.',
    trend: 'Month by month',
    trendHint:
      'The higher the line, the more people were satisfied. Months with fewer than {minimum} ratings have no rate and stay empty.',
    chart: 'Line of the satisfied by month; the numbers are in the table below',
    few: 'No month has {minimum} ratings yet: counts only.',
    table: 'Counts by month',
    month: 'Month',
    given: 'Ratings',
    satisfied: 'Satisfied',
    asideShort: 'Found mistaken or malicious',
    indicators: 'What people named',
    indicatorsHint: 'Aspects that raters ticked; one rating may name several, or none.',
    indicator: 'Aspect',
    good: 'Named by the satisfied',
    bad: 'Named by the dissatisfied',
    loop: 'What became of bad ratings',
    loopHint:
      'Guobanfa (2019) No. 51: every bad rating with a contact is answered, every valid one is put right. Those found mistaken or malicious by a review are not valid.',
    badRatings: 'Bad ratings',
    answered: 'With a contact: answered',
    putRight: 'Valid: put right',
    late: 'Past the time to be put right',
    loopNone: 'No bad ratings so far.',
    placeSince: 'Bad ratings of all bodies here and below, of the last twelve months and this one, counted each hour.',
    changes: 'What was changed because of ratings',
    changesHint: 'Written by the serving body in order to be published.',
    changesNone: 'Nothing has been published yet.',
    planned: 'Planned',
    kept: 'Looked at again by its superior: it holds',
    notKept: 'Looked at again by its superior: it does not hold',
    points: 'Service points',
    pointsHint: 'The last twelve months. Below {minimum} ratings only counts are shown.',
    pointsNone: 'This body has no service points yet.',
    point: 'Service point',
    kind: 'Kind',
    kinds: { hall: 'Hall', window: 'Window', item: 'Kind of service', online: 'Online service' },
    take: 'Take the data along',
    csv: 'Table (CSV, a row a month and level)',
    json: 'Data interface (JSON)',
    counting: 'Counts follow a rating within seconds.',
  },
};
