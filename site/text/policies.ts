import type { Text } from './locale.ts';

export const weightNames: Text<Record<string, string>> = {
  'zh-CN': { national: '国家', provincial: '省', city: '市', plan: '年度要点', draft: '征求意见稿' },
  en: { national: 'national', provincial: 'provincial', city: 'city', plan: 'yearly plan', draft: 'draft' },
};

export const policyPages: Text<{
  title: string;
  lead: string;
  back: string;
  issuer: string;
  issuedOn: string;
  noDate: string;
  weight: string;
  place: string;
  nationwide: string;
  status: string;
  asOf: string;
  clauses: string;
  digestNote: string;
  inCharge: string;
  support: string;
  nowNamed: string;
  fullText: string;
  matter: string;
  contents: string;
  number: string;
}> = {
  'zh-CN': {
    title: '分工的依据',
    lead: '谁该管什么，写在这些文件里。我们逐条用自己的话说明，并标出它们现在还算不算数。',
    back: '分工的依据',
    issuer: '发文单位',
    issuedOn: '发文日期',
    noDate: '没有注明日期',
    weight: '层级',
    place: '适用地方',
    nationwide: '全国',
    status: '现在的状态',
    asOf: '截至{on}',
    clauses: '逐条说明',
    digestNote: '以下是本站用自己的话写的摘要，不是原文。条号与原文一致，单位名称和先后顺序照原文。',
    inCharge: '负责',
    support: '配合',
    nowNamed: '现为{name}',
    fullText: '原文',
    matter: '涉及事项',
    contents: '目录',
    number: '文号',
  },
  en: {
    title: 'Where the duties come from',
    lead: 'Who answers for what is written in these documents. We say in our own words what each clause provides, and whether it still holds.',
    back: 'Where the duties come from',
    issuer: 'Issued by',
    issuedOn: 'Date',
    noDate: 'no date given',
    weight: 'Level',
    place: 'For',
    nationwide: 'the whole country',
    status: 'Status now',
    asOf: 'as of {on}',
    clauses: 'Clause by clause',
    digestNote:
      'These are digests in our own words, not the text. Clauses are numbered, and bodies named and ordered, as in the text.',
    inCharge: 'In charge',
    support: 'Supporting',
    nowNamed: 'now {name}',
    fullText: 'Full text',
    matter: 'Matter',
    contents: 'Contents',
    number: 'Number',
  },
};
