import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import {
  advanceBatch,
  finishBatch,
  insertBatch,
  knownBodyNames,
  lastProfile,
  unfinishedBatch,
} from '../../../db/queries/imports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { ImportMode } from '../../domain/import.ts';
import { judgeQuality, type QualityReason } from '../../domain/import-quality.ts';
import type { Actor } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { resolveBodies } from './import-bodies.ts';
import { type Checked, checkRows, type Judged, judgedRows, rowsContext } from './import-check.ts';
import type { ImportEntry, RowKind } from './import-row.ts';
import { examine, type ImportSource, type RowFault } from './import-source.ts';
import { type ImportRun, newRun, storeEntries } from './import-store.ts';

export interface ImportOptions {
  /** `all`: one bad row and nothing is imported; `partial`: the good rows are. */
  mode: ImportMode;
  dryRun: boolean;
  /** Words kept with each version. */
  reason: string;
  /** Reasons of quality for which the operator answers. */
  accept?: readonly string[];
  progress?: (phase: 'checking' | 'importing', rows: number, total: number | null) => void;
}
export interface ImportReport {
  outcome: 'imported' | 'refused' | 'blocked' | 'checked';
  batchId: string | null;
  rows: number;
  imported: number;
  changed: number;
  unchanged: number;
  refused: number;
  bodies: number;
  /** Rows that an interrupted import of the same file had settled before. */
  resumed: number;
  /** The first 1,000. */
  faults: RowFault[];
  /** What is wrong with the file as a whole. */
  quality: QualityReason[];
}

/** Good rows up to so many stay in memory between the check and the writing: longer files are read again. */
const KEPT = 20_000;
/** Rows that are settled in one transaction. */
const BATCH = 5000;

/**
 * Imports a file: first every row is judged, then the file as a whole, then the good rows are stored in batches. Importing
 * the same file again changes nothing. By `all` everything is one transaction; by `partial` each batch is, with the row that
 * it reached: an import that was interrupted goes on from there when it is started again. The caller has authorised the
 * actor: a command of the operator, or a publisher.
 */
export async function importRows(
  ctx: Ctx,
  kind: RowKind,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const file = await examine(source);
  const context = await rowsContext(ctx);
  const names = new Set<string>();
  let kept: Judged[] | null = [];
  const checked = await checkRows(kind, source, file, context, {
    progress: (rows) => options.progress?.('checking', rows, null),
    each: ({ bodyKind, facts }) => bodyKind !== null && names.add(facts.bodyName),
    judged: (row) => {
      if (kept && !options.dryRun && kept.length < KEPT) kept.push(row);
      else kept = null;
    },
  });
  const quality = await qualityOf(ctx, kind, checked, names);
  options.progress?.('checking', checked.rows, checked.rows);
  const { rows, refused, faults } = checked;
  const report: ImportReport = {
    outcome: 'checked',
    batchId: null,
    rows,
    refused,
    faults,
    quality,
    imported: 0,
    changed: 0,
    unchanged: 0,
    bodies: 0,
    resumed: 0,
  };
  if (options.dryRun) return report;
  if (refused > 0 && (options.mode === 'all' || refused === rows)) return { ...report, outcome: 'refused' };
  if (quality.some((reason) => !options.accept?.includes(reason.code))) return { ...report, outcome: 'blocked' };

  const actor: Actor = ctx.actor.kind === 'official' ? ctx.actor : { kind: 'system' };
  const by = ctx.actor.kind === 'official' ? ctx.actor.id : 'import';
  const open = options.mode === 'partial' ? await unfinishedBatch(ctx.db, kind.kind, file.sha256, by) : null;
  const run = newRun({
    batchId: open?.id ?? randomUUID(),
    by,
    submittedBy: by,
    actor,
    at: context.now,
    reason: open?.reason ?? options.reason,
    publisherId: null,
    directory: await ctx.directory(),
  });
  const start = (tx: Tx) =>
    insertBatch(tx, {
      id: run.batchId,
      kind: kind.kind,
      fileName: source.name,
      sha256: file.sha256,
      format: file.format,
      mode: options.mode,
      state: 'applying',
      reason: options.reason,
      rowsTotal: rows,
      rowsRefused: refused,
      report: faults,
      profile: checked.profile,
      checkedAt: context.now,
      importedBy: by,
      appliedBy: by,
      startedAt: context.now,
    });
  const again = () => judgedRows(kind, source, file, context);
  const work = { rows: kept ? inGroups(kept) : again(), run, from: open?.cursorRow ?? 0 };
  const progress = (done: number) => options.progress?.('importing', done, rows);
  if (options.mode === 'all') {
    await ctx.db.transaction(async (tx) => {
      await start(tx);
      await applyRows(work, (each) => each(tx), { apart: false, progress });
      await finishBatch(tx, run.batchId);
    });
  } else {
    if (!open) await ctx.db.transaction(start);
    await applyRows(work, (each) => ctx.db.transaction(each), { apart: true, progress });
    await ctx.db.transaction((tx) => finishBatch(tx, run.batchId));
  }
  const { imported, changed, unchanged, bodies } = run.stored;
  return {
    ...report,
    outcome: 'imported',
    batchId: run.batchId,
    imported,
    changed,
    unchanged,
    bodies,
    resumed: work.from,
  };
}

