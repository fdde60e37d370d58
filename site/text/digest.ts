import type { Text } from './locale.ts';

export type DigestGroup = 'overdue' | 'today' | 'soon' | 'fresh';

/** The morning list of an official: numbers and days only. */
export const digestWords: Text<{
  groups: Record<DigestGroup, string>;
  late: string;
  now: string;
  left: string;
  units: Record<'working_day' | 'calendar_day', string>;
  more: string;
}> = {
  'zh-CN': {
    groups: {
      overdue: '▲ 已超期（{count} 件）',
      today: '今天到期（{count} 件）',
      soon: '三个工作日内到期（{count} 件）',
      fresh: '新收到，等待受理（{count} 件）',
    },
    late: '超期 {days} {unit}',
    now: '今天到期',
    left: '还剩 {days} {unit}',
    units: { working_day: '个工作日', calendar_day: '天' },
    more: '还有更多，请登录查看。',
  },
  en: {
    groups: {
      overdue: '▲ Overdue ({count})',
      today: 'Due today ({count})',
      soon: 'Due within three working days ({count})',
      fresh: 'New, waiting to be accepted ({count})',
    },
    late: 'overdue by {days} {unit}',
    now: 'due today',
    left: '{days} {unit} left',
    units: { working_day: 'working day(s)', calendar_day: 'day(s)' },
    more: 'There is more: please sign in.',
  },
};
