import { type CaseState, SCREENING_STATES, type Screening } from './case.ts';
import type { OfficialRole } from './official.ts';

/** Folders of the inbox, as its links carry them. */
export const INBOX_FOLDERS = [
  'all',
  'mine',
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

/** States in which the clock presses. What waits for the complainant, or has been answered, presses nobody. */
export const PRESSING: readonly CaseState[] = ['filed', 'accepted'];
const OPEN: readonly CaseState[] = [...PRESSING, 'waiting', 'answered'];

export interface FolderRule {
  states: readonly CaseState[];
  screening: readonly Screening[];
  /** Where the due date must lie: before today, from today to the last day that counts as due soon. */
  due?: 'overdue' | 'soon';
  /** Only what is assigned to the official who looks. */
  mine?: boolean;
  /** Newest first; otherwise what is due first stands first. */
  newestFirst?: boolean;
}

/** What each folder holds. Lists and counts are both made from it. */
export const FOLDER_RULES: Record<InboxFolder, FolderRule> = {
  all: { states: OPEN, screening: ['passed', 'held'] },
  mine: { states: OPEN, screening: ['passed', 'held'], mine: true },
  held: { states: ['filed'], screening: ['held'] },
  to_accept: { states: ['filed'], screening: ['passed'] },
  in_progress: { states: ['accepted'], screening: SCREENING_STATES },
  due_soon: { states: PRESSING, screening: ['passed', 'held'], due: 'soon' },
  overdue: { states: PRESSING, screening: ['passed', 'held'], due: 'overdue' },
  waiting: { states: ['waiting'], screening: SCREENING_STATES },
  answered: { states: ['answered'], screening: SCREENING_STATES, newestFirst: true },
  closed: { states: ['closed', 'refused', 'withdrawn', 'merged'], screening: SCREENING_STATES, newestFirst: true },
};

/** Roles that take a case on their desk. */
export const DESK_ROLES: readonly OfficialRole[] = ['intake', 'handler'];

/** A search opens at most so many cases at a time, and says so. */
export const SEARCH_CANDIDATES = 300;
/** Hits of a filter are counted up to here. */
export const FILTER_CAP = 1000;
/** How long the count of a saved filter stands, in seconds. */
export const COUNT_STANDS = 300;
export const MOST_FILTERS = 20;
/** How long somebody counts as present after the last sign, in seconds; the page says so once a minute. */
export const PRESENT_FOR = 180;
