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
