/** Stand-in until domain/deadline.ts has its function; this file goes with it. */
import type { Calendar } from '../../domain/calendar.ts';
import type { CaseKind } from '../../domain/case.ts';
import type { ClockRule, PlannedClock } from '../../domain/deadline.ts';

export const plannedClocks = (
  _kind: CaseKind,
  _rules: readonly ClockRule[],
  _divisions: readonly string[],
  _filedOn: string,
  _calendar: Calendar,
): PlannedClock[] => [];
