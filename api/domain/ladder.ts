import { addDays, addWorkingDays, type Calendar, isWorkingDay } from './calendar.ts';
import type { OfficialRole } from './official.ts';

/** 督办的阶梯: who is warned when a clock nears its end or has run out. Data (db/reference/clocks/ladder.ts); a place may have its own. */
export const WARNING_TEMPLATES = ['case.due_soon', 'case.overdue', 'case.escalated'] as const;
export type WarningTemplate = (typeof WARNING_TEMPLATES)[number];

export interface Rung {
  id: string;
  division: string | null; // null: everywhere
  /** 1, 2, 3 … in the order in which they come. */
  rung: number;
  /** Working days from the due date: -3 is three before it, 1 the first day of being overdue. */
  days: number;
  roles: readonly OfficialRole[];
  /** The roles of the superior body, not those of the body that has the case. */
  superior: boolean;
  template: WarningTemplate;
  validFrom: string | null;
  validTo: string | null;
}

/** The rungs that hold on a day for a place: its own, else those of the nearest place above it, else the common ones. */
export function ladderFor(rungs: readonly Rung[], chain: readonly string[], on: string): Rung[] {
  const holds = rungs.filter(
    (rung) => (rung.validFrom === null || rung.validFrom <= on) && (rung.validTo === null || on < rung.validTo),
  );
  const place = chain.find((division) => holds.some((rung) => rung.division === division)) ?? null;
  return holds.filter((rung) => rung.division === place).sort((a, b) => a.rung - b.rung);
}

/**
 * The last due date that has reached a rung by `today`. What is overdue is so from the day after its due date, a working day
 * or not; later rungs count the working days since.
 */
export function reachedBy(days: number, today: string, calendar: Calendar): string {
  // With the days off that follow: what ends on a Sunday is nearest on the Friday.
  if (days < 0) return addDays(addWorkingDays(today, 1 - days, calendar).date, -1);
  if (days === 1) return addDays(today, -1);
  let date = today;
  for (let left = days; left > 0; date = addDays(date, -1)) if (isWorkingDay(date, calendar)) left--;
  return date;
}
