/**
 * Dates that somebody gave or was given in a case, beside its legal clocks: what was promised, what was ordered. A case has
 * as many of a kind as there are promises, instalments or orders in it.
 */
export const FOLLOW_UP_KINDS = [
  'promised_date', // an answer promised performance by a day
  'instalment', // of a settlement agreement
  'order', // a superior's order (督办) with a date
  'explanation', // the respondent's written explanation
  'opinion', // a supporting body's opinion, an internal date
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/**
 * Kinds that stand in `cases.due_on` and so in the order of the inbox: what the handling body must itself see done. An
 * explanation or an opinion is owed by another body to the handler; it is warned of there, and never makes the case late.
 */
export const MOVES_CASE: readonly FollowUpKind[] = ['promised_date', 'instalment', 'order'];

/** What the complainant sees: an opinion is an internal date between bodies. */
export const SHOWN_TO_COMPLAINANT: readonly FollowUpKind[] = ['promised_date', 'instalment', 'order', 'explanation'];

export interface FollowUpDates {
  dueOn: string;
  endedOn: string | null;
  cancelledOn: string | null;
}

export const FOLLOW_UP_STATES = ['open', 'overdue', 'kept', 'broken', 'cancelled'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** Derived, never stored: done by its day is kept, done later broken; undone after its day it is overdue. */
export function followUpState(followUp: FollowUpDates, today: string): FollowUpState {
  if (followUp.cancelledOn !== null) return 'cancelled';
  if (followUp.endedOn !== null) return followUp.endedOn <= followUp.dueOn ? 'kept' : 'broken';
  return today > followUp.dueOn ? 'overdue' : 'open';
}
