import { codesOf, offersOf, pointsByIds, pointsIn } from '../../../../db/queries/service-point-codes.ts';
import { namedPoints, type ServicePointRow } from '../../../../db/queries/service-points.ts';
import { HELD_BY } from '../../../domain/service-point.ts';
import type { Ctx } from '../../context.ts';
import { bodiesOf, hasRole } from '../../officials/authorise.ts';
import { POINT_ROLES } from '../create-point.ts';
import { counterKey } from '../transaction.ts';
import { openPoint } from './open.ts';
import { POINT_READERS } from './posters.ts';

const CHOICES = 300;

export interface PointPage {
  point: ServicePointRow;
  body: string;
  may: boolean;
  /** What stands in the hall. */
  holds: ServicePointRow[];
  /** Of an item the windows that offer it, of a window the items offered there. */
  offers: ServicePointRow[];
  /** Codes that were replaced, the newest first. */
  codes: { code: string; keyVersion: number; replacedAt: Date; validUntil: Date; open: boolean }[];
  halls: { id: string; name: string }[];
  windows: { id: string; name: string }[];
  /** What it was rated for is older than the newest key: it may be replaced. */
  oldKey: boolean;
}

/** One service point with everything that hangs on it. @throws DomainError auth.* | resource.not_found */
export async function pointPage(ctx: Ctx, id: string): Promise<PointPage> {
  const { point } = await openPoint(ctx, id, POINT_READERS, { revoked: true });
  const may = point.revokedAt === null && (await hasRole(ctx, POINT_ROLES, point.bodyId));
  const reach = may ? [...(await bodiesOf(ctx, POINT_ROLES))] : [];
  const [holds, offered, codes, directory] = await Promise.all([
    pointsIn(ctx.db, { parentId: point.id }),
    offersOf(ctx.db, point),
    codesOf(ctx.db, point.id),
    ctx.directory(),
  ]);
  const choices = may && HELD_BY[point.kind as keyof typeof HELD_BY] ? await namedPoints(ctx.db, reach) : [];
  const named = (kind: string) =>
    choices
      .filter((row) => row.kind === kind && row.id !== point.id)
      .slice(0, CHOICES)
      .map((row) => ({ id: row.id, name: `${row.placeName} ${row.name}` }));
  const now = Date.now();
  return {
    point,
    body: directory.bodies.get(point.bodyId)?.name ?? '—',
    may,
    holds,
    offers: await pointsByIds(ctx.db, offered),
    codes: codes.map((row) => ({ ...row, open: row.validUntil.getTime() > now })),
    halls: named('hall'),
    windows: point.kind === 'item' ? named('window') : [],
    oldKey: point.codeKeyVersion > 0 && point.codeKeyVersion < ctx.keys.version,
  };
}

/** The secret with which the counter's own system signs numbers of transactions. @throws DomainError auth.* | resource.* */
export async function showCounterKey(ctx: Ctx, id: string): Promise<string> {
  const { point } = await openPoint(ctx, id, POINT_ROLES);
  return counterKey(ctx, point.code);
}
