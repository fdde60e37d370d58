import type { Text } from './locale.ts';

/** The pages of a complainant's own case. */
export const track: Text<{
  title: string;
  lead: string;
  number: string;
  numberHint: string;
  code: string;
  codeHint: string;
  open: string;
  lost: string;
  lostText: string;
  codeFor: string;
  codeWhy: string;
  kept: string;
  now: string;
  toDo: string;
  clock: string;
  clockLabel: string;
  clockDue: string;
  clockMet: string;
  clockLater: string;
  basis: string;
  provisional: string;
  stopped: string;
  otherClocks: string;
  demandsTitle: string;
  yours: string;
  theirs: string;
  notYet: string;
  round: string;
  ground: string;
  promisedOn: string;
  timeline: string;
  refusedWhy: string;
  refusedGo: string;
  facts: string;
  respondent: string;
  handler: string;
  accepting: string;
  kind: string;
  matter: string;
  amount: string;
  filed: string;
  story: string;
  evidence: string;
  evidenceNone: string;
  evidenceAdd: string;
  evidenceLabel: string;
  evidenceHint: string;
  evidenceSend: string;
  supplyTitle: string;
  supplyLabel: string;
  supplyHint: string;
  supplySend: string;
  messageTitle: string;
  messageLabel: string;
  messageHint: string;
  messageSend: string;
  verdictTitle: string;
  verdictLegend: string;
  verdicts: Record<string, readonly [label: string, hint: string]>;
  verdictWords: string;
  verdictWordsHint: string;
  reopen: string;
  reopenHint: string;
  verdictSend: string;
  withdraw: string;
  withdrawTitle: string;
  withdrawText: string;
  withdrawWords: string;
  withdrawSend: string;
  withdrawBack: string;
  leave: string;
  print: string;
  back: string;
  done: Record<string, string>;
  gone: string;
}> = {
  'zh-CN': {
    title: '查进度和答复',
    lead: '填编号和查询码，就能看到办到哪一步、由谁在办、什么时候答复。',
    number: '编号',
    numberHint: '以 JN 开头，例如 JN2026-0000123-K。',
    code: '查询码',
    codeHint: '24 位，四个一组。大小写、空格、横线都没关系。',
    open: '查看',
    lost: '编号或查询码找不到了？',
    lostText:
      '查询码只在提交时显示一次，我们没有保存原文，谁也查不出来：这样别人也拿不到。请找一找当时的截图、照片或打印件。实在找不到，可以重新反映，并写明以前的编号。',
    codeFor: '请填 {number} 的查询码',
    codeWhy: '查询码证明是您本人。为了安全，打开后 30 分钟内不用再填。',
    kept: '您刚才写的内容还在，填好查询码后会一起提交。',
    now: '现在',
    toDo: '您现在可以做的',
    clock: '时限',
    clockLabel: '{step}：',
    clockDue: '{step}，最迟 {date}',
    clockMet: '{step}，{date} 完成',
    clockLater: '{step}：{starts}后 {length} {unit}内',
    basis: '依据：{basis}',
    provisional: '跨到还没有公布放假安排的年份，日期可能会变。',
    stopped: '正在等您补充材料，时限暂停；等了几天，最后期限就往后推几天。',
    otherClocks: '其他时限',
    demandsTitle: '您的诉求和答复',
    yours: '您的诉求',
    theirs: '答复',
    notYet: '还没有答复。',
    round: '第 {n} 次答复',
    ground: '依据：{text}',
    promisedOn: '答应在 {date} 前办到',
    timeline: '办理经过',
    refusedWhy: '为什么没有受理',
    refusedGo: '可以去哪里',
    facts: '您反映的事',
    respondent: '被反映单位',
    handler: '承办单位',
    accepting: '受理单位',
    kind: '类型',
    matter: '领域',
    amount: '金额',
    filed: '提交日期',
    story: '经过',
    evidence: '您的材料',
    evidenceNone: '没有上传材料。',
    evidenceAdd: '再交一份材料',
    evidenceLabel: '选择文件',
    evidenceHint: '图片、PDF、办公文档、录音、视频都可以，每个最多 20 MB，一共最多 10 个。',
    evidenceSend: '上传',
    supplyTitle: '补充材料',
    supplyLabel: '您的补充',
    supplyHint: '有文件要交，请先在下面上传，再写好这里提交。提交以后，时限继续计算。',
    supplySend: '提交补充',
    messageTitle: '给承办单位留话',
    messageLabel: '您想说的话',
    messageHint: '承办单位会看到。请不要写身份证号、银行卡号。',
    messageSend: '发送',
    verdictTitle: '真的解决了吗',
    verdictLegend: '看完答复，您觉得',
    verdicts: {
      solved: ['解决了', '答应的事办到了，或者说清楚了。'],
      partly: ['部分解决', '有的办到了，有的没有。'],
      not_solved: ['没有解决', '可以要求再办一次。'],
    },
    verdictWords: '想说的话',
    verdictWordsHint: '哪里好，哪里不好，还差什么。',
    reopen: '请承办单位再办一次',
    reopenHint: '只能要求一次，请在上面写明还差什么。',
    verdictSend: '提交评价',
    withdraw: '撤回这件诉求',
    withdrawTitle: '确定要撤回吗',
    withdrawText:
      '撤回以后，承办单位不再办理，也不能恢复。以后可以重新反映。没有人可以逼您撤回；如果有人逼您，请不要撤回，直接给承办单位留话。',
    withdrawWords: '为什么撤回',
    withdrawSend: '确定撤回',
    withdrawBack: '不撤回，返回',
    leave: '在这台设备上关闭',
    print: '可以用浏览器的打印功能，把这一页打印下来。',
    back: '返回',
    done: {
      message: '已经发送。',
      report: '已经只发给上级。承办单位看不到。',
      supply: '已经提交，时限继续计算。',
      evidence: '材料已经收到。',
      verdict: '谢谢，您的评价已经记下。',
      withdraw: '已经撤回。',
      erasure: '已经收到您的删除申请，决定以后会写在这里。',
      deny: '已经记下。承办单位要继续办。',
      notices: '已经保存。有进展时会这样告诉您。',
    },
    gone: '这件诉求的内容已经按规定清除，只保留办理记录。',
  },
  en: {
    title: 'Track your case',
    lead: 'With the number and the query code you see how far it is, who has it, and by when it will be answered.',
    number: 'Number',
    numberHint: 'It begins with JN, for example JN2026-0000123-K.',
    code: 'Query code',
    codeHint: '24 characters in groups of four. Capitals, spaces and dashes do not matter.',
    open: 'Open',
    lost: 'Number or code lost?',
    lostText:
      'The query code is shown once, when you file. We keep no copy that anybody could read, so that nobody else can get it. Please look for the picture, photo or print. If it is lost, file again and name the old number.',
    codeFor: 'The query code of {number}',
    codeWhy: 'It shows that the case is yours. For 30 minutes you will not be asked again.',
    kept: 'What you wrote is still here: it is sent together with the code.',
    now: 'Now',
    toDo: 'What you can do now',
    clock: 'Time limit',
    clockLabel: '{step}:',
    clockDue: '{step}: by {date}',
    clockMet: '{step}: done on {date}',
    clockLater: '{step}: within {length} {unit} of {starts}',
    basis: 'Basis: {basis}',
    provisional: 'It runs into a year whose holidays are not announced: the date may change.',
    stopped: 'It is stopped while we wait for you: the date moves by the days of waiting.',
    otherClocks: 'Other time limits',
    demandsTitle: 'Your demands and the answers',
    yours: 'Your demand',
    theirs: 'Answer',
    notYet: 'Not answered yet.',
    round: 'Answer no. {n}',
    ground: 'Legal ground: {text}',
    promisedOn: 'Promised by {date}',
    timeline: 'What has happened',
    refusedWhy: 'Why it was not accepted',
    refusedGo: 'Where to go instead',
    facts: 'Your case',
    respondent: 'Complained of',
    handler: 'Handled by',
    accepting: 'Accepted by',
    kind: 'Kind',
    matter: 'Matter',
    amount: 'Amount',
    filed: 'Filed on',
    story: 'What happened',
    evidence: 'Your files',
    evidenceNone: 'No files.',
    evidenceAdd: 'Add a file',
    evidenceLabel: 'Choose a file',
    evidenceHint: 'Pictures, PDF, office documents, sound or video: 20 MB each, 10 in all.',
    evidenceSend: 'Upload',
    supplyTitle: 'Send what was asked for',
    supplyLabel: 'Your answer',
    supplyHint: 'If you have files, upload them below first. Once you send this, the clock goes on.',
    supplySend: 'Send',
    messageTitle: 'Write to the body',
    messageLabel: 'Your message',
    messageHint: 'The body that has your case reads it. Please give no identity or bank card numbers.',
    messageSend: 'Send',
    verdictTitle: 'Is it really solved?',
    verdictLegend: 'Having read the answers, you find it',
    verdicts: {
      solved: ['Solved', 'What was promised was done, or explained.'],
      partly: ['Partly solved', 'Some of it was done.'],
      not_solved: ['Not solved', 'You may ask that it is dealt with again.'],
    },
    verdictWords: 'Your words',
    verdictWordsHint: 'What was good, what was not, what is missing.',
    reopen: 'Please deal with it again',
    reopenHint: 'Possible once. Please say above what is missing.',
    verdictSend: 'Send the verdict',
    withdraw: 'Withdraw this case',
    withdrawTitle: 'Do you want to withdraw it?',
    withdrawText:
      'Nobody will deal with it any more, and this cannot be undone. You can file again later. Nobody may press you to withdraw: if somebody does, do not withdraw, write to the body instead.',
    withdrawWords: 'Why',
    withdrawSend: 'Yes, withdraw',
    withdrawBack: 'No, go back',
    leave: 'Close it on this device',
    print: 'You can print this page from your browser.',
    back: 'Back',
    done: {
      message: 'Sent.',
      report: 'Sent to the superior alone. The handler does not see it.',
      supply: 'Sent. The clock goes on.',
      evidence: 'We have the file.',
      verdict: 'Thank you. Your verdict is on record.',
      withdraw: 'Withdrawn.',
      erasure: 'Your request for erasure has arrived. The decision will stand here.',
      deny: 'Recorded. The body must go on.',
      notices: 'Saved. This is how you will hear of news.',
    },
    gone: 'The words of this case have been erased as the rules demand; only its record remains.',
  },
};
