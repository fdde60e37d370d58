import { daysBetween } from './calendar.ts';

/** 合同履约监管: what falls due by a commitment, what was paid of it, and the arrears that follow. Nothing here is stored. */
export interface Payable {
  title: string;
  dueOn: string; // legal date
  amount: string; // CNY, at most two decimals
}
/** An entry with a negative amount takes an earlier one back. */
export interface Payment {
  paidOn: string; // legal date
  amount: string; // CNY
}

export const PAYMENT_READINGS = ['running', 'soon', 'overdue', 'paid', 'paid_late'] as const;
export type PaymentReading = (typeof PAYMENT_READINGS)[number];

export interface ScheduleLine extends Payable {
  paid: string; // CNY
  open: string; // CNY
  /** The day on which nothing of it was open any more. */
  paidOn: string | null;
  /** Calendar days after the due date: until it was paid, or until today. */
  daysLate: number;
  reading: PaymentReading;
}
export interface Schedule {
  lines: ScheduleLine[];
  total: string; // CNY, all that is promised
  paid: string; // CNY, all that was paid
  /** CNY: due before today and not paid. */
  arrears: string;
  /** The oldest due date of what is in arrears. */
  oldestOn: string | null;
  /** The day on which the whole was paid; null while something is open. */
  settledOn: string | null;
}

/** "1234.5" in fen. Amounts never pass through floating point. */
export function fen(amount: string): bigint {
  const [whole = '0', part = ''] = amount.replace('-', '').split('.');
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
  return amount.startsWith('-') ? -value : value;
}
/** Fen as yuan with two decimals. */
export function yuan(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
export const addUp = (amounts: readonly string[]): string => yuan(amounts.reduce((sum, one) => sum + fen(one), 0n));

/**
 * How the payments stand on a day. Money goes to the oldest debt first (民法典 art. 560: 均到期且无担保、负担相同的，按照债务
 * 到期的先后顺序履行). A debt is late from the day after its due date. Entries after `today` do not count.
 * @param warnDays calendar days before a due date in which it reads `soon`
 */
export function readSchedule(
  payables: readonly Payable[],
  payments: readonly Payment[],
  today: string,
  warnDays = 30,
): Schedule {
  const due = [...payables].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const known = payments.filter((one) => one.paidOn <= today).sort((a, b) => a.paidOn.localeCompare(b.paidOn));
  const paid = known.reduce((sum, one) => sum + fen(one.amount), 0n);
  let rest = paid > 0n ? paid : 0n;
  let promised = 0n;
  const lines = due.map((one): ScheduleLine => {
    const amount = fen(one.amount);
    promised += amount;
    const part = rest < amount ? rest : amount;
    rest -= part;
    const open = amount - part;
    const paidOn = open === 0n ? dayReached(known, promised) : null;
    const daysLate = Math.max(0, daysBetween(one.dueOn, paidOn ?? today));
    const left = daysBetween(today, one.dueOn);
    const unpaid = left < 0 ? 'overdue' : left <= warnDays ? 'soon' : 'running';
    const reading = open > 0n ? unpaid : daysLate > 0 ? 'paid_late' : 'paid';
    return { ...one, amount: yuan(amount), paid: yuan(part), open: yuan(open), paidOn, daysLate, reading };
  });
  const late = lines.filter((one) => one.reading === 'overdue');
  return {
    lines,
    total: yuan(promised),
    paid: yuan(paid),
    arrears: addUp(late.map((one) => one.open)),
    oldestOn: late[0]?.dueOn ?? null,
    settledOn: lines.length > 0 && lines.every((one) => one.paidOn) ? dayReached(known, promised) : null,
  };
}

/** The last day on which the payments, added up, came to `amount` from below; null while they are less. */
function dayReached(sorted: readonly Payment[], amount: bigint): string | null {
  let sum = 0n;
  let day: string | null = amount <= 0n ? (sorted[0]?.paidOn ?? null) : null;
  for (const one of sorted) {
    const before = sum;
    sum += fen(one.amount);
    if (before < amount && sum >= amount) day = one.paidOn;
    if (sum < amount) day = null;
  }
  return day;
}

/** Ages of what is owed, in calendar days after the due date, as the yearly report groups them. */
export const AGE_BANDS = ['days_30', 'days_90', 'days_180', 'days_365', 'over_365'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export function ageBand(daysLate: number): AgeBand {
  if (daysLate <= 30) return 'days_30';
  if (daysLate <= 90) return 'days_90';
  if (daysLate <= 180) return 'days_180';
  return daysLate <= 365 ? 'days_365' : 'over_365';
}
