import type { Text } from './locale.ts';

/** Answers on the page of a case: what waits for its release, files, templates, what was promised. */
export const answersText: Text<{
  pending: string;
  pendingText: string;
  pendingEdit: string;
  returned: string;
  returnedBy: string;
  proposedBy: string;
  filesHint: string;
  filesNone: string;
  fileLabel: string;
  fileSend: string;
  fileRemove: string;
  fileRemoveName: string;
  filePending: string;
  fileAdded: string;
  fileRemoved: string;
  purposes: Record<string, string>;
  sent: string;
  template: string;
  templateHint: string;
  templateNone: string;
  insert: string;
  insertLabel: string;
  inserted: string;
  promise: string;
  promiseStates: Record<string, string>;
  reported: string;
  denied: string;
  /** Titles of the lists of files, by what they go with. */
  filesOf: Record<'answer' | 'performance' | 'settlement' | 'determination', string>;
  opinions: string;
  explanations: string;
  askedBy: string;
  dueOn: string;
  givenOn: string;
  consultedStates: Record<string, string>;
  released: Record<string, string>;
  releasedNone: string;
  shared: string;
  notShared: string;
  question: string;
  opinion: string;
  explanation: string;
}> = {
  'zh-CN': {
    pending: '这份答复等待签发',
    pendingText: '反映人还看不到。签发之前，办理时限继续计算。',
    pendingEdit: '您可以在下面改，改好后重新报签，前一稿作废。',
    returned: '答复被退回，请修改后再报',
    returnedBy: '退回的理由',
    proposedBy: '{name} 起草 · {at}',
    filesHint:
      '上传前请先保存填写的内容。正式发出（认定文书为批准）之后，反映人凭查询码可以下载。每个 20 MB，最多 10 个。被反映单位看不到。',
    filesNone: '还没有附件。',
    fileLabel: '选择文件',
    fileSend: '上传',
    fileRemove: '去掉',
    fileRemoveName: '去掉 {name}',
    filePending: '随草稿保存，尚未发出',
    fileAdded: '附件已经保存，发送答复时一起发出。',
    fileRemoved: '附件已经去掉。',
    purposes: { answer: '随答复', performance: '办到的证明', explanation: '被反映单位的说明' },
    sent: '已发出',
    template: '套用模板',
    templateHint: '加在已写内容的后面，案号、单位和日期自动填好，加入以后还可以改。',
    templateNone: '不用模板',
    insert: '加入这一项',
    insertLabel: '加入这一项：诉求{n}',
    inserted: '模板已经加入，草稿已保存。',
    promise: '答应的日期：{date}',
    promiseStates: {
      open: '还没有到期',
      overdue: '过期没有办到',
      reported: '报告已按期办到',
      reported_late: '报告已办到，晚于答应的日期',
      denied: '反映人说没有办到',
      superseded: '后来的答复代替了它',
    },
    reported: '{body} · {date} 报告办到',
    denied: '反映人说：{text}',
    filesOf: {
      answer: '随答复发出的附件',
      performance: '办到的证明',
      settlement: '签字的协议文本',
      determination: '认定文书',
    },
    opinions: '配合单位的意见',
    explanations: '被反映单位的书面说明',
    askedBy: '{at} 提出，请在 {date} 前回复',
    dueOn: '应在 {date} 前',
    givenOn: '{date} 已回复',
    consultedStates: { open: '等待回复', overdue: '过期没有回复', given: '已回复' },
    released: { demands: '各项诉求', narrative: '反映的情况' },
    releasedNone: '只给了问题，没有给诉求原文',
    shared: '反映人可以看到',
    notShared: '反映人看不到内容',
    question: '问题',
    opinion: '意见',
    explanation: '说明',
  },
  en: {
    pending: 'This answer waits for its release',
    pendingText: 'The complainant does not see it yet. Until it is released the clocks run on.',
    pendingEdit: 'You can change it below and propose it again; the earlier draft then counts no more.',
    returned: 'The answer was sent back: please change it and propose it again',
    returnedBy: 'Why it was sent back',
    proposedBy: 'Written by {name} · {at}',
    filesHint:
      'Save what you have typed before you upload. Once it is sent (a determination: approved), the complainant can download them with the code. 20 MB each, 10 at most. The respondent never sees them.',
    filesNone: 'No files yet.',
    fileLabel: 'Choose a file',
    fileSend: 'Upload',
    fileRemove: 'Remove',
    fileRemoveName: 'Remove {name}',
    filePending: 'kept with the draft, not sent',
    fileAdded: 'The file is kept and goes out with the answer.',
    fileRemoved: 'The file is gone.',
    purposes: {
      answer: 'with the answer',
      performance: 'shows what was done',
      explanation: 'explanation of the respondent',
    },
    sent: 'sent',
    template: 'Use a template',
    templateHint: 'It is added after what is written, with number, bodies and dates filled in; it can be changed then.',
    templateNone: 'No template',
    insert: 'Add it here',
    insertLabel: 'Add it here: demand {n}',
    inserted: 'The template was added and the draft saved.',
    promise: 'Promised by {date}',
    promiseStates: {
      open: 'not due yet',
      overdue: 'overdue',
      reported: 'reported as done in time',
      reported_late: 'reported as done, after the promised date',
      denied: 'the complainant says that it was not done',
      superseded: 'a later answer takes its place',
    },
    reported: '{body} reported it as done on {date}',
    denied: 'The complainant says: {text}',
    filesOf: {
      answer: 'Files that go with the answer',
      performance: 'What shows that it was done',
      settlement: 'The signed agreement',
      determination: 'The deciding document',
    },
    opinions: 'Opinions of supporting bodies',
    explanations: 'Written explanations of the respondent',
    askedBy: 'Asked {at}, wanted by {date}',
    dueOn: 'by {date}',
    givenOn: 'given on {date}',
    consultedStates: { open: 'waiting', overdue: 'overdue', given: 'given' },
    released: { demands: 'the demands', narrative: 'what happened' },
    releasedNone: 'Only the question went out, nothing of the complaint',
    shared: 'the complainant can read it',
    notShared: 'the complainant cannot read it',
    question: 'Question',
    opinion: 'Opinion',
    explanation: 'Explanation',
  },
};
