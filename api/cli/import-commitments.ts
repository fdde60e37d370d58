import { rowFaults } from '../../site/text/imports.ts';
import { importCommitments } from '../services/commitments/import.ts';
import type { Ctx, Locale } from '../services/context.ts';
import type { ImportSource } from '../services/disclosures/import-source.ts';

/** `npm run import -- commitments FILE`: @returns the exit code, 1 where rows were refused */
export async function runCommitments(
  ctx: Ctx,
  source: ImportSource,
  options: { dryRun: boolean; partial: boolean; reason: string; locale: Locale; print: (line: string) => void },
): Promise<number> {
  const { dryRun, partial, reason, locale, print } = options;
  const report = await importCommitments(ctx, source, { by: 'import', reason, name: source.name, dryRun, partial });
  for (const { line, column, code, value } of report.faults) {
    print(`  ${line}  ${column}  ${rowFaults[locale][code] ?? code}${value ? `  ${value}` : ''}`);
  }
  const { rows, imported, changed, unchanged, refused } = report;
  print(
    locale === 'en'
      ? `${rows} rows: ${imported} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused`
      : `共 ${rows} 行：新增 ${imported}，变更 ${changed}，未变 ${unchanged}，退回 ${refused}`,
  );
  return refused > 0 ? 1 : 0;
}
