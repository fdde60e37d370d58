/**
 * Deterministic records in something like real Chinese: words of the field by Zipf's law between sentences of made-up
 * pairs, so that the index sees both what stands everywhere (政府, 承诺) and what stands nearly nowhere. Bodies are made up.
 */
export interface BenchRecord {
  bodyName: string;
  division: string;
  title: string;
  caseNumber: string;
  court: string;
  summary: string;
  decidedOn: string;
  year: number;
  matter: string;
  outcome: string;
  source: string;
}

/** mulberry32: small, seeded, the same everywhere. */
export function generator(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words that such texts are full of, the most frequent first. */
export const WORDS = (
  '政府 企业 协议 承诺 合同 履行 项目 支付 人民 行政 法院 认为 约定 补偿 资金 规定 政策 奖励 投资 招商 引资 土地 建设 工程 义务 责任 ' +
  '损失 赔偿 公司 开发 区域 管理 委员会 街道 镇政府 采购 招标 投标 拆迁 征收 安置 房屋 厂房 设备 税收 返还 补贴 扶持 优惠 兑现 拖欠 ' +
  '欠款 验收 结算 审计 财政 预算 付款 期限 逾期 违约 解除 变更 撤销 判决 裁定 上诉 再审 申请 执行 强制 复议 诉讼 起诉 被告 原告 ' +
  '证据 事实 依据 程序 违法 无效 有效 通知 公告 批复 会议 纪要 文件 决定 审批 许可 登记 备案 公示 监督 检查 整改 问责 换届 调整 ' +
  '机构 改革 职能 移交 新任 负责人 旧账 债务 融资 平台 贷款 担保 利息 本金 物业 绿化 环卫 供水 供电 道路 桥梁 学校 医院 养老 农田 ' +
  '水利 河道 环保 排污 关停 搬迁 产业园 孵化 创业 人才 购房 落户 补助 稳岗 就业 社保 养殖 种植 合作社 大棚 冷链 物流 仓储 码头'
).split(' ');
const MATTERS = [
  'investment_promotion',
  'contract_performance',
  'government_procurement',
  'ppp',
  'arrears',
  'compensation',
  'township',
];
const OUTCOMES = [
  'ordered_to_perform',
  'ordered_to_compensate',
  'upheld_against_body',
  'partly_against_body',
  'act_revoked',
  'act_illegal',
];
const ENDINGS = [
  '人民政府',
  '商务局',
  '财政局',
  '住房和城乡建设局',
  '自然资源局',
  '街道办事处',
  '镇人民政府',
  '开发区管理委员会',
];
const COMMON =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经';

/** `length`: characters that a text has at least; left out: some hundred, as imported judgments have. */
export function* benchRecords(count: number, length = 0): Generator<BenchRecord> {
  const random = generator(20261121);
  const below = (n: number) => Math.floor(random() * n);
  const zipf = (n: number) => Math.min(n - 1, Math.floor(n ** random()) - 1);
  const han = () => (random() < 0.45 ? COMMON[zipf(COMMON.length)] : String.fromCodePoint(0x4e00 + zipf(6000) * 3));
  const run = (length: number) => Array.from({ length }, han).join('');
  const towns = Array.from({ length: 3000 }, () => `${run(2)}${'市县区'[below(3)]}`);
  const divisions = ['990101', '990102', '990103', '990201', '990202'];
  const sentence = () => {
    let text = '';
    const parts = 3 + below(5);
    for (let i = 0; i < parts; i++) text += random() < 0.6 ? WORDS[zipf(WORDS.length)] : run(1 + below(4));
    return text;
  };
  for (let i = 0; i < count; i++) {
    const year = 2000 + Math.floor(26 * Math.sqrt(random())); // more of late
    const town = towns[zipf(towns.length)] ?? '';
    const bodyName = `样例${town}${ENDINGS[below(ENDINGS.length)]}`;
    const sentences = Array.from({ length: 4 + below(9) }, sentence);
    while (sentences.join('，').length < length) sentences.push(sentence());
    yield {
      bodyName,
      division: divisions[below(divisions.length)] ?? '990101',
      title: `${bodyName}：${WORDS[zipf(WORDS.length)]}${WORDS[zipf(WORDS.length)]}争议被判${WORDS[zipf(40)]}`,
      caseNumber: `（${year}）苏${String(1 + below(13)).padStart(2, '0')}行${'初终申再'[below(4)]}${i + 1}号`,
      court: `样例${town}人民法院`,
      summary: `${sentences.join('，')}。`,
      decidedOn: `${year}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`,
      year,
      matter: MATTERS[zipf(MATTERS.length)] ?? 'other',
      outcome: OUTCOMES[below(OUTCOMES.length)] ?? 'act_revoked',
      source: `行政判决书，${sentence()}`,
    };
  }
}

/**
 * Two-character terms as people type them: a third are words of the field (the most frequent among them), a third are
 * taken from anywhere in the texts, a third are made up and mostly rare.
 */
export function benchTerms(count: number, length = 0): string[] {
  const random = generator(4242);
  const two = WORDS.filter((word) => word.length === 2);
  const texts = [...benchRecords(400, length)].map((r) => r.summary.replace(/[^\p{L}\p{N}]/gu, ''));
  return Array.from({ length: count }, (_, i) => {
    if (i % 3 === 0) return two[Math.floor(random() * two.length)] ?? '';
    const text = texts[Math.floor(random() * texts.length)] ?? '';
    const at = Math.floor(random() * (text.length - 2));
    if (i % 3 === 1) return text.slice(at, at + 2);
    return `${text[at]}${texts[0]?.[Math.floor(random() * (texts[0].length - 1))]}`;
  });
}
