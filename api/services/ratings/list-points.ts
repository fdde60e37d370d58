import { countPoints, type PointCounts, pointsOf } from '../../../db/queries/service-points.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireRole } from '../officials/authorise.ts';
import { POINT_READERS } from './points/posters.ts';

export interface PointView extends PointCounts {
  id: string;
  code: string;
  kind: string;
  parentId: string | null;
  name: string;
  nameEn: string | null;
  placeName: string;
  placeNameEn: string | null;
  bodyId: string;
  body: string;
  revoked: boolean;
}

/** Points on one page of the list. */
export const POINTS_SHOWN = 100;

/**
 * The points that an official may set up or watch, with how often and how badly they were rated: those in use first, by hall.
 * `q` finds a part of a name or place, `page` counts from 1.
 */
export async function listPoints(
  ctx: Ctx,
  { q = '', page = 1 }: { q?: string; page?: number } = {},
): Promise<{ points: PointView[]; total: number }> {
  await requireRole(ctx, POINT_READERS, null);
  const [reached, directory] = [await bodiesOf(ctx, POINT_READERS), await ctx.directory()];
  const asked = { bodies: [...reached], q: q.trim().slice(0, 60) };
  const [rows, total] = await Promise.all([
    pointsOf(ctx.db, asked, { limit: POINTS_SHOWN, offset: (page - 1) * POINTS_SHOWN }),
    countPoints(ctx.db, asked),
  ]);
  const points = rows.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    parentId: row.parentId,
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
  return { points, total };
}
