/**
 * 案号. From 2016 （年）法院代字 类型代字 序号 号 as in （2019）黔行终1591号 (法〔2015〕137号); before that with 字第 and sometimes
 * leading zeros, （2014）萍行终字第0010号. All brackets and widths occur in life.
 */
export interface JudgmentNumber {
  /** As a court writes it: full-width brackets, leading zeros kept. */
  text: string;
  /** Without leading zeros: two writings of one number have the same key. */
  key: string;
  year: number;
  /** 最高法, 黔, 鲁1623; before 2016 the court's short name (萍). */
  court: string;
  /** 行初, 行终, 行申, 行赔终 … */
  kind: string;
  serial: number;
  form: 'since_2016' | 'before_2016';
}

export type JudgmentNumberFault = 'brackets' | 'year' | 'court' | 'kind' | 'serial';

// Provinces as courts abbreviate them, with the corps (兵) and the military courts (军).
const PROVINCES = '京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军';
const KINDS = '(?:知)?(?:国赔|委赔|行|民|刑|执|破|司|财|强|商|法)(?:(?!字)\\p{Script=Han}){0,3}?';
const SERIAL = '第?(\\d{1,7})(之[一二三四五六七八九十\\d]{1,3})?号(之[一二三四五六七八九十\\d]{1,3})?';
const MODERN = new RegExp(`^(最高法|[${PROVINCES}]\\d{0,4})(${KINDS})${SERIAL}$`, 'u');
const OLDER = new RegExp(`^(\\p{Script=Han}{1,8}?\\d{0,4})(${KINDS})字${SERIAL}$`, 'u');
const FIRST_YEAR = 1979;
const LAST_YEAR = 2099;

/** Full-width letters to half, no spaces, every pair of brackets to （）. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/g, '')
    .replace(/[([{〔【［〈<]/g, '（')
    .replace(/[)\]}〕】］〉>]/g, '）');
}

/** Reads a case number in any of its writings. */
export function parseJudgmentNumber(
  text: string,
): { ok: true; number: JudgmentNumber } | { ok: false; fault: JudgmentNumberFault } {
  const whole = plain(text);
  const head = /^（([^（）]*)）(.*)$/u.exec(whole);
  if (!head) return { ok: false, fault: 'brackets' };
  const [, yearText = '', rest = ''] = head;
  const year = Number(yearText);
  if (!/^\d{4}$/.test(yearText) || year < FIRST_YEAR || year > LAST_YEAR) return { ok: false, fault: 'year' };
  const found = MODERN.exec(rest) ?? OLDER.exec(rest);
  if (!found) return { ok: false, fault: faultOf(rest) };
  const [, court = '', kind = '', digits = '', before = '', after = ''] = found;
  const serial = Number(digits);
  if (serial === 0) return { ok: false, fault: 'serial' };
  const older = rest.includes('字');
  const write = (n: string) => `（${yearText}）${court}${kind}${older ? '字第' : ''}${n}${before}号${after}`;
  return {
    ok: true,
    number: {
      text: write(digits),
      key: write(String(serial)),
      year,
      court,
      kind,
      serial,
      form: older ? 'before_2016' : 'since_2016',
    },
  };
}

function faultOf(rest: string): JudgmentNumberFault {
  if (!/\d+(之[^号]{1,3})?号(之.{1,3})?$/u.test(rest)) return 'serial';
  if (!new RegExp(`^(最高法|[${PROVINCES}]|\\p{Script=Han}{1,8}?.*字第?\\d)`, 'u').test(rest)) return 'court';
  return 'kind';
}
