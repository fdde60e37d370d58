import type { Columns, Examined, ImportSource, ReadRow } from './import-source.ts';
import { readCsv } from './read-csv.ts';
import { readJsonLines } from './read-jsonl.ts';
import { readXlsx } from './read-xlsx.ts';

/** The rows of a file whatever its format, in small groups. */
export function readRows(source: ImportSource, file: Examined, columns: Columns): AsyncGenerator<ReadRow[]> {
  if (file.format === 'xlsx') return readXlsx(source, columns);
  return file.format === 'jsonl' ? readJsonLines(source, columns) : readCsv(source, file.encoding, columns);
}
