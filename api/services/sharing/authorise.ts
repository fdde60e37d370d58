import type { DestinationRow } from '../../../db/queries/sharing.ts';
import { divisionChain } from '../../domain/division-code.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';

/** Who reads the queue: it holds what is public, and why a platform refused it. */
export const SHARE_READERS: readonly OfficialRole[] = ['publisher', 'supervisor', 'administrator'];

/**
 * Who sends and reads receipts: publishers of the government or of the lead credit authority of the place that runs the portal,
 * or of one above (由各级信用管理部门负责政务信用信息的归集和共享, file 001 of the seeds, 二（四）).
 * @returns the body in whose name it is done @throws DomainError auth.required | auth.forbidden
 */
export async function requireSharer(ctx: Ctx): Promise<string | null> {
  if (ctx.actor.kind === 'system') return null;
  const official = await requireRole(ctx, ['publisher'], null);
  const directory = await ctx.directory();
  const chain = divisionChain(ctx.place.division);
  const grant = official.grants.find(({ role, bodyId }) => {
    const body = directory.bodies.get(bodyId);
    const leads = body?.kind === 'government' || body?.role === 'development_reform';
    return role === 'publisher' && body !== undefined && leads && chain.includes(body.division);
  });
  if (!grant) throw new DomainError('auth.forbidden');
  return grant.bodyId;
}

export async function maySend(ctx: Ctx): Promise<boolean> {
  return requireSharer(ctx).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainError) return false;
      throw error;
    },
  );
}

/** @throws DomainError resource.not_found */
export function known(destination: DestinationRow | null): DestinationRow {
  if (!destination) throw new DomainError('resource.not_found');
  return destination;
}
