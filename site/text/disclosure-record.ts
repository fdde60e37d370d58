import type { Text } from './locale.ts';

/** Words of the page of a record beside its facts: grounds, putting right, objections, sources. */
interface RecordWords {
  basis: string;
  basisText: string;
  certainties: Record<string, string>;
  rectification: string;
  rectificationNone: string;
  ordered: string;
  orderedWhat: string;
  explained: string;
  reported: string;
  verified: string;
  explanation: string;
  doneWords: string;
  wordsLater: string;
  requests: string;
  objectionBy: Record<string, string>;
  repairBy: string;
  waiting: string;
  waitingUntil: string;
  outcomes: Record<string, string>;
  objectTitle: string;
  objectText: string;
  objectLink: string;
  repairText: string;
  repairLink: string;
  repairFrom: string;
  trackLink: string;
  sourceTable: string;
  sourceField: string;
  sourceDocument: string;
  sourceCollected: string;
  sourceVerified: string;
  sourceUnverified: string;
  attachment: string;
  fold: string;
  goneExempted: string;
  measures: string;
  measureStates: Record<string, string>;
}

export const recordWords: Text<RecordWords> = {
  'zh-CN': {
    basis: '公示依据',
    basisText: '这一类信息按下列规定公示：',
    certainties: {
      law: '已核对原文',
      report: '据公开报道，未见原文',
      local: '本地规定，可以调整',
    },
    rectification: '整改情况',
    rectificationNone: '没有要求限期整改。',
    ordered: '{date} 要求在 {due} 前整改',
    orderedWhat: '整改要求',
    explained: '{date} 单位已书面说明情况',
    reported: '{date} 单位报告已经整改',
    verified: '{date} 经核实已经整改',
    explanation: '单位的书面说明',
    doneWords: '单位做了什么',
    wordsLater: '单位的说明在整改核实后公开。',
    requests: '异议和修复',
    objectionBy: { body: '当事单位提出异议', interested: '利害关系人提出异议' },
    repairBy: '当事单位申请信用修复',
    waiting: '正在处理。',
    waitingUntil: '正在处理，应于 {due} 前作出决定。',
    outcomes: {
      upheld: '经复核，维持原信息',
      corrected: '经复核，已经更正',
      withdrawn: '经复核，已经撤下',
      dismissed: '不予受理',
      granted: '准予修复',
      refused: '不予修复',
      record_ended: '公示已经结束',
    },
    objectTitle: '觉得这条信息不对？',
    objectText:
      '当事单位和有利害关系的人都可以提出异议。收到后在标题旁标注“异议处理中”，由没有参与公示的人在 {time}内复核，作出决定并说明理由。',
    objectLink: '提出异议',
    repairText: '单位已经履行或者改正的，可以申请信用修复。经认定单位确认后，公示提前结束。',
    repairLink: '申请信用修复',
    repairFrom: '按公示等级，{date} 起可以申请信用修复。',
    trackLink: '查处理进度',
    sourceTable: '逐项来源',
    sourceField: '事项',
    sourceDocument: '出处',
    sourceCollected: '录入日期',
    sourceVerified: '核对日期',
    sourceUnverified: '未核对',
    attachment: '存档文件 SHA-256',
    fold: '看每一项从哪里来',
    measures: '惩戒措施',
    measureStates: { imposed: '{date} 起', mitigated: '{date} 从轻：{reason}', lifted: '{date} 解除：{reason}' },
    goneExempted: '经有权单位决定容错免责，不再公示。',
  },
  en: {
    basis: 'Why this is public',
    basisText: 'Records of this kind are published under:',
    certainties: {
      law: 'read in the text itself',
      report: 'from a report, the text was not seen',
      local: 'a local rule, which may change',
    },
    rectification: 'Putting right',
    rectificationNone: 'No date was set for putting it right.',
    ordered: '{date}: to be put right by {due}',
    orderedWhat: 'What must be put right',
    explained: '{date}: the body explained in writing',
    reported: '{date}: the body reported it as done',
    verified: '{date}: verified',
    explanation: 'The body in its own words',
    doneWords: 'What the body did',
    wordsLater: 'The words of the body are public once it is verified.',
    requests: 'Objections and repair',
    objectionBy: { body: 'The body objected', interested: 'Somebody with an interest objected' },
    repairBy: 'The body asked for credit repair',
    waiting: 'Being dealt with.',
    waitingUntil: 'Being dealt with; to be decided by {due}.',
    outcomes: {
      upheld: 'Reviewed: the record stands',
      corrected: 'Reviewed: the record was corrected',
      withdrawn: 'Reviewed: the record was withdrawn',
      dismissed: 'Not taken up',
      granted: 'Repaired',
      refused: 'Repair refused',
      record_ended: 'Publication had ended',
    },
    objectTitle: 'Is this record wrong?',
    objectText:
      'The body and anybody with an interest can object. The record is then marked “under objection” beside its title, and decided with reasons within {time} by people who took no part in publishing it.',
    objectLink: 'Object to this record',
    repairText:
      'A body that has performed or put it right may ask for credit repair. Once the determining body confirms it, publication ends early.',
    repairLink: 'Ask for credit repair',
    repairFrom: 'By its class, repair can be asked for from {date}.',
    trackLink: 'See where an objection stands',
    sourceTable: 'Sources, fact by fact',
    sourceField: 'Fact',
    sourceDocument: 'Document',
    sourceCollected: 'Entered',
    sourceVerified: 'Checked',
    sourceUnverified: 'not checked',
    attachment: 'Deposited document, SHA-256',
    fold: 'Where each fact comes from',
    measures: 'Measures',
    measureStates: {
      imposed: 'since {date}',
      mitigated: 'mitigated {date}: {reason}',
      lifted: 'lifted {date}: {reason}',
    },
    goneExempted: 'By a decision the error is tolerated, and the record is no longer public.',
  },
};
