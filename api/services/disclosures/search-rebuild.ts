import { findDisclosure } from '../../../db/queries/disclosures.ts';
import { outdatedRows } from '../../../db/queries/search-rows.ts';
import type { Ctx } from '../context.ts';
import { syncPublic } from './change.ts';
import { SEARCH_FORM } from './search-row.ts';

const BATCH = 500;

/**
 * Writes the search rows anew that were made by an older release. Each record in a transaction of its own, held against change
 * meanwhile, so that nothing that was just withdrawn comes back. @returns how many were written
 */
export async function rebuildSearch(ctx: Pick<Ctx, 'db' | 'sql'>): Promise<number> {
  const ids = await outdatedRows(ctx.sql, SEARCH_FORM, BATCH);
  for (const id of ids) {
    await ctx.db.transaction(async (tx) => {
      const record = await findDisclosure(tx, id, { lock: true });
      if (record) await syncPublic(tx, record);
    });
  }
  return ids.length;
}
