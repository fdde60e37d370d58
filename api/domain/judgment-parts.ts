/**
 * The usual parts of a judgment (人民法院民事裁判文书制作规范, 行政诉讼文书样式: 首部, 事实, 理由, 依据, 主文, 尾部), found by the
 * words with which each begins, so that a long text gets a table of contents. Pure; a text without these words has no parts.
 */
export const JUDGMENT_PARTS = [
  'parties', // 当事人
  'procedure', // 案由和审理经过
  'claims', // 诉讼请求、上诉请求
  'defence', // 答辩
  'facts', // 审理查明
  'reasons', // 本院认为
  'order', // 判决如下
  'costs', // 诉讼费用、上诉权
  'judges', // 审判人员
  'annex', // 附录
] as const;
export type JudgmentPart = (typeof JUDGMENT_PARTS)[number];

export interface JudgmentParagraph {
  /** From 1: the anchor is #p and the number. */
  number: number;
  text: string;
  /** The part that begins here. */
  begins?: JudgmentPart;
  /** Set apart from running text: court and kind, case number, signatures. */
  set?: 'court' | 'number' | 'signature';
}

const PARTY =
  '原告|被告|上诉人|被上诉人|再审申请人|被申请人|申请人|申请执行人|被执行人|原审|一审|第三人|抗诉机关|赔偿请求人';
/** What a part begins with. Those of a lower court that a judgment retells (原审法院认为) begin otherwise. */
const BEGINS: Readonly<Record<JudgmentPart, RegExp>> = {
  parties: new RegExp(`^(?:${PARTY})(?:[（(：:]|[^，。；]{2,30}[，,。（(])`),
  procedure: /^.{0,160}(?:一案|纠纷|赔偿案)[，,。].{0,160}(?:立案|受理|提起|审理|不服|裁定)/,
  claims:
    /^(?:.{0,40}(?:向本院提出|提出)?(?:诉讼|上诉|再审|仲裁|赔偿|执行)请求[：:是]|.{0,60}(?:诉称|起诉称|上诉称|申请称|申请再审称)|.{0,40}向本院提出(?:诉讼|上诉)请求)/,
  defence: /^.{0,60}(?:辩称|答辩称|答辩意见|述称|未答辩|未作答辩|未提交答辩)/,
  facts:
    /^(?:本院)?(?:经(?:审理|审查|公开审理|庭审|再审|二审)?(?:认定|查明|审理查明|审理认定)|审理查明|(?:二审|再审)?(?:经审理)?查明|本院(?:二审|再审)?(?:经审理|经审查)?(?:查明|认定事实|对.{0,30}认定|认定如下))/,
  reasons: /^(?:综上[，,])?本院(?:经审查|再审|二审|经审理)?认为/,
  order: /(?:判决|裁定|决定)如下[：:]?$/,
  costs:
    /^(?:(?:一审|二审|本案)?(?:案件|诉讼)?(?:受理|诉讼|申请)费|如不服本(?:判决|裁定)|如果未按|如未按|本(?:判决|裁定)为终审)/,
  judges: /^(?:审\s*判\s*长|(?:代理)?审\s*判\s*员|独任审判员|执\s*行\s*员)/,
  annex: /^附(?:[：:]|录|件|本案|相关|法律|判决)|^(?:本判决|本裁定)?(?:适用|引用)的(?:主要)?法律(?:条文|依据)/,
};
const COURT = /^.{2,40}(?:人民法院|法院)$/;
const KIND = /^(?:刑事|民事|行政|执行|国家赔偿|赔偿|知识产权|再审)?(?:判决|裁定|决定|调解|通知)书$/;
const NUMBER = /^[（(]\s*\d{4}\s*[）)].{3,40}号$/;
const SIGNATURE =
  /^(?:审\s*判\s*长|(?:代\s*理)?审\s*判\s*员|人\s*民\s*陪\s*审\s*员|独任审判员|执\s*行\s*员|法\s*官\s*助\s*理|(?:代)?书\s*记\s*员)/;
const DAY = /^[二〇○零一九\d]{4}\s*年[一二三四五六七八九十〇\d\s]{1,4}月[一二三四五六七八九十〇\d\s]{1,5}日$/;
const ORDER = JUDGMENT_PARTS.indexOf('order');
const JUDGES = JUDGMENT_PARTS.indexOf('judges');
/** 依照……判决如下 on a line of its own, in characters. */
const HEADING = 12;
/** The head is short; the same words further down are those of an annex. */
const HEAD = 6;

/** Whether the part may begin here: in the usual order, each once. */
function beginning(text: string, after: number): JudgmentPart | undefined {
  for (let i = after + 1; i < JUDGMENT_PARTS.length; i++) {
    const part = JUDGMENT_PARTS[i];
    if (part && BEGINS[part].test(text)) return part;
  }
  return undefined;
}

/**
 * The paragraphs of a judgment, numbered as they stand, and where its parts begin.
 * @param text plain text, one paragraph a line
 */
export function judgmentParts(text: string): JudgmentParagraph[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim()) // a pattern for the end of a line goes wrong where a line is full of spaces
    .filter((line) => line !== '');
  let reached = -1;
  let started = false;
  let awaited = false; // the line before ended with "判决如下："
  const begin = (part: JudgmentPart): JudgmentPart => {
    started = true;
    reached = JUDGMENT_PARTS.indexOf(part);
    return part;
  };
  return lines.map((line, i): JudgmentParagraph => {
    const paragraph: JudgmentParagraph = { number: i + 1, text: line };
    const tight = line.replace(/\s/g, '');
    if (i < HEAD && !started) {
      if (COURT.test(tight) || KIND.test(tight)) return { ...paragraph, set: 'court' };
      if (NUMBER.test(tight)) return { ...paragraph, set: 'number' };
    }
    if (SIGNATURE.test(tight) || DAY.test(tight)) paragraph.set = 'signature';
    const orders = reached < ORDER && BEGINS.order.test(tight);
    if (awaited) paragraph.begins = begin('order');
    else {
      const part = beginning(tight, reached);
      // The line that only says so stands over the order; one that gives reasons first still belongs to them.
      const early = part === 'order' ? tight.length > HEADING : part === 'annex' && reached < JUDGES;
      if (part && !early && (paragraph.set !== 'signature' || part === 'judges')) paragraph.begins = begin(part);
    }
    awaited = orders && reached < ORDER;
    return paragraph;
  });
}
