import { sql } from 'drizzle-orm';
import type { Db, Sql, Tx } from '../client.ts';
import { disclosureSearch, disclosureText } from '../schema/disclosures.ts';

/** What words and filters find of one public record: the row of terms and facets, and its folded texts beside it. */
export interface SearchRow {
  disclosureId: string;
  sortOn: string;
  bodyId: string | null;
  form: number;
  kind: string;
  matter: string;
  division: string;
  year: number;
  outcome: string | null;
  court: string | null;
  terms: string[];
  text: { text: string; heads: string; numbers: string; names: string; court: string; fullText: string | null };
}

export async function putSearchRow(tx: Tx | Db, row: SearchRow): Promise<void> {
  const { disclosureId, text: folded, terms, ...columns } = row;
  const { form: _, court: courtName, ...walked } = columns;
  const text = { ...folded, ...walked, courtName };
  const values = { ...columns, text: null, terms: sql`array_to_tsvector(${sql.param(terms)}::text[])` };
  await tx
    .insert(disclosureSearch)
    .values({ disclosureId, ...values })
    .onConflictDoUpdate({ target: disclosureSearch.disclosureId, set: values });
  await tx
    .insert(disclosureText)
    .values({ disclosureId, ...text })
    .onConflictDoUpdate({ target: disclosureText.disclosureId, set: text });
}

/**
 * Its text goes with it. Where there was a row, the record has just left publication: the files of open data hear of it in the
 * same breath.
 */
export async function removeSearchRow(tx: Tx | Db, id: string): Promise<void> {
  await tx.execute(sql`
    with gone as (delete from disclosure_search where disclosure_id = ${id} returning disclosure_id)
    insert into open_data_ending (disclosure_id) select disclosure_id from gone
    on conflict (disclosure_id) do update set at = now(), left_out_by = null`);
}

/** Records whose row has another form than `form`, or none: at most `limit`. */
export const outdatedRows = async (client: Sql, form: number, limit: number): Promise<string[]> =>
  (
    await client<{ id: string }[]>`
      select disclosure_id as id from disclosure_search where form < 2 and form < ${form} limit ${limit}`
  ).map((row) => row.id);