/** The file as a whole, against the directory and against the file of the same kind that came before it. */
export async function qualityOf(
  ctx: Pick<Ctx, 'db'>,
  kind: RowKind,
  checked: Checked,
  names: ReadonlySet<string>,
): Promise<QualityReason[]> {
  checked.profile.bodies = names.size;
  checked.profile.unknownBodies = names.size - (await knownBodyNames(ctx.db, [...names]));
  return judgeQuality(checked.profile, await lastProfile(ctx.db, kind.kind));
}

/** Rows as the reader gives them, so that the loop of events turns between. */
async function* inGroups(rows: readonly Judged[]): AsyncGenerator<readonly Judged[]> {
  for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500);
}

export interface ApplyWork {
  /** All rows of the file from its beginning, judged. */
  rows: AsyncIterable<readonly Judged[]>;
  run: ImportRun;
  /** Rows of the file that are settled already. */
  from: number;
}

/**
 * Stores the good rows after `from`, a batch a transaction: the rows and the cursor commit together, in the order of the file.
 * Where transactions are of their own (`apart`), one batch is written while the one before it is: the bodies of a batch are
 * then made first, in a transaction before it, since the next batch may name them. What makes bodies twice makes them once.
 * @throws DomainError import.elsewhere where another process is applying the same file
 */
export async function applyRows(
  { rows: all, run, from }: ApplyWork,
  inTransaction: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  { apart, progress }: { apart: boolean; progress?: (done: number) => void },
): Promise<void> {
  let at = 0;
  let settled = from;
  let waiting: ImportEntry[] = [];
  let before: Promise<void> = Promise.resolve();
  let storing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const entries = waiting;
    const [start, end] = [settled, at];
    waiting = [];
    settled = at;
    await (apart ? before : storing);
    let bodies = 0;
    if (apart) {
      await inTransaction(async (tx) => {
        bodies = (await resolveBodies(tx, entries, run)).made;
      });
      run.stored.bodies += bodies;
    }
    const previous = storing;
    before = previous;
    storing = inTransaction(async (tx) => {
      const stored = await storeEntries(tx, entries, run);
      stored.bodies += bodies;
      await previous;
      if (!(await advanceBatch(tx, run.batchId, start, end, stored))) throw new DomainError('import.elsewhere');
    }).then(() => progress?.(end));
    // Heard by the next batch; until then nobody waits for it.
    storing.catch(() => {});
  };
  try {
    for await (const rows of all) {
      for (const row of rows) {
        at += 1;
        if (at <= from) continue;
        if ('entry' in row) waiting.push(row.entry);
      }
      if (waiting.length >= BATCH) await flush();
    }
    if (at > settled) await flush();
  } finally {
    // Also where the file broke off: nobody is told of the end while a batch is still under way.
    await storing;
  }
}
