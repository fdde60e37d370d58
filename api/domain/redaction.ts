/**
 * Finds in a text what could tell who somebody is: telephone numbers, identity numbers, bank cards, licence plates, mail
 * addresses, names and addresses. Pure rules; where there is a check digit it is checked. A person decides about each.
 */
export const SPAN_KINDS = ['id_number', 'bank_card', 'phone', 'plate', 'email', 'name', 'address', 'own'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

export interface Span {
  /** UTF-16 offsets in the text as it was given; end is exclusive. */
  start: number;
  end: number;
  kind: SpanKind;
  /** certain: a check digit or a fixed form says so, or it is the person's own; likely: a rule of thumb. */
  certainty: 'certain' | 'likely';
}

/** Full-width letters, digits and signs as plain ones, one for one: offsets stay. */
function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2002-\u200a\u202f]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u3007\u25cb]/g, '0');
}

const digitsOf = (text: string): string => text.replace(/[^0-9Xx]/g, '').toUpperCase();

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of the first 17 digits: ISO 7064 MOD 11-2 (GB 11643-1999). */
export function idCheck(digits: string): string {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) sum += Number(digits[i]) * weight;
  return '10X98765432'[sum % 11] ?? '';
}

function realDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** 18 characters with a good check, or the 15 digits of before 1999, which have none but a place and a day. */
export function isIdNumber(raw: string): 'certain' | 'likely' | null {
  const number = digitsOf(raw);
  if (!PROVINCES.has(number.slice(0, 2))) return null;
  if (/^\d{17}[\dX]$/.test(number)) {
    const year = Number(number.slice(6, 10));
    if (year < 1850 || year > 2100 || !realDay(year, Number(number.slice(10, 12)), Number(number.slice(12, 14))))
      return null;
    return idCheck(number) === number[17] ? 'certain' : null;
  }
  if (/^\d{15}$/.test(number))
    return realDay(1900 + Number(number.slice(6, 8)), Number(number.slice(8, 10)), Number(number.slice(10, 12)))
      ? 'likely'
      : null;
  return null;
}

/** Luhn (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** 16 to 19 digits of an issuer (62 UnionPay, 4 Visa, 51–55 and 22–27 Mastercard, 35 JCB, 60/65/68/69/90/95 of older cards). */
export const isBankCard = (raw: string): boolean => {
  const digits = digitsOf(raw);
  return (
    /^(?:62|4|5[1-5]|2[2-7]|35|60|65|68|69|9[05])\d+$/.test(digits) &&
    digits.length >= 16 &&
    digits.length <= 19 &&
    luhn(digits)
  );
};

/** Mobile prefixes in use (13–19 without those of things), with or without +86. */
const MOBILE = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/;
/** Area code of three or four digits and seven or eight digits of a line, or a service line of 400/800. */
const LANDLINE = /^(?:0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}|[48]00\d{7})$/;

export const isPhone = (raw: string): boolean => {
  const digits = raw.replace(/\D/g, '');
  // Behind the country's code the area code has lost its zero.
  const abroad = /^(?:00)?86(?=\d{10,11}$)/.test(digits) ? digits.replace(/^(?:00)?86/, '') : null;
  return (
    MOBILE.test(digits) ||
    LANDLINE.test(digits) ||
    (abroad !== null && (MOBILE.test(abroad) || LANDLINE.test(`0${abroad}`)))
  );
};

/** A number without area code, where the words before it say what it is. */
const SAID_PHONE = /(?:电话|座机|手机号?|传真|热线|致电|拨打)(?:号码)?[是为:： ]{0,3}([2-9]\d{2,3}[ -]?\d{4})(?!\d)/g;

/** GA 36: province, letter, five or six more; I and O do not occur. New-energy plates have six and a D or F (first or last). */
const PLATE =
  /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z][ ·•.-]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF])(?![A-Z0-9])/gi;
const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
/** Digits with single separators between them: a candidate for everything that is a number. */
const NUMBER = /(?<![0-9A-Za-z])(?:\+ ?)?\d(?:[ -]?[\dXx]|[ -]?\(\d{2,4}\)[ -]?\d){6,24}(?![0-9A-Za-z])/g;

const COMPOUND =
  '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|令狐';
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付';
/** A surname and one or two characters, as names are written; what follows or comes before must say that it is a person. */
const PERSON = `(?:(?:${COMPOUND})[一-龥]{1,2}|[${SURNAMES}][一-龥]{1,2})`;
const TITLE =
  '先生|女士|同志|小姐|老师|师傅|大爷|大妈|阿姨|经理|总经理|董事长|主任|科长|局长|处长|书记|镇长|区长|县长|市长|乡长|村长|股长|所长|队长|老板|律师|法官|会计|老人|本人';
