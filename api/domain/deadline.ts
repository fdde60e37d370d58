import type { CaseKind } from './case.ts';
import type { Certainty } from './directory.ts';

export const CLOCK_UNITS = ['working_day', 'calendar_day', 'month', 'year'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** One row of the table of clocks (db/reference/clocks). */
export interface ClockRule {
  id: string;
  caseKind: CaseKind | null;
  subject: 'case' | 'disclosure' | 'body';
  step: string;
  length: number;
  unit: ClockUnit;
  startEvent: string;
  stopEvent: string;
  maxExtension: number;
  extensionApprover: string | null;
  onExpiry: string | null;
  basis: string;
  basisEn: string | null;
  certainty: Certainty;
  division: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** A clock as it stands for one case, or as it would stand for a case not yet filed (startedOn null). */
export interface PlannedClock {
  ruleId: string;
  step: string;
  length: number;
  unit: ClockUnit;
  startsOnEvent: string;
  startedOn: string | null;
  dueOn: string | null;
  provisional: boolean;
  basis: string;
  certainty: Certainty;
  division: string | null;
}
