import type { Text } from './locale.ts';

interface Desk {
  title: string;
  heaps: string;
  heap: Record<'todo' | 'owed' | 'ended', string>;
  create: string;
  handovers: string;
  importTitle: string;
  importLead: string;
  importFile: string;
  importHint: string;
  importSend: string;
  importTemplate: string;
  importDone: string;
  importRefused: string;
  importLine: string;
  importColumn: string;
  importWhy: string;
  caption: string;
  what: string;
  who: string;
  when: string;
  state: string;
  deciding: string;
  empty: string;
  emptyText: string;
  chooseKind: string;
  formTitle: string;
  editTitle: string;
  correctTitle: string;
  save: string;
  propose: string;
  back: string;
  edit: string;
  correct: string;
  done: string;
  public: string;
  actions: string;
  nothing: string;
  trail: string;
  evidence: string;
  evidenceFor: string;
  evidenceNone: string;
  evidenceFile: string;
  evidenceHint: string;
  evidenceSend: string;
  open: string;
  openText: string;
  hints: Record<string, string>;
  labels: Record<string, string>;
  action: Record<string, { label: string; text?: string }>;
  events: Record<string, string>;
}

export const commitmentDesk: Text<Desk> = {
  'zh-CN': {
    title: '承诺',
    heaps: '按进度查看',
    heap: { todo: '待办理', owed: '履行中', ended: '已了结' },
    create: '登记承诺',
    handovers: '移交清单',
    importTitle: '导入承诺',
    importLead: '表格一行一项承诺。有一行不对就整份不导入；导入后等另一人审核公开。已公开的，导入只产生更正提议。',
    importFile: '选择表格',
    importHint: 'CSV、Excel（.xlsx）或 JSON Lines，不超过 2 MB。列名和选项可以用中文，履行节点用分号隔开。',
    importSend: '导入',
    importTemplate: '下载空表（CSV）',
    importDone: '共 {rows} 行：新增 {imported}，变更 {changed}，未变 {unchanged}。',
    importRefused: '有 {refused} 行不对，没有导入任何内容。',
    importLine: '第几行',
    importColumn: '列',
    importWhy: '为什么',
    caption: '承诺',
    what: '承诺',
    who: '履行单位',
    when: '到期',
    state: '状态',
    deciding: '有提议待审核',
    empty: '这里还没有承诺',
    emptyText: '登记并经另一人审核后，承诺向社会公开。',
    chooseKind: '登记哪一类承诺？',
    formTitle: '登记：{kind}',
    editTitle: '修改草稿',
    correctTitle: '更正已公开的承诺',
    save: '保存草稿',
    propose: '提交更正，等另一人审核',
    back: '返回',
    edit: '修改草稿',
    correct: '提出更正',
    done: '已保存。',
    public: '看公众页面',
    actions: '可以办理',
    nothing: '目前没有您可以办理的事项。',
    trail: '办理过程',
    evidence: '佐证材料',
    evidenceFor: '为“{what}”添加材料',
    evidenceNone: '还没有材料。',
    evidenceFile: '选择文件',
    evidenceHint: '公众看不到文件本身，只有本单位和上级可以打开。',
    evidenceSend: '上传',
    open: '待审核的提议：{outcome}',
    openText: '须由提出人以外的另一人审核。',
    hints: {
      bodyName: '写单位全称。',
      post: '写岗位，不写人名：人会换，承诺不变。',
      department: '写处室或者科室。',
      beneficiary: '写一类企业或者群众；企业名称只在它同意时写在下一栏。',
      enterprise: '企业书面同意公开名称时才填写。',
      text: '按文件或合同的原意写清楚承诺了什么。',
      dueKind: '分节点的，请在“履行节点”里每行写一个。',
      milestones: '每行一个：2026-12-31 第一笔拨付 50000元',
      source: '这些内容出自哪份文件。',
      amount: '只写数字，单位元。',
      disclosure: '填写已公示的失信或裁判信息页面地址末尾的编号。',
    },
    labels: {
      reason: '理由',
      words: '说明',
      doneOn: '完成日期',
      milestone: '完成了哪个节点',
      department: '新的责任部门',
      post: '新的责任岗位',
      documentNumber: '变更决定文号',
      decidingBody: '作出决定的机关',
      decidedOn: '决定日期',
      ground: '变更事由',
      procedure: '履行了哪些程序',
      compensationOffered: '提出的补偿金额（元）',
      compensationOfferedOn: '提出补偿的日期',
      dueOn: '新的到期日',
      amount: '新的金额（元）',
      text: '变更后的承诺内容',
      disclosure: '认定信息的编号',
      paid: '支付金额（元）',
      voucher: '付款凭证号',
      payment: '哪一笔付款',
      stage: '进入哪个阶段',
      enteredOn: '进入日期',
      document: '依据文件',
      paidOn: '支付日期',
      noMilestone: '不对应节点',
      evidence: '佐证材料',
    },
    action: {
      submit: { label: '提交审核', text: '提交后由另一人审核公开。' },
      return: { label: '退回修改' },
      publish: { label: '审核通过并公开', text: '请对照来源文件核对每一项，公开后即向社会作出。' },
      discard: { label: '放弃这份草稿', text: '草稿没有公开过，放弃后不再出现。' },
      report: { label: '登记进展', text: '进展会公开，请写清做了什么、何时完成。' },
      charge: { label: '变更责任部门或岗位', text: '承诺内容不变，只更换负责的部门或岗位。' },
      pay: { label: '登记付款', text: '付款会公开，先抵最早到期的一笔。金额只写数字。' },
      take_back: { label: '冲正付款', text: '录错的付款不删除，冲正后仍然看得见。' },
      enter_stage: { label: '登记项目进入新阶段', text: '写清由哪个部门、哪个岗位负责，责任可以追溯。' },
      compensate: { label: '登记已付补偿' },
      refuse: { label: '不同意这项提议' },
      confirm: { label: '确认作过这项承诺', text: '确认后转为草稿，由您补齐内容并经另一人审核公开。' },
      dispute: { label: '不认可', text: '说明会告诉企业，不向社会公开。' },
      propose_honoured: { label: '提议认定已兑现', text: '须有佐证材料，并由另一人审核。' },
      propose_partly: { label: '提议认定部分兑现', text: '写清哪些兑现了、哪些没有；须有佐证材料，并由另一人审核。' },
      propose_changed: {
        label: '提议依法变更',
        text: '只有国家利益、公共利益或其他法定事由可以变更，须有决定文号、履行程序，并依法补偿。',
      },
      propose_broken: { label: '提议认定失信', text: '须有关于该单位的、已经公示的失信或裁判信息。' },
      propose_withdrawn: { label: '提议撤下', text: '只用于误录、重复；页面留下撤下说明。' },
      approve_honoured: { label: '同意：已兑现', text: '请先打开佐证材料核对。' },
      approve_partly: { label: '同意：部分兑现', text: '请先打开佐证材料核对。' },
      approve_changed: { label: '同意：依法变更', text: '变更前后的内容都会公开。' },
      approve_broken: { label: '同意：认定失信' },
      approve_corrected: { label: '同意：更正', text: '更正前后的内容都会公开。' },
      approve_withdrawn: { label: '同意：撤下' },
    },
    events: {
      drafted: '起草',
      imported: '导入',
      registered: '企业登记',
      submitted: '提交审核',
      returned: '退回修改',
      published: '公开',
      discarded: '放弃草稿',
      reported: '登记进展',
      evidence_added: '添加佐证材料',
      charged: '变更责任部门或岗位',
      proposed: '提出提议',
      refused: '不同意提议',
      honoured: '认定已兑现',
      partly: '认定部分兑现',
      changed: '依法变更',
      broken: '认定失信',
      corrected: '更正',
      withdrawn: '撤下',
      paid: '登记付款',
      payment_taken_back: '冲正付款',
      stage_entered: '项目进入新阶段',
      compensated: '登记已付补偿',
      confirmed: '确认企业登记的承诺',
      enterprise_read: '查看登记企业及联系方式',
      comments_answered: '公布收到的意见数和答复',
      comments_erased: '保存期满，清除征求到的意见',
      registration_erased: '保存期满，清除登记企业的信息',
      disputed: '不认可企业登记的承诺',
      passed_on: '随机构调整转由承继单位履行',
      handed_over: '列入移交清单并签收',
    },
  },
  en: {
    title: 'Commitments',
    heaps: 'By progress',
    heap: { todo: 'To do', owed: 'Owed', ended: 'Ended' },
    create: 'Enter a commitment',
    handovers: 'Handover lists',
    importTitle: 'Import commitments',
    importLead:
      'One commitment a row. One bad row and nothing is imported; what is imported waits for a second person. Of what is public only a correction is proposed.',
    importFile: 'Choose a table',
    importHint: 'CSV, Excel (.xlsx) or JSON Lines, at most 2 MB. Milestones are separated by semicolons.',
    importSend: 'Import',
    importTemplate: 'An empty table (CSV)',
    importDone: '{rows} rows: {imported} new, {changed} changed, {unchanged} unchanged.',
    importRefused: '{refused} rows are wrong: nothing was imported.',
    importLine: 'Line',
    importColumn: 'Column',
    importWhy: 'Why',
    caption: 'Commitments',
    what: 'Commitment',
    who: 'Owed by',
    when: 'Due',
    state: 'State',
    deciding: 'A proposal waits',
    empty: 'No commitment here yet',
    emptyText: 'Once entered and approved by a second person, a commitment is public.',
    chooseKind: 'What kind of commitment?',
    formTitle: 'Enter: {kind}',
    editTitle: 'Edit the draft',
    correctTitle: 'Correct a public commitment',
    save: 'Save the draft',
    propose: 'Hand in the correction for a second person',
    back: 'Back',
    edit: 'Edit the draft',
    correct: 'Propose a correction',
    done: 'Saved.',
    public: 'See the public page',
    actions: 'What can be done',
    nothing: 'There is nothing for you to do here.',
    trail: 'What was done',
    evidence: 'Evidence',
    evidenceFor: 'Add evidence for “{what}”',
    evidenceNone: 'No evidence yet.',
    evidenceFile: 'Choose a file',
    evidenceHint: 'The public does not see the file: your body and those above it open it.',
    evidenceSend: 'Upload',
    open: 'A proposal waits: {outcome}',
    openText: 'Somebody else than its author must decide.',
    hints: {
      bodyName: 'The full name of the body.',
      post: 'A post, not a name: people change, the promise stays.',
      department: 'Division or section.',
      beneficiary: 'A class of enterprises or people; an enterprise by name only below, where it agreed.',
      enterprise: 'Only where the enterprise agreed in writing to be named.',
      text: 'What was promised, as the document or contract means it.',
      dueKind: 'For milestones write one a line below.',
      milestones: 'One a line: 2026-12-31 first payment 50000元',
      source: 'Which document this comes from.',
      amount: 'Digits only, in yuan.',
      disclosure: 'The id at the end of the address of a published record of dishonesty or judgment.',
    },
    labels: {
      reason: 'Reason',
      words: 'Words',
      doneOn: 'Done on',
      milestone: 'Milestone reached',
      department: 'New responsible department',
      post: 'New responsible post',
      documentNumber: 'Number of the decision',
      decidingBody: 'Deciding body',
      decidedOn: 'Date of the decision',
      ground: 'Ground',
      procedure: 'Procedure followed',
      compensationOffered: 'Compensation offered (CNY)',
      compensationOfferedOn: 'Offered on',
      dueOn: 'New due date',
      amount: 'New amount (CNY)',
      text: 'What holds after the change',
      disclosure: 'Id of the determination',
      paid: 'Amount paid (CNY)',
      voucher: 'Number of the payment order',
      payment: 'Which payment',
      stage: 'Which stage begins',
      enteredOn: 'On which day',
      document: 'By which document',
      paidOn: 'Paid on',
      noMilestone: 'None',
      evidence: 'Evidence',
    },
    action: {
      submit: { label: 'Hand in for review', text: 'A second person then publishes it.' },
      return: { label: 'Send back' },
      publish: {
        label: 'Approve and publish',
        text: 'Check each fact against its source: it is a promise made in public.',
      },
      discard: { label: 'Give this draft up', text: 'It was never public.' },
      report: { label: 'Report progress', text: 'Progress is public: what was done, and when.' },
      charge: { label: 'Change department or post', text: 'The promise stays as it is.' },
      pay: { label: 'Enter a payment', text: 'Payments are public and go to the oldest debt first. Digits only.' },
      take_back: {
        label: 'Take a payment back',
        text: 'A wrong entry is not deleted: it stays in sight as taken back.',
      },
      enter_stage: {
        label: 'Enter a new stage of the project',
        text: 'Say which department and post answers for it: responsibility can then be traced.',
      },
      compensate: { label: 'Record compensation paid' },
      refuse: { label: 'Refuse this proposal' },
      confirm: {
        label: 'Confirm that it was promised',
        text: 'It becomes a draft for you to complete; a second person publishes it.',
      },
      dispute: { label: 'Dispute it', text: 'The enterprise reads your words; the public does not.' },
      propose_honoured: { label: 'Propose: kept', text: 'Needs evidence, and a second person.' },
      propose_partly: {
        label: 'Propose: kept in part',
        text: 'Say which part is not; needs evidence, and a second person.',
      },
      propose_changed: {
        label: 'Propose a lawful change',
        text: 'Only for national or public interest or another statutory ground, by a numbered decision, with procedure and compensation.',
      },
      propose_broken: {
        label: 'Propose: broken',
        text: 'Rests on a published record of dishonesty or judgment about the body.',
      },
      propose_withdrawn: {
        label: 'Propose to withdraw',
        text: 'For mistakes and duplicates alone; a note stays on the page.',
      },
      approve_honoured: { label: 'Agree: kept', text: 'Open the evidence first.' },
      approve_partly: { label: 'Agree: kept in part', text: 'Open the evidence first.' },
      approve_changed: { label: 'Agree: lawful change', text: 'What was before stays public too.' },
      approve_broken: { label: 'Agree: broken' },
      approve_corrected: { label: 'Agree: correction', text: 'What was before stays public too.' },
      approve_withdrawn: { label: 'Agree: withdraw' },
    },
    events: {
      drafted: 'Drafted',
      imported: 'Imported',
      registered: 'Registered by an enterprise',
      submitted: 'Handed in',
      returned: 'Sent back',
      published: 'Published',
      discarded: 'Given up',
      reported: 'Progress reported',
      evidence_added: 'Evidence added',
      charged: 'Department or post changed',
      proposed: 'Proposed',
      refused: 'Proposal refused',
      honoured: 'Found kept',
      partly: 'Found kept in part',
      changed: 'Changed lawfully',
      broken: 'Found broken',
      corrected: 'Corrected',
      withdrawn: 'Withdrawn',
      paid: 'Payment entered',
      payment_taken_back: 'Payment taken back',
      stage_entered: 'Stage of the project begun',
      compensated: 'Compensation paid',
      enterprise_read: 'Enterprise and contact read',
      comments_answered: 'Count of comments and answer published',
      comments_erased: 'Comments erased at the end of their time',
      registration_erased: 'Enterprise erased at the end of its time',
      confirmed: 'Registered promise confirmed',
      disputed: 'Registered promise disputed',
      passed_on: 'Passed on with the body',
      handed_over: 'Signed off on a handover list',
    },
  },
};

