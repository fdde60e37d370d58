import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import {
  type CommitmentRow,
  findCommitmentKeys,
  insertCommitmentVersion,
  insertDecision,
  milestonesOf,
  putCommitmentSources,
  putMilestones,
  updateCommitment,
} from '../../../db/queries/commitments.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { advanceBatch, finishBatch, insertBatch } from '../../../db/queries/imports.ts';
import { nextDue } from '../../domain/commitment.ts';
import type { Actor } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { readRows } from '../disclosures/import-rows.ts';
import { examine, type ImportSource, type ReadRow, type RowFault } from '../disclosures/import-source.ts';
import { storeCommitment } from './draft.ts';
import { changedFacts, contentOf, contentOfRow, milestoneRows, sourcesOfContent } from './facts.ts';
import { COMMITMENT_COLUMNS, COMMITMENT_TABLE, type CommitmentEntry, readCommitmentRow } from './import-row.ts';

export interface CommitmentImport {
  /** Null in a dry run, and where nothing was stored. */
  batchId: string | null;
  rows: number;
  imported: number;
  changed: number;
  unchanged: number;
  refused: number;
  faults: RowFault[];
}
export interface Delivery {
  /** Written down as the author: somebody else must approve. */
  by: string;
  reason: string;
  name: string;
  dryRun?: boolean;
  /** Good rows are stored though others are bad; left out: one bad row stops all. */
  partial?: boolean;
  /** Bodies whose commitments may be entered; left out: all. */
  bodies?: ReadonlySet<string>;
}

/**
 * A table of commitments (CSV, Excel workbook or JSON Lines). New ones wait in review for a second person; of what is public a
 * correction is proposed, and nothing changes until somebody agrees. The same file again changes nothing.
 */
export async function importCommitments(ctx: Ctx, source: ImportSource, delivery: Delivery): Promise<CommitmentImport> {
  const file = await examine(source);
  const all: ReadRow[] = [];
  for await (const rows of readRows(source, file, COMMITMENT_COLUMNS)) all.push(...rows);
  return storeCommitmentRows(ctx, all, delivery);
}

/** Rows as a file or a sender gave them: judged each, stored together in one transaction. */
export async function storeCommitmentRows(
  ctx: Ctx,
  rows: readonly ReadRow[],
  delivery: Delivery,
): Promise<CommitmentImport> {
  const [directory, { now, today }] = await Promise.all([ctx.directory(), databaseTime(ctx.db)]);
  const good = new Map<string, CommitmentEntry>();
  const report: CommitmentImport = {
    batchId: null,
    rows: rows.length,
    imported: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    faults: [],
  };
  const refuse = (faults: RowFault[]) => {
    report.refused += 1;
    report.faults.push(...faults);
  };
  for (const row of rows) {
    const judged = 'fault' in row ? [row.fault] : readCommitmentRow(row, { directory, today });
    if (Array.isArray(judged)) refuse(judged);
    else if (good.has(judged.key)) refuse([{ line: judged.line, column: 'title', code: 'twice_in_file' }]);
    else if (delivery.bodies && !delivery.bodies.has(judged.owedById))
      refuse([{ line: judged.line, column: 'promised_by', code: 'value_unknown', value: judged.facts.bodyName }]);
    else good.set(judged.key, judged);
  }
  const stopped = report.refused > 0 && !delivery.partial;
  if (delivery.dryRun || stopped || good.size === 0) return report;
  const batchId = randomUUID();
  const hash = sha256(JSON.stringify(rows));
  await ctx.db.transaction(async (tx) => {
    await insertBatch(tx, {
      id: batchId,
      kind: COMMITMENT_TABLE,
      fileName: delivery.name,
      sha256: hash,
      mode: delivery.partial ? 'partial' : 'all',
      state: 'applying',
      reason: delivery.reason,
      rowsTotal: rows.length,
      rowsRefused: report.refused,
      report: report.faults,
      checkedAt: now,
      importedBy: delivery.by,
      appliedBy: delivery.by,
      startedAt: now,
    });
    const known = new Map((await findCommitmentKeys(tx, [...good.keys()])).map((row) => [row.naturalKey, row]));
    const actor: Actor = ctx.actor.kind === 'official' ? ctx.actor : { kind: 'system' };
    for (const entry of good.values()) {
      const row = known.get(entry.key);
      const outcome = row
        ? await update(tx, row, entry, { delivery, actor, batchId, now })
        : await insert(tx, entry, { delivery, actor, batchId });
      report[outcome] += 1;
    }
    const { imported, changed, unchanged } = report;
    await advanceBatch(tx, batchId, 0, rows.length, { imported, changed, unchanged, bodies: 0 });
    await finishBatch(tx, batchId);
  });
  return { ...report, batchId };
}

interface Run {
  delivery: Delivery;
  actor: Actor;
  batchId: string;
}

async function insert(tx: Tx, entry: CommitmentEntry, { delivery, actor, batchId }: Run): Promise<'imported'> {
  await storeCommitment(tx, actor, entry.facts, entry.milestones, {
    owedById: entry.owedById,
    state: 'in_review',
    createdBy: delivery.by,
    submittedBy: delivery.by,
    batchId,
    event: 'imported',
  });
  return 'imported';
}

/** What is here already: a draft is rewritten, for what is public a correction is proposed. */
async function update(
  tx: Tx,
  row: CommitmentRow,
  entry: CommitmentEntry,
  { delivery, actor, batchId, now }: Run & { now: Date },
): Promise<'changed' | 'unchanged'> {
  const content = contentOf(entry.facts, entry.milestones);
  const fields = changedFacts(contentOfRow(row, await milestonesOf(tx, row.id)), content);
  if (fields.length === 0) return 'unchanged';
  if (['published', 'in_progress', 'partly', 'changed'].includes(row.state)) {
    const proposal = { outcome: 'corrected', words: delivery.reason, content, proposedBy: delivery.by } as const;
    const made = await insertDecision(tx, { id: randomUUID(), commitmentId: row.id, ...proposal, proposedAt: now });
    return made ? 'changed' : 'unchanged';
  }
  if (row.state !== 'draft' && row.state !== 'in_review') return 'unchanged';
  const rows = milestoneRows(row.id, entry.milestones);
  await putMilestones(tx, row.id, rows);
  const after = await updateCommitment(tx, row.id, row.version, {
    ...entry.facts,
    state: 'in_review',
    submittedBy: delivery.by,
    owedById: entry.owedById,
    nextDueOn: nextDue(
      entry.facts,
      rows.map((one) => ({ ...one, doneOn: null })),
    ),
  });
  if (!after) return 'unchanged';
  await putCommitmentSources(tx, sourcesOfContent(row.id, content, delivery.by, now, fields));
  const version = { commitmentId: row.id, version: after.version, content, reason: delivery.reason };
  await insertCommitmentVersion(tx, { ...version, changedBy: delivery.by, changedAt: now });
  await appendEvent(tx, {
    subjectKind: 'commitment',
    subjectId: row.id,
    kind: 'imported',
    actor,
    bodyId: after.owedById,
    at: now,
    payload: { version: after.version, state: after.state, batch: batchId, fields },
  });
  return 'changed';
}
