import {
  ACCOUNT,
  BORN,
  BRACKETED_PHONE,
  CERTIFICATE,
  CHAT,
  DISABILITY,
  EMAIL,
  HEALTH,
  NO_ILLNESS,
  NUMBER,
  OTHER_NUMBER,
  PASSPORT,
  PLATE,
  SAID_CERTIFICATE,
  SAID_ID,
  SAID_PHONE,
} from './figure-patterns.ts';
import { isBankCard, isIdNumber, isPhone } from './numbers.ts';
import type { Found, Meter, RedactionKind, RedactionRule } from './replacement.ts';

/** 法释〔2016〕19号 art. 10, second paragraph: where the text would not be understood without it, × stands for what went. */
const CROSSES = '×××';
const ILLNESS = '某种伤病';

type Range = [start: number, end: number];

/** Where each match's first group that took part stands; the whole where it has none. */
function* places(text: string, pattern: RegExp, meter: Meter): Generator<Range> {
  for (const match of text.matchAll(pattern)) {
    meter.steps++;
    const part = match.slice(1).find((group) => group !== undefined) ?? match[0];
    const start = match.index + match[0].lastIndexOf(part);
    yield [start, start + part.length];
  }
}

const found = ([start, end]: Range, kind: RedactionKind, rule: RedactionRule, weight: number, to = CROSSES): Found => ({
  start,
  end,
  to,
  kind,
  rule,
  weight,
});

/** Identity numbers, telephones, accounts, plates, certificates, addresses of mail and chat, passports, days of birth. */
export function findFigures(text: string, meter: Meter): Found[] {
  const all: Found[] = [];
  const take = (pattern: RegExp, kind: RedactionKind, rule: RedactionRule, weight: number) => {
    for (const place of places(text, pattern, meter)) all.push(found(place, kind, rule, weight));
  };
  for (const place of places(text, NUMBER, meter)) all.push(...readNumber(text, place));
  take(SAID_ID, 'id_number', 'art10_person', 90);
  take(PASSPORT, 'passport', 'art10_person', 80);
  take(CERTIFICATE, 'certificate', 'art10_anyone', 85);
  take(SAID_CERTIFICATE, 'certificate', 'art10_anyone', 85);
  take(CHAT, 'chat', 'art10_person', 80);
  take(ACCOUNT, 'bank_account', 'art10_anyone', 70);
  take(SAID_PHONE, 'phone', 'art10_person', 60);
  take(BRACKETED_PHONE, 'phone', 'art10_person', 90);
  take(PLATE, 'plate', 'art10_anyone', 95);
  take(EMAIL, 'email', 'art10_person', 95);
  for (const match of text.matchAll(BORN)) {
    meter.steps++;
    const year = match[1] ?? match[3] ?? `${match[2] ?? match[4]}年`;
    all.push(found([match.index, match.index + match[0].length], 'birth_date', 'own_birth_year', 95, year));
  }
  return all;
}

/** A run of digits by its most certain reading; two numbers with a space between them one by one. */
function readNumber(text: string, [start, end]: Range): Found[] {
  const raw = text.slice(start, end);
  const whole = kindOf(text, start, raw);
  if (whole) return [whole];
  if (!raw.includes(' ')) return [];
  return [...raw.matchAll(/[^ ]{7,30}/g)].flatMap((part) => kindOf(text, start + part.index, part[0]) ?? []);
}

function kindOf(text: string, start: number, raw: string): Found | null {
  const at: Range = [start, start + raw.length];
  const said = text.slice(Math.max(0, start - 24), start);
  if (OTHER_NUMBER.test(said)) return null;
  const id = isIdNumber(raw);
  if (id === 'certain') return found(at, 'id_number', 'art10_person', 100);
  if (isBankCard(raw)) return found(at, 'bank_account', 'art10_anyone', 99);
  // Service lines of offices and firms (400, 800) are nobody's own.
  if (isPhone(raw) && !/^[48]00/.test(raw) && !/(?:[账帐][号户]|卡号)[^0-9]{0,6}$/.test(said))
    return found(at, 'phone', 'art10_person', 98);
  return id && !/注册号|证书/.test(said) ? found(at, 'id_number', 'art10_person', 75) : null;
}

/** What is said of somebody's health: the illness goes, the sentence stays. */
export function findHealth(text: string, meter: Meter): Found[] {
  const all: Found[] = [];
  for (const pattern of HEALTH)
    for (const [start, end] of places(text, pattern, meter))
      if (!NO_ILLNESS.test(text.slice(start, end)))
        all.push(found([start, end], 'health', 'art10_person', 40, ILLNESS));
  for (const place of places(text, DISABILITY, meter))
    all.push(
      found(place, 'health', 'art10_person', 41, `×级${text.slice(...place).includes('伤残') ? '伤残' : '残疾'}`),
    );
  return all;
}
