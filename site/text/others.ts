import type { Text } from './locale.ts';

/** What others say of a place, beside our own figure. */
export const othersText: Text<{
  title: string;
  lead: string;
  none: string;
  who: string;
  about: string;
  theirs: string;
  ours: string;
  oursNone: string;
  oursText: string;
}> = {
  'zh-CN': {
    title: '别人怎么评价',
    lead: '债务风险预警、第三方评价、代表建议和政协提案的办理结果，用他们自己的尺度；右边是本站对同一单位（政府则为所在地区）的诚信监测得分，两者口径不同，只供对照。',
    none: '还没有公示的第三方评价、代表建议办理结果或债务预警。',
    who: '谁、何时',
    about: '关于',
    theirs: '他们的结果',
    ours: '本站得分',
    oursNone: '数据太少，没有得分',
    oursText: '{score} 分（{low}–{high}），{month}，第 {version} 版公式',
  },
  en: {
    title: 'What others say',
    lead: 'Debt warnings, evaluations by third parties, and what became of deputies’ proposals, each on its own scale; beside it our score of the same body (for a government: of its place). The two measure differently and are only set side by side.',
    none: 'No evaluation, result of a proposal or debt warning is public here.',
    who: 'Who and when',
    about: 'About',
    theirs: 'Their result',
    ours: 'Our score',
    oursNone: 'too little data for a score',
    oursText: '{score} ({low} to {high}), {month}, formula version {version}',
  },
};
