import type { Calendar } from './calendar.ts';
import type { ClockRule } from './deadline.ts';

/** What a change of settings would make hold; kept as it was proposed until it is confirmed. */
export interface ProposedCalendar {
  year: number;
  notice: string;
  days: { day: string; kind: 'holiday' | 'workday'; name: string }[];
}
export interface ProposedRule {
  /** The version that begins; null where a place gives up its own rule. */
  rule: ClockRule | null;
  /** The place's version that ends. */
  ends: string | null;
  step: string;
  caseKind: ClockRule['caseKind'];
  division: string;
}

export function calendarWith(calendar: Calendar, { year, days }: ProposedCalendar): Calendar {
  const other = (set: ReadonlySet<string>) => [...set].filter((day) => !day.startsWith(String(year)));
  const of = (kind: string) => days.filter((day) => day.kind === kind).map((day) => day.day);
  return {
    holidays: new Set([...other(calendar.holidays), ...of('holiday')]),
    workdays: new Set([...other(calendar.workdays), ...of('workday')]),
    years: new Set([...calendar.years, year]),
  };
}

/** The rules as they would stand on the day of the change. */
export const rulesWith = (rules: readonly ClockRule[], { rule, ends }: ProposedRule): ClockRule[] => [
  ...rules.filter((old) => old.id !== ends && old.id !== rule?.id),
  ...(rule ? [rule] : []),
];
