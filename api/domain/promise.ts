/** What an answer promised by a date, followed up: kept where the body reports it and the complainant does not deny it. */
export const PROMISE_STATES = ['open', 'overdue', 'reported', 'reported_late', 'denied', 'superseded'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export interface PromiseFacts {
  promisedOn: string;
  /** Legal date of the last report; null: none. */
  reportedOn: string | null;
  /** The complainant says that the last report is not true. */
  denied: boolean;
  /** A later answer to the same demand takes its place. */
  superseded: boolean;
}

/** Derived on the day of asking: overdue begins the day after the promised date, whatever the body calls it. */
export function promiseState(promise: PromiseFacts, today: string): PromiseState {
  if (promise.superseded) return 'superseded';
  if (promise.reportedOn !== null) {
    if (promise.denied) return 'denied';
    return promise.reportedOn > promise.promisedOn ? 'reported_late' : 'reported';
  }
  return today > promise.promisedOn ? 'overdue' : 'open';
}
