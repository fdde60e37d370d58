import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { divisionCodes, finishBatch, insertBatch } from '../../../db/queries/imports.ts';
import type { Actor } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import type { ImportEntry, RowContext, RowKind } from './import-row.ts';
import { storeEntries } from './import-store.ts';
import { type CsvSource, examine, type RowFault, readRows } from './read-csv.ts';

export interface ImportOptions {
  /** `all`: one bad row and nothing is imported; `partial`: the good rows are. */
  mode: 'all' | 'partial';
  dryRun: boolean;
  /** Words kept with each version. */
  reason: string;
  progress?: (phase: 'checking' | 'importing', rows: number, total: number | null) => void;
}
export interface ImportReport {
  outcome: 'imported' | 'refused' | 'checked';
  batchId: string | null;
  rows: number;
  imported: number;
  changed: number;
  unchanged: number;
  refused: number;
  bodies: number;
  /** The first 1,000. */
  faults: RowFault[];
}

const BATCH = 500;
const MOST_FAULTS = 1000;

/**
 * Imports a file: first every row is judged, then the good ones are stored in batches. Importing the same file again
 * changes nothing. By `all` everything is one transaction; by `partial` each batch is, and a stopped import is resumed by
 * starting it again. The caller has authorised the actor: a command of the operator, or a publisher.
 */
export async function importRows(
  ctx: Ctx,
  kind: RowKind,
  source: CsvSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const { sha256, encoding } = await examine(source);
  const { now, today } = await databaseTime(ctx.db);
  const divisions = await divisionCodes(ctx.db);
  const context = {
    today,
    divisions,
    inArea: (code: string) => ctx.place.area.some((area) => code.startsWith(area)),
  };
  const rows = () => judged(kind, source, encoding, context);

  const report: ImportReport = {
    outcome: 'checked',
    batchId: null,
    rows: 0,
    imported: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    bodies: 0,
    faults: [],
  };
  for await (const row of rows()) {
    report.rows += 1;
    if ('faults' in row) {
      report.refused += 1;
      report.faults.push(...row.faults.slice(0, MOST_FAULTS - report.faults.length));
    }
    if (report.rows % 1000 === 0) options.progress?.('checking', report.rows, null);
  }
  options.progress?.('checking', report.rows, report.rows);
  if (options.dryRun) return report;
  if (report.refused > 0 && (options.mode === 'all' || report.refused === report.rows)) {
    return { ...report, outcome: 'refused' };
  }

  const batchId = randomUUID();
  const by = ctx.actor.kind === 'official' ? ctx.actor.id : 'import';
  const actor: Actor = ctx.actor.kind === 'official' ? ctx.actor : { kind: 'system' };
  const run = { batchId, by, actor, at: now, reason: options.reason };
  const start = (tx: Tx) =>
    insertBatch(tx, { id: batchId, kind: kind.kind, fileName: source.name, sha256, importedBy: by, startedAt: now });
  const finish = (tx: Tx) =>
    finishBatch(tx, batchId, {
      rowsTotal: report.rows,
      rowsImported: report.imported + report.changed,
      rowsUnchanged: report.unchanged,
      rowsRefused: report.refused,
      report: report.faults,
    });

  const store = async (inTransaction: (work: (tx: Tx) => Promise<void>) => Promise<void>) => {
    let waiting: ImportEntry[] = [];
    let done = 0;
    const flush = async () => {
      const entries = waiting;
      waiting = [];
      if (entries.length === 0) return;
      await inTransaction(async (tx) => {
        const stored = await storeEntries(tx, entries, run);
        report.imported += stored.imported;
        report.changed += stored.changed;
        report.unchanged += stored.unchanged;
        report.bodies += stored.bodies;
      });
      done += entries.length;
      options.progress?.('importing', done, report.rows - report.refused);
    };
    for await (const row of rows()) {
      if ('faults' in row) continue;
      waiting.push(row.entry);
      if (waiting.length === BATCH) await flush();
    }
    await flush();
  };

  if (options.mode === 'all') {
    await ctx.db.transaction(async (tx) => {
      await start(tx);
      await store((work) => work(tx));
      await finish(tx);
    });
  } else {
    await ctx.db.transaction(start);
    await store((work) => ctx.db.transaction(work));
    await ctx.db.transaction(finish);
  }
  return { ...report, outcome: 'imported', batchId };
}

/** Each row as an entry or with what is wrong; the second row of one natural key in a file is refused. */
async function* judged(
  kind: RowKind,
  source: CsvSource,
  encoding: string,
  context: Omit<RowContext, 'previous'>,
): AsyncGenerator<{ entry: ImportEntry } | { faults: RowFault[] }> {
  const seen = new Set<string>();
  let previous: Record<string, string> | null = null;
  for await (const row of readRows(source, encoding, kind.columns)) {
    if ('fault' in row) {
      yield { faults: [row.fault] };
      continue;
    }
    const read = kind.read(row, { ...context, previous });
    previous = row.cells;
    if (Array.isArray(read)) yield { faults: read };
    else if (seen.has(read.key)) {
      yield { faults: [{ line: row.line, column: kind.columns.required[0] ?? '', code: 'twice_in_file' }] };
    } else {
      seen.add(read.key);
      yield { entry: read };
    }
  }
}
