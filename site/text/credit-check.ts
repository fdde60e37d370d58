import type { Text } from './locale.ts';

/** 信用审查、结果反馈: asking, the answer, the use made of it, and the public page that verifies one. */
export const creditCheckText: Text<{
  title: string;
  lead: string;
  ask: string;
  purpose: string;
  purposes: Record<string, string>;
  purposeWords: string;
  purposeWordsHint: string;
  subjects: string;
  subjectsHint: string;
  send: string;
  sendHint: string;
  unclear: string;
  unclearLine: string;
  several: string;
  unknown: string;
  meant: string;
  list: string;
  all: string;
  open: string;
  none: string;
  noneText: string;
  caption: string;
  number: string;
  at: string;
  inName: string;
  result: string;
  resultOf: string;
  clean: string;
  use: string;
  uses: Record<string, string>;
  notReported: string;
  erased: string;
  back: string;
  answer: string;
  asOf: string;
  basis: string;
  body: string;
  code: string;
  records: string;
  noRecords: string;
  adverse: string;
  tones: Record<string, string>;
  more: string;
  ended: string;
  endedNote: string;
  asked: string;
  outside: string;
  decided: string;
  until: string;
  proof: string;
  proofText: string;
  digest: string;
  signature: string;
  publicKey: string;
  verifyLink: string;
  download: string;
  print: string;
  useTitle: string;
  useLead: string;
  useWords: string;
  useSend: string;
  useDone: string;
  answered: string;
}> = {
  'zh-CN': {
    title: '信用审查',
    lead: '评优评先、选拔任用、资金安排、招标投标之前，成批查询单位有没有公示中的记录。已修复、已到期、已撤回的不在答复里。每次查询都留有记录。',
    ask: '新的审查',
    purpose: '用途',
    purposes: {
      award: '评优评先',
      selection: '选拔任用',
      promotion: '职务晋升',
      appraisal: '绩效考核',
      pilot: '改革试点',
      investment: '项目投资',
      funds: '专项资金安排',
      tender: '招标投标',
      procurement: '政府采购',
      financing: '债务融资',
      other: '其他',
    },
    purposeWords: '具体事项',
    purposeWordsHint: '例如：2026年度文明单位评选',
    subjects: '要查的单位',
    subjectsHint:
      '一行一个，写单位全称或统一社会信用代码，最多 200 个。同名的在后面加空格和地区代码，例如“城东街道办事处 320281”。代理机构和企业请写代码。',
    send: '查询',
    sendHint: '有一行认不出来，就整份不答复：少了一个单位的答复，看起来像没有问题。',
    unclear: '有几行认不出是哪个单位，没有查询。',
    unclearLine: '第 {line} 行“{typed}”',
    several: '有几个单位叫这个名字',
    unknown: '没有这个单位',
    meant: '您要查的是：',
    list: '做过的审查',
    all: '全部',
    open: '还没有反馈结果',
    none: '没有做过审查',
    noneText: '在上面填写用途和单位，就可以查询。',
    caption: '做过的审查',
    number: '编号',
    at: '时间',
    inName: '查询单位',
    result: '结果',
    resultOf: '{n} 个单位中 {m} 个有失信类记录',
    clean: '{n} 个单位均无失信类记录',
    use: '结果运用',
    uses: { excluded: '取消或限制资格', considered: '作为参考', none: '没有影响' },
    notReported: '待反馈',
    erased: '保存期已满，名单和用途已清除',
    back: '返回信用审查',
    answer: '信用审查答复',
    asOf: '截至 {at}',
    basis: '以该时刻正在公示的信息为准；已修复、已到期、已撤回的不列入。被撤并单位的记录随承继单位。',
    body: '单位',
    code: '统一社会信用代码',
    records: '公示中的记录',
    noRecords: '没有公示中的记录',
    adverse: '失信类 {n} 条',
    tones: { adverse: '失信类', good: '守信类', neutral: '其他' },
    more: '只列出最近的 200 条。',
    ended: '此后已不再公示',
    endedNote: '答复里有 {n} 条记录此后已经不再公示。答复说的是当时的情况，再次使用请重新查询。',
    asked: '所查：{typed}',
    outside: '目录以外的主体',
    decided: '认定于 {date}',
    until: '公示至 {date}',
    proof: '真伪核验',
    proofText:
      '扫码，或者在核验页填编号和摘要，可以知道这份答复是不是本平台出具的；把下载的文件整个贴进去，还能知道内容有没有改过。',
    digest: '摘要（SHA-256）',
    signature: '签名（Ed25519）',
    publicKey: '公钥',
    verifyLink: '核验页',
    download: '下载（JSON）',
    print: '用浏览器的打印功能可以打印成文件。',
    useTitle: '结果反馈',
    useLead: '用完以后说明这份答复起了什么作用。填一次，填了不能改。',
    useWords: '说明',
    useSend: '反馈',
    useDone: '已反馈。',
    answered: '答复已出具。',
  },
  en: {
    title: 'Credit checks',
    lead: 'Before an award, an appointment, a grant or a tender: ask for a list of bodies whether they have public records. What was repaired, expired or withdrawn is not told. Every check is logged.',
    ask: 'A new check',
    purpose: 'Purpose',
    purposes: {
      award: 'Honours and awards',
      selection: 'Selection for office',
      promotion: 'Promotion',
      appraisal: 'Performance appraisal',
      pilot: 'Reform pilot',
      investment: 'Project investment',
      funds: 'Special funds',
      tender: 'Tender and bidding',
      procurement: 'Government procurement',
      financing: 'Debt financing',
      other: 'Other',
    },
    purposeWords: 'The matter itself',
    purposeWordsHint: 'For example: model organisations of 2026',
    subjects: 'Bodies',
    subjectsHint:
      'One a line: full name or unified social credit code, 200 at most. Where several bear a name, add a space and the code of the place, for example “城东街道办事处 320281”. Agencies and enterprises by their code.',
    send: 'Check',
    sendHint:
      'Where one line is not understood, nothing is answered: an answer that leaves a body out looks like a clean one.',
    unclear: 'Some lines name no body, or several: nothing was checked.',
    unclearLine: 'Line {line}, “{typed}”',
    several: 'several bodies bear this name',
    unknown: 'no body is called so',
    meant: 'Did you mean:',
    list: 'Checks',
    all: 'All',
    open: 'Use not reported yet',
    none: 'No check yet',
    noneText: 'Fill in purpose and bodies above.',
    caption: 'Checks',
    number: 'Number',
    at: 'Time',
    inName: 'Asked by',
    result: 'Result',
    resultOf: '{m} of {n} bodies have adverse records',
    clean: 'None of {n} bodies has an adverse record',
    use: 'Use made of it',
    uses: { excluded: 'Left out or limited', considered: 'Considered', none: 'Made no difference' },
    notReported: 'to be reported',
    erased: 'Its time is over: list and words were erased',
    back: 'Back to credit checks',
    answer: 'Answer to a credit check',
    asOf: 'As of {at}',
    basis:
      'By what was public at that instant; what was repaired, expired or withdrawn is not listed. Records of abolished bodies pass to their successors.',
    body: 'Body',
    code: 'Unified social credit code',
    records: 'Public records',
    noRecords: 'No public record',
    adverse: '{n} adverse',
    tones: { adverse: 'Adverse', good: 'Honour', neutral: 'Other' },
    more: 'Only the newest 200 are listed.',
    ended: 'no longer public since',
    endedNote:
      '{n} records of this answer are no longer public. It says how things stood then: ask again before you use it again.',
    asked: 'Asked: {typed}',
    outside: 'Not in the directory of bodies',
    decided: 'determined on {date}',
    until: 'public until {date}',
    proof: 'Is it genuine?',
    proofText:
      'Scan the code, or type number and digest on the page of verification, to learn whether this portal gave this answer; with the whole downloaded file you also learn whether a character was changed.',
    digest: 'Digest (SHA-256)',
    signature: 'Signature (Ed25519)',
    publicKey: 'Public key',
    verifyLink: 'Page of verification',
    download: 'Download (JSON)',
    print: 'The print function of the browser makes a document of it.',
    useTitle: 'Report the use made of it',
    useLead: 'Say afterwards what this answer led to. Once: it cannot be changed.',
    useWords: 'Reason',
    useSend: 'Report',
    useDone: 'Reported.',
    answered: 'Here is the answer.',
  },
};

