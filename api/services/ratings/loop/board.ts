import { type FlagRow, flagsAt } from '../../../../db/queries/rating-flags.ts';
import { type ReviewListed, reviewsOf } from '../../../../db/queries/rating-loop.ts';
import type { OfficialRole } from '../../../domain/official.ts';
import type { LoopFigures } from '../../../domain/rating-loop.ts';
import type { Ctx } from '../../context.ts';
import { bodiesOf, requireRole } from '../../officials/authorise.ts';
import { bodyName } from '../../officials/inbox.ts';
import { ratingLoopFigures } from './figures.ts';

const SEES: readonly OfficialRole[] = ['handler', 'approver', 'supervisor'];
const SHOWN = 100;

export interface RatingBoard {
  figures: LoopFigures;
  reviews: (Omit<ReviewListed, 'bodyId' | 'proposedBy'> & { body: string })[];
  /** For supervisors only, about bodies below the supervising one. */
  flags:
    | (Omit<FlagRow, 'bodyId' | 'decidedBody'> & { body: string; decidedBody: string | null; mine: boolean })[]
    | null;
}

/** Bad ratings, reviews and flags of the bodies within reach. @throws DomainError auth.* */
export async function ratingBoard(ctx: Ctx): Promise<RatingBoard> {
  const official = await requireRole(ctx, SEES, null);
  const own = new Set(official.grants.map((grant) => grant.bodyId));
  const reached = [...(await bodiesOf(ctx, SEES))];
  const supervised = [...(await bodiesOf(ctx, ['supervisor']))];
  const [figures, reviews, flags, directory] = await Promise.all([
    ratingLoopFigures(ctx, { bodies: reached }),
    reviewsOf(ctx.sql, reached, SHOWN),
    supervised.length > 0 ? flagsAt(ctx.sql, supervised, SHOWN) : null,
    ctx.directory(),
  ]);
  const name = (id: string) => bodyName(directory, id, ctx.locale);
  return {
    figures,
    reviews: reviews.map(({ bodyId, proposedBy: _, ...row }) => ({ ...row, body: name(bodyId) })),
    flags:
      flags?.map(({ bodyId, decidedBody, ...row }) => ({
        ...row,
        body: name(bodyId),
        decidedBody: decidedBody ? name(decidedBody) : null,
        mine: !own.has(bodyId),
      })) ?? null,
  };
}
