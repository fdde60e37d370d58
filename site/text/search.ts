import type { Text } from './locale.ts';

export const search: Text<{
  title: string;
  label: string;
  hint: string;
  examples: string;
  tries: readonly string[];
  found: string;
  jump: string;
  groups: Record<'help' | 'bodies' | 'places' | 'records' | 'commitments' | 'duties' | 'clauses', string>;
  all: Record<'help' | 'bodies' | 'records' | 'commitments' | 'duties' | 'clauses', string>;
  only: string;
  everything: string;
  counted: string;
  atLeast: string;
  askMatter: string;
  lead: string;
  supporting: string;
  single: string;
  noWords: string;
  noWordsText: string;
  nothing: string;
  nothingText: string;
  near: string;
  hits: string;
  hitsMore: string;
  ask: string;
  askText: string;
  complain: string;
  complainText: string;
  helpLink: string;
  helpText: string;
  trackLink: string;
  caseNumber: string;
}> = {
  'zh-CN': {
    title: '搜索',
    label: '搜单位、公示、承诺、职责、政策、办事说明',
    hint: '写几个字就行，繁体、全角都能认。单位的旧名称、简称、案号、文号都能搜到。',
    examples: '可以这样搜',
    tries: ['工程款', '招商引资', '差评', '新官不理旧账', '信用修复'],
    found: '“{words}”共找到 {count} 处',
    jump: '结果分类',
    groups: {
      help: '办事说明',
      bodies: '单位',
      places: '地区',
      records: '公示信息',
      commitments: '政府承诺',
      duties: '谁负责',
      clauses: '政策条款',
    },
    all: {
      help: '全部 {count} 条说明',
      bodies: '全部 {count} 个单位',
      records: '全部 {count} 条公示',
      commitments: '全部 {count} 条承诺',
      duties: '全部 {count} 条分工',
      clauses: '全部 {count} 条条款',
    },
    only: '只看{group}：“{words}”',
    everything: '返回全部结果',
    counted: '{count}',
    atLeast: '{count}+',
    askMatter: '看看由谁办理',
    lead: '负责',
    supporting: '配合',
    single: '只写了一个字，只在名称和标题里找。多写一个字会更准。',
    noWords: '请写要找的字',
    noWordsText: '标点和符号找不到东西。写一个单位、一件事或者一个案号就行。',
    nothing: '没有找到“{words}”',
    nothingText: '这里能搜到公开的内容；您反映的事情不公开，要用编号和查询码去查。',
    near: '换个说法试试',
    hits: '{count} 处',
    hitsMore: '{count}+ 处',
    ask: '查这件事归谁管',
    askText: '写一句话，告诉您由哪个单位办、依据哪一条。',
    complain: '直接反映',
    complainText: '说不清归谁管也行，由系统和工作人员来判断。',
    helpLink: '办事说明',
    helpText: '欠款、旧账、差评、信用修复，每件事一屏。',
    trackLink: '查进度',
    caseNumber: '这看起来是一个诉求编号。诉求不公开，请用编号和查询码查进度。',
  },
  en: {
    title: 'Search',
    label: 'Search bodies, records, commitments, duties, policies, help',
    hint: 'A few characters are enough, traditional or full-width as well. Former names, short forms, case and document numbers are found too.',
    examples: 'For example',
    tries: ['工程款', '招商引资', 'arrears', 'bad rating', 'credit repair'],
    found: '{count} found for “{words}”',
    jump: 'Kinds of results',
    groups: {
      help: 'Help',
      bodies: 'Government bodies',
      places: 'Places',
      records: 'Public records',
      commitments: 'Commitments',
      duties: 'Who answers for what',
      clauses: 'Clauses of policies',
    },
    all: {
      help: 'All {count} pages of help',
      bodies: 'All {count} bodies',
      records: 'All {count} records',
      commitments: 'All {count} commitments',
      duties: 'All {count} duties',
      clauses: 'All {count} clauses',
    },
    only: '{group} only: “{words}”',
    everything: 'Back to all results',
    counted: '{count}',
    atLeast: '{count}+',
    askMatter: 'See who deals with it',
    lead: 'In charge',
    supporting: 'Supporting',
    single: 'One character only: names and titles were searched. One more makes it sharper.',
    noWords: 'Please type what to look for',
    noWordsText: 'Punctuation alone finds nothing. A body, a matter or a case number will do.',
    nothing: 'Nothing was found for “{words}”',
    nothingText: 'Only public content is searched; a case is not public and is opened with its number and query code.',
    near: 'Try other words',
    hits: '{count} found',
    hitsMore: '{count}+ found',
    ask: 'Find out who answers for it',
    askText: 'One sentence tells you which body deals with it, and by which clause.',
    complain: 'Complain',
    complainText: 'You need not know who answers: that is worked out for you.',
    helpLink: 'Help',
    helpText: 'Arrears, old debts, bad ratings, credit repair: one screen each.',
    trackLink: 'Track a case',
    caseNumber: 'This looks like the number of a case. Cases are not public: please use the number and the query code.',
  },
};
