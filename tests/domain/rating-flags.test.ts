import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlagDay, flagsOf } from '../../api/domain/rating-flags.ts';

const DAY = '2026-11-20';
const back = (n: number) => new Date(Date.parse(`${DAY}T00:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);
const day = (n: number, levels: FlagDay['levels'], repeated = 0): FlagDay => ({ day: back(n), levels, repeated });
/** Ten ratings on each of so many days, seven of them of the best level. */
const usual = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => day(from + i, { 5: 7, 4: 3 }));
const kinds = (history: FlagDay[]) => flagsOf(history, DAY).map((flag) => flag.kind);

describe('a burst', () => {
  it('is four usual days in one, with the numbers behind it', () => {
    const [flag] = flagsOf([...usual(1, 28), day(0, { 5: 30, 1: 10 })], DAY);
    expect(flag).toEqual({ kind: 'burst', day: DAY, numbers: { count: 40, usual: 10, times: 4, bad: 10 } });
  });

  it('is none at thrice the usual, on a quiet counter, or at one that is new', () => {
    expect(kinds([...usual(1, 28), day(0, { 5: 30, 4: 9 })])).toEqual([]);
    expect(kinds([...Array.from({ length: 28 }, (_, i) => day(i + 1, { 4: 1 })), day(0, { 4: 29 })])).toEqual([]);
    expect(kinds([...usual(1, 6), day(0, { 5: 60, 4: 40 })])).toEqual([]);
  });

  it('takes no day before the four weeks for usual', () => {
    expect(kinds([...usual(29, 60), day(0, { 5: 60, 4: 40 })])).toEqual([]);
  });
});

describe('one source', () => {
  it('is half of a day and more by devices that rated there before', () => {
    expect(kinds([day(0, { 5: 20 }, 10)])).toEqual(['one_source']);
    expect(kinds([day(0, { 5: 21 }, 10)])).toEqual([]);
    expect(kinds([day(0, { 5: 9 }, 9)])).toEqual([]);
  });
});

describe('uniform praise', () => {
  const week = (levels: FlagDay['levels']) => Array.from({ length: 7 }, (_, i) => day(i, levels));

  it('is a week of nothing but the best where that was not usual', () => {
    const found = flagsOf([...week({ 5: 6 }), ...usual(7, 40)], DAY);
    expect(found.map((flag) => flag.kind)).toEqual(['uniform_praise']);
    expect(found[0]?.numbers).toMatchObject({ count: 42, days: 7, percent: 70, past: 340 });
    expect(found[0]?.numbers.oneIn).toBeGreaterThan(1000);
  });

  it('is none where one rater said less, where too few rated, or where it was always so', () => {
    expect(kinds([...week({ 5: 6 }).slice(1), day(0, { 5: 6, 4: 1 }), ...usual(7, 40)])).toEqual([]);
    expect(kinds([...week({ 5: 5 }), ...usual(7, 40)])).toEqual([]);
    expect(kinds([...week({ 5: 6 }), ...Array.from({ length: 60 }, (_, i) => day(7 + i, { 5: 10 }))])).toEqual([]);
  });
});

it('says nothing of a day without ratings, and the same in whatever order the days come', () => {
  expect(flagsOf(usual(1, 28), DAY)).toEqual([]);
  const history = [...usual(1, 28), day(0, { 5: 45 }, 40)];
  const expected = JSON.stringify(flagsOf(history, DAY));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(history, { minLength: history.length }),
      (days) => JSON.stringify(flagsOf(days, DAY)) === expected,
    ),
  );
});
