import type { Text } from './locale.ts';

export const search: Text<{
  title: string;
  label: string;
  hint: string;
  records: string;
  bodies: string;
  matters: string;
  policies: string;
  help: string;
  moreRecords: string;
  moreBodies: string;
  askMatter: string;
  nothing: string;
  nothingText: string;
  helpLink: string;
  trackLink: string;
  caseNumber: string;
}> = {
  'zh-CN': {
    title: '搜索',
    label: '搜单位、公示、事项、文件',
    hint: '写几个字就行，例如“招商”“丰县”，也可以写案号。单位的旧名称、简称都能搜到。',
    records: '公示信息',
    bodies: '单位',
    matters: '事项',
    policies: '职责文件',
    help: '也许您要找',
    moreRecords: '查看全部 {count} 条公示',
    moreBodies: '查看更多单位',
    askMatter: '看看由谁负责',
    nothing: '没有找到“{words}”',
    nothingText: '可以少写几个字，或者换个说法。这里能搜到公开的内容；您反映的事情，要用编号和查询码去查。',
    helpLink: '怎么办理',
    trackLink: '查进度',
    caseNumber: '这看起来是一个诉求编号。诉求不公开，请用编号和查询码查进度。',
  },
  en: {
    title: 'Search',
    label: 'Search bodies, records, matters, documents',
    hint: 'A few characters are enough, in Chinese names as well: 招商, 丰县, or a case number. Former names and short forms are found too.',
    records: 'Public records',
    bodies: 'Government bodies',
    matters: 'Matters',
    policies: 'Documents on duties',
    help: 'Perhaps you want',
    moreRecords: 'All {count} records',
    moreBodies: 'More bodies',
    askMatter: 'See who answers for it',
    nothing: 'Nothing was found for “{words}”',
    nothingText:
      'Try fewer or other words. Only public content is searched; a case is opened with its number and query code.',
    helpLink: 'How it works',
    trackLink: 'Track a case',
    caseNumber: 'This looks like the number of a case. Cases are not public: please use the number and the query code.',
  },
};
