import type { Text } from './locale.ts';

export const home: Text<{
  title: string;
  lead: string;
  complain: string;
  complainHint: string;
  track: string;
  trackHint: string;
  rate: string;
  rateHint: string;
  disclosures: string;
  disclosuresHint: string;
  searchLabel: string;
  searchPlaceholder: string;
  tasks: string;
  more: string;
  late: string;
  lateNone: string;
  lateCommitments: string;
  policiesLink: string;
  places: string;
  placesText: string;
  bodiesLink: string;
  data: string;
  dataText: string;
  dataNone: string;
  dataLink: string;
  subscribe: string;
  figures: string;
  figuresNote: string;
  inTime: string;
  inTimeOf: string;
  solved: string;
  solvedOf: string;
  rectified: string;
  rectifiedOf: string;
  none: string;
  noneYet: string;
  newest: string;
  all: string;
  noRecords: string;
  week: string;
  weekText: string;
  weekNone: string;
  overdueSome: string;
  overdueNone: string;
  who: string;
  whoText: string;
  whoLink: string;
  helpLink: string;
}> = {
  'zh-CN': {
    title: '政府答应的事，要算数。',
    lead: '承诺没兑现、欠款不还、新领导不认旧账，都可以在这里反映。由谁办、何时答复，提交前就告诉您。',
    complain: '我要反映',
    complainHint: '承诺、欠款、旧账、举报',
    track: '查进度',
    trackHint: '用编号和查询码',
    rate: '扫码评价',
    rateHint: '给窗口服务打分',
    disclosures: '查公示',
    disclosuresHint: '败诉、失信、典型案例',
    searchLabel: '搜一搜',
    searchPlaceholder: '单位、公示、政策、怎么办',
    tasks: '常遇到的事',
    more: '{place}各地比一比',
    late: '谁拖着没办',
    lateNone: '目前没有公开的逾期、未履行信息。',
    lateCommitments: '超期的政府承诺',
    policiesLink: '看分工的依据',
    places: '按地方看',
    placesText: '一个地方、一个单位守不守约：欠着什么，改了没有。',
    bodiesLink: '查一个单位',
    data: '带走数据',
    dataText: '全部公示 {rows} 条，CSV 表格 {size}，{at} 更新，附校验值。',
    dataNone: '公示信息每天打包一次，附校验值。',
    dataLink: '下载开放数据',
    subscribe: '有新公示发邮件给我',
    figures: '办得怎么样',
    figuresNote: '近一年的数字，随办随更新。没有表态的，不算满意。',
    inTime: '按时办结的时限',
    inTimeOf: '到期 {total} 个，按时 {part} 个',
    solved: '本人说已解决',
    solvedOf: '办结 {total} 件，已解决 {part} 件，{unsaid} 件还没表态',
    rectified: '差评已整改',
    rectifiedOf: '差评 {total} 个，已整改答复 {part} 个',
    none: '暂无',
    noneYet: '还没有到期或办结的事项',
    newest: '最新公示',
    all: '全部 {count} 条',
    noRecords: '还没有公示信息。',
    week: '本周到期',
    weekText: '本周到期的时限有 {due} 个，已办 {done} 个。',
    weekNone: '本周没有到期的时限。',
    overdueSome: '▲ 另有 {count} 个时限已经超期。',
    overdueNone: '目前没有超期的事项。',
    who: '这件事归谁管？',
    whoText: '选出单位和事项，就能看到由哪个单位办理、依据哪份文件。',
    whoLink: '查谁负责',
    helpLink: '办事说明',
  },
  en: {
    title: 'What government promised must count.',
    lead: "A promise not kept, a bill not paid, a new official who will not honour the old one's word: say so here. Before you send, you see who must answer and by when.",
    complain: 'Complain',
    complainHint: 'promises, debts, tip-offs',
    track: 'Track a case',
    trackHint: 'with its number and code',
    rate: 'Rate a service',
    rateHint: 'by the code at the counter',
    disclosures: 'Public records',
    disclosuresHint: 'judgments, dishonesty, cases',
    searchLabel: 'Search',
    searchPlaceholder: 'body, record, policy, how to',
    tasks: 'Common questions',
    more: 'Compare the places of {place}',
    late: 'Who is late',
    lateNone: 'No published record of anything late or not performed.',
    lateCommitments: 'Commitments past their date',
    policiesLink: 'The documents behind it',
    places: 'By place',
    placesText: 'Does a place or a body keep its word: what it owes, what it put right.',
    bodiesLink: 'Find a body',
    data: 'Take the data',
    dataText: 'All {rows} records as CSV, {size}, made {at}, with checksums.',
    dataNone: 'All records are packed once a day, with checksums.',
    dataLink: 'Download open data',
    subscribe: 'Mail me new records',
    figures: 'How it is going',
    figuresNote: 'The last twelve months, kept up to date. Silence is not counted as satisfaction.',
    inTime: 'Time limits kept',
    inTimeOf: '{part} of {total} that have ended',
    solved: 'Solved, say the complainants',
    solvedOf: '{part} of {total} closed; {unsaid} have not said',
    rectified: 'Bad ratings put right',
    rectifiedOf: '{part} of {total} answered',
    none: 'None yet',
    noneYet: 'nothing has ended or been closed',
    newest: 'Newest records',
    all: 'All {count}',
    noRecords: 'Nothing has been published yet.',
    week: 'Due this week',
    weekText: '{due} time limits end this week; {done} are done.',
    weekNone: 'No time limit ends this week.',
    overdueSome: '▲ Overdue: {count}.',
    overdueNone: 'Nothing is overdue.',
    who: 'Who answers for it?',
    whoText: 'Choose a body and a matter to see which body must deal with it, and by which document.',
    whoLink: 'Find out who answers',
    helpLink: 'Help',
  },
};
