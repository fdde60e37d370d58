import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CaseCounts,
  type Days,
  distribution,
  figures,
  NO_CASES,
  PERIODS,
  periodOf,
  quantile,
  RANKING_SAMPLE,
  ranked,
  rate,
  sum,
  sumDays,
} from '../../api/domain/report.ts';

/** One number per case, as [days, cases]. */
const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });
const counted = (list: readonly number[]): Days => {
  const counts = new Map<number, number>();
  for (const day of list) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts];
};
const row = (name: string, inTime: number, due: number) => ({
  name,
  figures: figures({ ...NO_CASES, received: due, inTime, overdue: due - inTime }, []),
});

describe('a rate', () => {
  it('stands within its interval, which lies between nothing and all', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (part, more) => {
        const { value, low, high } = rate(part, part + more);
        if (part + more === 0) return value === null && low === null && high === null;
        const slack = 1e-9;
        return low! >= 0 && high! <= 1 && low! <= value! + slack && value! <= high! + slack;
      }),
    );
  });

  it('knows more from more cases: the interval shrinks', () => {
    const width = (n: number) => (rate(n, 2 * n).high ?? 0) - (rate(n, 2 * n).low ?? 0);
    expect(width(500)).toBeLessThan(width(50));
    expect(width(50)).toBeLessThan(width(5));
  });

  it('is that of Wilson: 8 of 10 lie between 49.0 % and 94.3 %', () => {
    expect(rate(8, 10).low).toBeCloseTo(0.4902, 4);
    expect(rate(8, 10).high).toBeCloseTo(0.9433, 4);
  });
});

describe('days', () => {
  it('have the median that sorting one by one finds', () => {
    fc.assert(
      fc.property(days, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const expected = sorted.length === 0 ? null : sorted[Math.ceil(sorted.length / 2) - 1];
        expect(quantile(counted(list), 0.5)).toBe(expected);
      }),
    );
  });

  it('have a ninetieth part that at least nine in ten do not exceed, and one day less would not do', () => {
    fc.assert(
      fc.property(days, (list) => {
        const ninety = quantile(counted(list), 0.9);
        if (ninety === null) return list.length === 0;
        const within = (day: number) => list.filter((d) => d <= day).length;
        return within(ninety) >= 0.9 * list.length && within(ninety - 1) < 0.9 * list.length;
      }),
    );
  });

  it('fall each into one class', () => {
    fc.assert(
      fc.property(days, (list) => {
        const classes = distribution(counted(list));
        expect(classes.reduce((total, one) => total + one.cases, 0)).toBe(list.length);
        for (const one of classes)
          expect(one.cases).toBe(list.filter((d) => d >= one.from && (one.to === null || d <= one.to)).length);
      }),
    );
  });

  it('of several bodies together are the days of all', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(new Map(sumDays([counted(a), counted(b)]))).toEqual(new Map(counted([...a, ...b])));
      }),
    );
  });
});

describe('figures', () => {
  it('count silence as silence, and keep the unanswered in the denominator', () => {
    const counts: CaseCounts = {
      ...NO_CASES,
      received: 20,
      accepted: 18,
      answered: 12,
      inTime: 9,
      late: 3,
      overdue: 4,
      closed: 10,
      solved: 3,
      partly: 1,
      notSolved: 1,
    };
    const made = figures(counts, [[4, 12]]);
    expect(made.silent).toBe(5);
    expect([made.solved.part, made.solved.total]).toEqual([3, 10]);
    expect([made.inTime.part, made.inTime.total]).toEqual([9, 16]);
    expect([made.answered.part, made.answered.total]).toEqual([12, 20]);
    expect(made.median).toBe(4);
  });

  it('add up', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 8 }), (list) => {
        const total = sum(list.map((received) => ({ ...NO_CASES, received })));
        expect(total).toEqual({ ...NO_CASES, received: list.reduce((a, b) => a + b, 0) });
      }),
    );
  });
});

describe('a ranking', () => {
  it('places nobody with fewer cases than the sample, and the others by the lower end of the interval', () => {
    const rows = ranked([row('few', 29, 29), row('good', 290, 300), row('small', 30, 30), row('bad', 100, 300)]);
    expect(rows.map(({ name, rank }) => [name, rank])).toEqual([
      ['good', 1],
      ['small', 2], // 30 of 30 says less than 290 of 300
      ['bad', 3],
      ['few', null],
    ]);
    expect(RANKING_SAMPLE).toBe(30);
  });

  it('gives equal ends the same place and loses nobody', () => {
    const rows = ranked([row('a', 40, 50), row('b', 40, 50), row('c', 50, 50)]);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 2]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 12 }), (list) => {
        const made = ranked(list.map(([inTime, more], i) => row(String(i), inTime, inTime + more)));
        return made.length === list.length && new Set(made.map((one) => one.name)).size === list.length;
      }),
    );
  });
});

describe('a period', () => {
  it.each([
    ['month', '2026-11-01', '2026-11-21'],
    ['last_month', '2026-10-01', '2026-10-31'],
    ['quarter', '2026-10-01', '2026-11-21'],
    ['last_quarter', '2026-07-01', '2026-09-30'],
    ['year', '2026-01-01', '2026-11-21'],
    ['last_year', '2025-01-01', '2025-12-31'],
  ] as const)('%s runs from %s to %s', (period, from, to) => {
    expect(periodOf(period, '2026-11-21')).toEqual({ from, to });
  });

  it('crosses the year and knows leap days', () => {
    expect(periodOf('last_month', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(periodOf('last_quarter', '2026-02-15')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(periodOf('last_month', '2028-03-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    for (const period of PERIODS)
      fc.assert(
        fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }), (d) => {
          const today = d.toISOString().slice(0, 10);
          const { from, to } = periodOf(period, today);
          return from <= to && to <= today;
        }),
      );
  });
});
