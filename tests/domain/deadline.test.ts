import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay } from '../../api/domain/calendar.ts';
import { CASE_KINDS } from '../../api/domain/case.ts';
import {
  type ClockRule,
  type ClockStop,
  clockState,
  dueOn,
  EXPIRIES,
  meets,
  plannedClocks,
  rulesFor,
} from '../../api/domain/deadline.ts';
import { CLOCK_RULES } from '../../db/reference/clocks/rules.ts';
import { shippedCalendar } from '../../db/reference/holidays/load.ts';
import { casePage } from '../../site/text/case-page.ts';
import { casework } from '../../site/text/casework.ts';
import { clockText } from '../../site/text/clocks.ts';

const calendar = shippedCalendar();
const WUXI = ['320211', '3202', '32'];
const working = { length: 5, unit: 'working_day' } as const;

describe('the rules of clocks', () => {
  it('have unique ids, a basis in both languages and one rule per kind and step', () => {
    expect(new Set(CLOCK_RULES.map((r) => r.id)).size).toBe(CLOCK_RULES.length);
    for (const r of CLOCK_RULES) {
      expect(r.basis.length).toBeGreaterThan(5);
      expect(r.basisEn?.length).toBeGreaterThan(5);
    }
    for (const kind of CASE_KINDS) {
      const steps = rulesFor(CLOCK_RULES, kind, WUXI, '2026-11-21').map((r) => r.step);
      expect(new Set(steps).size).toBe(steps.length);
      expect(plannedClocks(kind, CLOCK_RULES, WUXI, '2026-11-21', calendar).some((c) => c.dueOn)).toBe(true);
    }
  });

  it('give arrears 10 working days to pass on and 30 days for the result, both from acceptance', () => {
    const clocks = plannedClocks('arrears', CLOCK_RULES, WUXI, '2026-11-20', calendar);
    expect(clocks.find((c) => c.step === 'transfer')).toMatchObject({
      length: 10,
      unit: 'working_day',
      startsOnEvent: 'accepted',
      startedOn: null,
      dueOn: null,
      certainty: 'law',
    });
    expect(clocks.find((c) => c.step === 'result')).toMatchObject({ length: 30, unit: 'calendar_day' });
    expect(clocks.find((c) => c.step === 'accept')).toMatchObject({ dueOn: '2026-11-27', startedOn: '2026-11-20' });
  });

  it('yield to the rule of the nearest place, on the days on which it holds', () => {
    const base = CLOCK_RULES.find((r) => r.id === 'other.reply') as ClockRule;
    const city: ClockRule = { ...base, id: 'city', division: '3202', length: 3, validFrom: '2026-01-01' };
    const county: ClockRule = { ...base, id: 'county', division: '320211', length: 2, validTo: '2026-06-01' };
    const elsewhere: ClockRule = { ...base, id: 'elsewhere', division: '3201', length: 1 };
    const rules = [base, elsewhere, city, county];
    const reply = (on: string) => rulesFor(rules, 'other', WUXI, on).find((r) => r.step === 'reply')?.id;
    expect(reply('2025-12-31')).toBe('county');
    expect(reply('2026-05-31')).toBe('county');
    expect(reply('2026-06-01')).toBe('city');
    expect(rulesFor([base, city], 'other', WUXI, '2025-12-31').map((r) => r.id)).toEqual(['other.reply']);
  });

  it('end with what they wait for, and all of them with the case', () => {
    expect(meets('decided', 'accepted')).toBe(true);
    expect(meets('answered', 'accepted')).toBe(false);
    expect(meets('contacted', 'asked')).toBe(true);
    for (const end of ['refused', 'withdrawn', 'closed']) expect(meets('answered', end)).toBe(true);
  });
});

