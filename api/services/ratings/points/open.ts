import { findPoint, type ServicePointRow } from '../../../../db/queries/service-points.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { OfficialRole } from '../../../domain/official.ts';
import type { Ctx } from '../../context.ts';
import { type Official, requireRole } from '../../officials/authorise.ts';

/**
 * A point for whoever holds one of `roles` for its body or above it.
 * @throws DomainError auth.* | resource.not_found | resource.gone where it is revoked and must not be
 */
export async function openPoint(
  ctx: Ctx,
  id: string,
  roles: readonly OfficialRole[],
  options: { revoked?: boolean } = {},
): Promise<{ point: ServicePointRow; official: Official }> {
  await requireRole(ctx, roles, null);
  const point = /^[0-9a-f-]{36}$/.test(id) ? await findPoint(ctx.db, id) : null;
  if (!point) throw new DomainError('resource.not_found');
  const official = await requireRole(ctx, roles, point.bodyId);
  if (point.revokedAt && !options.revoked) throw new DomainError('resource.gone');
  return { point, official };
}
