import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  legalDate,
  workingDaysBetween,
} from '../../api/domain/calendar.ts';
import { shippedCalendar } from '../../db/reference/holidays/load.ts';

const calendar = shippedCalendar();
const anyDate = fc.integer({ min: 0, max: 2556 }).map((n) => addDays('2020-01-01', n));

describe('the calendar', () => {
  it('agrees with chinese-days about every day from 2020 to 2026', () => {
    const wrong: string[] = [];
    // The package mixes the machine's time zone with UTC, so it is asked in a process that runs in UTC.
    const script = `const { isWorkday } = require('chinese-days');
      const days = [];
      for (let at = Date.UTC(2020, 0, 1); at <= Date.UTC(2026, 11, 31); at += 86400000) {
        const day = new Date(at).toISOString().slice(0, 10);
        if (isWorkday(day)) days.push(day);
      }
      console.log(JSON.stringify(days));`;
    const env = { ...process.env, TZ: 'UTC' };
    const theirs = new Set<string>(
      JSON.parse(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })),
    );
    expect(theirs.size).toBeGreaterThan(1700);
    for (let day = '2020-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
      if (isWorkingDay(day, calendar) !== theirs.has(day)) wrong.push(day);
    expect(wrong).toEqual([]);
  });

  it('knows make-up Sundays and holidays on weekdays', () => {
    expect(isWorkingDay('2026-02-14', calendar)).toBe(true); // Saturday, 调休
    expect(isWorkingDay('2026-10-01', calendar)).toBe(false);
    expect(isWorkingDay('2026-11-21', calendar)).toBe(false); // Saturday
  });

  it('takes the day in Shanghai, not that of the machine', () => {
    expect(legalDate(new Date('2026-11-20T15:59:59Z'))).toBe('2026-11-20');
    expect(legalDate(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21');
    expect(legalDate(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });

  it('starts counting the day after the event', () => {
    // Friday 30 September 2022, then seven days of National Day; 8 and 9 October are make-up working days.
    expect(addWorkingDays('2022-09-30', 1, calendar)).toEqual({ date: '2022-10-08', provisional: false });
    expect(addWorkingDays('2022-09-30', 2, calendar).date).toBe('2022-10-09');
    expect(addWorkingDays('2026-11-20', 5, calendar).date).toBe('2026-11-27');
  });

  it('calls a date provisional once it is counted over a year without a holiday notice', () => {
    expect(addWorkingDays('2026-12-30', 1, calendar)).toEqual({ date: '2026-12-31', provisional: false });
    expect(addWorkingDays('2026-12-30', 2, calendar)).toEqual({ date: '2027-01-01', provisional: true });
  });

  it('counts like somebody who turns the pages one by one', () => {
    const oracle = (from: string, count: number): string => {
      const day = new Date(`${from}T12:00:00Z`);
      for (let found = 0; found < count; ) {
        day.setUTCDate(day.getUTCDate() + 1);
        const iso = day.toISOString().slice(0, 10);
        const weekend = [0, 6].includes(day.getUTCDay());
        if (calendar.workdays.has(iso) || !(weekend || calendar.holidays.has(iso))) found++;
      }
      return day.toISOString().slice(0, 10);
    };
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 120 }), (from, count) => {
        const { date } = addWorkingDays(from, count, calendar);
        expect(date).toBe(oracle(from, count));
        expect(workingDaysBetween(from, date, calendar)).toBe(count);
      }),
    );
  });

  it('adds and subtracts days as inverses', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });

  it('adds months to the same day or the last of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-12-31', 3)).toBe('2026-03-31');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  });

  it('gives the same dates wherever the machine stands', () => {
    const script = `
      import { addDays, addMonths, addWorkingDays, legalDate } from './api/domain/calendar.ts';
      import { shippedCalendar } from './db/reference/holidays/load.ts';
      const c = shippedCalendar();
      const out = [];
      for (let i = 0; i < 2500; i += 17) {
        const day = addDays('2020-01-01', i);
        out.push(day, addMonths(day, 1), addWorkingDays(day, i % 31, c).date, legalDate(new Date(Date.UTC(2020, 0, i, i % 24))));
      }
      console.log(out.join());`;
    const run = (TZ: string) =>
      execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
    const [first, ...others] = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map(run);
    for (const other of others) expect(other).toBe(first);
  }, 60_000);
});
