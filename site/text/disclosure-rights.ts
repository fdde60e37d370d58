import type { Text } from './locale.ts';

/** Objecting to a record, asking for its repair, and seeing what became of it. */
interface RightsWords {
  objectTitle: string;
  objectLead: string;
  repairTitle: string;
  repairLead: string;
  record: string;
  party: string;
  parties: Record<string, string>;
  name: string;
  nameHint: string;
  phone: string;
  email: string;
  contactHint: string;
  reasons: string;
  reasonsHint: string;
  performed: string;
  performedHint: string;
  performedOn: string;
  evidence: string;
  evidenceHint: string;
  sealed: string;
  sealedText: string;
  human: string;
  humanWorking: string;
  humanDone: string;
  humanHeld: string;
  send: string;
  back: string;
  units: Record<string, string>;
  filedTitle: string;
  filedObjection: string;
  filedRepair: string;
  filedHeld: string;
  code: string;
  codeText: string;
  until: string;
  over: string;
  overText: string;
  save: string;
  copy: string;
  copied: string;
  print: string;
  trackTitle: string;
  trackLead: string;
  trackCode: string;
  trackHint: string;
  trackOpen: string;
  trackAnother: string;
  kinds: Record<string, string>;
  standings: Record<string, string>;
  filedOn: string;
  due: string;
  basis: string;
  decided: string;
  result: string;
  words: string;
  tooEarly: string;
  notRepairable: string;
  asked: string;
  files: string;
  filesNone: string;
  filesLead: string;
  filesWho: string;
  filesAdd: string;
  filesFull: string;
  filesDone: string;
  filesErased: string;
  fileLabel: string;
  fileHint: string;
  fileSend: string;
  fileChoose: string;
  fileSending: string;
  fileFailed: string;
  fileOpen: string;
  scan: Record<string, string>;
}

