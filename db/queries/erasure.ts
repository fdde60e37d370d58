import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { ErasureReason, ErasureSubject } from '../../api/domain/retention.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { ERASABLE } from '../erasable.ts';
import { erasure, erasureRequest } from '../schema/privacy.ts';

/** The rows of a case that go; names are our own. */
function statement(entry: (typeof ERASABLE)[number], caseId: string): SQL {
  const [before = '', ...after] = entry.where.split('$case');
  const where = after.reduce((made, part) => sql`${made}${caseId}${sql.raw(part)}`, sql.raw(before));
  if (entry.how === 'delete') return sql`delete from ${sql.raw(entry.table)} where ${where}`;
  const set =
    'blank' in entry.how
      ? entry.how.blank.map((column) => `${column} = case when ${column} is not null then ''::bytea end`)
      : entry.how.clear.map((column) => `${column} = null`);
  if (entry.table === 'case_key') set.push('erased_at = now()');
  if (entry.table === 'evidence') set.push('removed_at = coalesce(removed_at, now())');
  return sql`update ${sql.raw(entry.table)} set ${sql.raw(set.join(', '))} where ${where}`;
}

/** The key of a case that was not erased yet, held; null where it was. */
export async function holdKey(tx: Tx, caseId: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select id from case_key where case_id = ${caseId} and wrapped is not null for update`,
  );
  return row?.id ?? null;
}

/** Takes away everything that was sealed for a case, and its key. @returns the names of its files in storage */
export async function eraseRows(tx: Tx, caseId: string): Promise<string[]> {
  const files = await tx.execute<{ name: string }>(
    sql`select storage_name as name from evidence where case_id = ${caseId}`,
  );
  for (const entry of ERASABLE) await tx.execute(statement(entry, caseId));
  await tx.execute(sql`update cases set publish_summary = false where id = ${caseId}`);
  return files.map((file) => file.name);
}

export async function insertErasure(tx: Tx, row: typeof erasure.$inferInsert & { seq?: number }): Promise<void> {
  const { seq, ...rest } = row;
  if (seq === undefined) await tx.insert(erasure).values(rest);
  // A replay keeps the numbers of the list, so that both go on alike.
  else
    await tx.execute(sql`
      insert into erasure (seq, case_id, subject_kind, subject_id, key_id, reason, code, erased_at, erased_by)
        overriding system value
      values (${seq}, ${row.caseId ?? null}, ${row.subjectKind ?? 'case'}, ${row.subjectId ?? null}, ${row.keyId ?? null},
        ${row.reason}, ${row.code}, ${row.erasedAt.toISOString()}, ${row.erasedBy ?? null})`);
}

export async function skipErasures(db: Db, last: number): Promise<void> {
  await db.execute(
    sql`select setval(pg_get_serial_sequence('erasure', 'seq'), greatest(${last}::bigint, coalesce(max(seq), 1))) from erasure`,
  );
}

export interface ErasureRow {
  seq: number;
  subject: ErasureSubject;
  id: string;
  keyId: string | null;
  reason: 'retention' | 'request';
  code: string;
  at: string; // ISO 8601, UTC
}

/** Erasures after a number of the list, in order. */
export const erasuresAfter = (client: Sql, seq: number): Promise<ErasureRow[]> =>
  client<ErasureRow[]>`
    select seq::float8 as seq, subject_kind as subject, coalesce(case_id, subject_id) as id, key_id as "keyId", reason, code,
      to_char(erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from erasure where seq > ${seq} order by seq`;

export async function lastErasure(client: Sql): Promise<number> {
  // The sequence, not the rows: a replay counts entries of cases that this database never had.
  const [row] = await client<
    { last: number }[]
  >`select case when is_called then last_value else 0 end::float8 as last from erasure_seq_seq`;
  return row?.last ?? 0;
}

/** Marks the files of a case as gone. @returns their names in storage */
export async function removeFiles(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(
    sql`update evidence set removed_at = now() where case_id = ${caseId} and removed_at is null returning storage_name as name`,
  );
  return rows.map((row) => row.name);
}

const LIST_LOCK = 7_210_017;

/** One writer of the list at a time, whatever process it runs in. */
export const alone = <T>(client: Sql, work: () => Promise<T>): Promise<T> =>
  client.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LIST_LOCK})`;
    return work();
  }) as Promise<T>;

/** @returns false where one is pending already */
export async function insertErasureRequest(
  tx: Tx,
  request: { id: string; caseId: string; sealed: Buffer | null; at: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(erasureRequest)
    .values({ id: request.id, caseId: request.caseId, sealed: request.sealed, state: 'pending', askedAt: request.at })
    .onConflictDoNothing()
    .returning({ id: erasureRequest.id });
  return rows.length > 0;
}

/** @returns the request that was pending, or null */
export async function decideErasureRequest(
  tx: Tx,
  decision: { caseId: string; state: 'granted' | 'refused'; reason: ErasureReason; by: string; at: Date },
): Promise<string | null> {
  const [row] = await tx
    .update(erasureRequest)
    .set({ state: decision.state, reason: decision.reason, decidedAt: decision.at, decidedBy: decision.by })
    .where(and(eq(erasureRequest.caseId, decision.caseId), eq(erasureRequest.state, 'pending')))
    .returning({ id: erasureRequest.id });
  return row?.id ?? null;
}
