import type { JudgmentOutcome } from '../../../api/domain/disclosure.ts';
import type { Matter } from '../../../api/domain/matter.ts';
import { CULTURE_JUDGMENT, type DemoJudgment, LAND_JUDGMENT } from './judgments.ts';
import type { BodyKey } from './people.ts';

/**
 * Records of the fictional place. Bodies, courts and numbers are made up: no court in China is abbreviated 样例, and since
 * 2016 no number is written with 字第.
 */
export interface DemoRecord {
  body: BodyKey;
  decidedAgo: number; // days
  /** Left for the second publisher to approve. */
  waiting?: boolean;
  /** What came after publication: the body objects, or was ordered to put it right and has explained. */
  after?: 'objected' | 'rectifying';
  /** The full text of the judgment. */
  judgment?: DemoJudgment;
  draft: Record<string, unknown>;
}

const COURT = { court: '样例市中级人民法院', courtDivision: '9901' };
const SOURCE = '践诺演示数据，内容均为虚构';

interface Words {
  summary: string;
  action?: string;
  done?: string;
}

const lost = (
  body: BodyKey,
  matter: Matter,
  serial: number,
  decidedAgo: number,
  outcome: JudgmentOutcome,
  amount: string | null,
  words: Words,
): DemoRecord => ({
  body,
  decidedAgo,
  draft: {
    kind: 'lost_judgment',
    matter,
    ...COURT,
    caseNumber: `样例行初字第${serial}号`,
    outcome,
    ...(amount ? { amount } : {}),
    ...told(words),
  },
});

const unperformed = (
  body: BodyKey,
  serial: number,
  decidedAgo: number,
  publicationClass: string,
  amount: string,
  words: Words,
): DemoRecord => ({
  body,
  decidedAgo,
  draft: {
    kind: 'unperformed_judgment',
    matter: 'unperformed_judgment',
    ...COURT,
    caseNumber: `样例执字第${serial}号`,
    conduct: '有履行能力而拒不履行生效法律文书确定的义务',
    amount,
    publicationClass,
    ...told(words),
  },
});

const dishonesty = (
  body: BodyKey,
  matter: Matter,
  serial: number,
  decidedAgo: number,
  publicationClass: string,
  words: Words,
): DemoRecord => ({
  body,
  decidedAgo,
  draft: {
    kind: 'dishonesty_record',
    matter,
    documentNumber: `样信认〔示例〕${serial}号`,
    decidingBody: '样例市发展和改革委员会',
    publicationClass,
    ...told(words),
  },
});

const typical = (body: BodyKey, matter: Matter, decidedAgo: number, title: string, words: Words): DemoRecord => ({
  body,
  decidedAgo,
  draft: { kind: 'typical_case', matter, title, ...told(words) },
});

/** Kinds that rest on a document: honours, warnings, notices, answers, evaluations. */
const stated = (
  kind: string,
  body: BodyKey,
  matter: Matter,
  decidedAgo: number,
  facts: Record<string, unknown>,
  words: Words,
): DemoRecord => ({ body, decidedAgo, draft: { kind, matter, ...facts, ...told(words) } });

const told = ({ summary, action, done }: Words) => ({
  summary,
  ...(action ? { requiredAction: action } : {}),
  ...(done ? { performed: done } : {}),
  source: SOURCE,
});

const SHIFAN: BodyKey = ['样例市示范区人民政府', '990101'];
const YANGBAN: BodyKey = ['样例市样板区人民政府', '990102'];
const YANSHI: BodyKey = ['演示县人民政府', '990121'];
const MONI: BodyKey = ['模拟市人民政府', '990181'];
const ZONE: BodyKey = ['样例市经济开发区管理委员会', '9901'];
const LAND: BodyKey = ['样例市自然资源和规划局', '9901'];
const HOUSING: BodyKey = ['样例市住房和城乡建设局', '9901'];
const TRANSPORT: BodyKey = ['样例市交通运输局', '9901'];
const MARKET: BodyKey = ['样例市市场监督管理局', '9901'];
const WATER: BodyKey = ['样例市水利局', '9901'];
const TOWN: BodyKey = ['演示县演示镇人民政府', '990121100'];
const PATTERN: BodyKey = ['样例市示范区样板镇人民政府', '990101100'];
const COMPANY: BodyKey = ['样例市城市建设投资有限公司', '9901'];

