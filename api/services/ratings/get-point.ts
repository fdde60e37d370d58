import { pointByCode } from '../../../db/queries/rating.ts';
import { currentCode } from '../../../db/queries/service-point-codes.ts';
import type { ServicePoint } from '../../contracts/rating.ts';
import { DomainError } from '../../domain/errors.ts';
import { indicatorsOf, RATING_LEVELS, type ServicePointKind } from '../../domain/rating.ts';
import type { Ctx } from '../context.ts';
import { readPointCode } from './point-code.ts';

/** The point whose code was replaced, until the grace is over. */
async function replaced(ctx: Ctx, code: string) {
  const now = await currentCode(ctx.sql, code);
  return now ? pointByCode(ctx.sql, now) : null;
}

/** What a code at a counter opens, under its present code. @throws DomainError rating.code_invalid */
export async function getPoint(ctx: Ctx, typed: string): Promise<ServicePoint> {
  const code = readPointCode(ctx, typed);
  const point = code ? ((await pointByCode(ctx.sql, code)) ?? (await replaced(ctx, code))) : null;
  const body = point ? (await ctx.directory()).bodies.get(point.bodyId) : undefined;
  if (!point || !body) throw new DomainError('rating.code_invalid');
  return {
    code: point.code,
    kind: point.kind as ServicePointKind,
    channel: point.channel,
    name: point.name,
    nameEn: point.nameEn,
    placeName: point.placeName,
    placeNameEn: point.placeNameEn,
    body: { id: body.id, name: body.name },
    division: point.division,
    levels: [...RATING_LEVELS],
    indicators: [...indicatorsOf(point.channel)],
  };
}
