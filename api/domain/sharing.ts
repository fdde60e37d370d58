/** 逐级归集: words of what goes to platforms above, and what each of them means. The queue is decided in db/migrations/0035. */

/** A platform of the state, of the province, or a site of the 信用中国 kind. */
export const SHARE_LEVELS = ['national', 'province', 'credit_site'] as const;
export type ShareLevel = (typeof SHARE_LEVELS)[number];

export const SHARE_FORMATS = ['jiannuo-share/1'] as const;
export type ShareFormat = (typeof SHARE_FORMATS)[number];

export const SHARE_ACTS = ['add', 'modify', 'remove'] as const;
export type ShareAct = (typeof SHARE_ACTS)[number];

/**
 * `corrected`: refused, and a later message took its place. `dropped`: the record left publication, or the destination was
 * switched off, before it was sent.
 */
export const SHARE_STATES = ['waiting', 'sent', 'received', 'rejected', 'corrected', 'dropped'] as const;
export type ShareState = (typeof SHARE_STATES)[number];

/** Why a record leaves a destination: the state that it ended in or the class of its withdrawal, or its kind goes there no more. */
export const REMOVE_REASONS = [
  'repaired',
  'expired',
  'exempted',
  'withdrawn',
  'mistaken',
  'judgment_changed',
  'duplicate',
  'privacy',
  'legal_order',
  'out_of_scope',
] as const;
export type RemoveReason = (typeof REMOVE_REASONS)[number];

/** Why a destination refuses a message. The first two tell what it holds, and the next message follows from that by itself. */
export const SHARE_REFUSALS = [
  'unknown_record',
  'already_there',
  'format_invalid',
  'field_missing',
  'field_invalid',
  'code_unknown', // 统一社会信用代码
  'not_competent', // the record belongs to another platform
  'other',
] as const;
export type ShareRefusal = (typeof SHARE_REFUSALS)[number];

/** The step of the clock table by which a message is due. */
export const shareStep = (act: ShareAct): string => (act === 'remove' ? 'repair_share' : 'record_share');

/** The last day of which everything that was to be told by the step is late today; null: nothing can be late. */
export function lateSince(today: string, dueOf: (since: string) => string | null, before: (day: string) => string) {
  let day = today;
  for (let i = 0; i < 400; i++) {
    const due = dueOf(day);
    if (due === null) return null;
    if (due < today) return day;
    day = before(day);
  }
  return null;
}
