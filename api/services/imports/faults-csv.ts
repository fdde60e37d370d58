import { stringify } from 'csv-stringify/sync';
import { importPages } from '../../../site/text/import-pages.ts';
import { columnNames, rowFaults } from '../../../site/text/imports.ts';
import type { Ctx } from '../context.ts';
import type { RowFault } from '../disclosures/import-source.ts';
import { readableBatch } from './batch.ts';

/** Refused rows as CSV with a byte order mark; what came out of a file is escaped, a spreadsheet would run it as a formula. */
export async function faultsCsv(ctx: Ctx, id: string): Promise<string> {
  const batch = await readableBatch(ctx, id);
  const t = importPages[ctx.locale];
  const rows = (batch.report as RowFault[]).map((fault) => [
    fault.line,
    columnNames[ctx.locale][fault.column] ?? fault.column,
    rowFaults[ctx.locale][fault.code] ?? fault.code,
    fault.value ?? '',
    fault.suggestion ?? '',
  ]);
  return stringify([[t.line, t.column, t.why, t.value, t.suggestion], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
