import { databaseTime } from '../../../db/queries/disclosures.ts';
import {
  type BatchRow,
  batchInReview,
  dropFile,
  findBatch,
  finishBatch,
  giveUpOldFiles,
  moveBatch,
  unsettledBatches,
} from '../../../db/queries/imports.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx, Deps } from '../context.ts';
import { approveDisclosure } from '../disclosures/approve.ts';
import { applyRows } from '../disclosures/import.ts';
import { judgedRows, rowsContext } from '../disclosures/import-check.ts';
import { IMPORT_KINDS } from '../disclosures/import-kinds.ts';
import { examine } from '../disclosures/import-source.ts';
import { newRun } from '../disclosures/import-store.ts';
import { type Official, requireRole } from '../officials/authorise.ts';
import { IMPORT_READERS, readableBatch, sourceOf } from './batch.ts';
import { checkImport } from './check.ts';

/** Records that one request publishes; the page says how many are left. */
const APPROVED_AT_ONCE = 200;

const refused = (state: string) => new DomainError('import.state_refused', { params: { state } });

/**
 * Lets the good rows of a checked file in; they wait for a second person. A file that was blocked as a whole needs the word
 * of somebody other than who uploaded it. @throws DomainError auth.* | resource.not_found | import.*
 */
export async function applyImport(ctx: Ctx, id: string): Promise<void> {
  const batch = await readableBatch(ctx, id);
  const official = await requireRole(
    ctx,
    batch.state === 'blocked' ? IMPORT_READERS : ['publisher'],
    batch.publisherId,
  );
  if (batch.state === 'blocked') {
    if (batch.importedBy === official.id) throw new DomainError('import.second_person_required');
    if (batch.rowsTotal === batch.rowsRefused) throw refused(batch.state);
  }
  await ctx.db.transaction(async (tx) => {
    const moved = await moveBatch(tx, id, ['checked', 'blocked'], { state: 'applying', appliedBy: official.id });
    if (!moved) throw refused(batch.state);
    await enqueue(tx, 'import.apply', { batchId: id });
  });
}

/** Gives an upload up before it is applied; its bytes go. */
export async function abandonImport(ctx: Ctx, id: string): Promise<void> {
  const batch = await readableBatch(ctx, id);
  await requireRole(ctx, ['publisher'], batch.publisherId);
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const set = { state: 'abandoned', finishedAt: now } as const;
    if (!(await moveBatch(tx, id, ['waiting', 'checked', 'blocked'], set))) throw refused(batch.state);
    await dropFile(tx, id);
  });
}

/** Whether the actor may publish what the batch brought. @throws DomainError auth.* | import.* */
export async function publishable(ctx: Ctx, id: string): Promise<{ batch: BatchRow; official: Official }> {
  const batch = await readableBatch(ctx, id);
  const official = await requireRole(ctx, IMPORT_READERS, batch.publisherId);
  if (batch.state !== 'finished') throw refused(batch.state);
  if ([batch.importedBy, batch.appliedBy].includes(official.id)) throw new DomainError('import.second_person_required');
  return { batch, official };
}

/**
 * A second person publishes what a batch brought, a portion a request; each record by the same verb, and with the same rules,
 * as alone. @returns how many were published
 * @throws DomainError import.second_person_required for who uploaded or applied it
 */
export async function approveImport(ctx: Ctx, id: string): Promise<number> {
  await publishable(ctx, id);
  let published = 0;
  for (const { id: record, version } of await batchInReview(ctx.db, id, APPROVED_AT_ONCE)) {
    try {
      await approveDisclosure(ctx, record, { version });
      published += 1;
    } catch (error) {
      // Somebody decided this one meanwhile; the others wait for nobody.
      if (!(error instanceof DomainError) || error.code !== 'disclosure.version_conflict') throw error;
    }
  }
  return published;
}

/** Job: imports an uploaded file from the row that it reached; the good rows and the cursor commit together. */
export async function runImport(deps: Deps, batchId: string): Promise<void> {
  const batch = await findBatch(deps.db, batchId);
  const kind = IMPORT_KINDS.get(batch?.kind ?? '');
  if (!batch || !kind || batch.state !== 'applying') return;
  const source = sourceOf(deps, batch);
  const context = await rowsContext(deps);
  const hand = batch.appliedBy ?? batch.importedBy;
  const run = newRun({
    batchId,
    by: batch.importedBy,
    submittedBy: hand,
    // The job acts on the word of the official who applied the batch.
    actor: { kind: 'official', id: hand, name: hand, grants: [] },
    at: context.now,
    reason: batch.reason,
    publisherId: batch.publisherId,
    directory: await deps.directory(),
  });
  const rows = judgedRows(kind, source, await examine(source), context);
  const work = { rows, run, from: batch.cursorRow };
  try {
    await applyRows(work, (each) => deps.db.transaction(each), { apart: true });
  } catch (error) {
    // Another process has it: that one goes on.
    if (error instanceof DomainError && error.code === 'import.elsewhere') return;
    throw error;
  }
  await deps.db.transaction(async (tx) => {
    await finishBatch(tx, batchId);
    await dropFile(tx, batchId);
  });
}

/** Job: takes up what was interrupted (the process was killed, the database went away), and gives up old uploads. */
export async function resumeImports(deps: Deps): Promise<void> {
  for (const { id, state } of await unsettledBatches(deps.db)) {
    await (state === 'waiting' ? checkImport(deps, id) : runImport(deps, id));
  }
  await deps.db.transaction(giveUpOldFiles);
}
