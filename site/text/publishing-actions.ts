import type { Text } from './locale.ts';

interface Word {
  label: string;
  text: string;
}
/** What officials do with a record: the button and one sentence of what comes of it. */
export const publishingActions: Text<{
  actions: Record<string, Word>;
  fields: Record<string, string>;
  requests: string;
  requestsNone: string;
  proved: string;
  said: string;
  filed: string;
  due: string;
  overdue: string;
  reasons: string;
  evidence: string;
  performedOn: string;
  confirmed: string;
  outcome: string;
  erased: string;
  contact: string;
  contactText: string;
  contactWhy: string;
  contactOpen: string;
  contactShown: string;
  files: string;
  fileOf: string;
  fileScan: Record<string, string>;
  fileMore: string;
  fileBack: string;
  fileOriginal: string;
  rectification: string;
  exemption: string;
  exemptionText: string;
  subjectView: string;
  waiting: string;
  waitingNone: string;
  waitingCaption: string;
  sources: string;
  sourcesCaption: string;
  collectedBy: string;
  verifiedBy: string;
  nobody: string;
  fromCase: string;
  fromCaseLead: string;
  caseNumber: string;
  measures: string;
  measureStates: Record<string, string>;
  governance: string;
  governanceLead: string;
  governanceOpen: string;
  governanceMonth: string;
  governanceRefresh: string;
  governanceRefreshed: string;
  governanceCsv: string;
  governanceNone: string;
  governanceCaption: string;
  responsible: string;
  state: string;
  feedback: string;
  progress: Record<string, string>;
  progressLabel: string;
  feedbackWords: string;
  feedbackSend: string;
  stillOpen: string;
  duties: string;
  documents: string;
  documentFile: string;
  documentHint: string;
  documentSend: string;
  measureTitle: string;
  measureLead: string;
  measureAdd: string;
  measureRetire: string;
  measureIdHint: string;
  measureFields: Record<'id' | 'name' | 'nameEn' | 'basis' | 'basisEn', string>;
}> = {
  'zh-CN': {
    actions: {
      submit: { label: '提交审核', text: '提交后由另一人审核，您不能审核自己录入的信息。' },
      approve: { label: '审核通过并公示', text: '请核对每一项与来源是否一致。通过后立即公开。' },
      approve_correction: { label: '同意更正', text: '同意后立即公开更正后的内容，原来的内容留在版本记录里。' },
      reject_correction: { label: '不同意更正', text: '公开的内容不变。' },
      return: { label: '退回修改', text: '退回给录入人，理由留在办理记录里。' },
      propose_exemption: { label: '提出容错免责', text: '须有专门的容错决定。另一人同意后不予公示。' },
      exempt: { label: '同意容错免责', text: '同意后不再公示，网址只显示类别和日期。' },
      refuse_exemption: { label: '不同意容错', text: '信息照常办理。' },
      order_rectification: { label: '要求限期整改', text: '单位须书面说明情况，并在期限内改正。要求和期限会公开。' },
      explain: { label: '书面说明情况', text: '整改核实后公开，请不要写自然人的信息。' },
      report_done: { label: '报告整改完成', text: '由公示单位核实，核实后公开。' },
      verify_rectification: { label: '核实整改', text: '请看过凭证再核实。核实后单位的说明公开。' },
      reject_rectification: { label: '整改未通过', text: '退回给单位继续整改。' },
      confirm_repair: { label: '确认已经履行', text: '由认定单位确认做了什么、哪一天做完。' },
      repair: { label: '准予修复', text: '公示立即结束，网址不再显示单位名称，历史只供工作人员查阅。' },
      refuse_repair: { label: '不予修复', text: '继续公示，单位可以再次申请。理由会公开。' },
      impose_measure: { label: '采取惩戒措施', text: '从清单里选择，依据和日期会公开。' },
      mitigate_measure: { label: '措施从轻', text: '单位主动挽回损失的，可以从轻。理由会公开。' },
      lift_measure: { label: '解除措施', text: '理由会公开。' },
      withdraw: { label: '撤下', text: '撤下后立即停止公示，网址只显示类别、日期和原因。' },
      mark_objection: { label: '标注异议', text: '标题旁标注“异议处理中”，开始复核。' },
      take_repair: { label: '受理申请', text: '转给认定单位确认。' },
      dismiss_request: {
        label: '不予受理',
        text: '没有理由，或者提出的人没有利害关系。不在页面上公开，提出人凭查询码看到理由。',
      },
      uphold: { label: '维持原信息', text: '去掉异议标注，决定和理由公开。' },
      decide_corrected: { label: '已经更正', text: '请先提出更正并由另一人审核通过，再作这个决定。' },
      decide_withdrawn: { label: '异议成立，撤下', text: '这条信息立即停止公示。' },
    },
    fields: {
      reason: '理由（不公开）',
      reasonClass: '原因',
      required: '要改正什么（公开）',
      dueOn: '整改期限',
      explanation: '书面说明',
      done: '做了什么',
      doneOn: '完成日期',
      performed: '确认做了什么',
      performedOn: '完成日期',
      publicWords: '决定的理由（公开）',
      documentNumber: '决定文号',
      decidingBody: '作出决定的单位',
      decidedOn: '决定日期',
      clause: '依据条款',
      why: '为什么查看',
      measure: '措施',
      imposedOn: '采取日期',
    },
    requests: '异议和修复',
    requestsNone: '没有异议，也没有修复申请。',
    proved: '单位工作人员登录后提出',
    said: '自述',
    filed: '{date} 提出',
    due: '应于 {due} 前处理',
    overdue: '已超过 {due}',
    reasons: '理由',
    evidence: '依据',
    performedOn: '履行日期',
    confirmed: '认定单位确认',
    outcome: '决定',
    erased: '内容已经删除。',
    contact: '查看联系方式',
    contactText: '只在需要核实时查看，理由会记入日志。',
    contactWhy: '为什么查看',
    contactOpen: '查看',
    contactShown: '提出人',
    files: '材料',
    fileOf: '第 {n} 个文件',
    fileScan: { unscanned: '未经扫描', clean: '已查毒', infected: '有病毒，不能打开' },
    fileMore: '扫描结果和原件',
    fileBack: '回到这条信息',
    fileOriginal: '原件可能带有拍摄地点、时间和设备等信息。查看要写明理由，理由会记入日志。',
    rectification: '整改',
    exemption: '待决定的容错免责',
    exemptionText: '{body} {date} {number}，依据{clause}',
    subjectView: '这是公开的内容。您代表的单位可以在右侧办理自己的事项。',
    waiting: '待处理的异议和修复',
    waitingNone: '没有待处理的异议和修复。',
    waitingCaption: '待处理的异议和修复，先到的在前',
    sources: '逐项来源',
    sourcesCaption: '每一项的来源、录入人、核对人',
    collectedBy: '录入',
    verifiedBy: '核对',
    nobody: '未核对',
    fromCase: '由诉求的认定形成失信记录',
    fromCaseLead:
      '认定须已批准，认定书已作为附件存入诉求。文号、认定单位、日期和单位从认定中取得，反映人的内容不会带入。公示前仍须另一人审核。',
    caseNumber: '诉求编号',
    measures: '惩戒措施',
    measureStates: { imposed: '已采取', mitigated: '已从轻', lifted: '已解除' },
    governance: '失信治理名单',
    governanceLead:
      '每月 1 日列入全部正在公示的未履行裁判和失信记录，分发给责任单位。信息履行、修复、更正或者撤下以后，这里随即更新。',
    governanceOpen: '共 {count} 件，其中 {open} 件还没有了结。',
    governanceMonth: '月份',
    governanceRefresh: '更新本月名单',
    governanceRefreshed: '已更新，新列入 {count} 件。',
    governanceCsv: '下载表格（CSV）',
    governanceNone: '这个月没有列入的事项。',
    governanceCaption: '失信治理名单',
    responsible: '责任单位',
    state: '现状',
    feedback: '反馈',
    progress: { planned: '已有计划', performing: '正在履行', done: '已经履行', contested: '有争议' },
    progressLabel: '进展',
    feedbackWords: '做了什么，下一步怎么做',
    feedbackSend: '反馈',
    stillOpen: '未了结',
    duties: '您的单位要办的事',
    documents: '依据文件',
    documentFile: '选择文件',
    documentHint: '判决书、认定书等原件，最大 20 MB，加密存档。公众只看到它的 SHA-256，可以据此核对。',
    documentSend: '存入',
    measureTitle: '惩戒措施清单',
    measureLead: '采取措施时从这里选择。新增的按本地规定标注，停用后已经采取的仍然保留。',
    measureAdd: '新增或者修改措施',
    measureRetire: '停用',
    measureIdHint: '小写英文字母、数字和下划线，写已有的代码就是修改它。',
    measureFields: { id: '代码', name: '名称', nameEn: '英文名称', basis: '依据', basisEn: '依据（英文）' },
  },
  en: {
    actions: {
      submit: { label: 'Hand in for review', text: 'Somebody else reviews it: you cannot approve what you wrote.' },
      approve: {
        label: 'Approve and publish',
        text: 'Please compare every fact with its source. It is public at once.',
      },
      approve_correction: {
        label: 'Agree to the correction',
        text: 'The new content is public at once; the old one stays among the versions.',
      },
      reject_correction: { label: 'Reject the correction', text: 'What is public does not change.' },
      return: { label: 'Send back', text: 'It goes back to its author; the reason stays with the record.' },
      propose_exemption: {
        label: 'Propose to tolerate the error',
        text: 'There must be a decision of its own. Once another person agrees it is not public.',
      },
      exempt: { label: 'Tolerate the error', text: 'It is no longer public; the address shows kind and dates only.' },
      refuse_exemption: { label: 'Do not tolerate it', text: 'The record goes on as it was.' },
      order_rectification: {
        label: 'Order to put it right',
        text: 'The body explains in writing and puts it right by a date. Order and date are public.',
      },
      explain: { label: 'Explain in writing', text: 'Public once verified: no personal data, please.' },
      report_done: { label: 'Report it as done', text: 'The publisher verifies it; then it is public.' },
      verify_rectification: {
        label: 'Verify',
        text: 'Please look at the proof first. The words of the body are public afterwards.',
      },
      reject_rectification: { label: 'Not done yet', text: 'It goes back to the body.' },
      confirm_repair: { label: 'Confirm performance', text: 'The determining body confirms what was done and when.' },
      repair: {
        label: 'Repair',
        text: 'Publication ends at once; the address no longer names the body, the history is for officials only.',
      },
      refuse_repair: {
        label: 'Refuse repair',
        text: 'Publication goes on; the body may ask again. The reasons are public.',
      },
      impose_measure: { label: 'Take a measure', text: 'From the list; what it rests on and its date are public.' },
      mitigate_measure: {
        label: 'Mitigate a measure',
        text: 'A body that mends the harm of its own accord is treated more mildly. The reason is public.',
      },
      lift_measure: { label: 'Lift a measure', text: 'The reason is public.' },
      withdraw: {
        label: 'Withdraw',
        text: 'Publication ends at once; the address then shows only kind, dates and reason.',
      },
      mark_objection: {
        label: 'Mark the objection',
        text: 'The record is marked “under objection” beside its title, and reviewed.',
      },
      take_repair: { label: 'Take it up', text: 'The determining body is asked to confirm it.' },
      dismiss_request: {
        label: 'Do not take it up',
        text: 'No reason was given, or nobody with an interest gave it. Not shown on the page; the filer reads why by the code.',
      },
      uphold: { label: 'The record stands', text: 'The mark goes; the decision and its reasons are public.' },
      decide_corrected: {
        label: 'It was corrected',
        text: 'First propose the correction and have it approved by another person.',
      },
      decide_withdrawn: { label: 'The objection is right: withdraw', text: 'Publication ends at once.' },
    },
    fields: {
      reason: 'Reason (not public)',
      reasonClass: 'Reason',
      required: 'What must be put right (public)',
      dueOn: 'By when',
      explanation: 'Explanation',
      done: 'What was done',
      doneOn: 'Done on',
      performed: 'What is confirmed as done',
      performedOn: 'Done on',
      publicWords: 'Reasons of the decision (public)',
      documentNumber: 'Number of the decision',
      decidingBody: 'Deciding body',
      decidedOn: 'Date of the decision',
      clause: 'Clause it rests on',
      why: 'Why you read it',
      measure: 'Measure',
      imposedOn: 'Since',
    },
    requests: 'Objections and repair',
    requestsNone: 'There is no objection and no request for repair.',
    proved: 'by an official of the body, signed in',
    said: 'as they say',
    filed: 'filed {date}',
    due: 'to be dealt with by {due}',
    overdue: 'late since {due}',
    reasons: 'Reasons',
    evidence: 'Grounds',
    performedOn: 'Performed on',
    confirmed: 'Confirmed by the determining body',
    outcome: 'Decision',
    erased: 'The words were erased.',
    contact: 'Read the contact',
    contactText: 'Only where you have to ask. The reason is written down.',
    contactWhy: 'Why you read it',
    contactOpen: 'Read',
    contactShown: 'Filed by',
    files: 'Files',
    fileOf: 'File {n}',
    fileScan: { unscanned: 'not scanned', clean: 'scanned', infected: 'virus found: cannot be opened' },
    fileMore: 'Scan and original',
    fileBack: 'Back to the record',
    fileOriginal: 'It may tell place, time and camera. Give a reason; it is written down in the log.',
    rectification: 'Putting right',
    exemption: 'Tolerating the error: to be decided',
    exemptionText: '{body}, {date}, {number}, under {clause}',
    subjectView: 'This is what is public. At the side is what your body can do.',
    waiting: 'Objections and repairs that wait',
    waitingNone: 'No objection and no repair waits.',
    waitingCaption: 'Objections and repairs that wait, oldest first',
    sources: 'Sources, fact by fact',
    sourcesCaption: 'Document, who entered it and who checked it, fact by fact',
    collectedBy: 'Entered',
    verifiedBy: 'Checked',
    nobody: 'not checked',
    fromCase: 'From the determination of a case',
    fromCaseLead:
      'The determination must be approved and its document attached to the case. Number, deciding body, date and body come from it, nothing of the complainant does. Another person still approves the record.',
    caseNumber: 'Number of the case',
    measures: 'Measures',
    measureStates: { imposed: 'taken', mitigated: 'mitigated', lifted: 'lifted' },
    governance: 'List of what is open',
    governanceLead:
      'On the first of each month every public unperformed judgment and dishonesty record is put on it and sent to the body that answers for it. What is performed, repaired, corrected or withdrawn changes here at once.',
    governanceOpen: '{count} entries, {open} of them open.',
    governanceMonth: 'Month',
    governanceRefresh: 'Bring this month up to date',
    governanceRefreshed: 'Up to date: {count} new entries.',
    governanceCsv: 'Download as a table (CSV)',
    governanceNone: 'Nothing is on the list of this month.',
    governanceCaption: 'List of what is open',
    responsible: 'Responsible body',
    state: 'Now',
    feedback: 'Word of the body',
    progress: { planned: 'planned', performing: 'being performed', done: 'performed', contested: 'contested' },
    progressLabel: 'Progress',
    feedbackWords: 'What was done, and what comes next',
    feedbackSend: 'Send',
    stillOpen: 'open',
    duties: 'What your body has to do',
    documents: 'Documents that it rests on',
    documentFile: 'Choose a file',
    documentHint:
      'The judgment or decision itself, 20 MB at most, kept encrypted. The public sees its SHA-256 only and can compare.',
    documentSend: 'Deposit',
    measureTitle: 'List of measures',
    measureLead:
      'Measures are chosen from here. New ones are marked as local rules; those already taken stay when one is retired.',
    measureAdd: 'Add or change a measure',
    measureRetire: 'Retire',
    measureIdHint: 'Small letters, digits and underscores; a code that is there already is changed.',
    measureFields: { id: 'Code', name: 'Name', nameEn: 'Name in English', basis: 'Basis', basisEn: 'Basis in English' },
  },
};
