import { describe, expect, it } from 'vitest';
import {
  arrearsNearDeadline,
  fallingTimeliness,
  oldDebtAfterChange,
  sameDemands,
} from '../../api/domain/early-warning.ts';

const ids = (n: number) => Array.from({ length: n }, (_, i) => `case-${i}`);

describe('old debts after a change', () => {
  const trend = { bodyId: 'b', event: 'election' as const, on: '2026-06-01', days: 100 };
  it('warns of five that are twice as many as before, and of one fewer not', () => {
    expect(oldDebtAfterChange([{ ...trend, before: 2, after: ids(5) }])).toMatchObject([
      { key: 'old_debt_after_change/b/2026-06-01', numbers: { before: 2, after: 5, days: 100, event: 'election' } },
    ]);
    expect(oldDebtAfterChange([{ ...trend, before: 0, after: ids(4) }])).toEqual([]);
    expect(oldDebtAfterChange([{ ...trend, before: 3, after: ids(5) }])).toEqual([]);
  });
});

describe('arrears near 31 March', () => {
  const open = [
    { bodyId: 'b', caseIds: ids(3), amount: '1200000.00' },
    { bodyId: 'c', caseIds: ids(2), amount: '5.00' },
  ];
  it('warns from 45 days before to 30 after of three that are open', () => {
    const when = (today: string) => arrearsNearDeadline(open, today).map((one) => [one.bodyId, one.numbers.left]);
    expect(when('2027-02-13')).toEqual([]);
    expect(when('2027-02-14')).toEqual([['b', 45]]);
    expect(when('2027-04-30')).toEqual([['b', -30]]);
    expect(when('2027-05-01')).toEqual([]);
  });
});

describe('the same demand', () => {
  const text = '镇政府二〇一九年承诺给我们合作社的果树补贴每亩八百元至今没有发放，请求尽快兑现并说明原因。';
  const one = (n: number, words = text, bodyId = 'b') => ({
    caseId: `case-${n}`,
    bodyId,
    matter: 'other',
    text: words,
    filedOn: `2026-10-0${n}`,
  });
  it('is found in three that say nearly the same about one body, and named by the first', () => {
    const varied = [one(3, `${text}谢谢。`), one(1), one(2, text.replace('果树补贴', '果树种植补贴'))];
    const other = one(
      4,
      '小区门口的路灯坏了三个月没有人修理，多次打电话都说已经报上去了，请问什么时候能够修好恢复照明呢。',
    );
    expect(sameDemands([...varied, other])).toMatchObject([
      {
        key: 'same_demand/b/case-1',
        caseIds: ['case-1', 'case-2', 'case-3'],
        numbers: { cases: 3, from: '2026-10-01' },
      },
    ]);
  });
  it('is none in two, in three about different bodies, and in words too short to be told apart', () => {
    expect(sameDemands([one(1), one(2)])).toEqual([]);
    expect(sameDemands([one(1), one(2), one(3, text, 'c')])).toEqual([]);
    expect(sameDemands([one(1, '还钱'), one(2, '还钱'), one(3, '还钱')])).toEqual([]);
  });
});

describe('falling timeliness', () => {
  const trend = (before: number, now: number, of = 50) => ({
    bodyId: 'b',
    before: { part: before, total: of },
    now: { part: now, total: of },
    late: ids(of - now),
  });
  it('warns where the intervals do not touch, once a quarter', () => {
    expect(fallingTimeliness([trend(45, 25)], '2026-11-21')).toMatchObject([
      { key: 'falling_timeliness/b/2026Q4', numbers: { part: 25, total: 50, partBefore: 45 } },
    ]);
  });
  it('does not of a rise, of a fall that may be chance, and of few', () => {
    for (const one of [trend(25, 45), trend(45, 40), trend(9, 2, 9)])
      expect(fallingTimeliness([one], '2026-11-21')).toEqual([]);
  });
});
