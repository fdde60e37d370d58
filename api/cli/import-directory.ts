import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rowFaults } from '../../site/text/imports.ts';
import type { Ctx, Locale } from '../services/context.ts';
import { importDirectoryBodies } from '../services/directory/import-bodies.ts';
import { importPolicy } from '../services/directory/import-policy.ts';

export interface DirectoryImportOptions {
  document?: string | undefined;
  dryRun: boolean;
  locale: Locale;
  print(line: string): void;
}

/** `npm run import -- policy FILE`: full texts under our digests. @returns the exit code */
export async function runPolicyImport(ctx: Ctx, file: string, options: DirectoryImportOptions): Promise<number> {
  const bytes = await readFile(file);
  const report = await importPolicy(ctx, decode(bytes), { document: options.document, dryRun: options.dryRun });
  const zh = options.locale === 'zh-CN';
  const list = (places: string[]) => (places.length > 0 ? places.join(zh ? '、' : ', ') : zh ? '无' : 'none');
  options.print(zh ? `《${report.title}》（${report.documentId}）` : `${report.title} (${report.documentId})`);
  options.print(`${zh ? '已载入原文' : 'Full text'} ${report.loaded.length}：${list(report.loaded)}`);
  options.print(`${zh ? '文件中没有' : 'Not in the file'}：${list(report.missing)}`);
  options.print(`${zh ? '目录中没有，未载入' : 'Not in the document, left out'}：${list(report.unknown)}`);
  return 0;
}

/** `npm run import -- bodies FILE.csv`. @returns the exit code: 1 where rows were refused */
export async function runBodiesImport(ctx: Ctx, file: string, options: DirectoryImportOptions): Promise<number> {
  const source = { name: path.basename(file), open: () => createReadStream(file) };
  const report = await importDirectoryBodies(ctx, source, { dryRun: options.dryRun });
  const zh = options.locale === 'zh-CN';
  for (const fault of report.faults) {
    const where = zh ? `第 ${fault.line} 行` : `line ${fault.line}`;
    const value = fault.value ? ` [${fault.value}]` : '';
    options.print(`  ${where}  ${fault.column || '-'}  ${rowFaults[options.locale][fault.code] ?? fault.code}${value}`);
  }
  const { rows, made, changed, faults } = report;
  options.print(
    zh
      ? `共 ${rows} 行：新增 ${made}，补充 ${changed}，未通过 ${faults.length}`
      : `${rows} rows: ${made} new, ${changed} filled in, ${faults.length} refused`,
  );
  return faults.length > 0 ? 1 : 0;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
