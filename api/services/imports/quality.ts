import { invalidate } from '../../../db/queries/outbox.ts';
import {
  type ImportTotals,
  importTotals,
  measureKind,
  type QualityRow,
  qualityRows,
} from '../../../db/queries/quality.ts';
import { DISCLOSURE_KINDS } from '../../domain/disclosure.ts';
import { KINDS } from '../../domain/disclosure-kinds.ts';
import type { Ctx, Deps } from '../context.ts';

export interface DataQuality {
  records: QualityRow[];
  imports: ImportTotals[];
  measuredAt: Date | null;
}

/** Job: measures the public records. Fields that only hold what the portal itself knows are not counted. */
export async function measureQuality(deps: Pick<Deps, 'db'>): Promise<void> {
  await deps.db.transaction(async (tx) => {
    for (const kind of DISCLOSURE_KINDS) {
      await measureKind(
        tx,
        kind,
        KINDS[kind].shows.filter((field) => field !== 'bodyId'),
      );
    }
    await invalidate(tx, ['quality']);
  });
}

/** What the public sees of the quality of the data: counts and dates, nothing of a single record. */
export async function dataQuality(ctx: Pick<Ctx, 'db'>): Promise<DataQuality> {
  const [records, imports] = await Promise.all([qualityRows(ctx.db), importTotals(ctx.db)]);
  const measured = records.map((row) => row.measuredAt.getTime());
  return { records, imports, measuredAt: measured.length > 0 ? new Date(Math.min(...measured)) : null };
}
