/** Filters of the inbox, as its links carry them. */
export const INBOX_FOLDERS = [
  'all',
  'held',
  'to_accept',
  'in_progress',
  'due_soon',
  'overdue',
  'waiting',
  'answered',
  'closed',
] as const;
export type InboxFolder = (typeof INBOX_FOLDERS)[number];

/** Ended cases are counted up to here: there is no end to them. */
export const CLOSED_CAP = 1000;
