import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { disclosureLikeness } from '../schema/disclosures.ts';

export interface LikenessRow {
  disclosureId: string;
  version: number;
  bands: number[];
  numbers: string[];
}
export interface TextRow {
  id: string;
  version: number;
  title: string;
  bodyName: string;
  caseNumber: string | null;
  summary: string;
}

/** Ids of records whose marks are missing or of an older version, oldest first. Those that were withdrawn are compared with nothing. */
export async function withoutLikeness(tx: Db | Tx, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select d.id from disclosure d left join disclosure_likeness l on l.disclosure_id = d.id
    where d.state <> 'withdrawn' and (l.disclosure_id is null or l.version <> d.version)
    order by d.created_at limit ${limit}`);
  return rows.map((row) => row.id);
}

/** What marks are made of. */
export async function textsOf(tx: Db | Tx, ids: string[]): Promise<TextRow[]> {
  return [
    ...(await tx.execute<TextRow & Record<string, unknown>>(sql`
      select id, version, title, body_name as "bodyName", case_number as "caseNumber", summary
      from disclosure where id = any(${sql.param(ids)}::uuid[])`)),
  ];
}

/** Changes, some seconds late at most, whenever a record was written; null where the server keeps no such count. */
export async function writesOfRecords(tx: Db | Tx): Promise<string | null> {
  const [row] = await tx.execute<{ writes: string }>(sql`
    select n_tup_ins || '.' || n_tup_upd as writes from pg_stat_user_tables where relid = 'disclosure'::regclass`);
  return row?.writes ?? null;
}

export async function putLikeness(tx: Tx, rows: LikenessRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(disclosureLikeness)
    .values(rows)
    .onConflictDoUpdate({
      target: disclosureLikeness.disclosureId,
      set: { version: sql`excluded.version`, bands: sql`excluded.bands`, numbers: sql`excluded.numbers` },
    });
}

/** Records that share a mark or a case number with any of those given: to be compared, nothing more. */
export async function candidates(tx: Db | Tx, bands: number[], numbers: string[], limit: number): Promise<TextRow[]> {
  return [
    ...(await tx.execute<TextRow & Record<string, unknown>>(sql`
      select d.id, d.version, d.title, d.body_name as "bodyName", d.case_number as "caseNumber", d.summary
      from disclosure_likeness l join disclosure d on d.id = l.disclosure_id
      where (l.bands && ${sql.param(bands)}::int[] or l.numbers && ${sql.param(numbers)}::text[]) and d.state <> 'withdrawn'
      limit ${limit}`)),
  ];
}
