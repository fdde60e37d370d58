import type { Text } from './locale.ts';

/** Cards of early warning, and the days of elections that one of the rules needs. */
export const earlyWarningText: Text<{
  title: string;
  lead: string;
  open: string;
  closed: string;
  none: string;
  noneText: string;
  rules: Record<string, string>;
  says: Record<string, string>;
  why: Record<string, string>;
  events: Record<string, string>;
  states: Record<string, string>;
  notes: Record<string, string>;
  about: string;
  raisedAt: string;
  seenOn: string;
  cases: string;
  casesSeen: string;
  listed: string;
  number: string;
  kind: string;
  state: string;
  filedOn: string;
  history: string;
  act: string;
  acts: Record<string, string>;
  words: string;
  wordsHint: string;
  save: string;
  done: string;
  back: string;
  detail: string;
  changesTitle: string;
  changesLead: string;
  division: string;
  divisionHint: string;
  heldOn: string;
  what: string;
  whatHint: string;
  enter: string;
  withdraw: string;
  changesNone: string;
}> = {
  'zh-CN': {
    title: '监测预警',
    lead: '按公开的规则从趋势里找出来的情形，供上级留意。每张卡片写明数字、规则和背后的诉求；它不是认定，也不会自动消失，由您处理并写明理由。',
    open: '待处理',
    closed: '已办结',
    none: '没有',
    noneText: '现在没有需要留意的情形。规则每晚运行一次。',
    rules: {
      old_debt_after_change: '换届或合并后“旧账”诉求增多',
      arrears_deadline: '临近 3 月 31 日仍有拖欠',
      same_demand: '多人提出几乎相同的诉求',
      falling_timeliness: '按期答复明显下降',
    },
    says: {
      old_debt_after_change:
        '{on} {event}，此后 {days} 天收到“新官不理旧账”诉求 {after} 件，此前 {days} 天 {before} 件。',
      arrears_deadline:
        '未办结的拖欠账款诉求 {open} 件，已写明金额合计 {amount} 元；年度拖欠报告期限 {deadline}（还有 {left} 天，负数为已过）。',
      same_demand: '自 {from} 起有 {cases} 件诉求反映同一单位、同一领域，诉求文字大部分相同。',
      falling_timeliness:
        '最近 {days} 天到期的诉求按期答复 {part}/{total}，前一个 {days} 天是 {partBefore}/{totalBefore}。',
    },
    why: {
      old_debt_after_change: '规则：变化后不少于 {least} 件，且不少于变化前同样天数的 {times} 倍。',
      arrears_deadline:
        '规则：3 月 31 日前 45 天至后 30 天之间，未办结的不少于 {least} 件（保障中小企业款项支付条例第十八条：每年 3 月 31 日前报告）。',
      same_demand: '规则：{days} 天内不少于 {least} 件，文字相同的部分不少于 {alike}%。',
      falling_timeliness: '规则：两段都不少于 {least} 件，且两个比率的 95% 区间不相交。',
    },
    events: { succession: '单位合并、更名', election: '换届' },
    states: { new: '新', acknowledged: '已知悉', closed: '已办结' },
    notes: { acknowledged: '知悉', closed: '办结', reopened: '重新处理' },
    about: '涉及单位',
    raisedAt: '提出于 {at}',
    seenOn: '最近一次仍符合规则：{on}',
    cases: '背后的诉求 {n} 件',
    casesSeen: '您可以看到其中 {seen} 件；其余由别的单位办理。',
    listed: '这里列出最近的 {n} 件。',
    number: '编号',
    kind: '类别',
    state: '状态',
    filedOn: '提出日期',
    history: '处理经过',
    act: '怎样处理',
    acts: { acknowledged: '知悉，继续留意', closed: '办结', reopened: '重新处理' },
    words: '做了什么、为什么',
    wordsHint: '留在卡片上，供以后查看。不要写反映人的信息。',
    save: '保存',
    done: '已保存。',
    back: '监测预警',
    detail: '看数字和诉求',
    changesTitle: '换届日期',
    changesLead: '本站不会自己知道哪天换届。登记以后，“换届后旧账诉求增多”的规则按这个日期比较。',
    division: '地区代码',
    divisionHint: '例如 9901；须在您管理的地区内。',
    heldOn: '日期',
    what: '说明',
    whatHint: '例如：第十八届人民代表大会第一次会议选举产生新一届政府。',
    enter: '登记',
    withdraw: '登记有误，撤回',
    changesNone: '还没有登记。',
  },
  en: {
    title: 'Early warning',
    lead: 'What open rules find in the trends, for the superior to look at. Each card says the numbers, the rule and the cases behind it. It determines nothing, and never goes by itself: you close it with a reason.',
    open: 'Open',
    closed: 'Closed',
    none: 'None',
    noneText: 'There is nothing to look at now. The rules run every night.',
    rules: {
      old_debt_after_change: 'More “old debts” after an election or a merger',
      arrears_deadline: 'Arrears open near 31 March',
      same_demand: 'Many make nearly the same demand',
      falling_timeliness: 'Answers in time have clearly fallen',
    },
    says: {
      old_debt_after_change:
        '{on}, {event}: {after} cases of old debts in the {days} days since, {before} in as many days before.',
      arrears_deadline:
        '{open} cases of arrears are open; amounts named come to CNY {amount}. The yearly report of arrears is due {deadline} ({left} days left; negative: past).',
      same_demand: 'Since {from}, {cases} cases about one body and matter with mostly the same words.',
      falling_timeliness:
        'Answered in time: {part} of {total} due in the last {days} days, {partBefore} of {totalBefore} in the {days} days before.',
    },
    why: {
      old_debt_after_change: 'Rule: at least {least} since, and at least {times} times those of as many days before.',
      arrears_deadline:
        'Rule: between 45 days before and 30 after 31 March, at least {least} open cases (保障中小企业款项支付条例 art. 18: report by 31 March).',
      same_demand: 'Rule: at least {least} cases in {days} days, of whose words at least {alike} % are the same.',
      falling_timeliness: 'Rule: at least {least} in either span, and the 95 % intervals of the shares do not touch.',
    },
    events: { succession: 'bodies merged or renamed', election: 'officials changed' },
    states: { new: 'New', acknowledged: 'Noted', closed: 'Closed' },
    notes: { acknowledged: 'Noted', closed: 'Closed', reopened: 'Taken up again' },
    about: 'Body',
    raisedAt: 'Raised {at}',
    seenOn: 'The rule last held on {on}',
    cases: '{n} cases behind it',
    casesSeen: 'You may see {seen} of them; others lie with other bodies.',
    listed: 'The newest {n} are listed.',
    number: 'Number',
    kind: 'Kind',
    state: 'State',
    filedOn: 'Filed',
    history: 'What was done',
    act: 'What to do',
    acts: { acknowledged: 'Take note, keep watching', closed: 'Close', reopened: 'Take up again' },
    words: 'What was done, and why',
    wordsHint: 'Stays on the card. Nothing about complainants.',
    save: 'Save',
    done: 'Saved.',
    back: 'Early warning',
    detail: 'Numbers and cases',
    changesTitle: 'Days of elections',
    changesLead:
      'The portal does not know by itself when the officials of a place changed. The rule on old debts after an election compares by these days.',
    division: 'Division code',
    divisionHint: 'For example 9901; within the places that you run.',
    heldOn: 'Day',
    what: 'What it was',
    whatHint: 'For example: the 18th people’s congress elected the new government.',
    enter: 'Enter',
    withdraw: 'Entered by mistake: take back',
    changesNone: 'None was entered.',
  },
};
