/**
 * What is left of a question in everyday words when the words of asking are gone: "我们小微企业买设备有没有补贴" looks for
 * 小微企业, 买设备, 补贴. Longest first, so that a part of a longer phrase does not stay behind.
 */
const ASKING = [
  '有没有什么',
  '怎么申请',
  '如何申请',
  '可不可以',
  '能不能',
  '有没有',
  '是不是',
  '有哪些',
  '哪里有',
  '多少钱',
  '请问',
  '我们',
  '我司',
  '本公司',
  '想要',
  '想问',
  '需要',
  '可以',
  '什么',
  '怎么',
  '如何',
  '哪些',
  '多少',
  '申请',
  '领取',
  '享受',
  '政策',
  '办理',
].sort((a, b) => b.length - a.length);
const SMALL = /[的了吗呢吧啊呀么和与及或我有想要能给对在是]/gu;
const MOST_WORDS = 8;

/** @param folded a question as `foldPlain` leaves it @returns its words; the question itself where nothing would be left */
export function plainNeed(folded: string): string[] {
  let rest = folded;
  for (const phrase of ASKING) rest = rest.replaceAll(phrase, ' ');
  const words = split(rest.replace(SMALL, ' '));
  return words.length > 0 ? words : split(folded);
}

const split = (text: string): string[] =>
  [...new Set(text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))].slice(0, MOST_WORDS);
