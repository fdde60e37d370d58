import { legalToday } from '../../../db/queries/filing.ts';
import type { Ctx } from '../context.ts';

/** Today's legal date (Asia/Shanghai), by the database's clock. */
export const legalDay = (ctx: Pick<Ctx, 'sql'>): Promise<string> => legalToday(ctx.sql);
