import { invalidate } from '../../../db/queries/outbox.ts';
import {
  figuresNow,
  type ImportTotals,
  importTotals,
  measureKind,
  type QualityRow,
  qualityRows,
} from '../../../db/queries/quality.ts';
import { DISCLOSURE_KINDS, type DisclosureKind } from '../../domain/disclosure.ts';
import { KINDS } from '../../domain/disclosure-kinds.ts';
import type { Ctx, Deps } from '../context.ts';

export interface DataQuality {
  records: QualityRow[];
  imports: ImportTotals[];
  measuredAt: Date | null;
}

const countedFields = (kind: DisclosureKind) => KINDS[kind].shows.filter((field) => field !== 'bodyId');

/** Job: measures the public records. Fields that only hold what the portal itself knows are not counted. */
export async function measureQuality(deps: Pick<Deps, 'db'>): Promise<void> {
  await deps.db.transaction(async (tx) => {
    for (const kind of DISCLOSURE_KINDS) {
      await measureKind(tx, kind, countedFields(kind));
    }
    await invalidate(tx, ['quality']);
  });
}

/** What the public sees of the quality of the data: counts and dates, nothing of a single record. */
export async function dataQuality(ctx: Pick<Ctx, 'db'>): Promise<DataQuality> {
  const [measured, imports] = await Promise.all([qualityRows(ctx.db), importTotals(ctx.db)]);
  const records =
    measured.length > 0
      ? measured
      : (await Promise.all(DISCLOSURE_KINDS.map((kind) => figuresNow(ctx.db, kind, countedFields(kind))))).flat();
  const times = records.map((row) => row.measuredAt.getTime());
  return { records, imports, measuredAt: times.length > 0 ? new Date(Math.min(...times)) : null };
}
