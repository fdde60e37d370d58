import type { CaseAction, CaseState, Screening } from './case.ts';
import type { OfficialRole } from './official.ts';
import { ENDED } from './retention.ts';

/** The table of the life of a case: which action is possible in which state, by whom, and what state comes of it. Printable. */

/** `resumed`: accepted where it was accepted before, else filed. `same`: the state stays. */
type Next = CaseState | 'same' | 'resumed';
export type Side = 'complainant' | 'official';

export interface Transition {
  action: CaseAction;
  from: readonly CaseState[];
  next: Next;
  by: readonly Side[];
  /** Officials: any of these roles for the handling (or accepting) body. */
  roles: readonly OfficialRole[];
  /** The roles must be held for a body above the handling one, or for the one that watches. */
  superior?: true;
  /** What stands on the case before it was let through or after it was rejected. */
  screening: readonly Screening[];
}

const OPEN = ['filed', 'accepted', 'waiting', 'answered'] as const;
/** Somebody works on it. */
const HANDLING = ['accepted', 'waiting'] as const;
const PASSED = ['passed'] as const;
const NOT_REJECTED = ['passed', 'held'] as const;
const ANY = ['passed', 'held', 'rejected'] as const;
const DESK = ['intake', 'handler'] as const;
/** It was or will be answered: what an answer promised is followed up, whatever happened since. */
const DEALT_WITH = ['accepted', 'waiting', 'answered', 'closed'] as const;
const LAST = ['answered', 'closed'] as const;
const EVERY = [...OPEN, 'closed', 'refused', 'withdrawn', 'merged'] as const;

/** Acts that leave the state as it is: what they change stands beside it (standing.ts). */
const beside = (
  action: CaseAction,
  roles: readonly OfficialRole[],
  from: readonly CaseState[] = DEALT_WITH,
): Transition => ({ action, from, next: 'same', by: ['official'], roles, screening: PASSED });
const above = (action: CaseAction, from: readonly CaseState[] = EVERY): Transition => ({
  ...beside(action, ['supervisor'], from),
  superior: true,
});
const own = (action: CaseAction, from: readonly CaseState[], next: Next = 'same'): Transition => ({
  action,
  from,
  next,
  by: ['complainant'],
  roles: [],
  screening: PASSED,
});

