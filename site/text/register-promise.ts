import type { Text } from './locale.ts';

interface Register {
  title: string;
  lead: string;
  who: string;
  body: string;
  bodyHint: string;
  kind: string;
  promise: string;
  promiseTitle: string;
  promiseTitleHint: string;
  text: string;
  documentNumber: string;
  documentHint: string;
  madeOn: string;
  dueOn: string;
  amount: string;
  amountHint: string;
  conditions: string;
  enterprise: string;
  enterpriseName: string;
  uscc: string;
  contactName: string;
  phone: string;
  phoneHint: string;
  named: string;
  namedHint: string;
  yes: string;
  no: string;
  send: string;
  check: { working: string; done: string; held: string };
  doneTitle: string;
  doneLead: string;
  number: string;
  code: string;
  codeText: string;
  until: string;
  basisLocal: string;
  trackTitle: string;
  trackLead: string;
  codeHint: string;
  look: string;
  states: Record<string, string>;
  overdue: string;
  answer: string;
  published: string;
  complain: string;
  files: string;
  filesCount: string;
  fileLabel: string;
  fileHint: string;
  fileSend: string;
  back: string;
  registration: string;
  registrant: string;
  readEnterprise: string;
  readLead: string;
  readKeep: string;
  erased: string;
  namedYes: string;
  namedNo: string;
  dueBy: string;
}

