import { findBatch, pointsIn } from '../../../../db/queries/service-point-codes.ts';
import type { ServicePointRow } from '../../../../db/queries/service-points.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { OfficialRole } from '../../../domain/official.ts';
import type { Ctx } from '../../context.ts';
import { bodiesOf, requireRole } from '../../officials/authorise.ts';
import { POINT_ROLES } from '../create-point.ts';
import { openPoint } from './open.ts';

/** Who sees points and prints them. */
export const POINT_READERS: readonly OfficialRole[] = [...POINT_ROLES, 'supervisor'];

export interface PosterView {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  placeName: string;
  placeNameEn: string | null;
  body: string;
  url: string;
}

async function viewOf(ctx: Ctx, rows: readonly ServicePointRow[]): Promise<PosterView[]> {
  const directory = await ctx.directory();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    placeName: row.placeName,
    placeNameEn: row.placeNameEn,
    body: directory.bodies.get(row.bodyId)?.name ?? '—',
    url: `${ctx.publicUrl}/rate/${row.code}`,
  }));
}

/**
 * What is printed for a counter; with `all`, the pack of a hall: its own poster and those of everything that stands in it, one
 * print job. @throws DomainError resource.not_found | resource.gone | auth.forbidden
 */
export async function posters(ctx: Ctx, id: string, all = false): Promise<PosterView[]> {
  const { point } = await openPoint(ctx, id, POINT_READERS);
  return viewOf(ctx, all ? [point, ...(await pointsIn(ctx.db, { parentId: point.id }))] : [point]);
}

/** All posters of what a table made, as far as the official's reach goes. @throws DomainError auth.* | resource.not_found */
export async function batchPosters(ctx: Ctx, id: string): Promise<{ name: string; posters: PosterView[] }> {
  await requireRole(ctx, POINT_READERS, null);
  const batch = /^[0-9a-f-]{36}$/.test(id) ? await findBatch(ctx.db, { id }) : null;
  const reach = await bodiesOf(ctx, POINT_READERS);
  const rows = batch ? (await pointsIn(ctx.db, { batchId: batch.id })).filter((row) => reach.has(row.bodyId)) : [];
  if (!batch || rows.length === 0) throw new DomainError('resource.not_found');
  return { name: batch.name, posters: await viewOf(ctx, rows) };
}
