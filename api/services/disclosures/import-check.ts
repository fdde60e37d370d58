import type { Db } from '../../../db/client.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { divisionCodes } from '../../../db/queries/imports.ts';
import { emptyProfile, type ImportProfile, noteRow } from '../../domain/import-quality.ts';
import type { Ctx } from '../context.ts';
import type { ImportEntry, RowContext, RowKind } from './import-row.ts';
import { readRows } from './import-rows.ts';
import type { Examined, ImportSource, RowFault } from './import-source.ts';

/** Faults that are kept; the count of refused rows is whole. */
export const MOST_FAULTS = 1000;

export interface Checked {
  rows: number;
  refused: number;
  faults: RowFault[];
  profile: ImportProfile;
}
export type Judged = { entry: ImportEntry } | { faults: RowFault[] };
export type RowsContext = Omit<RowContext, 'previous'>;

/** What judging a row needs to know, as it is now. */
export async function rowsContext(ctx: Pick<Ctx, 'place'> & { db: Db }): Promise<RowsContext & { now: Date }> {
  const { now, today } = await databaseTime(ctx.db);
  return {
    now,
    today,
    divisions: await divisionCodes(ctx.db),
    inArea: (code: string) => ctx.place.area.some((area) => code.startsWith(area)),
  };
}

/** Every row judged, in groups and in order; the second row of one natural key in a file is refused. */
export async function* judgedRows(
  kind: RowKind,
  source: ImportSource,
  file: Examined,
  context: RowsContext,
): AsyncGenerator<Judged[]> {
  const seen = new Set<string>();
  let previous: Record<string, string> | null = null;
  for await (const rows of readRows(source, file, kind.columns)) {
    const judged: Judged[] = [];
    for (const row of rows) {
      if ('fault' in row) {
        judged.push({ faults: [row.fault] });
        continue;
      }
      const read = kind.read(row, { ...context, previous });
      previous = row.cells;
      if (Array.isArray(read)) judged.push({ faults: read });
      else if (seen.has(read.key)) {
        judged.push({ faults: [{ line: row.line, column: kind.columns.required[0] ?? '', code: 'twice_in_file' }] });
      } else {
        seen.add(read.key);
        judged.push({ entry: read });
      }
    }
    yield judged;
  }
}

/** Judges a file whole and writes nothing. `each` sees the good rows as they come, `judged` all. */
export async function checkRows(
  kind: RowKind,
  source: ImportSource,
  file: Examined,
  context: RowsContext,
  options: {
    progress?: ((rows: number) => void) | undefined;
    each?: (entry: ImportEntry) => void;
    judged?: (row: Judged) => void;
  } = {},
): Promise<Checked> {
  const checked: Checked = { rows: 0, refused: 0, faults: [], profile: emptyProfile() };
  for await (const rows of judgedRows(kind, source, file, context)) {
    for (const row of rows) {
      checked.rows += 1;
      options.judged?.(row);
      if ('faults' in row) {
        checked.refused += 1;
        if (checked.faults.length < MOST_FAULTS) {
          checked.faults.push(...row.faults.slice(0, MOST_FAULTS - checked.faults.length));
        }
        noteRow(checked.profile, null, row.faults);
      } else {
        noteRow(checked.profile, row.entry, []);
        options.each?.(row.entry);
      }
    }
    options.progress?.(checked.rows);
  }
  return checked;
}
