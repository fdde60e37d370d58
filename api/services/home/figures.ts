import { countFigures, type FigureCounts } from '../../../db/queries/home.ts';
import type { Ctx } from '../context.ts';

/** The counts behind the home page. Public: numbers only, no case can be told from them. */
export async function homeFigures(ctx: Ctx): Promise<FigureCounts> {
  return countFigures(ctx.sql);
}
