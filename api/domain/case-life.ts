import {
  CASE_ACTIONS,
  type CaseAction,
  type CaseInstance,
  type CaseKind,
  type CaseState,
  type Screening,
  type Verdict,
} from './case.ts';
import { transitionOf } from './case-transitions.ts';
import type { OfficialRole } from './official.ts';
import { NOTHING_STANDING, STANDING_REFUSALS, type Standing, standingRefusal } from './standing.ts';

/** The rules of the life of a case: what stands against an action now, and the state after it. Pure. */

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
