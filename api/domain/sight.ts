import { holds, READING_ROLES, type Reaches, SAME } from './disclosure.ts';
import type { Actor, OfficialRole } from './official.ts';

/**
 * How a body sees a case, the widest first. `deals`: it handles, accepts or watches it. `passed_on`: it had it and passed it
 * on. `arbitrates`: it decides a dispute about it. `asked`: it was asked for its opinion, and reads the question, the story
 * and the demands, never the file. A body with no sight learns from no answer that there is a case. Pure: the one rule by
 * which pages, lists, forms and the interface decide.
 */
export const SIGHTS = ['deals', 'passed_on', 'arbitrates', 'asked'] as const;
export type Sight = (typeof SIGHTS)[number];

/** Roles that read cases. What each may do with one is asked of the state machine and the grants, action by action. */
export const CASE_READERS: readonly OfficialRole[] = [
  'intake',
  'handler',
  'approver',
  'supervisor',
  'arbiter',
  'auditor',
];

/** Whose grants for a body give its sight: a dispute is for its arbiters alone, an opinion for those who give it and their superiors. */
export const SIGHT_ROLES: Readonly<Record<Sight, readonly OfficialRole[]>> = {
  deals: CASE_READERS,
  passed_on: CASE_READERS,
  arbitrates: ['arbiter'],
  asked: ['intake', 'handler', 'approver', 'supervisor'],
};

/** The bodies that have the case now. */
export interface Dealing {
  handlerId: string | null;
  acceptingId: string | null;
  watchingId: string | null;
}
/** What the rule needs to know of a case. `assignments`: every body that has or had it; `opinions`: whoever was asked for one. */
export interface SightHead extends Dealing {
  assignments: readonly { bodyId: string; role: string }[];
  opinions: readonly { bodyId: string }[];
}

const NOBODY: SightHead = { handlerId: null, acceptingId: null, watchingId: null, assignments: [], opinions: [] };
/** A case of which nothing is known but that a body was asked for its opinion. */
export const askedOnly = (bodyId: string): SightHead => ({ ...NOBODY, opinions: [{ bodyId }] });

export const dealingBodies = ({ handlerId, acceptingId, watchingId }: Dealing): string[] =>
  [handlerId, acceptingId, watchingId].filter((id) => id !== null);

/** The bodies that have a sight of a case. */
export function bodiesWith(sight: Sight, head: SightHead): string[] {
  const assigned = (role: string) => head.assignments.filter((row) => row.role === role).map((row) => row.bodyId);
  switch (sight) {
    case 'deals':
      return dealingBodies(head);
    case 'passed_on':
      return assigned('lead');
    case 'arbitrates':
      return assigned('arbiter');
    case 'asked':
      return head.opinions.map((opinion) => opinion.bodyId);
  }
}

/** Who decides about objections and repairs on the publisher's side, and therefore opens what was filed with them. */
export const REQUEST_DECIDERS: readonly OfficialRole[] = ['publisher', 'approver'];

/**
 * How an official sees the files of an objection or a repair. `opens`: decides about it. `counts`: reads the record with its
 * drafts (supervisor, auditor, administrator), and learns that there are files, their size and their scan, never a name or a
 * byte: a file names the filer as often as not. Everybody else, the body complained of and the determining one too: nothing.
 */
export type RequestSight = 'opens' | 'counts' | 'none';
export const requestSight = (actor: Actor, publisherId: string | null, reaches: Reaches = SAME): RequestSight =>
  holds(actor, REQUEST_DECIDERS, publisherId, reaches)
    ? 'opens'
    : holds(actor, READING_ROLES, publisherId, reaches)
      ? 'counts'
      : 'none';