export const TRANSITIONS: readonly Transition[] = [
  { action: 'screen', from: ['filed'], next: 'same', by: ['official'], roles: DESK, screening: ['held'] },
  { action: 'accept', from: ['filed'], next: 'accepted', by: ['official'], roles: DESK, screening: PASSED },
  // What was asked for never came: refusing is still possible where the case was not accepted before.
  { action: 'refuse', from: ['filed', 'waiting'], next: 'refused', by: ['official'], roles: DESK, screening: PASSED },
  { action: 'ask', from: ['filed', 'accepted'], next: 'waiting', by: ['official'], roles: DESK, screening: PASSED },
  { action: 'supply', from: ['waiting'], next: 'resumed', by: ['complainant'], roles: [], screening: PASSED },
  {
    action: 'answer',
    // A merged case is dealt with together with another and answered by itself: that ends the merge.
    from: ['accepted', 'waiting', 'merged'],
    next: 'answered',
    by: ['official'],
    roles: ['handler'],
    screening: PASSED,
  },
  // Acceptance is a word given to the complainant: passing a case on takes neither it nor the running clock back.
  {
    action: 'transfer',
    from: ['filed', 'accepted', 'waiting'],
    next: 'same',
    by: ['official'],
    roles: DESK,
    screening: PASSED,
  },
  {
    action: 'return',
    from: ['filed', 'accepted', 'waiting'],
    next: 'same',
    by: ['official'],
    roles: DESK,
    screening: PASSED,
  },
  // Whoever has the case keeps it until the arbiter has spoken: no case is ever without an owner.
  {
    action: 'dispute',
    from: ['filed', 'accepted', 'waiting'],
    next: 'same',
    by: ['official'],
    roles: DESK,
    screening: PASSED,
  },
  {
    action: 'designate',
    from: ['filed', 'accepted', 'waiting'],
    next: 'same',
    by: ['official'],
    roles: ['arbiter'],
    screening: PASSED,
  },
  { action: 'merge', from: HANDLING, next: 'merged', by: ['official'], roles: DESK, screening: PASSED },
  // Back to what it was before, which the merge remembers.
  { action: 'split', from: ['merged'], next: 'resumed', by: ['official'], roles: DESK, screening: PASSED },
  ...(['link', 'unlink'] as const).map(
    (action): Transition => ({
      action,
      from: [...OPEN, 'closed', 'merged'],
      next: 'same',
      by: ['official'],
      roles: DESK,
      screening: PASSED,
    }),
  ),
  {
    action: 'reply_group',
    from: DEALT_WITH,
    next: 'same',
    by: ['official'],
    roles: ['handler'],
    screening: PASSED,
  },
  {
    action: 'ask_extension',
    from: ['filed', 'accepted'],
    next: 'same',
    by: ['official'],
    roles: ['handler'],
    screening: PASSED,
  },
  {
    action: 'decide_extension',
    from: ['filed', 'accepted'],
    next: 'same',
    by: ['official'],
    roles: ['approver'],
    screening: PASSED,
  },
  {
    action: 'close',
    from: ['answered'],
    next: 'closed',
    by: ['official'],
    roles: ['handler', 'approver'],
    screening: PASSED,
  },
  {
    action: 'note',
    from: [...OPEN, 'closed', 'refused', 'withdrawn', 'merged'],
    next: 'same',
    by: ['official'],
    roles: ['intake', 'handler', 'approver', 'supervisor'],
    screening: ['passed', 'held', 'rejected'],
  },
  {
    action: 'message',
    from: [...OPEN, 'merged'],
    next: 'same',
    by: ['complainant', 'official'],
    roles: DESK,
    screening: NOT_REJECTED,
  },
  {
    action: 'evidence',
    from: ['filed', 'accepted', 'waiting'],
    next: 'same',
    by: ['complainant'],
    roles: [],
    screening: NOT_REJECTED,
  },
  {
    action: 'withdraw',
    from: [...OPEN, 'merged'],
    next: 'withdrawn',
    by: ['complainant'],
    roles: [],
    screening: NOT_REJECTED,
  },
  // "The body says solved" is the state, "the complainant says solved" the verdict: neither overwrites the other.
  { action: 'verdict', from: ['answered', 'closed'], next: 'same', by: ['complainant'], roles: [], screening: PASSED },
  {
    action: 'reopen',
    from: ['answered', 'closed'],
    next: 'accepted',
    by: ['complainant'],
    roles: [],
    screening: PASSED,
  },
  ...['release_answer' as const, 'return_answer' as const].map(
    (action): Transition => ({
      action,
      from: [...HANDLING, 'merged'],
      next: action === 'release_answer' ? 'answered' : 'same',
      by: ['official'],
      roles: ['approver'],
      screening: PASSED,
    }),
  ),
  {
    action: 'report_performance',
    from: DEALT_WITH,
    next: 'same',
    by: ['official'],
    roles: ['handler'],
    screening: PASSED,
  },
  { action: 'deny_performance', from: DEALT_WITH, next: 'same', by: ['complainant'], roles: [], screening: PASSED },
  { action: 'ask_opinion', from: HANDLING, next: 'same', by: ['official'], roles: ['handler'], screening: PASSED },
  { action: 'give_opinion', from: HANDLING, next: 'same', by: ['official'], roles: DESK, screening: PASSED },
  { action: 'ask_explanation', from: HANDLING, next: 'same', by: ['official'], roles: ['handler'], screening: PASSED },
  {
    action: 'share_explanation',
    from: DEALT_WITH,
    next: 'same',
    by: ['official'],
    roles: ['handler'],
    screening: PASSED,
  },
  // While the case is open its words are needed; after that the person may ask (个人信息保护法 art. 47).
  { action: 'ask_erasure', from: ENDED, next: 'same', by: ['complainant'], roles: [], screening: ANY },
  {
    action: 'decide_erasure',
    from: ENDED,
    next: 'same',
    by: ['official'],
    roles: ['approver', 'supervisor'],
    screening: ANY,
  },
  above('order', [...OPEN, 'closed', 'refused']),
  above('press'),
  beside('report', ['handler'], EVERY),
  above('close_order'),
  above('criticise', [...OPEN, 'closed', 'refused']),
  beside('mediate', ['handler'], ['accepted', 'waiting', 'answered']),
  beside('settle', ['handler'], ['accepted', 'answered']),
  own('agree', DEALT_WITH),
  beside('pay', ['handler']),
  own('confirm', DEALT_WITH),
  beside('court', ['handler']),
  beside('establish', ['handler'], ['accepted', 'waiting', 'answered']),
  beside('determine', ['handler'], ['accepted', 'answered']),
  beside('decide_determination', ['approver'], ['accepted', 'waiting', 'answered']),
  beside('perform', ['handler'], ['accepted', 'answered', 'closed']),
  // 信访条例 arts 34 and 35: the superior body looks at it anew, twice at most.
  own('ask_review', LAST, 'accepted'),
  own('ask_recheck', LAST, 'accepted'),
];

const BY_ACTION = new Map(TRANSITIONS.map((t) => [t.action, t]));

export function transitionOf(action: CaseAction): Transition {
  const found = BY_ACTION.get(action);
  if (!found) throw new Error(`no transition for ${action}`);
  return found;
}
