import { sql } from 'drizzle-orm';
import type { RetentionRule } from '../../api/domain/retention.ts';
import type { Sql, Tx } from '../client.ts';
import { period, registrationOverOn } from './retention.ts';

/** Registrations past their time whose key is there, oldest first. */
export const registrationsPast = (
  client: Sql,
  rule: Pick<RetentionRule, 'length' | 'unit'>,
  limit: number,
): Promise<{ id: string }[]> => {
  const { months, days } = period(rule);
  return client<{ id: string }[]>`
    select c.id from commitment_registration r join commitment c on c.id = r.commitment_id
    join disclosure_key k on k.id = r.key_id and k.wrapped is not null
    where r.answered_on is not null and ${registrationOverOn(client)}
      + make_interval(months => ${months}, days => ${days}) < (now() at time zone 'Asia/Shanghai')::date
    order by r.answered_on limit ${limit}`;
};

/** A registration that is over and was not erased yet, held together with its commitment. */
export async function holdRegistration(
  tx: Tx,
  id: string,
): Promise<{ keyId: string; bodyId: string } | null | 'unknown'> {
  const [row] = await tx.execute<{ keyId: string; bodyId: string; over: boolean; erased: boolean }>(sql`
    select r.key_id as "keyId", c.owed_by_id as "bodyId", c.state = 'disputed' or c.ended_at is not null as over,
      k.wrapped is null as erased
    from commitment c join commitment_registration r on r.commitment_id = c.id join disclosure_key k on k.id = r.key_id
    where c.id = ${id} for update of c, r, k`);
  if (!row) return 'unknown';
  return !row.over || row.erased ? null : { keyId: row.keyId, bodyId: row.bodyId };
}

/**
 * Takes the enterprise, its contact, its files and the key; number, dates and the body's answer stay, and of what became public
 * by consent nothing changes. @returns the names of the files in storage
 */
export async function eraseRegistrationRows(tx: Tx, id: string, keyId: string, at: Date): Promise<string[]> {
  const files = await tx.execute<{ name: string }>(sql`
    update commitment_file set sealed_name = ''::bytea, sha256 = ''::bytea, scan_signature = null,
      removed_at = coalesce(removed_at, ${at.toISOString()}::timestamptz)
    where commitment_id = ${id} and key_id = ${keyId} returning storage_name as name`);
  await tx.execute(sql`
    update commitment_registration set sealed_enterprise = ''::bytea where commitment_id = ${id}`);
  await tx.execute(sql`
    update disclosure_key set wrapped = null, erased_at = ${at.toISOString()}::timestamptz where id = ${keyId}`);
  return files.map((file) => file.name);
}
