import type { BodyKey } from './people.ts';

/**
 * Commitments of the fictional place, in every state. Bodies, documents and amounts are made up; days count back from today,
 * negative ones lie ahead.
 */
export interface DemoCommitment {
  body: BodyKey;
  /** Days ago on which it was made; published a week later. */
  madeAgo: number;
  dueAgo?: number;
  milestones?: readonly { title: string; dueAgo: number; amount?: string }[];
  draft: Record<string, unknown>;
  /** Left for the second person. */
  waiting?: boolean;
  /** Progress: when it was done, for which milestone (from 0), in which words. */
  progress?: readonly { ago: number; milestone?: number; words: string }[];
  /** What a second person agreed to, so many days ago. */
  outcome?: { ago: number; kind: 'honoured' | 'partly' | 'changed' | 'broken'; words: string; paid?: boolean };
}

const COMMERCE: BodyKey = ['样例市商务局', '9901'];
const OLD_COMMERCE: BodyKey = ['样例市招商局', '9901'];
const ZONE: BodyKey = ['样例市经济开发区管理委员会', '9901'];
const FINANCE: BodyKey = ['样例市财政局', '9901'];
const STATISTICS: BodyKey = ['样例市统计局', '9901'];
const MARKET: BodyKey = ['样例市市场监督管理局', '9901'];
const TOWN: BodyKey = ['样例市示范区样板镇人民政府', '990101100'];
const SOURCE = '践诺演示数据，内容均为虚构';