export const registerText: Text<Register> = {
  'zh-CN': {
    title: '登记政府对我企业的承诺',
    lead: '把政府单位答应您企业的事登记在这里，由该单位确认或者说明。确认后公开监督，到期没有兑现可以直接反映。',
    who: '单位确认以前，只有该单位和它的上级看得到；是否公开企业名称由您决定。',
    body: '哪个单位答应的',
    bodyHint: '写单位全称，改名、合并前的名称也可以。',
    kind: '是什么承诺',
    promise: '承诺',
    promiseTitle: '用一句话说',
    promiseTitleHint: '例如：设备补贴一百万元。不要写人名。',
    text: '答应了什么',
    documentNumber: '写在哪份文件或合同里',
    documentHint: '文号或者合同编号。登记后可以上传文件。',
    madeOn: '哪一天答应的',
    dueOn: '应当在哪一天以前兑现',
    amount: '涉及多少钱（元）',
    amountHint: '按元填写。不涉及钱就空着。',
    conditions: '兑现有什么条件',
    enterprise: '企业',
    enterpriseName: '企业名称',
    uscc: '统一社会信用代码',
    contactName: '联系人',
    phone: '联系电话',
    phoneHint: '只有办理的单位看得到。',
    named: '确认后，是否公开企业名称',
    namedHint: '不公开的，页面只写是哪一类企业。',
    yes: '公开',
    no: '不公开',
    send: '提交登记',
    check: { working: '正在核验是不是真人……', done: '核验完成。', held: '无法核验时也可以提交。' },
    doneTitle: '已登记',
    doneLead: '请保存查询码：以后凭它查看单位的答复、上传文件。',
    number: '登记编号',
    code: '查询码',
    codeText: '截图或者抄下来。我们只保存它的校验值，丢了无法找回。',
    until: '单位应于{due}前确认或者说明。',
    basisLocal: '时限依据：{basis}',
    trackTitle: '查看登记的承诺',
    trackLead: '输入登记时得到的查询码。',
    codeHint: '24 位，大小写和横线不用在意。',
    look: '查看',
    states: {
      registered: '等待单位确认',
      disputed: '单位不认可',
      draft: '单位已确认，正在补齐内容',
      in_review: '单位已确认，正在审核公开',
      published: '已公开',
      in_progress: '已公开，履行中',
      honoured: '已兑现',
      partly: '部分兑现',
      changed: '依法变更',
      broken: '认定失信',
      withdrawn: '已撤下',
    },
    overdue: '单位超过期限没有答复。您可以直接反映，由上级或主管部门办理。',
    answer: '单位的说明',
    published: '看公开的页面',
    complain: '我要反映',
    files: '文件',
    filesCount: '已上传 {count} 个文件。',
    fileLabel: '选一个文件',
    fileHint: '照片、扫描件、PDF、文档都可以，每个不超过 20 MB。',
    fileSend: '上传',
    back: '承诺公开',
    registration: '企业登记',
    registrant: '登记企业',
    readEnterprise: '查看登记企业和联系方式',
    readLead: '只有答复这项承诺的单位可以查看。每次查看都会记录时间、人员和理由。',
    readKeep: '只用于核实和答复这项承诺。离开本页后不再显示。',
    erased: '保存期满，已清除',
    namedYes: '同意公开名称',
    namedNo: '不同意公开名称',
    dueBy: '答复期限',
  },
  en: {
    title: 'Register a promise made to my enterprise',
    lead: 'Register what a government body promised your enterprise: the body confirms or disputes it. Once confirmed it is public, and you can complain from it when it is not kept.',
    who: 'Until the body confirms, only it and those above it see this; you decide whether your enterprise is named.',
    body: 'Which body promised',
    bodyHint: 'Its full name; a former name will do.',
    kind: 'What kind of promise',
    promise: 'The promise',
    promiseTitle: 'In one line',
    promiseTitleHint: 'For example: an equipment grant of one million yuan. No names of people.',
    text: 'What was promised',
    documentNumber: 'In which document or contract',
    documentHint: 'Its number. You can upload the document after registering.',
    madeOn: 'When was it promised',
    dueOn: 'By when was it to be kept',
    amount: 'How much money (CNY)',
    amountHint: 'In yuan; leave it empty where there is none.',
    conditions: 'Conditions',
    enterprise: 'The enterprise',
    enterpriseName: 'Name of the enterprise',
    uscc: 'Unified social credit code',
    contactName: 'Whom to ask for',
    phone: 'Telephone',
    phoneHint: 'Seen only by the body that answers.',
    named: 'Name the enterprise in public once confirmed',
    namedHint: 'Otherwise the page says only what kind of enterprise it is.',
    yes: 'Name it',
    no: 'Do not',
    send: 'Register',
    check: {
      working: 'Checking that you are human…',
      done: 'Checked.',
      held: 'You can send it without the check too.',
    },
    doneTitle: 'Registered',
    doneLead: 'Keep the query code: with it you see the answer and upload documents.',
    number: 'Number',
    code: 'Query code',
    codeText: 'Take a screenshot or write it down. Only its hash is kept: it cannot be found again.',
    until: 'The body must confirm or dispute it by {due}.',
    basisLocal: 'Basis of the time: {basis}',
    trackTitle: 'See a registered promise',
    trackLead: 'Enter the query code that you were given.',
    codeHint: '24 characters; case and hyphens do not matter.',
    look: 'Look up',
    states: {
      registered: 'Waits for the body',
      disputed: 'Disputed by the body',
      draft: 'Confirmed, being completed',
      in_review: 'Confirmed, being approved',
      published: 'Public',
      in_progress: 'Public, in progress',
      honoured: 'Kept',
      partly: 'Kept in part',
      changed: 'Changed lawfully',
      broken: 'Found broken',
      withdrawn: 'Withdrawn',
    },
    overdue: 'The body did not answer in time. You can complain: a superior or competent body handles it.',
    answer: 'What the body says',
    published: 'See the public page',
    complain: 'Complain',
    files: 'Documents',
    filesCount: '{count} uploaded.',
    fileLabel: 'Choose a file',
    fileHint: 'Photo, scan, PDF or document, at most 20 MB each.',
    fileSend: 'Upload',
    back: 'Commitments',
    registration: 'Registered by an enterprise',
    registrant: 'Enterprise',
    readEnterprise: 'Read the enterprise and its contact',
    readLead:
      'Only the body that answers for this promise can. Every reading is recorded with time, official and reason.',
    readKeep: 'Use it to check and answer this promise and for nothing else. It is gone once you leave the page.',
    erased: 'Erased at the end of its time',
    namedYes: 'agrees to be named',
    namedNo: 'does not agree to be named',
    dueBy: 'To be answered by',
  },
};
