import { databaseTime } from '../../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../../db/queries/events.ts';
import { invalidate } from '../../../../db/queries/outbox.ts';
import { changePoint, pointsByIds, putOffers } from '../../../../db/queries/service-point-codes.ts';
import type { ServicePointRow } from '../../../../db/queries/service-points.ts';
import { parse } from '../../../contracts/parse.ts';
import { EditServicePoint } from '../../../contracts/service-point.ts';
import { DomainError } from '../../../domain/errors.ts';
import { HELD_BY } from '../../../domain/service-point.ts';
import type { Ctx } from '../../context.ts';
import { bodiesOf } from '../../officials/authorise.ts';
import { POINT_ROLES } from '../create-point.ts';
import { openPoint } from './open.ts';

/**
 * Renames a point, puts it into a hall, says where an item is offered. Its code and its ratings stay, so posters that hang remain
 * good under the old name. @throws DomainError auth.* | resource.* | request.invalid | setting.version_conflict
 */
export async function editPoint(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { point } = await openPoint(ctx, id, POINT_ROLES);
  const input = parse(EditServicePoint, raw);
  const reach = await bodiesOf(ctx, POINT_ROLES);
  const parentId = await hallOf(ctx, point.kind, input.parentId, reach);
  const windows = point.kind === 'item' ? await pointsByIds(ctx.db, input.windowIds) : [];
  const fits = (row: ServicePointRow) => row.kind === 'window' && row.revokedAt === null && reach.has(row.bodyId);
  if (point.kind === 'item' && (windows.length < input.windowIds.length || !windows.every(fits)))
    throw new DomainError('request.invalid', { fields: [{ path: 'windowIds', code: 'invalid_value' }] });
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const changed = await changePoint(tx, point.id, input.version, {
      name: input.name,
      nameEn: input.nameEn ?? null,
      placeName: input.placeName,
      placeNameEn: input.placeNameEn ?? null,
      parentId,
    });
    if (!changed) throw new DomainError('setting.version_conflict');
    if (point.kind === 'item') await putOffers(tx, point.id, input.windowIds);
    await appendEvent(tx, {
      subjectKind: 'setting',
      subjectId: point.id,
      kind: 'point_edited',
      actor: ctx.actor,
      bodyId: point.bodyId,
      at: now,
      payload: { parent: parentId, windows: windows.length, renamed: input.name !== point.name },
    });
    await invalidate(tx, [`point:${point.id}`]);
  });
}

/** The hall that a point stands in. @throws DomainError request.invalid at `parentId` */
export async function hallOf(
  ctx: Pick<Ctx, 'db'>,
  kind: string,
  parentId: string | undefined,
  reach: ReadonlySet<string>,
): Promise<string | null> {
  if (!parentId) return null;
  const [hall] = await pointsByIds(ctx.db, [parentId]);
  const wanted = HELD_BY[kind as keyof typeof HELD_BY];
  if (!hall || !wanted || hall.kind !== wanted || hall.revokedAt || !reach.has(hall.bodyId))
    throw new DomainError('request.invalid', { fields: [{ path: 'parentId', code: 'invalid_value' }] });
  return hall.id;
}
