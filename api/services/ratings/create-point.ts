import { randomUUID } from 'node:crypto';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { insertPoint } from '../../../db/queries/service-points.ts';
import { parse } from '../../contracts/parse.ts';
import { NewServicePoint } from '../../contracts/rating.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';
import { newPointCode } from './point-code.ts';

/** Who sets up counters for a body and what is below it. */
export const POINT_ROLES: readonly OfficialRole[] = ['publisher', 'administrator', 'directory_editor'];

/** A new service point with a signed code of its own, ready for its poster. */
export async function createPoint(ctx: Ctx, input: unknown): Promise<{ id: string; code: string }> {
  const point = parse(NewServicePoint, input);
  const body = (await ctx.directory()).bodies.get(point.bodyId);
  if (!body) throw new DomainError('request.invalid', { fields: [{ path: 'bodyId', code: 'respondent_unknown' }] });
  await requireRole(ctx, POINT_ROLES, body.id);
  const id = randomUUID();
  const { code, keyVersion } = newPointCode(ctx);
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    await insertPoint(tx, {
      id,
      code,
      codeKeyVersion: keyVersion,
      kind: point.kind,
      channel: point.channel,
      name: point.name,
      nameEn: point.nameEn ?? null,
      placeName: point.placeName,
      placeNameEn: point.placeNameEn ?? null,
      bodyId: body.id,
      division: body.division,
      createdAt: now,
    });
    await appendEvent(tx, {
      subjectKind: 'setting',
      subjectId: id,
      kind: 'point_created',
      actor: ctx.actor,
      bodyId: body.id,
      at: now,
      payload: { kind: point.kind, channel: point.channel },
    });
  });
  return { id, code };
}
