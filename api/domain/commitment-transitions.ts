import {
  COMMITMENT_OUTCOMES,
  type CommitmentOutcome,
  type CommitmentStanding,
  type CommitmentState,
  holdsFor,
  OWED_STATES,
  PASSING_STATES,
  type Reaches,
  SAME,
} from './commitment.ts';
import { DomainError } from './errors.ts';
import type { Actor, OfficialRole } from './official.ts';

/** The life of a commitment as ONE table: what is not here cannot happen. */
const PLAIN_ACTIONS = [
  'edit',
  'submit',
  'return',
  'publish',
  'discard',
  'report', // progress
  'pay', // a payment was made
  'take_back', // an entry of a payment was a mistake
  'enter_stage', // of a PPP project
  'charge', // the responsible department or post is another
  'compensate', // compensation for a lawful change was paid
  'refuse', // a proposal
  'confirm', // what an enterprise registered
  'dispute',
  'pass_on',
] as const;
type Proposal = `propose_${CommitmentOutcome}`;
type Approval = `approve_${CommitmentOutcome}`;
export type CommitmentAction = (typeof PLAIN_ACTIONS)[number] | Proposal | Approval;

/**
 * Who acts: officials of the body that owes it and those above; whoever determines (those above, and the publisher of the
 * record that the determination is); the portal by itself.
 */
export type CommitmentSide = 'owner' | 'determiner' | 'system';
/** `authors`: who wrote it or handed it in; `proposer`: who proposed what is decided here. */
export type ClosedTo = 'authors' | 'proposer';

export interface CommitmentTransition {
  action: CommitmentAction;
  from: readonly CommitmentState[];
  to: CommitmentState | 'same';
  /** States of `from` in which it stays. */
  stays: readonly CommitmentState[];
  by: CommitmentSide;
  roles: readonly OfficialRole[];
  closedTo: readonly ClosedTo[];
}

const PUBLISHERS: readonly OfficialRole[] = ['publisher'];
const DECIDERS: readonly OfficialRole[] = ['publisher', 'approver'];
const DESK: readonly OfficialRole[] = ['publisher', 'handler'];
const WATCHERS: readonly OfficialRole[] = ['publisher', 'approver', 'supervisor'];

const step = (
  action: CommitmentAction,
  from: readonly CommitmentState[],
  to: CommitmentState | 'same',
  roles: readonly OfficialRole[],
  closedTo: readonly ClosedTo[] = [],
  by: CommitmentSide = 'owner',
): CommitmentTransition => ({ action, from, to, stays: [], by, roles, closedTo });

/** From which states each outcome can come, and where it leads. */
const OUTCOME_MOVES: Record<CommitmentOutcome, { from: readonly CommitmentState[]; to: CommitmentState | 'same' }> = {
  honoured: { from: OWED_STATES, to: 'honoured' },
  partly: { from: ['published', 'in_progress', 'changed'], to: 'partly' },
  changed: { from: OWED_STATES, to: 'changed' },
  // 认定: only by a determination that is published itself (domain.md "Two ledgers that never mix").
  broken: { from: OWED_STATES, to: 'broken' },
  corrected: { from: [...OWED_STATES, 'honoured', 'broken'], to: 'same' },
  // A promise does not go because somebody takes it off: a second person must agree that it never was one.
  withdrawn: { from: ['published', 'in_progress'], to: 'withdrawn' },
};

const decided = COMMITMENT_OUTCOMES.flatMap((outcome) => {
  const { from, to } = OUTCOME_MOVES[outcome];
  const broken = outcome === 'broken';
  const by = broken ? 'determiner' : 'owner';
  return [
    step(`propose_${outcome}`, from, 'same', broken ? WATCHERS : PUBLISHERS, [], by),
    step(`approve_${outcome}`, from, to, broken ? WATCHERS : DECIDERS, ['proposer'], by),
  ];
});

