import type { Text } from './locale.ts';
import { loopActions } from './rating-loop.ts';
import { resolutionActions } from './resolution-actions.ts';

/** The page of a case, as officials work on it. */
export const casePage: Text<{
  back: string;
  story: string;
  facts: Record<string, string>;
  kind: string;
  matter: string;
  amount: string;
  filed: string;
  channel: string;
  channels: Record<string, string>;
  erased: string;
  erasedOn: string;
  erasedWhy: Record<string, string>;
  demands: string;
  demand: string;
  answered: string;
  answerRound: string;
  by: string;
  outcome: string;
  outcomes: Record<string, string>;
  answerText: string;
  answerHint: string;
  legalGround: string;
  promisedOn: string;
  promisedOnHint: string;
  evidence: string;
  evidenceNone: string;
  evidenceHint: string;
  fromComplainant: string;
  fromOfficial: string;
  messages: string;
  messageAuthors: Record<string, string>;
  messageKinds: Record<string, string>;
  clock: string;
  clockNone: string;
  due: string;
  started: string;
  basis: string;
  stopped: string;
  otherClocks: string;
  startsOn: string;
  provisional: string;
  ended: string;
  people: string;
  respondent: string;
  handler: string;
  accepting: string;
  watching: string;
  supporting: string;
  nobody: string;
  complainant: string;
  complainantKinds: Record<string, string>;
  identityRead: string;
  identityHidden: string;
  identityHiddenFromRespondent: string;
  actions: string;
  noActions: string;
  refused: string;
  timeline: string;
  system: string;
  theComplainant: string;
  events: Record<string, string>;
  draftSave: string;
  draftSaved: string;
  draftLoaded: string;
  draftFailed: string;
  send: string;
  conflict: string;
  conflictSeen: string;
  done: string;
  verdict: string;
  verdicts: Record<string, string>;
  steps: Record<string, string>;
}> = {
  'zh-CN': {
    back: '收件箱',
    story: '反映的情况',
    facts: {
      promised: '承诺或欠款内容',
      promiseDocument: '依据的文件或合同',
      promisedOn: '承诺日期',
      bodySays: '单位现在的说法',
      changeReason: '单位给出的理由',
      words: '评价留言',
    },
    kind: '类型',
    matter: '领域',
    amount: '金额',
    filed: '提交时间',
    channel: '来源',
    channels: {
      portal: '本站',
      code: '扫码评价',
      hotline: '12345 热线',
      petition: '信访',
      import: '导入',
      api: '接口',
    },
    erased: '反映人的个人信息和内容已经清除，只保留办理记录。',
    erasedOn: '{date} 清除。原因：{reason}。',
    erasedWhy: {
      retention: '保存期限已满',
      no_longer_needed: '本人申请，办理目的已经实现',
      consent_withdrawn: '本人撤回同意',
      unlawful: '本人申请，收集或保存不符合规定',
    },
    demands: '诉求和答复',
    demand: '诉求{n}',
    answered: '答复',
    answerRound: '第{n}次答复',
    by: '{body} · {at}',
    outcome: '结论',
    outcomes: { accepted: '支持', partly: '部分支持', not: '不支持' },
    answerText: '答复内容',
    answerHint: '写清做了什么、为什么、下一步是什么。反映人会原样看到。',
    legalGround: '依据（文件和条款）',
    promisedOn: '答应办到的日期',
    promisedOnHint: '例如 2026-12-31。没有就不填。',
    evidence: '材料',
    evidenceNone: '没有上传材料。',
    evidenceHint: '打开材料会留下记录。文件只能下载，不能在网页里打开。',
    fromComplainant: '反映人',
    fromOfficial: '单位',
    messages: '往来',
    messageAuthors: { complainant: '反映人', official: '单位', system: '系统' },
    messageKinds: {
      message: '留言',
      request: '请补充材料',
      supply: '补充材料',
      decision: '决定',
      verdict: '评价',
      note: '内部备注',
    },
    clock: '时限',
    clockNone: '现在没有在走的时限。',
    due: '{date} 前办完“{step}”',
    started: '从 {date} 的次日起算，共 {length}{unit}',
    basis: '依据',
    stopped: '等待反映人补充材料，时限暂停。',
    otherClocks: '其他时限',
    startsOn: '{event}后起算',
    provisional: '跨年部分还没有放假安排，日期可能调整。',
    ended: '{date} 已完成',
    people: '相关单位和人',
    respondent: '被反映单位',
    handler: '承办单位',
    accepting: '受理单位',
    watching: '监督单位',
    supporting: '配合单位',
    nobody: '—',
    complainant: '反映人',
    complainantKinds: { person: '个人', enterprise: '企业', anonymous: '匿名' },
    identityRead: '查看身份和联系方式',
    identityHidden: '反映人没有同意向本单位公开身份。',
    identityHiddenFromRespondent: '不得把反映人的身份告诉被反映单位。',
    actions: '可以办理',
    noActions: '现在没有您可以办理的事项。',
    refused: '为什么不能办其他事项',
    timeline: '办理过程',
    system: '系统',
    theComplainant: '反映人',
    events: {
      assigned: '指派了经办人',
      ...resolutionActions['zh-CN'].events,
      ...loopActions['zh-CN'].events,
      filed: '提交诉求',
      screened: '通过人工核验',
      accepted: '受理',
      refused: '不予受理',
      asked: '请反映人补充材料',
      supplied: '反映人补充了材料',
      answered: '答复',
      transferred: '转办（时限照常走）',
      disputed: '提出管辖争议',
      merged: '并入另一件诉求（时限照常走）',
      split: '与另一件诉求分开',
      merge_received: '另一件诉求并入本件',
      linked: '关联了另一件诉求',
      unlinked: '取消了关联',
      designated: '指定承办单位（时限照常走）',
      returned: '退回',
      closed: '办结',
      messaged: '留言',
      withdrawn: '反映人撤回',
      verdict: '反映人评价',
      reopened: '重新办理',
      evidence_added: '补充材料',
      identity_read: '查看了反映人身份',
      notices_chosen: '更改了接收通知的方式',
      evidence_read: '查看了材料原件',
      erasure_asked: '反映人申请删除个人信息',
      erasure_refused: '决定暂不删除个人信息',
      erased: '个人信息和内容已清除',
      evidence_removed: '撤回后材料已清除',
      released: '反映人允许查看一项信息',
      revoked: '反映人收回查看许可',
      summary_confirmed: '反映人确认了可公开的文字',
      summary_declined: '反映人不同意公开',
      noted: '内部备注',
      answer_proposed: '起草了答复，等待签发',
      answer_returned: '退回答复，请起草人修改',
      performance_reported: '报告答应的事已办到',
      performance_denied: '反映人说没有办到',
      opinion_asked: '征求配合单位意见',
      opinion_given: '配合单位提出了意见',
      explanation_asked: '要求被反映单位书面说明原因',
      explanation_given: '被反映单位作了书面说明',
      explanation_shared: '把书面说明给反映人看',
      extension_asked: '申请延长时限',
      extended: '批准延长时限',
      extension_refused: '没有批准延长时限',
      clock_changed: '日期重新计算',
    },
    draftSave: '保存草稿',
    draftSaved: '草稿已保存：{at}',
    draftLoaded: '已载入您 {at} 保存的草稿。只有您能看到。',
    draftFailed: '草稿没有保存成功，请点“保存草稿”。',
    send: '发送全部答复',
    conflict: '您填写期间，这件诉求有了变化',
    conflictSeen: '您写的内容还在下面。请看过变化后，再决定要不要发送。',
    done: '“{action}”已完成。',
    verdict: '反映人评价',
    verdicts: { solved: '已解决', partly: '部分解决', not_solved: '没有解决' },
    steps: {
      accept: '决定是否受理',
      again: '重新办理',
      determine: '查清并作出结论',
      reply: '答复',
      transfer: '转给承办单位',
      result: '书面答复办理结果',
      contact: '首次联系',
      rectify: '整改并答复',
      contest: '对转办提出异议',
      review: '复查并答复',
      recheck: '复核并答复',
    },
  },
  en: {
    back: 'Inbox',
    story: 'What happened',
    facts: {
      promised: 'Promised or owed',
      promiseDocument: 'By which document',
      promisedOn: 'Promised on',
      bodySays: 'What the body says now',
      changeReason: 'The reason it gives',
      words: 'Words with the rating',
    },
    kind: 'Kind',
    matter: 'Matter',
    amount: 'Amount',
    filed: 'Filed',
    channel: 'Through',
    channels: {
      portal: 'This site',
      code: 'Rating at a counter',
      hotline: 'Hotline 12345',
      petition: 'Petition',
      import: 'Import',
      api: 'API',
    },
    erased: 'The person and the words were erased; only the record of the handling remains.',
    erasedOn: 'Erased on {date}. Reason: {reason}.',
    erasedWhy: {
      retention: 'the time of keeping has ended',
      no_longer_needed: 'asked for by the person; no longer needed',
      consent_withdrawn: 'consent was withdrawn',
      unlawful: 'asked for by the person; collected or kept against the rules',
    },
    demands: 'Demands and answers',
    demand: 'Demand {n}',
    answered: 'Answer',
    answerRound: 'Answer {n}',
    by: '{body} · {at}',
    outcome: 'Conclusion',
    outcomes: { accepted: 'Granted', partly: 'Granted in part', not: 'Not granted' },
    answerText: 'Answer',
    answerHint: 'What was done, why, and what comes next. The complainant reads it as it stands.',
    legalGround: 'Ground (document and article)',
    promisedOn: 'To be done by',
    promisedOnHint: 'For example 2026-12-31. Leave empty if there is none.',
    evidence: 'Evidence',
    evidenceNone: 'Nothing was uploaded.',
    evidenceHint: 'Opening a file is recorded. Files are downloads, never shown in the page.',
    fromComplainant: 'Complainant',
    fromOfficial: 'Body',
    messages: 'Messages',
    messageAuthors: { complainant: 'Complainant', official: 'Body', system: 'System' },
    messageKinds: {
      message: 'Message',
      request: 'Asked for material',
      supply: 'Material',
      decision: 'Decision',
      verdict: 'Verdict',
      note: 'Internal note',
    },
    clock: 'Clock',
    clockNone: 'No clock is running.',
    due: '“{step}” by {date}',
    started: 'From the day after {date}, {length} {unit} in all',
    basis: 'Basis',
    stopped: 'Waiting for the complainant: the clock is paused.',
    otherClocks: 'Other clocks',
    startsOn: 'begins after: {event}',
    provisional: 'A year on the way has no holiday notice yet: the date may move.',
    ended: 'done on {date}',
    people: 'Bodies and people',
    respondent: 'Respondent',
    handler: 'Handler',
    accepting: 'Accepting body',
    watching: 'Watching body',
    supporting: 'Supporting bodies',
    nobody: '—',
    complainant: 'Complainant',
    complainantKinds: { person: 'Person', enterprise: 'Enterprise', anonymous: 'Anonymous' },
    identityRead: 'Read name and contact',
    identityHidden: 'The complainant did not allow your body to know who asks.',
    identityHiddenFromRespondent: 'The respondent must not learn who the complainant is.',
    actions: 'What you can do',
    noActions: 'There is nothing for you to do here now.',
    refused: 'Why not something else',
    timeline: 'Timeline',
    system: 'System',
    theComplainant: 'Complainant',
    events: {
      assigned: 'Put on a desk',
      ...resolutionActions.en.events,
      ...loopActions.en.events,
      filed: 'Filed',
      screened: 'Passed screening',
      accepted: 'Accepted',
      refused: 'Not accepted',
      asked: 'Asked for material',
      supplied: 'Material supplied',
      answered: 'Answered',
      transferred: 'Transferred; clocks run on',
      disputed: 'Competence contested',
      merged: 'Merged into another case; clocks run on',
      split: 'Split from the other case',
      merge_received: 'Another case was merged into this one',
      linked: 'Linked with another case',
      unlinked: 'Unlinked',
      designated: 'Handler designated; clocks run on',
      returned: 'Returned',
      closed: 'Closed',
      messaged: 'Message',
      withdrawn: 'Withdrawn',
      verdict: 'Verdict',
      reopened: 'Reopened',
      evidence_added: 'Evidence added',
      identity_read: 'Read who the complainant is',
      notices_chosen: 'Changed how to hear of news',
      evidence_read: 'Read the original of a file',
      erasure_asked: 'The complainant asks for erasure',
      erasure_refused: 'Not erased for now',
      erased: 'Person and words were erased',
      evidence_removed: 'Files removed after the withdrawal',
      released: 'The complainant released something',
      revoked: 'The complainant took a release back',
      summary_confirmed: 'The complainant confirmed words for publication',
      summary_declined: 'The complainant declined publication',
      noted: 'Internal note',
      answer_proposed: 'An answer waits for its release',
      answer_returned: 'The answer was sent back to its author',
      performance_reported: 'Reported as done what was promised',
      performance_denied: 'The complainant says that it was not done',
      opinion_asked: 'Asked a supporting body',
      opinion_given: 'A supporting body gave its opinion',
      explanation_asked: 'Asked the respondent to explain in writing',
      explanation_given: 'The respondent explained in writing',
      explanation_shared: 'Showed the explanation to the complainant',
      extension_asked: 'Extension asked for',
      extended: 'Extension approved',
      extension_refused: 'Extension not approved',
      clock_changed: 'Date counted anew',
    },
    draftSave: 'Save the draft',
    draftSaved: 'Draft saved: {at}',
    draftLoaded: 'Your draft of {at} was loaded. Only you see it.',
    draftFailed: 'The draft was not saved: please use “Save the draft”.',
    send: 'Send all answers',
    conflict: 'The case has changed while you were writing',
    conflictSeen: 'Your text is kept below. Look at what changed, then decide whether to send.',
    done: 'Done: {action}.',
    verdict: 'Verdict of the complainant',
    verdicts: { solved: 'Solved', partly: 'Partly solved', not_solved: 'Not solved' },
    steps: {
      accept: 'Decide on acceptance',
      again: 'Handle it again',
      determine: 'Find out and decide',
      reply: 'Answer',
      transfer: 'Transfer to the handler',
      result: 'Written result',
      contact: 'First contact',
      rectify: 'Put right and answer',
      contest: 'contest the transfer',
      review: 'review and answer',
      recheck: 'recheck and answer',
    },
  },
};
