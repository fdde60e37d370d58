import type { Tx } from '../../../../db/client.ts';
import { databaseTime } from '../../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../../db/queries/events.ts';
import { invalidate } from '../../../../db/queries/outbox.ts';
import { codeVersions, pointsOfVersion, replaceCode } from '../../../../db/queries/service-point-codes.ts';
import type { ServicePointRow } from '../../../../db/queries/service-points.ts';
import { parse } from '../../../contracts/parse.ts';
import { ReissuePoint, ReissueVersion } from '../../../contracts/service-point.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { bodiesOf, requireRole } from '../../officials/authorise.ts';
import { POINT_ROLES } from '../create-point.ts';
import { newPointCode } from '../point-code.ts';
import { openPoint } from './open.ts';

/** In one go, so that a click does not hold a transaction over a province; the page says how many are left. */
const AT_ONCE = 500;

async function replace(tx: Tx, ctx: Ctx, point: ServicePointRow, now: Date, graceDays: number): Promise<string | null> {
  const made = newPointCode(ctx);
  if (!(await replaceCode(tx, point, made, now, graceDays))) return null;
  await appendEvent(tx, {
    subjectKind: 'setting',
    subjectId: point.id,
    kind: 'point_reissued',
    actor: ctx.actor,
    bodyId: point.bodyId,
    at: now,
    payload: { graceDays, keyVersion: made.keyVersion },
  });
  await invalidate(tx, [`point:${point.id}`]);
  return made.code;
}

/**
 * A new code for a point: a poster was stolen, copied or worn, or its key grew old. The old code opens it for the days of grace.
 * @throws DomainError auth.* | resource.* | request.invalid | setting.version_conflict
 */
export async function reissuePoint(ctx: Ctx, id: string, raw: unknown): Promise<{ code: string }> {
  const { point } = await openPoint(ctx, id, POINT_ROLES);
  const { graceDays } = parse(ReissuePoint, raw);
  // The example of the documentation has a code that nothing signs: it stays.
  if (point.codeKeyVersion === 0) throw new DomainError('auth.forbidden');
  return ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const code = await replace(tx, ctx, point, now, graceDays);
    if (!code) throw new DomainError('setting.version_conflict');
    return { code };
  });
}

/** How many posters within reach carry which version of the key: what hangs, and what hangs in its grace. */
export async function posterVersions(
  ctx: Ctx,
): Promise<{ newest: number; versions: Awaited<ReturnType<typeof codeVersions>> }> {
  await requireRole(ctx, POINT_ROLES, null);
  const reach = await bodiesOf(ctx, POINT_ROLES);
  return { newest: ctx.keys.version, versions: await codeVersions(ctx.sql, [...reach]) };
}

/** New codes for points within reach whose code an older key signed. @returns how many, and whether some are left */
export async function reissueVersion(ctx: Ctx, raw: unknown): Promise<{ reissued: number; more: boolean }> {
  await requireRole(ctx, POINT_ROLES, null);
  const { keyVersion, graceDays } = parse(ReissueVersion, raw);
  if (keyVersion < 1 || keyVersion >= ctx.keys.version)
    throw new DomainError('request.invalid', { fields: [{ path: 'keyVersion', code: 'invalid_value' }] });
  const reach = [...(await bodiesOf(ctx, POINT_ROLES))];
  return ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const points = await pointsOfVersion(tx, reach, keyVersion, AT_ONCE + 1);
    let reissued = 0;
    for (const point of points.slice(0, AT_ONCE)) if (await replace(tx, ctx, point, now, graceDays)) reissued++;
    return { reissued, more: points.length > AT_ONCE };
  });
}
