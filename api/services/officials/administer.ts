import type { Tx } from '../../../db/client.ts';
import { lockOfficial } from '../../../db/queries/official-lock.ts';
import { grantsOf } from '../../../db/queries/officials.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Grant } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireRole } from './authorise.ts';

/** Commands act as the system; on the site an administrator may do it, within the reach of the grant. */
export async function requireAdministrator(ctx: Ctx, grants: readonly Grant[]): Promise<void> {
  if (ctx.actor.kind === 'system') return;
  await requireRole(ctx, ['administrator'], null);
  const reached = await bodiesOf(ctx, ['administrator']);
  if (grants.some((grant) => !reached.has(grant.bodyId))) throw new DomainError('auth.forbidden');
}

/**
 * The official to be changed, held for the transaction. Whoever serves a body outside the administrator's reach is not
 * his to change. @throws DomainError resource.not_found | auth.forbidden
 */
export async function holdOfficial(ctx: Ctx, tx: Tx, id: string) {
  const official = await lockOfficial(tx, id);
  if (!official) throw new DomainError('resource.not_found');
  await requireAdministrator(ctx, await grantsOf(tx, id));
  return official;
}

/** Bodies named in grants must exist. @throws DomainError request.invalid */
export async function requireBodies(ctx: Ctx, grants: readonly Grant[]): Promise<void> {
  const directory = await ctx.directory();
  grants.forEach((grant, i) => {
    if (directory.bodies.has(grant.bodyId)) return;
    throw new DomainError('request.invalid', { fields: [{ path: `grants.${i}.bodyId`, code: 'respondent_unknown' }] });
  });
}
