import { changesMade, type LoopScope, loopCounts, setAsideCount } from '../../../../db/queries/rating-loop.ts';
import { type LoopFigures, loopFigures } from '../../../domain/rating-loop.ts';
import type { Ctx } from '../../context.ts';

/**
 * 实名差评回复率 and 有效差评整改率 of bodies, of a place or of a service point, for public pages and for the supervision page:
 * `answered` and `putRight` carry part, total and interval, beside them the counts of what is late and what was set aside.
 * Pages show them with RateLine.astro and keep the cache tag `ratings:BODY`.
 */
export async function ratingLoopFigures(
  ctx: Pick<Ctx, 'sql'>,
  of: LoopScope,
  between: { from?: string; to?: string } = {},
): Promise<LoopFigures> {
  return loopFigures(await loopCounts(ctx.sql, of, between));
}

export interface MadeChange {
  at: Date;
  /** `planned`: not done yet, by the body's own word. */
  outcome: 'done' | 'planned';
  text: string;
  /** The superior looked again and found it kept, or not; null: nobody has looked. */
  again: 'kept' | 'not_kept' | null;
}

/** What was changed because of bad ratings, newest first, as the body wrote it for the public; and how many were set aside. */
export async function ratingChanges(
  ctx: Pick<Ctx, 'sql'>,
  of: { bodyId: string; pointId?: string },
  limit = 20,
): Promise<{ changes: MadeChange[]; setAside: number }> {
  const [rows, setAside] = await Promise.all([changesMade(ctx.sql, of, limit), setAsideCount(ctx.sql, of)]);
  return { changes: rows.map((row) => ({ ...row }) as MadeChange), setAside };
}
