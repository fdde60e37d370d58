import type { Text } from './locale.ts';

/** Names of the facts of a commitment: form, page, files. */
export const commitmentFields: Text<Record<string, string>> = {
  'zh-CN': {
    bodyId: '承诺单位',
    bodyName: '承诺单位',
    owedById: '现履行单位',
    division: '地区',
    matter: '领域',
    department: '责任部门',
    post: '责任岗位',
    beneficiary: '承诺对象',
    enterprise: '企业名称（经其同意）',
    kind: '类型',
    title: '标题',
    text: '承诺内容',
    documentNumber: '文号',
    madeOn: '作出日期',
    dueKind: '履行期限',
    dueOn: '到期日',
    dueCondition: '到期条件',
    amount: '金额',
    basis: '依据',
    conditions: '兑现条件',
    source: '来源',
    milestones: '履行节点',
    contractNumber: '合同编号',
    project: '项目名称',
    fundSource: '资金来源',
    serviceItem: '服务事项',
    promiseKind: '承诺种类',
    measure: '衡量标准',
    topic: '公开事项',
    period: '适用期间',
    orderNumber: '整改要求文号',
    reviewed: '送审的政策措施',
    commentsFrom: '征求意见开始',
    commentsUntil: '征求意见截止',
    commentsHow: '提意见的方式',
    conclusion: '审查结论',
    stage: '项目阶段',
    identificationPost: '识别阶段责任岗位',
    preparationPost: '准备阶段责任岗位',
    procurementPost: '采购阶段责任岗位',
    executionPost: '执行阶段责任岗位',
    transferPost: '移交阶段责任岗位',
    who: '谁可以享受',
    what: '给什么',
    howMuch: '给多少',
    applyUntil: '申请截止',
    howToApply: '怎么申请',
    applyAt: '申请网址',
  },
  en: {
    bodyId: 'Promised by',
    bodyName: 'Promised by',
    owedById: 'Owed by now',
    division: 'Place',
    matter: 'Matter',
    department: 'Responsible department',
    post: 'Responsible post',
    beneficiary: 'Promised to',
    enterprise: 'Enterprise (named by consent)',
    kind: 'Kind',
    title: 'Title',
    text: 'What was promised',
    documentNumber: 'Document number',
    madeOn: 'Made on',
    dueKind: 'Due',
    dueOn: 'Due on',
    dueCondition: 'Due when',
    amount: 'Amount',
    basis: 'Basis',
    conditions: 'Conditions',
    source: 'Source',
    milestones: 'Milestones',
    contractNumber: 'Contract number',
    project: 'Project',
    fundSource: 'Source of funds',
    serviceItem: 'Service',
    promiseKind: 'What is promised of it',
    measure: 'How it is measured',
    topic: 'Topic',
    period: 'Period',
    orderNumber: 'Order to put right, number',
    reviewed: 'Measure under review',
    commentsFrom: 'Comments from',
    commentsUntil: 'Comments until',
    commentsHow: 'How to comment',
    conclusion: 'Conclusion of the review',
    stage: 'Stage of the project',
    identificationPost: 'Post for identification',
    preparationPost: 'Post for preparation',
    procurementPost: 'Post for procurement',
    executionPost: 'Post for execution',
    transferPost: 'Post for transfer',
    who: 'Who can have it',
    what: 'What is given',
    howMuch: 'How much',
    applyUntil: 'Apply until',
    howToApply: 'How to apply',
    applyAt: 'Where to apply',
  },
};

