import type { Text } from './locale.ts';

/** The officials' page on full texts of policy documents. */
export const policyTextPages: Text<{
  title: string;
  lead: string;
  how: string;
  empty: string;
  document: string;
  source: string;
  hash: string;
  file: string;
  count: string;
  handedIn: string;
  byOperator: string;
  state: string;
  states: Record<string, string>;
  compare: string;
  none: string;
  now: string;
  same: string;
  show: string;
  refuse: string;
  confirm: string;
  back: string;
  publicPage: string;
}> = {
  'zh-CN': {
    title: '政策原文',
    lead: '运行单位交来的政策原文，经另一个人对照出处核对后，才会显示在公开的逐条说明下面。',
    how: '用命令交来：npm run import -- policy 文件 --source 出处（先加 --dry-run 试一遍）',
    empty: '没有交来过原文。',
    document: '文件',
    source: '出处',
    hash: '文件 SHA-256',
    file: '文件名',
    count: '{count} 条',
    handedIn: '交来时间',
    byOperator: '运行单位（命令）',
    state: '状态',
    states: { proposed: '等待核对', shown: '已显示', refused: '没有采用', replaced: '已被替换' },
    compare: '逐条核对',
    none: '文件里没有这一条',
    now: '现在显示的',
    same: '与现在显示的一样',
    show: '核对无误，显示',
    refuse: '不采用',
    confirm: '请打开出处，逐条对照以后再点。由谁核对、何时核对会记下来。',
    back: '政策原文',
    publicPage: '公开页面',
  },
  en: {
    title: 'Policy texts',
    lead: 'Full texts handed in by the operator show under the public digests once a second person has compared them with their source.',
    how: 'Handed in by command: npm run import -- policy FILE --source TEXT (with --dry-run first)',
    empty: 'No text has been handed in.',
    document: 'Document',
    source: 'Source',
    hash: 'SHA-256 of the file',
    file: 'File',
    count: '{count} clauses',
    handedIn: 'Handed in',
    byOperator: 'the operator, by command',
    state: 'State',
    states: { proposed: 'to be checked', shown: 'shown', refused: 'not used', replaced: 'replaced' },
    compare: 'Clause by clause',
    none: 'not in the file',
    now: 'Shown now',
    same: 'the same as is shown now',
    show: 'Checked: show it',
    refuse: 'Do not use it',
    confirm: 'Please open the source and compare each clause first. Who checked, and when, is recorded.',
    back: 'Policy texts',
    publicPage: 'Public page',
  },
};
