import type { Calendar } from './calendar.ts';
import type { ClockRule, ClockUnit } from './deadline.ts';
import { disclosureRule, dueBy } from './publication.ts';

/** 异议申诉 and 信用修复 as they are filed on the page of a record. */
export const REQUEST_KINDS = ['objection', 'repair'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
/** The body itself, or somebody with an interest in what the record says. */
export const REQUEST_PARTIES = ['body', 'interested'] as const;
export type RequestParty = (typeof REQUEST_PARTIES)[number];
export const REQUEST_SCREENINGS = ['passed', 'held', 'rejected'] as const;
export type RequestScreening = (typeof REQUEST_SCREENINGS)[number];
export const REQUEST_OUTCOMES = [
  'upheld', // the record stands as it is
  'corrected',
  'withdrawn', // the record was taken off
  'dismissed', // no objection: no reason is given, or nobody with an interest gave it
  'granted',
  'refused',
  'record_ended', // it ended by itself meanwhile
] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Where a request stands, as its filer and the officials are told. */
export type RequestStanding = 'held' | 'open' | 'confirmed' | 'decided';
export const standingOf = (request: {
  screening: RequestScreening;
  outcome: RequestOutcome | null;
  confirmedAt: Date | null;
}): RequestStanding =>
  request.outcome ? 'decided' : request.screening === 'held' ? 'held' : request.confirmedAt ? 'confirmed' : 'open';

/** Steps of the clock table by kind: until when the record is marked and the request decided. */
export const DECIDE_STEP: Record<RequestKind, string> = { objection: 'objection_decide', repair: 'repair_decide' };
export const MARK_STEP = 'objection_mark';
/** The rest of the world is told of a repair within these days. */
export const SHARE_STEP = 'repair_share';

/** What of a request is timed: an objection that is held is marked, everything is decided. */
export const REQUEST_STEPS = ['mark', 'decide'] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];
export interface RequestClock {
  step: RequestStep;
  /** The last day, legal date. Overdue begins the day after it. */
  due: string;
  unit: ClockUnit;
}

/**
 * The clocks of a request that nobody has decided, each from its day of filing by the rules and holidays of now: derived, so
 * that a new holiday notice moves them and nobody can say that one is not late.
 * @param chain the place that runs the portal and those above it, nearest first
 */
export function requestClocks(
  request: { kind: RequestKind; screening: RequestScreening; outcome: RequestOutcome | null; filedOn: string },
  rules: readonly ClockRule[],
  calendar: Calendar,
  chain: readonly string[],
): RequestClock[] {
  const { kind, screening, outcome, filedOn } = request;
  if (outcome !== null) return [];
  const steps: RequestStep[] = kind === 'objection' && screening === 'held' ? ['mark', 'decide'] : ['decide'];
  return steps.flatMap((step) => {
    const rule = disclosureRule(rules, step === 'mark' ? MARK_STEP : DECIDE_STEP[kind], filedOn, chain);
    const due = dueBy(rule, filedOn, calendar);
    return rule && due ? [{ step, due, unit: rule.unit }] : [];
  });
}
