import { findPoint, type PointCounts, pointsOf } from '../../../db/queries/service-points.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireRole } from '../officials/authorise.ts';
import { POINT_ROLES } from './create-point.ts';

export interface PointView extends PointCounts {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  placeName: string;
  placeNameEn: string | null;
  bodyId: string;
  body: string;
  revoked: boolean;
}

const SEES = [...POINT_ROLES, 'supervisor'] as const;

/** The points that an official may set up or watch, with how often and how badly they were rated. */
export async function listPoints(ctx: Ctx): Promise<PointView[]> {
  await requireRole(ctx, SEES, null);
  const [reached, directory] = [await bodiesOf(ctx, SEES), await ctx.directory()];
  const rows = await pointsOf(ctx.db, [...reached]);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    placeName: row.placeName,
    placeNameEn: row.placeNameEn,
    bodyId: row.bodyId,
    body: directory.bodies.get(row.bodyId)?.name ?? '—',
    revoked: row.revokedAt !== null,
    total: row.total,
    bad: row.bad,
    month: row.month,
  }));
}

export interface PosterView {
  code: string;
  name: string;
  nameEn: string | null;
  placeName: string;
  placeNameEn: string | null;
  body: string;
  url: string;
}

/** What is printed for a counter. @throws DomainError resource.not_found | resource.gone | auth.forbidden */
export async function poster(ctx: Ctx, id: string): Promise<PosterView> {
  await requireRole(ctx, SEES, null);
  const row = /^[0-9a-f-]{36}$/.test(id) ? await findPoint(ctx.db, id) : null;
  if (!row) throw new DomainError('resource.not_found');
  await requireRole(ctx, SEES, row.bodyId);
  if (row.revokedAt) throw new DomainError('resource.gone');
  return {
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    placeName: row.placeName,
    placeNameEn: row.placeNameEn,
    body: (await ctx.directory()).bodies.get(row.bodyId)?.name ?? '—',
    url: `${ctx.publicUrl}/rate/${row.code}`,
  };
}
