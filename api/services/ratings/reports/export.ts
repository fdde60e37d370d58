import { stringify } from 'csv-stringify';
import { type ReportCursor, reportRows } from '../../../../db/queries/rating-reports.ts';
import { parse } from '../../../contracts/parse.ts';
import { ReportQuery } from '../../../contracts/rating-report.ts';
import { REPORT_COLUMNS, type ReportRow } from '../../../domain/rating-report.ts';
import type { Ctx } from '../../context.ts';
import { bodiesOf, requireRole } from '../../officials/authorise.ts';

const AT_ONCE = 1000;

async function* rowsOf(ctx: Pick<Ctx, 'sql'>, of: Parameters<typeof reportRows>[1]): AsyncGenerator<ReportRow> {
  for (let after: ReportCursor | null = null; ; ) {
    const page: Awaited<ReturnType<typeof reportRows>> = await reportRows(ctx.sql, of, after, AT_ONCE);
    yield* page.rows;
    if (page.rows.length < AT_ONCE) return;
    after = page.last;
  }
}

/**
 * A day of the report as a file, row by row: CSV with a byte order mark, cells that a spreadsheet would run escaped, or NDJSON.
 * An administrator's reach only. @throws DomainError auth.* | request.invalid
 */
export async function exportReport(
  ctx: Ctx,
  input: unknown,
): Promise<{ name: string; mediaType: string; body: AsyncGenerator<Buffer> }> {
  await requireRole(ctx, ['administrator'], null);
  const { dataset, day, format } = parse(ReportQuery, input);
  const rows = rowsOf(ctx, { dataset, day, bodies: [...(await bodiesOf(ctx, ['administrator']))] });
  const name = `ratings-${dataset}-${day}.${format}`;
  if (format === 'ndjson') return { name, mediaType: 'application/x-ndjson; charset=utf-8', body: lines(rows) };
  return { name, mediaType: 'text/csv; charset=utf-8', body: csv(rows, REPORT_COLUMNS[dataset]) };
}

async function* lines(rows: AsyncGenerator<ReportRow>): AsyncGenerator<Buffer> {
  for await (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
}

async function* csv(rows: AsyncGenerator<ReportRow>, columns: readonly string[]): AsyncGenerator<Buffer> {
  const cast = { boolean: (value: boolean) => (value ? '1' : '0') };
  const options = { header: true, bom: true, columns: [...columns], escape_formulas: true, cast } as const;
  const file = stringify({ ...options, record_delimiter: 'windows' });
  const feed = (async () => {
    for await (const row of rows) if (!file.write(row)) await new Promise((resume) => file.once('drain', resume));
    file.end();
  })().catch((error) => file.destroy(error));
  yield* file as AsyncIterable<Buffer>;
  await feed;
}
