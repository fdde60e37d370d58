import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { endCodes } from '../../../db/queries/service-point-codes.ts';
import { findPoint, revokePointRow } from '../../../db/queries/service-points.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';
import { POINT_ROLES } from './create-point.ts';

/** Takes a code out of use, for good: ratings given stay, the poster opens nothing any more. */
export async function revokePoint(ctx: Ctx, id: string): Promise<{ changed: boolean }> {
  await requireRole(ctx, POINT_ROLES, null);
  const point = await findPoint(ctx.db, id);
  if (!point) throw new DomainError('resource.not_found');
  await requireRole(ctx, POINT_ROLES, point.bodyId);
  return ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    if (!(await revokePointRow(tx, id, now))) return { changed: false };
    await endCodes(tx, id, now);
    await appendEvent(tx, {
      subjectKind: 'setting',
      subjectId: id,
      kind: 'point_revoked',
      actor: ctx.actor,
      bodyId: point.bodyId,
      at: now,
      payload: {},
    });
    await invalidate(tx, [`point:${id}`]);
    return { changed: true };
  });
}
