import type { Text } from './locale.ts';

/** Lists beside the inbox: what was passed on, what an arbiter decides. */
export const besideText: Text<{
  titles: Record<string, string>;
  leads: Record<string, string>;
  empty: Record<string, string>;
  since: Record<string, string>;
  searchLabel: string;
  searchHint: string;
  noHits: string;
  opened: string;
  openedMore: string;
  due: string;
  back: string;
  nav: string;
}> = {
  'zh-CN': {
    titles: { passed_on: '已转出', disputes: '管辖争议' },
    leads: {
      passed_on: '本单位转出的诉求。可以查看办理情况，不能再办理。转出不改变时限，原来在走的时限照常走。',
      disputes: '承办单位认为不属于自己职责、请您指定承办单位的诉求。指定之前，仍由现在的承办单位办理，时限照常走。',
    },
    empty: { passed_on: '本单位没有转出的诉求。', disputes: '没有等待指定承办单位的诉求。' },
    since: { passed_on: '转出日期', disputes: '提出日期' },
    searchLabel: '在已转出的诉求里搜索',
    searchHint: '编号，或经过、诉求里的词语，至少两个字。只搜本单位转出的诉求。',
    noHits: '本单位转出的诉求里没有符合的。',
    opened: '打开查对了 {n} 件，符合的有 {hits} 件，最近转出的在前。',
    openedMore: '打开查对了最近转出的 {n} 件，符合的有 {hits} 件。更早的还没有查，请点“下一页”继续。',
    due: '到期日',
    back: '收件箱',
    nav: '其他诉求',
  },
  en: {
    titles: { passed_on: 'Passed on', disputes: 'Disputes of competence' },
    leads: {
      passed_on:
        'Cases that your bodies passed on. You can follow them but no longer act on them. Passing on changes no clock: what ran runs on.',
      disputes:
        'The handler says that these are not its own and asks you to designate one. Until then it keeps the case, and the clocks run on.',
    },
    empty: { passed_on: 'Your bodies have passed nothing on.', disputes: 'Nothing waits for a designation.' },
    since: { passed_on: 'Passed on', disputes: 'Contested' },
    searchLabel: 'Search what was passed on',
    searchHint:
      'A number, or words of the story or the demands, two characters or more. Only what your bodies passed on.',
    noHits: 'No case that your bodies passed on fits.',
    opened: '{n} cases were opened and read, {hits} fit, the last passed on first.',
    openedMore:
      'The {n} cases passed on last were opened and read, {hits} fit. Earlier ones were not read yet: “Next” goes on.',
    due: 'Due',
    back: 'Inbox',
    nav: 'Other cases',
  },
};
