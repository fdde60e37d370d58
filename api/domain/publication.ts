import type { DisclosureKind, PublicationClass } from './disclosure.ts';

/**
 * How long a record stands: minor at most 3 months, ordinary 3 months to 1 year, serious 1 to 3 years, counted from the
 * determining document (信用修复管理办法, 2026-04-01 [report]). Only dishonesty records and unperformed judgments have
 * classes; a lost judgment has no automatic end.
 */
const MONTHS: Record<Exclude<PublicationClass, 'none'>, { least: number; most: number }> = {
  minor: { least: 0, most: 3 },
  ordinary: { least: 3, most: 12 },
  serious: { least: 12, most: 36 },
};

export const hasClass = (kind: DisclosureKind): boolean =>
  kind === 'dishonesty_record' || kind === 'unperformed_judgment';

/** `months` after a legal date; the last day of the month where that day does not exist. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1];
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(day, lastDay)).padStart(2, '0')}`;
}

/** First and last legal date on which publication may end; nulls where the class sets no end. */
export function publicationWindow(
  publicationClass: PublicationClass,
  from: string,
): { earliest: string; latest: string } | null {
  if (publicationClass === 'none') return null;
  const { least, most } = MONTHS[publicationClass];
  return { earliest: addMonths(from, least), latest: addMonths(from, most) };
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
): string | null {
  if (!hasClass(kind)) return asked; // what the operator sets, or none
  const window = publicationWindow(publicationClass, from);
  if (!window) return asked;
  if (asked === null || asked > window.latest) return window.latest;
  return asked < window.earliest ? window.earliest : asked;
}

/** The first day on which credit repair may end publication: after the minimum of the class. */
export function repairableFrom(kind: DisclosureKind, publicationClass: PublicationClass, from: string): string | null {
  if (!hasClass(kind)) return null;
  return publicationWindow(publicationClass, from)?.earliest ?? from;
}
