import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rating, ratingDelta } from '../schema/ratings.ts';

export interface RatingKey {
  id: string;
  createdAt: Date;
}

/** A change of the figures beside the giving of a rating: each measure by `n`. */
export const insertDelta = (
  tx: Tx,
  of: { pointId: string; bodyId: string; day: string; level: number },
  measures: string[],
  n: 1 | -1,
) =>
  tx.insert(ratingDelta).values({
    servicePointId: of.pointId,
    bodyId: of.bodyId,
    day: of.day,
    level: of.level,
    measures,
    n,
  });

/**
 * Sets a rating aside, or takes it back in, with its figures, in the caller's transaction (the review that decided it).
 * It goes on counting as given. @returns false where it stood so already, or is not there
 */
export async function setRatingAside(tx: Tx, key: RatingKey, at: Date | null): Promise<boolean> {
  const [row] = await tx
    .update(rating)
    .set({ setAsideAt: at })
    .where(
      and(
        eq(rating.id, key.id),
        eq(rating.createdAt, key.createdAt),
        at ? isNull(rating.setAsideAt) : isNotNull(rating.setAsideAt),
      ),
    )
    .returning({
      pointId: rating.servicePointId,
      bodyId: rating.bodyId,
      level: rating.level,
      day: sql<string>`(${rating.createdAt} at time zone 'Asia/Shanghai')::date::text`,
    });
  if (!row) return false;
  await insertDelta(tx, row, ['set_aside'], at ? 1 : -1);
  return true;
}
