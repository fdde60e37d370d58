import {
  CASE_ACTIONS,
  type CaseAction,
  type CaseInstance,
  type CaseKind,
  type CaseState,
  type Screening,
  type Verdict,
} from './case.ts';
import type { OfficialRole } from './official.ts';
import { ENDED } from './retention.ts';
import { NOTHING_STANDING, STANDING_REFUSALS, type Standing, standingRefusal } from './standing.ts';

/** The life of a case: which action is possible in which state, by whom, and what comes of it. Pure and printable. */

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
/** It was or will be answered: what an answer promised is followed up, whatever happened since. */
const ANSWERABLE = ['accepted', 'waiting', 'answered', 'closed'] as const;
const PASSED = ['passed'] as const;
const NOT_REJECTED = ['passed', 'held'] as const;
const ANY = ['passed', 'held', 'rejected'] as const;
const DESK = ['intake', 'handler'] as const;
/** What was promised outlives the answer. */
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
    from: ANSWERABLE,
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
    from: ANSWERABLE,
    next: 'same',
    by: ['official'],
    roles: ['handler'],
    screening: PASSED,
  },
  { action: 'deny_performance', from: ANSWERABLE, next: 'same', by: ['complainant'], roles: [], screening: PASSED },
  { action: 'ask_opinion', from: HANDLING, next: 'same', by: ['official'], roles: ['handler'], screening: PASSED },
  { action: 'give_opinion', from: HANDLING, next: 'same', by: ['official'], roles: DESK, screening: PASSED },
  { action: 'ask_explanation', from: HANDLING, next: 'same', by: ['official'], roles: ['handler'], screening: PASSED },
  {
    action: 'share_explanation',
    from: ANSWERABLE,
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

/** What the rules need to know of a case. */
export interface CaseFacts {
  state: CaseState;
  screening: Screening;
  /** It was accepted at some time. */
  accepted: boolean;
  returnUsed: boolean;
  designated: boolean;
  /** There is a body that passed it on, to which it can be returned. */
  sender: boolean;
  reopened: boolean;
  /** The verdict on the last answer; a verdict on an earlier one does not count. */
  verdict: Verdict | null;
  /** An answer waits for its release, … */
  proposed?: boolean;
  /** … written by the very official who asks. */
  ownProposal?: boolean;
  /** A promise by a date has no report that stands. */
  promiseOpen?: boolean;
  /** There is a report of performance that nobody has denied. */
  performanceReported?: boolean;
  /** The official's body was asked for its opinion and has not given it. */
  opinionAsked?: boolean;
  /** The body complained of has explained, and the complainant cannot read it yet. */
  explanationGiven?: boolean;
  /** Its handler contests that it is competent, and the arbiter has not yet spoken. */
  disputed?: boolean;
  /** The days for contesting are over. */
  contestLate?: boolean;
  /** Other cases are merged into it. */
  hasMerged?: boolean;
  /** The complainant has asked for erasure, and nobody has decided. */
  erasureAsked?: boolean;
  kind: CaseKind;
  instance: CaseInstance;
  /** Left out: nothing stands. */
  standing?: Standing;
  /** A clock runs, is not overdue and has days of extension left by its rule. */
  extendable?: boolean | undefined;
  /** An extension waits to be decided: asked for by another, or by the very official. */
  extension?: 'asked' | 'own' | undefined;
}

export type Who = { side: 'complainant' } | { side: 'official'; roles: ReadonlySet<OfficialRole> };

/** Why an action is not possible now; words in site/text/casework.ts. */
export const REFUSALS = [
  'not_yours', // the other side does this
  'role', // no role for it
  'held', // not yet let through
  'rejected', // not let through
  'state', // not in this state
  'accepted_before',
  'return_used',
  'designated',
  'no_sender',
  'disputed', // the arbiter has not yet spoken
  'not_disputed',
  'contest_late',
  'has_merged',
  'verdict_given',
  'reopened_before',
  'no_proposal',
  'own_proposal', // never one's own answer
  'no_promise',
  'no_report',
  'no_opinion',
  'no_explanation',
  'erasure_asked',
  'erasure_not_asked',
  'instance', // not at this stage of review
  'verdict_first',
  'verdict_solved',
  ...STANDING_REFUSALS,
  'extension_none', // no clock can be extended now
  'extension_asked', // one waits to be decided
  'extension_not_asked',
  'extension_own', // decided by another person than the one who asked
] as const;
export type Refusal = (typeof REFUSALS)[number];

const BY_ACTION = new Map(TRANSITIONS.map((t) => [t.action, t]));

export function transitionOf(action: CaseAction): Transition {
  const found = BY_ACTION.get(action);
  if (!found) throw new Error(`no transition for ${action}`);
  return found;
}

/** Null where it is possible, otherwise the first reason against it: who, then state, then what happened before. */
export function refusal(action: CaseAction, facts: CaseFacts, who: Who): Refusal | null {
  const t = transitionOf(action);
  if (!t.by.includes(who.side)) return 'not_yours';
  if (who.side === 'official' && !t.roles.some((role) => who.roles.has(role))) return 'role';
  if (!t.screening.includes(facts.screening)) {
    if (facts.screening === 'held') return 'held';
    if (facts.screening === 'rejected') return 'rejected';
    return 'state';
  }
  if (!t.from.includes(facts.state)) return 'state';
  return before(action, facts);
}

function before(action: CaseAction, facts: CaseFacts): Refusal | null {
  switch (action) {
    case 'refuse':
      return facts.accepted ? 'accepted_before' : null;
    case 'answer':
      return facts.accepted ? null : 'state';
    case 'return': // 退单: once, and never after an arbiter has named the handler
      if (facts.disputed || facts.hasMerged) return facts.disputed ? 'disputed' : 'has_merged';
      return facts.returnUsed ? 'return_used' : facts.designated ? 'designated' : facts.sender ? null : 'no_sender';
    case 'transfer': // 指定 is final: only the arbiter moves the case once more
      // Who looks at it again is the superior: it is not passed back down.
      if (facts.instance !== 'first') return 'instance';
      if (facts.hasMerged) return 'has_merged';
      return facts.disputed ? 'disputed' : facts.designated ? 'designated' : null;
    case 'dispute':
      if (facts.instance !== 'first') return 'instance';
      if (facts.hasMerged || facts.designated) return facts.designated ? 'designated' : 'has_merged';
      return facts.disputed ? 'disputed' : facts.contestLate ? 'contest_late' : null;
    case 'merge':
      return facts.hasMerged ? 'has_merged' : facts.disputed ? 'disputed' : null;
    case 'close': // whoever is dealt with together is answered before the matter is put away
      return facts.hasMerged ? 'has_merged' : null;
    case 'designate':
      if (facts.instance !== 'first') return 'instance';
      return facts.disputed || facts.designated ? null : 'not_disputed';
    case 'verdict':
      return facts.verdict ? 'verdict_given' : null;
    case 'reopen':
      if (facts.instance !== 'first') return 'instance';
      return facts.reopened
        ? 'reopened_before'
        : facts.verdict && facts.verdict !== 'not_solved'
          ? 'verdict_given'
          : null;
    case 'release_answer': // a second person (design.md: four eyes)
    case 'return_answer':
      return facts.proposed ? (facts.ownProposal ? 'own_proposal' : null) : 'no_proposal';
    case 'report_performance':
      return facts.promiseOpen ? null : 'no_promise';
    case 'deny_performance':
      return facts.performanceReported ? null : 'no_report';
    case 'give_opinion':
      return facts.opinionAsked ? null : 'no_opinion';
    case 'share_explanation':
      return facts.explanationGiven ? null : 'no_explanation';
    case 'ask_erasure':
      return facts.erasureAsked ? 'erasure_asked' : null;
    case 'decide_erasure':
      return facts.erasureAsked ? null : 'erasure_not_asked';
    case 'ask_review':
      return facts.instance === 'first' ? unsolved(facts) : 'instance';
    case 'ask_recheck':
      return facts.instance === 'review' ? unsolved(facts) : 'instance';
    case 'ask_extension':
      return facts.extension ? 'extension_asked' : facts.extendable ? null : 'extension_none';
    case 'decide_extension':
      return facts.extension === 'asked' ? null : facts.extension === 'own' ? 'extension_own' : 'extension_not_asked';
    default:
      return standingRefusal(action, facts.standing ?? NOTHING_STANDING, facts.kind);
  }
}

const unsolved = (facts: CaseFacts): Refusal | null =>
  facts.verdict === null ? 'verdict_first' : facts.verdict === 'solved' ? 'verdict_solved' : null;

/** The state after an action that is possible. */
export function stateAfter(action: CaseAction, facts: Pick<CaseFacts, 'state' | 'accepted'>): CaseState {
  const { next } = transitionOf(action);
  if (next === 'same') return facts.state;
  if (next === 'resumed') return facts.accepted ? 'accepted' : 'filed';
  return next;
}

export interface PossibleAction {
  action: CaseAction;
  refusal: Refusal | null;
}

/** Every action of a side, each possible or with the reason why not. */
export const allowedActions = (facts: CaseFacts, who: Who): PossibleAction[] =>
  CASE_ACTIONS.filter((action) => transitionOf(action).by.includes(who.side)).map((action) => ({
    action,
    refusal: refusal(action, facts, who),
  }));
