import type { ServicePointKind } from './rating.ts';

/** Halls hold windows and, where a service is given by the hall as such, kinds of service (事项). */
export const HELD_BY: Readonly<Record<ServicePointKind, ServicePointKind | null>> = {
  hall: null,
  window: 'hall',
  item: 'hall',
  online: null,
};

/** What is printed: a poster, a card for the table, a tent folded in the middle, and the slip of a thermal printer. */
export const PAPERS = ['a4', 'a5', 'tent', 'roll'] as const;
export type Paper = (typeof PAPERS)[number];

/** Days for which a replaced code still opens, for as long as old posters hang. The operator chooses among these. */
export const GRACE_DAYS = [0, 7, 30, 90] as const;

/** Rows that one table of counters may have: a province is loaded hall by hall. */
export const BATCH_ROWS = 2000;
