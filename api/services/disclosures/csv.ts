import { stringify } from 'csv-stringify';
import { publicState } from '../../../db/queries/disclosure-search.ts';
import { PUBLIC_KEYS } from '../../domain/disclosure-view.ts';
import type { Ctx } from '../context.ts';
import { exportDisclosures } from './search.ts';

/**
 * A selection as CSV, row by row: UTF-8 with a byte order mark, so that Excel reads it; cells that a spreadsheet would
 * run as a formula are escaped. Column names are those of the API.
 */
export async function* disclosureCsv(
  ctx: Ctx,
  filters: Record<string, unknown>,
  fields?: readonly string[],
): AsyncGenerator<Buffer> {
  const { divisions } = await ctx.directory();
  const all = [...PUBLIC_KEYS, 'divisionName', 'url'];
  const columns = fields ? all.filter((name) => name === 'id' || fields.includes(name)) : all;
  const file = stringify({ header: true, bom: true, columns, escape_formulas: true, record_delimiter: 'windows' });
  const feed = (async () => {
    for await (const record of exportDisclosures(ctx, filters)) {
      const row = {
        ...record,
        divisionName: (record.division && divisions.get(record.division)?.name) ?? '',
        url: `${ctx.publicUrl}/disclosures/${record.id}`,
      };
      if (!file.write(row)) await new Promise((resume) => file.once('drain', resume));
    }
    file.end();
  })().catch((error) => file.destroy(error));
  yield* file as AsyncIterable<Buffer>;
  await feed;
}

/** Changes with every change of what is public: what a strong ETag of the file rests on. */
export const publicStateOf = (ctx: Ctx): Promise<string> => publicState(ctx.sql);
