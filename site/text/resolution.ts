import type { Text } from './locale.ts';

/** How a dispute stands: sections of the case page and of the tracking page, and the page of supervision. */
export const resolutionText: Text<{
  orders: string;
  orderBy: string;
  orderDue: string;
  orderReadings: Record<string, string>;
  orderHidden: string;
  orderShown: string;
  entries: Record<string, string>;
  notices: string;
  noticeBy: string;
  noticeCases: string;
  settlement: string;
  agreementFiles: string;
  determinationFiles: string;
  settlementReadings: Record<string, string>;
  /** Where it is said to the complainant in other words. */
  ownReadings: Record<string, string>;
  late: string;
  parties: string;
  terms: string;
  signedOn: string;
  total: string;
  instalments: string;
  instalment: string;
  amount: string;
  dueOn: string;
  bodySaid: string;
  youSaid: string;
  complainantSaid: string;
  paidOn: string;
  received: string;
  denied: string;
  nothingSaid: string;
  instalmentReadings: Record<string, string>;
  mediation: string;
  mediationHint: string;
  court: string;
  courtNumber: string;
  debt: string;
  debtOwn: string;
  fact: string;
  reason: string;
  changedOn: string;
  noExcuse: string;
  successor: string;
  successorAnswer: string;
  newest: string;
  older: string;
  determination: string;
  determinationWaiting: string;
  determinationReturned: string;
  documentNumber: string;
  determinedOn: string;
  finding: string;
  proposedBy: string;
  approvedBy: string;
  remark: string;
  deeds: string;
  words: string;
  bodyWord: string;
  complainantWord: string;
  yourWord: string;
  silence: string;
  verdicts: Record<string, string>;
  instances: Record<string, string>;
  agreeTitle: string;
  agreeLead: string;
  agreeLegend: string;
  agreeOptions: Record<string, string>;
  agreeText: string;
  agreeSend: string;
  confirmTitle: string;
  confirmLead: string;
  confirmYes: string;
  confirmNo: string;
  thenLegend: string;
  thenHint: string;
  thenNothing: string;
  thenReopen: string;
  thenReview: Record<string, string>;
  thenReviewHint: string;
  reviewTitle: Record<string, string>;
  reviewLead: string;
  reviewNobody: string;
  reviewOver: string;
  reviewFinal: string;
  reviewText: string;
  reviewSend: Record<string, string>;
  done: Record<string, string>;
  supervision: string;
  supervisionLead: string;
  pressing: string;
  pressingNone: string;
  pressingMore: string;
  requests: string;
  requestsNone: string;
  requestSteps: Record<string, string>;
  portalItself: string;
  runningOrders: string;
  ordersNone: string;
  noticesNone: string;
  columns: Record<string, string>;
  pressed: string;
}> = {
  'zh-CN': {
    orders: '督办',
    orderBy: '{body} · {date} 下达',
    orderDue: '应在 {date} 前报告',
    orderReadings: { awaited: '等待报告', late: '报告超期', reported: '已报告', closed: '已结束' },
    orderHidden: '反映人只看到有督办和日期。',
    orderShown: '反映人可以看到督办的话。',
    entries: { ordered: '督办要求', pressed: '催办', reported: '报告', closed: '结束' },
    notices: '通报',
    noticeBy: '{body} · {date}',
    noticeCases: '涉及 {n} 件诉求',
    settlement: '和解协议',
    agreementFiles: '协议文本',
    determinationFiles: '认定文书',
    settlementReadings: {
      proposed: '等反映人答复',
      declined: '反映人没有同意',
      replaced: '已由新的协议代替',
      running: '履行中',
      said_kept: '单位说已经履行完，反映人还没有全部确认',
      kept: '已经履行',
      broken: '没有按约定履行',
    },
    ownReadings: {
      proposed: '等您答复',
      declined: '您没有同意',
      said_kept: '单位说已经履行完，您还没有全部确认',
    },
    late: '其中 {n} 期付得晚了',
    parties: '各方',
    terms: '内容',
    signedOn: '签订日期',
    total: '合计',
    instalments: '分期付款',
    instalment: '期',
    amount: '金额',
    dueOn: '约定日期',
    bodySaid: '单位说',
    youSaid: '您说',
    complainantSaid: '反映人说',
    paidOn: '{date} 已付',
    received: '收到了',
    denied: '没有收到',
    nothingSaid: '还没有说',
    instalmentReadings: {
      due: '未到期',
      overdue: '超期未付',
      said_paid: '等待确认',
      received: '已收到',
      denied: '有争议',
    },
    mediation: '调解记录',
    mediationHint: '内部记录，反映人看不到。',
    court: '诉讼情况',
    courtNumber: '案号',
    debt: '旧账查清情况',
    debtOwn: '旧账查清了什么',
    fact: '欠款或承诺的事实',
    reason: '单位给出的理由',
    changedOn: '变化日期',
    noExcuse: '换了负责人、机构合并或改革，都不是不兑现的理由（优化营商环境条例第三十一条）。',
    successor: '现在承接的单位',
    successorAnswer: '承接单位的答复',
    newest: '{date} 填写',
    older: '以前填写的',
    determination: '认定',
    determinationWaiting: '等待另一人审批，反映人还看不到。',
    determinationReturned: '已退回修改',
    documentNumber: '文号',
    determinedOn: '认定日期',
    finding: '结论',
    proposedBy: '提出人',
    approvedBy: '审批人',
    remark: '审批意见',
    deeds: '做了什么',
    words: '解决了吗',
    bodyWord: '单位说',
    complainantWord: '反映人说',
    yourWord: '您说',
    silence: '未评价',
    verdicts: { solved: '解决了', partly: '部分解决', not_solved: '没有解决' },
    instances: { first: '首次办理', review: '复查', recheck: '复核' },
    agreeTitle: '有一份和解协议等您答复',
    agreeLead: '您同意以后，协议才算数。不同意也没有关系，事情照样办。',
    agreeLegend: '您同意这份协议吗？',
    agreeOptions: { agreed: '同意', declined: '不同意' },
    agreeText: '想说的话',
    agreeSend: '提交答复',
    confirmTitle: '这期款收到了吗？',
    confirmLead: '单位说 {date} 付了 {amount}。两边的话都会记下来。',
    confirmYes: '收到了',
    confirmNo: '没有收到',
    thenLegend: '如果没有解决，您希望',
    thenHint: '选“重新办理”或者复查、复核，要写明还差什么。',
    thenNothing: '只作评价',
    thenReopen: '请原单位重新办理（只能一次）',
    thenReview: { review: '请上级复查', recheck: '请上级复核' },
    thenReviewHint: '由{body}办理，{date} 前可以申请。',
    reviewTitle: { review: '申请复查', recheck: '申请复核' },
    reviewLead: '不满意答复，可以请{body}再看一次。{date} 前可以申请。',
    reviewNobody: '上面没有可以复查的单位了。可以向国务院“互联网+督查”平台反映，也可以依法申请行政复议或者起诉。',
    reviewOver: '申请的期限到 {date} 为止，已经过了。',
    reviewFinal: '这是复核的结果，是这里的最后一步。不服的，可以依法起诉。',
    reviewText: '为什么不满意',
    reviewSend: { review: '申请复查', recheck: '申请复核' },
    done: {
      agree: '您的答复已经记下。',
      confirm: '您说的已经记下。',
      review: '申请已经收到，由上级单位办理。',
    },
    supervision: '督办',
    supervisionLead: '下级单位超期和快到期的诉求、正在督办的事，都在这里。督办、催办和通报在诉求的页面上办。',
    pressing: '超期和快到期的诉求',
    pressingNone: '没有超期或者快到期的诉求。',
    pressingMore: '只列出最急的 {n} 件。',
    requests: '异议和信用修复：谁超期了',
    requestsNone: '没有超期或者快到期的异议和信用修复。',
    requestSteps: { mark: '查看并标注', decide: '作出决定' },
    portalItself: '本平台直接公示',
    runningOrders: '督办',
    ordersNone: '没有督办。',
    noticesNone: '没有通报。',
    columns: {
      left: '时限',
      number: '编号',
      kind: '类型',
      handler: '承办单位',
      respondent: '被反映单位',
      order: '督办',
      due: '应报告日期',
      by: '下达单位',
      state: '状态',
      decider: '应由谁办',
      step: '该办什么',
      record: '公示信息',
    },
    pressed: '催办 {n} 次',
  },
  en: {
    orders: 'Orders of the superior',
    orderBy: '{body} · issued on {date}',
    orderDue: 'Report due by {date}',
    orderReadings: { awaited: 'Report awaited', late: 'Report overdue', reported: 'Reported', closed: 'Closed' },
    orderHidden: 'The complainant sees only that there is an order, and its date.',
    orderShown: 'The complainant may read the words of the order.',
    entries: { ordered: 'Order', pressed: 'Pressed', reported: 'Report', closed: 'Closed' },
    notices: 'Notices of criticism',
    noticeBy: '{body} · {date}',
    noticeCases: 'Cases concerned: {n}',
    settlement: 'Settlement',
    agreementFiles: 'The agreement',
    determinationFiles: 'The deciding document',
    settlementReadings: {
      proposed: 'Waits for the complainant',
      declined: 'The complainant declined',
      replaced: 'Replaced by a later one',
      running: 'Being performed',
      said_kept: 'The body says it is performed; the complainant has not confirmed all of it',
      kept: 'Kept',
      broken: 'Broken',
    },
    ownReadings: {
      proposed: 'Waits for your answer',
      declined: 'You declined',
      said_kept: 'The body says it is performed; you have not confirmed all of it',
    },
    late: 'Instalments that came late: {n}',
    parties: 'Parties',
    terms: 'Terms',
    signedOn: 'Signed on',
    total: 'In all',
    instalments: 'Instalments',
    instalment: 'No.',
    amount: 'Amount',
    dueOn: 'Due on',
    bodySaid: 'The body says',
    youSaid: 'You say',
    complainantSaid: 'The complainant says',
    paidOn: 'paid on {date}',
    received: 'it came',
    denied: 'it did not come',
    nothingSaid: 'nothing yet',
    instalmentReadings: {
      due: 'Not yet due',
      overdue: 'Overdue',
      said_paid: 'To be confirmed',
      received: 'Received',
      denied: 'Disputed',
    },
    mediation: 'Mediation',
    mediationHint: 'Internal: the complainant does not see it.',
    court: 'In court',
    courtNumber: 'Case number',
    debt: 'The old debt',
    debtOwn: 'What was found of the old debt',
    fact: 'Fact of the debt or promise',
    reason: 'Reason that the body gives',
    changedOn: 'Date of the change',
    noExcuse:
      'A change of officials, a merger or a reorganisation is no excuse (Regulation on Optimising the Business Environment, art. 31).',
    successor: 'Body that took over',
    successorAnswer: 'Its answer',
    newest: 'written on {date}',
    older: 'Written before',
    determination: 'Determination',
    determinationWaiting: 'Waits for another person; the complainant does not see it yet.',
    determinationReturned: 'Sent back',
    documentNumber: 'Document number',
    determinedOn: 'Date',
    finding: 'Finding',
    proposedBy: 'Proposed by',
    approvedBy: 'Decided by',
    remark: 'Remark',
    deeds: 'What was done',
    words: 'Is it solved?',
    bodyWord: 'The body says',
    complainantWord: 'The complainant says',
    yourWord: 'You say',
    silence: 'nothing said',
    verdicts: { solved: 'solved', partly: 'partly solved', not_solved: 'not solved' },
    instances: { first: 'First instance', review: 'Review', recheck: 'Recheck' },
    agreeTitle: 'A settlement waits for your answer',
    agreeLead: 'It stands only once you agree. If you decline, your case goes on all the same.',
    agreeLegend: 'Do you agree to it?',
    agreeOptions: { agreed: 'I agree', declined: 'I do not agree' },
    agreeText: 'What you want to say',
    agreeSend: 'Send the answer',
    confirmTitle: 'Did this instalment come?',
    confirmLead: 'The body says that it paid {amount} on {date}. Both words are kept.',
    confirmYes: 'It came',
    confirmNo: 'It did not come',
    thenLegend: 'If it is not solved, you wish',
    thenHint: 'To have it dealt with again or reviewed, say what is missing.',
    thenNothing: 'Only to say so',
    thenReopen: 'The same body deals with it again (once)',
    thenReview: { review: 'Review by the superior body', recheck: 'Recheck by the superior body' },
    thenReviewHint: '{body} looks at it; you can ask until {date}.',
    reviewTitle: { review: 'Ask for review', recheck: 'Ask for recheck' },
    reviewLead: 'If the answer does not do, {body} can look at it again. You can ask until {date}.',
    reviewNobody:
      'No body stands above this one. The State Council’s Internet + Supervision platform, administrative review and the courts stay open.',
    reviewOver: 'It could be asked for until {date}.',
    reviewFinal: 'This is the result of the recheck, the last step here. The courts stay open.',
    reviewText: 'Why the answer does not do',
    reviewSend: { review: 'Ask for review', recheck: 'Ask for recheck' },
    done: {
      agree: 'Your answer is recorded.',
      confirm: 'What you said is recorded.',
      review: 'Your request has arrived; a superior body has the case.',
    },
    supervision: 'Supervision',
    supervisionLead:
      'Cases of subordinate bodies that are overdue or due soon, and the orders that run. Orders and notices are given on the page of the case.',
    pressing: 'Overdue and due soon',
    pressingNone: 'Nothing is overdue or due soon.',
    pressingMore: 'Only the {n} most pressing are listed.',
    requests: 'Objections and repairs: who is late',
    requestsNone: 'No objection or repair is overdue or due soon.',
    requestSteps: { mark: 'to be looked at and marked', decide: 'to be decided' },
    portalItself: 'published by the portal itself',
    runningOrders: 'Orders',
    ordersNone: 'No orders.',
    noticesNone: 'No notices.',
    columns: {
      left: 'Time',
      number: 'Number',
      kind: 'Kind',
      handler: 'Handling body',
      respondent: 'Respondent',
      order: 'Order',
      due: 'Report due',
      by: 'Issued by',
      state: 'State',
      decider: 'Whose it is',
      step: 'What is to be done',
      record: 'Record',
    },
    pressed: 'pressed {n} times',
  },
};
