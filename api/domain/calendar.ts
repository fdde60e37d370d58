/** Legal dates ("2026-11-21", Asia/Shanghai) and the State Council's working days. No clock, no environment. */

export interface Calendar {
  /** Published holidays that fall on a weekday or weekend. */
  holidays: ReadonlySet<string>;
  /** Make-up working Saturdays and Sundays (调休). */
  workdays: ReadonlySet<string>;
  /** Years with a published notice; counting over another year is provisional. */
  years: ReadonlySet<number>;
}

/** A date that was counted; provisional where a year on the way has no holiday notice yet. */
export interface CountedDate {
  date: string;
  provisional: boolean;
}

const DAY = 86_400_000;
/** China has kept one time, UTC+8, without summer time since 1992. */
const SHANGHAI = 8 * 3_600_000;

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The day in Asia/Shanghai on which an instant falls, whatever the time zone of the machine. */
export const legalDate = (instant: Date): string => dateOf(instant.getTime() + SHANGHAI);

export const addDays = (date: string, days: number): string => dateOf(at(date) + days * DAY);

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY);

/** The same day of a later month, or its last day where it has none such (31 January and a month: 28 or 29 February). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return dateOf(last.getTime());
}

export function isWorkingDay(date: string, calendar: Calendar): boolean {
  if (calendar.workdays.has(date)) return true;
  const weekday = new Date(at(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.has(date);
}

export const isProvisional = (date: string, calendar: Calendar): boolean =>
  !calendar.years.has(Number(date.slice(0, 4)));

/** The `count`th working day after `from`; `from` itself is day zero and is not counted. */
export function addWorkingDays(from: string, count: number, calendar: Calendar): CountedDate {
  let date = from;
  let provisional = false;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    provisional ||= isProvisional(date, calendar);
    if (isWorkingDay(date, calendar)) left--;
  }
  return { date, provisional };
}

/** Working days after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date, calendar)) count++;
  return count;
}
