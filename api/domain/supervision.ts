/** 督办: an order of a superior. The report is awaited, has come, or the order is closed. */
export const ORDER_STATES = ['open', 'reported', 'closed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
export const ORDER_ENTRY_KINDS = ['ordered', 'pressed', 'reported', 'closed'] as const;
export type OrderEntryKind = (typeof ORDER_ENTRY_KINDS)[number];

export const ORDER_READINGS = ['awaited', 'late', 'reported', 'closed'] as const;
export type OrderReading = (typeof ORDER_READINGS)[number];

/** Late begins the day after the date of the report; it is derived, never stored. */
export function readOrder(order: { state: OrderState; dueOn: string }, today: string): OrderReading {
  if (order.state !== 'open') return order.state;
  return today > order.dueOn ? 'late' : 'awaited';
}
