import type { Text } from './locale.ts';

/** What officials see of one another and of what changed on the page of a case. */
export const workspaceText: Text<{
  none: string;
  changes: Record<'state' | 'due' | 'handler' | 'assignee', string>;
  alsoOpen: string;
  person: string;
  justNow: string;
  minutesAgo: string;
  theirs: string;
  mine: string;
  nothingWritten: string;
  mineHint: string;
  mineKept: string;
}> = {
  'zh-CN': {
    none: '无',
    changes: {
      state: '状态：{from} → {to}',
      due: '期限：{from} → {to}',
      handler: '承办单位：{from} → {to}',
      assignee: '经办人：{from} → {to}',
    },
    alsoOpen: '还有人打开着这件诉求：',
    person: '{name}（{ago}）',
    justNow: '刚刚',
    minutesAgo: '{n} 分钟前',
    theirs: '这期间发生的',
    mine: '您写的',
    nothingWritten: '没有留下文字。',
    mineHint: '您写的都在这里。能继续办的，下面的表单里也留着；不能办的，可以从这里复制。',
    mineKept: '您的答复已存为草稿。',
  },
  en: {
    none: 'none',
    changes: {
      state: 'State: {from} → {to}',
      due: 'Due: {from} → {to}',
      handler: 'Who has it: {from} → {to}',
      assignee: 'Desk of: {from} → {to}',
    },
    alsoOpen: 'Also open with: ',
    person: '{name} ({ago})',
    justNow: 'just now',
    minutesAgo: '{n} minutes ago',
    theirs: 'What happened meanwhile',
    mine: 'What you wrote',
    nothingWritten: 'No words were left.',
    mineHint:
      'All that you wrote is here. What can still be done has it in its form below; the rest can be copied from here.',
    mineKept: 'Your answer was kept as a draft.',
  },
};
