import { openAlikeRows } from '../../../db/queries/alike-rows.ts';
import { findBatch, noteCompared } from '../../../db/queries/imports.ts';
import type { Deps } from '../context.ts';
import { judgedRows, rowsContext } from '../disclosures/import-check.ts';
import { IMPORT_KINDS } from '../disclosures/import-kinds.ts';
import type { RowKind } from '../disclosures/import-row.ts';
import { examine, type ImportSource } from '../disclosures/import-source.ts';
import { sourceOf } from './batch.ts';
import { AlikeFinder, type AlikeRow } from './find-alike.ts';

/** Pairs that are told. */
export const MOST_ALIKE = 200;

export interface CompareOptions {
  /** Rows so far. False: nobody wants to know any more. */
  progress?: (rows: number) => Promise<boolean> | boolean;
}

/**
 * Near-equal rows of a file of any length, among each other and against the records that are here. Memory does not grow with the
 * file: a portion of rows and a portion of pairs at a time. Null: it was given up.
 */
export async function compareFile(
  deps: Pick<Deps, 'db' | 'sql' | 'place'>,
  kind: RowKind,
  source: ImportSource,
  { progress = () => true }: CompareOptions = {},
): Promise<AlikeRow[] | null> {
  const context = await rowsContext(deps);
  const rows = await openAlikeRows(deps.sql);
  try {
    const finder = new AlikeFinder(deps.db, MOST_ALIKE, rows);
    let seen = 0;
    for await (const judged of judgedRows(kind, source, await examine(source), context)) {
      for (const row of judged) if ('entry' in row) await finder.add(row.entry);
      seen += judged.length;
      if (!(await progress(seen))) return null;
      if (finder.full) break;
    }
    await finder.finish();
    return finder.found;
  } finally {
    await rows.close();
  }
}

/** Job: compares an uploaded file that was too long to be compared while it was checked. */
export async function compareImport(deps: Deps, batchId: string): Promise<void> {
  const batch = await findBatch(deps.db, batchId);
  const kind = IMPORT_KINDS.get(batch?.kind ?? '');
  if (!batch || !kind || batch.comparedAt || !['checked', 'blocked'].includes(batch.state)) return;
  // The bytes go with the import: what was not compared by then is left.
  const found = await compareFile(deps, kind, sourceOf(deps, batch), {
    progress: (rows) => noteCompared(deps.db, batchId, { compared: rows }),
  });
  if (found) await noteCompared(deps.db, batchId, { compared: batch.rowsTotal, alike: found, comparedAt: new Date() });
}
