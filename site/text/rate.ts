import type { Text } from './locale.ts';

type Level = 1 | 2 | 3 | 4 | 5;
type Indicator = 'efficiency' | 'competence' | 'attitude' | 'accuracy' | 'convenience' | 'platform';

/** Words that a rating itself brings: they stand on pages, posters and in the case of a bad rating. */
export const rateWords: Text<{
  levels: Record<Level, string>;
  indicators: Record<Indicator, string>;
  about: string;
  aspects: string;
  comma: string;
  silent: string;
  demand: string;
}> = {
  'zh-CN': {
    levels: { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' },
    indicators: {
      efficiency: '办事快慢',
      competence: '业务熟不熟',
      attitude: '态度好不好',
      accuracy: '说明准不准',
      convenience: '方便不方便',
      platform: '网上好不好用',
    },
    about: '{place}，{point}，评价为“{level}”。',
    aspects: '涉及：{aspects}。',
    comma: '、',
    silent: '评价人没有留言。',
    demand: '请核实情况，改进服务，并把结果告诉我。',
  },
  en: {
    levels: { 5: 'Very satisfied', 4: 'Satisfied', 3: 'Fairly satisfied', 2: 'Dissatisfied', 1: 'Very dissatisfied' },
    indicators: {
      efficiency: 'Speed',
      competence: 'Knowledge of the job',
      attitude: 'Friendliness',
      accuracy: 'Clear and right instructions',
      convenience: 'Convenience',
      platform: 'The online service',
    },
    about: '{place}, {point}, was rated: {level}.',
    aspects: 'It is about: {aspects}.',
    comma: ', ',
    silent: 'The rater left no words.',
    demand: 'Please look into it, put it right, and tell me the result.',
  },
};

/** The pages behind a code at a counter. */
export const rateText: Text<{
  title: string;
  question: string;
  once: string;
  enterTitle: string;
  enterLead: string;
  codeLabel: string;
  codeHint: string;
  enterGo: string;
  codeWrong: string;
  noCodeTitle: string;
  noCodeText: string;
  complain: string;
  thanksTitle: string;
  thanks: string;
  thanksBad: string;
  caseTitle: string;
  caseWho: string;
  caseWhoDue: string;
  caseNumber: string;
  queryCode: string;
  keep: string;
  follow: string;
  moreGood: string;
  moreBad: string;
  aspects: string;
  words: string;
  wordsHint: string;
  contact: string;
  contactHint: string;
  contactBad: string;
  release: string;
  send: string;
  sentTitle: string;
  sent: string;
  finish: string;
  summaryTitle: string;
  summaryOf: string;
  summarySpan: string;
  share: string;
  summaryFew: string;
  summaryNone: string;
  summaryInterval: string;
  level: string;
  count: string;
  demonstration: string;
  transaction: string;
  next: string;
  nextSteps: Record<string, string>;
  nextGood: string;
  photo: string;
  photoHint: string;
  photoSend: string;
  photoSent: string;
}> = {
  'zh-CN': {
    title: '评价这次服务',
    question: '您对这次服务满意吗？',
    once: '点一下就好，不用登录，不问姓名。',
    enterTitle: '扫码评价',
    enterLead: '用手机相机扫一扫窗口的二维码，点一下就能评价。扫不了，就把二维码下面的 16 个字符填在这里。',
    codeLabel: '评价码',
    codeHint: '例如 AB2C-34DE-5FGH-67JK。大小写、空格和横线都不要紧；0 和 O、1 和 I 认得出来。',
    enterGo: '去评价',
    codeWrong: '这个码对不上，请照着二维码下面的字符逐个核对，一共 16 个。',
    noCodeTitle: '手边没有码？',
    noCodeText: '窗口没有摆放二维码，或者您想反映的不只是一次服务，可以直接填写诉求。',
    complain: '直接填写诉求',
    thanksTitle: '谢谢，评价已收到',
    thanks: '您的评价是“{level}”。',
    thanksBad: '您的评价是“{level}”。对不起，让您不满意了。',
    caseTitle: '这件事会有人管',
    caseWho: '已经转给 {handler} 核实整改，上级单位会盯着办。',
    caseWhoDue: '已经转给 {handler} 核实整改，{due}前要办好并答复，上级单位会盯着办。',
    caseNumber: '编号',
    queryCode: '查询码',
    keep: '截一张图留着，凭这两样随时查进度，不用留姓名电话。查询码不要给别人看。',
    follow: '现在看看进度',
    moreGood: '想多说一句吗？（不填也可以）',
    moreBad: '哪里没做好？说一说，改得更准（不填也可以）',
    aspects: '哪些方面？可以多选',
    words: '一句话',
    wordsHint: '最多 500 字。请不要写别人的身份证号、电话。',
    contact: '手机号或邮箱',
    contactHint: '只用来告诉您结果。加密保存，不公开。',
    contactBad: '留了联系方式，办完一定通知您。加密保存，不公开；不勾选下面一项，办理单位也看不到。',
    release: '可以让办理单位用它来联系我核实情况',
    send: '提交补充',
    sentTitle: '补充已收到，谢谢',
    sent: '您说的话已经加密保存。',
    finish: '不用了，结束',
    summaryTitle: '群众评价',
    summaryOf: '{total} 次评价，{satisfied} 次满意',
    summarySpan: '（{first}至{last}）',
    share: '占比',
    summaryFew: '评价不足 {minimum} 次，只列次数，不算比率。',
    summaryNone: '还没有评价。',
    summaryInterval: '满意率 {rate}（95% 置信区间 {low} 至 {high}）',
    level: '评价',
    count: '次数',
    demonstration: '虚构数据，请勿填写真实信息。',
    transaction: '业务编号 {number}',
    next: '接下来',
    nextSteps: {
      contact: '{due}前：联系您；没有留联系方式的，到窗口了解情况',
      rectify: '{due}前：改好，并写明怎么改的',
      again: '之后：上级单位回头看，是不是真的改了',
    },
    nextGood: '评价计入这个窗口的公开统计，不记姓名。谁也查不出是谁评的。',
    photo: '附一张照片（可以不附）',
    photoHint: '例如告示、排队情况。JPG、PNG 或 WebP，不超过 20 MB。加密保存；给办理单位看的副本去掉了拍摄地点等信息。',
    photoSend: '上传照片',
    photoSent: '照片已收到。',
  },
  en: {
    title: 'Rate this service',
    question: 'Were you satisfied with this service?',
    once: 'One tap is enough. No sign-in, no name.',
    enterTitle: 'Rate a service',
    enterLead:
      'Point your phone’s camera at the square on the counter; one tap rates the service. If you cannot scan it, type the 16 characters below the square.',
    codeLabel: 'Code',
    codeHint:
      'For example AB2C-34DE-5FGH-67JK. Case, spaces and hyphens do not matter; 0 and O, 1 and I are understood.',
    enterGo: 'Go on',
    codeWrong: 'This code does not fit. Please compare it with the 16 characters below the square.',
    noCodeTitle: 'No code at hand?',
    noCodeText: 'If the counter shows no code, or it is about more than one service, you can file a complaint.',
    complain: 'File a complaint',
    thanksTitle: 'Thank you, your rating is in',
    thanks: 'Your rating: {level}.',
    thanksBad: 'Your rating: {level}. We are sorry that you were not satisfied.',
    caseTitle: 'Somebody will see to it',
    caseWho: '{handler} must look into it and put it right; its superior body watches.',
    caseWhoDue: '{handler} must put it right and answer by {due}; its superior body watches.',
    caseNumber: 'Number',
    queryCode: 'Query code',
    keep: 'Keep a picture of the screen: these two let you follow it at any time, without name or phone. Show the query code to nobody.',
    follow: 'Follow it now',
    moreGood: 'Would you like to say more? (optional)',
    moreBad: 'What went wrong? Your words help to put it right (optional)',
    aspects: 'Which aspects? Choose any',
    words: 'In a sentence',
    wordsHint: '500 characters at most. Please leave out other people’s numbers.',
    contact: 'Phone or mail',
    contactHint: 'Only to tell you the result. Stored encrypted, never published.',
    contactBad:
      'With a contact you will be told the result. Stored encrypted, never published; unless you tick the box below, the handling body does not see it either.',
    release: 'The handling body may use it to ask me back',
    send: 'Send',
    sentTitle: 'Received, thank you',
    sent: 'Your words are stored encrypted.',
    finish: 'No, I am done',
    summaryTitle: 'Ratings',
    summaryOf: '{total} ratings, {satisfied} satisfied',
    summarySpan: ' ({first} to {last})',
    share: 'Share',
    summaryFew: 'Fewer than {minimum} ratings: counts only, no rate.',
    summaryNone: 'No ratings yet.',
    summaryInterval: '{rate} satisfied (95 % interval {low} to {high})',
    level: 'Rating',
    count: 'Count',
    demonstration: 'Fictional data: enter nothing real.',
    transaction: 'Transaction {number}',
    next: 'What happens next',
    nextSteps: {
      contact: 'By {due}: you are contacted; without a contact it is looked into at the counter',
      rectify: 'By {due}: it is put right, and what was changed is written down',
      again: 'Then the superior body looks whether it was really changed',
    },
    nextGood: 'Your rating counts in the public figures of this counter, without a name. Nobody can tell who gave it.',
    photo: 'Add a photo (optional)',
    photoHint:
      'For example of a notice or a queue. JPG, PNG or WebP, 20 MB at most. Stored encrypted; the copy for the handling body carries no place or device.',
    photoSend: 'Send the photo',
    photoSent: 'The photo was received.',
  },
};
