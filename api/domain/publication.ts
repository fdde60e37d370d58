import { addDays, addMonths, addWorkingDays, type Calendar } from './calendar.ts';
import type { ClockRule } from './deadline.ts';
import type { DisclosureKind, PublicationClass } from './disclosure.ts';
import { KINDS } from './disclosure-kinds.ts';

/**
 * How long a record stands, by the rules of the clock table (`publication.minor.longest` and the like): minor at most 3
 * months, ordinary 3 months to 1 year, serious 1 to 3 years, counted from the determining document (信用修复管理办法,
 * 2026-04-01 [report]). Only dishonesty records and unperformed judgments have classes; a lost judgment has no automatic end.
 */
type Rules = readonly ClockRule[];

export const hasClass = (kind: DisclosureKind): boolean => KINDS[kind].classed;

/** A place and those above it, nearest first: 320321 → 320321, 3203, 32. */
export const placeChain = (division: string): string[] =>
  [9, 6, 4, 2].filter((length) => length <= division.length).map((length) => division.slice(0, length));

/** The rule of a step that holds on a day: that of the nearest place in `chain` (nearest first), else the one for everywhere. */
export function disclosureRule(
  rules: Rules,
  step: string,
  on: string,
  chain: readonly string[] = [],
): ClockRule | null {
  const distance = (rule: ClockRule): number => (rule.division === null ? chain.length : chain.indexOf(rule.division));
  const [found] = rules
    .filter(
      (rule) =>
        rule.subject === 'disclosure' &&
        rule.step === step &&
        distance(rule) >= 0 &&
        (rule.validFrom === null || rule.validFrom <= on) &&
        (rule.validTo === null || on < rule.validTo),
    )
    .sort((a, b) => distance(a) - distance(b) || (b.validFrom ?? '').localeCompare(a.validFrom ?? ''));
  return found ?? null;
}

/** The last day of a step that starts on `from`; null where no rule holds. */
export function dueBy(rule: ClockRule | null, from: string, calendar: Calendar): string | null {
  if (!rule) return null;
  if (rule.unit === 'working_day') return addWorkingDays(from, rule.length, calendar).date;
  return plus(rule, from);
}

const plus = (rule: ClockRule, from: string): string =>
  rule.unit === 'month' || rule.unit === 'year'
    ? addMonths(from, rule.length * (rule.unit === 'year' ? 12 : 1))
    : addDays(from, rule.length);

/** First and last legal date on which publication may end; null where the class sets no end. */
export function publicationWindow(
  publicationClass: PublicationClass,
  from: string,
  rules: Rules,
  chain: readonly string[] = [],
): { earliest: string; latest: string } | null {
  if (publicationClass === 'none') return null;
  const shortest = disclosureRule(rules, `publication_${publicationClass}_shortest`, from, chain);
  const longest = disclosureRule(rules, `publication_${publicationClass}_longest`, from, chain);
  // Without its longest time a class would stand for ever: a deployment without these rules is broken, not lenient.
  if (!longest) throw new Error(`no clock rule publication_${publicationClass}_longest`);
  return { earliest: shortest ? plus(shortest, from) : from, latest: plus(longest, from) };
}

/**
 * The day on which publication ends: as asked where that lies within the class, else its last day.
 * `from` is the date of the determining document, or the day of publication where that is not known.
 */
export function publicationEnd(
  kind: DisclosureKind,
  publicationClass: PublicationClass,
  from: string,
  asked: string | null,
  rules: Rules,
  chain: readonly string[] = [],
): string | null {
  if (!hasClass(kind)) return asked; // what the operator sets, or none
  const window = publicationWindow(publicationClass, from, rules, chain);
  if (!window) return asked;
  if (asked === null || asked > window.latest) return window.latest;
  return asked < window.earliest ? window.earliest : asked;
}

/** The first day on which credit repair may end publication: after the minimum of the class. Null: no repair for the kind. */
export function repairableFrom(
  kind: DisclosureKind,
  publicationClass: PublicationClass,
  from: string,
  rules: Rules,
  chain: readonly string[] = [],
): string | null {
  if (!hasClass(kind)) return null;
  return publicationWindow(publicationClass, from, rules, chain)?.earliest ?? from;
}
