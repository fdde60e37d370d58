/** 和解协议 and its instalments. Kept or broken is derived from dates and two words, the body's and the complainant's. */
export const SETTLEMENT_STATES = ['proposed', 'agreed', 'declined', 'replaced'] as const;
export type SettlementState = (typeof SETTLEMENT_STATES)[number];
export const MAX_INSTALMENTS = 36;

export interface Instalment {
  dueOn: string;
  /** The body says that it paid on that day. */
  paidOn: string | null;
  /** The complainant says that it came, or that it did not; null: silence, which proves nothing. */
  received: boolean | null;
}

export const INSTALMENT_READINGS = ['due', 'overdue', 'said_paid', 'received', 'denied'] as const;
export type InstalmentReading = (typeof INSTALMENT_READINGS)[number];

/** Overdue begins the day after the due date. A denied payment is not one. */
export function readInstalment(instalment: Instalment, today: string): InstalmentReading {
  if (instalment.paidOn === null) return today > instalment.dueOn ? 'overdue' : 'due';
  if (instalment.received === null) return 'said_paid';
  return instalment.received ? 'received' : 'denied';
}

export const SETTLEMENT_READINGS = [
  'proposed',
  'declined',
  'replaced',
  'running',
  'said_kept', // the body says all is paid; the complainant has not said so of all
  'kept', // every instalment came, as the complainant says
  'broken', // one is overdue, or one that is due did not come as the complainant says
] as const;
export type SettlementReading = (typeof SETTLEMENT_READINGS)[number];

/** How a settlement stands on a day. What was paid late and came is healed: `late` counts it. */
export function readSettlement(
  settlement: { state: SettlementState; instalments: readonly Instalment[] },
  today: string,
): { reading: SettlementReading; late: number } {
  const { state, instalments } = settlement;
  const late = instalments.filter((i) => i.paidOn !== null && i.received !== false && i.paidOn > i.dueOn).length;
  if (state !== 'agreed') return { reading: state, late };
  const readings = instalments.map((i) => ({ reading: readInstalment(i, today), past: today > i.dueOn }));
  if (readings.some(({ reading, past }) => reading === 'overdue' || (reading === 'denied' && past)))
    return { reading: 'broken', late };
  // Without instalments (something other than money was promised) nothing can be derived but that it runs.
  if (instalments.length === 0 || readings.some(({ reading }) => reading === 'due' || reading === 'denied'))
    return { reading: 'running', late };
  return { reading: readings.every(({ reading }) => reading === 'received') ? 'kept' : 'said_kept', late };
}

/** "2026-12-31 50,000" or "2026年12月31日：50000元", a line each: parts to be judged by the contract. */
export function splitInstalments(text: string): { dueOn: string; amount: string }[] {
  return text
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const parts = /^(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{8})[\s,;:]+(.+)$/.exec(line);
      return { dueOn: parts?.[1] ?? '', amount: parts?.[2]?.trim() ?? '' };
    });
}
