import { type PublicPoint, publicPoint, type RatedPoint, ratedPoints } from '../../../db/queries/rating-read.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { type RatingFigures, ratingFigures } from './figures.ts';

const PAGE = 10;
const MONTHS = 12;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Rated {
  body: { id: string; name: string; division: string };
  figures: RatingFigures;
}

async function bodyOf(ctx: Ctx, id: string): Promise<Rated['body']> {
  const body = (await ctx.directory()).bodies.get(id);
  if (!body) throw new DomainError('resource.not_found');
  return { id: body.id, name: body.name, division: body.division };
}

/** How a body was rated. @throws DomainError resource.not_found */
export async function bodyRatings(ctx: Ctx, id: string): Promise<Rated> {
  const body = await bodyOf(ctx, id);
  return { body, figures: await ratingFigures(ctx, { bodyId: id }) };
}

/** How one service point was rated. @throws DomainError resource.not_found */
export async function pointRatings(ctx: Ctx, id: string): Promise<Rated & { point: PublicPoint }> {
  const point = UUID.test(id) ? await publicPoint(ctx.sql, id.toLowerCase()) : null;
  if (!point) throw new DomainError('resource.not_found');
  const body = await bodyOf(ctx, point.bodyId);
  return { point, body, figures: await ratingFigures(ctx, { bodyId: point.bodyId, pointId: point.id }) };
}

/**
 * Points of a body with their ratings of the last twelve months, page by page.
 * @throws DomainError cursor.invalid
 */
export async function pointsOfBody(
  ctx: Ctx,
  bodyId: string,
  cursor: string | null,
): Promise<{ points: RatedPoint[]; nextCursor: string | null }> {
  const query = hashQuery('rated-points', { bodyId });
  const [placeName, name, id] = cursor ? readCursor(ctx, query, cursor) : [];
  const after = cursor ? { placeName: String(placeName), name: String(name), id: String(id) } : null;
  const rows = await ratedPoints(ctx.sql, { bodyId, since: since(new Date()), after, limit: PAGE + 1 });
  const points = rows.slice(0, PAGE);
  const last = points.at(-1);
  const more = rows.length > PAGE && last;
  return { points, nextCursor: more ? signCursor(ctx, query, [last.placeName, last.name, last.id]) : null };
}

/** The first day of the month twelve months ago. */
const since = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS, 1)).toISOString().slice(0, 10);