export const rightsWords: Text<RightsWords> = {
  'zh-CN': {
    objectTitle: '对这条信息提出异议',
    objectLead: '请说明哪一处不对、为什么。由没有参与公示的人复核，并说明理由。',
    repairTitle: '申请信用修复',
    repairLead: '单位已经履行或者改正的，请写明做了什么、哪一天做完。认定单位确认以后，公示提前结束。',
    record: '信息',
    party: '您是谁？',
    parties: { body: '信息里写到的单位', interested: '与这条信息有利害关系的人' },
    name: '单位名称或者姓名',
    nameHint: '只给处理异议的工作人员看。',
    phone: '电话',
    email: '邮箱',
    contactHint: '电话、邮箱至少填一项，用来向您核实。',
    reasons: '哪一处不对，为什么？',
    reasonsHint: '请写清楚是哪一项、正确的是什么。不要写别人的住址、证件号和账号。',
    performed: '做了什么？',
    performedHint: '例如付清了多少钱、公开了什么、改了哪项制度。',
    performedOn: '哪一天做完的？',
    evidence: '依据',
    evidenceHint: '例如判决书的案号、付款凭证的日期和号码、文件的网址。',
    sealed: '谁能看到您写的内容？',
    sealedText:
      '您的姓名、电话、邮箱和理由加密保存，只有处理异议的工作人员可以看，每次查看联系方式都留下理由。信息页面上只公开：哪一天有人提出异议，以及最后怎样决定、为什么。',
    human: '确认您不是程序',
    humanWorking: '正在自动确认，不用做任何事……',
    humanDone: '已确认。',
    humanHeld: '没有自动确认也可以提交：由工作人员看过以后再标注，一个工作日内看完。',
    send: '提交',
    back: '返回这条信息',
    units: { working_day: '{n} 个工作日', calendar_day: '{n} 天', month: '{n} 个月', year: '{n} 年' },
    filedTitle: '已收到',
    filedObjection: '这条信息的标题旁已经标注“异议处理中”。',
    filedRepair: '申请已经转给认定单位确认。',
    filedHeld: '工作人员看过以后再标注，一个工作日内看完。',
    code: '查询码',
    codeText: '请拍照或者抄下来。凭这个码可以查处理进度，丢了不能补发。',
    until: '应于 {due} 前作出决定。',
    over: '这一页已经过期',
    overText: '为了保护您，确认页面只保留半小时。请凭查询码查进度。',
    save: '存成图片',
    copy: '复制',
    copied: '已复制',
    print: '打印',
    trackTitle: '查异议和修复的进度',
    trackLead: '请输入提交时得到的查询码。',
    trackCode: '查询码',
    trackHint: '24 个字符，大小写和空格都可以。',
    trackOpen: '查看',
    trackAnother: '查另一件',
    kinds: { objection: '异议', repair: '信用修复' },
    standings: {
      held: '等待工作人员查看',
      open: '正在处理',
      confirmed: '认定单位已经确认，等待决定',
      decided: '已经作出决定',
    },
    filedOn: '提交日期',
    due: '最迟决定日期',
    basis: '期限依据',
    decided: '决定日期',
    result: '结果',
    words: '理由',
    tooEarly: '按公示等级，{date} 起才能申请信用修复。',
    notRepairable: '这一类信息没有信用修复。已经履行的，请通过异议提出，由公示单位补充“单位已经做了什么”。',
    asked: '已经有一件信用修复申请在处理。',
    files: '您的材料',
    filesNone: '没有上传材料。',
    filesLead: '可以交判决书、付款凭证、照片等。每次选一个，作出决定以前都可以再交。',
    filesWho:
      '材料加密保存，只有处理这件异议或者修复的工作人员可以打开，每次打开都有记录。照片里的拍摄地点、时间和设备不会给他们。',
    filesAdd: '上传材料',
    filesFull: '材料已经够 10 个，不能再交。',
    filesDone: '回到进度页',
    filesErased: '保存期已满，您写的内容、联系方式和材料都已经删除。',
    fileLabel: '选择文件',
    fileHint: '图片、PDF、办公文档、录音、视频都可以，每个最多 20 MB，一共最多 10 个。',
    fileSend: '上传',
    fileChoose: '选择文件，可以一次选几个',
    fileSending: '正在上传 {name}：{percent}%',
    fileFailed: '没有传上去，请再试一次。',
    fileOpen: '打开',
    scan: { unscanned: '等待查毒', clean: '已查毒', infected: '查出病毒，没有人能打开，请换一个文件再交' },
  },
  en: {
    objectTitle: 'Object to this record',
    objectLead:
      'Say what is wrong and why. People who took no part in publishing it review the record and give their reasons.',
    repairTitle: 'Ask for credit repair',
    repairLead:
      'A body that has performed or put it right says what it did and when. Once the determining body confirms it, publication ends early.',
    record: 'Record',
    party: 'Who are you?',
    parties: { body: 'The body that the record is about', interested: 'Somebody with an interest in what it says' },
    name: 'Name of the body or your name',
    nameHint: 'Only the officials who deal with objections see it.',
    phone: 'Telephone',
    email: 'Mail address',
    contactHint: 'At least one of the two, so that we can ask you.',
    reasons: 'What is wrong, and why?',
    reasonsHint: 'Say which fact it is and what is right. No addresses, ids or accounts of other people.',
    performed: 'What was done?',
    performedHint: 'For example what was paid, what was made public, which rule was changed.',
    performedOn: 'When was it finished?',
    evidence: 'Grounds',
    evidenceHint: 'For example the number of a judgment, date and number of a payment, the address of a document.',
    sealed: 'Who sees what you write?',
    sealedText:
      'Your name, telephone, mail address and reasons are encrypted. Only the officials who deal with objections read them, and each reading of your contact is written down with its reason. The page of the record says only that somebody objected and when, and how it was decided and why.',
    human: 'Making sure that you are not a program',
    humanWorking: 'Checking by itself. There is nothing to do …',
    humanDone: 'Done.',
    humanHeld:
      'You can send it without this too: an official looks at it within one working day, then the record is marked.',
    send: 'Send',
    back: 'Back to the record',
    units: { working_day: '{n} working days', calendar_day: '{n} days', month: '{n} months', year: '{n} years' },
    filedTitle: 'Received',
    filedObjection: 'The record is now marked “under objection” beside its title.',
    filedRepair: 'The determining body is asked to confirm it.',
    filedHeld: 'An official looks at it within one working day; then the record is marked.',
    code: 'Query code',
    codeText:
      'Take a picture of it or write it down. With this code you can see what becomes of it; a lost code cannot be replaced.',
    until: 'To be decided by {due}.',
    over: 'This page has expired',
    overText:
      'To protect you, the confirmation stays for half an hour only. Use the query code to see where it stands.',
    save: 'Save as a picture',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    trackTitle: 'Where an objection or repair stands',
    trackLead: 'Please type the query code that you were given.',
    trackCode: 'Query code',
    trackHint: '24 characters; upper or lower case, with or without spaces.',
    trackOpen: 'Open',
    trackAnother: 'Look up another one',
    kinds: { objection: 'Objection', repair: 'Credit repair' },
    standings: {
      held: 'Waits for an official to look at it',
      open: 'Being dealt with',
      confirmed: 'Confirmed by the determining body, to be decided',
      decided: 'Decided',
    },
    filedOn: 'Filed on',
    due: 'To be decided by',
    basis: 'What the date rests on',
    decided: 'Decided on',
    result: 'Result',
    words: 'Reasons',
    tooEarly: 'By its class, repair can be asked for from {date}.',
    notRepairable:
      'Records of this kind know no repair. If the body has performed, say so by an objection: what it has done is then added.',
    asked: 'A request for repair is being dealt with.',
    files: 'Your files',
    filesNone: 'No files.',
    filesLead: 'A judgment, a receipt, a picture: one at a time, until it is decided.',
    filesWho:
      'Files are encrypted. Only the officials who deal with this request open them, and each opening is written down. They get pictures without place, time and camera.',
    filesAdd: 'Add files',
    filesFull: 'There are 10 files already: no more can be added.',
    filesDone: 'Back to where it stands',
    filesErased: 'The time for keeping it is over: your words, contact and files were erased.',
    fileLabel: 'Choose a file',
    fileHint: 'Pictures, PDF, office documents, sound or video: 20 MB each, 10 in all.',
    fileSend: 'Upload',
    fileChoose: 'Choose files, several at once if you like',
    fileSending: 'Sending {name}: {percent} %',
    fileFailed: 'It did not arrive. Please try again.',
    fileOpen: 'Open',
    scan: {
      unscanned: 'waits for the virus scan',
      clean: 'scanned',
      infected: 'virus found: nobody can open it, please send another file',
    },
  },
};
