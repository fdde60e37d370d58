import {
  type DisclosureStanding,
  type DisclosureState,
  holds,
  isAuthor,
  type Reaches,
  SAME,
  tookPart,
} from './disclosure.ts';
import {
  DISCLOSURE_ACTIONS,
  type DisclosureAction,
  disclosureTransition,
  type Tracks,
} from './disclosure-transitions.ts';
import { DomainError } from './errors.ts';
import type { Actor } from './official.ts';

/** The rules that read the table of the life of a record. Pure. */

/** What the rules need beside the row, where it is known; left out: nobody. */
export interface LifeFacts {
  /** Bodies that speak for the one that the record is about: itself and its successors. */
  subjects?: readonly string[];
  /** Bodies that determined it: the deciding body where the directory has it, else the publisher. */
  determiners?: readonly string[];
  /** Officials who wrote any of its versions. */
  authors?: readonly string[];
  /** Who proposed the correction or exemption that is open. */
  proposer?: string | null;
  /** Who confirmed the performance. */
  confirmer?: string | null;
}

const TRACK_OF: { [T in keyof Tracks]: keyof DisclosureStanding } = {
  objection: 'objectionFlag',
  rectification: 'rectification',
  repair: 'repair',
};

function mayAct(
  actor: Actor,
  action: DisclosureAction,
  record: DisclosureStanding,
  facts: LifeFacts,
  reaches: Reaches,
) {
  const t = disclosureTransition(action);
  if (t.by === 'system') return actor.kind === 'system';
  if (t.by === 'filer') return true; // the service checks who files
  if (actor.kind !== 'official') return false;
  if (t.by === 'publisher') return holds(actor, t.roles, record.publisherId, reaches);
  const bodies = (t.by === 'subject' ? facts.subjects : facts.determiners) ?? [];
  // Exactly these bodies: a superior does not speak for its subordinate.
  return actor.grants.some((grant) => t.roles.includes(grant.role) && bodies.includes(grant.bodyId));
}

function isClosed(actorId: string, action: DisclosureAction, record: DisclosureStanding, facts: LifeFacts): boolean {
  const wrote = isAuthor(actorId, record) || (facts.authors ?? []).includes(actorId);
  return disclosureTransition(action).closedTo.some((who) => {
    if (who === 'authors') return wrote;
    if (who === 'participants') return wrote || tookPart(actorId, record);
    return actorId === (who === 'proposer' ? facts.proposer : facts.confirmer);
  });
}

/** The state and the tracks after an action that is possible. */
export interface After {
  state: DisclosureState;
  objectionFlag: DisclosureStanding['objectionFlag'];
  rectification: DisclosureStanding['rectification'];
  repair: DisclosureStanding['repair'];
}

/**
 * Checks that `actor` may do `action` now: the side, the state, the track, then who it is closed to.
 * @throws DomainError auth.required | auth.forbidden | disclosure.transition_refused | disclosure.second_person_required
 */
export function checkAction(
  actor: Actor,
  action: DisclosureAction,
  record: DisclosureStanding,
  facts: LifeFacts = {},
  reaches: Reaches = SAME,
): After {
  const t = disclosureTransition(action);
  if (!mayAct(actor, action, record, facts, reaches)) {
    throw new DomainError(actor.kind === 'public' ? 'auth.required' : 'auth.forbidden');
  }
  const refused = (state: string) => new DomainError('disclosure.transition_refused', { params: { action, state } });
  if (!t.from.includes(record.state)) throw refused(record.state);
  const { objectionFlag, rectification, repair } = record;
  const after: After = { state: t.to === 'same' ? record.state : t.to, objectionFlag, rectification, repair };
  if (t.track) {
    const key = TRACK_OF[t.track.name];
    const now = record[key];
    if (!(t.track.from as readonly unknown[]).includes(now)) throw refused(String(now));
    if (t.track.to !== 'same') Object.assign(after, { [key]: t.track.to });
  }
  if (actor.kind === 'official' && isClosed(actor.id, action, record, facts)) {
    throw new DomainError('disclosure.second_person_required');
  }
  return after;
}

/** The actions that `actor` is offered: all that checkAction lets through. */
export function actionsFor(
  actor: Actor,
  record: DisclosureStanding,
  facts: LifeFacts = {},
  reaches: Reaches = SAME,
): DisclosureAction[] {
  return DISCLOSURE_ACTIONS.filter((action) => {
    try {
      checkAction(actor, action, record, facts, reaches);
      return true;
    } catch {
      return false;
    }
  });
}
