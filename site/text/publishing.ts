import type { Text } from './locale.ts';

interface Publishing {
  title: string;
  states: string;
  create: string;
  caption: string;
  record: string;
  kind: string;
  since: string;
  author: string;
  mine: string;
  imported: string;
  other: string;
  correcting: string;
  empty: string;
  emptyText: string;
  chooseKind: string;
  back: string;
  formTitle: string;
  editTitle: string;
  correctTitle: string;
  bodyHint: string;
  divisionHint: string;
  subjectHint: string;
  placeHint: string;
  numberHint: string;
  yearHint: string;
  titleHint: string;
  summaryHint: string;
  sourceHint: string;
  untilHint: string;
  saveDraft: string;
  propose: string;
  reason: string;
  reasonCorrection: string;
  done: string;
  actions: string;
  ownText: string;
  edit: string;
  correct: string;
  correction: string;
  correctionText: string;
  public: string;
  facts: string;
  changes: string;
  trail: string;
  none: string;
  versions: string;
  nothingToDo: string;
  events: Record<string, string>;
}

export const publishing: Text<Publishing> = {
  'zh-CN': {
    title: '公示管理',
    states: '按状态查看',
    create: '新建公示信息',
    caption: '公示信息',
    record: '信息',
    kind: '类别',
    since: '录入时间',
    author: '录入人',
    mine: '本人',
    imported: '导入',
    other: '他人',
    correcting: '有更正待审核',
    empty: '这里没有信息',
    emptyText: '换一个状态看看，或者新建一条。',
    chooseKind: '要公示哪一类信息？',
    back: '返回列表',
    formTitle: '填写{kind}',
    editTitle: '修改草稿',
    correctTitle: '提出更正',
    bodyHint: '照文书上的全称填写。目录中有的单位会自动对应。',
    divisionHint: '目录中没有的单位，或同名单位有多个时，填写区划代码，例如 320321。',
    subjectHint: '照文书上的全称填写，不含自然人姓名。',
    placeHint: '所在地的区划代码，例如 320321。',
    numberHint: '例如（2019）黔行终1591号，半角括号也可以。',
    yearHint: '没有日期也没有案号时填写。',
    titleHint: '不填则按事实自动生成。',
    summaryHint: '用自己的话写清楚事情经过。自然人只写姓加“某”，不写住址、证件号、电话和账号。',
    sourceHint: '写明出处，例如判决书、认定书的名称和日期。',
    untilHint: '不填则按公示等级的最长期限计算。',
    saveDraft: '保存草稿',
    propose: '提交更正',
    reason: '理由',
    reasonCorrection: '为什么更正（会公开）',
    done: '已办好。',
    actions: '可以办理',
    ownText: '这条信息由您录入或修改，须由另一人审核。',
    edit: '修改草稿',
    correct: '提出更正',
    correction: '待审核的更正',
    correctionText: '公众现在看到的仍是更正前的内容。',
    public: '看公开页面',
    facts: '内容',
    changes: '改动',
    trail: '办理记录',
    none: '（空）',
    versions: '版本 {version}',
    nothingToDo: '目前没有您可以办理的事项。',
    events: {
      drafted: '录入或修改',
      imported: '导入',
      submitted: '提交审核',
      returned: '退回修改',
      published: '审核通过并公示',
      correction_proposed: '提出更正',
      correction_rejected: '不同意更正',
      corrected: '更正',
      withdrawn: '撤下',
      repaired: '信用修复',
      expired: '公示期满',
      objection_filed: '收到异议',
      request_file_added: '提出人交了材料',
      request_erased: '保存期已满，提出人的信息和材料已清除',
      requests_closed: '公示结束，没有办完的申请随之结束，已通知提出人',
      objection_marked: '标注异议',
      objection_decided: '异议处理决定',
      request_dismissed: '不予受理',
      rectification_ordered: '要求限期整改',
      rectification_explained: '单位书面说明',
      rectification_done: '单位报告整改完成',
      rectification_verified: '整改核实',
      rectification_rejected: '整改未通过',
      repair_asked: '申请信用修复',
      repair_taken: '受理信用修复',
      repair_confirmed: '认定单位确认已履行',
      repair_refused: '不予修复',
      exemption_proposed: '提出容错免责',
      exempted: '容错免责',
      exemption_refused: '不予容错',
      measure_imposed: '采取惩戒措施',
      measure_mitigated: '措施从轻',
      measure_lifted: '解除措施',
      governance_listed: '列入当月治理名单',
      governance_feedback: '责任单位反馈',
      text_put: '录入裁判文书',
      text_changed: '修改文书的隐名处理',
      text_approved: '审核通过裁判文书',
      text_removed: '删除裁判文书',
    },
  },
  en: {
    title: 'Records',
    states: 'By state',
    create: 'New record',
    caption: 'Records',
    record: 'Record',
    kind: 'Kind',
    since: 'Entered',
    author: 'Author',
    mine: 'you',
    imported: 'import',
    other: 'somebody else',
    correcting: 'a correction waits',
    empty: 'Nothing here',
    emptyText: 'Look at another state, or write a new record.',
    chooseKind: 'What kind of record?',
    back: 'Back to the list',
    formTitle: 'New record: {kind}',
    editTitle: 'Edit the draft',
    correctTitle: 'Propose a correction',
    bodyHint: 'The full name as the document gives it. Bodies of the directory are recognised.',
    divisionHint:
      'For a body that is not in the directory, or where several have this name: the division code, for example 320321.',
    subjectHint: 'The full name as the document gives it; never the name of a person.',
    placeHint: 'The division code of its place, for example 320321.',
    numberHint: 'For example （2019）黔行终1591号; half-width brackets will do.',
    yearHint: 'Where there is neither a date nor a case number.',
    titleHint: 'Made of the facts where it is left empty.',
    summaryHint:
      'What happened, in your own words. Natural persons by surname and 某 only; no addresses, ids, phones or accounts.',
    sourceHint: 'The document that this is taken from, with its date.',
    untilHint: 'Where it is left empty, the longest time of the class counts.',
    saveDraft: 'Save the draft',
    propose: 'Propose the correction',
    reason: 'Reason',
    reasonCorrection: 'Why it is corrected (public)',
    done: 'Done.',
    actions: 'What you can do',
    ownText: 'You wrote or changed this record: somebody else must approve it.',
    edit: 'Edit the draft',
    correct: 'Propose a correction',
    correction: 'A correction waits for review',
    correctionText: 'The public still sees what was approved before.',
    public: 'See the public page',
    facts: 'Content',
    changes: 'Changes',
    trail: 'What was done',
    none: '(empty)',
    versions: 'version {version}',
    nothingToDo: 'There is nothing for you to do here now.',
    events: {
      drafted: 'Written or edited',
      imported: 'Imported',
      submitted: 'Handed in',
      returned: 'Sent back',
      published: 'Approved and published',
      correction_proposed: 'Correction proposed',
      correction_rejected: 'Correction rejected',
      corrected: 'Corrected',
      withdrawn: 'Withdrawn',
      repaired: 'Repaired',
      expired: 'Publication ended',
      objection_filed: 'Objection filed',
      request_file_added: 'The filer added a file',
      request_erased: 'Time is over: the filer’s data and files were erased',
      requests_closed: 'Publication ended: open requests were closed and their filers told',
      objection_marked: 'Objection marked',
      objection_decided: 'Objection decided',
      request_dismissed: 'Not taken up',
      rectification_ordered: 'Ordered to put right',
      rectification_explained: 'Explained by the body',
      rectification_done: 'Reported as done by the body',
      rectification_verified: 'Rectification verified',
      rectification_rejected: 'Rectification not accepted',
      repair_asked: 'Repair asked for',
      repair_taken: 'Repair taken up',
      repair_confirmed: 'Performance confirmed by the determining body',
      repair_refused: 'Repair refused',
      exemption_proposed: 'Tolerance of the error proposed',
      exempted: 'Error tolerated',
      exemption_refused: 'Error not tolerated',
      measure_imposed: 'Measure taken',
      measure_mitigated: 'Measure mitigated',
      measure_lifted: 'Measure lifted',
      governance_listed: 'Put on the list of the month',
      governance_feedback: 'Word of the responsible body',
      text_put: 'Text of the judgment put',
      text_changed: 'Hiding in the text changed',
      text_approved: 'Text of the judgment approved',
      text_removed: 'Text of the judgment removed',
    },
  },
};
