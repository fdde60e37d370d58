import { performance } from 'node:perf_hooks';
import type { Db } from '../../../db/client.ts';
import { allClockRules, wholeCalendar } from '../../../db/queries/clocks.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { ClockRule } from '../../domain/deadline.ts';

/** Rules and holidays change a few times a year; a process may be so late with the news. */
const KEEP = 30_000; // ms

/** Loads once, shares one pending load, and reads anew after KEEP; a failed load is not kept. */
function kept<T>(load: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | null = null;
  let loaded = 0;
  return () => {
    if (current && performance.now() - loaded < KEEP) return current;
    loaded = performance.now();
    const next = load();
    current = next;
    next.catch(() => {
      if (current === next) current = null;
    });
    return next;
  };
}

export const createClockCache = (db: Db): (() => Promise<readonly ClockRule[]>) => kept(() => allClockRules(db));
export const createCalendarCache = (db: Db): (() => Promise<Calendar>) => kept(() => wholeCalendar(db));
