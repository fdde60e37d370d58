import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rowFaults } from '../../site/text/imports.ts';
import type { Ctx, Locale } from '../services/context.ts';
import { importDirectoryBodies } from '../services/directory/import-bodies.ts';
import { importPolicy } from '../services/directory/import-policy.ts';

export interface DirectoryImportOptions {
  document?: string | undefined;
  /** Where a policy's text was taken from. */
  source?: string | undefined;
  dryRun: boolean;
  locale: Locale;
  print(line: string): void;
}

/** `npm run import -- policy FILE --source TEXT`: a full text for the digests, to be checked. @returns the exit code */
export async function runPolicyImport(ctx: Ctx, file: string, options: DirectoryImportOptions): Promise<number> {
  const bytes = await readFile(file);
  const zh = options.locale === 'zh-CN';
  if (!options.source) {
    options.print(
      zh ? '请用 --source 写明原文出处（网址或文件）' : '--source is needed: where the text was taken from',
    );
    return 1;
  }
  const handed = {
    text: decode(bytes),
    name: path.basename(file),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const { source, document, dryRun } = options;
  const report = await importPolicy(ctx, handed, { source, document, dryRun });
  const list = (places: string[]) => (places.length > 0 ? places.join(zh ? '、' : ', ') : zh ? '无' : 'none');
  options.print(zh ? `《${report.title}》（${report.documentId}）` : `${report.title} (${report.documentId})`);
  options.print(`SHA-256 ${handed.sha256}`);
  options.print(`${zh ? '找到原文' : 'Full text'} ${report.loaded.length}：${list(report.loaded)}`);
  options.print(`${zh ? '文件中没有' : 'Not in the file'}：${list(report.missing)}`);
  options.print(`${zh ? '目录中没有，未载入' : 'Not in the document, left out'}：${list(report.unknown)}`);
  options.print(
    report.id === null
      ? zh
        ? '只校验，没有载入'
        : 'Checked only, nothing was loaded'
      : zh
        ? '须由一名管理员对照出处核对后才会显示：/officials/administration/policies'
        : 'It shows once an administrator has compared it with its source: /officials/administration/policies',
  );
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
