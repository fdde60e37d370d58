import type { Readable } from 'node:stream';
import { HucreError } from 'hucre';
import { streamXlsxRows } from 'hucre/xlsx';
import { type Columns, cellsBy, type ImportSource, type ReadRow, readHeading } from './import-source.ts';

const AT_ONCE = 500;
/** A workbook must be held whole to find its parts; larger tables come as CSV or JSON Lines. */
export const MOST_XLSX_BYTES = 64 * 1024 * 1024;
/** What its parts may come to unpacked: a small file can promise more than any memory holds. */
const MOST_UNPACKED = 1024 * 1024 * 1024;

/** Rows of the first sheet in small groups. Dates of the sheet arrive as YYYY-MM-DD, numbers as they are shown by JavaScript. */
export async function* readXlsx(source: ImportSource, columns: Columns): AsyncGenerator<ReadRow[]> {
  const bytes = await whole(source.open());
  const size = bytes ? unpackedSize(bytes) : null;
  if (!bytes || (size !== null && size > MOST_UNPACKED)) {
    yield [{ fault: { line: 1, column: '', code: 'too_large' } }];
    return;
  }
  let group: ReadRow[] = [];
  let codes: string[] | null = null;
  let toCells: ReturnType<typeof cellsBy> | null = null;
  let line = 1;
  try {
    if (size === null) throw new HucreError('no directory');
    for await (const row of streamXlsxRows(bytes)) {
      line = row.index + 1;
      const values = row.values.map(text);
      while (values.at(-1) === '') values.pop();
      if (values.length === 0) continue;
      if (!codes || !toCells) {
        const heading = readHeading(values, columns);
        codes = heading.codes;
        toCells = cellsBy(codes, columns);
        for (const column of heading.missing) group.push({ fault: { line, column, code: 'column_missing' } });
        if (heading.missing.length === 0) continue;
        yield group;
        return;
      }
      if (values.length <= codes.length) group.push({ line, cells: toCells(values) });
      else group.push({ fault: { line, column: '', code: 'cells_differ', value: `${values.length}/${codes.length}` } });
      if (group.length < AT_ONCE) continue;
      yield group;
      group = [];
    }
  } catch (error) {
    if (!(error instanceof HucreError)) throw error;
    group.push({ fault: { line, column: '', code: 'not_xlsx' } });
  }
  if (group.length > 0) yield group;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  // 0.1 + 0.2 as the sheet shows it: fifteen digits are what Excel keeps.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return String(value).trim();
}

async function whole(stream: Readable): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_XLSX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Sum of the sizes that the directory of a ZIP promises; the reader holds each part to its promise. Null: no ZIP. */
function unpackedSize(bytes: Uint8Array): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > file.length) return null;
  const entries = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  let sum = 0;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return null;
    sum += file.readUInt32LE(at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return sum;
}