const AFTER = new RegExp(`(${PERSON})(?=(?:${TITLE}))`, 'g');
/** A surname alone before a title (王局长, 李某, 张某某, 老王 is left). */
const SHORT = new RegExp(`((?:${COMPOUND})|[${SURNAMES}])(?=(?:${TITLE}))`, 'g');
const MASKED = new RegExp(`(?:(?:${COMPOUND})|[${SURNAMES}])(?:某某|某[甲乙丙丁]?|××?|XX?|\\*{1,2})`, 'g');
const BEFORE = new RegExp(
  `(?:姓名|我叫|名叫|我是|本人|联系人|负责人|法定代表人|法人代表|法人|经办人|负责人是|叫做)[是为:： ]{0,2}(${PERSON})(?=[，。、；;,.：:（( 0-9]|的|和|与|在|于|系|说|讲|$)`,
  'g',
);
/** Parts of an address that lead to a door: road and number, building, unit, room. */
const ADDRESS =
  /[一-龥]{2,8}(?:路|街|巷|弄|大道|小区|花园|公寓|新村|家园)(?:[0-9一二三四五六七八九十百]{1,5}(?:号院?|弄|支弄|栋|幢|座|单元|室|层|楼)[- ]?)+(?:[0-9]{1,4}(?:室|号|单元)?)?|[0-9一二三四五六七八九十]{1,3}(?:栋|幢|号楼)[0-9一二三四五六七八九十]{0,3}(?:单元)?[0-9]{2,4}室?/g;

const byPattern = (text: string, pattern: RegExp, kind: SpanKind, certainty: Span['certainty'], group = 0): Span[] =>
  [...text.matchAll(pattern)].map((match) => {
    const found = match[group] ?? match[0];
    const start = match.index + match[0].indexOf(found);
    return { start, end: start + found.length, kind, certainty };
  });

/** The numbers of a text: each run of digits by its most certain reading, and the parts of a run that was written together. */
function numbers(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const raw = match[0];
    const start = match.index;
    const whole = kindOf(raw);
    // "13800138000 110101199003078515": two numbers with a space between.
    const parts = [...raw.matchAll(/[^ ]+/g)].flatMap((part): Span[] => {
      const kind = kindOf(part[0]);
      return kind ? [{ start: start + part.index, end: start + part.index + part[0].length, ...kind }] : [];
    });
    if (whole?.certainty === 'certain' || parts.length === 0) {
      if (whole) spans.push({ start, end: start + raw.length, ...whole });
    } else spans.push(...parts);
  }
  return spans;
}

function kindOf(raw: string): Pick<Span, 'kind' | 'certainty'> | null {
  const id = isIdNumber(raw);
  if (id === 'certain') return { kind: 'id_number', certainty: 'certain' };
  if (isBankCard(raw)) return { kind: 'bank_card', certainty: 'certain' };
  if (isPhone(raw)) return { kind: 'phone', certainty: 'certain' };
  return id ? { kind: 'id_number', certainty: 'likely' } : null;
}

export interface Known {
  /** Names of the complainant, which are found wherever they stand. */
  names?: readonly string[];
  /** Telephone and mail address that were left, as they were typed. */
  contacts?: readonly string[];
}

/** Everything found, in order and without overlaps: what is certain wins, then what is longer. */
export function findPersonal(text: string, known: Known = {}): Span[] {
  const read = plain(text);
  const own = [...(known.names ?? []), ...(known.contacts ?? [])]
    .map((word) => plain(word.trim()))
    .filter((word) => word.length >= 2)
    .flatMap((word) => {
      const found: Span[] = [];
      for (let at = read.indexOf(word); at >= 0; at = read.indexOf(word, at + word.length))
        found.push({ start: at, end: at + word.length, kind: 'own', certainty: 'certain' });
      return found;
    });
  const all = [
    ...own,
    ...numbers(read),
    ...byPattern(read, SAID_PHONE, 'phone', 'likely', 1),
    ...byPattern(read, PLATE, 'plate', 'certain'),
    ...byPattern(read, EMAIL, 'email', 'certain'),
    ...byPattern(read, AFTER, 'name', 'likely', 1),
    ...byPattern(read, BEFORE, 'name', 'likely', 1),
    ...byPattern(read, SHORT, 'name', 'likely', 1),
    ...byPattern(read, MASKED, 'name', 'likely'),
    ...byPattern(read, ADDRESS, 'address', 'likely'),
  ];
  const rank = (span: Span) => (span.certainty === 'certain' ? 1000 : 0) + (span.end - span.start);
  const kept: Span[] = [];
  for (const span of all.sort((a, b) => rank(b) - rank(a) || a.start - b.start))
    if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}

/** A mark that says what stood there, the same for every kind in both languages of the reader: the text stays Chinese. */
const MARKS: Readonly<Record<SpanKind, string>> = {
  id_number: '〔身份证号〕',
  bank_card: '〔银行账号〕',
  phone: '〔电话〕',
  plate: '〔车牌〕',
  email: '〔邮箱〕',
  name: '〔姓名〕',
  address: '〔地址〕',
  own: '〔已隐去〕',
};

/** The text with these spans masked, whole and in order; overlapping ones are joined. */
export function mask(text: string, spans: readonly Pick<Span, 'start' | 'end' | 'kind'>[]): string {
  let out = '';
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(span.start, at);
    if (start >= span.end) continue;
    if (span.start >= at) out += text.slice(at, span.start) + MARKS[span.kind];
    at = span.end;
  }
  return out + text.slice(at);
}

/** Where words that a person wants masked stand in a text, wherever they occur. */
export function occurrences(text: string, words: readonly string[]): Span[] {
  return words
    .map((word) => word.trim())
    .filter((word) => word.length > 0)
    .flatMap((word) => {
      const found: Span[] = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
        found.push({ start: at, end: at + word.length, kind: 'own', certainty: 'certain' });
      return found;
    });
}
