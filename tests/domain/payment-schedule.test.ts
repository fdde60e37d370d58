import { describe, expect, it } from 'vitest';
import { arrearsFigures, reportIsLate, reportYear } from '../../api/domain/arrears-report.ts';
import { addUp, ageBand, fen, readSchedule, yuan } from '../../api/domain/payment-schedule.ts';

const due = (title: string, dueOn: string, amount: string) => ({ title, dueOn, amount });
const paid = (paidOn: string, amount: string) => ({ paidOn, amount });
const TWO = [due('尾款', '2026-06-30', '300.00'), due('首款', '2026-03-31', '700.10')];

describe('a schedule of payments', () => {
  it('is late from the day after a due date, and warns thirty days before it', () => {
    const at = (day: string) => readSchedule(TWO, [], day).lines.map((line) => line.reading);
    expect(at('2026-02-28')).toEqual(['running', 'running']);
    expect(at('2026-03-01')).toEqual(['soon', 'running']);
    expect(at('2026-03-31')).toEqual(['soon', 'running']);
    expect(at('2026-04-01')).toEqual(['overdue', 'running']);
    const late = readSchedule(TWO, [], '2026-04-01');
    expect(late).toMatchObject({ total: '1000.10', paid: '0.00', arrears: '700.10', oldestOn: '2026-03-31' });
    expect(late.lines[0]).toMatchObject({ title: '首款', daysLate: 1 });
  });

  it('gives money to the oldest debt first, and knows on which day each was paid', () => {
    const entries = [paid('2026-04-10', '300'), paid('2026-05-02', '500.5'), paid('2026-06-01', '199.60')];
    const may = readSchedule(TWO, entries, '2026-05-03');
    expect(may.lines.map((line) => [line.paid, line.open, line.paidOn, line.reading])).toEqual([
      ['700.10', '0.00', '2026-05-02', 'paid_late'],
      ['100.40', '199.60', null, 'running'],
    ]);
    expect(may.lines[0]?.daysLate).toBe(32);
    expect(may.arrears).toBe('0.00');
    const whole = readSchedule(TWO, entries, '2026-07-01');
    expect(whole.settledOn).toBe('2026-06-01');
    expect(whole.lines[1]).toMatchObject({ reading: 'paid', daysLate: 0 });
  });

  it('forgets an entry that was taken back, and does not count what is paid tomorrow', () => {
    const entries = [paid('2026-03-01', '700.10'), paid('2026-03-01', '-700.10'), paid('2026-05-09', '700.10')];
    expect(readSchedule(TWO, entries, '2026-04-01')).toMatchObject({ arrears: '700.10', paid: '0.00' });
    expect(readSchedule(TWO, entries, '2026-05-09').lines[0]).toMatchObject({ paidOn: '2026-05-09', daysLate: 39 });
  });

  it('adds without floating point, whatever is paid in whatever parts', () => {
    expect(addUp(['0.1', '0.2', '9007199254740993.01'])).toBe('9007199254740993.31');
    expect(yuan(-5n)).toBe('-0.05');
    expect(fen('-12.5')).toBe(-1250n);
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    for (let round = 0; round < 300; round++) {
      const payables = Array.from({ length: 1 + random(5) }, (_, i) =>
        due(String(i), `2026-0${1 + random(9)}-15`, yuan(BigInt(1 + random(99_999)))),
      );
      const entries = Array.from({ length: random(6) }, () =>
        paid(`2026-0${1 + random(9)}-20`, yuan(BigInt(1 + random(60_000)))),
      );
      const read = readSchedule(payables, entries, '2026-12-31');
      const sum = (values: string[]) => values.reduce((all, one) => all + fen(one), 0n);
      const lines = sum(read.lines.map((line) => line.paid)) + sum(read.lines.map((line) => line.open));
      expect(lines).toBe(fen(read.total));
      const [most] = [fen(read.paid), fen(read.total)].sort((a, b) => (a < b ? -1 : 1));
      expect(sum(read.lines.map((line) => line.paid))).toBe(most ?? 0n);
      expect(read.arrears).toBe(yuan(fen(read.total) - (most ?? 0n)));
      expect(read.settledOn === null).toBe(fen(read.paid) < fen(read.total));
    }
  });
});

describe('the yearly report of arrears', () => {
  const contract = (id: string, payables: ReturnType<typeof due>[], payments: ReturnType<typeof paid>[]) => ({
    id,
    title: `合同${id}`,
    contractNumber: null,
    beneficiary: '某企业',
    payables,
    payments,
  });
  it('tells what was open at the end of the year, by age, the largest first', () => {
    const figures = arrearsFigures(
      [
        contract('a', [due('一', '2025-12-20', '100'), due('二', '2024-10-01', '50')], []),
        contract('b', [due('一', '2025-06-30', '900')], [paid('2026-01-05', '900')]),
        contract('c', [due('一', '2025-03-01', '10')], [paid('2025-03-01', '10')]),
      ],
      '2025-12-31',
    );
    expect(figures).toMatchObject({
      contracts: 3,
      total: '1060.00',
      paid: '10.00',
      arrears: '1050.00',
      contractsInArrears: 2,
    });
    expect(figures.lines.map((line) => [line.id, line.arrears, line.daysLate])).toEqual([
      ['b', '900.00', 184],
      ['a', '150.00', 456],
    ]);
    expect(figures.bands.map(({ debts, amount }) => `${debts} ${amount}`)).toEqual([
      '1 100.00',
      '0 0.00',
      '0 0.00',
      '1 900.00',
      '1 50.00',
    ]);
  });

  it('is due by 31 March and late on 1 April', () => {
    expect(reportYear('2026-11-21')).toBe(2025);
    expect([reportIsLate(2025, null, '2026-03-31'), reportIsLate(2025, null, '2026-04-01')]).toEqual([false, true]);
    expect(reportIsLate(2025, '2026-03-31', '2026-08-01')).toBe(false);
    expect([30, 31, 90, 91, 366].map(ageBand)).toEqual(['days_30', 'days_90', 'days_90', 'days_180', 'over_365']);
  });
});
