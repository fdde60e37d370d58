import { COMPOUND, SELDOM, SURNAMES } from './surnames.ts';
import { AFTER_NAMES, BEFORE_NAMES, SAYING, WORDS } from './words.ts';

const SINGLE = new Set(SURNAMES + SELDOM);
const DOUBLE = new Set(COMPOUND.split('|'));
const HAN = /[一-龥]/;
const DOT = '·•・‧';
const AFTER = new RegExp(`(?:${AFTER_NAMES})`, 'y');
const ROLE = new RegExp(`(?:${BEFORE_NAMES.join('|')})`, 'y');
/** What no given name contains. */
const NEVER = /[的与诉被该此某第并且或述说称您我他她它们这哪×其将把]/;
/** Family names that are function words nearly always: only a sign behind them makes a name. */
const SELDOM_A_NAME = /[都经应时有后全相能那别须毋终从连利通代原官门者但户年种生次由来海权展战练英]/;
const DOTTED = new RegExp(`[一-龥]{1,10}(?:[${DOT}][一-龥]{1,12}){1,4}`, 'y');
const MASKED = /[一-龥](?:[一-龥])?(?:某{1,3}|[×xX*]{1,3})[0-9甲乙丙丁戊己庚辛]{0,2}/y;

/** The family name: two characters where they are one, the first where it can be one, else null. */
export function familyOf(name: string): string | null {
  if (DOUBLE.has(name.slice(0, 2)) && name.length > 2) return name.slice(0, 2);
  return SINGLE.has(name.charAt(0)) ? name.charAt(0) : null;
}

export const isDotted = (name: string): boolean => /[·•・‧]/.test(name);

/** A name that a court has already hidden (张某, 李某1, 王××, 赵某甲). */
export const isMasked = (name: string): boolean => /[某×]|^[一-龥][xX*]{1,3}$/.test(name);

/** The end of a hidden name that stands here, or 0. */
export function maskedEnd(text: string, at: number): number {
  MASKED.lastIndex = at;
  return MASKED.test(text) ? MASKED.lastIndex : 0;
}

export function followed(text: string, end: number): 'sign' | 'word' | null {
  if (end >= text.length || !/[一-龥0-9A-Za-z]/.test(text.charAt(end))) return 'sign';
  AFTER.lastIndex = end;
  return AFTER.test(text) ? 'word' : null;
}

const AFTER_DOTTED = /[诉与和及的等在于向因对将被称述辩系是人到]/;
const longWord = (text: string, at: number): boolean => {
  AFTER.lastIndex = at;
  return AFTER.test(text) && AFTER.lastIndex - at > 1;
};

/** A name that cannot be told from an everyday word without the words beside it (时光, 成功, 高明). */
export const isWord = (name: string): boolean => name.length === 2 && (WORDS.has(name) || COMMON_WORDS.has(name));
const COMMON_WORDS = new Set('高明 江山 安全 文明 从容 宁静 温暖 高升 郑重 陶然 谈笑 夏雨 贺兰 宋江'.split(' '));

function candidates(text: string, at: number): number[] {
  const lengths = DOUBLE.has(text.slice(at, at + 2)) ? [4, 3] : SINGLE.has(text.charAt(at)) ? [3, 2] : [];
  return lengths.filter((length) => {
    const given = text.slice(at + 1, at + length);
    // 东屿市, 曹县: what ends so is a place.
    return (
      given.length === length - 1 &&
      [...given].every((c) => HAN.test(c)) &&
      !NEVER.test(given) &&
      !/[市县省村区]$/.test(given) &&
      // Runs of one character, as broken tables leave them.
      !/^(.)\1\1/.test(text.slice(at, at + 3))
    );
  });
}

/**
 * The end of the name that begins here, or 0: a family name with one or two characters behind which a sign or a word
 * stands that may follow a name. Of two readings the one is taken that leaves a sentence.
 */
export function nameEnd(text: string, at: number): number {
  ROLE.lastIndex = at;
  if (ROLE.test(text)) return 0;
  DOTTED.lastIndex = at;
  const dotted = DOTTED.exec(text);
  if (dotted && !/[与和及对向由].*[·•・‧]/.test(dotted[0])) return at + dottedLength(dotted[0]);
  if (WORDS.has(text.slice(at, at + 2))) return 0;
  const only = SELDOM_A_NAME.test(text.charAt(at));
  const [long, short] = candidates(text, at).map((length) => {
    const next = followed(text, at + length);
    return { length, next: only && next === 'word' ? null : next };
  });
  if (!short) return long?.next ? at + long.length : 0;
  if (!long?.next) return short.next ? at + short.length : 0;
  if (!short.next) return at + long.length;
  const last = text.charAt(at + long.length - 1);
  if (long.next === 'sign') return at + (SAYING.includes(last) ? short.length : long.length);
  // 田万有的: what is owned or joined is a name's; 李明有的 is no sentence.
  if (/[的和与及]/.test(text.charAt(at + long.length)) && !SAYING.includes(last) && !/[的和与及之]/.test(last))
    return at + long.length;
  return at + short.length;
}

/** 买买提·艾合买提诉称: the last part ends where a word begins that follows names. */
function dottedLength(found: string): number {
  const last = Math.max(...[...DOT].map((dot) => found.lastIndexOf(dot)));
  for (let end = last + 2; end < found.length; end++) {
    // 阿不都, 买提: single characters that begin words stand within such names too.
    if (AFTER_DOTTED.test(found.charAt(end)) || longWord(found, end)) return end;
  }
  return found.length;
}
