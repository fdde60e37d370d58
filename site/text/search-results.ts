import type { Text } from './locale.ts';

/** Around the results of a search: what was understood, what they can be narrowed to, what helps where there are none. */
export const resultText: Text<{
  byDate: string;
  byRelevance: string;
  order: string;
  must: string;
  not: string;
  inField: Record<'case' | 'court' | 'body', string>;
  dropped: string;
  onlyExcluded: string;
  onlyExcludedText: string;
  narrow: string;
  narrowLower: string;
  atLeast: string;
  more: string;
  active: string;
  remove: string;
  courtFacet: string;
  bodiesFound: string;
  placesFound: string;
  comparePlaces: string;
  tryThis: string;
  withoutFilter: string;
  withoutWord: string;
  onlyWord: string;
  unquoted: string;
  shorter: string;
  /** Only the full text of the judgment holds the words. */
  inText: string;
  hits: string;
  hitsMore: string;
  how: string;
  howList: string[];
  suggestions: string;
  suggested: string;
  kinds: Record<'body' | 'record' | 'matter' | 'help', string>;
}> = {
  'zh-CN': {
    byDate: '按日期',
    byRelevance: '按相关程度',
    order: '排列',
    must: '查的是',
    not: '不含',
    inField: { case: '案号里有“{word}”', court: '法院名称里有“{word}”', body: '单位名称里有“{word}”' },
    dropped: '最多查 6 个词，没有用到：{words}',
    onlyExcluded: '请再写一个要找的词',
    onlyExcludedText: '前面带减号的词是要排除的。还要写至少一个要找的词，例如“招商 -土地”。',
    narrow: '在结果里缩小',
    narrowLower: '结果很多，只数了最新的一部分，实际不少于这些数。',
    atLeast: '{count}+',
    more: '更多',
    active: '已选条件',
    remove: '去掉条件：{name}',
    courtFacet: '法院',
    bodiesFound: '直接看单位',
    placesFound: '直接看地区',
    comparePlaces: '{place}各地比一比：谁欠着，谁改了',
    tryThis: '换一种查法',
    withoutFilter: '不限{name}',
    withoutWord: '不要“{word}”',
    onlyWord: '只查“{word}”',
    unquoted: '不要求连在一起',
    shorter: '只查“{word}”',
    inText: '判决全文第 {number} 段提到',
    hits: '{count} 条',
    hitsMore: '超过 {count} 条',
    how: '怎么查得更准',
    howList: [
      '几个词用空格隔开，要同时出现。',
      '连在一起的话加引号：“不理旧账”。',
      '不要的词前面加减号：招商 -土地。',
      '只查一栏：“案号：1591”“法院：徐州”“单位：商务局”。',
      '繁体字、全角数字一样能查到；一个字只在标题、单位和案号里查。',
    ],
    suggestions: '边写边找到的',
    suggested: '找到 {count} 个，可用方向键选；直接按回车就按所写的查。',
    kinds: { body: '单位', record: '公示信息', matter: '领域', help: '办事说明' },
  },
  en: {
    byDate: 'By date',
    byRelevance: 'By relevance',
    order: 'Order',
    must: 'Looked for',
    not: 'without',
    inField: { case: '“{word}” in the case number', court: '“{word}” in the court', body: '“{word}” in the body' },
    dropped: 'Six words at most are looked for. Not used: {words}',
    onlyExcluded: 'Please add a word to look for',
    onlyExcludedText: 'A minus excludes a word. At least one word to look for is needed, for example “招商 -土地”.',
    narrow: 'Narrow these results',
    narrowLower: 'There are many: the newest were counted, and there are no fewer than these.',
    atLeast: '{count}+',
    more: 'More',
    active: 'Chosen conditions',
    remove: 'Remove the condition {name}',
    courtFacet: 'Court',
    bodiesFound: 'See the body itself',
    placesFound: 'See the place itself',
    comparePlaces: 'Compare the places of {place}: who owes, who has put it right',
    tryThis: 'Search another way',
    withoutFilter: 'Any {name}',
    withoutWord: 'Without “{word}”',
    onlyWord: 'Only “{word}”',
    unquoted: 'Words not side by side',
    shorter: 'Only “{word}”',
    inText: 'In the full text of the judgment, paragraph {number}',
    hits: '{count} found',
    hitsMore: 'more than {count} found',
    how: 'How to search more exactly',
    howList: [
      'Words with spaces between them must all occur.',
      'Quotes keep words together: “不理旧账”.',
      'A minus leaves a word out: 招商 -土地.',
      'One field alone: case:1591, court:徐州, body:商务局.',
      'Traditional characters and full-width digits count alike; one character is looked for in titles, names and case numbers.',
    ],
    suggestions: 'Found while you type',
    suggested: '{count} found: choose with the arrow keys, or press Enter to search for what you typed.',
    kinds: { body: 'Body', record: 'Record', matter: 'Matter', help: 'Help' },
  },
};
