import type { Text } from './locale.ts';

/** Comments on fair-competition reviews: what the public page says of them, the form, and the officials' list. */
export const reviewCommentText: Text<{
  title: string;
  before: string;
  open: string;
  over: string;
  answered: string;
  unanswered: string;
  write: string;
  lead: string;
  closed: string;
  words: string;
  wordsHint: string;
  name: string;
  contact: string;
  contactHint: string;
  send: string;
  sent: string;
  sentText: string;
  back: string;
  check: { working: string; done: string; held: string };
  desk: string;
  deskLead: string;
  none: string;
  erased: string;
  received: string;
  unchecked: string;
  anonymous: string;
  hidden: string;
  answerTitle: string;
  answerLead: string;
  answerLater: string;
  answer: string;
  publish: string;
  more: string;
}> = {
  'zh-CN': {
    title: '征求意见',
    before: '{from}至{until}征求意见，还没有开始。',
    open: '正在征求意见，{until}截止。任何人都可以提，不用注册，不用留姓名。',
    over: '征求意见已于{until}截止。',
    answered: '共收到 {n} 条意见，单位已于{on}公布答复，见“履行进展”。',
    unanswered: '单位还没有公布收到多少条意见和怎样答复。',
    write: '提意见',
    lead: '对这项公平竞争审查提意见。只有负责审查的单位和它的上级看得到；截止以后，单位公布收到多少条和怎样答复。',
    closed: '现在不能提意见。认为违反公平竞争的，可以从承诺页面直接反映。',
    words: '您的意见',
    wordsHint: '例如：哪一条限制了哪类企业，有什么依据。',
    name: '姓名或者单位名称',
    contact: '联系方式',
    contactHint: '想让单位回您，就留电话或者邮箱；只有答复的单位看得到。',
    send: '提交意见',
    sent: '意见已收到',
    sentText: '单位在征求意见截止以后公布答复，请到承诺页面查看。',
    back: '回到这项审查',
    check: { working: '正在核验是不是真人……', done: '核验完成。', held: '无法核验时也可以提交。' },
    desk: '收到的意见',
    deskLead: '每次打开都会记录。不得转告他人，也不得用于答复以外的事。',
    none: '还没有收到意见。',
    erased: '保存期满，意见内容已清除。',
    received: '共收到 {n} 条。',
    unchecked: '未通过真人核验',
    anonymous: '没有留姓名',
    hidden: '姓名和联系方式只给答复的单位看。',
    answerTitle: '公布收到的条数和答复',
    answerLead: '条数由系统统计（{n} 条），答复会作为履行进展公开，只能公布一次。',
    answerLater: '{until}截止以后才能公布答复。',
    answer: '答复',
    publish: '公布',
    more: '这里列出最早的 {n} 条。',
  },
  en: {
    title: 'Comments',
    before: 'Comments are taken from {from} to {until}: not yet.',
    open: 'Comments are taken until {until}. Anybody can send one, without an account and without a name.',
    over: 'The time for comments ended on {until}.',
    answered: '{n} comments came; the body published its answer on {on}: see “Progress”.',
    unanswered: 'The body has not yet published how many came and what it answers.',
    write: 'Send a comment',
    lead: 'Comment on this fair-competition review. Only the body in charge and those above it read it; afterwards the body publishes how many came and what it answers.',
    closed:
      'No comments are taken now. If you think that it violates fair competition, complain from the page of the commitment.',
    words: 'Your comment',
    wordsHint: 'For example: which clause shuts out which enterprises, and what shows it.',
    name: 'Name, or name of your organisation',
    contact: 'How to reach you',
    contactHint: 'Telephone or mail address, if you want to hear from the body; only the body that answers sees it.',
    send: 'Send the comment',
    sent: 'Your comment has arrived',
    sentText: 'The body publishes its answer once the time for comments is over: look at the page of the commitment.',
    back: 'Back to the review',
    check: {
      working: 'Checking that you are a person…',
      done: 'Checked.',
      held: 'You can send it even if the check does not work.',
    },
    desk: 'Comments that came',
    deskLead: 'Each look is recorded. Tell nobody, and use them for the answer alone.',
    none: 'No comments so far.',
    erased: 'The comments were erased at the end of their time.',
    received: '{n} came.',
    unchecked: 'not checked to be from a person',
    anonymous: 'without a name',
    hidden: 'Names and contacts are for the body that answers.',
    answerTitle: 'Publish the count and the answer',
    answerLead: 'The count is the system’s ({n}); the answer becomes public as progress, once.',
    answerLater: 'The answer can be published after {until}.',
    answer: 'Answer',
    publish: 'Publish',
    more: 'The {n} oldest are listed here.',
  },
};