interface Handovers {
  title: string;
  lead: string;
  back: string;
  caption: string;
  body: string;
  incoming: string;
  reason: string;
  reasons: Record<string, string>;
  made: string;
  signed: string;
  unsigned: string;
  none: string;
  make: string;
  makeText: string;
  bodyHint: string;
  incomingHint: string;
  outgoingPost: string;
  incomingPost: string;
  send: string;
  documentTitle: string;
  from: string;
  to: string;
  lines: string;
  kinds: Record<string, string>;
  line: string;
  amount: string;
  due: string;
  state: string;
  answer: string;
  answers: Record<string, string>;
  overdue: string;
  noLines: string;
  confirm: string;
  contest: string;
  contestReason: string;
  sign: string;
  signText: string;
  still: string;
  withheld: string;
  hash: string;
  file: string;
  outgoingSign: string;
  incomingSign: string;
}

export const handoverText: Text<Handovers> = {
  'zh-CN': {
    title: '移交清单',
    lead: '机构调整或者换届换人时，把没有兑现的承诺、欠账和在办事项一次列清，由接收方逐项签收。',
    back: '移交清单',
    caption: '移交清单',
    body: '移交单位',
    incoming: '接收单位',
    reason: '移交事由',
    reasons: { reorganisation: '机构调整', officials_changed: '人员更替' },
    made: '生成时间',
    signed: '已签收',
    unsigned: '待签收',
    none: '还没有移交清单。',
    make: '生成移交清单',
    makeText: '清单按生成时的数据固定下来，以后不再改变。',
    bodyHint: '写单位全称。',
    incomingHint: '人员更替的不用填；机构调整的，不填就由承继单位接收。',
    outgoingPost: '移出岗位',
    incomingPost: '接收岗位',
    send: '生成清单',
    documentTitle: '{body}移交清单',
    from: '移交：{body}（{post}）',
    to: '接收：{body}（{post}）',
    lines: '移交事项',
    kinds: { commitment: '承诺', debt: '欠账、旧账', settlement: '未履行完的和解协议', case: '在办诉求' },
    line: '事项',
    amount: '金额',
    due: '到期',
    state: '状态',
    answer: '接收意见',
    answers: { open: '待答复', confirmed: '确认接收', contested: '有异议' },
    overdue: '超期',
    noLines: '生成时没有未了结的事项。',
    confirm: '确认接收',
    contest: '提出异议',
    contestReason: '异议理由',
    sign: '签收整份清单',
    signText: '每一项都确认或者提出异议后才能签收。有异议的事项仍由接收单位负责，异议留痕。',
    still: '还有 {count} 项没有答复。',
    withheld: '由上级办理、尚未告知本单位的诉求不列入，以保护反映人。',
    hash: '清单校验值（SHA-256）',
    file: '下载清单原件（JSON）',
    outgoingSign: '移交人（岗位、签字、日期）',
    incomingSign: '接收人（岗位、签字、日期）',
  },
  en: {
    title: 'Handover lists',
    lead: 'When bodies are reorganised or officials change: open commitments, debts and cases, listed once and signed off line by line.',
    back: 'Handover lists',
    caption: 'Handover lists',
    body: 'From',
    incoming: 'To',
    reason: 'Why',
    reasons: { reorganisation: 'Reorganisation', officials_changed: 'Officials changed' },
    made: 'Made',
    signed: 'Signed off',
    unsigned: 'Waits to be signed',
    none: 'There is no handover list yet.',
    make: 'Make a handover list',
    makeText: 'The list is kept as it is when it is made.',
    bodyHint: 'The full name of the body.',
    incomingHint: 'Leave it empty where officials change; after a reorganisation the successor takes over.',
    outgoingPost: 'Outgoing post',
    incomingPost: 'Incoming post',
    send: 'Make the list',
    documentTitle: 'Handover list: {body}',
    from: 'From: {body} ({post})',
    to: 'To: {body} ({post})',
    lines: 'What is handed over',
    kinds: { commitment: 'Commitment', debt: 'Debt', settlement: 'Settlement not performed', case: 'Open case' },
    line: 'Item',
    amount: 'Amount',
    due: 'Due',
    state: 'State',
    answer: 'Incoming side',
    answers: { open: 'Not answered', confirmed: 'Confirmed', contested: 'Contested' },
    overdue: 'overdue',
    noLines: 'Nothing was open when the list was made.',
    confirm: 'Confirm',
    contest: 'Contest',
    contestReason: 'Reason',
    sign: 'Sign the whole list off',
    signText:
      'Each line must be confirmed or contested first. What is contested is owed all the same; the objection stays on record.',
    still: '{count} lines are not answered.',
    withheld:
      'Complaints that a superior handles and this body was not told of are left out, to protect who complained.',
    hash: 'SHA-256 of the list',
    file: 'Download the list as kept (JSON)',
    outgoingSign: 'Handed over by (post, signature, date)',
    incomingSign: 'Taken over by (post, signature, date)',
  },
};
