import type { CaseAction } from '../../../api/domain/case.ts';
import type { BodyKey } from './people.ts';

/** What happens to a case after filing, how many days ago, and by whom (a key of people.ts; the handler if left out). */
export type DemoStep = { ago: number; as?: string } & (
  | { do: 'answer'; outcome: 'accepted' | 'partly' | 'not'; texts: readonly string[]; promisedIn?: number }
  | { do: 'verdict'; verdict: 'solved' | 'partly' | 'not_solved'; text: string }
  | {
      do: Exclude<CaseAction, 'answer' | 'verdict'>;
      text?: string;
      /** What the form holds; as a function of days from today where dates stand inside. */
      input?: Record<string, unknown> | ((day: (inDays: number) => string) => Record<string, unknown>);
      /** Fields that hold a date, as days from today (negative: before it). */
      dates?: Record<string, number>;
      /** Fields that hold a body. */
      bodies?: Record<string, BodyKey>;
      /** Fields that take the first of what the case offers to choose from. */
      first?: readonly string[];
    }
);

export interface DemoCase {
  respondent: BodyKey;
  filedAgo: number; // days
  held?: boolean;
  complaint: Record<string, unknown>;
  steps: readonly DemoStep[];
}

const person = (name: string) => ({ kind: 'person', name });
const enterprise = (enterpriseName: string, uscc: string, name: string) => ({
  kind: 'enterprise',
  enterpriseName,
  uscc,
  enterpriseSize: 'small',
  name,
});
const contact = (n: number) => ({ phone: `1380000010${n}`, email: `rater${n}@demo.example` });

