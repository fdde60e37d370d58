import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { CsvError, parse as csvParser } from 'csv-parse';

/** A file that can be read more than once: first to judge it whole, then to import it. */
export interface CsvSource {
  name: string;
  open(): Readable;
}

/** Why a cell or a row is refused; words are in site/text/imports.ts. */
export interface RowFault {
  line: number;
  column: string;
  code: string;
  value?: string;
}

export interface CsvRow {
  /** Line in the file on which the row begins; the heading is line 1. */
  line: number;
  cells: Record<string, string>;
}

/** SHA-256 of the bytes and how they are written: Excel in China saves GB 18030, most else saves UTF-8. */
export async function examine(source: CsvSource): Promise<{ sha256: Buffer; encoding: 'utf-8' | 'gb18030' }> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let encoding: 'utf-8' | 'gb18030' = 'utf-8';
  for await (const chunk of source.open() as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (encoding === 'gb18030') continue;
    try {
      strict.decode(chunk, { stream: true });
    } catch {
      encoding = 'gb18030';
    }
  }
  return { sha256: hash.digest(), encoding };
}

async function* decoded(source: CsvSource, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding); // takes a byte order mark away
  for await (const chunk of source.open() as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * Rows one by one, never the whole file. Quotes may hold line breaks, as CSV allows. A row with too many or too few
 * cells and a broken quote are faults of that line; the rows around it are still read where that is possible.
 */
export async function* readRows(
  source: CsvSource,
  encoding: string,
  columns: { required: readonly string[]; optional: readonly string[] },
): AsyncGenerator<CsvRow | { fault: RowFault }> {
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
  let heading: string[] | null = null;
  let before = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // `lines` is where the record ends: with breaks in quotes it begins earlier.
      const line = Math.max(before + 1, info.lines - record.join('').split('\n').length + 1);
      before = info.lines;
      if (!heading) {
        heading = record.map((name) => name.trim().toLowerCase());
        const missing = columns.required.filter((name) => !heading?.includes(name));
        for (const column of missing) yield { fault: { line: 1, column, code: 'column_missing' } };
        if (missing.length > 0) return;
        continue;
      }
      if (record.length !== heading.length) {
        yield { fault: { line, column: '', code: 'cells_differ', value: `${record.length}/${heading.length}` } };
        continue;
      }
      const known = new Set([...columns.required, ...columns.optional]);
      const cells = heading.flatMap((name, i) => (known.has(name) ? [[name, record[i] ?? '']] : []));
      yield { line, cells: Object.fromEntries(cells) };
    }
    await feed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { fault: { line: before + 1, column: '', code: 'not_csv', value: error.code } };
  } finally {
    parser.destroy();
  }
}
