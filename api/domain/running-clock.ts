import type { Calendar } from './calendar.ts';
import type { ClockUnit } from './deadline.ts';

/** What is left of a clock, in the unit in which it is counted. Negative: overdue by so many. 0: due today. */
export interface DaysLeft {
  days: number;
  unit: 'working_day' | 'calendar_day';
  soon: boolean;
}

const DAY = 86_400_000;
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function works(date: string, calendar: Calendar): boolean {
  if (calendar.workdays.has(date)) return true;
  const weekday = new Date(at(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.has(date);
}

/** Days after `from` up to and with `to`. */
function count(from: string, to: string, unit: DaysLeft['unit'], calendar: Calendar): number {
  const span = Math.round((at(to) - at(from)) / DAY);
  // Beyond a year nobody counts working days; and a date far off must not keep the machine busy.
  if (unit === 'calendar_day' || span > 400) return span;
  let days = 0;
  for (let i = 1; i <= span; i++) if (works(dateOf(at(from) + i * DAY), calendar)) days++;
  return days;
}

/** Overdue begins the day after the due date, so a working-day clock is overdue by at least one day then. */
export function daysLeft(today: string, dueOn: string, clockUnit: ClockUnit, calendar: Calendar): DaysLeft {
  const unit = clockUnit === 'working_day' ? 'working_day' : 'calendar_day';
  if (today <= dueOn) {
    return { days: count(today, dueOn, unit, calendar), unit, soon: dueOn <= soonAfter(today, calendar) };
  }
  return { days: -Math.max(1, count(dueOn, today, unit, calendar)), unit, soon: false };
}

/** The third working day after today: what is due by then is due soon. */
export function soonAfter(today: string, calendar: Calendar): string {
  let day = at(today);
  for (let left = 3; left > 0; ) {
    day += DAY;
    if (works(dateOf(day), calendar)) left--;
  }
  return dateOf(day);
}
