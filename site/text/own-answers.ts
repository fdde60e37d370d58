import type { Text } from './locale.ts';

/** What the complainant reads of files, promises and explanations. */
export const ownAnswersText: Text<{
  files: string;
  promise: Record<string, string>;
  report: string;
  reportFiles: string;
  youSaid: string;
  deny: string;
  denyText: string;
  denyLabel: string;
  denyWhich: string;
  denySend: string;
  explanations: string;
  explanationAsked: string;
  explanationStates: Record<string, string>;
  explanationText: string;
  explanationKept: string;
  released: Record<string, string>;
  releasedLine: string;
  releasedNone: string;
}> = {
  'zh-CN': {
    files: '答复的附件',
    promise: {
      open: '还没有到期',
      overdue: '已经过期，没有报告办到',
      reported: '承办单位说已经办到',
      reported_late: '承办单位说已经办到，晚于答应的日期',
      denied: '您说没有办到，承办单位应当继续办',
      superseded: '后来的答复代替了它',
    },
    report: '{body}在 {date} 说办到了',
    reportFiles: '办到的证明',
    youSaid: '您说',
    deny: '其实没有办到？',
    denyText: '承办单位说答应您的事已经办到。如果不是这样，请告诉我们。您的话会和它的话一起留下来。',
    denyWhich: '哪一项',
    denyLabel: '实际情况是什么',
    denySend: '没有办到',
    explanations: '被反映单位的书面说明',
    explanationAsked: '承办单位请{body}在 {date} 前书面说明原因。',
    explanationStates: { open: '还没有回复', overdue: '过期没有回复', given: '{date} 已经说明' },
    explanationText: '说明的内容',
    explanationKept: '内容由承办单位核实使用，目前没有公开给您。',
    released: { demands: '您的各项诉求', narrative: '您反映的情况' },
    releasedLine: '按您的同意，一并给了对方：{fields}。',
    releasedNone: '没有把您写的内容给对方，也没有说您是谁。',
  },
  en: {
    files: 'Files of the answer',
    promise: {
      open: 'not due yet',
      overdue: 'overdue: nothing was reported',
      reported: 'the body says that it is done',
      reported_late: 'the body says that it is done, after the promised date',
      denied: 'you say that it is not done: the body must go on',
      superseded: 'a later answer takes its place',
    },
    report: '{body} said on {date} that it was done',
    reportFiles: 'What shows it',
    youSaid: 'You said',
    deny: 'It was not done?',
    denyText:
      'The body says that what it promised you is done. If that is not so, please say it here: your words stay beside theirs.',
    denyWhich: 'Which one',
    denyLabel: 'What really happened',
    denySend: 'It was not done',
    explanations: 'Written explanation of the body complained of',
    explanationAsked: '{body} was asked to explain in writing by {date}.',
    explanationStates: { open: 'no reply yet', overdue: 'overdue, no reply', given: 'given on {date}' },
    explanationText: 'What it wrote',
    explanationKept: 'The handling body uses it to find out what happened; it has not been opened to you.',
    released: { demands: 'your demands', narrative: 'what you wrote happened' },
    releasedLine: 'With your consent this went along: {fields}.',
    releasedNone: 'Nothing that you wrote went along, nor who you are.',
  },
};