describe('the table of clocks', () => {
  it('says of every row what happens when it runs out, in both languages', () => {
    for (const r of CLOCK_RULES) {
      expect(EXPIRIES).toContain(r.onExpiry);
      for (const locale of ['zh-CN', 'en'] as const) expect(clockText[locale].expiry[r.onExpiry]).toBeTruthy();
    }
  });

  it('names every step and start of a case in both languages, for complainants and officials', () => {
    for (const r of CLOCK_RULES.filter((rule) => rule.subject === 'case'))
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(casework[locale].clockSteps[r.step], r.id).toBeTruthy();
        expect(casework[locale].clockStarts[r.startEvent], r.id).toBeTruthy();
        expect(casePage[locale].steps[r.step], r.id).toBeTruthy();
      }
  });

  it('gives every kind 30 days for review and for recheck, by analogy and not as law, and only once asked for', () => {
    for (const kind of CASE_KINDS) {
      for (const step of ['review', 'recheck']) {
        const found = rulesFor(CLOCK_RULES, kind, WUXI, '2026-11-21').find((r) => r.step === step);
        expect(found).toMatchObject({
          length: 30,
          unit: 'calendar_day',
          startEvent: `${step}_asked`,
          certainty: 'local',
        });
      }
      const planned = plannedClocks(kind, CLOCK_RULES, WUXI, '2026-11-21', calendar).map((c) => c.step);
      expect(planned).not.toContain('review');
    }
  });

  it('counts a case from a petition office by the rows of petitions, beside what a law says of its kind', () => {
    const steps = (kind: 'promise' | 'arrears', channel: 'petition' | 'hotline') =>
      rulesFor(CLOCK_RULES, kind, WUXI, '2026-11-21', channel)
        .map((r) => r.id)
        .sort();
    expect(steps('promise', 'petition')).toEqual([
      'petition.accept',
      'petition.contest',
      'petition.recheck',
      'petition.result',
      'petition.review',
      'promise.again',
    ]);
    expect(steps('arrears', 'petition')).toContain('arrears.result');
    expect(steps('arrears', 'petition')).not.toContain('petition.result');
    expect(steps('promise', 'hotline').some((id) => id.startsWith('petition'))).toBe(false);
  });
});

describe('a due date', () => {
  it('lies so many working days after the start, which is day zero', () => {
    expect(dueOn({ startedOn: '2026-11-20', ...working }, calendar).date).toBe('2026-11-27');
    expect(dueOn({ startedOn: '2026-09-30', ...working }, calendar).date).toBe('2026-10-13');
  });

  it('moves by a stop and by an approved extension', () => {
    const stops = [{ from: '2026-11-23', to: '2026-11-26' }];
    expect(dueOn({ startedOn: '2026-11-20', ...working, stops }, calendar).date).toBe('2026-12-02');
    expect(dueOn({ startedOn: '2026-11-20', ...working, extension: 3 }, calendar).date).toBe('2026-12-02');
    expect(dueOn({ startedOn: '2026-11-01', length: 30, unit: 'calendar_day', extension: 30 }, calendar).date).toBe(
      '2026-12-31',
    );
    expect(dueOn({ startedOn: '2025-12-31', length: 3, unit: 'month' }, calendar).date).toBe('2026-03-31');
  });

  it('is what one gets by crossing out days one by one', () => {
    const oracle = (startedOn: string, total: number, works: boolean, stops: ClockStop[]): string => {
      const crossed = new Set<string>();
      for (const stop of stops)
        for (let d = addDays(stop.from, 1); d <= (stop.to ?? ''); d = addDays(d, 1)) crossed.add(d);
      let day = startedOn;
      for (let left = total; left > 0; ) {
        day = addDays(day, 1);
        if (crossed.has(day) || (works && !isWorkingDay(day, calendar))) continue;
        left--;
      }
      return day;
    };
    const stop = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 30 }),
        fc.boolean(),
        fc.array(stop, { maxLength: 3 }),
        (start, length, extension, works, raw) => {
          const startedOn = addDays('2020-01-01', start);
          const stops = raw.map(([from, days]) => ({
            from: addDays(startedOn, from),
            to: addDays(startedOn, from + days),
          }));
          const unit = works ? 'working_day' : 'calendar_day';
          const due = dueOn({ startedOn, length, unit, stops, extension }, calendar).date;
          expect(due).toBe(oracle(startedOn, length + extension, works, stops));
          const reading = clockState({ startedOn, endedOn: null, length, unit, stops, extension }, due, calendar);
          expect(reading.overdue).toBe(0);
          expect(reading.used).toBe(length + extension);
          const after = clockState(
            { startedOn, endedOn: null, length, unit, stops, extension },
            addDays(due, 1),
            calendar,
          );
          expect(after.state).toBe('overdue');
          expect(after.overdue).toBe(1);
        },
      ),
    );
  });
});

