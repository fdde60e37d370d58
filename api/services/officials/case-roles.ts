import type { CaseHead } from '../../../db/queries/case-file.ts';
import type { CaseFacts } from '../../domain/case-life.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import { type Official, subordinate } from './authorise.ts';

/** The roles that an official holds for the bodies that deal with a case. */
export function rolesFor(
  directory: Directory,
  official: Official,
  head: Pick<CaseHead, 'handlerId' | 'acceptingId'>,
): ReadonlySet<OfficialRole> {
  const bodies = [head.handlerId, head.acceptingId].filter((id) => id !== null);
  const held = official.grants.filter((grant) => bodies.some((id) => subordinate(directory, grant.bodyId, id)));
  return new Set(held.map((grant) => grant.role));
}

/** What the rules of the life of a case need to know of it. */
export function caseFacts(head: CaseHead): CaseFacts {
  const answeredSince = head.answeredAt !== null && head.verdictAt !== null && head.answeredAt > head.verdictAt;
  return {
    state: head.state,
    screening: head.screening,
    accepted: head.acceptedAt !== null,
    returnUsed: head.returnUsed,
    designated: head.designated,
    sender: head.assignments.some((assignment) => assignment.role === 'lead' && assignment.to !== null),
    reopened: head.reopened,
    verdict: answeredSince ? null : head.verdict,
  };
}
