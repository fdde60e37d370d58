import { writeXlsx } from 'hucre/xlsx';
import { columnNames, columnValues, kindNames, templateText } from '../../../site/text/imports.ts';
import { BODY_KINDS } from '../../domain/directory.ts';
import { JUDGMENT_OUTCOMES } from '../../domain/disclosure.ts';
import { MATTERS } from '../../domain/matter.ts';
import type { Locale } from '../context.ts';
import { IMPORT_KINDS } from '../disclosures/import-kinds.ts';
import { valuesOf } from '../disclosures/import-records.ts';
import type { RowKind } from '../disclosures/import-row.ts';

export interface ImportTemplate {
  fileName: string;
  mediaType: string;
  body: Uint8Array;
}

/** Rows down to which a workbook offers its lists. */
const OFFERED = 5000;
const OWN: Record<string, readonly string[]> = {
  outcome: JUDGMENT_OUTCOMES,
  matter: MATTERS,
  status: ['open', 'performed', 'settled'],
  kind: BODY_KINDS,
};

export interface TemplateColumn {
  code: string;
  name: string;
  required: boolean;
  /** Values that it takes, in words. */
  values: string[] | null;
}

/** The columns of a table as its template has them. */
export function templateColumns(kind: RowKind, locale: Locale): TemplateColumn[] {
  return [...kind.columns.required, ...kind.columns.optional].map((code) => ({
    code,
    name: columnNames[locale][code] ?? code,
    required: kind.columns.required.includes(code),
    values: (valuesOf(code) ?? OWN[code] ?? null)?.map((value) => columnValues[locale][code]?.[value] ?? value) ?? null,
  }));
}

/** An empty table to fill in: `judgments.csv` with a byte order mark, so that Excel reads its Chinese, or `judgments.xlsx`. */
export async function importTemplate(fileName: string, locale: Locale): Promise<ImportTemplate | null> {
  const [, word = '', format] = /^([a-z-]+)\.(csv|xlsx)$/.exec(fileName) ?? [];
  const kind = IMPORT_KINDS.get(word);
  if (!kind) return null;
  const columns = templateColumns(kind, locale);
  const heading = columns.map(({ name, required }) => (required ? `${name}*` : name));
  if (format === 'csv') {
    const line = heading.map((name) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(',');
    return { fileName, mediaType: 'text/csv; charset=utf-8', body: Buffer.from(`\ufeff${line}\r\n`) };
  }
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName, mediaType, body: await workbook(kind.kind, columns, heading, locale) };
}

const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);

async function workbook(
  kind: string,
  columns: TemplateColumn[],
  heading: string[],
  locale: Locale,
): Promise<Uint8Array> {
  const t = templateText[locale];
  const lists = columns.filter((column) => column.values !== null);
  const longest = Math.max(0, ...lists.map((column) => column.values?.length ?? 0));
  const dataValidations = columns.flatMap((column, i) => {
    const at = lists.indexOf(column);
    if (at < 0) return [];
    const values = `'${t.choices}'!$${letter(at)}$2:$${letter(at)}$${(column.values?.length ?? 0) + 1}`;
    return [
      { type: 'list' as const, formula1: values, allowBlank: true, range: `${letter(i)}2:${letter(i)}${OFFERED}` },
    ];
  });
  return writeXlsx({
    sheets: [
      {
        name: t.data,
        rows: [heading],
        columns: heading.map((name) => ({ width: Math.max(12, name.length * 2 + 2) })),
        freezePane: { rows: 1 },
        dataValidations,
      },
      {
        name: t.guide,
        rows: [
          [kindNames[locale][kind] ?? kind],
          [t.column, t.code, t.required, t.takes],
          ...columns.map(({ name, code, required, values }) => [
            name,
            code,
            required ? t.yes : t.no,
            values ? values.join(locale === 'en' ? ', ' : '、') : (t.forms[formOf(code)] ?? ''),
          ]),
          [],
          ...t.rules.map((rule) => [rule]),
        ],
        columns: [{ width: 26 }, { width: 22 }, { width: 8 }, { width: 60 }],
      },
      {
        name: t.choices,
        rows: [
          lists.map(({ name }) => name),
          ...Array.from({ length: longest }, (_, row) => lists.map(({ values }) => values?.[row] ?? null)),
        ],
      },
    ],
  });
}

function formOf(code: string): string {
  if (code.endsWith('_on') || code === 'publish_until') return 'date';
  if (code.includes('division')) return 'division';
  if (code === 'amount') return 'amount';
  if (code === 'case_number') return 'number';
  return 'text';
}
