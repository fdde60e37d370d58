import { PPP_POSTS, PROMISES } from '../../../../db/reference/demo/full/commitments.ts';
import { FULL_SOURCE } from '../../../../db/reference/demo/full/fictions.ts';
import { COMMITMENT_KINDS, type CommitmentKind } from '../../../domain/commitment.ts';
import { TOWNSHIP_TOPICS } from '../../../domain/commitment-kinds.ts';
import type { Body } from '../../../domain/directory.ts';
import { dayAgo } from './acts.ts';
import { type Draw, fill } from './draw.ts';
import { money, project } from './somebody.ts';
import type { World } from './world.ts';

export interface PlannedPromise {
  kind: CommitmentKind;
  body: Body;
  madeAgo: number;
  /** Days ago; negative ones lie ahead. Null: no date. */
  dueAgo: number | null;
  /** What falls due in money, the earliest first. */
  payables: readonly { dueAgo: number; amount: number }[];
  yuan: string;
  draft: Record<string, unknown>;
}

const MONEY: readonly CommitmentKind[] = ['payment', 'contract', 'investment_policy', 'ppp_project'];
const STANDING: readonly CommitmentKind[] = ['service_standard', 'statistics_integrity'];

/** One promise of the full demonstration as its author writes it. @param of the body that made it; null: drawn */
export function promiseDraft({ base, places }: World, d: Draw, i: number, of: Body | null): PlannedPromise {
  const kind = COMMITMENT_KINDS[i % COMMITMENT_KINDS.length]!;
  const words = PROMISES[kind];
  const body = of ?? places.someBody(d, words.roles);
  const { wan, yuan } = money(d);
  const name = project(d);
  const values = { place: places.nameOf(body.division), project: name, wan, n: 100 + i, month: d.int(1, 12) };
  const say = (list: readonly string[]) => fill(d.pick(list), values);
  const review = kind === 'fair_competition_review';
  const madeAgo = review ? d.int(20, 300) : d.int(60, 900);
  const day = (ago: number) => dayAgo(base, ago);
  const standing = STANDING.includes(kind);
  const dueAgo = standing ? null : Math.min(madeAgo - 30, madeAgo - d.int(90, 700));
  const hasMoney = MONEY.includes(kind);
  const instalments = (kind === 'payment' || kind === 'contract') && d.chance(0.7) ? d.int(2, 4) : 0;
  const part = Math.floor(Number(yuan) / Math.max(1, instalments));
  const steps = Array.from({ length: instalments }, (_, n) => ({
    title: ['首期款', '进度款', '验收款', '质保金'][n] ?? '尾款',
    dueAgo: madeAgo - 60 - n * d.int(90, 150),
    amount: part,
  }));
  const stem = values.place.replace(/[市县区]$/, '');
  const number = `${stem}发〔示例〕${1_000 + i}号`;
  const own: Record<CommitmentKind, () => Record<string, string>> = {
    investment_policy: () => ({ project: name }),
    contract: () => ({ contractNumber: `${stem}合〔示例〕${1_000 + i}号`, project: name, fundSource: '本级预算' }),
    payment: () => ({
      contractNumber: `${stem}采合〔示例〕${1_000 + i}号`,
      project: name,
      fundSource: d.pick(['部门预算', '专项资金', '上级补助']),
    }),
    service_standard: () => ({
      promiseKind: d.pick(['quality', 'time', 'guarantee'] as const),
      serviceItem: `${name}手续`,
      measure: '按系统记录的受理和办结时间计算',
    }),
    township: () => ({ topic: TOWNSHIP_TOPICS[i % TOWNSHIP_TOPICS.length]!, period: '本年度' }),
    statistics_integrity: () => ({ period: '长期' }),
    rectification: () => ({ orderNumber: `${stem}信改〔示例〕${1_000 + i}号`, measure: '逐件列账，完成一件公开一件' }),
    fair_competition_review: () => ({
      reviewed: `${values.place}${name}管理办法（征求意见稿）`,
      commentsFrom: day(madeAgo - 5),
      commentsUntil: day(madeAgo - 35),
      commentsHow: '通过本站反映，或者寄送市场监督管理局。',
      conclusion: madeAgo > 60 ? d.pick(['no_effect', 'adjusted', 'not_issued'] as const) : 'open',
    }),
    ppp_project: () => ({ project: name, stage: 'identification', identificationPost: PPP_POSTS[0] }),
    benefit_policy: () => ({
      who: `在${values.place}经营满一年的小微企业。`,
      what: `${name}相关的设备、用工或者贷款支出。`,
      howMuch: `按实际支出的三成，最高${wan}万元。`,
      applyUntil: day(dueAgo ?? -120),
      howToApply: '带营业执照和付款凭证到政务服务大厅综合窗口，或者网上申报。',
    }),
  };
  const draft = {
    kind,
    bodyId: body.id,
    department: words.department,
    post: `${words.department}负责岗位`,
    beneficiary: say(words.beneficiaries),
    title: say(words.titles),
    text: say(words.texts),
    documentNumber: number,
    madeOn: day(madeAgo),
    source: FULL_SOURCE,
    ...(kind === 'investment_policy' ? { conditions: '按期投产，并持续经营三年。' } : {}),
    ...(hasMoney ? { amount: String(instalments > 0 ? part * instalments : Number(yuan)) } : {}),
    ...(standing
      ? { dueKind: 'standing' }
      : instalments > 0
        ? {
            dueKind: 'milestones',
            milestones: steps.map((one) => ({ title: one.title, dueOn: day(one.dueAgo), amount: String(one.amount) })),
          }
        : { dueKind: 'date', dueOn: day(dueAgo ?? 0) }),
    facts: own[kind](),
  };
  const payables = !hasMoney ? [] : instalments > 0 ? steps : [{ dueAgo: dueAgo ?? 0, amount: Number(yuan) }];
  return { kind, body, madeAgo, dueAgo: instalments > 0 ? steps.at(-1)!.dueAgo : dueAgo, payables, yuan, draft };
}
