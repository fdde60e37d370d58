import type { Text } from './locale.ts';

/** Codes of facts of single kinds in words, by field. */
export const factWords: Text<Record<string, Record<string, string>>> = {
  'zh-CN': {
    subKind: {
      administrative_penalty: '行政处罚',
      discipline: '处分',
      accountability: '问责',
      determined_breach: '认定的失信行为',
    },
    warningLevel: { yellow: '黄色预警', red: '红色预警' },
    proposalKind: { congress: '人大代表建议', conference: '政协提案' },
    proposalAnswer: { solved: '已经解决或者采纳', planned: '列入计划逐步解决', reference: '留作参考' },
    rectification: {
      none: '无',
      ordered: '已要求整改',
      explained: '已书面说明',
      done: '已报告整改完成',
      verified: '整改已核实',
    },
  },
  en: {
    subKind: {
      administrative_penalty: 'Administrative penalty',
      discipline: 'Disciplinary sanction',
      accountability: 'Held to account',
      determined_breach: 'Determined breach',
    },
    warningLevel: { yellow: 'Yellow', red: 'Red' },
    proposalKind: { congress: 'Proposal of deputies', conference: 'Proposal of the conference' },
    proposalAnswer: { solved: 'Solved or adopted', planned: 'Planned, step by step', reference: 'Kept for reference' },
    rectification: {
      none: 'None',
      ordered: 'Ordered',
      explained: 'Explained in writing',
      done: 'Reported as done',
      verified: 'Verified',
    },
  },
};

/** Names of fields where a kind calls them otherwise than fieldNames does. */
export const kindFieldNames: Text<Record<string, Record<string, string>>> = {
  'zh-CN': {
    honour: { decidingBody: '授予单位', summary: '事迹', decidedOn: '授予日期', period: '年度' },
    debt_warning: {
      decidingBody: '发布单位',
      amount: '债务余额',
      decidedOn: '预警日期',
      summary: '情况说明',
      bodyName: '被预警地方的政府',
    },
    rectification_notice: {
      decidingBody: '发出单位',
      conduct: '存在的问题',
      decidedOn: '发出日期',
      bodyName: '被要求整改的单位',
    },
    overdue_notice: {
      decidingBody: '通报单位',
      conduct: '逾期事项',
      decidedOn: '通报日期',
      dueOn: '办结期限',
      bodyName: '被通报的单位',
    },
    proposal_result: {
      bodyName: '承办单位',
      documentNumber: '建议提案编号',
      period: '会议届次',
      decidingBody: '交办单位',
      decidedOn: '答复日期',
      summary: '建议提案和答复摘要',
      performed: '落实情况',
      performedOn: '落实日期',
    },
    third_party_evaluation: {
      bodyName: '被评价的单位',
      decidingBody: '评价机构',
      documentNumber: '报告编号',
      decidedOn: '评价日期',
      summary: '评价方法和结论',
    },
    agency_record: { bodyName: '机构名称', decidingBody: '作出单位', conduct: '违规行为', requiredAction: '处理要求' },
    statistics_dishonesty: { bodyName: '企业名称', decidingBody: '认定单位', requiredAction: '处理要求' },
    purchaser_record: { bodyName: '采购人', decidingBody: '作出单位' },
    typical_case: { summary: '事实摘要' },
  },
  en: {
    honour: { decidingBody: 'Given by', summary: 'What for', decidedOn: 'Given on', period: 'Year' },
    debt_warning: {
      decidingBody: 'Issued by',
      amount: 'Debt outstanding',
      decidedOn: 'Warned on',
      summary: 'Situation',
      bodyName: 'Government of the place',
    },
    rectification_notice: {
      decidingBody: 'Issued by',
      conduct: 'What is wrong',
      decidedOn: 'Issued on',
      bodyName: 'Body that must put it right',
    },
    overdue_notice: {
      decidingBody: 'Issued by',
      conduct: 'What is overdue',
      decidedOn: 'Issued on',
      dueOn: 'Was due by',
      bodyName: 'Body that is named',
    },
    proposal_result: {
      bodyName: 'Body in charge',
      documentNumber: 'Number of the proposal',
      period: 'Session',
      decidingBody: 'Assigned by',
      decidedOn: 'Answered on',
      summary: 'Proposal and answer in short',
      performed: 'What was done since',
      performedOn: 'Done on',
    },
    third_party_evaluation: {
      bodyName: 'Body evaluated',
      decidingBody: 'Evaluated by',
      documentNumber: 'Number of the report',
      decidedOn: 'Evaluated on',
      summary: 'Method and findings',
    },
    agency_record: {
      bodyName: 'Agency',
      decidingBody: 'Decided by',
      conduct: 'What it did',
      requiredAction: 'What it must do',
    },
    statistics_dishonesty: { bodyName: 'Enterprise', decidingBody: 'Determined by', requiredAction: 'What it must do' },
    purchaser_record: { bodyName: 'Purchaser', decidingBody: 'Decided by' },
    typical_case: { summary: 'What happened' },
  },
};
