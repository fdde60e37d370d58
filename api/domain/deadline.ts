import {
  addDays,
  addMonths,
  addWorkingDays,
  type Calendar,
  type CountedDate,
  daysBetween,
  isProvisional,
  isWorkingDay,
} from './calendar.ts';
import type { CaseChannel, CaseKind } from './case.ts';
import type { Certainty } from './directory.ts';

export const CLOCK_UNITS = ['working_day', 'calendar_day', 'month', 'year'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** What happens when a clock runs out; words for people in site/text/clocks.ts. */
export const EXPIRIES = [
  'remind_superior', // the superior body is told
  'supervise', // 督办书, then 约谈, 通报
  'explain_and_plan', // the body explains why and gives a plan
  'keeps_case', // a right that was not used ends: the body keeps the case
  'repair_possible',
  'publication_ends',
] as const;
export type Expiry = (typeof EXPIRIES)[number];

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
  onExpiry: Expiry;
  basis: string;
  basisEn: string | null;
  certainty: Certainty;
  division: string | null;
  validFrom: string | null;
  validTo: string | null; // first day on which it no longer holds
  /** Holds only for cases that came this way. */
  channel: CaseChannel | null;
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

/** A stop lasts from the day after `from` to `to` itself; `to` null: still waiting. */
export interface ClockStop {
  from: string;
  to: string | null;
}

/** What a clock is counted from. `extension`: approved further days, working days where the clock counts those. */
export interface Counted {
  startedOn: string;
  length: number;
  unit: ClockUnit;
  stops?: readonly ClockStop[];
  extension?: number;
}

/**
 * The rules of a kind that hold on a day: for each step that of the nearest place in `chain` (nearest first), else the one
 * that holds everywhere. Where a channel has rules of its own (petitions), they stand for the portal's defaults of the first
 * round; what a law says of the kind holds beside and before them.
 */
export function rulesFor(
  rules: readonly ClockRule[],
  kind: CaseKind,
  chain: readonly string[],
  on: string,
  channel: CaseChannel = 'portal',
): ClockRule[] {
  const distance = (rule: ClockRule): number => (rule.division === null ? chain.length : chain.indexOf(rule.division));
  const held = rules.filter(
    (rule) =>
      rule.subject === 'case' &&
      distance(rule) >= 0 &&
      (rule.validFrom === null || rule.validFrom <= on) &&
      (rule.validTo === null || on < rule.validTo),
  );
  const own = nearest(
    held.filter((rule) => rule.caseKind === kind && rule.channel === null),
    distance,
  );
  const byChannel = nearest(
    held.filter((rule) => rule.channel === channel),
    distance,
  );
  if (byChannel.size === 0) return [...own.values()];
  const kept = [...own.values()].filter((rule) => rule.certainty === 'law' || !FIRST_ROUND.includes(rule.startEvent));
  return [
    ...new Map([
      ...kept.map((rule) => [rule.step, rule] as const),
      ...byChannel,
      ...kept.filter((rule) => rule.certainty === 'law').map((rule) => [rule.step, rule] as const),
    ]).values(),
  ];
}
const FIRST_ROUND: readonly string[] = ['filed', 'accepted'];

/** The nearest rule of each step; among equally near ones that of the later version. */
function nearest(rules: readonly ClockRule[], distance: (rule: ClockRule) => number): Map<string, ClockRule> {
  const found = new Map<string, ClockRule>();
  for (const rule of rules) {
    const known = found.get(rule.step);
    if (!known || distance(rule) < distance(known)) found.set(rule.step, rule);
  }
  return found;
}

/** Clocks that a case has only once somebody asks for it: they are made then, and a filing does not announce them. */
export const ON_REQUEST: readonly string[] = ['review_asked', 'recheck_asked'];

/** A right that ends when it is not used: running out is no delay of anybody, and no list or warning counts it. */
export const WINDOW_STEPS: readonly string[] = ['contest'];

/** The clocks of a filing: those that start on filing run, the others are announced. */
export function plannedClocks(
  kind: CaseKind,
  rules: readonly ClockRule[],
  divisions: readonly string[],
  filedOn: string,
  calendar: Calendar,
  channel: CaseChannel = 'portal',
): PlannedClock[] {
  return rulesFor(rules, kind, divisions, filedOn, channel)
    .filter((rule) => !ON_REQUEST.includes(rule.startEvent))
    .map((rule) => plannedClock(rule, rule.startEvent === 'filed' ? filedOn : null, calendar));
}

/** `startedOn` null: announced, not begun. */
export function plannedClock(rule: ClockRule, startedOn: string | null, calendar: Calendar): PlannedClock {
  const { length, unit } = rule;
  const due = startedOn === null ? null : dueOn({ startedOn, length, unit }, calendar);
  return {
    ruleId: rule.id,
    step: rule.step,
    length,
    unit,
    startsOnEvent: rule.startEvent,
    startedOn,
    dueOn: due?.date ?? null,
    provisional: due?.provisional ?? false,
    basis: rule.basis,
    certainty: rule.certainty,
    division: rule.division,
  };
}

/** Events that end a case, and every clock with it. */
const ENDINGS: readonly string[] = ['refused', 'withdrawn', 'closed', 'merged'];
/** What a clock's `stopEvent` waits for, as events of a case. */
const MET_BY: Record<string, readonly string[]> = {
  decided: ['accepted'],
  contacted: ['contacted', 'accepted', 'asked', 'messaged', 'answered'],
  transferred: ['transferred', 'answered'],
  returned: ['returned', 'disputed', 'accepted', 'asked', 'answered'], // whoever begins to deal with it does not contest it
  answered: ['answered'],
};
export const meets = (stopEvent: string, event: string): boolean =>
  ENDINGS.includes(event) || (MET_BY[stopEvent] ?? [stopEvent]).includes(event);

const stoppedOn = (date: string, stops: readonly ClockStop[]): boolean =>
  stops.some((stop) => stop.from < date && (stop.to === null || date <= stop.to));

/**
 * The last day of a clock. It starts the day after its event, and neither stopped days nor, where working days are
 * counted, days off count. An open stop counts as ended on `today`, so that the date moves on while one waits;
 * without `today` it is left out.
 */
export function dueOn(clock: Counted, calendar: Calendar, today?: string): CountedDate {
  const stops = (clock.stops ?? []).flatMap((stop) => {
    const to = stop.to ?? today;
    return to === undefined || to <= stop.from ? [] : [{ from: stop.from, to }];
  });
  const extension = clock.extension ?? 0;
  if (clock.unit === 'working_day' && stops.length === 0)
    return addWorkingDays(clock.startedOn, clock.length + extension, calendar);
  let date = clock.startedOn;
  let left =
    clock.unit === 'month' || clock.unit === 'year'
      ? daysBetween(date, addMonths(date, clock.length * (clock.unit === 'year' ? 12 : 1))) + extension
      : clock.length + extension;
  let provisional = false;
  while (left > 0) {
    date = addDays(date, 1);
    if (clock.unit === 'working_day') provisional ||= isProvisional(date, calendar);
    if (counts(date, clock.unit, stops, calendar)) left--;
  }
  return { date, provisional };
}

const counts = (date: string, unit: ClockUnit, stops: readonly ClockStop[], calendar: Calendar): boolean =>
  !stoppedOn(date, stops) && (unit !== 'working_day' || isWorkingDay(date, calendar));

export const CLOCK_STATES = ['not_started', 'running', 'due_soon', 'stopped', 'overdue', 'met'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Derived on the day of asking, never stored. Days are in the clock's unit (months and years: calendar days). */
export interface ClockReading {
  state: ClockState;
  dueOn: string | null;
  provisional: boolean;
  used: number;
  left: number;
  stopped: number;
  /** Days after the due date; beside `met`: done so much too late. At least 1 once the due date has passed. */
  overdue: number;
}

/** How many working days before its end a clock is called due soon. */
export const SOON = 3;

/** Reads a clock on a day. Overdue begins the day after the due date; a stopped clock is never overdue by waiting. */
export function clockState(
  clock: Omit<Counted, 'startedOn'> & { startedOn: string | null; endedOn: string | null },
  today: string,
  calendar: Calendar,
): ClockReading {
  const { startedOn, endedOn } = clock;
  const none = { dueOn: null, provisional: false, used: 0, left: 0, stopped: 0, overdue: 0 };
  if (startedOn === null) return { ...none, state: 'not_started' };
  const upTo = endedOn ?? today;
  const stops = clock.stops ?? [];
  const due = dueOn({ ...clock, startedOn }, calendar, upTo);
  const reading: ClockReading = { ...none, state: 'running', dueOn: due.date, provisional: due.provisional };
  for (let date = addDays(startedOn, 1); date <= upTo || date <= due.date; date = addDays(date, 1)) {
    if (clock.unit === 'working_day' && !isWorkingDay(date, calendar)) continue;
    if (date > due.date) reading.overdue++;
    else if (date <= upTo && stoppedOn(date, stops)) reading.stopped++;
    else if (date <= upTo) reading.used++;
    else if (!stoppedOn(date, stops) || stops.some((stop) => stop.to === null && stop.from < date)) reading.left++;
  }
  if (upTo > due.date && reading.overdue === 0) reading.overdue = 1;
  reading.state =
    endedOn !== null
      ? 'met'
      : reading.overdue > 0
        ? 'overdue'
        : stops.some((stop) => stop.to === null)
          ? 'stopped'
          : due.date <= addWorkingDays(today, SOON, calendar).date
            ? 'due_soon'
            : 'running';
  return reading;
}
