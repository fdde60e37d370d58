import type { Text } from './locale.ts';

/** Components of the score: their names, and what is counted over what. */
export const componentText: Text<Record<string, { name: string; short: string; how: string }>> = {
  'zh-CN': {
    timeliness: {
      name: '按期答复',
      short: '按期',
      how: '分母：这里的单位承办、答复期限已到的诉求（不含评价回访；等反映人补充材料而暂停的不算超期）。分子：在期限内答复的。',
    },
    solved: {
      name: '反映人认可解决',
      short: '解决',
      how: '分母：反映这里的单位、已经办结的诉求（不含评价回访）。分子：反映人自己说“已解决”的。没有表态不算满意。',
    },
    commitments: {
      name: '承诺兑现',
      short: '承诺',
      how: '分母：公开承诺里，一年内有了结果的，以及已经超期的。分子：认定为已兑现的。部分兑现不算兑现。',
    },
    records: {
      name: '失信整改修复',
      short: '修复',
      how: '单位：分母是正在公示的未履行判决和失信信息，分子是其中整改已经核实的。地区：两边都再加上已经修复、不再公示的条数。',
    },
    arrears: {
      name: '拖欠清偿',
      short: '清欠',
      how: '分母：上一项里反映拖欠账款的。分子：反映人自己说“已解决”的。',
    },
    ratings: {
      name: '差评整改',
      short: '差评',
      how: '分母：这里的单位收到的差评里，整改期限已到的（经复核搁置的除外）。分子：已经整改的。',
    },
  },
  en: {
    timeliness: {
      name: 'Answers in time',
      short: 'In time',
      how: 'Of the cases handled by bodies here whose time to answer has come (bad ratings apart; a clock that waits for the complainant does not run out): those answered by their date.',
    },
    solved: {
      name: 'Solved, says the complainant',
      short: 'Solved',
      how: 'Of the closed cases about bodies here (bad ratings apart): those of which the complainant says that they are solved. Silence is not satisfaction.',
    },
    commitments: {
      name: 'Commitments kept',
      short: 'Kept',
      how: 'Of the public commitments that came to a result within the year, and of those that are overdue: those found honoured. Partly honoured is not honoured.',
    },
    records: {
      name: 'Records put right',
      short: 'Put right',
      how: 'Of a body: of its public unperformed judgments and breaches, those whose rectification was verified. Of a place: the same, with those that were repaired and are public no more on both sides.',
    },
    arrears: {
      name: 'Arrears paid',
      short: 'Arrears',
      how: 'Of those closed cases that are about arrears: those of which the complainant says that they are solved.',
    },
    ratings: {
      name: 'Bad ratings rectified',
      short: 'Ratings',
      how: 'Of the bad ratings of bodies here whose time to be rectified has come (those set aside by a review apart): those that were rectified.',
    },
  },
};

export const integritySubjects: Text<Record<string, string>> = {
  'zh-CN': { place: '地区', body: '单位' },
  en: { place: 'Place', body: 'Body' },
};

/** What each version of the formula is, the newest first in FORMULA_VERSIONS. */
export const formulaNews: Text<Record<string, string>> = {
  'zh-CN': { '1': '第一版：六项加权平均，区间按 MOVER 方法合成。' },
  en: { '1': 'The first: weighted mean of six components, interval by MOVER.' },
};

