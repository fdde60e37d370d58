import type { ChangeMade } from '../../../../db/queries/rating-loop.ts';
import { placeChangesMade, placeLoopCounts } from '../../../../db/queries/rating-loop-places.ts';
import { type LoopFigures, loopFigures } from '../../../domain/rating-loop.ts';
import type { Ctx } from '../../context.ts';

const CHANGES = 10;

/**
 * 实名差评回复率 and 有效差评整改率 of a place with all below it, over the last twelve whole months and this one, and what was
 * changed: of the hourly roll-up (cache tag `places`), so that a province costs what a township does.
 */
export async function placeLoop(
  ctx: Pick<Ctx, 'sql' | 'directory'>,
  code: string,
): Promise<{ loop: LoopFigures; changes: (ChangeMade & { body: string })[] }> {
  const [counts, changes, directory] = await Promise.all([
    placeLoopCounts(ctx.sql, code),
    placeChangesMade(ctx.sql, code, CHANGES),
    ctx.directory(),
  ]);
  return {
    loop: loopFigures(counts),
    changes: changes.map(({ bodyId, ...one }) => ({ ...one, body: directory.bodies.get(bodyId)?.name ?? '' })),
  };
}
