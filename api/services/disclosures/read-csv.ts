import { CsvError, parse as csvParser } from 'csv-parse';
import { type Columns, cellsBy, type ImportSource, type ReadRow, readHeading } from './import-source.ts';

const AT_ONCE = 500;

/** Bytes as they are where the parser reads them itself; it takes a byte order mark away, as the decoder does. */
async function* chunksOf(source: ImportSource, encoding: string): AsyncGenerator<Buffer | string> {
  if (encoding === 'utf-8') return yield* source.open() as AsyncIterable<Buffer>;
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.open() as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

interface Parsed {
  record: string[];
  /** On which it ends: with breaks in quotes it begins earlier. */
  lastLine: number;
}

/** The records of a file, those of a chunk at a time. @throws CsvError after the records before it were given */
async function* parsedBy(chunks: AsyncIterable<Buffer | string>): AsyncGenerator<Parsed[]> {
  let parsed: Parsed[] = [];
  const parser = csvParser({
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
    max_record_size: 200_000,
    // Taken here and not read from the stream, where each would wait for a turn of its own.
    on_record: (record: string[], { lines }) => {
      parsed.push({ record, lastLine: lines });
      return null;
    },
  });
  parser.on('error', () => {}); // heard by whoever writes
  const heard = (work: (done: (error?: Error | null) => void) => void) =>
    new Promise<Error | null>((resolve) => work((error) => resolve(error ?? null)));
  const taken = () => {
    const all = parsed;
    parsed = [];
    return all;
  };
  try {
    for await (const chunk of chunks) {
      const error = await heard((done) => parser.write(chunk, done));
      yield taken();
      if (error) throw error;
    }
    const error = await heard((done) => parser.end(done));
    yield taken();
    if (error) throw error;
  } finally {
    parser.destroy();
  }
}

/**
 * Rows in small groups, never the whole file. Quotes may hold line breaks, as CSV allows. A row with too many or too few
 * cells and a broken quote are faults of that line; the rows around it are still read where that is possible.
 */
export async function* readCsv(source: ImportSource, encoding: string, columns: Columns): AsyncGenerator<ReadRow[]> {
  let codes: string[] | null = null;
  let toCells: ReturnType<typeof cellsBy> | null = null;
  let before = 0;
  let group: ReadRow[] = [];
  try {
    for await (const records of parsedBy(chunksOf(source, encoding))) {
      for (const { record, lastLine } of records) {
        let breaks = 0;
        for (const cell of record) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
        const line = Math.max(before + 1, lastLine - breaks);
        before = lastLine;
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
        else
          group.push({ fault: { line, column: '', code: 'cells_differ', value: `${record.length}/${codes.length}` } });
        if (group.length < AT_ONCE) continue;
        yield group;
        group = [];
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    group.push({ fault: { line: before + 1, column: '', code: 'not_csv', value: error.code } });
  }
  if (group.length > 0) yield group;
}
