import { performance } from 'node:perf_hooks';
import type { Db } from '../../../db/client.ts';
import { allClockRules, clockVersion, wholeCalendar } from '../../../db/queries/clocks.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { ClockRule } from '../../domain/deadline.ts';

/** How long a process may go on with old rules or holidays after a change. */
const CHECK_EVERY = 1000; // ms

/** Kept in memory, looked up at most once a second, read anew when their version changed; a failed load is not kept. */
function kept<T>(db: Db, load: () => Promise<T>): () => Promise<T> {
  let current: { version: string; value: T } | null = null;
  let checked = Number.NEGATIVE_INFINITY;
  let pending: Promise<T> | null = null;

  async function refresh(): Promise<T> {
    const version = await clockVersion(db);
    const known = current?.version === version ? current : { version, value: await load() };
    current = known;
    checked = performance.now();
    return known.value;
  }
  return () => {
    if (current && performance.now() - checked < CHECK_EVERY) return Promise.resolve(current.value);
    pending ??= refresh().finally(() => {
      pending = null;
    });
    return pending;
  };
}

export const createClockCache = (db: Db): (() => Promise<readonly ClockRule[]>) => kept(db, () => allClockRules(db));
export const createCalendarCache = (db: Db): (() => Promise<Calendar>) => kept(db, () => wholeCalendar(db));