export const COMMITMENT_TRANSITIONS: readonly CommitmentTransition[] = [
  step('edit', ['draft'], 'draft', PUBLISHERS),
  step('submit', ['draft'], 'in_review', PUBLISHERS),
  step('return', ['in_review'], 'draft', DECIDERS),
  step('publish', ['in_review'], 'published', DECIDERS, ['authors']),
  step('discard', ['draft', 'in_review'], 'withdrawn', PUBLISHERS),
  { ...step('report', OWED_STATES, 'in_progress', DESK), stays: ['partly', 'changed'] },
  // What was broken can still be paid: it stays broken, and the arrears go down.
  { ...step('pay', [...OWED_STATES, 'broken'], 'in_progress', DESK), stays: ['partly', 'changed', 'broken'] },
  step('take_back', [...OWED_STATES, 'broken'], 'same', DESK),
  step('enter_stage', OWED_STATES, 'same', DESK),
  step('charge', OWED_STATES, 'same', PUBLISHERS),
  step('compensate', ['changed'], 'same', DESK),
  step('refuse', [...OWED_STATES, 'honoured', 'broken'], 'same', WATCHERS, [], 'determiner'),
  // The body says that it promised it: a draft of its own comes of it, which a second person publishes as any other.
  step('confirm', ['registered'], 'draft', PUBLISHERS),
  step('dispute', ['registered'], 'disputed', PUBLISHERS),
  step('pass_on', PASSING_STATES, 'same', [], [], 'system'),
  ...decided,
];
const BY_ACTION = new Map(COMMITMENT_TRANSITIONS.map((one) => [one.action, one]));
export const COMMITMENT_ACTIONS: readonly CommitmentAction[] = COMMITMENT_TRANSITIONS.map((one) => one.action);

/** What the rules need beside the row; left out: nobody. */
export interface CommitmentLife {
  /** Officials who wrote any of its versions. */
  authors?: readonly string[];
  /** Who proposed the decision that is open. */
  proposer?: string | null;
  /** Bodies that published the record by which it was found broken. */
  determiners?: readonly string[];
}

/**
 * Checks that `actor` may do `action` now: the side, the state, then whom it is closed to. @returns the state after it
 * @throws DomainError auth.required | auth.forbidden | commitment.transition_refused | commitment.second_person_required
 */
export function checkCommitmentAction(
  actor: Actor,
  action: CommitmentAction,
  record: CommitmentStanding,
  life: CommitmentLife = {},
  reaches: Reaches = SAME,
): CommitmentState {
  const t = BY_ACTION.get(action);
  if (!t) throw new Error(`no transition for ${action}`);
  const may =
    t.by === 'system'
      ? actor.kind === 'system'
      : holdsFor(actor, t.roles, [record.owedById], reaches) ||
        (t.by === 'determiner' && holdsFor(actor, t.roles, life.determiners ?? [], SAME));
  if (!may) throw new DomainError(actor.kind === 'public' ? 'auth.required' : 'auth.forbidden');
  if (!t.from.includes(record.state)) {
    throw new DomainError('commitment.transition_refused', { params: { action, state: record.state } });
  }
  if (actor.kind === 'official') {
    const wrote = [record.createdBy, record.submittedBy, ...(life.authors ?? [])].includes(actor.id);
    const closed = t.closedTo.some((who) => (who === 'authors' ? wrote : actor.id === life.proposer));
    if (closed) throw new DomainError('commitment.second_person_required');
  }
  return t.to === 'same' || t.stays.includes(record.state) ? record.state : t.to;
}

/** The actions that `actor` is offered: all that checkCommitmentAction lets through. */
export function commitmentActionsFor(
  actor: Actor,
  record: CommitmentStanding,
  life: CommitmentLife = {},
  reaches: Reaches = SAME,
): CommitmentAction[] {
  return COMMITMENT_ACTIONS.filter((action) => {
    try {
      checkCommitmentAction(actor, action, record, life, reaches);
      return true;
    } catch {
      return false;
    }
  });
}
