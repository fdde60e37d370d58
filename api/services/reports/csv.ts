import { stringify } from 'csv-stringify/sync';
import { type DayClass, type Figures, RANKING_SAMPLE } from '../../domain/report.ts';
import type { Ctx } from '../context.ts';
import { readReport } from './read.ts';

const share = (value: number | null) => (value === null ? '' : value.toFixed(4));
const days = (one: DayClass) => (one.to === null ? `days_${one.from}_and_more` : `days_${one.from}_to_${one.to}`);

const columns = (name: string, figures: Figures, rank: number | null): Record<string, string | number> => ({
  body: name,
  ...figures.counts,
  silent: figures.silent,
  in_time_of: figures.inTime.total,
  in_time_rate: share(figures.inTime.value),
  in_time_low: share(figures.inTime.low),
  in_time_high: share(figures.inTime.high),
  solved_of: figures.solved.total,
  solved_rate: share(figures.solved.value),
  solved_low: share(figures.solved.low),
  solved_high: share(figures.solved.high),
  median_days: figures.median ?? '',
  ninety_percent_days: figures.ninety ?? '',
  ...Object.fromEntries(figures.distribution.map((one) => [days(one), one.cases])),
  [`rank_from_${RANKING_SAMPLE}_cases`]: rank ?? '',
});

/** The report as CSV: UTF-8 with a byte order mark; cells that a spreadsheet would run as a formula are escaped. */
export async function reportCsv(ctx: Ctx, input: unknown): Promise<{ name: string; csv: string }> {
  const report = await readReport(ctx, input);
  const rows = report.bodies.map((row) => columns(row.name, row.figures, row.rank));
  const all = columns('*', report.total, null);
  const csv = stringify([...rows, all], {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    columns: Object.keys(all),
  });
  return { name: `report-${report.from}-${report.to}.csv`, csv };
}
