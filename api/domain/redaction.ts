import { EMAIL, NUMBER, PLATE, SAID_PHONE } from './redaction/figure-patterns.ts';
import { isBankCard, isIdNumber, isPhone } from './redaction/numbers.ts';
import { plain, seen } from './redaction/plain.ts';
import { COMPOUND, SURNAMES } from './redaction/surnames.ts';

export { type Anonymised, type AnonymiseOptions, anonymise } from './redaction/anonymise.ts';
export { ATTENTION, type Attention, attention, type Doubt } from './redaction/attention.ts';
export { idCheck, isBankCard, isIdNumber, isPhone, luhn } from './redaction/numbers.ts';
export {
  applyReplacements,
  REDACTION_KINDS,
  REDACTION_RULES,
  type RedactionKind,
  type RedactionRule,
  type Replacement,
} from './redaction/replacement.ts';
export { type Change, type Paragraph, type Review, reviewOf, type Stretch } from './redaction/review.ts';

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
  const shown = seen(text);
  const read = plain(shown.text);
  const own = [...(known.names ?? []), ...(known.contacts ?? [])]
    .map((word) => plain(seen(word).text.trim()))
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
  // A sign that nobody sees belongs to what stands around it.
  const whole = kept.map((span) => ({
    ...span,
    start: shown.at[span.start] ?? 0,
    end: (shown.at[span.end - 1] ?? 0) + 1,
  }));
  return whole.sort((a, b) => a.start - b.start);
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
