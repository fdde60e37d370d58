import type { Text } from './locale.ts';

/** What a clock of a case says of itself: the same words for complainants and officials. */
export const clockText: Text<{
  started: string;
  /** By the code of the rule (EXPIRIES). */
  expiry: Record<string, string>;
  stop: string;
  stopOpen: string;
  extended: string;
  extendedTo: string;
  extensionReason: string;
  asked: string;
  refused: string;
  decision: string;
  followUps: string;
  followUpKinds: Record<string, string>;
  followUpStates: Record<string, string>;
  followUpDue: string;
  followUpDone: string;
  owedBy: string;
  unitLeft: string;
}> = {
  'zh-CN': {
    started: '从 {date} 的第二天起算，共 {length} {unit}。',
    expiry: {
      remind_superior: '到期还没有办，系统会提醒上级单位。',
      supervise: '到期没有答复，系统会通知上级单位督办；再不办的，可以约谈、通报。',
      explain_and_plan: '到期答复不了，单位要说明原因，并给出办理计划；超期会通知上级单位。',
      keeps_case: '这是承办单位提出异议的期限。到期没有提出，就由它办理。',
      repair_possible: '到期以后，可以申请信用修复。',
      publication_ends: '到期以后，自动停止公示。',
    },
    stop: '{from} 至 {to} 暂停，等待补充材料，这几天不算。',
    stopOpen: '{from} 起暂停，等待补充材料。',
    extended: '{date} 经批准延长 {days} {unit}',
    extendedTo: '期限由 {from} 改为 {to}',
    extensionReason: '理由：{reason}',
    asked: '{date} 申请延长 {days} {unit}，等待批准',
    refused: '{date} 申请延长 {days} {unit}，没有批准',
    decision: '批准人的意见：{text}',
    followUps: '答应和安排的日期',
    followUpKinds: {
      promised_date: '答复中答应办到',
      instalment: '协议约定的一期',
      order: '上级督办要求办结',
      explanation: '被反映单位书面说明',
      opinion: '配合单位提出意见',
    },
    followUpStates: {
      open: '还没到期',
      overdue: '已过期',
      kept: '按时做到',
      broken: '做到了，但晚了',
      cancelled: '不再需要',
    },
    followUpDue: '{kind}，最迟 {date}',
    followUpDone: '{date} 完成',
    owedBy: '由{body}完成',
    unitLeft: '最多还可以延长 {days} {unit}',
  },
  en: {
    started: 'Counted from the day after {date}: {length} {unit} in all.',
    expiry: {
      remind_superior: 'If nothing is done by then, the superior body is reminded.',
      supervise:
        'If there is no answer by then, the superior body is told to supervise it; after that come talks and a public notice.',
      explain_and_plan:
        'A body that cannot answer by then must say why and give a plan; if it is late, the superior body is told.',
      keeps_case: 'Until then the body may contest that the case is its own. If it does not, it keeps the case.',
      repair_possible: 'From then on credit repair may be asked for.',
      publication_ends: 'From then on it is no longer published.',
    },
    stop: 'Stopped from {from} to {to} while waiting for material: these days do not count.',
    stopOpen: 'Stopped since {from} while waiting for material.',
    extended: 'Extended by {days} {unit} with approval on {date}',
    extendedTo: 'due {to} instead of {from}',
    extensionReason: 'Reason: {reason}',
    asked: '{days} more {unit} asked for on {date}, waiting for approval',
    refused: '{days} more {unit} asked for on {date}, not approved',
    decision: 'The approver says: {text}',
    followUps: 'Dates that were promised or set',
    followUpKinds: {
      promised_date: 'Promised in an answer',
      instalment: 'An instalment of the agreement',
      order: 'Ordered by the superior body',
      explanation: 'Written explanation of the body complained of',
      opinion: 'Opinion of a supporting body',
    },
    followUpStates: {
      open: 'not due yet',
      overdue: 'overdue',
      kept: 'kept',
      broken: 'done, but late',
      cancelled: 'no longer needed',
    },
    followUpDue: '{kind}, by {date}',
    followUpDone: 'done on {date}',
    owedBy: 'owed by {body}',
    unitLeft: 'at most {days} {unit} more',
  },
};