export const COMMITMENTS: readonly DemoCommitment[] = [
  {
    body: OLD_COMMERCE,
    madeAgo: 1200,
    milestones: [
      { title: '首笔设备补贴', dueAgo: 900, amount: '1000000' },
      { title: '第二笔设备补贴', dueAgo: 400, amount: '1000000' },
      { title: '末笔设备补贴', dueAgo: 60, amount: '800000' },
    ],
    draft: {
      kind: 'investment_policy',
      title: '智能装备项目落户设备补贴',
      text: '项目投产后，按实际设备投资的百分之八给予补贴，分三笔拨付，总额不超过280万元。',
      department: '投资促进处',
      post: '投资促进处处长',
      beneficiary: '落户样例市的智能装备制造企业',
      documentNumber: '样招发〔示例〕21号',
      amount: '2800000',
      conditions: '设备投资不低于3000万元，并按期投产。',
      basis: '样例市招商引资若干政策（示例）',
    },
    progress: [
      { ago: 880, milestone: 0, words: '首笔100万元已经拨付。' },
      { ago: 410, milestone: 1, words: '第二笔100万元已经拨付；机构合并后由市商务局承接。' },
    ],
  },
  {
    body: COMMERCE,
    madeAgo: 500,
    dueAgo: 120,
    draft: {
      kind: 'investment_policy',
      title: '跨境电商园区三年免租',
      text: '入驻园区的跨境电商企业，自签约之日起三年内免收标准厂房租金。',
      department: '电子商务处',
      post: '电子商务处处长',
      beneficiary: '入驻样例跨境电商园区的企业',
      documentNumber: '样商发〔示例〕8号',
      conditions: '签约后六个月内开展实际经营。',
    },
    progress: [{ ago: 150, words: '全部入驻企业的免租手续已经办结。' }],
    outcome: { ago: 110, kind: 'honoured', words: '园区12家企业的免租期限已全部落实。' },
  },
  {
    body: COMMERCE,
    madeAgo: 420,
    dueAgo: -200,
    draft: {
      kind: 'investment_policy',
      title: '新能源配套项目土地款返还',
      text: '项目按期开工后，按土地出让款的三成给予产业扶持。',
      department: '投资促进处',
      post: '投资促进处处长',
      beneficiary: '新能源配套项目企业',
      documentNumber: '样商发〔示例〕15号',
      amount: '6000000',
      conditions: '取得土地后十二个月内开工。',
    },
    outcome: {
      ago: 90,
      kind: 'changed',
      words: '国家规定不得以土地款返还方式给予优惠，改为按实际投资给予贴息，并补偿企业已经发生的损失。',
      paid: true,
    },
  },
  {
    body: ZONE,
    madeAgo: 800,
    dueAgo: 300,
    draft: {
      kind: 'contract',
      title: '标准厂房回购协议',
      text: '企业建成标准厂房满三年，管委会按审计价回购。',
      department: '经济发展局',
      post: '经济发展局局长',
      beneficiary: '协议建设标准厂房的企业',
      amount: '12000000',
      facts: { contractNumber: '样开合〔示例〕3号', project: '标准厂房一期', fundSource: '开发区财政预算' },
    },
    outcome: { ago: 30, kind: 'broken', words: '法院判决生效后仍未履行，已由有关部门作出失信认定。' },
  },
  {
    body: FINANCE,
    madeAgo: 200,
    milestones: [
      { title: '进度款', dueAgo: 100, amount: '350000' },
      { title: '验收款', dueAgo: -20, amount: '550000' },
      { title: '质保金', dueAgo: -380, amount: '100000' },
    ],
    draft: {
      kind: 'payment',
      title: '机关食堂改造工程款支付计划',
      text: '按合同分三笔支付食堂改造工程款。',
      department: '国库处',
      post: '国库处处长',
      beneficiary: '承建食堂改造工程的中小企业',
      amount: '1000000',
      facts: { contractNumber: '样财采合〔示例〕12号', project: '机关食堂改造', fundSource: '部门预算' },
    },
    progress: [{ ago: 103, milestone: 0, words: '进度款35万元已经支付。' }],
  },
  {
    body: TOWN,
    madeAgo: 300,
    dueAgo: -65,
    draft: {
      kind: 'township',
      title: '样板村老年食堂全年开放',
      text: '样板村老年食堂全年开放，六十岁以上老人每餐不超过八元。',
      department: '社会事务办',
      post: '社会事务办主任',
      beneficiary: '样板镇六十岁以上老人',
      facts: { topic: 'elderly', period: '本年度' },
    },
    progress: [{ ago: 200, words: '食堂已经开放，每天供应约九十份午餐。' }],
  },
  {
    body: MARKET,
    madeAgo: 260,
    draft: {
      kind: 'service_standard',
      dueKind: 'standing',
      title: '企业开办半个工作日办结',
      text: '材料齐全的企业开办申请，半个工作日内办结；超时的，窗口当场说明原因并免费邮寄证照。',
      department: '登记注册处',
      post: '登记注册处处长',
      beneficiary: '在样例市开办的企业',
      facts: { promiseKind: 'time', serviceItem: '企业开办', measure: '从受理到发照不超过四小时' },
    },
  },
  {
    body: STATISTICS,
    madeAgo: 240,
    draft: {
      kind: 'statistics_integrity',
      dueKind: 'standing',
      title: '统计诚信承诺',
      text: '不干预、不编造统计数据；对调查对象提供的资料严格保密；接受社会监督。',
      department: '法规处',
      post: '法规处处长',
      beneficiary: '全体统计调查对象',
      facts: { period: '长期' },
    },
  },
  {
    body: COMMERCE,
    madeAgo: 80,
    dueAgo: -130,
    draft: {
      kind: 'benefit_policy',
      title: '外贸小微企业参展补贴',
      text: '对参加境外展会的外贸小微企业补贴展位费。',
      department: '对外贸易处',
      post: '对外贸易处处长',
      beneficiary: '外贸小微企业',
      documentNumber: '样商发〔示例〕30号',
      facts: {
        who: '上年度进出口额低于三百万美元的小微企业。',
        what: '境外展会的展位费。',
        howMuch: '每个展位补贴一半，最多两万元。',
        howToApply: '展会结束后三十天内，带展位合同和付款凭证到市商务局办理。',
      },
    },
  },
  {
    body: MARKET,
    madeAgo: 25,
    dueAgo: -15,
    draft: {
      kind: 'fair_competition_review',
      title: '共享单车投放办法公平竞争审查',
      text: '对拟出台的共享单车投放办法开展公平竞争审查，公开征求意见并公布结论。',
      department: '反垄断处',
      post: '反垄断处处长',
      beneficiary: '共享单车经营者和使用者',
      facts: {
        reviewed: '样例市共享单车投放办法（征求意见稿）',
        commentsFrom: '@20',
        commentsUntil: '@-10',
        commentsHow: '通过本站反映，或者寄送市市场监督管理局反垄断处。',
        conclusion: 'open',
      },
    },
  },
  {
    body: ZONE,
    madeAgo: 20,
    dueAgo: -160,
    waiting: true,
    draft: {
      kind: 'rectification',
      title: '清理招商协议台账的整改承诺',
      text: '三个月内清理全部招商协议，逐份列明责任部门、到期日和未兑现事项，并向社会公开。',
      department: '招商局',
      post: '招商局局长',
      beneficiary: '与管委会签订招商协议的企业',
      facts: { orderNumber: '样信改〔示例〕2号', measure: '协议全部上网公开，逐份可查' },
    },
  },
];

export const DEMO_SOURCE = SOURCE;

/** What an enterprise says that it was promised, not answered yet. */
export const REGISTERED = {
  kind: 'investment_policy',
  bodyName: '样例市商务局',
  title: '厂房装修补贴三十万元',
  text: '签约后六个月内，按装修费用的三成补贴，最多三十万元。',
  documentNumber: '样商协〔示例〕18号',
  amount: '300000',
  enterpriseName: '样例市榜样制造有限公司',
  uscc: '91990101MA0000001Y',
  contactName: '张示例',
  phone: '05000000000',
  named: 'no',
};
