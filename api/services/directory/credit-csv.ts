import { stringify } from 'csv-stringify/sync';
import type { Rate } from '../../domain/report.ts';
import type { CreditFile, Outcomes } from './credit-file.ts';

type CsvRow = { figure: string } & Partial<Rate>;
const outcomeRows = (name: string, outcomes: Outcomes | null): CsvRow[] =>
  outcomes
    ? [
        { figure: `${name}.received`, part: outcomes.received },
        { figure: `${name}.answered`, ...outcomes.answered },
        { figure: `${name}.in_time`, ...outcomes.inTime },
        { figure: `${name}.closed`, part: outcomes.closed },
        { figure: `${name}.body_says_solved`, ...outcomes.bodySolved },
        { figure: `${name}.complainant_says_solved`, ...outcomes.solved },
        { figure: `${name}.silent`, part: outcomes.silent },
      ]
    : [];

/** Columns: figure, part (or a plain count), total, value, low, high. UTF-8 with a byte order mark; formulas are escaped. */
export function creditCsv(file: CreditFile): string {
  const { kinds, ...records } = file.records;
  const rows: CsvRow[] = [
    ...Object.entries(records).map(([name, part]) => ({ figure: `records.${name}`, part })),
    ...kinds.map((one) => ({ figure: `records.kind.${one.kind}`, part: one.published })),
    ...outcomeRows('handled', file.handled),
    ...outcomeRows('about', file.about),
    { figure: 'ratings.satisfied', part: file.ratings.satisfied, total: file.ratings.total },
  ];
  const columns = ['body', 'figure', 'part', 'total', 'value', 'low', 'high'];
  return stringify(
    rows.map((row) => ({ body: file.body.name, ...row })),
    { header: true, bom: true, columns, escape_formulas: true, record_delimiter: 'windows' },
  );
}