/** The public page. */
export const verifyText: Text<{
  title: string;
  lead: string;
  number: string;
  numberHint: string;
  proof: string;
  proofHint: string;
  file: string;
  fileHint: string;
  check: string;
  genuine: string;
  genuineText: string;
  whole: string;
  notWhole: string;
  not: string;
  notText: string;
  offline: string;
  offlineText: string;
  key: string;
}> = {
  'zh-CN': {
    title: '核验信用审查答复',
    lead: '手里有一份本平台出具的信用审查答复，想知道是不是真的，在这里核验。这里不显示查了哪些单位。',
    number: '答复编号',
    numberHint: '例如 XS2026-000001',
    proof: '摘要或签名',
    proofHint: '印在答复末尾，照原样粘贴',
    file: '或者粘贴整个文件',
    fileHint: '下载得到的 JSON 文件的全部内容；这样能核验内容有没有改过',
    check: '核验',
    genuine: '这份答复是真的',
    genuineText: '编号 {number}，出具于 {at}，查了 {n} 个单位，其中 {m} 个有失信类记录。',
    whole: '文件内容与出具时一字不差。',
    notWhole: '编号和摘要是真的。纸上的内容有没有改过，请对照上面的数字，或者核验整个文件。',
    not: '核验不通过',
    notText: '本平台没有出具过这样的答复，或者内容被改过。请核对有没有抄错，或向出示的人要原件。',
    offline: '不联网也能核验',
    offlineText: '文件里 document 的 RFC 8785 形式用 Ed25519 签名。用下面的公钥核验签名，就不必问本平台。',
    key: '现用公钥（base64url）',
  },
  en: {
    title: 'Verify an answer to a credit check',
    lead: 'You hold an answer that this portal is said to have given. Here you learn whether it did. Which bodies it is about is not shown.',
    number: 'Number of the answer',
    numberHint: 'For example XS2026-000001',
    proof: 'Digest or signature',
    proofHint: 'Printed at its end: paste it as it stands',
    file: 'Or paste the whole file',
    fileHint: 'All of the downloaded JSON file: this also shows whether anything was changed',
    check: 'Verify',
    genuine: 'This answer is genuine',
    genuineText: 'Number {number}, given on {at}, about {n} bodies, of which {m} have adverse records.',
    whole: 'The file is what was given, to the character.',
    notWhole:
      'Number and proof are genuine. Whether the paper was changed: compare the figures above, or verify the whole file.',
    not: 'Not verified',
    notText:
      'This portal gave no such answer, or it was changed. Check for typing errors, or ask whoever showed it for the original.',
    offline: 'Without asking us',
    offlineText:
      'The RFC 8785 form of `document` in the file is signed with Ed25519. With the public key below you can check the signature yourself.',
    key: 'Public key in use (base64url)',
  },
};
