import { stringify } from 'csv-stringify/sync';
import { COMPONENTS } from '../../domain/integrity.ts';
import type { Ctx } from '../context.ts';
import { integrityRanking } from './read.ts';

/** The table of a page of the integrity monitor as CSV, with every count that is told. @throws as integrityRanking */
export async function integrityCsv(
  ctx: Ctx,
  asked: Parameters<typeof integrityRanking>[1],
): Promise<{ name: string; csv: string }> {
  const { rows, place } = await integrityRanking(ctx, asked);
  const table = rows.map(({ kind, id, name, rank, figure }) => ({
    kind,
    id,
    name,
    rank,
    score: figure?.score,
    low: figure?.low,
    high: figure?.high,
    month: figure?.month.slice(0, 7),
    version: figure?.version,
    weights: figure?.weightsId,
    ...Object.fromEntries(
      COMPONENTS.flatMap((component, i) => {
        const one = figure?.components[i];
        return [
          [`${component}_part`, one?.part],
          [`${component}_total`, one?.total],
          [`${component}_weight`, one?.weight],
        ];
      }),
    ),
  }));
  const fixed = ['kind', 'id', 'name', 'rank', 'score', 'low', 'high', 'month', 'version', 'weights'];
  const columns = [...fixed, ...COMPONENTS.flatMap((one) => [`${one}_part`, `${one}_total`, `${one}_weight`])];
  const csv = stringify(table, {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    columns,
  });
  return { name: `integrity-${place.code}-${asked.of}.csv`, csv };
}
