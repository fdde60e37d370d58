import type { Text } from './locale.ts';

/** Pages of those who are asked: a supporting body for its opinion, the body complained of for an explanation. */
export const consultedText: Text<{
  states: Record<string, string>;
  late: string;
  back: string;
  asked: string;
  askedOn: string;
  dueOn: string;
  givenOn: string;
  askedBody: string;
  question: string;
  demands: string;
  story: string;
  files: string;
  filesNone: string;
  fileLabel: string;
  fileHint: string;
  fileSend: string;
  opinions: Record<
    | 'title'
    | 'lead'
    | 'emptyTitle'
    | 'emptyText'
    | 'number'
    | 'give'
    | 'label'
    | 'hint'
    | 'send'
    | 'done'
    | 'given'
    | 'who',
    string
  >;
  explanations: Record<
    | 'title'
    | 'lead'
    | 'emptyTitle'
    | 'emptyText'
    | 'number'
    | 'give'
    | 'label'
    | 'hint'
    | 'send'
    | 'done'
    | 'given'
    | 'who'
    | 'ended',
    string
  >;
}> = {
  'zh-CN': {
    states: { open: '等待回复', overdue: '已过期', given: '已回复', ended: '不再需要' },
    late: '晚于要求的日期',
    back: '返回',
    asked: '提出单位',
    askedOn: '提出日期',
    dueOn: '回复期限',
    givenOn: '回复日期',
    askedBody: '被问单位',
    question: '问题',
    demands: '各项诉求',
    story: '反映的情况',
    files: '附件',
    filesNone: '没有附件。',
    fileLabel: '选择文件',
    fileHint: '先上传附件，再提交。图片、PDF、办公文档等，每个 20 MB，最多 10 个。',
    fileSend: '上传',
    opinions: {
      title: '征求意见',
      lead: '承办单位请您的单位对一件诉求提出意见。意见只给承办单位看，不给反映人。',
      emptyTitle: '没有征求意见',
      emptyText: '有单位向您的单位征求意见时，会列在这里。',
      number: '案号',
      give: '提出意见',
      label: '意见',
      hint: '写明事实、依据和建议。提交以后不能再改。',
      send: '提交意见',
      done: '意见已经交给承办单位。',
      given: '本单位的意见',
      who: '这里看不到反映人是谁，也请不要去打听。',
    },
    explanations: {
      title: '书面说明',
      lead: '有单位请您的单位书面说明原因。按期说明，是把事情讲清楚的机会；不说明，也会记下来。',
      emptyTitle: '没有要说明的事',
      emptyText: '有单位请您的单位书面说明原因时，会列在这里。',
      number: '编号',
      give: '书面说明原因',
      label: '说明',
      hint: '写明事实经过、没有履行的原因和下一步打算。提交以后不能再改。',
      send: '提交说明',
      done: '说明已经提交。',
      given: '本单位的说明',
      who: '不得打听、追查反映人，不得打击报复。',
      ended: '这件事已经办到下一步，不再收说明。',
    },
  },
  en: {
    states: { open: 'waiting', overdue: 'overdue', given: 'given', ended: 'no longer needed' },
    late: 'after the date',
    back: 'Back',
    asked: 'Asked by',
    askedOn: 'Asked on',
    dueOn: 'Wanted by',
    givenOn: 'Given on',
    askedBody: 'Body asked',
    question: 'Question',
    demands: 'Demands',
    story: 'What happened',
    files: 'Files',
    filesNone: 'No files.',
    fileLabel: 'Choose a file',
    fileHint: 'Upload files first, then send. Pictures, PDF, office documents: 20 MB each, 10 at most.',
    fileSend: 'Upload',
    opinions: {
      title: 'Opinions',
      lead: 'The handling body asks yours for its opinion on a case. It is read by that body alone, never by the complainant.',
      emptyTitle: 'No opinions are wanted',
      emptyText: 'When a body asks yours for its opinion, it is listed here.',
      number: 'Case',
      give: 'Give an opinion',
      label: 'Opinion',
      hint: 'Facts, grounds and what you suggest. It cannot be changed once it is sent.',
      send: 'Send the opinion',
      done: 'The handling body has your opinion.',
      given: 'The opinion of your body',
      who: 'Who complained is not shown here. Please do not try to find out.',
    },
    explanations: {
      title: 'Explanations',
      lead: 'A body asks yours to explain something in writing. Explaining in time is your chance to be heard; silence is recorded too.',
      emptyTitle: 'Nothing is to be explained',
      emptyText: 'When a body asks yours to explain something in writing, it is listed here.',
      number: 'Reference',
      give: 'Explain in writing',
      label: 'Explanation',
      hint: 'What happened, why it was not done, and what comes next. It cannot be changed once it is sent.',
      send: 'Send the explanation',
      done: 'The explanation was sent.',
      given: 'The explanation of your body',
      who: 'Nobody may search for the complainant or take revenge.',
      ended: 'The matter has moved on: no more explanations are taken.',
    },
  },
};
