import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../api/domain/calendar.ts';
import { addUp } from '../../api/domain/payment-schedule.ts';
import { type Instalment, readInstalment, readSettlement, splitInstalments } from '../../api/domain/settlement.ts';

const START = '2026-01-01';
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(START, days));
const instalment: fc.Arbitrary<Instalment> = fc
  .record({ dueOn: day, paidOn: fc.option(day), received: fc.option(fc.boolean()) })
  .map((one) => ({ ...one, received: one.paidOn === null ? null : one.received }));
const agreed = (instalments: Instalment[]) => ({ state: 'agreed' as const, instalments });

/** Slow and plain: walks the days one by one and asks what is true of the money on each. */
function oracle(instalments: Instalment[], today: string): string {
  let missing = false;
  for (const { dueOn, paidOn, received } of instalments) {
    let covered = paidOn !== null && received !== false;
    for (let date = START; date <= today && !covered; date = addDays(date, 1)) if (date > dueOn) missing = true;
    covered = false;
  }
  if (missing) return 'broken';
  if (instalments.length === 0 || instalments.some((one) => one.paidOn === null || one.received === false))
    return 'running';
  return instalments.filter((one) => one.received !== true).length === 0 ? 'kept' : 'said_kept';
}

describe('a settlement', () => {
  it('is kept or broken as the oracle says, day by day', () => {
    fc.assert(
      fc.property(fc.array(instalment, { maxLength: 6 }), day, (instalments, today) => {
        expect(readSettlement(agreed(instalments), today).reading).toBe(oracle(instalments, today));
      }),
      { numRuns: 500 },
    );
  });

  it('never heals by waiting: what is broken today is broken tomorrow, and what is kept stays kept', () => {
    fc.assert(
      fc.property(fc.array(instalment, { maxLength: 6 }), day, (instalments, today) => {
        const now = readSettlement(agreed(instalments), today).reading;
        const then = readSettlement(agreed(instalments), addDays(today, 1)).reading;
        if (now === 'broken' || now === 'kept' || now === 'said_kept') expect(then).toBe(now);
      }),
    );
  });

  it('is never called kept on the word of the body alone', () => {
    fc.assert(
      fc.property(fc.array(instalment, { minLength: 1, maxLength: 6 }), day, (instalments, today) => {
        const silent = instalments.map((one) => ({ ...one, received: null }));
        expect(readSettlement(agreed(silent), today).reading).not.toBe('kept');
      }),
    );
  });

  it('is not broken on the due date itself, but on the day after', () => {
    const one: Instalment = { dueOn: '2026-03-31', paidOn: null, received: null };
    expect(readSettlement(agreed([one]), '2026-03-31').reading).toBe('running');
    expect(readSettlement(agreed([one]), '2026-04-01').reading).toBe('broken');
    expect(readInstalment(one, '2026-04-01')).toBe('overdue');
  });

  it('counts what was paid late and came, and does not count what did not come', () => {
    const late = { dueOn: '2026-03-31', paidOn: '2026-04-02', received: true };
    expect(readSettlement(agreed([late]), '2026-05-01')).toEqual({ reading: 'kept', late: 1 });
    expect(readSettlement(agreed([{ ...late, received: false }]), '2026-05-01')).toEqual({
      reading: 'broken',
      late: 0,
    });
  });

  it('tells nothing of money before the complainant has agreed', () => {
    const one: Instalment = { dueOn: '2026-03-31', paidOn: null, received: null };
    for (const state of ['proposed', 'declined', 'replaced'] as const)
      expect(readSettlement({ state, instalments: [one] }, '2027-01-01').reading).toBe(state);
  });
});

describe('the amounts', () => {
  it('are added to the cent', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { maxLength: 36 }), (cents) => {
        const texts = cents.map((n) => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`);
        const total = cents.reduce((a, b) => a + b, 0n);
        expect(addUp(texts)).toBe(`${total / 100n}.${String(total % 100n).padStart(2, '0')}`);
      }),
    );
  });
});

describe('instalments typed line by line', () => {
  it('are taken apart, however date and amount are written', () => {
    expect(splitInstalments('2026-12-31 50000\n\n2027年3月31日：１０，０００元\n20270630, 5000.50')).toEqual([
      { dueOn: '2026-12-31', amount: '50000' },
      { dueOn: '2027年3月31日', amount: '10,000元' },
      { dueOn: '20270630', amount: '5000.50' },
    ]);
  });
  it('leave to the contract what is no date or no amount', () => {
    expect(splitInstalments('年底付清')).toEqual([{ dueOn: '', amount: '' }]);
  });
});
