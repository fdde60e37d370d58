import {
  type Colleague,
  colleaguesOf,
  type DeskCase,
  holdCases,
  liveGrants,
  setAssignee,
} from '../../../db/queries/assignment.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { AssignCases } from '../../contracts/inbox.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { DESK_ROLES } from '../../domain/inbox.ts';
import type { Grant } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireOfficial, subordinate } from './authorise.ts';
import { seeingFor } from './sight.ts';

/** Whether somebody with these grants takes cases of the body on the desk. */
const works = (directory: Directory, grants: readonly Grant[], bodyId: string): boolean =>
  grants.some((grant) => DESK_ROLES.includes(grant.role) && subordinate(directory, grant.bodyId, bodyId));

/**
 * Puts cases on the desk of one official of the handling body, or on nobody's: all of them or none. It changes nothing of the
 * case itself, so it conflicts with no reply that is being written; each change is an event.
 * @throws DomainError auth.required | auth.forbidden | request.invalid | resource.not_found
 */
export async function assign(ctx: Ctx, input: unknown): Promise<{ assigned: number }> {
  const official = requireOfficial(ctx);
  const { cases: numbers, to } = parse(AssignCases, input);
  const assignee = to === undefined ? null : to === 'me' ? official.id : to;
  const directory = await ctx.directory();
  const readable = await seeingFor(ctx, 'deals');
  const seen = (row: DeskCase) =>
    [row.handlerId, row.acceptingId, row.watchingId].some((id) => id !== null && readable.has(id));
  return ctx.db.transaction(async (tx) => {
    const rows = await holdCases(tx, [...new Set(numbers)]);
    // What the official may not see does not exist, and neither does what nobody filed.
    if (rows.length < new Set(numbers).size || !rows.every(seen)) throw new DomainError('resource.not_found');
    const theirs = assignee === null || assignee === official.id ? official.grants : await liveGrants(tx, assignee);
    for (const row of rows) {
      if (!row.handlerId || !works(directory, official.grants, row.handlerId)) throw new DomainError('auth.forbidden');
      if (!works(directory, theirs, row.handlerId))
        throw new DomainError('request.invalid', { fields: [{ path: 'to', code: 'not_a_colleague' }] });
    }
    const moved = rows.filter((row) => row.assignee !== assignee);
    for (const row of moved) {
      await setAssignee(tx, row.id, assignee);
      await appendEvent(tx, {
        subjectKind: 'case',
        subjectId: row.id,
        kind: 'assigned',
        actor: ctx.actor,
        bodyId: row.handlerId,
        at: row.now,
        payload: { from: row.assignee, to: assignee },
      });
    }
    return { assigned: moved.length };
  });
}

const MOST_COLLEAGUES = 200;

/** Officials to whom the actor can give cases: those of the bodies for which the actor handles cases. */
export async function assignableTo(ctx: Ctx): Promise<Colleague[]> {
  const bodies = await bodiesOf(ctx, DESK_ROLES);
  return bodies.size === 0 ? [] : colleaguesOf(ctx.sql, [...bodies], DESK_ROLES, MOST_COLLEAGUES);
}
