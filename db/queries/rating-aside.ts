import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rating, ratingDelta } from '../schema/ratings.ts';

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
 * Sets the rating that opened a case aside, or takes it back in, with its figures, in the caller's transaction (the review that
 * decided it). It goes on counting as given. @returns false where it stood so already, or is no longer there
 */
export async function setRatingAside(
  tx: Tx,
  of: { ratingId: string; caseId: string },
  at: Date | null,
): Promise<boolean> {
  const [row] = await tx
    .update(rating)
    .set({ setAsideAt: at })
    .where(
      and(
        eq(rating.id, of.ratingId),
        // Both are of one instant, which names the partition.
        sql`${rating.createdAt} = (select filed_at from cases where id = ${of.caseId})`,
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
