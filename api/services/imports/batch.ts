import { Readable } from 'node:stream';
import { inReviewAfter, type PublicationRow, publicationOf } from '../../../db/queries/import-publication.ts';
import { type BatchRow, batchStates, fileParts, findBatch, listReachable } from '../../../db/queries/imports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { QualityReason } from '../../domain/import-quality.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import type { ImportSource, RowFault } from '../disclosures/import-source.ts';
import { bodiesOf, requireRole } from '../officials/authorise.ts';
import { UUID } from '../uuid.ts';
import type { AlikeRow } from './find-alike.ts';

/** Who sees imports; only publishers and approvers act on them. */
export const IMPORT_READERS: readonly OfficialRole[] = ['publisher', 'approver'];
const PAGE = 50;
const SAMPLES = 5;

export interface ImportBatch extends Omit<BatchRow, 'report' | 'blockedBy' | 'alike' | 'profile'> {
  report: RowFault[];
  blockedBy: QualityReason[];
  alike: AlikeRow[];
  /** Rows that are here already, as far as the check saw. */
  known: number;
  /** Records of it by state. */
  states: Record<string, number>;
  /** The reader uploaded it: somebody else approves. */
  own: boolean;
  /** The press that publishes it whole, the last one. */
  publication: PublicationRow | null;
  /** Some of what waits for approval, to be looked at first. */
  samples: { id: string; title: string; number: string | null }[];
}

/** The bytes of an upload as a file that can be read more than once. */
export const sourceOf = (ctx: Pick<Ctx, 'db'>, batch: Pick<BatchRow, 'id' | 'fileName'>): ImportSource => ({
  name: batch.fileName,
  open: () => Readable.from(fileParts(ctx.db, batch.id)),
});

/** @throws DomainError auth.required | auth.forbidden | resource.not_found */
export async function readableBatch(ctx: Ctx, id: string): Promise<BatchRow> {
  await requireRole(ctx, IMPORT_READERS, null);
  const batch = UUID.test(id) ? await findBatch(ctx.db, id) : null;
  if (!batch) throw new DomainError('resource.not_found');
  if (batch.publisherId !== null && !(await bodiesOf(ctx, IMPORT_READERS)).has(batch.publisherId)) {
    throw new DomainError('resource.not_found');
  }
  return batch;
}

export async function getImport(ctx: Ctx, id: string): Promise<ImportBatch> {
  const batch = await readableBatch(ctx, id);
  const official = await requireRole(ctx, IMPORT_READERS, null);
  return {
    ...batch,
    report: batch.report as RowFault[],
    blockedBy: batch.blockedBy as QualityReason[],
    alike: batch.alike as AlikeRow[],
    known: (batch.profile as { known?: number } | null)?.known ?? 0,
    states: await batchStates(ctx.db, batch.id),
    own: batch.importedBy === official.id,
    publication: await publicationOf(ctx.sql, batch.id),
    // Ids are random: the first ones are a sample.
    samples: batch.state === 'finished' ? await inReviewAfter(ctx.sql, batch.id, null, SAMPLES) : [],
  };
}

export async function listImports(ctx: Ctx): Promise<BatchRow[]> {
  await requireRole(ctx, IMPORT_READERS, null);
  return listReachable(ctx.db, [...(await bodiesOf(ctx, IMPORT_READERS))], PAGE);
}

/** How far the import, the comparison of a long file or the publication is. The page loads anew when the state changes. */
export async function progressOf(
  ctx: Pick<Ctx, 'sql'>,
  batch: BatchRow,
  of: string | null,
): Promise<{ state: string; done: number; total: number }> {
  const { state, cursorRow, rowsTotal, compared, comparedAt } = batch;
  if (of === 'comparison')
    return { state: comparedAt ? 'compared' : 'comparing', done: compared ?? 0, total: rowsTotal };
  const order = of === 'publication' ? await publicationOf(ctx.sql, batch.id) : null;
  if (order) return { state: order.state, done: order.published + order.keptBack, total: order.total };
  return { state, done: cursorRow, total: rowsTotal };
}
