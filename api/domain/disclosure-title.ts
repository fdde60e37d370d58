import type {
  DisclosureFacts,
  DisclosureKind,
  DishonestySubKind,
  JudgmentOutcome,
  ProposalKind,
} from './disclosure.ts';
import type { Matter } from './matter.ts';

/** What a judgment was about, as the first half of a title: neutral, no more than the facts say. */
const ABOUT: Record<Matter, string> = {
  government_procurement: '政府采购合同争议',
  ppp: '政府和社会资本合作争议',
  bidding: '招标投标争议',
  investment_promotion: '招商引资承诺未兑现',
  government_debt: '政府债务争议',
  statistics: '统计行为争议',
  market_regulation: '市场监管行为争议',
  government_services: '政务服务争议',
  township: '乡镇街道承诺未兑现',
  contract_performance: '协议履行争议',
  arrears: '拖欠账款',
  unperformed_judgment: '未履行生效判决',
  compensation: '补偿争议',
  other: '行政争议',
};
const ENDED: Record<JudgmentOutcome, string> = {
  ordered_to_perform: '被判履行',
  ordered_to_compensate: '被判赔偿或补偿',
  upheld_against_body: '被判败诉',
  partly_against_body: '部分败诉',
  act_revoked: '行为被撤销',
  act_illegal: '行为被确认违法',
};

const SUB_KINDS: Record<DishonestySubKind, string> = {
  administrative_penalty: '受到行政处罚',
  discipline: '受到处分',
  accountability: '被问责',
  determined_breach: '失信行为认定',
};
const PROPOSALS: Record<ProposalKind, string> = { congress: '人大代表建议', conference: '政协提案' };

type TitleFacts = Pick<DisclosureFacts, 'kind' | 'bodyName' | 'outcome' | 'count'> &
  Pick<DisclosureFacts, 'subKind' | 'warningLevel' | 'period' | 'proposalKind'> & {
    matter: Matter;
    documentNumber?: string | null;
  };

const judgment = (f: TitleFacts): string => `${ABOUT[f.matter]}${f.outcome ? ENDED[f.outcome] : '被判败诉'}`;
const RULES: Record<DisclosureKind, (facts: TitleFacts) => string> = {
  lost_judgment: judgment,
  typical_case: judgment,
  unperformed_judgment: (f) => `未履行生效法律文书${f.count > 1 ? `（${f.count}件）` : ''}`,
  dishonesty_record: (f) =>
    `${f.matter === 'other' ? '' : ABOUT[f.matter].replace('争议', '')}${SUB_KINDS[f.subKind ?? 'determined_breach']}`,
  honour: () => '守信激励',
  debt_warning: (f) => `${f.period ?? ''}政府债务风险${f.warningLevel === 'red' ? '红色' : '黄色'}预警`,
  rectification_notice: () => '限期整改通知',
  overdue_notice: (f) => `逾期未办通报${f.count > 1 ? `（${f.count}件）` : ''}`,
  proposal_result: (f) => `${PROPOSALS[f.proposalKind ?? 'congress']}${f.documentNumber ?? ''}办理结果`,
  third_party_evaluation: (f) => `${f.period ?? ''}第三方评价结果`,
  agency_record: () => '招标代理信用信息',
  statistics_dishonesty: () => '统计严重失信',
  purchaser_record: () => '采购人失信信息',
};

/** A title made of the facts: 丰县人民政府：招商引资承诺未兑现被判败诉. */
export const titleOf = (facts: TitleFacts): string => `${facts.bodyName}：${RULES[facts.kind](facts)}`;
