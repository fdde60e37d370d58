import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importPages } from '../../site/text/import-pages.ts';
import { qualityText, rowFaults } from '../../site/text/imports.ts';
import { fill } from '../../site/text/locale.ts';
import { COMMITMENT_TABLE } from '../services/commitments/import-row.ts';
import type { Ctx, Locale } from '../services/context.ts';
import { type ImportReport, importRows } from '../services/disclosures/import.ts';
import { IMPORT_KINDS } from '../services/disclosures/import-kinds.ts';
import type { RowKind } from '../services/disclosures/import-row.ts';
import type { ImportSource } from '../services/disclosures/import-source.ts';
import { compareFile, MOST_ALIKE } from '../services/imports/compare.ts';
import type { AlikeRow } from '../services/imports/find-alike.ts';
import { runCasesImport } from './import-cases.ts';
import { runCommitments } from './import-commitments.ts';
import { runBodiesImport, runPolicyImport } from './import-directory.ts';
import { runHolidayImport } from './import-holidays.ts';

export const IMPORT_USAGE = `Usage: npm run import -- KIND FILE [--partial | --all-or-nothing] [--dry-run] [--alike] [--reason TEXT] [--accept CODE] [--language en]
       FILE is CSV (UTF-8 or GB 18030), an Excel workbook (.xlsx) or JSON Lines; templates: /officials/imports
  judgments            case_number, court, defendant, defendant_division, matter, outcome, summary, source
                       (judged_on, court_division, defendant_uscc, amount, required_action, performed, performed_on)
  failed-enforcement   body, division, kind, conduct, status (open | performed | settled), source
                       (count, case_number, court, amount, listed_on, publication_class, performed_on)
  lost-judgment, unperformed-judgment, dishonesty-record, typical-case …: one file a kind, columns as in its template
  commitments          commitment_kind, promised_by, department, post, beneficiary, title, text, made_on, due_kind, source (document_number,
                       due_on, due_condition, milestones, amount, conditions … and the facts of its kind); waits in /officials/commitments
  bodies               name, division (kind, role, short_name, uscc, superior)
  cases FILE           cases of a hotline or petition office, JSON Lines (--body ID of the office that enters them)
  policy FILE          the full text of a policy document (text, saved page or JSON), cut into its clauses; --source TEXT says
                       where it was taken from, --document ID which it is where its number is not in it; it shows once an
                       administrator has compared it with its source
  holidays FILE        a State Council notice: first line "2027 NOTICE", then "2027-01-01 元旦" or "2027-02-14 班 春节" a line;
                       it holds once an administrator has seen which cases it moves and confirms it in the portal
By default one bad row stops all (--all-or-nothing). A file that is bad as a whole is stopped with reasons; --accept CODE answers
for one of them. --dry-run and --alike tell rows that are nearly equal, among each other and to records. An interrupted --partial import goes on where it stopped when it is started again. What is imported waits for a second person in /officials/disclosures.`;

export class ImportUsageError extends Error {}

export interface ImportIo {
  print(line: string): void;
  /** One line that is written over; null ends it. */
  progress(line: string | null): void;
}

/** Runs one import. @returns the exit code: 0 done, 1 rows were refused @throws ImportUsageError */
export async function runImport(argv: readonly string[], ctx: Ctx, io: ImportIo): Promise<number> {
  const { values, positionals } = parse(argv);
  const [kindName = '', file] = positionals;
  const kind = IMPORT_KINDS.get(kindName);
  const ofDirectory = { policy: runPolicyImport, bodies: runBodiesImport }[kindName];
  const holidays = kindName === 'holidays';
  const ofCases = kindName === 'cases';
  const promises = kindName === COMMITMENT_TABLE;
  if (!(kind || promises || ofDirectory || holidays || ofCases) || !file || positionals.length > 2)
    throw new ImportUsageError(IMPORT_USAGE);
  if (values.partial && values['all-or-nothing']) throw new ImportUsageError('--partial or --all-or-nothing, not both');
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new ImportUsageError(`${file} is no file`);
  const locale: Locale = values.language === 'en' ? 'en' : 'zh-CN';
  if (holidays) return runHolidayImport(ctx, file, { locale, print: io.print });
  if (ofCases) {
    const { body } = values;
    if (!body) throw new ImportUsageError('cases need --body ID: the hotline or petition office that enters them');
    return runCasesImport(ctx, file, { body, dryRun: values['dry-run'] ?? false, locale, print: io.print });
  }
  if (ofDirectory) {
    const dryRun = values['dry-run'] ?? false;
    return ofDirectory(ctx, file, {
      document: values.document,
      source: values.source,
      dryRun,
      locale,
      print: io.print,
    });
  }
  const words = WORDS[locale];
  const source = { name: path.basename(file), open: () => createReadStream(file) };
  const dryRun = values['dry-run'] ?? false;
  if (kindName === COMMITMENT_TABLE) {
    const reason = values.reason ?? `${words.reason} ${source.name}`;
    return runCommitments(ctx, source, { dryRun, partial: values.partial ?? false, reason, locale, print: io.print });
  }
  if (!kind) throw new ImportUsageError(IMPORT_USAGE);
  // Before anything is written: afterwards each row would be compared with its own record.
  const pairs = dryRun || values.alike ? await compared(ctx, kind, source, words, io) : [];
  const report = await importRows(ctx, kind, source, {
    mode: values.partial ? 'partial' : 'all',
    dryRun,
    accept: values.accept ?? [],
    reason: values.reason ?? `${words.reason} ${path.basename(file)}`,
    progress: (phase, rows, total) => io.progress(`${words[phase]} ${rows}${total === null ? '' : ` / ${total}`}`),
  });
  io.progress(null);
  for (const pair of pairs) io.print(alikeLine(pair, locale));
  for (const line of describe(report, locale)) io.print(line);
  return report.refused > 0 || report.outcome === 'blocked' ? 1 : 0;
}

