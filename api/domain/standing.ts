import type { CaseKind } from './case.ts';

/** What stands in a case beside its state: running order, settlement, determination (view case_standing). */
export interface Standing {
  /** 督办 that is not closed: the report is awaited, or has come. */
  order: 'open' | 'reported' | null;
  /** A settlement waits for the complainant's word. */
  proposed: boolean;
  /** An instalment of the settlement that stands is not paid, or the complainant says that it did not come. */
  unpaid: boolean;
  /** An instalment is paid as the body says, and the complainant has not said so. */
  unconfirmed: boolean;
  /** What was found of an old debt or promise is on record. */
  established: boolean;
  /** 认定 in the present instance. */
  determination: 'proposed' | 'approved' | null;
}

export const NOTHING_STANDING: Standing = {
  order: null,
  proposed: false,
  unpaid: false,
  unconfirmed: false,
  established: false,
  determination: null,
};

/** Only these can be an old debt (旧账): something was promised or owed before. */
export const hasOldDebt = (kind: CaseKind): boolean => kind === 'old_debt' || kind === 'promise';

export const STANDING_REFUSALS = [
  'no_order',
  'order_running',
  'reported_before',
  'no_settlement',
  'settlement_waiting',
  'nothing_unpaid',
  'nothing_unconfirmed',
  'other_kind', // only for promises and old debts
  'not_established',
  'determination_waiting',
  'determined_before',
  'no_determination',
] as const;
export type StandingRefusal = (typeof STANDING_REFUSALS)[number];

/** The reason against an action by what stands; null: none. */
export function standingRefusal(action: string, standing: Standing, kind: CaseKind): StandingRefusal | null {
  switch (action) {
    case 'order':
      return standing.order ? 'order_running' : null;
    case 'press':
    case 'close_order':
      return standing.order ? null : 'no_order';
    case 'report':
      return standing.order === 'open' ? null : standing.order === 'reported' ? 'reported_before' : 'no_order';
    case 'settle':
      return standing.proposed ? 'settlement_waiting' : null;
    case 'agree':
      return standing.proposed ? null : 'no_settlement';
    case 'pay':
      return standing.unpaid ? null : 'nothing_unpaid';
    case 'confirm':
      return standing.unconfirmed ? null : 'nothing_unconfirmed';
    case 'establish':
      return hasOldDebt(kind) ? null : 'other_kind';
    case 'determine':
      if (!hasOldDebt(kind)) return 'other_kind';
      if (!standing.established) return 'not_established';
      if (standing.determination === 'proposed') return 'determination_waiting';
      return standing.determination === 'approved' ? 'determined_before' : null;
    case 'decide_determination':
      return standing.determination === 'proposed' ? null : 'no_determination';
    case 'perform':
      if (!hasOldDebt(kind)) return 'other_kind';
      return standing.established ? null : 'not_established';
    default:
      return null;
  }
}
