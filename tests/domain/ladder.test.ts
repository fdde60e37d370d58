import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, workingDaysBetween } from '../../api/domain/calendar.ts';
import { ladderFor, type Rung, reachedBy } from '../../api/domain/ladder.ts';
import { LADDER } from '../../db/reference/clocks/ladder.ts';
import { shippedCalendar } from '../../db/reference/holidays/load.ts';

const calendar = shippedCalendar();

describe('the ladder', () => {
  it('warns before the date from the bottom up, and after it ends with the superior body', () => {
    expect(LADDER.map((rung) => rung.rung)).toEqual([1, 2, 3, 4]);
    expect(LADDER.map((rung) => rung.days)).toEqual([...LADDER.map((rung) => rung.days)].sort((a, b) => a - b));
    expect(LADDER.at(-1)).toMatchObject({ superior: true, template: 'case.escalated' });
  });

  it('of a place replaces all the rungs of the places above it, on the days on which it holds', () => {
    const own = { ...(LADDER[0] as Rung), id: 'city', division: '3202', days: -5, validFrom: '2026-01-01' };
    const all = [...LADDER, own];
    expect(ladderFor(all, ['320211', '3202', '32'], '2026-11-21')).toEqual([own]);
    expect(ladderFor(all, ['320211', '3202', '32'], '2025-12-31')).toEqual(LADDER);
    expect(ladderFor(all, ['3201', '32'], '2026-11-21')).toEqual(LADDER);
    expect(ladderFor([...LADDER, { ...own, validTo: '2026-06-01' }], ['3202'], '2026-06-01')).toEqual(LADDER);
  });

  it('is reached on the same day by every due date up to the one that it names', () => {
    const days = fc.integer({ min: -30, max: 60 }).filter((n) => n !== 0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2300 }), days, fc.integer({ min: -90, max: 90 }), (start, rung, off) => {
        const today = addDays('2020-03-01', start);
        const due = addDays(today, off);
        const working = workingDaysBetween(today, due, calendar);
        const since = workingDaysBetween(due, today, calendar);
        const reached = rung < 0 ? working <= -rung : due < today && (rung === 1 || since >= rung);
        expect(due <= reachedBy(rung, today, calendar)).toBe(reached);
      }),
    );
  });
});
