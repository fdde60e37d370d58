import type { CaseKind } from '../../../../api/domain/case.ts';
import type { BodyRole } from '../../../../api/domain/directory.ts';
import type { Matter } from '../../../../api/domain/matter.ts';

/**
 * Sentences of which the cases of the full demonstration are put together. {place} {project} {year} {months} {wan} (amount in
 * units of ten thousand yuan) {document} {body}.
 */
export interface MatterWords {
  matter: Matter;
  /** Roles of bodies that such cases are about; `township`: the body of a township. */
  roles: readonly (BodyRole | 'township')[];
  stories: readonly string[];
  promised?: readonly string[];
  demands: readonly string[];
}

export const STORIES: Readonly<Record<Exclude<CaseKind, 'service'>, readonly MatterWords[]>> = {
  promise: [
    {
      matter: 'investment_promotion',
      roles: ['government', 'commerce', 'development_reform'],
      stories: [
        '{year}年到{place}投资{project}项目，书面约定投产后给予设备补助。项目投产已经{months}个月，申请交了几次，没有书面答复。',
        '招商时约定前三年返还房租的一半，我们按约入驻{place}，第二年起就没有再返还。',
        '{place}承诺{project}用地四通一平后交付，我们如期付款，至今水电没有接通，已经拖了{months}个月。',
        '签约时答应帮助协调{project}的环评和用电，换了经办科室以后没有人跟进，设备一直闲置。',
        '约定达产后按实缴税收给予奖励。审计报告、达产证明都交了，{body}一直说在走程序。',
      ],
      promised: [
        '投产验收后三个月内支付设备补助{wan}万元。',
        '入驻后连续三年按实缴房租的百分之五十返还。',
        '签约后六个月内完成四通一平并交付土地。',
        '达产后次年六月底前兑现奖励{wan}万元。',
      ],
      demands: ['兑现约定的补助{wan}万元', '书面说明没有兑现的原因和时间安排', '补发{year}年以后的返还款'],
    },
    {
      matter: 'township',
      roles: ['township'],
      stories: [
        '公示栏写着{project}年底前完工，挖开以后停了{months}个月，雨天没法走路。',
        '搬迁时书面答应一年内安置，过渡费只发到去年，安置房还没有封顶。',
        '村里承诺给六十岁以上老人办用餐补贴，登记了一遍就没有下文。',
        '{place}答应给{project}沿线的住户修排水沟，今年汛期院子又进了水。',
      ],
      promised: ['年底前完成{project}并公布验收结果。', '一年内安置到位，过渡费按季发放。', '汛期前修好排水沟。'],
      demands: ['公布完工时间并按时完成', '补发拖欠的过渡费', '说明停工的原因'],
    },
    {
      matter: 'government_procurement',
      roles: ['housing', 'transport', 'water', 'finance', 'government_services'],
      stories: [
        '中标{project}采购，合同约定质保期满一个月内退还质保金，期满{months}个月没有退。',
        '{project}设备验收合格，{body}要求先开全额发票，票开了，款只付了一半。',
        '合同写明验收后三十日付清，{body}以等待审计为由一再推迟。',
      ],
      promised: ['质保期满无质量问题，一个月内无息退还质保金。', '验收合格后三十日内付清合同款{wan}万元。'],
      demands: ['退还质保金{wan}万元', '按合同付清余款', '支付逾期利息'],
    },
    {
      matter: 'ppp',
      roles: ['government', 'housing', 'transport'],
      stories: [
        '{project}合作项目进入运营，{year}年的可行性缺口补助一直没有拨付，运营公司垫资{months}个月。',
        '合作协议约定项目公司优先承接{project}二期，{body}没有商量就重新招标。',
      ],
      promised: ['每年六月底前支付上一年度补助{wan}万元。', '二期工程由项目公司优先承接。'],
      demands: ['按协议支付年度补助', '说明没有按协议办理的依据'],
    },
  ],
  arrears: [
    {
      matter: 'arrears',
      roles: ['housing', 'transport', 'water', 'government', 'township', 'natural_resources', 'government_services'],
      stories: [
        '{year}年承建{project}，验收结算都已完成，尾款{wan}万元拖了{months}个月，每次都说在走流程。',
        '给{body}供应{project}的材料，货到票到，合同约定六十日付款，现在过去{months}个月只付了三成。',
        '{project}完工后反复要求补资料，资料补齐又说财政没有安排，工人工资是我们借钱垫的。',
        '{body}把{project}交给我们抢工，承诺节前付款，到现在欠{wan}万元，也不肯出书面说明。',
        '{project}设计费{wan}万元，成果早已采用，对方一直要求打折才肯付。',
        '承租我方设备用于{project}，租金按季结算，从{year}年三季度起没有再付。',
      ],
      promised: ['验收合格后六十日内付清。', '按进度付款，完工付至百分之九十七。', '交货后三十日内付清货款。'],
      demands: ['付清欠款{wan}万元', '按规定支付逾期利息', '给出书面的付款计划'],
    },
  ],
  old_debt: [
    {
      matter: 'investment_promotion',
      roles: ['government', 'commerce'],
      stories: [
        '{year}年由当时的负责人签的协议，约定返还部分土地款。换届以后新来的说不了解情况，一拖就是{months}个月。',
        '{place}换了三任负责人，每一任都说前任签的要重新研究，我们的{project}补助到现在没有着落。',
      ],
      promised: ['投产验收后返还土地款{wan}万元。', '项目竣工后支付扶持资金{wan}万元。'],
      demands: ['兑现协议约定的{wan}万元', '书面说明由谁承接这项义务'],
    },
    {
      matter: 'compensation',
      roles: ['natural_resources', 'transport', 'water', 'government'],
      stories: [
        '{year}年修{project}占了我家承包地，补偿款当时说年底付清，机构合并以后两个部门互相推。',
        '{project}拆了我们的门面，确认单盖了章，撤并以后说档案找不到。',
      ],
      promised: ['当年年底前付清补偿款{wan}万元。', '按确认单补偿并安排过渡门面。'],
      demands: ['付清补偿款{wan}万元', '明确承接的单位和时间'],
    },
    {
      matter: 'contract_performance',
      roles: ['housing', 'government', 'township', 'state_assets'],
      stories: [
        '{year}年完成{project}，欠条写的是原单位，原单位撤了，{body}说债务没有移交。',
        '原来的指挥部解散后，{project}的结算款没有人认，材料交了两遍都退回来。',
      ],
      promised: ['竣工后一年内结清{wan}万元。'],
      demands: ['确认债务并付款', '说明移交清单为什么没有这一笔'],
    },
  ],
  tip_off: [
    {
      matter: 'bidding',
      roles: ['housing', 'transport', 'water'],
      stories: [
        '{project}招标文件要求本地三年业绩，外地企业报不了名，请查一查。',
        '{project}开标前一天改了评分办法，没有重新给准备时间。',
      ],
      demands: ['核实招标文件并改正'],
    },
    {
      matter: 'statistics',
      roles: ['statistics', 'township'],
      stories: [
        '有人让企业按给定的数字填月报，说不这样报表通不过。',
        '{place}的{project}还没有开工，报表里已经写了完成投资{wan}万元。',
      ],
      demands: ['核实报表数字并依法处理'],
    },
    {
      matter: 'market_regulation',
      roles: ['market_regulation'],
      stories: [
        '同一条街只查外来商户，本地店一次也没有查过。',
        '出台的{project}准入办法只给指定的几家企业发牌，没有公开征求意见。',
      ],
      demands: ['公开检查标准', '对有关办法开展公平竞争审查'],
    },
    {
      matter: 'township',
      roles: ['township'],
      stories: [
        '承诺公开的{project}账目三个季度没有更新，问了几次都说在整理。',
        '{project}的补助名单没有公示就发了钱。',
      ],
      demands: ['按承诺公开账目', '公示名单和标准'],
    },
  ],
  other: [
    {
      matter: 'government_services',
      roles: ['government_services', 'human_resources', 'civil_affairs', 'natural_resources'],
      stories: [
        '网上写明五个工作日办结，{project}的手续交了{months}个月，窗口说系统在升级。',
        '承诺一次告知，结果跑了四趟，每趟都多要一份材料。',
        '预约了上午的号，窗口九点半才来人，下午又说名额用完。',
      ],
      demands: ['按承诺时限办结', '说明延误的原因'],
    },
    {
      matter: 'contract_performance',
      roles: ['transport', 'housing', 'state_assets'],
      stories: [
        '{project}的场地租给我们五年，第三年{body}要求提前搬走，没有谈补偿。',
        '{project}合同变更没有签补充协议，结算时不认。',
      ],
      demands: ['依约履行或给予补偿', '书面答复处理意见'],
    },
  ],
};

