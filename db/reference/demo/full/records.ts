import type { BodyRole } from '../../../../api/domain/directory.ts';
import type { DisclosureKind, JudgmentOutcome } from '../../../../api/domain/disclosure.ts';
import type { Matter } from '../../../../api/domain/matter.ts';

/** Sentences of which the records of the full demonstration are put together: {body} {project} {wan} {months} {year}. */
export interface RecordWords {
  matter: Matter;
  roles: readonly (BodyRole | 'township')[];
  summaries: readonly string[];
  actions: readonly string[];
  done: readonly string[];
  conducts?: readonly string[];
  titles?: readonly string[];
}

export const OUTCOMES: readonly JudgmentOutcome[] = [
  'ordered_to_perform',
  'ordered_to_compensate',
  'act_revoked',
  'act_illegal',
  'partly_against_body',
  'upheld_against_body',
];

const JUDGED: readonly RecordWords[] = [
  {
    matter: 'investment_promotion',
    roles: ['government', 'commerce'],
    summaries: [
      '{body}与企业签订{project}投资协议，约定投产后支付扶持资金，期满{months}个月没有支付。法院判令继续履行。',
      '{body}以会议纪要承诺{project}补助，后以政策调整为由拒付。法院认定承诺有效。',
    ],
    actions: ['支付扶持资金{wan}万元。', '六十日内作出兑现决定。'],
    done: ['已分两次支付完毕。', '已作出兑现决定并支付首期。'],
  },
  {
    matter: 'contract_performance',
    roles: ['housing', 'transport', 'water', 'township'],
    summaries: [
      '{project}验收后{body}拒付尾款，称需等审计。法院认为合同没有这一条件，判令支付。',
      '{body}单方解除{project}合同，没有说明理由。法院判令赔偿企业已发生的损失。',
      '{project}工程量有争议，法院按鉴定意见支持企业的部分请求。',
    ],
    actions: ['支付工程款{wan}万元及利息。', '赔偿损失{wan}万元。'],
    done: ['已支付。', '已支付七成，其余列入下季度计划。'],
  },
  {
    matter: 'compensation',
    roles: ['natural_resources', 'government'],
    summaries: [
      '没有听证便作出收回{project}用地的决定。法院确认程序违法。',
      '征收{project}沿线房屋时没有作出补偿决定。法院判令依法补偿。',
    ],
    actions: ['重新作出决定并听取意见。', '按评估价补偿{wan}万元。'],
    done: ['已重新作出决定。', '补偿款已经到账。'],
  },
  {
    matter: 'market_regulation',
    roles: ['market_regulation', 'transport'],
    summaries: [
      '对同一行为处罚两次，法院撤销第二次处罚决定。',
      '{body}作出处罚前没有告知陈述申辩的权利，法院撤销处罚。',
    ],
    actions: ['退还已缴罚款。', '撤销处罚并更正记录。'],
    done: ['已退还。', '已更正。'],
  },
];
const PAID_LATE: readonly RecordWords[] = [
  {
    matter: 'unperformed_judgment',
    roles: ['government', 'housing', 'township', 'transport', 'water'],
    summaries: [
      '判决生效后{months}个月没有支付{project}款项，执行中仍有可用资金。',
      '{project}补偿款分文未付，约谈后仍没有支付计划。',
      '调解书约定的{project}尾款到期没有支付。',
    ],
    actions: ['支付{wan}万元及迟延履行利息。', '提交支付计划并按期支付。'],
    done: ['已支付三成。', '已提交支付计划。'],
    conducts: ['有履行能力而拒不履行生效法律文书确定的义务', '违反报告制度', '无正当理由拒不履行执行和解协议'],
  },
];
const DETERMINED: readonly RecordWords[] = [
  {
    matter: 'investment_promotion',
    roles: ['government', 'commerce', 'development_reform'],
    summaries: [
      '以换届为由不兑现{project}书面承诺，限期整改后仍未改正，认定为政务失信。',
      '擅自缩短{project}补贴年限，没有听取企业意见，认定为政务失信。',
    ],
    actions: ['书面说明情况，三个月内兑现。', '按原协议补发，并公开说明。'],
    done: ['已补发并公开说明。'],
    conducts: ['书面承诺逾期没有兑现', '违约毁约'],
  },
  {
    matter: 'arrears',
    roles: ['housing', 'transport', 'township', 'water'],
    summaries: [
      '拖欠{project}中小企业款项{months}个月，经督办仍不支付，认定为政务失信。',
      '{project}付款计划三次没有执行，认定为政务失信。',
    ],
    actions: ['制定还款计划并按月公开进度。', '支付拖欠款项{wan}万元。'],
    done: ['已按计划支付第一期。'],
    conducts: ['拖欠中小企业款项', '付款计划没有执行'],
  },
];
const NOTICED: readonly RecordWords[] = [
  {
    matter: 'government_services',
    roles: ['government_services', 'housing', 'transport', 'township', 'natural_resources'],
    summaries: [
      '{project}有关诉求超过答复期限，督办后仍未答复。',
      '承诺五个工作日办结的{project}手续，抽查三成超时。',
      '{project}公开承诺到期没有兑现，也没有说明。',
    ],
    actions: ['五个工作日内逐件答复。', '公开改进措施和完成时间。', '书面说明原因并限期兑现。'],
    done: ['已逐件答复。', '改进措施已经公开。'],
    conducts: ['诉求超过答复期限，督办后仍未答复', '公开承诺到期没有兑现', '验收后超过约定期限没有付款'],
  },
];
const GOOD: readonly RecordWords[] = [
  {
    matter: 'government_services',
    roles: ['government', 'government_services', 'township', 'market_regulation', 'human_resources'],
    summaries: [
      '{project}承诺全部按期兑现，进度每月公开，给予守信激励。',
      '收到反映后三天兑现{project}约定并公开改进办法，供各地参考。',
      '把历任书面承诺逐项录入台账，新任负责人到任先接台账，{project}等事项全部续办。',
    ],
    actions: [''],
    done: ['建议提出的付款公开栏已经上线，每月更新。', '已列入年度计划，先行试点。'],
    titles: [
      '换人不换账：{project}承诺续办到底',
      '错了就改：{body}主动更正{project}决定',
      '把承诺贴在墙上：{project}逐条销号',
      '一条差评改了一张表：{body}合并填报',
      '先付款后对账：{project}欠款当月清零',
    ],
  },
];

