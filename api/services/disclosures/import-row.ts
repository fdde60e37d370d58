import type { BodyKind } from '../../domain/directory.ts';
import type { DisclosureFacts } from '../../domain/disclosure.ts';
import { divisionCode } from '../../domain/division-code.ts';
import type { CsvRow, RowFault } from './read-csv.ts';

/** What a row says, checked; the body is found or made when it is stored. */
export interface ImportEntry {
  line: number;
  key: string;
  facts: DisclosureFacts;
  /** For a body that the directory does not have; null: never made (anonymous by the court). */
  bodyKind: BodyKind | null;
  uscc: string | null;
  /** The body has performed: the record is kept, never shown. */
  performed: boolean;
}

export interface RowContext {
  today: string;
  divisions: ReadonlySet<string>;
  inArea(division: string): boolean;
  /** The row before, for 同上. */
  previous: Record<string, string> | null;
}

export interface RowKind {
  kind: 'judgments' | 'failed-enforcement';
  columns: { required: readonly string[]; optional: readonly string[] };
  read(row: CsvRow, context: RowContext): ImportEntry | RowFault[];
}

/** Reads cells and collects what is wrong with them. */
export class Cells {
  readonly faults: RowFault[] = [];
  private readonly row: CsvRow;

  constructor(row: CsvRow) {
    this.row = row;
  }

  refuse(column: string, code: string): void {
    const value = this.row.cells[column];
    this.faults.push({ line: this.row.line, column, code, ...(value ? { value: value.slice(0, 60) } : {}) });
  }

  text(column: string, most: number): string | null {
    const value = (this.row.cells[column] ?? '').normalize('NFC').trim();
    if ([...value].length > most) {
      this.refuse(column, 'too_long');
      return null;
    }
    return value === '' ? null : value;
  }

  required(column: string, most: number): string {
    const value = this.text(column, most);
    if (value === null && !this.faults.some((f) => f.column === column)) this.refuse(column, 'required');
    return value ?? '';
  }

  oneOf<T extends string>(column: string, values: readonly T[]): T | null {
    const value = this.required(column, 60);
    if (value === '') return null;
    if ((values as readonly string[]).includes(value)) return value as T;
    this.refuse(column, 'value_unknown');
    return null;
  }

  /** GB/T 2260 as written here or with trailing zeros, known to the directory. */
  division(column: string, known: ReadonlySet<string>, needed: boolean): string | null {
    const value = needed ? this.required(column, 12) : this.text(column, 12);
    if (!value) return null;
    const code = divisionCode(value);
    if (code && known.has(code)) return code;
    this.refuse(column, 'division_unknown');
    return null;
  }

  /** 2019-03-01, 2019/3/1, 2019.3.1 or 2019年3月1日, real and not in the future. */
  date(column: string, today: string): string | null {
    const value = this.text(column, 20);
    if (!value) return null;
    const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(value.normalize('NFKC'));
    const date = parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : '';
    if (!parts || new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date) this.refuse(column, 'date');
    else if (date > today) this.refuse(column, 'date_future');
    else return date;
    return null;
  }

  amount(column: string): string | null {
    const value = this.text(column, 30)
      ?.normalize('NFKC')
      .replace(/[,\s元]/g, '');
    if (!value) return null;
    if (/^\d{1,15}(\.\d{1,2})?$/.test(value)) return value;
    this.refuse(column, 'amount');
    return null;
  }

  count(column: string): number {
    const value = this.text(column, 10)?.normalize('NFKC') ?? '1';
    if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
    this.refuse(column, 'count');
    return 1;
  }
}