/** Coded facts in words, by field. */
export const commitmentWords: Text<Record<string, Record<string, string>>> = {
  'zh-CN': {
    dueKind: { date: '定于某日', milestones: '分节点', condition: '条件成就时', standing: '长期有效' },
    promiseKind: { quality: '质量承诺', time: '期限承诺', guarantee: '保障承诺' },
    topic: {
      employment: '就业',
      property: '物业',
      schooling: '就学',
      family_planning: '计生',
      elderly: '养老',
      disability: '助残',
      poverty: '扶贫',
      medical: '医保',
      housing: '住房',
      travel: '出行',
      parking: '停车',
      safety: '防火防盗',
      veterans: '拥军优属',
      convenience: '便民服务',
      finance: '财务公开',
    },
    conclusion: {
      open: '尚在征求意见',
      no_effect: '无排除、限制竞争效果',
      adjusted: '调整后出台',
      exception: '适用例外规定',
      not_issued: '不予出台',
    },
    stage: {
      identification: '识别',
      preparation: '准备',
      procurement: '采购',
      execution: '执行',
      transfer: '移交',
    },
    ground: { national_interest: '国家利益', public_interest: '公共利益', statutory: '其他法定事由' },
  },
  en: {
    dueKind: {
      date: 'On a day',
      milestones: 'By milestones',
      condition: 'When a condition is met',
      standing: 'Always',
    },
    promiseKind: { quality: 'Quality', time: 'Time', guarantee: 'Guarantee' },
    topic: {
      employment: 'Employment',
      property: 'Property management',
      schooling: 'Schooling',
      family_planning: 'Family planning',
      elderly: 'Care of the elderly',
      disability: 'Help for the disabled',
      poverty: 'Relief of poverty',
      medical: 'Medical insurance',
      housing: 'Housing',
      travel: 'Getting about',
      parking: 'Parking',
      safety: 'Fire and theft',
      veterans: 'Veterans and families',
      convenience: 'Everyday services',
      finance: 'Finance',
    },
    conclusion: {
      open: 'Comments are still taken',
      no_effect: 'Does not restrict competition',
      adjusted: 'Issued after adjustment',
      exception: 'An exception applies',
      not_issued: 'Not issued',
    },
    stage: {
      identification: 'Identification',
      preparation: 'Preparation',
      procurement: 'Procurement',
      execution: 'Execution',
      transfer: 'Transfer',
    },
    ground: {
      national_interest: 'National interest',
      public_interest: 'Public interest',
      statutory: 'Another statutory ground',
    },
  },
};

interface Pages {
  title: string;
  lead: string;
  search: string;
  apply: string;
  filters: string;
  kind: string;
  allKinds: string;
  place: string;
  allPlaces: string;
  state: string;
  allStates: string;
  due: string;
  allDue: string;
  dueWords: Record<string, string>;
  count: string;
  overdueOf: string;
  empty: string;
  emptyText: string;
  all: string;
  badQuestion: string;
  takeAlong: string;
  csv: string;
  json: string;
  feed: string;
  feedDescription: string;
  back: string;
  issuedBy: string;
  publishedOn: string;
  madeBy: string;
  owedNow: string;
  owedSame: string;
  passed: string;
  facts: string;
  text: string;
  deadline: string;
  dueOnDay: string;
  dueWhen: string;
  dueAlways: string;
  milestones: string;
  milestoneLine: string;
  milestone: string;
  milestoneDue: string;
  milestoneAmount: string;
  milestoneDone: string;
  notDone: string;
  lateDone: string;
  progress: string;
  noProgress: string;
  doneOn: string;
  decisions: string;
  outcome: Record<string, string>;
  decision: string;
  decidedBy: string;
  ground: string;
  procedure: string;
  offered: string;
  paid: string;
  unpaid: string;
  determination: string;
  complaints: string;
  complaintsNone: string;
  complaintsFew: string;
  complaintsHint: string;
  received: string;
  answered: string;
  bodySays: string;
  complainantSays: string;
  complain: string;
  complainHint: string;
  began: string;
  story: string;
  storyDue: string;
  storyNever: string;
  register: string;
  basis: string;
  goneTitle: string;
  goneText: string;
  permanent: string;
  asData: string;
  ofBody: string;
  ofBodyNone: string;
  ofBodyAll: string;
  ofBodyFigures: string;
  versionFirst: string;
  versionNext: string;
}

