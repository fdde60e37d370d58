import type { Text } from './locale.ts';

/** Cases from hotlines and petition offices: the page of entry, the file, its description. */
export const intakeText: Text<{
  title: string;
  lead: string;
  forbidden: string;
  channel: string;
  channels: Record<string, string>;
  fields: Record<string, string>;
  hints: Record<string, string>;
  complainant: string;
  send: string;
  entered: string;
  code: string;
  codeHint: string;
  knownCase: string;
  importTitle: string;
  importLead: string;
  file: string;
  dryRun: string;
  upload: string;
  exportTitle: string;
  exportLead: string;
  cursor: string;
  cursorHint: string;
  download: string;
  format: string;
  formatLead: string;
  formatRules: string[];
  schema: string;
  example: string;
  checked: string;
  imported: string;
  new: string;
  known: string;
  bad: string;
  line: string;
  faults: Record<string, string>;
  back: string;
}> = {
  'zh-CN': {
    title: '其他渠道登记',
    lead: '登记 12345 热线和信访部门收到的诉求。原编号在本站同样可以查询；查询码只显示一次，请读给反映人听或者打印给他。',
    forbidden: '您没有登记的权限。',
    channel: '来源',
    channels: { hotline: '12345 热线', petition: '信访' },
    fields: {
      externalNumber: '原编号',
      respondentIdText: '被反映单位',
      kind: '类型',
      matter: '领域',
      story: '反映的情况',
      demands: '诉求',
      promised: '承诺或欠款内容',
      promiseDocument: '依据的文件或合同',
      promisedOn: '承诺日期',
      amount: '金额（元）',
      'complainant.kind': '反映人',
      'complainant.name': '姓名',
      'complainant.enterpriseName': '企业名称',
      'complainant.uscc': '统一社会信用代码',
      'complainant.enterpriseSize': '企业规模',
      'contact.phone': '电话',
      'contact.email': '邮箱',
      identityToHandler: '反映人同意承办单位知道身份',
      declaration: '反映人声明：没有法院、仲裁机构或其他部门正在处理同一件事',
    },
    hints: {
      externalNumber: '热线或信访系统里的编号，3 到 60 个字。',
      demands: '一行一项。',
      promised: '承诺、旧账类必填。',
      promisedOn: '例如 2026-03-01。',
      'complainant.enterpriseName': '企业才填，拖欠账款必填。',
      'complainant.uscc': '企业才填。',
    },
    complainant: '反映人',
    send: '登记',
    entered: '已经登记',
    code: '查询码',
    codeHint: '只显示这一次。请读给反映人听，或者打印这一页。',
    knownCase: '这件诉求以前登记过，没有重复登记。',
    importTitle: '导入文件',
    importLead: '每行一件的文件（JSON Lines）。有错的行会写明行、列和原因，其他行照常登记；同一文件导入两次不会重复。',
    file: '文件',
    dryRun: '只检查，不登记',
    upload: '导入',
    exportTitle: '取回办理结果',
    exportLead:
      '下载本单位登记的诉求的办理情况，逐项答复，与导入文件同一格式。填上次文件最后一行的位置，就只取之后有变化的。',
    cursor: '上次的位置',
    cursorHint: '第一次不填。',
    download: '下载',
    format: '文件格式',
    formatLead: '文件是 UTF-8 编码的 JSON Lines：每行一个 JSON 对象，行与行之间用换行分开。type 说明这一行是什么。',
    formatRules: [
      'case：一件诉求。channel 是 hotline 或 petition；externalNumber 是原编号；complaint 与接口“提交诉求”的内容相同，不含 submissionId。被反映单位可以用 complaint.respondentId（本站编号），也可以用 respondent（单位全称）。',
      '同一来源、同一原编号只登记一次。不同来源的原编号不能相同，必要时请加前缀。',
      'result：一件诉求的办理情况：number 是本站编号，state 是状态，demands 逐项列出答复、结论、依据和答应办到的日期。不含反映人的身份和联系方式。',
      'cursor：导出文件的最后一行，下次导出时填写。导入时 result 和 cursor 行会跳过。',
      '金额用人民币元的十进制字符串，例如 "1200000.00"；日期用 YYYY-MM-DD，按北京时间。',
    ],
    schema: 'JSON Schema',
    example: '例子',
    checked: '已检查',
    imported: '已导入',
    new: '新登记',
    known: '以前登记过',
    bad: '有错',
    line: '第 {line} 行第 {column} 列',
    faults: {
      not_json: '这一行不是完整的 JSON。',
      number_taken: '这个编号已经用在别的来源，请加前缀。',
      external_number: '原编号只能用文字、数字和 - _ / . 〔〕 ()。',
      no_handler: '本站没有可以承办的单位。',
      'case.not_acceptable': '这类事项本站不能受理。',
    },
    back: '其他渠道登记',
  },
  en: {
    title: 'Intake from other channels',
    lead: 'Enter what the 12345 hotline or a petition office received. The number there opens the case here too; the query code is shown once: read it out or print it.',
    forbidden: 'You have no role for intake.',
    channel: 'Channel',
    channels: { hotline: '12345 hotline', petition: 'Petition office' },
    fields: {
      externalNumber: 'Number there',
      respondentIdText: 'Respondent',
      kind: 'Kind',
      matter: 'Matter',
      story: 'What happened',
      demands: 'Demands',
      promised: 'What was promised or is owed',
      promiseDocument: 'Document or contract',
      promisedOn: 'Date of the promise',
      amount: 'Amount (yuan)',
      'complainant.kind': 'Complainant',
      'complainant.name': 'Name',
      'complainant.enterpriseName': 'Enterprise',
      'complainant.uscc': 'Unified social credit code',
      'complainant.enterpriseSize': 'Size',
      'contact.phone': 'Phone',
      'contact.email': 'Mail',
      identityToHandler: 'The complainant allows the handler to know who asks',
      declaration: 'The complainant declares that no court, arbitration or other body has the matter',
    },
    hints: {
      externalNumber: 'As in the system of the hotline or petition office, 3 to 60 characters.',
      demands: 'One a line.',
      promised: 'Needed for promises and old debts.',
      promisedOn: 'For example 2026-03-01.',
      'complainant.enterpriseName': 'For enterprises; needed for arrears.',
      'complainant.uscc': 'For enterprises.',
    },
    complainant: 'Complainant',
    send: 'Enter',
    entered: 'Entered',
    code: 'Query code',
    codeHint: 'Shown this once. Read it out, or print this page.',
    knownCase: 'This case was entered before; it was not entered again.',
    importTitle: 'Import a file',
    importLead:
      'One case a line (JSON Lines). A bad line is named with line, column and reason, the others are entered; a file read twice enters nothing twice.',
    file: 'File',
    dryRun: 'Check only, enter nothing',
    upload: 'Import',
    exportTitle: 'Fetch the results',
    exportLead:
      'What became of the cases that your body entered, answer by answer, in the same format. With the position of the last file only what changed since comes.',
    cursor: 'Position of last time',
    cursorHint: 'Leave it empty the first time.',
    download: 'Download',
    format: 'File format',
    formatLead: 'JSON Lines in UTF-8: one JSON object a line. type says what the line is.',
    formatRules: [
      'case: channel is hotline or petition; externalNumber is the number there; complaint is the body of POST /api/v1/cases without submissionId. The respondent is complaint.respondentId (id here) or respondent (full name).',
      'A case is entered once per channel and number. Numbers of different channels cannot be the same: use a prefix where they might.',
      'result: number is that of this portal, state its state; demands has answers, outcomes, grounds and promised dates one by one. Nothing of the person is in it.',
      'cursor: the last line of an export, to be given next time. An import passes over result and cursor lines.',
      'Amounts are yuan as decimal strings ("1200000.00"), dates YYYY-MM-DD in Beijing time.',
    ],
    schema: 'JSON Schema',
    example: 'Example',
    checked: 'Checked',
    imported: 'Imported',
    new: 'new',
    known: 'here before',
    bad: 'bad',
    line: 'line {line}, column {column}',
    faults: {
      not_json: 'The line is no whole JSON object.',
      number_taken: 'The number is in use by another channel: please add a prefix.',
      external_number: 'Letters, digits and - _ / . 〔〕 () only.',
      no_handler: 'No body here can handle it.',
      'case.not_acceptable': 'This portal cannot take such a matter.',
    },
    back: 'Intake from other channels',
  },
};