export const RECORD_WORDS: Readonly<Record<DisclosureKind, readonly RecordWords[]>> = {
  lost_judgment: JUDGED,
  unperformed_judgment: PAID_LATE,
  dishonesty_record: DETERMINED,
  honour: GOOD,
  typical_case: GOOD,
  debt_warning: [
    {
      matter: 'government_debt',
      roles: ['government'],
      summaries: ['债务风险指标超过预警线，{project}等新增项目暂缓。', '债务率连续两个季度上升，要求报送化债方案。'],
      actions: ['三个月内报送化债方案。', '每月公开化债进度。'],
      done: ['化债方案已经报送。'],
    },
  ],
  rectification_notice: DETERMINED,
  overdue_notice: NOTICED,
  proposal_result: GOOD,
  third_party_evaluation: GOOD,
  agency_record: [
    {
      matter: 'bidding',
      roles: ['housing', 'transport'],
      summaries: [
        '代理{project}招标时遗漏公告内容，记入招标代理机构信用信息。',
        '{project}评标组织不规范，年度评价扣分。',
      ],
      actions: ['整改并组织培训。'],
      done: ['整改报告已经提交。'],
      conducts: ['招标公告内容不完整', '评标组织不规范'],
    },
  ],
  statistics_dishonesty: [
    {
      matter: 'statistics',
      roles: ['statistics'],
      summaries: ['提供不真实的{project}投资统计资料，情节严重。', '拒绝提供{year}年统计资料，经催报仍不改正。'],
      actions: ['如实补报统计资料。'],
      done: ['已补报。'],
      conducts: ['提供不真实的统计资料', '拒绝提供统计资料'],
    },
  ],
  purchaser_record: [
    {
      matter: 'government_procurement',
      roles: ['water', 'housing', 'government_services', 'human_resources'],
      summaries: ['{project}采购合同验收合格，采购人没有按约定付款。', '{project}采购文件设置不合理条件，责令改正。'],
      actions: ['支付合同尾款{wan}万元。', '修改采购文件，重新公告。'],
      done: ['已支付。', '已重新公告。'],
      conducts: ['验收合格后超过约定期限没有付款', '采购文件设置不合理条件'],
    },
  ],
};