export const BODY_SAYS = [
  '正在研究。',
  '财政资金紧张，排队支付。',
  '原来的负责人调走了，要重新研究。',
  '等待审计结论。',
  '需要上级批复。',
  '政策已经调整。',
  '经办科室合并，资料在交接。',
  '口头答应尽快，没有书面答复。',
] as const;
export const DOCUMENTS = [
  '协议书第{n}条',
  '施工合同（示例-{year}-{n}号）',
  '会议纪要〔示例〕{n}号',
  '采购合同（示例-{year}-{n}）',
  '补偿确认单第{n}号',
] as const;
export const ACCEPTED = [
  '已收到您的材料，现予受理。',
  '符合受理条件，已登记。',
  '材料齐全，已转经办科室核实。',
  '已受理，请留意后续通知。',
] as const;
export const ASKED = [
  '请补充付款凭证和发票复印件。',
  '请说明验收的日期并附验收单。',
  '请提供合同中与本事项有关的页。',
  '请补充能够联系到的经办科室。',
] as const;
export const SUPPLIED = [
  '已补交验收单和发票复印件。',
  '合同有关的页已经拍照上传，请核对。',
  '补充说明：验收在当年第四季度完成。',
] as const;
export const ANSWERS = {
  accepted: [
    '经核对合同、验收单和拨款记录，情况属实。{body}已列入本月拨款计划，分两次付清。',
    '约定成立。资金已经到账，请凭原账户核对；延误的原因是项目移交时漏列，已补入台账。',
    '已召集有关科室对账，双方确认金额，付款单已经签批。',
    '反映属实，已安排施工单位进场，按公示的时间完工，进度每月公开。',
    '经查，答复超时属实。已补发书面答复，并向您致歉。',
  ],
  partly: [
    '无争议部分先行支付，其余部分待结算复核后办理。',
    '经核实，协议约定的条件部分成就，对应的补助已经安排；其余条件未达到。',
    '已修复主要路段，支路列入下一批计划。',
  ],
  not: [
    '经核实，双方没有形成书面约定，现有材料不足以支持。如有新的材料可以再提交。',
    '该事项与您在其他途径的答复一致，没有新的事实，不再重复支付。',
    '合同约定的条件没有成就，具体理由见所附说明。',
  ],
} as const;
export const VERDICT_WORDS = {
  solved: ['款项已经收到，谢谢。', '办得比预想的快。', '按答复的时间完工了。', '有了书面答复，可以接受。'],
  partly: ['收到了一部分，剩下的还在等。', '解决了主要问题，时间拖得久了些。'],
  not_solved: ['答复没有说什么时候付款。', '理由不能接受，合同写得很清楚。', '还是原来的说法，没有去核实。'],
} as const;
export const REFUSALS = {
  pending_proceedings: '此事法院正在审理，不能同时办理；判决生效后对方不执行的，可以再来反映。',
  already_answered: '同一事项已经书面答复，没有新的事实和理由。',
  not_integrity: '属于民事主体之间的纠纷，建议向人民法院起诉或者申请调解。',
  insufficient: '多次联系未能取得必要材料，无法核实。材料补齐后可以再次提交。',
} as const;
export const ORDERS = [
  '本件已经超期，请说明原因并给出办结时间。',
  '请五个工作日内书面答复反映人并报告结果。',
  '同类反映较多，请一并核查后报告。',
] as const;
export const REPORTS = [
  '已核实并列入付款计划，书面答复已送达。',
  '延误原因是人员交接，现已指定专岗办理。',
  '已约谈经办科室，结果随答复公开。',
] as const;
export const WITHDRAWN = ['对方已经付款，撤回本件。', '双方已经协商一致。', '先走诉讼程序，这里撤回。'] as const;
export const EXTENSIONS = [
  '结算资料需要补报，预计多用十日。',
  '需要实地核查三处，申请延长。',
  '涉及两个单位对账，时间不够。',
] as const;
export const CLOSINGS = ['款项已支付，附凭证编号。', '答复已送达，事项办结。', '整改完成，已现场复核。'] as const;
export const SETTLEMENTS = ['双方同意分期支付，最后一期付清后了结。', '双方同意先付本金，利息另行协商。'] as const;
export const FACTS = [
  '合同、验收单和结算单齐全，约定的金额为{wan}万元，至今没有付清。',
  '当年的书面约定盖有公章，约定的条件已经成就。',
  '移交清单漏列本项，原单位和现单位均确认义务存在。',
] as const;
