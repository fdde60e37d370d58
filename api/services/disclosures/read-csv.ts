import { CsvError, parse as csvParser } from 'csv-parse';
import { type Columns, cellsBy, type ImportSource, type ReadRow, readHeading } from './import-source.ts';

const AT_ONCE = 500;

async function* decoded(source: ImportSource, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding); // takes a byte order mark away
  for await (const chunk of source.open() as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * Rows in small groups, never the whole file. Quotes may hold line breaks, as CSV allows. A row with too many or too few
 * cells and a broken quote are faults of that line; the rows around it are still read where that is possible.
 */
export async function* readCsv(source: ImportSource, encoding: string, columns: Columns): AsyncGenerator<ReadRow[]> {
  const parser = csvParser({
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
    max_record_size: 200_000,
  });
  const feed = (async () => {
    for await (const text of decoded(source, encoding)) {
      if (!parser.write(text)) await new Promise((resume) => parser.once('drain', resume));
    }
    parser.end();
  })().catch((error) => parser.destroy(error));
  let codes: string[] | null = null;
  let toCells: ReturnType<typeof cellsBy> | null = null;
  let before = 0;
  let group: ReadRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // `lines` is where the record ends: with breaks in quotes it begins earlier.
      let breaks = 0;
      for (const cell of record) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
      const line = Math.max(before + 1, info.lines - breaks);
      before = info.lines;
      if (!codes || !toCells) {
        const heading = readHeading(record, columns);
        codes = heading.codes;
        toCells = cellsBy(codes, columns);
        for (const column of heading.missing) group.push({ fault: { line: 1, column, code: 'column_missing' } });
        if (heading.missing.length === 0) continue;
        yield group;
        return;
      }
      if (record.length === codes.length) group.push({ line, cells: toCells(record) });
      else group.push({ fault: { line, column: '', code: 'cells_differ', value: `${record.length}/${codes.length}` } });
      if (group.length < AT_ONCE) continue;
      yield group;
      group = [];
    }
    await feed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    group.push({ fault: { line: before + 1, column: '', code: 'not_csv', value: error.code } });
  } finally {
    parser.destroy();
  }
  if (group.length > 0) yield group;
}
