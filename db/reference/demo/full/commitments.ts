import type { CommitmentKind } from '../../../../api/domain/commitment.ts';
import type { BodyRole } from '../../../../api/domain/directory.ts';

/** What promises of the full demonstration say, by kind: {place} {project} {wan} {n} {month}. */
export interface PromiseWords {
  roles: readonly (BodyRole | 'township')[];
  department: string;
  titles: readonly string[];
  texts: readonly string[];
  beneficiaries: readonly string[];
}

export const PROMISES: Readonly<Record<CommitmentKind, PromiseWords>> = {
  investment_policy: {
    roles: ['commerce', 'government', 'development_reform'],
    department: '投资促进处',
    titles: ['{project}落户设备补贴', '{project}项目房租返还', '{project}达产奖励'],
    texts: [
      '项目投产后，按实际设备投资的百分之八给予补贴，总额不超过{wan}万元。',
      '签约之日起三年内，按实缴房租的一半返还。',
      '达产次年按对地方的贡献给予奖励，最高{wan}万元。',
    ],
    beneficiaries: ['落户{place}的制造企业', '投资{project}的企业'],
  },
  contract: {
    roles: ['government', 'housing', 'transport'],
    department: '经济发展科',
    titles: ['{project}合作协议', '{project}回购协议', '{project}场地使用协议'],
    texts: [
      '建成满三年后按审计价回购，分期付款。',
      '按期交付场地，并负责接通水、电、路。',
      '验收合格后六十日内付清合同款{wan}万元。',
    ],
    beneficiaries: ['承建{project}的企业', '协议约定的中小企业'],
  },
  payment: {
    roles: ['finance', 'housing', 'water', 'transport', 'natural_resources'],
    department: '国库科',
    titles: ['{project}工程款支付计划', '{project}设备款支付计划', '{project}设计费支付计划'],
    texts: ['按合同分期支付{project}款项，共{wan}万元。'],
    beneficiaries: ['承建{project}的中小企业', '供应{project}设备的企业'],
  },
  service_standard: {
    roles: ['market_regulation', 'human_resources', 'government_services', 'civil_affairs'],
    department: '窗口管理科',
    titles: ['{project}手续五个工作日办结', '{project}咨询当天答复', '{project}材料一次告知'],
    texts: ['材料齐全的，五个工作日内办结；超时的当场说明原因并免费寄送。', '当天的咨询当天答复，办不了的说明由谁办。'],
    beneficiaries: ['在{place}办事的群众和企业'],
  },
  township: {
    roles: ['township'],
    department: '社会事务办',
    titles: ['{project}年内完成', '{project}账目按月公开', '{project}长者服务'],
    texts: ['年内完成{project}，每月公开进度，完工后请群众代表验收。', '每月十日前公开{project}收支，接受查询。'],
    beneficiaries: ['{place}全体居民', '{place}六十岁以上老人'],
  },
  statistics_integrity: {
    roles: ['statistics', 'township'],
    department: '法规科',
    titles: ['统计诚信承诺', '{project}投资统计如实上报承诺'],
    texts: ['不干预、不编造统计数据，对调查对象的资料严格保密。'],
    beneficiaries: ['全体统计调查对象'],
  },
  rectification: {
    roles: ['government', 'housing', 'commerce', 'township'],
    department: '办公室',
    titles: ['{project}逾期事项整改承诺', '{project}欠款清理整改承诺'],
    texts: ['三个月内清理全部逾期事项，逐件列明责任岗位和完成时间。', '分三期付清拖欠款项，每期付款后公开。'],
    beneficiaries: ['{project}有关企业', '反映事项的群众'],
  },
  fair_competition_review: {
    roles: ['market_regulation'],
    department: '反垄断科',
    titles: ['{project}管理办法公平竞争审查', '{project}准入规定公平竞争审查'],
    texts: ['对拟出台的{project}规定开展公平竞争审查，公开征求意见并公布结论。'],
    beneficiaries: ['{project}经营者和使用者'],
  },
  ppp_project: {
    roles: ['housing', 'transport', 'water'],
    department: '项目管理科',
    titles: ['{project}合作项目', '{project}特许经营项目'],
    texts: ['项目按识别、准备、采购、执行、移交五个阶段推进，运营补助按年支付，共{wan}万元。'],
    beneficiaries: ['{project}项目公司'],
  },
  benefit_policy: {
    roles: ['commerce', 'industry_it', 'human_resources', 'development_reform'],
    department: '政策法规科',
    titles: ['{project}企业用工补贴', '{project}小微企业贴息', '{project}技术改造补助', '{project}企业参展补贴'],
    texts: ['对符合条件的{project}企业给予补助，先到先得，用完为止。', '按银行贷款实际利率的一半贴息，最长两年。'],
    beneficiaries: ['{place}的小微企业'],
  },
};

export const PROGRESS_WORDS = [
  '已完成前期手续，正在实施。',
  '本期款项已经拨付。',
  '完成过半，进度公开在公示栏。',
  '已与企业对账，按计划推进。',
  '第一批已经兑现。',
] as const;
export const KEPT_WORDS = ['全部约定已经兑现，凭证齐全。', '约定事项按期完成，经受益方确认。'] as const;
export const PARTLY_WORDS = [
  '主要部分已经兑现，其余部分因条件未成就未办理。',
  '兑现八成，余下的与企业协商延期。',
] as const;
export const CHANGE_WORDS = [
  '上级规定不得以原方式给予优惠，改为按实际投资贴息，并补偿企业已经发生的损失。',
  '规划调整，原地块不能建设，改为另行安排地块并补偿前期费用。',
] as const;
export const BROKEN_WORDS = '期满没有兑现，已由有关部门作出认定。';
export const PPP_POSTS = ['项目科科长', '招标办主任', '建设科科长', '运营科科长'] as const;
export const ARREARS_REASONS = [
  '年度预算没有足额安排，已列入本年支付计划。',
  '结算审核延误，审核完成后一次付清。',
  '资金调度紧张，分两个季度付清。',
] as const;
export const DISPUTE_REASON = '查阅当年的协议和会议纪要，没有找到这项约定，请补充签章的文本。';
