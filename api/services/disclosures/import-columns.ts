import { columnValues } from '../../../site/text/imports.ts';
import { fold } from '../../domain/chinese-text.ts';

const CODES = new Map(
  [columnValues['zh-CN'], columnValues.en].flatMap((columns) =>
    Object.entries(columns).flatMap(([column, names]) =>
      Object.entries(names).map(([code, name]) => [`${column}\n${fold(name)}`, code] as const),
    ),
  ),
);

/** The code of a value that was written in words, as the list of a template offers it. */
export const valueCode = (column: string, written: string): string | null =>
  CODES.get(`${column}\n${fold(written)}`) ?? null;

/** caseNumber → case_number: columns of files are written as those of the open data. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const fieldOf = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** All words and codes by which a value of the column may be given: what a misspelt one is compared with. */
export const writings = (column: string, values: readonly string[]): string[] => [
  ...values,
  ...[columnValues['zh-CN'], columnValues.en].flatMap((columns) =>
    values.flatMap((value) => columns[column]?.[value] ?? []),
  ),
];