export const commitmentPages: Text<Pages> = {
  'zh-CN': {
    title: '承诺公开',
    lead: '政府答应过什么、由谁负责、什么时候兑现、兑现了没有，都在这里。换人换届、机构调整，承诺照旧有效。',
    search: '按标题、文号、内容查找',
    apply: '查看',
    filters: '按类型、地区、状态筛选',
    kind: '类型',
    allKinds: '全部类型',
    place: '地区',
    allPlaces: '全部地区',
    state: '状态',
    allStates: '全部状态',
    due: '到期情况',
    allDue: '不限',
    dueWords: { running: '未到期', soon: '三十天内到期', overdue: '超期未兑现' },
    count: '共 {count} 项',
    overdueOf: '其中 {count} 项超期未兑现',
    empty: '没有符合条件的承诺',
    emptyText: '可以放宽筛选条件，或者换一个词。',
    all: '查看全部承诺',
    badQuestion: '筛选条件不对，下面是全部承诺。',
    takeAlong: '带走这些数据',
    csv: '表格（CSV）',
    json: '数据接口（JSON）',
    feed: '订阅更新（Atom）',
    feedDescription: '新公开的政府承诺',
    back: '承诺公开',
    issuedBy: '{place}政务承诺公开',
    publishedOn: '{date}公开',
    madeBy: '{body}作出',
    owedNow: '现由{body}履行',
    owedSame: '由本单位履行',
    passed: '{date}由{from}转由{to}履行：机构调整不影响承诺。',
    facts: '承诺事项',
    text: '承诺内容',
    deadline: '什么时候兑现',
    dueOnDay: '应于{date}前兑现。',
    dueWhen: '下列条件成就时兑现：',
    dueAlways: '长期有效，随时可以要求兑现。',
    milestones: '履行节点',
    milestoneLine: '履行节点时间线',
    milestone: '节点',
    milestoneDue: '应完成',
    milestoneAmount: '金额',
    milestoneDone: '实际完成',
    notDone: '未完成',
    lateDone: '逾期',
    progress: '履行进展',
    noProgress: '单位还没有公布进展。',
    doneOn: '{date}完成',
    decisions: '结果与变更',
    outcome: {
      honoured: '已兑现',
      partly: '部分兑现',
      changed: '依法变更',
      broken: '认定失信',
      withdrawn: '撤下',
    },
    decision: '变更决定',
    decidedBy: '{body} {number}，{date}',
    ground: '变更事由',
    procedure: '履行的程序',
    offered: '提出补偿',
    paid: '已付补偿',
    unpaid: '尚未支付',
    determination: '认定文书',
    complaints: '关于这项承诺的诉求',
    complaintsNone: '目前没有从这项承诺提出的诉求。',
    complaintsFew: '有人就这项承诺提出了诉求，不足 {least} 件，为保护反映人不公布数目和结果。',
    complaintsHint: '“单位说已解决”和“反映人说已解决”是两回事，分别统计；没有表态不算满意。',
    received: '收到',
    answered: '已答复',
    bodySays: '单位说已解决',
    complainantSays: '反映人说已解决',
    complain: '这项承诺没有兑现，我要反映',
    complainHint: '单位、文件、内容会替您填好，您可以修改；由上级或主管部门办理，不会交给被反映单位处理。',
    began: '关于这项承诺',
    story: '{date}，{body}承诺：{title}{number}。\n{text}',
    storyDue: '应于{date}兑现，到现在没有兑现。',
    storyNever: '到现在没有兑现。',
    register: '登记政府对我企业的承诺',
    basis: '为什么要公开',
    goneTitle: '这项承诺已撤下',
    goneText: '经两人审核确认它不应列入承诺公开，所以撤下。',
    permanent: '本页地址',
    asData: '以数据格式查看',
    ofBody: '作出和承接的承诺',
    ofBodyNone: '没有公开的承诺。',
    ofBodyAll: '查看全部 {count} 项',
    ofBodyFigures: '共 {total} 项：已兑现 {kept}，超期未兑现 {overdue}，认定失信 {broken}。',
    versionFirst: '公开',
    versionNext: '修改：{reason}',
  },
  en: {
    title: 'Commitments',
    lead: 'What government promised, who answers for it, by when, and whether it was kept. A promise outlives the officials and the bodies that made it.',
    search: 'Find by title, document number or words',
    apply: 'Show',
    filters: 'Filter by kind, place and state',
    kind: 'Kind',
    allKinds: 'All kinds',
    place: 'Place',
    allPlaces: 'All places',
    state: 'State',
    allStates: 'All states',
    due: 'Due',
    allDue: 'Any',
    dueWords: { running: 'Not due yet', soon: 'Due within 30 days', overdue: 'Overdue' },
    count: '{count} commitments',
    overdueOf: '{count} of them overdue',
    empty: 'No commitment fits',
    emptyText: 'Take a filter away or try another word.',
    all: 'See all commitments',
    badQuestion: 'The filters were not understood: here are all commitments.',
    takeAlong: 'Take the data along',
    csv: 'Table (CSV)',
    json: 'Interface (JSON)',
    feed: 'Follow (Atom)',
    feedDescription: 'Commitments of government, newly published',
    back: 'Commitments',
    issuedBy: 'Commitments of government, {place}',
    publishedOn: 'Published {date}',
    madeBy: 'Made by {body}',
    owedNow: 'now owed by {body}',
    owedSame: 'owed by this body',
    passed: '{date}: passed on from {from} to {to}. Reorganisation does not end a promise.',
    facts: 'The commitment',
    text: 'What was promised',
    deadline: 'By when',
    dueOnDay: 'To be kept by {date}.',
    dueWhen: 'To be kept when this is so:',
    dueAlways: 'Always in force: it can be asked for at any time.',
    milestones: 'Milestones',
    milestoneLine: 'Line of the milestones',
    milestone: 'Milestone',
    milestoneDue: 'Due',
    milestoneAmount: 'Amount',
    milestoneDone: 'Done',
    notDone: 'Not done',
    lateDone: 'late',
    progress: 'Progress',
    noProgress: 'The body has not reported progress yet.',
    doneOn: 'Done {date}',
    decisions: 'Outcome and changes',
    outcome: {
      honoured: 'Kept',
      partly: 'Kept in part',
      changed: 'Changed lawfully',
      broken: 'Found broken',
      withdrawn: 'Withdrawn',
    },
    decision: 'Decision',
    decidedBy: '{body}, {number}, {date}',
    ground: 'Ground of the change',
    procedure: 'Procedure followed',
    offered: 'Compensation offered',
    paid: 'Compensation paid',
    unpaid: 'Not paid yet',
    determination: 'Determination',
    complaints: 'Complaints about this commitment',
    complaintsNone: 'No complaint has begun at this commitment.',
    complaintsFew:
      'There are complaints, fewer than {least}: to protect who complained, neither number nor outcome is shown.',
    complaintsHint:
      '“The body says solved” and “the complainant says solved” are two facts; silence is not satisfaction.',
    received: 'Received',
    answered: 'Answered',
    bodySays: 'The body says solved',
    complainantSays: 'The complainant says solved',
    complain: 'This was not kept: complain',
    complainHint:
      'Body, document and content are filled in for you to change. A superior or competent body handles it, never the body complained of.',
    began: 'About this commitment',
    story: '{date}: {body} promised: {title}{number}.\n{text}',
    storyDue: 'It was due on {date} and has not been kept.',
    storyNever: 'It has not been kept.',
    register: 'Register a promise made to my enterprise',
    basis: 'Why this is public',
    goneTitle: 'This commitment was withdrawn',
    goneText: 'Two people agreed that it does not belong on the register.',
    permanent: 'Address of this page',
    asData: 'See it as data',
    ofBody: 'Commitments made and taken over',
    ofBodyNone: 'No commitment is public.',
    ofBodyAll: 'See all {count}',
    ofBodyFigures: '{total} in all: {kept} kept, {overdue} overdue, {broken} found broken.',
    versionFirst: 'Published',
    versionNext: 'Changed: {reason}',
  },
};