describe('the slow way of counting', () => {
  it('agrees about months and years, and about which dates are provisional', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2700 }),
        fc.integer({ min: 1, max: 14 }),
        fc.constantFrom('month', 'year', 'working_day', 'calendar_day'),
        fc.integer({ min: 0, max: 40 }),
        (start, length, unit, extension) => {
          const startedOn = addDays('2020-01-01', start);
          const due = dueOn({ startedOn, length, unit, extension }, calendar);
          // Day by day: the same day of a month so many months on, or the last day of that month.
          let day = startedOn;
          let provisional = false;
          if (unit === 'month' || unit === 'year') {
            const months = unit === 'year' ? length * 12 : length;
            const [y = 0, m = 1, d = 1] = startedOn.split('-').map(Number);
            const index = y * 12 + (m - 1) + months;
            const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
            while (!(day.startsWith(month) && (Number(day.slice(8)) === d || !addDays(day, 1).startsWith(month))))
              day = addDays(day, 1);
            for (let left = extension; left > 0; left--) day = addDays(day, 1);
          } else {
            for (let left = length + extension; left > 0; ) {
              day = addDays(day, 1);
              if (unit === 'working_day' && !calendar.years.has(Number(day.slice(0, 4)))) provisional = true;
              if (unit === 'calendar_day' || isWorkingDay(day, calendar)) left--;
            }
          }
          expect(due).toEqual({ date: day, provisional });
        },
      ),
    );
  });
});

describe('a clock read on a day', () => {
  const clock = { startedOn: '2026-11-20', endedOn: null, length: 10, unit: 'working_day' as const };

  it('runs, is due soon, and is overdue from the day after its due date', () => {
    expect(clockState(clock, '2026-11-20', calendar)).toMatchObject({ state: 'running', used: 0, left: 10 });
    expect(clockState(clock, '2026-12-01', calendar)).toMatchObject({ state: 'due_soon', used: 7, left: 3 });
    expect(clockState(clock, '2026-12-04', calendar)).toMatchObject({ state: 'due_soon', used: 10, left: 0 });
    expect(clockState(clock, '2026-12-05', calendar)).toMatchObject({ state: 'overdue', overdue: 1 }); // a Saturday
    expect(clockState(clock, '2026-12-08', calendar)).toMatchObject({ state: 'overdue', overdue: 2 });
  });

  it('has not started before its event, and is met once done, though late', () => {
    expect(clockState({ ...clock, startedOn: null }, '2026-11-21', calendar).state).toBe('not_started');
    expect(clockState({ ...clock, endedOn: '2026-11-25' }, '2027-01-01', calendar)).toMatchObject({
      state: 'met',
      used: 3,
      overdue: 0,
    });
    expect(clockState({ ...clock, endedOn: '2026-12-08' }, '2027-01-01', calendar)).toMatchObject({
      state: 'met',
      overdue: 2,
    });
  });

  it('stands still while one waits for material, and shows how long it stood', () => {
    const stops = [{ from: '2026-11-24', to: null }];
    const waiting = clockState({ ...clock, stops }, '2026-12-30', calendar);
    expect(waiting).toMatchObject({ state: 'stopped', used: 2, left: 8, overdue: 0 });
    expect(waiting.stopped).toBe(26);
    const resumed = clockState({ ...clock, stops: [{ from: '2026-11-24', to: '2026-11-26' }] }, '2026-11-27', calendar);
    expect(resumed).toMatchObject({ state: 'running', used: 3, stopped: 2, left: 7, dueOn: '2026-12-08' });
  });
});
