import { stringify } from 'csv-stringify';
import { PUBLIC_COMMITMENT_KEYS } from '../../domain/commitment-view.ts';
import type { Ctx } from '../context.ts';
import { everyCommitment } from './list.ts';

const COLUMNS = [...PUBLIC_COMMITMENT_KEYS, 'owedByName', 'divisionName', 'url'];

/** A selection as CSV, row by row: UTF-8 with a byte order mark, formulas escaped; names of columns are those of the API. */
export async function* commitmentCsv(ctx: Ctx, filters: Record<string, unknown>): AsyncGenerator<Buffer> {
  const { divisions, bodies } = await ctx.directory();
  const file = stringify({
    header: true,
    bom: true,
    columns: COLUMNS,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  const feed = (async () => {
    for await (const record of everyCommitment(ctx, filters)) {
      const row = {
        ...record,
        owedByName: bodies.get(record.owedById)?.name ?? '',
        divisionName: divisions.get(record.division)?.name ?? '',
        url: `${ctx.publicUrl}/commitments/${record.id}`,
      };
      if (!file.write(row)) await new Promise((resume) => file.once('drain', resume));
    }
    file.end();
  })().catch((error) => file.destroy(error));
  yield* file as AsyncIterable<Buffer>;
  await feed;
}
