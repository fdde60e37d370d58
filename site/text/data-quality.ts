import type { Text } from './locale.ts';

/** The public page on the quality of the data. */
export const dataQualityText: Text<{
  title: string;
  back: string;
  lead: string;
  measured: string;
  none: string;
  noneText: string;
  records: string;
  recordsHint: string;
  kind: string;
  source: string;
  rows: string;
  unknown: string;
  newest: string;
  published: string;
  filledOf: string;
  filledEach: string;
  filledHint: string;
  least: string;
  allFilled: string;
  noneOf: string;
  recordsOf: string;
  fields: string;
  share: string;
  imports: string;
  importsHint: string;
  files: string;
  given: string;
  taken: string;
  refused: string;
  blocked: string;
  last: string;
  rules: string;
  ruleList: string[];
  of: string;
}> = {
  'zh-CN': {
    title: '数据质量',
    back: '开放数据',
    lead: '公示信息有多完整、多新，从哪里来，导入时退回了多少：都列在这里，供查询、引用和监督。',
    measured: '统计时间：{at}，每十分钟更新。只统计正在公示的记录。',
    none: '还没有统计',
    noneText: '有记录公示之后，这里按类别和来源列出数量和填写率，每十分钟统计一次。',
    records: '按类别和来源',
    recordsHint: '“未对应单位”是指单位目录里没有对应单位的记录，例如法院已作隐名处理的。',
    kind: '类别',
    source: '来源',
    rows: '记录数',
    unknown: '未对应单位',
    newest: '最新作出日期',
    published: '最近公示',
    filledOf: '{kind}：各项填写率',
    filledEach: '点开类别，看这一类每个项目的填写率。',
    least: '填写最少的一项',
    allFilled: '各项都填了',
    noneOf: '这一类还没有公示中的记录',
    recordsOf: '查看这一类公示信息',
    filledHint: '分母是这一类、这一来源正在公示的记录数。',
    fields: '项目',
    share: '填写率',
    imports: '导入情况',
    importsHint: '未通过的行没有导入；整个文件有问题的，全部拦下。',
    files: '文件数',
    given: '总行数',
    taken: '新增和更新',
    refused: '未通过',
    blocked: '拦下的文件',
    last: '最近一次',
    rules: '什么样的文件会被拦下',
    ruleList: [
      '未通过的行超过 20%，日期晚于今天的超过 2%，重复的超过 10%（至少 20 行时）。',
      '单位目录里没有的单位超过一半（至少 20 个单位时）。',
      '某一项的填写率比上一批下降 30 个百分点以上，或者行数不到上一批的五分之一。',
      '这些是本站自定的标准，不是法律规定。放行须由上传人以外的另一人决定，并留痕。',
    ],
    of: '{part} / {total}（{share}）',
  },
  en: {
    title: 'Data quality',
    back: 'Open data',
    lead: 'How whole and how new the published records are, where they come from, and how much was refused on import.',
    measured: 'Measured {at}, every ten minutes. Only records that are public now are counted.',
    none: 'Nothing was measured yet',
    noneText:
      'Once records are public, their numbers and fill rates are listed here by kind and source, measured every ten minutes.',
    records: 'By kind and source',
    recordsHint:
      '“No body” are records whose body is not in the directory, for example because the court made it anonymous.',
    kind: 'Kind',
    source: 'Source',
    rows: 'Records',
    unknown: 'No body',
    newest: 'Newest decision',
    published: 'Last published',
    filledOf: '{kind}: how often each field is filled',
    filledEach: 'Each kind leads to the fill rates of all its fields.',
    least: 'Filled least',
    allFilled: 'all fields are filled',
    noneOf: 'No record of this kind is public now',
    recordsOf: 'The records of this kind',
    filledHint: 'Out of the records of this kind and source that are public now.',
    fields: 'Field',
    share: 'Filled',
    imports: 'Imports',
    importsHint: 'Rows that were refused are not imported; a file that is bad as a whole is stopped whole.',
    files: 'Files',
    given: 'Rows',
    taken: 'New and changed',
    refused: 'Refused',
    blocked: 'Files stopped',
    last: 'Last',
    rules: 'When a file is stopped',
    ruleList: [
      'More than 20% of its rows are refused, more than 2% are dated in the future, or more than 10% are duplicates (from 20 rows on).',
      'More than half of its bodies are not in the directory (from 20 bodies on).',
      'A field is filled 30 points less often than in the last file, or it has less than a fifth of the rows of the last file.',
      'These are rules of this portal, not of any law. Only somebody other than the uploader may let such a file pass, and it is recorded.',
    ],
    of: '{part} of {total} ({share})',
  },
};
