/** What no rule can decide and a reader must: 法释〔2016〕19号 art. 4 (not to be published at all) and art. 10(3)–(6). */
export const ATTENTION = ['state_secret', 'minor', 'family', 'mediation', 'business_secret', 'investigation'] as const;
export type Attention = (typeof ATTENTION)[number];

const SIGNS: readonly [Attention, RegExp][] = [
  ['state_secret', /国家秘密|机密级|绝密|秘密级/g], // art. 4(1)
  ['minor', /未成年|法定代理人|监护人|幼儿园学生|小学生|初中生/g], // art. 4(2), 8(3)
  ['mediation', /调解书|自愿达成如下协议|司法确认/g], // art. 4(3)
  ['family', /离婚|抚养权|抚养费|监护权|继承纠纷|婚外|家庭暴力|隐私/g], // art. 4(4), 10(4)
  ['business_secret', /商业秘密|技术秘密|保密协议|客户名单|工艺参数/g], // art. 10(3)
  ['investigation', /技术侦查|技侦|秘密侦查|监听/g], // art. 10(5)
];

export interface Doubt {
  reason: Attention;
  /** UTF-16 offsets in the text; end is exclusive. */
  start: number;
  end: number;
}

/** Words of a text at which its reader should stop before publishing it, in order. */
export function attention(text: string): Doubt[] {
  return SIGNS.flatMap(([reason, sign]) =>
    [...text.matchAll(sign)].map((match) => ({ reason, start: match.index, end: match.index + match[0].length })),
  ).sort((a, b) => a.start - b.start || a.end - b.end);
}
