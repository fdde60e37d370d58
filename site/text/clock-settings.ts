import type { Text } from './locale.ts';

/** The administrator's pages of clocks: rules, holidays, the ladder, and what a change moves. */
export const clockSettings: Text<{
  title: string;
  lead: string;
  rules: string;
  groups: Record<string, string>;
  step: string;
  steps: Record<string, string>;
  length: string;
  extension: string;
  none: string;
  expiry: string;
  basis: string;
  place: string;
  everywhere: string;
  edit: string;
  readOnly: string;
  ownRules: string;
  history: string;
  historyLine: string;
  from: string;
  until: string;
  inForce: string;
  ruleTitle: string;
  ruleLead: string;
  division: string;
  days: string;
  daysHint: string;
  maxExtension: string;
  maxExtensionHint: string;
  approver: string;
  basisHint: string;
  basisEn: string;
  look: string;
  giveUp: string;
  giveUpLead: string;
  holidays: string;
  holidaysLead: string;
  year: string;
  notice: string;
  noticeHint: string;
  dayList: string;
  dayListHint: string;
  years: string;
  yearLine: string;
  local: string;
  reference: string;
  noYear: string;
  ladder: string;
  ladderLead: string;
  ladderFor: string;
  rung: string;
  rungDays: string;
  rungDaysHint: string;
  rungRoles: string;
  rungSuperior: string;
  ladderSave: string;
  ladderSaved: string;
  ladderNone: string;
  before: string;
  overdue: string;
  superiorOf: string;
  changes: string;
  changeKinds: Record<string, string>;
  changeStates: Record<string, string>;
  changeTitle: string;
  counting: string;
  reload: string;
  moved: string;
  notBegun: string;
  overdueKept: string;
  notMoved: string;
  nothingMoved: string;
  confirm: string;
  confirmHint: string;
  discard: string;
  applied: string;
  appliedOf: string;
  number: string;
  handler: string;
  oldDue: string;
  newDue: string;
  begun: string;
  done: string;
  back: string;
}> = {
  'zh-CN': {
    title: '时限',
    lead: '每一项时限从哪天起算、多长、依据是什么。法律法规规定的不能改；本地设定的，可以为本地另定。每次修改都留下一个版本，旧的不会消失。',
    rules: '时限规则',
    groups: {
      promise: '政策承诺未兑现',
      old_debt: '新官不理旧账',
      arrears: '拖欠账款',
      tip_off: '举报',
      service: '差评整改',
      other: '其他诉求',
      petition: '信访渠道转来的诉求',
      disclosure: '公示信息',
      body: '单位自己的报告',
    },
    step: '环节',
    steps: {
      objection_mark: '标注异议',
      objection_decide: '作出异议决定',
      commitment_answer: '答复企业登记的承诺',
      repair_decide: '作出信用修复决定',
      repair_share: '共享修复结果',
      record_share: '向上级平台归集',
      publication_minor_longest: '轻微：最长公示期',
      publication_ordinary_shortest: '一般：最短公示期',
      publication_ordinary_longest: '一般：最长公示期',
      publication_serious_shortest: '严重：最短公示期',
      publication_serious_longest: '严重：最长公示期',
      arrears_report: '报告拖欠情况',
    },
    length: '时长',
    extension: '最多延长',
    none: '不能延长',
    expiry: '到期以后',
    basis: '依据',
    place: '适用地区',
    everywhere: '全部',
    edit: '为本地另定',
    readOnly: '法定，只读',
    ownRules: '各地自己的规定',
    history: '版本',
    historyLine: '{place}，第 {version} 版：{length} {unit}，{from}起',
    from: '{date}',
    until: '到 {date} 为止',
    inForce: '现行',
    ruleTitle: '为本地另定“{step}”',
    ruleLead: '先看会影响哪些正在办的诉求，确认以后才生效。',
    division: '适用地区（行政区划代码）',
    days: '时长',
    daysHint: '单位是{unit}。',
    maxExtension: '最多可以延长',
    maxExtensionHint: '单位和时长一样。0 表示不能延长。',
    approver: '由谁批准延长',
    basisHint: '写明文件名称、文号和条款。反映人会看到。',
    basisEn: '依据（英文）',
    look: '看看影响哪些诉求',
    giveUp: '不再另定',
    giveUpLead: '本地的规定作废，恢复上一级的规定。同样先看影响，再确认。',
    holidays: '放假和调休',
    holidaysLead: '国务院办公厅每年发布放假通知。录入以后，先看会影响哪些正在办的诉求，确认以后才生效。',
    year: '年份',
    notice: '通知名称和文号',
    noticeHint: '例如：国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕7号）',
    dayList: '日期',
    dayListHint:
      '一行一天。放假写“2027-01-01 元旦”；周末上班写“2027-02-14 班 春节”。只写法定放假和调休的日子，普通周末不用写。这里的内容会替换这一年原有的全部日期。',
    years: '已有的年份',
    yearLine: '{year}年：{notice}',
    local: '本地录入，第 {version} 版',
    reference: '随系统提供',
    noYear: '{year}年还没有放假通知，跨到这一年的日期都是暂定的。',
    ladder: '督办的阶梯',
    ladderLead: '快到期和超期的时候提醒谁。各地可以有自己的一套，替换上一级的全部。',
    ladderFor: '{place}的阶梯',
    rung: '第 {n} 级',
    rungDays: '离到期几个工作日',
    rungDaysHint: '到期前写负数，例如 -3；超期第一天写 1。留空就没有这一级。',
    rungRoles: '提醒谁',
    rungSuperior: '上级单位的这些人',
    ladderSave: '保存阶梯',
    ladderSaved: '阶梯已保存，从下一次检查开始使用。',
    ladderNone: '没有自己的阶梯，用上一级的。',
    before: '到期前 {days} 个工作日',
    overdue: '超期第 {days} 个工作日',
    superiorOf: '上级单位的{roles}',
    changes: '最近的修改',
    changeKinds: { calendar: '{subject}年放假通知', clock_rule: '时限规则 {subject}' },
    changeStates: {
      counting: '正在计算',
      proposed: '等待确认',
      applying: '正在执行',
      applied: '已执行',
      discarded: '已放弃',
    },
    changeTitle: '修改会影响哪些诉求',
    counting: '正在计算影响哪些诉求。诉求多的时候需要几分钟，过一会儿再看。',
    reload: '再看一次',
    moved: '{moved} 个正在走的时限会改变日期：{later} 个推后，{earlier} 个提前。',
    notBegun: '{count} 个还没有开始的时限会按新的时长计算。',
    overdueKept: '{count} 个时限已经超期，不改期：超期就是超期，新规定不溯及既往。',
    notMoved: '已超期，不改期',
    nothingMoved: '没有诉求的日期会变。',
    confirm: '确认，按新的日期执行',
    confirmHint: '确认以后，新提交的诉求立即按新规定计算；正在办的诉求逐件改期，每件都留下记录，反映人能看到。',
    discard: '放弃',
    applied: '已全部执行。',
    appliedOf: '已改 {applied} 个，共 {all} 个。',
    number: '编号',
    handler: '承办单位',
    oldDue: '原来',
    newDue: '改为',
    begun: '还没开始',
    done: '已改',
    back: '时限',
  },
  en: {
    title: 'Clocks',
    lead: 'When each clock begins, how long it is, and on what ground. What a law says cannot be changed; a default of this portal can be replaced for a place. Every edit makes a version, and old ones stay.',
    rules: 'Rules',
    groups: {
      promise: 'Promises not kept',
      old_debt: 'Old debts disowned',
      arrears: 'Arrears',
      tip_off: 'Tip-offs',
      service: 'Bad ratings',
      other: 'Other cases',
      petition: 'Cases that come from petition offices',
      disclosure: 'Records',
      body: 'Reports of bodies',
    },
    step: 'Step',
    steps: {
      objection_mark: 'Mark the objection',
      objection_decide: 'Decide on the objection',
      commitment_answer: 'Answer a registered promise',
      repair_decide: 'Decide on credit repair',
      repair_share: 'Share the repair',
      record_share: 'Share the record upward',
      publication_minor_longest: 'Minor: longest publication',
      publication_ordinary_shortest: 'Ordinary: shortest publication',
      publication_ordinary_longest: 'Ordinary: longest publication',
      publication_serious_shortest: 'Serious: shortest publication',
      publication_serious_longest: 'Serious: longest publication',
      arrears_report: 'Report arrears',
    },
    length: 'Length',
    extension: 'Extension at most',
    none: 'none',
    expiry: 'When it runs out',
    basis: 'Ground',
    place: 'Place',
    everywhere: 'everywhere',
    edit: 'Replace for a place',
    readOnly: 'Law, read-only',
    ownRules: 'Rules of places',
    history: 'Versions',
    historyLine: '{place}, version {version}: {length} {unit}, from {from}',
    from: '{date}',
    until: 'until {date}',
    inForce: 'in force',
    ruleTitle: 'Replace “{step}” for a place',
    ruleLead: 'You first see which open cases it moves. It holds once you confirm.',
    division: 'Place (division code)',
    days: 'Length',
    daysHint: 'In {unit}.',
    maxExtension: 'Extension at most',
    maxExtensionHint: 'In the same unit. 0: none.',
    approver: 'Who approves an extension',
    basisHint: 'Document, number and article. The complainant reads it.',
    basisEn: 'Ground in English',
    look: 'See which cases it moves',
    giveUp: 'Give it up',
    giveUpLead: 'The place’s own rule ends and the one above holds again. You first see what moves.',
    holidays: 'Holidays',
    holidaysLead:
      'The State Council publishes a notice each year. Enter it, see which open cases it moves, then confirm.',
    year: 'Year',
    notice: 'Notice and its number',
    noticeHint: 'For example: 国务院办公厅关于2027年部分节假日安排的通知',
    dayList: 'Days',
    dayListHint:
      'One day a line. Free: “2027-01-01 元旦”. A weekend day on which one works: “2027-02-14 work 春节”. Only what the notice names. It replaces all days of that year.',
    years: 'Years that are known',
    yearLine: '{year}: {notice}',
    local: 'entered here, version {version}',
    reference: 'came with the portal',
    noYear: 'There is no notice for {year} yet: dates in that year are provisional.',
    ladder: 'Ladder of supervision',
    ladderLead:
      'Who is warned when a clock nears its end or has run out. A place may have a ladder of its own, which replaces all of the one above.',
    ladderFor: 'Ladder of {place}',
    rung: 'Rung {n}',
    rungDays: 'Working days from the due date',
    rungDaysHint: 'Negative before it, for example -3; 1 is the first day of being overdue. Empty: no such rung.',
    rungRoles: 'Who is warned',
    rungSuperior: 'These roles of the superior body',
    ladderSave: 'Save the ladder',
    ladderSaved: 'Saved. It holds from the next sweep.',
    ladderNone: 'It has none of its own: the one above holds.',
    before: '{days} working days before',
    overdue: 'working day {days} after it ran out',
    superiorOf: '{roles} of the superior body',
    changes: 'Latest changes',
    changeKinds: { calendar: 'Holidays of {subject}', clock_rule: 'Rule {subject}' },
    changeStates: {
      counting: 'being counted',
      proposed: 'to be confirmed',
      applying: 'being carried out',
      applied: 'carried out',
      discarded: 'discarded',
    },
    changeTitle: 'What the change moves',
    counting: 'The cases that it moves are being counted. With many cases this takes minutes: look again in a while.',
    reload: 'Look again',
    moved: '{moved} running clocks get another date: {later} a later one, {earlier} an earlier one.',
    notBegun: '{count} clocks that have not begun get the new length.',
    overdueKept: '{count} clocks are overdue already and are not moved: a new rule does not undo a delay.',
    notMoved: 'not moved, already overdue',
    nothingMoved: 'No date of a case moves.',
    confirm: 'Confirm and carry out',
    confirmHint:
      'New cases go by it at once. Open cases are moved one by one, each with an entry that the complainant sees.',
    discard: 'Discard',
    applied: 'All carried out.',
    appliedOf: '{applied} of {all} moved.',
    number: 'Number',
    handler: 'Handler',
    oldDue: 'Before',
    newDue: 'After',
    begun: 'not begun',
    done: 'moved',
    back: 'Clocks',
  },
};
