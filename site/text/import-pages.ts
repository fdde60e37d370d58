import type { Text } from './locale.ts';

/** Pages of imports for publishers. */
export const importPages: Text<{
  title: string;
  lead: string;
  forbidden: string;
  upload: string;
  kind: string;
  file: string;
  fileHint: string;
  reason: string;
  reasonHint: string;
  send: string;
  templates: string;
  templatesLead: string;
  table: string;
  list: string;
  none: string;
  noneText: string;
  when: string;
  rows: string;
  state: string;
  states: Record<string, string>;
  said: Record<string, string>;
  back: string;
  facts: Record<string, string>;
  blocked: string;
  blockedOwn: string;
  blockedOther: string;
  faults: string;
  faultsLead: string;
  faultsAll: string;
  line: string;
  column: string;
  why: string;
  value: string;
  suggestion: string;
  alike: string;
  alikeLead: string;
  alikeWhy: Record<string, string>;
  otherLine: string;
  otherRecord: string;
  same: string;
  apply: string;
  applyAnyway: string;
  abandon: string;
  approve: string;
  approveMany: string;
  approveLead: string;
  approveOwn: string;
  looked: string;
  samples: string;
  publishing: string;
  publishingLead: string;
  published: Record<string, string>;
  keptBack: string;
  publishedTitle: string;
  progressRecords: string;
  cancel: string;
  comparing: string;
  progress: string;
  reload: string;
  failure: string;
  done: Record<string, string>;
}> = {
  'zh-CN': {
    title: '导入',
    lead: '上传表格，先校验，看过报告再导入。导入的记录须经另一人审核才会公示。',
    forbidden: '只有发布人员和审核人员可以使用导入。',
    upload: '上传文件',
    kind: '文件内容',
    file: '文件',
    fileHint: 'CSV（UTF-8 或 GB 18030）、Excel（.xlsx）或 JSON Lines，不超过 20 MB；更大的文件请管理员用命令导入。',
    reason: '导入说明',
    reasonHint: '会记入每条记录的版本，例如：市中院 2026 年第三季度推送',
    send: '上传并校验',
    templates: '下载模板',
    templatesLead: '每类一份，已带列名；Excel 模板里有选项和填写说明。',
    table: '表格',
    list: '导入批次',
    none: '还没有导入过',
    noneText: '先下载模板，填好后在上面上传。',
    when: '上传时间',
    rows: '行数',
    state: '状态',
    states: {
      waiting: '正在校验',
      checked: '校验完成，等待导入',
      blocked: '整个文件有问题，已拦下',
      applying: '正在导入',
      finished: '已导入',
      abandoned: '已放弃',
    },
    said: {
      waiting: '文件已收到，正在逐行校验。',
      checked: '校验完成，还没有写入任何记录。请看过下面的报告再决定。',
      blocked: '这个文件作为整体有问题，没有写入任何记录。',
      applying: '正在写入。中断后会从已完成的行继续，不会重复。',
      finished: '导入完成。新记录在审核通过之前不会公示。',
      abandoned: '已放弃，文件已删除。',
    },
    back: '全部导入',
    facts: {
      kind: '内容',
      file: '文件',
      sha256: 'SHA-256',
      total: '总行数',
      good: '可以导入',
      known: '其中本站已有（按案号或文号）',
      refused: '未通过',
      settled: '已处理',
      imported: '新增和更新',
      unchanged: '未变',
      bodies: '新建单位',
    },
    blocked: '拦下的原因',
    blockedOwn: '如确认文件无误，须由上传人以外的另一人放行。',
    blockedOther: '您不是上传人：核对来源后可以放行，放行会留痕。',
    faults: '未通过的行',
    faultsLead: '这些行不会导入。改好后重新上传同一文件即可，已导入的行不会重复。',
    faultsAll: '下载全部（CSV）',
    line: '行',
    column: '列',
    why: '原因',
    value: '所填内容',
    suggestion: '建议',
    alike: '可能是同一件事',
    alikeLead: '只作提示，不影响导入。',
    alikeWhy: { number: '案号相同，单位写法不同', dispute: '同一争议的不同审级', text: '内容几乎相同' },
    otherLine: '第 {line} 行',
    otherRecord: '本站记录',
    same: '相同部分 {share}',
    apply: '导入 {n} 行',
    applyAnyway: '放行并导入 {n} 行',
    abandon: '放弃这个文件',
    approve: '审核通过并公示 {n} 条',
    approveMany: '公示整批，共 {n} 条',
    approveLead: '逐条审核请到“公示信息”。全部通过之前请抽查。',
    approveOwn: '这一批由您上传或导入，须由另一人审核。',
    looked: '我已抽查，确认整批公示；此后逐条公示，由我承担第二人审核',
    samples: '抽查几条',
    publishing: '正在公示整批',
    publishingLead: '逐条审核、逐条公示，中断后自动接着办。可以离开本页，也可以随时停下；已公示的不会撤回。',
    published: {
      done: '整批公示已完成：公示 {n} 条。',
      cancelled: '整批公示已停下：停下之前公示了 {n} 条。',
      stopped: '整批公示已中止：公示了 {n} 条之后，办理人不再有这项权限。',
    },
    keptBack: '另有 {n} 条要单独审核，没有公示（例如须先看全文的判决、缺附件的决定，或者您自己写过的）。',
    publishedTitle: '整批公示',
    progressRecords: '{done} / {total} 条',
    cancel: '停止公示',
    comparing: '文件较长，正在后台查找“可能是同一件事”的行，不影响导入。',
    progress: '{done} / {total} 行',
    reload: '刷新进度',
    failure: '上次中断的原因（会自动重试）',
    done: {
      apply: '已开始导入。',
      approve: '已公示 {n} 条。',
      publishing: '已开始公示整批。',
      cancel: '已停止。',
      abandon: '已放弃。',
    },
  },
  en: {
    title: 'Imports',
    lead: 'Upload a table, have it checked, read the report, then import it. What is imported becomes public only by a second person.',
    forbidden: 'Imports are for publishers and approvers.',
    upload: 'Upload a file',
    kind: 'What is in it',
    file: 'File',
    fileHint:
      'CSV (UTF-8 or GB 18030), Excel (.xlsx) or JSON Lines, at most 20 MB; the operator imports larger ones by command.',
    reason: 'Why it is imported',
    reasonHint: 'Kept with each version, for example: pushed by the intermediate court for the third quarter of 2026',
    send: 'Upload and check',
    templates: 'Templates',
    templatesLead: 'One for each table, with its columns; the workbook has lists and a guide.',
    table: 'Table',
    list: 'Imports so far',
    none: 'Nothing was imported yet',
    noneText: 'Download a template, fill it in and upload it above.',
    when: 'Uploaded',
    rows: 'Rows',
    state: 'State',
    states: {
      waiting: 'Being checked',
      checked: 'Checked, not imported yet',
      blocked: 'Stopped: bad as a whole',
      applying: 'Being imported',
      finished: 'Imported',
      abandoned: 'Given up',
    },
    said: {
      waiting: 'The file has arrived and is being checked row by row.',
      checked: 'The check is done and nothing was written. Please read the report below before you decide.',
      blocked: 'The file as a whole is bad. Nothing was written.',
      applying: 'Rows are being written. An interruption is taken up at the row that was reached; nothing comes twice.',
      finished: 'The import is done. New records are not public before they are approved.',
      abandoned: 'Given up; the file is gone.',
    },
    back: 'All imports',
    facts: {
      kind: 'Table',
      file: 'File',
      sha256: 'SHA-256',
      total: 'Rows',
      good: 'Can be imported',
      known: 'of these here already (by case or document number)',
      refused: 'Refused',
      settled: 'Settled',
      imported: 'New and changed',
      unchanged: 'Unchanged',
      bodies: 'Bodies made',
    },
    blocked: 'Why it was stopped',
    blockedOwn: 'If the file is right, somebody other than the uploader must let it pass.',
    blockedOther:
      'You are not the uploader: having checked the source you may let it pass, and it is recorded that you did.',
    faults: 'Rows that were refused',
    faultsLead:
      'They are not imported. Correct them and upload the same file again: what was imported does not come twice.',
    faultsAll: 'Download all (CSV)',
    line: 'Line',
    column: 'Column',
    why: 'Reason',
    value: 'Written',
    suggestion: 'Perhaps',
    alike: 'Perhaps about the same thing',
    alikeLead: 'For your information; it stops nothing.',
    alikeWhy: {
      number: 'same case number, other body',
      dispute: 'another instance of one dispute',
      text: 'nearly the same text',
    },
    otherLine: 'line {line}',
    otherRecord: 'a record here',
    same: '{share} in common',
    apply: 'Import {n} rows',
    applyAnyway: 'Let it pass and import {n} rows',
    abandon: 'Give this file up',
    approve: 'Approve and publish {n} records',
    approveMany: 'Publish the whole batch: {n} records',
    approveLead: 'One by one they are under “Records”. Please look at some before you approve all.',
    approveOwn: 'You uploaded or applied this: somebody else must approve.',
    looked: 'I looked at some of them and approve the whole batch, record by record, as the second person',
    samples: 'Look at some',
    publishing: 'The batch is being published',
    publishingLead:
      'Each record is approved and published by itself; an interruption is taken up. You may leave this page, or stop it at any time: what is public stays so.',
    published: {
      done: 'The batch is published: {n} records.',
      cancelled: 'Publishing was stopped after {n} records.',
      stopped: 'Publishing ended after {n} records: whoever began it may no longer publish.',
    },
    keptBack:
      '{n} more need a look of their own and are not public (a judgment whose text must be read first, a decision without its document, a record that you wrote).',
    publishedTitle: 'Publishing the whole batch',
    progressRecords: '{done} of {total} records',
    cancel: 'Stop publishing',
    comparing:
      'The file is long: rows that are perhaps about the same thing are being looked for; the import need not wait.',
    progress: '{done} of {total} rows',
    reload: 'See how far it is',
    failure: 'Why it stopped last time (it is tried again by itself)',
    done: {
      apply: 'The import has begun.',
      approve: '{n} were published.',
      publishing: 'Publishing has begun.',
      cancel: 'Stopped.',
      abandon: 'Given up.',
    },
  },
};
