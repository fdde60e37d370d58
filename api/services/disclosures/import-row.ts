import type { BodyKind } from '../../domain/directory.ts';
import type { DisclosureFacts } from '../../domain/disclosure.ts';
import { divisionCode } from '../../domain/division-code.ts';
import {
  nearestValue,
  suggestAmount,
  suggestDate,
  suggestDivision,
  suggestNumber,
} from '../../domain/import-suggestion.ts';
import { type JudgmentNumber, parseJudgmentNumber } from '../../domain/judgment-number.ts';
import { valueCode, writings } from './import-columns.ts';
import type { Columns, RowFault, SourceRow } from './import-source.ts';

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
  /** Word of the command, of the template and of the batch. */
  kind: string;
  columns: Columns;
  read(row: SourceRow, context: RowContext): ImportEntry | RowFault[];
}

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;
function plainDate(written: string): string | null {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(written.normalize('NFKC'));
  return parts && `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
}
/** Whether YYYY-MM-DD is in the calendar; up to the 28th every month has the day. */
function isDay(date: string): boolean {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (month >= 1 && month <= 12 && day >= 1 && day <= 28) return true;
  return new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date;
}

/** Reads cells and collects what is wrong with them. */
export class Cells {
  readonly faults: RowFault[] = [];
  private readonly row: SourceRow;

  constructor(row: SourceRow) {
    this.row = row;
  }

  refuse(column: string, code: string, suggestion: string | null = null): void {
    const value = this.row.cells[column];
    const fault: RowFault = { line: this.row.line, column, code };
    if (value) fault.value = value.slice(0, 60);
    if (suggestion && suggestion !== value) fault.suggestion = suggestion;
    this.faults.push(fault);
  }

  text(column: string, most: number): string | null {
    const value = (this.row.cells[column] ?? '').normalize('NFC').trim();
    // A string is never shorter than its characters: most need no counting.
    if (value.length > most && [...value].length > most) {
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
    const named = valueCode(column, value);
    if (named && (values as readonly string[]).includes(named)) return named as T;
    this.refuse(column, 'value_unknown', nearestValue(value, writings(column, values)));
    return null;
  }

  /** A case number in any of its writings. */
  number(column: string, needed: boolean): JudgmentNumber | null {
    const written = needed ? this.required(column, 60) : this.text(column, 60);
    if (!written) return null;
    const parsed = parseJudgmentNumber(written);
    if (parsed.ok) return parsed.number;
    this.refuse(column, `number_${parsed.fault}`, suggestNumber(written));
    return null;
  }

  /** GB/T 2260 as written here or with trailing zeros, known to the directory. */
  division(column: string, known: ReadonlySet<string>, needed: boolean): string | null {
    const value = needed ? this.required(column, 12) : this.text(column, 12);
    if (!value) return null;
    const code = divisionCode(value);
    if (code && known.has(code)) return code;
    this.refuse(column, 'division_unknown', suggestDivision(value, known));
    return null;
  }

  /** 2019-03-01, 2019/3/1, 2019.3.1 or 2019年3月1日, real and not in the future. */
  date(column: string, today: string): string | null {
    const value = this.text(column, 20);
    if (!value) return null;
    const date = PLAIN_DATE.test(value) ? value : plainDate(value);
    if (date === null || !isDay(date)) this.refuse(column, 'date', suggestDate(value));
    else if (date > today) this.refuse(column, 'date_future');
    else return date;
    return null;
  }

  amount(column: string): string | null {
    const written = this.text(column, 30);
    const value = written?.normalize('NFKC').replace(/[,\s元]/g, '');
    if (!written || !value) return null;
    if (/^\d{1,15}(\.\d{1,2})?$/.test(value)) return value;
    this.refuse(column, 'amount', suggestAmount(written));
    return null;
  }

  count(column: string): number {
    const value = this.text(column, 10)?.normalize('NFKC') ?? '1';
    if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
    this.refuse(column, 'count');
    return 1;
  }
}
