import type { Text } from './locale.ts';

/** 打击报复: the protected channel of complainants, and the list of the superior. */
export const retaliationText: Text<{
  fold: string;
  lead: string;
  nobody: string;
  label: string;
  hint: string;
  send: string;
  words: string;
  you: string;
  title: string;
  listLead: string;
  empty: string;
  emptyText: string;
  number: string;
  against: string;
  respondent: string;
  at: string;
  state: string;
  waiting: string;
  answered: string;
  open: string;
  theComplainant: string;
  protect: string;
  answerLabel: string;
  answerHint: string;
  answerSend: string;
  sent: string;
  back: string;
}> = {
  'zh-CN': {
    fold: '有人因为这件事为难您？可以只告诉上级',
    lead: '只有{body}的监督人员能看到。承办单位和被反映单位看不到，办理过程里也不会出现。',
    nobody: '承办单位之上没有可以受理的单位。请拨打 12345，或者向纪检监察机关反映。',
    label: '发生了什么',
    hint: '什么时候、谁、做了什么。危险的时候请先拨打 110。',
    send: '只发给上级',
    words: '您和上级之间的话',
    you: '您',
    title: '打击报复的反映',
    listLead:
      '反映人说，因为提出诉求受到为难。只有本单位的监督人员能看到；不要转给承办单位，也不要写进诉求的办理记录。',
    empty: '没有这样的反映',
    emptyText: '有人反映时，会发通知给您。',
    number: '诉求编号',
    against: '当时的承办单位',
    respondent: '被反映单位',
    at: '时间',
    state: '状态',
    waiting: '等您答复',
    answered: '已经答复',
    open: '查看',
    theComplainant: '反映人',
    protect: '查看会留下记录。向承办单位了解情况时，不要让对方知道有人反映。',
    answerLabel: '给反映人的话',
    answerHint: '只在反映人查进度的页面上出现。',
    answerSend: '发给反映人',
    sent: '已经发出。只有反映人能看到。',
    back: '打击报复的反映',
  },
  en: {
    fold: 'Is somebody making trouble for you because of this? Tell the superior alone',
    lead: 'Only supervisors of {body} read this. Neither the body that has the case nor the one complained of sees it, and it is in no timeline.',
    nobody: 'No body above the handler can take this. Please call 12345 or turn to the supervisory authority.',
    label: 'What happened',
    hint: 'When, who, what. In danger call 110 first.',
    send: 'Send to the superior alone',
    words: 'Between you and the superior',
    you: 'You',
    title: 'Reports of retaliation',
    listLead:
      'Complainants say that they are troubled because they complained. Only supervisors of your body see this: never pass it to the handler, never write it into the case.',
    empty: 'There are none',
    emptyText: 'You get a notice when somebody reports.',
    number: 'Case',
    against: 'Handler at the time',
    respondent: 'Respondent',
    at: 'When',
    state: 'State',
    waiting: 'Waits for your answer',
    answered: 'Answered',
    open: 'Open',
    theComplainant: 'Complainant',
    protect: 'Reading is written down. When you ask the handler about it, do not let it show that somebody reported.',
    answerLabel: 'Words to the complainant',
    answerHint: 'They appear on the tracking page alone.',
    answerSend: 'Send to the complainant',
    sent: 'Sent. Only the complainant sees it.',
    back: 'Reports of retaliation',
  },
};