/** Cases of the fictional place, in every state that a case can have. Nobody and nothing here exists. */
export const CASES: readonly DemoCase[] = [
  {
    respondent: ['样例市示范区人民政府', '990101'],
    filedAgo: 48,
    complaint: {
      kind: 'old_debt',
      matter: 'investment_promotion',
      story: '2021年招商时，区里书面约定投产验收后返还部分土地款。我们按期投产并通过验收，换了负责人以后一直没有下文。',
      promised: '投产验收后三个月内返还土地出让金的百分之三十。',
      promiseDocument: '《招商引资协议书》第七条',
      promisedOn: '2021-03-01',
      amount: '1200000.00',
      bodySays: '原来的负责人调走了，要重新研究。',
      changeReason: '负责人调动',
      demands: ['返还约定的土地款 120 万元', '书面说明延误的原因'],
      complainant: enterprise('样例市榜样制造有限公司', '91990101MA0000001Y', '张示例'),
      contact: contact(1),
      identityToHandler: true,
      publishSummary: true,
    },
    steps: [
      { do: 'accept', ago: 45, text: '已收到您的材料，现予受理。' },
      {
        do: 'establish',
        ago: 40,
        input: {
          fact: '2021年3月签订的协议第七条约定，企业投产验收后三个月内返还土地出让金的百分之三十。验收文件齐全。',
          change: 'office',
          changeText: '区里说原来的负责人已经调走，要重新研究。',
          successorText: '区政府确认协议有效，人员调动不影响履约，由区政府继续办理。',
        },
      },
      {
        do: 'determine',
        ago: 34,
        text: '约定成立，区政府没有按期履行。人员调动不是不履行的理由。',
        input: { finding: 'established', documentNumber: '样例信认〔示例〕3号' },
        dates: { determinedOn: -34 },
      },
      { do: 'decide_determination', ago: 33, as: 'approver', input: { decision: 'approved' } },
      {
        do: 'answer',
        ago: 25,
        outcome: 'accepted',
        texts: [
          '经核对协议、验收文件和拨款记录，约定成立。示范区财政已列入本月拨款计划，分两笔支付，第一笔 60 万元已到账。',
          '延误因机构调整时交接清单漏列本项。区政府已补入承诺台账，并向贵公司书面致歉。',
        ],
        promisedIn: 30,
      },
      { do: 'close', ago: 18, text: '两笔款项均已支付，附拨款凭证编号。', input: { bodySays: 'solved' } },
      { do: 'verdict', ago: 16, verdict: 'solved', text: '钱收到了，也给了说明，谢谢。' },
    ],
  },
  {
    respondent: ['演示县人民政府', '990121'],
    filedAgo: 14,
    complaint: {
      kind: 'arrears',
      matter: 'arrears',
      story: '2024年我们为县文化馆做消防改造，已验收结算，尾款至今没有付，催了多次都说在走流程。',
      promised: '验收合格后六十日内付清全部工程款。',
      promiseDocument: '演示县文化馆消防改造施工合同（示例-2024-017）',
      promisedOn: '2025-02-28',
      amount: '386400.00',
      bodySays: '财政资金紧张，排队支付。',
      demands: ['付清工程尾款 38.64 万元', '按合同支付逾期利息'],
      complainant: enterprise('演示县示例建筑安装有限公司', '91990121MA00000021', '李样例'),
      contact: contact(2),
      identityToHandler: true,
      identityToRespondent: true,
      declaration: true,
    },
    steps: [
      { do: 'accept', ago: 12, text: '符合受理条件，已登记并通知相关单位核实。' },
      {
        do: 'ask_opinion',
        ago: 8,
        text: '请就该项目的拨款进度和资金安排提出意见。',
        bodies: { otherBodyId: ['样例市财政局', '9901'] },
        dates: { dueOn: 4 },
      },
      {
        do: 'ask_extension',
        ago: 3,
        text: '结算审核需要县里补报支付台账，预计多用半个月。',
        input: { step: 'result', days: 15 },
      },
    ],
  },
  {
    respondent: ['样例市样板区人民政府', '990102'],
    filedAgo: 27,
    complaint: {
      kind: 'promise',
      matter: 'investment_promotion',
      story: '入驻样板区时约定前三年房租补贴一半，补了一年以后停了，说政策到期。',
      promised: '入驻后连续三年按实缴房租的百分之五十补贴。',
      promiseDocument: '《产业园入驻协议》第五条',
      promisedOn: '2023-06-01',
      amount: '96000.00',
      bodySays: '原政策已经到期，新政策没有这一条。',
      demands: ['补发第二年的房租补贴'],
      complainant: enterprise('样例市举例软件有限公司', '91990102MA0000003K', '王演示'),
      contact: contact(3),
      identityToHandler: true,
    },
    steps: [
      { do: 'accept', ago: 24 },
      { do: 'ask', ago: 6, text: '请补充第二年的房租发票和付款凭证，方便核对金额。复印件即可。' },
    ],
  },
  {
    respondent: ['演示县假设乡人民政府', '990121200'],
    filedAgo: 3,
    complaint: {
      kind: 'tip_off',
      matter: 'township',
      story: '乡里公示栏写着村道年底前修好，路基挖开已经半年没有人管，下雨就出不了门。',
      demands: ['公开修路的完工时间并按时修好'],
      complainant: { kind: 'anonymous' },
      publishSummary: true,
    },
    steps: [],
  },
  {
    respondent: ['样例市交通运输局', '9901'],
    filedAgo: 20,
    complaint: {
      kind: 'other',
      matter: 'contract_performance',
      story: '公交站台广告位的合同纠纷，我们已经在法院起诉，还没有开庭，希望这里也一起处理。',
      demands: ['尽快按合同结算广告位费用'],
      complainant: person('赵示例'),
      contact: contact(4),
      identityToHandler: true,
    },
    steps: [
      {
        do: 'refuse',
        ago: 17,
        input: { reason: 'pending_proceedings' },
        text: '此事法院正在审理，我们不能同时办理。请在诉讼中提出；判决生效后对方不执行的，可以再来反映。',
      },
    ],
  },
  {
    respondent: ['样例市经济开发区管理委员会', '9901'],
    filedAgo: 52,
    complaint: {
      kind: 'promise',
      matter: 'investment_promotion',
      story: '开发区承诺设备到位后给予购置补助，设备投产两年，申请材料交了三次，没有书面答复。',
      promised: '设备投产后按购置额的百分之八给予补助。',
      promiseDocument: '样例市经济开发区管委会会议纪要〔示例〕12号',
      promisedOn: '2022-09-15',
      amount: '640000.00',
      bodySays: '正在研究。',
      demands: ['兑现设备购置补助', '说明三次申请没有答复的原因'],
      complainant: enterprise('模拟市模型科技有限公司', '91990181MA00000044', '孙样例'),
      contact: contact(5),
      identityToHandler: true,
    },
    steps: [
      { do: 'accept', ago: 48 },
      {
        do: 'ask_explanation',
        ago: 9,
        text: '请书面说明设备购置补助的约定是否成立、三次申请为什么没有答复。',
        dates: { dueOn: 2 },
      },
      {
        do: 'order',
        ago: 5,
        as: 'supervisor',
        text: '本件已经超期。请说明原因，列出办结时间，并先给企业一个书面答复。',
        input: { shown: 'yes' },
        dates: { dueOn: 5 },
      },
    ],
  },
  {
    respondent: ['样例市自然资源和规划局', '9901'],
    filedAgo: 21,
    complaint: {
      kind: 'old_debt',
      matter: 'compensation',
      story: '2019年修路占用我家承包地，当时的负责人说补偿款年底付清，机构改革后两个部门互相推。',
      promised: '当年年底前付清补偿款。',
      promiseDocument: '《占地补偿确认单》',
      promisedOn: '2019-08-20',
      amount: '43200.00',
      bodySays: '这是原国土部门的事，要找原来的人。',
      changeReason: '机构改革，职能合并',
      demands: ['付清补偿款 4.32 万元'],
      complainant: person('周演示'),
      contact: contact(6),
      identityToHandler: true,
      publishSummary: true,
    },
    steps: [
      { do: 'accept', ago: 18, text: '职能合并后由现单位承继，已受理。' },
      {
        do: 'establish',
        ago: 12,
        input: {
          fact: '2019年8月的占地补偿确认单写明补偿款4.32万元，当年年底前付清，至今未付。',
          change: 'reorganisation',
          changeText: '机构改革时两个部门职能合并，交接清单里没有这一项。',
          successorText: '现单位承继原部门的义务，同意支付。',
        },
      },
      {
        do: 'answer',
        ago: 2,
        outcome: 'accepted',
        texts: ['机构合并不影响原有义务。补偿款由我市承继单位支付，请核对银行账号，十五日内到账。'],
        promisedIn: 15,
      },
      {
        do: 'settle',
        ago: 1,
        text: '补偿款4.32万元分两笔支付，第二笔付清后本项了结。',
        input: (day) => ({
          parties: '样例市自然资源和规划局、反映人',
          signedOn: day(-1),
          instalments: [
            { dueOn: day(13), amount: '21600.00' },
            { dueOn: day(43), amount: '21600.00' },
          ],
        }),
      },
    ],
  },
  {
    respondent: ['样例市示范区样板镇人民政府', '990101100'],
    filedAgo: 1,
    held: true,
    complaint: {
      kind: 'promise',
      matter: 'township',
      story: '镇里答应给安置户通天然气，写进了安置方案，入住一年了还没有通，邻居们都在用煤气罐。',
      promised: '入住后半年内通天然气。',
      promiseDocument: '《样板镇安置方案》第三条',
      promisedOn: '2025-05-10',
      demands: ['公布通气时间', '通气前给安置户适当补贴'],
      complainant: person('吴样例'),
      contact: contact(7),
      identityToHandler: false,
    },
    steps: [],
  },
  {
    respondent: ['模拟市人民政府', '990181'],
    filedAgo: 70,
    complaint: {
      kind: 'promise',
      matter: 'government_procurement',
      story: '中标后做完了全市路灯改造，合同约定质保金到期退还，到期一年没有退。',
      promised: '质保期满无质量问题，一个月内无息退还质保金。',
      promiseDocument: '模拟市路灯改造政府采购合同（示例-2021-009）',
      promisedOn: '2021-10-30',
      amount: '215000.00',
      bodySays: '要等审计结束。',
      demands: ['退还质保金 21.5 万元'],
      complainant: enterprise('模拟市模型科技有限公司', '91990181MA00000044', '孙样例'),
      contact: contact(8),
      identityToHandler: true,
    },
    steps: [
      { do: 'accept', ago: 66 },
      {
        do: 'answer',
        ago: 44,
        outcome: 'partly',
        texts: ['先退还无争议部分 15 万元。其余 6.5 万元待质量复核后处理。'],
      },
      { do: 'close', ago: 40, text: '无争议部分已退还。', input: { bodySays: 'solved' } },
      { do: 'verdict', ago: 37, verdict: 'partly', text: '收到了一部分，剩下的还在等。' },
    ],
  },
];

/** How bad ratings were put right. */
export const RECTIFIED: readonly string[] = [
  '已核实当时叫号系统故障，当天修好，并增开一个窗口。谢谢您指出来。',
  '已核实材料清单版本不一致，网上和窗口改用同一份，并向您致歉。',
  '已查看监控，午间换班缺人属实。现已安排专人顶岗，相关人员接受培训。',
  '已把所需材料印成一张清单放在窗口，一次说清。',
];
