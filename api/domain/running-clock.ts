import { addWorkingDays, type Calendar, daysBetween, workingDaysBetween } from './calendar.ts';
import type { ClockUnit } from './deadline.ts';

/** What is left of a clock, in the unit in which it is counted. Negative: overdue by so many. 0: due today. */
export interface DaysLeft {
  days: number;
  unit: 'working_day' | 'calendar_day';
  soon: boolean;
}

/** Days after `from` up to and with `to`. */
function count(from: string, to: string, unit: DaysLeft['unit'], calendar: Calendar): number {
  const span = daysBetween(from, to);
  // Beyond a year nobody counts working days; and a date far off must not keep the machine busy.
  return unit === 'calendar_day' || span > 400 ? span : workingDaysBetween(from, to, calendar);
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
export const soonAfter = (today: string, calendar: Calendar): string => addWorkingDays(today, 3, calendar).date;
