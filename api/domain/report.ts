import { wilson } from './rating.ts';

/**
 * Figures of how bodies deal with cases. Everything is derived from counts of the cases that were filed in a period
 * (a cohort): a case that nobody answered stays in the denominator, silence is never satisfaction.
 */
export interface CaseCounts {
  received: number;
  accepted: number;
  refused: number;
  answered: number;
  /** Of those whose time to answer has come: answered by the due date, after it, and not at all. */
  inTime: number;
  late: number;
  overdue: number;
  closed: number;
  solved: number;
  partly: number;
  notSolved: number;
}
export const NO_CASES: Readonly<CaseCounts> = {
  received: 0,
  accepted: 0,
  refused: 0,
  answered: 0,
  inTime: 0,
  late: 0,
  overdue: 0,
  closed: 0,
  solved: 0,
  partly: 0,
  notSolved: 0,
};

/** Cases by the calendar days from filing to the first answer: [days, cases]. */
export type Days = readonly (readonly [days: number, cases: number])[];

/** Below this many cases a rate is shown with its counts, but no body is placed before another by it. */
export const RANKING_SAMPLE = 30;

export interface Rate {
  part: number;
  total: number;
  /** Null where there is nothing to divide by. Low and high: 95 % Wilson interval. */
  value: number | null;
  low: number | null;
  high: number | null;
}

export function rate(part: number, total: number): Rate {
  if (total === 0) return { part, total, value: null, low: null, high: null };
  return { part, total, ...wilson(part, total) };
}

/** Upper ends of the classes of days, the last one open. */
export const DAY_CLASSES = [5, 15, 30, 60, 90, null] as const;
export interface DayClass {
  from: number;
  to: number | null;
  cases: number;
}

export function distribution(days: Days): DayClass[] {
  return DAY_CLASSES.map((to, i) => {
    const from = i === 0 ? 0 : (DAY_CLASSES[i - 1] ?? 0) + 1;
    const within = days.filter(([day]) => day >= from && (to === null || day <= to));
    return { from, to, cases: within.reduce((sum, [, cases]) => sum + cases, 0) };
  });
}

/** The smallest number of days within which at least the share `q` of the answers came; null where there are none. */
export function quantile(days: Days, q: number): number | null {
  const sorted = [...days].sort((a, b) => a[0] - b[0]);
  const total = sorted.reduce((sum, [, cases]) => sum + cases, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [day, cases] of sorted) {
    seen += cases;
    if (seen >= q * total) return day;
  }
  return sorted.at(-1)?.[0] ?? null;
}

export interface Figures {
  counts: CaseCounts;
  accepted: Rate;
  answered: Rate;
  /** Of all cases whose time to answer has come, answered or not. */
  inTime: Rate;
  /** Of all closed cases, also those whose complainant said nothing. */
  solved: Rate;
  silent: number;
  median: number | null;
  ninety: number | null;
  distribution: DayClass[];
}

export function figures(counts: CaseCounts, days: Days): Figures {
  const { received, accepted, answered, inTime, late, overdue, closed, solved, partly, notSolved } = counts;
  return {
    counts,
    accepted: rate(accepted, received),
    answered: rate(answered, received),
    inTime: rate(inTime, inTime + late + overdue),
    solved: rate(solved, closed),
    silent: Math.max(0, closed - solved - partly - notSolved),
    median: quantile(days, 0.5),
    ninety: quantile(days, 0.9),
    distribution: distribution(days),
  };
}

export function sum(all: readonly CaseCounts[]): CaseCounts {
  const total = { ...NO_CASES };
  for (const counts of all) for (const key of Object.keys(total) as (keyof CaseCounts)[]) total[key] += counts[key];
  return total;
}

export const sumDays = (all: readonly Days[]): Days => {
  const total = new Map<number, number>();
  for (const days of all) for (const [day, cases] of days) total.set(day, (total.get(day) ?? 0) + cases);
  return [...total].sort((a, b) => a[0] - b[0]);
};

export interface Ranked {
  /** 1 is the best; null: too few cases to be placed. */
  rank: number | null;
}

/**
 * Bodies by their rate of answers in time, by the lower end of its interval, so that few cases cannot win by luck; equal ends
 * share a place. Whoever has fewer than RANKING_SAMPLE cases is not placed and stands after the others, by cases received.
 */
export function ranked<T extends { figures: Figures }>(rows: readonly T[]): (T & Ranked)[] {
  const enough = rows.filter((row) => row.figures.inTime.total >= RANKING_SAMPLE);
  const few = rows.filter((row) => row.figures.inTime.total < RANKING_SAMPLE);
  const low = (row: T) => row.figures.inTime.low ?? 0;
  const placed = [...enough].sort((a, b) => low(b) - low(a));
  return [
    ...placed.map((row) => ({ ...row, rank: placed.findIndex((other) => low(other) === low(row)) + 1 })),
    ...[...few]
      .sort((a, b) => b.figures.counts.received - a.figures.counts.received)
      .map((row) => ({ ...row, rank: null })),
  ];
}

export const PERIODS = ['month', 'last_month', 'quarter', 'last_quarter', 'year', 'last_year'] as const;
export type Period = (typeof PERIODS)[number];

/** First and last legal date of a period, by today's legal date: what runs ends today. */
export function periodOf(period: Period, today: string): { from: string; to: string } {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const first = (y: number, m: number) => {
    const months = y * 12 + (m - 1);
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  };
  const quarter = Math.floor((month - 1) / 3) * 3 + 1;
  switch (period) {
    case 'month':
      return { from: first(year, month), to: today };
    case 'last_month':
      return { from: first(year, month - 1), to: dayBefore(first(year, month)) };
    case 'quarter':
      return { from: first(year, quarter), to: today };
    case 'last_quarter':
      return { from: first(year, quarter - 3), to: dayBefore(first(year, quarter)) };
    case 'year':
      return { from: first(year, 1), to: today };
    case 'last_year':
      return { from: first(year - 1, 1), to: dayBefore(first(year, 1)) };
  }
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
