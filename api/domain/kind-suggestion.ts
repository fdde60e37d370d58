/** Words of everyday speech that speak for a kind of complaint. A suggestion only: the person confirms or changes it. */
/** Behind an old debt and behind arrears there is a promise too: their own words weigh more. */
const WEIGHT = { old_debt: 3, arrears: 2, tip_off: 2, promise: 1 };
const SIGNS: [keyof typeof WEIGHT, RegExp][] = [
  [
    'old_debt',
    /新官|旧账|不认账|不认(?:以前|之前|原来)|前任|上一?任|换(?:了|届)|新(?:来的|上任|领导|书记|区长|县长|镇长)|调走|改名|合并|撤销|new (?:leader|mayor|office)|predecessor|reorgani[sz]/giu,
  ],
  [
    'arrears',
    /拖欠|欠款|欠(?:我|了|着|钱|薪)|工程款|货款|尾款|服务费|材料款|租金|没(?:有)?(?:付|给|结)(?:钱|款|清|账)|结算|unpaid|owes?\b|arrears|invoice/giu,
  ],
  [
    'promise',
    /承诺|答应|约定|协议|招商|优惠|奖励|补贴|返还|兑现|政策|土地款|说好|promis|incentive|subsid|agreement/giu,
  ],
  ['tip_off', /举报|揭发|听说|看到(?:他们|有人)|弄虚作假|造假|tip.?off|witness|fraud/giu],
];

/** Kinds with the words that spoke for each, the likeliest first; empty where nothing did. */
export function suggestKinds(text: string): { kind: keyof typeof WEIGHT; words: string[] }[] {
  return SIGNS.map(([kind, signs]) => ({ kind, words: [...new Set(text.match(signs) ?? [])] }))
    .filter((found) => found.words.length > 0)
    .sort((a, b) => b.words.length * WEIGHT[b.kind] - a.words.length * WEIGHT[a.kind]);
}
