import type { Text } from './locale.ts';

export const levelNames: Text<Record<string, string>> = {
  'zh-CN': { '5': '非常满意', '4': '满意', '3': '基本满意', '2': '不满意', '1': '非常不满意', none: '不了解' },
  en: {
    '5': 'Very satisfied',
    '4': 'Satisfied',
    '3': 'Fairly',
    '2': 'Dissatisfied',
    '1': 'Very dissatisfied',
    none: 'I cannot say',
  },
};

/** Appraisals by representatives of society: officials' pages, the questionnaire behind a link, and the public results. */
export const appraisalText: Text<{
  title: string;
  lead: string;
  none: string;
  place: string;
  held: string;
  until: string;
  publishedOn: string;
  response: string;
  responseOf: string;
  question: string;
  mean: string;
  meanOf: string;
  satisfied: string;
  distribution: string;
  chart: string;
  few: string;
  apart: string;
  back: string;
  answerTitle: string;
  answerLead: string;
  answerApart: string;
  answerOnce: string;
  send: string;
  gone: string;
  goneText: string;
  doneTitle: string;
  doneText: string;
  optional: string;
  officialTitle: string;
  officialLead: string;
  create: string;
  createLead: string;
  body: string;
  division: string;
  name: string;
  nameHint: string;
  closesOn: string;
  questions: string;
  questionsHint: string;
  questionsDefault: string;
  states: Record<string, string>;
  panel: string;
  panelHint: string;
  panelAdd: string;
  panelClear: string;
  panelCount: string;
  sectors: Record<string, string>;
  progress: string;
  open: string;
  openHint: string;
  publish: string;
  publishHint: string;
  publishOther: string;
  words: string;
  wordsHint: string;
  wordsNone: string;
  asPublished: string;
}> = {
  'zh-CN': {
    title: '社会各界代表评议',
    lead: '由社会各界代表用同一份问卷评议一个地方的政务诚信。每人一个一次性链接；答卷和姓名分开存放。',
    none: '还没有公布的评议。',
    place: '被评议地区',
    held: '组织单位',
    until: '截止日期',
    publishedOn: '公布时间',
    response: '回收率',
    responseOf: '{part} / {total} 位代表作答',
    question: '问题',
    mean: '平均',
    meanOf: '{mean}（满分 5）',
    satisfied: '基本满意以上',
    distribution: '分布',
    chart: '各等次的人数，数字见表',
    few: '作答不足 {least} 份，为保护作答人，不公布结果。',
    apart: '答卷里没有姓名、链接和时间；代表名单在公布结果时销毁。',
    back: '全部评议',
    answerTitle: '代表评议问卷',
    answerLead: '{body}邀请您评议{place}的政务诚信。请在{on}以前作答。',
    answerApart: '没有工作人员能知道哪一份是您答的：答卷单独存放，不含您的姓名、这个链接和作答时间。',
    answerOnce: '链接只能用一次，提交以后不能修改。',
    send: '提交',
    gone: '这个链接不能用',
    goneText: '可能已经用过、已经截止，或者没有复制完整。',
    doneTitle: '已收到您的评议',
    doneText: '谢谢。结果公布以后，任何人都可以在“社会各界代表评议”里看到。',
    optional: '可不填',
    officialTitle: '代表评议',
    officialLead: '拟定问卷和代表名单，发出链接，到期自动统计，由另一人公布。',
    create: '新的评议',
    createLead: '发出以前都可以放弃；发出以后问卷和名单不能再改。',
    body: '组织单位',
    division: '被评议地区的代码',
    name: '标题',
    nameHint: '例如：2026 年度样例市政务诚信代表评议',
    closesOn: '截止日期',
    questions: '问题',
    questionsHint: '每行一题，最多 20 题。默认按五个等次打分；行首写 # 的请代表写文字（可不填）。',
    questionsDefault:
      '政府对企业和群众作出的承诺，兑现得怎么样？\n换届或者换人以后，原来答应的事还算数吗？\n反映问题以后，答复是否及时、认真？\n该付的账款，是否按约定支付？\n发现失信以后，整改是否到位、公开？\n# 最希望政府改进的一件事是什么？',
    states: { draft: '拟定中', open: '作答中', closed: '已截止，待公布', published: '已公布' },
    panel: '代表名单',
    panelHint: '每行一位：姓名，邮箱，界别。界别代码：{sectors}。保存后加密，任何页面都不再显示；写错了请清空重录。',
    panelAdd: '加入名单',
    panelClear: '清空名单',
    panelCount: '名单上 {panel} 位（至少 {least} 位）',
    sectors: {
      deputy: '人大代表',
      committee: '政协委员',
      enterprise: '企业',
      resident: '居民村民',
      expert: '专家学者',
      media: '媒体',
      association: '行业协会',
      other: '其他',
    },
    progress: '已发出 {sent} / {panel}，已作答 {used}。截止前三天提醒一次还没有作答的。',
    open: '发出链接',
    openHint: '每位代表收到一封邮件，内有只能用一次的链接。',
    publish: '公布结果',
    publishHint: '公布的同时销毁代表名单。',
    publishOther: '须由拟定人以外的审批人公布。',
    words: '代表写的意见',
    wordsHint: '顺序是随机的，不对外公布。',
    wordsNone: '没有，或者作答不足 {least} 份，不予显示。',
    asPublished: '看公开页面',
  },
  en: {
    title: 'Appraisal by representatives of society',
    lead: 'Representatives of society appraise the integrity of a place by one questionnaire. Each has one link that works once; answers and names are kept apart.',
    none: 'No appraisal has been published yet.',
    place: 'Place',
    held: 'Held by',
    until: 'Until',
    publishedOn: 'Published',
    response: 'Response rate',
    responseOf: '{part} of {total} answered',
    question: 'Question',
    mean: 'Mean',
    meanOf: '{mean} of 5',
    satisfied: 'Fairly satisfied or better',
    distribution: 'Distribution',
    chart: 'How many gave each level; the table has the numbers',
    few: 'Fewer than {least} answered: to protect them nothing is told of the answers.',
    apart: 'An answer holds no name, link or time; the list of the panel is destroyed when the results are published.',
    back: 'All appraisals',
    answerTitle: 'Questionnaire',
    answerLead: '{body} invites you to appraise the integrity of government in {place}. Please answer by {on}.',
    answerApart:
      'No official can learn which answer is yours: it is kept apart, without your name, this link or the time.',
    answerOnce: 'The link works once; what was sent cannot be changed.',
    send: 'Send',
    gone: 'This link does not work',
    goneText: 'It was used, its time is over, or it was not copied whole.',
    doneTitle: 'Your appraisal has arrived',
    doneText: 'Thank you. Once published, everybody can read the results among the appraisals.',
    optional: 'optional',
    officialTitle: 'Appraisals',
    officialLead:
      'Write the questionnaire and the panel, send the links; it is counted when it ends, and another person publishes.',
    create: 'A new appraisal',
    createLead: 'Until the links are sent it can be left; from then on questions and panel stay.',
    body: 'Held by',
    division: 'Division code of the place',
    name: 'Title',
    nameHint: 'For example: Appraisal of Sample City 2026',
    closesOn: 'Last day',
    questions: 'Questions',
    questionsHint:
      'One a line, at most 20. Each is rated in five levels; a line that begins with # asks for words (optional).',
    questionsDefault:
      '政府对企业和群众作出的承诺，兑现得怎么样？\n换届或者换人以后，原来答应的事还算数吗？\n反映问题以后，答复是否及时、认真？\n该付的账款，是否按约定支付？\n发现失信以后，整改是否到位、公开？\n# 最希望政府改进的一件事是什么？',
    states: { draft: 'Draft', open: 'Being answered', closed: 'Ended, to be published', published: 'Published' },
    panel: 'Panel',
    panelHint:
      'One a line: name, mail address, sector. Sectors: {sectors}. Sealed when saved and never shown again; clear a wrong list and enter it anew.',
    panelAdd: 'Add to the panel',
    panelClear: 'Clear the panel',
    panelCount: '{panel} on the panel (at least {least})',
    sectors: {
      deputy: 'deputy',
      committee: 'member of the consultative conference',
      enterprise: 'enterprise',
      resident: 'resident',
      expert: 'expert',
      media: 'media',
      association: 'association',
      other: 'other',
    },
    progress:
      'Sent {sent} of {panel}, answered {used}. Whoever has not answered is reminded once, three days before the end.',
    open: 'Send the links',
    openHint: 'Each gets a mail with a link that works once.',
    publish: 'Publish the results',
    publishHint: 'The list of the panel is destroyed with it.',
    publishOther: 'An approver who did not write it must publish.',
    words: 'What the panel wrote',
    wordsHint: 'In an order of chance; not published.',
    wordsNone: 'Nothing, or fewer than {least} answered.',
    asPublished: 'The public page',
  },
};

/** Mails of the panel are Chinese: the list does not say who reads what. */
export const appraisalMail: Text<{ subject: string; reminderSubject: string; text: string }> = {
  'zh-CN': {
    subject: '请评议{place}的政务诚信：{title}',
    reminderSubject: '提醒：{title}还有几天截止',
    text: '{name}：\n\n{body}邀请您作为社会各界代表，评议{place}的政务诚信（{title}）。\n\n请在{on}以前打开下面的链接作答，大约三分钟。链接是您一个人的，只能用一次，请不要转给别人：\n\n{link}\n\n答卷单独存放，不含您的姓名、链接和作答时间，没有工作人员能知道哪一份是您答的。',
  },
  en: {
    subject: 'Please appraise the integrity of {place}: {title}',
    reminderSubject: 'Reminder: {title} ends in a few days',
    text: 'Dear {name},\n\n{body} invites you, as a representative of society, to appraise the integrity of government in {place} ({title}).\n\nPlease answer by {on}; it takes about three minutes. The link is yours alone and works once; please do not pass it on:\n\n{link}\n\nYour answer is kept apart, without your name, the link or the time: no official can learn which one is yours.',
  },
};
