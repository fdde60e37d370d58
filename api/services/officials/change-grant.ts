import { appendEvent } from '../../../db/queries/events.ts';
import { grantsOf, insertGrants, revokeGrant } from '../../../db/queries/officials.ts';
import { ChangeGrant } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import type { Ctx } from '../context.ts';
import { holdOfficial, requireAdministrator, requireBodies } from './administer.ts';
import { requireFreshFactor } from './authorise.ts';

/** Gives a role for a body to an official, or takes it back; it counts from the next request on. */
export async function changeGrant(ctx: Ctx, input: unknown): Promise<{ changed: boolean }> {
  const { officialId, role, bodyId, change } = parse(ChangeGrant, input);
  const grant = { role, bodyId };
  await requireAdministrator(ctx, [grant]);
  requireFreshFactor(ctx);
  await requireBodies(ctx, [grant]);
  return ctx.db.transaction(async (tx) => {
    const official = await holdOfficial(ctx, tx, officialId);
    if (change === 'grant') {
      const held = await grantsOf(tx, officialId);
      if (held.some((g) => g.role === role && g.bodyId === bodyId)) return { changed: false };
      await insertGrants(tx, officialId, [grant], ctx.actor.kind === 'official' ? ctx.actor.id : null);
    } else if (!(await revokeGrant(tx, officialId, grant, official.now))) {
      return { changed: false };
    }
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: officialId,
      kind: change === 'grant' ? 'granted' : 'revoked',
      actor: ctx.actor,
      bodyId,
      at: official.now,
      payload: { role, bodyId },
    });
    return { changed: true };
  });
}
