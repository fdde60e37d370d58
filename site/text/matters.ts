import type { Text } from './locale.ts';

/** The page "who answers for this, and why". */
export const askPages: Text<{
  title: string;
  lead: string;
  who: string;
  whoHint: string;
  what: string;
  whatHint: string;
  kind: string;
  kindHint: string;
  matterIs: string;
  matterGuess: string;
  matterGuessWords: string;
  otherMatter: string;
  chooseMatter: string;
  submit: string;
  chooseBody: string;
  chooseBodyHint: string;
  noBody: string;
  noBodyText: string;
  browse: string;
  answer: string;
  handler: string;
  noHandler: string;
  accepting: string;
  watching: string;
  supporting: string;
  why: string;
  steps: string;
  clocks: string;
  clause: string;
  complain: string;
  again: string;
  asked: string;
  nowIs: string;
  change: string;
  policies: string;
  example: string;
  kinds: Record<string, string>;
}> = {
  'zh-CN': {
    title: '这事该谁管？',
    lead: '写下是哪个单位、什么事，就知道由谁来办、为什么。不用登录，也不留记录。',
    who: '是哪个单位的事？',
    whoHint: '写全称、简称或老名字都行，例如“滨湖区政府”。',
    what: '是什么事？',
    whatHint: '用自己的话写一句就行，例如“招商时答应的奖励没给”。',
    kind: '属于哪种情形',
    kindHint: '拿不准就不用改。',
    matterIs: '事项',
    matterGuess: '按您写的，这像是',
    matterGuessWords: '因为您提到了{words}。',
    otherMatter: '不对？换一个：',
    chooseMatter: '是哪一类事？',
    submit: '看看该谁管',
    chooseBody: '您说的是哪一个？',
    chooseBodyHint: '有几个单位名称相近，请选一个。',
    noBody: '没有找到这个单位',
    noBodyText: '换个说法试试，比如只写“滨湖 商务”；也可以按地方一级一级找。',
    browse: '按地方找单位',
    answer: '答案',
    handler: '由谁办理',
    noHandler: '本平台没有能办的单位',
    accepting: '先由它受理',
    watching: '由它监督',
    supporting: '配合的单位',
    why: '为什么',
    steps: '一步一步是怎么得出来的',
    clocks: '多久答复',
    clause: '{document} {clause}',
    complain: '去反映这件事',
    again: '再问一次',
    asked: '您问的单位',
    nowIs: '现在是',
    change: '更改',
    policies: '看全部分工依据',
    example: '例如：{text}',
    kinds: {
      promise: '答应的没有做到',
      old_debt: '换了领导不认旧账',
      arrears: '拖欠账款',
      tip_off: '举报（自己不是当事人）',
      service: '对一次服务的差评',
      other: '其他',
    },
  },
  en: {
    title: 'Who answers for this?',
    lead: 'Say which body and what it is about, and see who handles it and why. No sign-in, nothing is kept.',
    who: 'Which body is it about?',
    whoHint: 'Full, short or former name, for example “滨湖区政府”.',
    what: 'What is it about?',
    whatHint: 'One sentence in your own words, for example “the promised subsidy was never paid”.',
    kind: 'Kind of case',
    kindHint: 'Leave it if you are not sure.',
    matterIs: 'Matter',
    matterGuess: 'From your words this looks like',
    matterGuessWords: 'You mention {words}.',
    otherMatter: 'Not that? Choose another:',
    chooseMatter: 'What kind of matter is it?',
    submit: 'See who answers',
    chooseBody: 'Which of these do you mean?',
    chooseBodyHint: 'Several bodies have names like this. Please choose one.',
    noBody: 'No such body was found',
    noBodyText: 'Try other words, for example only “滨湖 商务”, or go from place to place.',
    browse: 'Find a body by place',
    answer: 'Answer',
    handler: 'Handled by',
    noHandler: 'No body on this portal can handle it',
    accepting: 'Taken in by',
    watching: 'Watched by',
    supporting: 'Supporting',
    why: 'Why',
    steps: 'How this was found, step by step',
    clocks: 'How long it takes',
    clause: '{document}, {clause}',
    complain: 'Complain about this',
    again: 'Ask again',
    asked: 'You asked about',
    nowIs: 'today',
    change: 'Change',
    policies: 'See where all duties come from',
    example: 'For example: {text}',
    kinds: {
      promise: 'A promise was not kept',
      old_debt: 'New officials disown an old debt',
      arrears: 'Money is owed',
      tip_off: 'Tip-off (it did not happen to me)',
      service: 'A bad rating of a service',
      other: 'Something else',
    },
  },
};
