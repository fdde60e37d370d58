import type { HelpTask } from './help-task.ts';
import { citizenTasks } from './help-tasks-citizen.ts';
import { bodyTasks, readerTasks } from './help-tasks-others.ts';
import type { Locale, Text } from './locale.ts';

/** Around the tasks of the help. */
export const helpPages: Text<{
  title: string;
  lead: string;
  groups: readonly [citizens: string, bodies: string, readers: string];
  how: string;
  back: string;
  steps: string;
  cost: string;
  costText: string;
  time: string;
  sees: string;
  start: string;
  others: string;
  search: string;
}> = {
  'zh-CN': {
    title: '办事说明',
    lead: '遇到事不知道怎么办，从这里找。每一页一屏，不收费，不用注册，手机就能办。',
    groups: ['群众和企业', '单位', '银行、记者和研究者'],
    how: '怎么办理',
    back: '办事说明',
    steps: '怎么做',
    cost: '收费吗',
    costText: '不收费，也不用找人代办。',
    time: '多久',
    sees: '谁能看到',
    start: '从这里开始',
    others: '别的事',
    search: '搜一搜',
  },
  en: {
    title: 'Help',
    lead: 'What to do, one screen each. It costs nothing, needs no account, and a phone is enough.',
    groups: ['People and enterprises', 'Bodies', 'Lenders, journalists, researchers'],
    how: 'How it works',
    back: 'Help',
    steps: 'What to do',
    cost: 'Cost',
    costText: 'Nothing. You need no agent.',
    time: 'How long',
    sees: 'Who sees what',
    start: 'Start here',
    others: 'Other questions',
    search: 'Search',
  },
};

/** Tasks in the groups of `helpPages.groups`. */
export const helpTasks = (locale: Locale): readonly (readonly HelpTask[])[] => [
  citizenTasks[locale],
  bodyTasks[locale],
  readerTasks[locale],
];
