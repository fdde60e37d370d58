import { sql } from 'drizzle-orm';
import type { RetentionRule } from '../../api/domain/retention.ts';
import type { Sql, Tx } from '../client.ts';
import { period } from './retention.ts';

/** Objections and repairs that were decided so long ago, and credit checks that were asked so long ago; what of them goes. */

type Rule = Pick<RetentionRule, 'length' | 'unit'>;

/** Decided requests past their time, oldest first. */
export const requestsPast = (client: Sql, rule: Rule, limit: number): Promise<{ id: string; record: string }[]> => {
  const { months, days } = period(rule);
  return client<{ id: string; record: string }[]>`
    select r.id, r.disclosure_id as record
    from disclosure_request r join disclosure_key k on k.id = r.key_id and k.wrapped is not null
    where r.outcome is not null and (r.decided_at at time zone 'Asia/Shanghai')::date
      + make_interval(months => ${months}, days => ${days}) < (now() at time zone 'Asia/Shanghai')::date
    order by r.decided_at limit ${limit}`;
};

export const checksPast = (client: Sql, rule: Rule, limit: number): Promise<{ id: string }[]> => {
  const { months, days } = period(rule);
  return client<{ id: string }[]>`
    select id from credit_check
    where erased_at is null and (asked_at at time zone 'Asia/Shanghai')::date
      + make_interval(months => ${months}, days => ${days}) < (now() at time zone 'Asia/Shanghai')::date
    order by asked_at limit ${limit}`;
};

/** A request that is decided and was not erased yet, held; `record`: the record that it is about. */
export async function holdRequest(tx: Tx, id: string): Promise<{ record: string; keyId: string } | null | 'unknown'> {
  const [row] = await tx.execute<{ record: string; keyId: string; open: boolean; erased: boolean }>(sql`
    select r.disclosure_id as record, r.key_id as "keyId", r.outcome is null as open, k.wrapped is null as erased
    from disclosure_request r join disclosure_key k on k.id = r.key_id
    where r.id = ${id} for update of r, k`);
  if (!row) return 'unknown';
  return row.open || row.erased ? null : { record: row.record, keyId: row.keyId };
}

/** Takes words, contact, files and the key; the decision and its dates stay. @returns the names of the files in storage */
export async function eraseRequestRows(tx: Tx, id: string, keyId: string, at: Date): Promise<string[]> {
  const files = await tx.execute<{ name: string }>(sql`
    update disclosure_request_file set sealed_name = ''::bytea, sha256 = ''::bytea, scan_signature = null,
      removed_at = coalesce(removed_at, ${at.toISOString()}::timestamptz)
    where request_id = ${id} returning storage_name as name`);
  await tx.execute(sql`
    update disclosure_request set sealed_words = ''::bytea, sealed_contact = ''::bytea where id = ${id}`);
  await tx.execute(sql`
    update disclosure_key set wrapped = null, erased_at = ${at.toISOString()}::timestamptz where id = ${keyId}`);
  return files.map((file) => file.name);
}

/**
 * Takes the list that was asked, what for and what was said of its use. Number, body, dates, counts, digest and signature stay:
 * whoever holds the answer can still show that it is genuine. @returns null where it was erased before
 */
export async function eraseCheckRow(
  tx: Tx,
  id: string,
  at: Date,
): Promise<{ number: string; bodyId: string } | null | 'unknown'> {
  const [row] = await tx.execute<{ number: string; bodyId: string; erased: boolean }>(sql`
    select number, body_id as "bodyId", erased_at is not null as erased from credit_check where id = ${id} for update`);
  if (!row) return 'unknown';
  if (row.erased) return null;
  await tx.execute(sql`
    update credit_check set document = '', purpose_words = '', erased_at = ${at.toISOString()}::timestamptz,
      used_words = case when used_words is not null then '' end
    where id = ${id}`);
  return { number: row.number, bodyId: row.bodyId };
}
