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
  list: string;
  relies: string;
  reliesNone: string;
  reliesDuty: string;
  reliesRouting: string;
  reliesOther: string;
  reliesClock: string;
  reliesClockText: string;
  anyCase: string;
  otherSteps: Record<string, string>;
  reliesKind: string;
  reliesMeasure: string;
  reliesCommitmentKind: string;
  reliesCommitment: string;
  linkTo: string;
  textSource: string;
  textChecked: string;
  textHash: string;
  noText: string;
  draftNote: string;
  counts: string;
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
    list: '文件目录',
    relies: '本站哪里用到这一条',
    reliesNone: '本站没有地方直接用到这一条。',
    reliesDuty: '确定谁负责',
    reliesRouting: '确定由谁办理',
    reliesOther: '没有写明分工的事',
    reliesClock: '办理时限',
    reliesClockText: '{what}：{step}，{length}{unit}',
    anyCase: '各类诉求',
    otherSteps: {
      objection_mark: '标明有异议',
      objection_decide: '答复异议',
      repair_decide: '决定是否信用修复',
      repair_share: '共享修复结果',
      record_share: '共享记录',
      arrears_report: '公布拖欠情况',
    },
    reliesKind: '公示哪些信息',
    reliesMeasure: '惩戒措施',
    reliesCommitmentKind: '要公开的承诺',
    reliesCommitment: '政府承诺',
    linkTo: '{place}的链接',
    textSource: '原文出处',
    textChecked: '核对日期',
    textHash: '原文文件 SHA-256',
    noText: '本站没有载入这份文件的原文，请到发文单位网站查阅。',
    draftNote: '只是草案，不是规定。',
    counts: '{clauses} 条，本站用到 {used} 条',
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
    list: 'Documents',
    relies: 'What rests on this clause here',
    reliesNone: 'Nothing here rests on it directly.',
    reliesDuty: 'Who is responsible',
    reliesRouting: 'Who handles a case',
    reliesOther: 'matters that no duty names',
    reliesClock: 'Time limits',
    reliesClockText: '{what}: {step}, {length} {unit}',
    anyCase: 'any case',
    otherSteps: {
      objection_mark: 'mark the objection',
      objection_decide: 'answer the objection',
      repair_decide: 'decide on repair',
      repair_share: 'share the repair',
      record_share: 'share the record',
      arrears_report: 'publish the arrears',
    },
    reliesKind: 'What is published',
    reliesMeasure: 'Sanctions',
    reliesCommitmentKind: 'Kinds of commitments',
    reliesCommitment: 'Commitments',
    linkTo: 'Link to {place}',
    textSource: 'Source of the text',
    textChecked: 'Checked on',
    textHash: 'SHA-256 of the file',
    noText: 'The full text is not loaded here; please read it on the website of the body that issued it.',
    draftNote: 'A draft only, not a rule.',
    counts: '{clauses} clauses, {used} of them used here',
  },
};
