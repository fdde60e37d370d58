import { readFileSync } from 'node:fs';
import { fieldErrors } from '../../site/text/errors.ts';
import { intakeText } from '../../site/text/intake.ts';
import type { Ctx, Locale } from '../services/context.ts';
import { importCases } from '../services/intake/import.ts';

/**
 * `npm run import -- cases FILE --body ID`: the same as on the page of intake. The codes of new cases are printed, once.
 * @returns the exit code: 0 done, 1 lines were refused
 */
export async function runCasesImport(
  ctx: Ctx,
  file: string,
  options: { body: string | undefined; dryRun: boolean; locale: Locale; print(line: string): void },
): Promise<number> {
  const { body, dryRun, locale, print } = options;
  const t = intakeText[locale];
  const report = await importCases(ctx, readFileSync(file, 'utf8'), { dryRun, bodyId: body });
  for (const fault of report.faults)
    print(
      `  ${fault.line}:${fault.column}  ${fault.path || '-'}  ${fieldErrors[locale][fault.code] ?? t.faults[fault.code] ?? fault.code}`,
    );
  for (const entered of report.entered) print(`${entered.externalNumber}\t${entered.number}\t${entered.queryCode}`);
  print(
    `${dryRun ? t.checked : t.imported} ${report.lines}: ${t.new} ${report.entered.length}, ${t.known} ${report.known.length}, ${t.bad} ${report.faults.length}`,
  );
  return report.faults.length > 0 ? 1 : 0;
}
