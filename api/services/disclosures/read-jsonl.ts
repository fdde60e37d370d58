import { createInterface } from 'node:readline';
import { type Columns, columnReader, type ImportSource, type ReadRow } from './import-source.ts';

const AT_ONCE = 500;
const LONGEST = 200_000; // characters

/** One JSON object a line, its keys as the columns of a table are named; a bad line leaves the others alone. */
export async function* readJsonLines(source: ImportSource, columns: Columns): AsyncGenerator<ReadRow[]> {
  const read = rowReader(columns);
  let group: ReadRow[] = [];
  let line = 0;
  for await (const text of createInterface({ input: source.open(), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    const plain = (line === 1 ? text.replace(/^\ufeff/, '') : text).trim();
    if (plain === '') continue;
    group.push(plain.length > LONGEST ? { fault: { line, column: '', code: 'too_long' } } : parsed(plain, line, read));
    if (group.length < AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Reads objects whose keys are columns by code or name; values are text, numbers or nothing. */
export function rowReader(columns: Columns): (value: unknown, line: number) => ReadRow {
  const known = new Set([...columns.required, ...columns.optional]);
  const codeOf = columnReader(columns);
  return (value, line) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { fault: { line, column: '', code: 'not_json', value: JSON.stringify(value).slice(0, 60) } };
    }
    const cells: Record<string, string> = {};
    for (const [key, given] of Object.entries(value)) {
      const column = codeOf(key);
      if (!known.has(column)) continue;
      if (given !== null && typeof given === 'object') return { fault: { line, column, code: 'not_plain' } };
      cells[column] = given === null || given === undefined ? '' : String(given);
    }
    return { line, cells };
  };
}

function parsed(text: string, line: number, read: ReturnType<typeof rowReader>): ReadRow {
  try {
    return read(JSON.parse(text), line);
  } catch {
    return { fault: { line, column: '', code: 'not_json', value: text.slice(0, 60) } };
  }
}
