import type { Text } from './locale.ts';

/** The official's inbox. */
export const inboxText: Text<{
  title: string;
  folders: Record<string, string>;
  filters: string;
  clock: string;
  number: string;
  matter: string;
  respondent: string;
  handler: string;
  state: string;
  filed: string;
  caption: string;
  leftWorking: string;
  leftCalendar: string;
  today: string;
  overWorking: string;
  overCalendar: string;
  paused: string;
  none: string;
  held: string;
  keys: string;
  emptyTitle: string;
  empty: Record<string, string>;
  noGrants: string;
  noGrantsText: string;
}> = {
  'zh-CN': {
    title: '收件箱',
    folders: {
      all: '待办',
      held: '待核验',
      to_accept: '待受理',
      in_progress: '办理中',
      due_soon: '快到期',
      overdue: '已超期',
      waiting: '等待补充材料',
      answered: '已答复',
      closed: '已结束',
    },
    filters: '按状态筛选',
    clock: '时限',
    number: '编号',
    matter: '事由',
    respondent: '被反映单位',
    handler: '承办单位',
    state: '状态',
    filed: '提交日期',
    caption: '本单位的诉求，先到期的在前',
    leftWorking: '余{days}个工作日',
    leftCalendar: '余{days}天',
    today: '今天到期',
    overWorking: '超期{days}个工作日',
    overCalendar: '超期{days}天',
    paused: '已暂停',
    none: '未起算',
    held: '待核验',
    keys: '按 j、k 上下移动，按回车打开。',
    emptyTitle: '这里没有诉求',
    empty: {
      all: '没有要办的诉求。有新的诉求时，会发通知给您。',
      held: '没有等待人工核验的诉求。',
      to_accept: '没有等待受理的诉求。',
      in_progress: '没有正在办理的诉求。',
      due_soon: '三个工作日内没有到期的诉求。',
      overdue: '没有超期的诉求，很好。',
      waiting: '没有在等对方补充材料的诉求。',
      answered: '没有答复后尚未办结的诉求。',
      closed: '还没有已结束的诉求。',
    },
    noGrants: '您还没有分配单位和职责',
    noGrantsText: '请联系管理员，为您添加单位和角色。',
  },
  en: {
    title: 'Inbox',
    folders: {
      all: 'Open',
      held: 'To screen',
      to_accept: 'To accept',
      in_progress: 'In progress',
      due_soon: 'Due soon',
      overdue: 'Overdue',
      waiting: 'Waiting for material',
      answered: 'Answered',
      closed: 'Ended',
    },
    filters: 'Filter by state',
    clock: 'Clock',
    number: 'Number',
    matter: 'About',
    respondent: 'Respondent',
    handler: 'Who has it',
    state: 'State',
    filed: 'Filed',
    caption: 'Cases of your bodies, what is due first on top',
    leftWorking: '{days} working days left',
    leftCalendar: '{days} days left',
    today: 'Due today',
    overWorking: '{days} working days over',
    overCalendar: '{days} days over',
    paused: 'Paused',
    none: 'Not begun',
    held: 'To screen',
    keys: 'Keys: j and k move, Enter opens.',
    emptyTitle: 'Nothing here',
    empty: {
      all: 'Nothing to do. You get a notice when something arrives.',
      held: 'Nothing waits for screening.',
      to_accept: 'Nothing waits to be accepted.',
      in_progress: 'Nothing is in progress.',
      due_soon: 'Nothing is due within three working days.',
      overdue: 'Nothing is overdue. Well done.',
      waiting: 'Nothing waits for material.',
      answered: 'Nothing is answered and still open.',
      closed: 'Nothing has ended yet.',
    },
    noGrants: 'You have no body and no role yet',
    noGrantsText: 'Please ask your administrator to add them.',
  },
};
