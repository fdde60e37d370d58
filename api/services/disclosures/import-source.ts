import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { columnNames } from '../../../site/text/imports.ts';
import { fold } from '../../domain/chinese-text.ts';
import type { ImportFormat } from '../../domain/import.ts';

/** A file that can be read more than once: first to judge it whole, then to import it. */
export interface ImportSource {
  name: string;
  open(): Readable;
}

/** Why a cell or a row is refused; words are in site/text/imports.ts. */
export interface RowFault {
  line: number;
  column: string;
  code: string;
  value?: string;
  /** What was perhaps meant, as it may be written. */
  suggestion?: string;
}

export interface SourceRow {
  /** Line in the file on which the row begins; the heading is line 1. */
  line: number;
  cells: Record<string, string>;
}
export type ReadRow = SourceRow | { fault: RowFault };

export interface Columns {
  required: readonly string[];
  optional: readonly string[];
}

export interface Examined {
  sha256: Buffer;
  format: ImportFormat;
  /** Excel in China saves GB 18030, most else saves UTF-8. */
  encoding: 'utf-8' | 'gb18030';
}

/** SHA-256 of the bytes, what they are, and how they are written. */
export async function examine(source: ImportSource): Promise<Examined> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let encoding: Examined['encoding'] = 'utf-8';
  let format: ImportFormat | null = null;
  for await (const chunk of source.open() as AsyncIterable<Buffer>) {
    hash.update(chunk);
    format ??= formatOf(chunk);
    if (encoding === 'gb18030' || format === 'xlsx') continue;
    try {
      strict.decode(chunk, { stream: true });
    } catch {
      encoding = 'gb18030';
    }
  }
  return { sha256: hash.digest(), encoding, format: format ?? 'csv' };
}

/** A ZIP is a workbook; what begins with a brace is JSON Lines; all else is CSV. */
function formatOf(head: Buffer): ImportFormat {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'xlsx';
  return /^(\ufeff)?\s*\{/.test(head.subarray(0, 64).toString('utf8')) ? 'jsonl' : 'csv';
}

/** Codes of columns by their names in either language, as the templates have them: some names stand for several. */
const CODES = new Map<string, string[]>();
for (const names of [columnNames['zh-CN'], columnNames.en]) {
  for (const [code, name] of Object.entries(names)) CODES.set(fold(name), [...(CODES.get(fold(name)) ?? []), code]);
}

/** Finds the code of a column that is written as its code or as its name; a star marks what is required. */
export function columnReader(columns: Columns): (written: string) => string {
  const known = new Set([...columns.required, ...columns.optional]);
  return (written) => {
    const name = fold(written).replace(/\s*\*$/, '');
    if (known.has(name)) return name;
    return CODES.get(name)?.find((code) => known.has(code)) ?? name;
  };
}

/** What a heading comes to: codes in its order, and what is missing. */
export function readHeading(names: readonly string[], columns: Columns): { codes: string[]; missing: string[] } {
  const codes = names.map(columnReader(columns));
  return { codes, missing: columns.required.filter((name) => !codes.includes(name)) };
}

/** Makes cells of values by a heading: columns that are not asked for are left out. */
export function cellsBy(codes: readonly string[], columns: Columns): (values: readonly string[]) => SourceRow['cells'] {
  const known = new Set([...columns.required, ...columns.optional]);
  const wanted = codes.flatMap((code, i) => (known.has(code) ? [[code, i] as const] : []));
  return (values) => {
    const cells: SourceRow['cells'] = {};
    for (const [code, i] of wanted) cells[code] = values[i] ?? '';
    return cells;
  };
}
