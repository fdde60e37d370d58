import { filedCase } from '../../../db/queries/filing.ts';
import type { ClockAnswer } from '../../contracts/complaint.ts';
import type { Ctx } from '../context.ts';
import { inOrder } from './filing-content.ts';

export interface Receipt {
  handler: string;
  screening: string;
  filedOn: string;
  clocks: ClockAnswer[];
}

/** What the confirmation page says of a case that its pass has opened. */
export async function readReceipt(ctx: Ctx, caseId: string): Promise<Receipt | null> {
  const row = await filedCase(ctx.sql, caseId);
  if (!row) return null;
  const directory = await ctx.directory();
  const handler = directory.bodies.get(row.handlerId ?? '');
  return {
    handler: (ctx.locale === 'en' ? handler?.nameEn : null) ?? handler?.name ?? '',
    screening: row.screening,
    filedOn: row.filedOn,
    clocks: inOrder(row.clocks),
  };
}
