import {
  AGE_BANDS,
  type AgeBand,
  addUp,
  ageBand,
  type Payable,
  type Payment,
  readSchedule,
} from './payment-schedule.ts';

/** 逾期尚未支付款项 of a body, reported once a year (保障中小企业款项支付条例 art. 18: by 31 March, for the year before). */
export const REPORT_STATES = ['draft', 'in_review', 'published'] as const;
export type ArrearsReportState = (typeof REPORT_STATES)[number];

export interface ReportedContract {
  id: string;
  title: string;
  contractNumber: string | null;
  beneficiary: string;
  total: string; // CNY
  paid: string;
  arrears: string;
  oldestOn: string;
  daysLate: number;
}
export interface ArrearsFigures {
  /** Public commitments to pay that were made by then. */
  contracts: number;
  total: string;
  paid: string;
  arrears: string;
  contractsInArrears: number;
  /** Debts by age; one contract can be in several. */
  bands: { band: AgeBand; debts: number; amount: string }[];
  /** Those in arrears, the largest first. */
  lines: ReportedContract[];
}

export interface PayableContract {
  id: string;
  title: string;
  contractNumber: string | null;
  beneficiary: string;
  payables: readonly Payable[];
  payments: readonly Payment[];
}

/** The day that a report of a year speaks of, and the day by which it must be out. */
export const reportDates = (year: number) => ({ asOf: `${year}-12-31`, dueOn: `${year + 1}-03-31` });
/** The year of which a report is due or was due last. */
export const reportYear = (today: string): number => Number(today.slice(0, 4)) - 1;
/** Late from 1 April on where it is not published. */
export const reportIsLate = (year: number, publishedOn: string | null, today: string): boolean =>
  (publishedOn ?? today) > reportDates(year).dueOn;

/** What a body owed at the end of a day, from its contracts as they are known. */
export function arrearsFigures(contracts: readonly PayableContract[], asOf: string): ArrearsFigures {
  const read = contracts.map((one) => ({ one, schedule: readSchedule(one.payables, one.payments, asOf) }));
  const debts = read.flatMap(({ schedule }) => schedule.lines.filter((line) => line.reading === 'overdue'));
  const lines = read.flatMap(({ one, schedule }): ReportedContract[] => {
    if (!schedule.oldestOn) return [];
    const { id, title, contractNumber, beneficiary } = one;
    const { total, paid, arrears, oldestOn } = schedule;
    const daysLate = Math.max(...schedule.lines.filter((line) => line.reading === 'overdue').map((l) => l.daysLate));
    return [{ id, title, contractNumber, beneficiary, total, paid, arrears, oldestOn, daysLate }];
  });
  const bands = AGE_BANDS.map((band) => {
    const here = debts.filter((line) => ageBand(line.daysLate) === band);
    return { band, debts: here.length, amount: addUp(here.map((line) => line.open)) };
  });
  const by = (amount: string) => Number(amount);
  return {
    contracts: contracts.length,
    total: addUp(read.map(({ schedule }) => schedule.total)),
    paid: addUp(read.map(({ schedule }) => schedule.paid)),
    arrears: addUp(lines.map((line) => line.arrears)),
    contractsInArrears: lines.length,
    bands,
    lines: lines.sort((a, b) => by(b.arrears) - by(a.arrears) || a.id.localeCompare(b.id)),
  };
}
