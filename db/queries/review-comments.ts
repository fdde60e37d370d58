import { sql } from 'drizzle-orm';
import type { RetentionRule } from '../../api/domain/retention.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { period, reviewOverOn } from './retention.ts';

/** Comments on fair-competition reviews: sealed with the key of their round. */

export interface RoundRow {
  keyId: string;
  /** When it was answered: how many had come. */
  received: number | null;
  answeredOn: string | null; // legal date
}
export async function roundOf(tx: Db | Tx, commitmentId: string): Promise<RoundRow | null> {
  const [row] = await tx.execute<RoundRow & Record<string, unknown>>(sql`
    select key_id as "keyId", received, (answered_at at time zone 'Asia/Shanghai')::date::text as "answeredOn"
    from review_round where commitment_id = ${commitmentId}`);
  return row ?? null;
}

/** Of two who come first at once one begins the round: the commitment is held. */
export const insertRound = async (tx: Tx, commitmentId: string, keyId: string): Promise<void> => {
  await tx.execute(sql`insert into review_round (commitment_id, key_id) values (${commitmentId}, ${keyId})`);
};

/** @returns false where this form was sent before */
export async function insertComment(
  tx: Tx,
  row: { id: string; commitmentId: string; submissionHash: Buffer; sealed: Buffer; checked: boolean; at: Date },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into review_comment (id, commitment_id, submission_hash, sealed, checked, filed_at)
    values (${row.id}, ${row.commitmentId}, ${row.submissionHash}, ${row.sealed}, ${row.checked}, ${row.at.toISOString()})
    on conflict (submission_hash) do nothing returning id`);
  return rows.length > 0;
}

export const knownComment = async (tx: Db | Tx, submissionHash: Buffer): Promise<boolean> =>
  (await tx.execute(sql`select 1 from review_comment where submission_hash = ${submissionHash}`)).length > 0;

export interface CommentRow {
  id: string;
  sealed: Buffer;
  checked: boolean;
  at: Date;
}
/** Oldest first. */
export const commentsOf = (client: Sql, commitmentId: string, limit: number) => client<CommentRow[]>`
  select id, sealed, checked, filed_at as at from review_comment where commitment_id = ${commitmentId}
  order by filed_at, id limit ${limit}`;

export async function countComments(tx: Db | Tx, commitmentId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from review_comment where commitment_id = ${commitmentId}`,
  );
  return row?.n ?? 0;
}

/** Writes down how many came and which note answers them. */
export const answerRound = async (
  tx: Tx,
  commitmentId: string,
  answer: { received: number; noteId: string; at: Date },
): Promise<void> => {
  await tx.execute(sql`
    update review_round set received = ${answer.received}, note_id = ${answer.noteId}, answered_at = ${answer.at.toISOString()}
    where commitment_id = ${commitmentId}`);
};

/** Rounds whose period ended so long ago and whose key is there. */
export const roundsPast = (
  client: Sql,
  rule: Pick<RetentionRule, 'length' | 'unit'>,
  limit: number,
): Promise<{ id: string }[]> => {
  const { months, days } = period(rule);
  return client<{ id: string }[]>`
    select c.id from review_round r join commitment c on c.id = r.commitment_id
    join disclosure_key k on k.id = r.key_id and k.wrapped is not null
    where ${reviewOverOn(client)} + make_interval(months => ${months}, days => ${days})
      < (now() at time zone 'Asia/Shanghai')::date
    order by 1 limit ${limit}`;
};

/** A round that is over and was not erased yet, held together with its commitment. */
export async function holdRound(tx: Tx, id: string): Promise<{ keyId: string; bodyId: string } | null | 'unknown'> {
  const [row] = await tx.execute<{ keyId: string; bodyId: string; erased: boolean }>(sql`
    select r.key_id as "keyId", c.owed_by_id as "bodyId", k.wrapped is null as erased
    from commitment c join review_round r on r.commitment_id = c.id join disclosure_key k on k.id = r.key_id
    where c.id = ${id} for update of c, r, k`);
  if (!row) return 'unknown';
  return row.erased ? null : { keyId: row.keyId, bodyId: row.bodyId };
}

/** Takes the words and contacts of all comments and their key; how many came, and the answer, stay. */
export async function eraseRoundRows(tx: Tx, id: string, keyId: string, at: Date): Promise<void> {
  await tx.execute(sql`update review_comment set sealed = ''::bytea where commitment_id = ${id}`);
  await tx.execute(sql`
    update disclosure_key set wrapped = null, erased_at = ${at.toISOString()}::timestamptz where id = ${keyId}`);
}