async function compared(
  ctx: Ctx,
  kind: RowKind,
  source: ImportSource,
  words: { comparing: string; pairs: (n: number, most: boolean) => string },
  io: ImportIo,
): Promise<AlikeRow[]> {
  const found =
    (await compareFile(ctx, kind, source, {
      progress: (rows) => {
        io.progress(`${words.comparing} ${rows}`);
        return true;
      },
    })) ?? [];
  io.progress(null);
  io.print(words.pairs(found.length, found.length >= MOST_ALIKE));
  return found;
}

function alikeLine({ line, otherLine, recordId, why, similarity, title }: AlikeRow, locale: Locale): string {
  const t = importPages[locale];
  const at = (n: number) => fill(t.otherLine, { line: n });
  const other = recordId ? `${t.otherRecord} ${recordId}` : at(otherLine ?? 0);
  return `  ${at(line)} ~ ${other}  ${t.alikeWhy[why]}  ${Math.round(similarity * 100)}%  ${title}`;
}

const WORDS = {
  'zh-CN': {
    reason: '导入',
    checking: '正在校验',
    importing: '正在导入',
    comparing: '正在比对',
    pairs: (n: number, most: boolean) => (most ? `可能是同一件事的，先列前 ${n} 对` : `可能是同一件事的：${n} 对`),
    outcome: {
      imported: '已导入',
      refused: '没有导入任何内容',
      blocked: '整个文件有问题，没有导入任何内容',
      checked: '只校验，没有导入',
    },
    resumed: (n: number) => `从上次中断处继续：前 ${n} 行已经导入`,
    suggestion: (s: string) => `，是否应为：${s}`,
    counts: (r: ImportReport) =>
      `共 ${r.rows} 行：新增 ${r.imported}，更新 ${r.changed}，未变 ${r.unchanged}，未通过 ${r.refused}；新建单位 ${r.bodies}`,
    line: '行',
    next: '新增的记录须由另一人在 /officials/disclosures?state=in_review 审核后才会公示。',
  },
  en: {
    reason: 'Imported from',
    checking: 'checking',
    importing: 'importing',
    comparing: 'comparing',
    pairs: (n: number, most: boolean) =>
      most ? `Perhaps about the same thing: the first ${n} pairs` : `Perhaps about the same thing: ${n} pairs`,
    outcome: {
      imported: 'Imported',
      refused: 'Nothing was imported',
      blocked: 'The file as a whole is bad, nothing was imported',
      checked: 'Checked only, nothing was imported',
    },
    resumed: (n: number) => `Taken up where it was interrupted: ${n} rows were settled before`,
    suggestion: (s: string) => `, perhaps: ${s}`,
    counts: (r: ImportReport) =>
      `${r.rows} rows: ${r.imported} new, ${r.changed} changed, ${r.unchanged} unchanged, ${r.refused} refused; ${r.bodies} bodies made`,
    line: 'line',
    next: 'New records wait for a second person at /officials/disclosures?state=in_review.',
  },
} as const;

function describe(report: ImportReport, locale: Locale): string[] {
  const words = WORDS[locale];
  const lines = report.faults.map((fault) => {
    const value = fault.value ? ` [${fault.value}]` : '';
    const where = locale === 'en' ? `${words.line} ${fault.line}` : `第 ${fault.line} ${words.line}`;
    return `  ${where}  ${fault.column || '-'}  ${rowFaults[locale][fault.code] ?? fault.code}${value}${fault.suggestion ? words.suggestion(fault.suggestion) : ''}`;
  });
  lines.push(...report.quality.map((reason) => `  ${reason.code}: ${qualityText(locale, reason)}`));
  if (report.resumed > 0) lines.push(words.resumed(report.resumed));
  lines.push(`${words.outcome[report.outcome]}。`.replace('。', locale === 'en' ? '.' : '。'), words.counts(report));
  if (report.imported > 0) lines.push(words.next);
  return lines;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        partial: { type: 'boolean' },
        'all-or-nothing': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        alike: { type: 'boolean' },
        reason: { type: 'string' },
        document: { type: 'string' },
        source: { type: 'string' },
        body: { type: 'string' },
        language: { type: 'string' },
        accept: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new ImportUsageError((error as Error).message);
  }
}