export const RECORDS: readonly DemoRecord[] = [
  {
    ...lost(SHIFAN, 'investment_promotion', 12, 320, 'ordered_to_perform', '1860000.00', {
      summary:
        '区政府与企业签订招商引资协议，约定返还部分土地款。企业按期投产，区政府以负责人调整为由没有返还。法院判令继续履行协议。',
      action: '继续履行协议，返还土地款 186 万元。',
      done: '已分两次支付完毕。',
    }),
    judgment: LAND_JUDGMENT,
  },
  lost(YANGBAN, 'contract_performance', 27, 410, 'ordered_to_compensate', '742000.00', {
    summary: '区政府单方解除场地使用协议，没有说明理由，也没有补偿企业已投入的装修费用。法院判令赔偿。',
    action: '赔偿装修损失 74.2 万元。',
  }),
  lost(LAND, 'compensation', 33, 505, 'act_illegal', null, {
    summary: '没有经过听证便作出收回土地使用权的决定。法院确认程序违法。',
    action: '重新作出决定，并依法听取当事人意见。',
    done: '已重新作出决定并组织听证。',
  }),
  {
    ...lost(ZONE, 'investment_promotion', 41, 260, 'ordered_to_perform', '640000.00', {
      summary: '管委会以会议纪要承诺设备补助，企业投产后拒绝兑现，称纪要不对外。法院认定承诺有效，判令履行。',
      action: '六十日内作出兑现决定。',
    }),
    after: 'objected',
  },
  lost(HOUSING, 'bidding', 46, 620, 'act_revoked', null, {
    summary: '评标结束后变更中标结果，没有依据。法院撤销变更决定。',
    action: '恢复原中标结果。',
    done: '已恢复并重新签订合同。',
  }),
  lost(YANSHI, 'compensation', 58, 150, 'ordered_to_compensate', '318000.00', {
    summary: '拆除临街商铺时没有作出补偿决定。法院判令按评估价补偿。',
    action: '补偿 31.8 万元及利息。',
  }),
  lost(MONI, 'government_procurement', 63, 95, 'ordered_to_perform', '215000.00', {
    summary: '路灯改造工程质保期满，采购人以等待审计为由不退质保金。法院判令退还。',
    action: '退还质保金 21.5 万元。',
    done: '已退还 15 万元。',
  }),
  lost(TRANSPORT, 'contract_performance', 70, 700, 'partly_against_body', '98000.00', {
    summary: '公交站台广告合同结算争议。法院支持企业部分请求。',
    action: '支付广告位费用 9.8 万元。',
    done: '已支付。',
  }),
  lost(MARKET, 'market_regulation', 77, 215, 'act_revoked', null, {
    summary: '对同一行为重复处罚。法院撤销第二次处罚决定。',
    action: '退还已缴罚款。',
    done: '已退还。',
  }),
  lost(TOWN, 'township', 81, 380, 'ordered_to_perform', '56000.00', {
    summary: '镇政府书面约定支付安置过渡费，只付了一年。法院判令继续支付。',
    action: '补付两年过渡费 5.6 万元。',
    done: '已补付。',
  }),
  lost(WATER, 'contract_performance', 88, 45, 'upheld_against_body', '430000.00', {
    summary: '河道清淤工程验收后拒付尾款，一审败诉后上诉。二审维持原判。',
    action: '支付工程尾款 43 万元及利息。',
  }),
  lost(PATTERN, 'township', 93, 28, 'act_illegal', null, {
    summary: '没有公告便停止安置户的燃气接入。法院确认行为违法。',
    action: '三个月内完成接入。',
  }),
  unperformed(YANGBAN, 301, 240, 'ordinary', '742000.00', {
    summary: '判决生效后六个月没有支付赔偿款，执行中仍有可用财政资金。',
    action: '支付 74.2 万元及迟延履行利息。',
  }),
  unperformed(ZONE, 306, 120, 'ordinary', '640000.00', {
    summary: '判决要求六十日内作出兑现决定，到期没有作出。',
    action: '作出兑现决定并支付补助。',
  }),
  unperformed(YANSHI, 315, 60, 'ordinary', '318000.00', {
    summary: '补偿款分文未付，多次约谈后仍没有支付计划。',
    action: '提交支付计划并按期支付。',
  }),
  unperformed(COMPANY, 322, 420, 'serious', '2600000.00', {
    summary: '融资平台公司拖欠材料款，判决生效一年多没有履行。',
    action: '支付材料款 260 万元及利息。',
  }),
  unperformed(WATER, 329, 20, 'minor', '430000.00', {
    summary: '判决生效后超过履行期限没有支付。',
    action: '立即支付工程尾款。',
  }),
  unperformed(['模拟市模型街道办事处', '990181001'], 334, 75, 'minor', '31500.00', {
    summary: '街道办没有按调解书支付物业改造款。',
    action: '支付 3.15 万元。',
  }),
  unperformed(['演示县练习镇人民政府', '990121101'], 340, 180, 'ordinary', '88000.00', {
    summary: '镇政府没有支付村道养护款，称需等上级拨款。',
    action: '支付 8.8 万元。',
  }),
  {
    ...dishonesty(ZONE, 'investment_promotion', 3, 110, 'ordinary', {
      summary: '经核实，管委会以换届为由不兑现书面承诺，限期整改后仍未改正，认定为政务失信。',
      action: '书面说明情况，三个月内兑现承诺。',
    }),
    after: 'rectifying',
  },
  dishonesty(YANGBAN, 'investment_promotion', 4, 90, 'ordinary', {
    summary: '擅自缩短房租补贴年限，没有公告，也没有听取企业意见，认定为政务失信。',
    action: '按原协议补发补贴，并公开说明。',
  }),
  dishonesty(COMPANY, 'arrears', 5, 400, 'serious', {
    summary: '恶意拖欠多家小微企业材料款，经督办仍不支付，认定为政务失信。',
    action: '制定还款计划并按月公开进度。',
  }),
  dishonesty(['演示县假设乡人民政府', '990121200'], 'township', 6, 40, 'minor', {
    summary: '公示栏承诺的修路时间多次推迟，没有说明原因，认定为轻微失信。',
    action: '公开新的完工时间和责任人。',
    done: '已公开，路基恢复施工。',
  }),
  dishonesty(['样例市示范区住房和城乡建设局', '990101'], 'bidding', 7, 200, 'ordinary', {
    summary: '招标文件设置不合理条件，整改后再次出现，认定为政务失信。',
    action: '重新组织招标，培训相关人员。',
  }),
  dishonesty(['样例市样板区财政局', '990102'], 'government_procurement', 8, 15, 'minor', {
    summary: '政府采购合同超过约定期限四十日支付，认定为轻微失信。',
    action: '按合同支付，并说明延误原因。',
  }),
  typical(SHIFAN, 'investment_promotion', 300, '换了负责人，承诺照样算数：示范区兑现三年前的招商协议', {
    summary: '示范区把历届书面承诺逐项录入台账，新负责人到任先接台账。企业反映后二十天答复、一个月到账。',
  }),
  typical(LAND, 'compensation', 250, '机构合并不推诿：合并后的部门接着付补偿款', {
    summary: '两个部门合并后，新部门主动清点原有义务，向三十二户补付补偿款，并公开清单。',
  }),
  typical(TOWN, 'township', 190, '一块公示栏，兑现看得见：演示镇承诺逐条销号', {
    summary: '镇政府把年度承诺贴在便民服务站，每月更新进度，群众可以直接打分。',
  }),
  typical(MARKET, 'market_regulation', 140, '罚错了就退：市场监管局主动撤销重复处罚', {
    summary: '收到企业申诉后，当天复核，三天退款，并公开改进办法。',
  }),
  typical(['样例市数据局', '9901'], 'government_services', 70, '一条差评改了一张表：网上办事厅合并重复填报', {
    summary: '群众扫码留言说同一信息要填四遍。核实后合并表单，填报项从 41 项减到 17 项。',
  }),
  stated(
    'honour',
    SHIFAN,
    'investment_promotion',
    35,
    { documentNumber: '样信奖〔示例〕1号', decidingBody: '样例市人民政府', period: '本年度' },
    { summary: '连续三年承诺兑现率百分之百，书面承诺全部录入台账并公开进度，给予守信激励，年度考核加分。' },
  ),
  stated(
    'debt_warning',
    MONI,
    'government_debt',
    52,
    { warningLevel: 'yellow', decidingBody: '样例市财政局', documentNumber: '样财债〔示例〕2号', period: '上年度' },
    {
      summary: '债务风险指标超过预警线，列入黄色预警。',
      action: '三个月内报送化债方案，压减非急需项目。',
    },
  ),
  stated(
    'debt_warning',
    YANSHI,
    'government_debt',
    49,
    { warningLevel: 'red', decidingBody: '样例市财政局', documentNumber: '样财债〔示例〕3号', period: '上年度' },
    {
      summary: '债务风险指标连续两年处于高位，列入红色预警，暂停新增政府投资项目。',
      action: '启动应急处置，每月公开化债进度。',
    },
  ),
  stated(
    'rectification_notice',
    ZONE,
    'investment_promotion',
    18,
    {
      documentNumber: '样信改〔示例〕4号',
      decidingBody: '样例市发展和改革委员会',
      clause: '失信部门书面说明、限期整改的规定',
      conduct: '书面承诺逾期没有兑现，也没有说明原因',
      dueInDays: 45,
    },
    {
      summary: '经核实，管委会与两家企业约定的设备补助逾期没有支付，也没有回复企业的书面询问。现要求限期整改。',
      action: '书面说明情况，支付到期补助，并公开今后各期的支付安排。',
    },
  ),
  stated(
    'overdue_notice',
    TRANSPORT,
    'contract_performance',
    9,
    {
      documentNumber: '样督通〔示例〕6号',
      decidingBody: '样例市人民政府办公室',
      conduct: '三件企业诉求超过答复期限，督办后仍未答复',
      count: 3,
    },
    {
      summary: '三件诉求自受理起超过六十日没有书面结果，经两次催办仍未答复，予以通报。',
      action: '五个工作日内逐件答复。',
    },
  ),
  stated(
    'proposal_result',
    HOUSING,
    'government_services',
    27,
    {
      proposalKind: 'congress',
      documentNumber: '第示例12号建议',
      period: '示例届第一次会议',
      proposalAnswer: 'solved',
    },
    {
      summary: '代表建议把老旧小区改造的合同付款进度全部公开。已经上线付款公开栏，首批公开四十一份合同。',
      done: '付款公开栏已经上线，每月更新。',
    },
  ),
  stated(
    'proposal_result',
    ['样例市数据局', '9901'],
    'government_services',
    22,
    {
      proposalKind: 'conference',
      documentNumber: '第示例38号提案',
      period: '示例届第二次会议',
      proposalAnswer: 'planned',
    },
    { summary: '委员提案建议企业诉求一次填报、各处共用。已经列入明年计划，先在两个区试行。' },
  ),
  stated(
    'third_party_evaluation',
    TOWN,
    'township',
    30,
    {
      decidingBody: '样例大学信用研究中心',
      documentNumber: '样信评〔示例〕7号',
      period: '上年度',
      score: '86.5 分（满分 100 分）',
    },
    { summary: '抽查二十项公开承诺，访问三百户居民。兑现十七项，延期但已说明两项，未兑现一项。' },
  ),
  stated(
    'purchaser_record',
    WATER,
    'government_procurement',
    41,
    {
      documentNumber: '样采监〔示例〕8号',
      decidingBody: '样例市财政局',
      conduct: '验收合格后超过约定期限六十日没有付款',
      amount: '176000.00',
    },
    { summary: '监测设备采购合同验收合格，采购人没有按约定付款。', action: '支付合同尾款。', done: '已支付。' },
  ),
  {
    ...lost(YANSHI, 'arrears', 96, 12, 'ordered_to_perform', '386400.00', {
      summary: '文化馆消防改造工程验收后没有支付尾款。法院判令支付。',
      action: '支付工程尾款 38.64 万元及利息。',
    }),
    judgment: CULTURE_JUDGMENT,
    waiting: true,
  },
];
