import { stringify } from 'csv-stringify/sync';
import { RATING_MEASURES } from '../../domain/rating.ts';
import type { RatingFigures } from './figures.ts';

/** A row for each month and level: all ratings, and of how many of them each measure is true. UTF-8 with a byte order mark. */
export function ratingCsv(name: string, { rows }: Pick<RatingFigures, 'rows'>): string {
  const table = new Map<string, Record<string, string | number>>();
  for (const { month, level, measure, n } of rows) {
    const key = `${month}/${level}`;
    const row = table.get(key) ?? { name, month, level, ...Object.fromEntries(RATING_MEASURES.map((one) => [one, 0])) };
    row[measure] = n;
    table.set(key, row);
  }
  return stringify([...table.values()], {
    header: true,
    bom: true,
    columns: ['name', 'month', 'level', ...RATING_MEASURES],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
