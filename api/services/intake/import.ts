import { legalToday } from '../../../db/queries/filing.ts';
import { intakeOf, numberTaken } from '../../../db/queries/intake.ts';
import { ExchangeLine, type IntakeFault, type IntakeReport } from '../../contracts/intake.ts';
import { DomainError } from '../../domain/errors.ts';
import { planFiling } from '../complaints/plan-filing.ts';
import type { Ctx } from '../context.ts';
import { enter, externalKey, intakeBody, planEntry } from './enter.ts';

export const MOST_LINES = 5000;

/**
 * Reads an exchange file. A bad line is reported with line, column and reason, and leaves the others alone; a file that is read
 * twice enters nothing twice. With `dryRun` everything is checked and nothing written.
 * @throws DomainError auth.required | auth.forbidden | request.too_large
 */
export async function importCases(
  ctx: Ctx,
  text: string,
  options: { dryRun: boolean; bodyId?: string | undefined },
): Promise<IntakeReport> {
  const bodyId = intakeBody(ctx, options.bodyId);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.length > MOST_LINES + 1) throw new DomainError('request.too_large');
  const report: IntakeReport = { dryRun: options.dryRun, lines: 0, entered: [], known: [], passedOver: 0, faults: [] };
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    report.lines++;
    try {
      await one(ctx, read(line), report, { ...options, bodyId });
    } catch (error) {
      report.faults.push(...faultsOf(error, line, i + 1));
    }
  }
  return report;
}

class Unreadable extends Error {
  readonly column: number;
  constructor(column: number) {
    super('unreadable');
    this.column = column;
  }
}

function read(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error));
    throw new Unreadable(at ? Number(at[1]) + 1 : line.length + 1);
  }
}

async function one(
  ctx: Ctx,
  value: unknown,
  report: IntakeReport,
  options: { dryRun: boolean; bodyId: string },
): Promise<void> {
  const { type } = (value ?? {}) as { type?: unknown };
  if (type === 'result' || type === 'cursor') {
    if (!ExchangeLine.safeParse(value).success)
      throw new DomainError('request.invalid', { fields: [{ path: 'type', code: 'invalid_value' }] });
    report.passedOver++;
    return;
  }
  if (options.dryRun) {
    const { line, complaint } = await planEntry(ctx, value);
    const externalNumber = externalKey(line.externalNumber);
    const known = await intakeOf(ctx.sql, line.channel, externalNumber);
    if (known) return void report.known.push({ externalNumber, number: known.number });
    if (await numberTaken(ctx.sql, externalNumber))
      throw new DomainError('request.invalid', { fields: [{ path: 'externalNumber', code: 'number_taken' }] });
    await planFiling(ctx, complaint, await legalToday(ctx.sql));
    return;
  }
  const { number, queryCode } = await enter(ctx, value, options.bodyId);
  const externalNumber = externalKey((value as { externalNumber: string }).externalNumber);
  if (queryCode === null) report.known.push({ externalNumber, number });
  else report.entered.push({ externalNumber, number, queryCode });
}

function faultsOf(error: unknown, line: string, at: number): IntakeFault[] {
  if (error instanceof Unreadable) return [{ line: at, column: error.column, path: '', code: 'not_json' }];
  if (!(error instanceof DomainError) || error.code.startsWith('service.')) throw error;
  if (error.fields.length === 0) {
    const code = String(error.params.reason ?? error.code);
    return [{ line: at, column: 1, path: '', code }];
  }
  return error.fields.map(({ path, code }) => ({ line: at, column: columnOf(line, path), path, code }));
}

/** Where in the line a field stands: the last key of its path that is there. */
export function columnOf(line: string, path: string): number {
  let column = 0;
  for (const key of path.split('.')) {
    const found = line.indexOf(`"${key}"`, column);
    if (found >= 0) column = found;
  }
  return column + 1;
}
