import { levelCounts } from '../../../db/queries/rating-read.ts';
import { type RatingScope, type RatingSummary, summarise } from '../../domain/rating.ts';
import type { Ctx } from '../context.ts';

export interface DatedSummary extends RatingSummary {
  first: string | null; // legal dates
  last: string | null;
}

/** How a body, a place, an item or a point was rated. Bad ratings count like all others. */
export async function ratingSummary(
  ctx: Pick<Ctx, 'sql'>,
  of: { scope: RatingScope; key: string },
): Promise<DatedSummary> {
  const rows = await levelCounts(ctx.sql, of.scope, of.key);
  return {
    ...summarise(new Map(rows.map((row) => [row.level, row.count]))),
    first: rows.map((row) => row.first).sort()[0] ?? null,
    last:
      rows
        .map((row) => row.last)
        .sort()
        .at(-1) ?? null,
  };
}