/** Pages of the integrity monitor. */
export const integrityText: Text<{
  title: string;
  lead: string;
  panel: string;
  panelLead: string;
  places: string;
  bodies: string;
  ofPlaces: string;
  ofBodies: string;
  what: string;
  place: string;
  show: string;
  rank: string;
  name: string;
  score: string;
  scoreOf: string;
  interval: string;
  notRanked: string;
  noData: string;
  few: string;
  nothing: string;
  notCounted: string;
  countedAt: string;
  component: string;
  weight: string;
  share: string;
  counts: string;
  method: string;
  changes: string;
  csv: string;
  json: string;
  chart: string;
  chartHint: string;
  history: string;
  month: string;
  formula: string;
  formulaValue: string;
  methodTitle: string;
  methodLead: string;
  whatCounts: string;
  howScored: string;
  steps: readonly string[];
  hiddenTitle: string;
  hidden: readonly string[];
  recompute: string;
  recomputeLead: string;
  script: string;
  data: string;
  changesTitle: string;
  changesLead: string;
  versions: string;
  since: string;
  at: string;
  by: string;
  why: string;
  oldNew: string;
  first: string;
  number: string;
  editTitle: string;
  editLead: string;
  editSum: string;
  editReason: string;
  editReasonHint: string;
  editSave: string;
  saved: string;
  countNow: string;
  countHint: string;
  counting: string;
  administratorOf: string;
  rowsNone: string;
}> = {
  'zh-CN': {
    title: '诚信监测',
    lead: '各地区、各单位说话算不算数，用公开的公式和公开的计数算出来。谁都可以重算。',
    panel: '诚信监测得分',
    panelLead: '满分 100。由六项比率加权平均，区间表示数据多少带来的不确定。',
    places: '各地区',
    bodies: '各单位',
    ofPlaces: '下辖各地区',
    ofBodies: '区域内各单位',
    what: '比什么',
    place: '地区代码',
    show: '显示',
    rank: '名次',
    name: '名称',
    score: '得分',
    scoreOf: '{score} 分',
    interval: '区间 {low}–{high}',
    notRanked: '不排名：数据太少',
    noData: '没有可计的数据',
    few: '不足 {least}，不公布',
    nothing: '没有',
    notCounted: '样本不足 {least}，不计入得分',
    countedAt: '统计于 {at}。名次按区间下限排列，下限相同名次相同。',
    component: '分项',
    weight: '权重',
    share: '比率和区间',
    counts: '分子／分母',
    method: '怎样计算',
    changes: '权重和公式的变更记录',
    csv: '下载 CSV',
    json: 'JSON 接口',
    chart: '得分和区间图，数字见下表',
    chartHint: '圆点是得分，横线是 95% 区间。',
    history: '逐月得分',
    month: '月份',
    formula: '公式',
    formulaValue: '第 {version} 版公式，第 {weights} 号权重',
    methodTitle: '诚信监测怎样计算',
    methodLead: '公式写在程序里，计数和权重都公开。这一页说明每一项数什么、怎样合成，以及怎样自己重算一遍。',
    whatCounts: '六项各数什么',
    howScored: '怎样合成得分',
    steps: [
      '统计范围：上一年同月第一天至今收到的诉求；公开承诺和公示信息按上面所说。每晚重算当月，过去的月份不再改动，保留当时的公式版本和权重。',
      '每一项是一个比率：分子除以分母，附 95% 的威尔逊区间。分母不足 10 的一项不计入。',
      '得分：计入各项的比率按权重加权平均，乘以 100，保留两位小数。计入各项的权重合计不足 50 的，不给得分。',
      '得分的区间由各项区间合成（MOVER 方法）：向下的宽度是各项“权重×(比率−下限)”平方和的平方根，向上同理。',
      '计入各项的分母合计达到 30 的参加排名，按区间下限从高到低；下限相同，名次相同。其余写明“不排名：数据太少”。',
      '被合并的单位，计入承继它的单位；地区的计数包含区域内所有单位和下级地区。',
    ],
    hiddenTitle: '哪些计数不公布',
    hidden: [
      '诉求和差评的计数不足 10 的，可能让人猜出是谁反映的，不公布，也不计入得分。',
      '为了不让人用合计减出来，同一合计下至少隐去两个、合计不少于 10；必要时连同较大的一个或者合计本身一起隐去。',
      '公示信息和公开承诺本来就公开，不隐去。',
    ],
    recompute: '自己重算',
    recomputeLead:
      '开放数据“诚信监测”包含每个得分的全部计数和权重。下面的脚本不依赖任何其他程序（Node 18 以上），读这个文件，逐个重算并与公布的得分比较。',
    script: '下载脚本',
    data: '下载数据',
    changesTitle: '权重和公式的变更记录',
    changesLead: '每次改动都在这里：从多少改到多少、哪个单位的管理员、何时、为什么。过去月份的得分不受影响。',
    versions: '公式版本',
    since: '{date}起',
    at: '时间',
    by: '谁',
    why: '原因',
    oldNew: '改前 → 改后',
    first: '初始',
    number: '编号',
    editTitle: '诚信监测权重',
    editLead: '改动会连同原因公布在变更记录里，当月得分一分钟内按新权重重算，过去的月份不变。',
    editSum: '六项合计必须是 100。填 0 表示不计这一项。',
    editReason: '为什么改',
    editReasonHint: '将原样公开，不要写个人信息。至少 10 个字。',
    editSave: '保存并公布',
    saved: '已保存，正在按新权重重算。',
    countNow: '现在重算当月',
    countHint: '平时每天 02:10 自动重算。',
    counting: '已安排重算，一分钟内完成。',
    administratorOf: '{body} 管理员',
    rowsNone: '这里还没有可以比较的。',
  },
  en: {
    title: 'Integrity monitor',
    lead: 'Whether places and bodies keep their word, by an open formula from open counts. Anybody can compute it again.',
    panel: 'Integrity score',
    panelLead:
      'Out of 100: the weighted mean of six shares. The interval says how much the amount of data leaves open.',
    places: 'Places',
    bodies: 'Bodies',
    ofPlaces: 'Places in it',
    ofBodies: 'Bodies in it',
    what: 'Compare',
    place: 'Division code',
    show: 'Show',
    rank: 'Rank',
    name: 'Name',
    score: 'Score',
    scoreOf: '{score}',
    interval: 'interval {low} to {high}',
    notRanked: 'not ranked: too little data',
    noData: 'nothing to count',
    few: 'fewer than {least}: not told',
    nothing: 'none',
    notCounted: 'fewer than {least}: left out of the score',
    countedAt: 'Counted {at}. Ranked by the lower end of the interval; equal ends share a rank.',
    component: 'Component',
    weight: 'Weight',
    share: 'Share and interval',
    counts: 'Counts',
    method: 'How it is computed',
    changes: 'Changes of weights and formula',
    csv: 'Download as CSV',
    json: 'JSON',
    chart: 'Scores with intervals; the table has the numbers',
    chartHint: 'A dot is the score, the line its 95 % interval.',
    history: 'Month by month',
    month: 'Month',
    formula: 'Formula',
    formulaValue: 'version {version}, weights no. {weights}',
    methodTitle: 'How the integrity monitor is computed',
    methodLead:
      'The formula is in the program; counts and weights are public. This page says what each component counts, how they make the score, and how to compute it yourself.',
    whatCounts: 'What each component counts',
    howScored: 'How they make the score',
    steps: [
      'Cases filed since the first day of this month a year ago; commitments and records as said above. The running month is counted again each night; months before stay as they were, with the formula and the weights of their time.',
      'Each component is a share: numerator over denominator, with its 95 % Wilson interval. One with a denominator below 10 is left out.',
      'The score is the mean of the shares left, weighted, times 100, with two decimals. Where their weights come to less than 50 there is no score.',
      'The interval of the score is made of theirs (MOVER): below, the root of the sum of the squares of weight × (share − low); above likewise.',
      'Where the denominators come to 30 or more it is ranked, by the lower end of the interval; equal ends share a rank. All others say “not ranked: too little data”.',
      'A body that was merged is counted with its successor; a place holds all bodies and places in it.',
    ],
    hiddenTitle: 'Which counts are not told',
    hidden: [
      'Counts of cases and bad ratings below 10 could show who complained: they are not told, and are left out of the score.',
      'So that none comes out by subtraction, at least two are hidden under one sum, and they come to 10 or more; where needed a larger one, or the sum itself, is hidden with them.',
      'Records and commitments are public by themselves and never hidden.',
    ],
    recompute: 'Compute it yourself',
    recomputeLead:
      'The open data set “Integrity monitor” has all counts and weights of every score. This script needs nothing but Node 18: it reads that file, computes each score again and compares it with the published one.',
    script: 'Download the script',
    data: 'Download the data',
    changesTitle: 'Changes of weights and formula',
    changesLead:
      'Each change: from what to what, by the administrator of which body, when and why. Scores of past months are not touched.',
    versions: 'Versions of the formula',
    since: 'since {date}',
    at: 'When',
    by: 'Who',
    why: 'Why',
    oldNew: 'Before → after',
    first: 'first',
    number: 'No.',
    editTitle: 'Integrity weights',
    editLead:
      'A change is published in the log with its reason; the running month is counted with it within a minute, months before stay.',
    editSum: 'The six must add up to 100. With 0 a component is left out.',
    editReason: 'Why',
    editReasonHint: 'Published as it stands: nothing personal. At least 10 characters.',
    editSave: 'Save and publish',
    saved: 'Saved; the month is being counted with the new weights.',
    countNow: 'Count this month now',
    countHint: 'It is counted by itself each day at 02:10.',
    counting: 'It will be counted within a minute.',
    administratorOf: 'administrator, {body}',
    rowsNone: 'There is nothing to compare here yet.',
  },
};
