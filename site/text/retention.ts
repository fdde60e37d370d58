import type { Text } from './locale.ts';

/** The administrator's page of how long persons are kept, what is due to be erased, and what was. */
export const retentionText: Text<{
  title: string;
  lead: string;
  rules: string;
  readOnly: string;
  kind: string;
  time: string;
  basis: string;
  from: string;
  later: string;
  noRule: string;
  others: Record<string, string>;
  units: Record<string, string>;
  due: string;
  dueLead: string;
  now: string;
  in30: string;
  in90: string;
  held: string;
  heldHint: string;
  total: string;
  erased: string;
  erasedLead: string;
  erasedNone: string;
  day: string;
  why: string;
  cases: string;
  files: string;
  reasons: Record<string, string>;
}> = {
  'zh-CN': {
    title: '保存期限',
    lead: '诉求办结、不予受理、撤回或未通过筛查以后，异议和信用修复作出决定以后，信用审查查询以后，个人信息和材料只保存一段时间，到期自动清除：密钥销毁，姓名、联系方式、叙述、名单和文件都不能再打开；编号、单位、日期、结果和办理经过留作统计。',
    rules: '各类信息保存多久',
    readOnly: '这张表只读。改变期限要另加一行、写明依据和生效日期，原来的不覆盖。',
    kind: '种类',
    time: '结束以后保存',
    basis: '依据',
    from: '{date}起',
    later: '{date}起改为 {length} {unit}',
    noRule: '没有规则，不自动清除',
    others: {
      withdrawn_evidence: '已撤回诉求的文件',
      disclosure_request: '异议和信用修复的提出人、理由和材料',
      credit_check: '信用审查的名单和用途',
      registered_promise: '登记承诺的企业、联系人和文件',
      review_comment: '公平竞争审查的意见和联系方式',
    },
    units: { day: '天', month: '个月' },
    due: '将要清除',
    dueLead: '您管辖范围内的件数。每天凌晨 3:20 清除已经到期的；30 天和 90 天是累计数。',
    now: '已到期',
    in30: '30 天内',
    in90: '90 天内',
    held: '暂缓',
    heldHint: '“暂缓”是期限到了、但承诺的日期或时限还没有到的，等到了再清除。',
    total: '合计',
    erased: '最近 90 天清除的',
    erasedLead: '没有清除的日子不列。',
    erasedNone: '最近 90 天没有清除过。',
    day: '日期',
    why: '原因',
    cases: '件数',
    files: '文件',
    reasons: {
      retention: '到期：{kind}',
      request: '反映人申请，经审核同意',
      withdrawn_evidence: '撤回以后清除文件',
    },
  },
  en: {
    title: 'Retention',
    lead: 'Once a case was closed, refused, withdrawn or rejected at screening, an objection or a repair decided, or a credit check asked, persons and material are kept for a time and then erased: the key is destroyed, and name, contact, narrative, lists and files open no more. Number, bodies, dates, outcome and history stay for statistics.',
    rules: 'How long each kind is kept',
    readOnly:
      'This table is read-only. A period changes by another row with its basis and first day; none is overwritten.',
    kind: 'Kind',
    time: 'Kept after the end',
    basis: 'Basis',
    from: 'from {date}',
    later: 'From {date}: {length} {unit}',
    noRule: 'No rule: not erased by itself',
    others: {
      withdrawn_evidence: 'Files of withdrawn cases',
      disclosure_request: 'Filers, reasons and files of objections and repairs',
      credit_check: 'Lists and purposes of credit checks',
      registered_promise: 'Enterprises that registered promises, contacts and files',
      review_comment: 'Comments on fair-competition reviews, and contacts',
    },
    units: { day: 'days', month: 'months' },
    due: 'Due to be erased',
    dueLead:
      'What is in your reach. What is past its time goes every night at 3:20; those of 30 and 90 days include the ones before.',
    now: 'Past',
    in30: '30 days',
    in90: '90 days',
    held: 'On hold',
    heldHint: 'On hold are those whose time is over while a promised date or a clock is still to come.',
    total: 'All',
    erased: 'Erased in the last 90 days',
    erasedLead: 'Days without any are left out.',
    erasedNone: 'Nothing was erased in the last 90 days.',
    day: 'Day',
    why: 'Why',
    cases: 'Number',
    files: 'Files',
    reasons: {
      retention: 'Time is over: {kind}',
      request: 'Asked by the complainant and granted',
      withdrawn_evidence: 'Files of withdrawn cases',
    },
  },
};
