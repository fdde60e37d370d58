import { expect, it } from 'vitest';
import { daysLeft, soonAfter } from '../../api/domain/running-clock.ts';

// The week of the National Day 2026, as a notice might have it: 1–7 October off, Saturday 10 October worked.
const calendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  workdays: new Set(['2026-10-10']),
  years: new Set([2026]),
};

it('counts working days across a holiday with its make-up Saturday', () => {
  expect(daysLeft('2026-09-30', '2026-10-12', 'working_day', calendar)).toMatchObject({ days: 4, unit: 'working_day' });
  expect(daysLeft('2026-09-30', '2026-10-08', 'working_day', calendar)).toMatchObject({ days: 1, soon: true });
});

it('counts calendar days for clocks of days, months and years', () => {
  expect(daysLeft('2026-09-30', '2026-10-12', 'calendar_day', calendar)).toMatchObject({ days: 12 });
  expect(daysLeft('2026-09-30', '2026-10-30', 'month', calendar)).toMatchObject({ days: 30, unit: 'calendar_day' });
});

it('is due today with nothing left, and overdue from the day after, holidays included', () => {
  expect(daysLeft('2026-09-30', '2026-09-30', 'working_day', calendar)).toMatchObject({ days: 0, soon: true });
  expect(daysLeft('2026-10-01', '2026-09-30', 'working_day', calendar)).toMatchObject({ days: -1, soon: false });
  expect(daysLeft('2026-10-09', '2026-09-30', 'working_day', calendar)).toMatchObject({ days: -2 });
});

it('calls soon what is due within three working days', () => {
  expect(soonAfter('2026-09-30', calendar)).toBe('2026-10-10');
  expect(daysLeft('2026-09-30', '2026-10-10', 'working_day', calendar).soon).toBe(true);
  expect(daysLeft('2026-09-30', '2026-10-12', 'working_day', calendar).soon).toBe(false);
});
