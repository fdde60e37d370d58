import { sql } from 'drizzle-orm';
import type { CheckPurpose, CheckUse } from '../../api/domain/credit-check.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { disclosure } from '../schema/disclosures.ts';
import type { DisclosureRow } from './disclosures.ts';

export interface CheckRow {
  id: string;
  number: string;
  purpose: CheckPurpose;
  purposeWords: string;
  askedBy: string;
  bodyId: string;
  askedAt: string; // ISO 8601
  subjects: number;
  withRecords: number;
  document: string;
  sha256: Buffer;
  keyVersion: number;
  publicKey: Buffer;
  signature: Buffer;
  used: CheckUse | null;
  usedWords: string | null;
  usedBy: string | null;
  usedAt: string | null;
  /** List and words were erased at the end of their time; the proof stays. */
  erased: boolean;
}

const HEAD = (
  client: Sql,
) => client`id, number, purpose, purpose_words as "purposeWords", asked_by as "askedBy", body_id as "bodyId",
  to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt", subjects, with_records as "withRecords",
  erased_at is not null as erased, used, used_words as "usedWords", used_by as "usedBy",
  to_char(used_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "usedAt"`;
const PROOF = (client: Sql) =>
  client`document, sha256, key_version as "keyVersion", public_key as "publicKey", signature`;

export async function nextCheckSerial(tx: Tx): Promise<number> {
  const rows = (await tx.execute(sql`select nextval('credit_check_number')::int as n`)) as unknown as { n: number }[];
  return rows[0]?.n ?? 0;
}

export async function insertCheck(
  tx: Tx,
  row: Omit<CheckRow, 'erased' | 'used' | 'usedWords' | 'usedBy' | 'usedAt'>,
): Promise<void> {
  await tx.execute(sql`insert into credit_check (id, number, purpose, purpose_words, asked_by, body_id, asked_at, subjects,
      with_records, document, sha256, key_version, public_key, signature)
    values (${row.id}, ${row.number}, ${row.purpose}, ${row.purposeWords}, ${row.askedBy}, ${row.bodyId},
      ${row.askedAt}::timestamptz, ${row.subjects}, ${row.withRecords}, ${row.document}, ${row.sha256}, ${row.keyVersion},
      ${row.publicKey}, ${row.signature})`);
}

export async function findCheck(client: Sql, by: { id: string } | { number: string }): Promise<CheckRow | null> {
  const [row] = await client<CheckRow[]>`select ${HEAD(client)}, ${PROOF(client)} from credit_check
    where ${'id' in by ? client`id = ${by.id}` : client`number = ${by.number}`}`;
  return row ?? null;
}

export type CheckHead = Omit<CheckRow, 'document' | 'sha256' | 'keyVersion' | 'publicKey' | 'signature'>;

/** Checks of the bodies, newest first; `open`: those of which no use was reported yet. */
export const listChecks = (
  client: Sql,
  question: { bodies: readonly string[]; open: boolean; after: readonly [string, string] | null; limit: number },
): Promise<CheckHead[]> => {
  const { after } = question;
  return client<CheckHead[]>`select ${HEAD(client)} from credit_check
    where body_id = any(${question.bodies as string[]}::uuid[]) ${question.open ? client`and used is null and erased_at is null` : client``}
      ${after ? client`and (asked_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : client``}
    order by asked_at desc, id desc limit ${question.limit}`;
};

/** Reports the use once. @returns false where it was reported already */
export async function reportUse(
  tx: Tx,
  id: string,
  by: { use: CheckUse; words: string; by: string; at: Date },
): Promise<boolean> {
  const rows =
    (await tx.execute(sql`update credit_check set used = ${by.use}, used_words = ${by.words}, used_by = ${by.by},
    used_at = ${by.at.toISOString()}::timestamptz where id = ${id} and used is null returning id`)) as unknown as unknown[];
  return rows.length > 0;
}

/** Published records about bodies, or about subjects by their credit codes; newest decision first. */
export const recordsAbout = (
  tx: Db | Tx,
  bodies: readonly string[],
  codes: readonly string[],
): Promise<DisclosureRow[]> =>
  tx
    .select()
    .from(disclosure)
    .where(
      sql`${disclosure.state} = 'published' and (${disclosure.bodyId} = any(${sql.param(bodies)}::uuid[])
        or ${disclosure.subjectCode} = any(${sql.param(codes)}::text[]))`,
    )
    .orderBy(sql`${disclosure.sortOn} desc, ${disclosure.id} desc`);

/** Of these records, those that are no longer public. */
export const endedOf = async (client: Sql, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await client<{ id: string }[]>`
    select id from disclosure where id = any(${ids as string[]}::uuid[]) and state <> 'published'`;
  return new Set(rows.map((row) => row.id));
};
