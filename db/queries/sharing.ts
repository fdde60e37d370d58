import { sql } from 'drizzle-orm';
import type { DisclosureKind } from '../../api/domain/disclosure.ts';
import type {
  RemoveReason,
  ShareAct,
  ShareFormat,
  ShareLevel,
  ShareRefusal,
  ShareState,
} from '../../api/domain/sharing.ts';
import type { Db, Sql, Tx } from '../client.ts';

/** 逐级归集. What a record has to tell is decided by share_record() of migration 0035, in the transaction that changes it. */

export interface DestinationRow {
  id: string;
  code: string;
  name: string;
  level: ShareLevel;
  kinds: DisclosureKind[];
  format: ShareFormat;
  enabled: boolean;
  version: number;
}

const rowsOf = async <T>(found: Promise<unknown>): Promise<T[]> => [...((await found) as T[])];
const DESTINATION = sql.raw('id, code, name, level, kinds, format, enabled, version');

export const destinationRows = (tx: Db | Tx): Promise<DestinationRow[]> =>
  rowsOf(
    tx.execute(
      sql`select ${DESTINATION} from share_destination order by array_position(array['national', 'province', 'credit_site'], level), code`,
    ),
  );

/** `lock`: batches and receipts of one destination come one after the other. */
export async function findDestination(
  tx: Db | Tx,
  code: string,
  { lock = false } = {},
): Promise<DestinationRow | null> {
  const [row] = await rowsOf<DestinationRow>(
    tx.execute(
      sql`select ${DESTINATION} from share_destination where code = ${code} ${lock ? sql`for no key update` : sql``}`,
    ),
  );
  return row ?? null;
}

export async function insertDestination(
  tx: Tx,
  row: Omit<DestinationRow, 'version'> & { by: string },
): Promise<boolean> {
  const rows = await rowsOf(
    tx.execute(sql`insert into share_destination (id, code, name, level, kinds, format, enabled, changed_by)
      values (${row.id}, ${row.code}, ${row.name}, ${row.level}, ${sql.param(row.kinds)}::text[], ${row.format}, ${row.enabled}, ${row.by})
      on conflict (code) do nothing returning id`),
  );
  return rows.length > 0;
}

/** Where it is still at that version. */
export async function updateDestination(tx: Tx, row: DestinationRow & { by: string }): Promise<boolean> {
  const rows = await rowsOf(
    tx.execute(sql`update share_destination set name = ${row.name}, level = ${row.level}, kinds = ${sql.param(row.kinds)}::text[],
        format = ${row.format}, enabled = ${row.enabled}, version = version + 1, changed_by = ${row.by}, changed_at = now()
      where id = ${row.id} and version = ${row.version} returning id`),
  );
  return rows.length > 0;
}

/** Looks through all records for what the destination lacks or must lose. @returns how many were queued or dropped */
export async function reconcile(tx: Db | Tx, destinationId: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(tx.execute(sql`select share_reconcile(${destinationId}) as n`));
  return row?.n ?? 0;
}

export interface WaitingRow {
  id: number;
  act: ShareAct;
  reason: RemoveReason | null;
  disclosureId: string;
}

/** The oldest that wait, held until the transaction ends. What another transaction is changing just now comes next time. */
export const takeWaiting = (tx: Tx, destinationId: string, limit: number): Promise<WaitingRow[]> =>
  rowsOf(
    tx.execute(sql`select id::float8 as id, act, reason, disclosure_id as "disclosureId" from share_message
      where destination_id = ${destinationId} and state = 'waiting' order by id limit ${limit} for update skip locked`),
  );

export async function lastBatch(tx: Tx, destinationId: string): Promise<{ number: number; sha256: Buffer } | null> {
  const [row] = await rowsOf<{ number: number; sha256: Buffer }>(
    tx.execute(
      sql`select number, sha256 from share_batch where destination_id = ${destinationId} order by number desc limit 1`,
    ),
  );
  return row ?? null;
}

export interface NewBatch {
  id: string;
  destinationId: string;
  number: number;
  madeBy: string;
  madeAt: Date;
  messages: number;
  bytes: number;
  sha256: Buffer;
  previous: Buffer | null;
  /** It goes by POST; else it is a file. */
  posted: boolean;
}

/** The batch with its messages as they are sent; `dropped`: what must not go any more. */
export async function insertBatch(
  tx: Tx,
  batch: NewBatch,
  sent: readonly { id: number; version: number | null; content: unknown }[],
): Promise<void> {
  await tx.execute(sql`insert into share_batch (id, destination_id, number, made_by, made_at, messages, bytes, sha256, previous, posted)
    values (${batch.id}, ${batch.destinationId}, ${batch.number}, ${batch.madeBy}, ${batch.madeAt.toISOString()}::timestamptz,
      ${batch.messages}, ${batch.bytes}, ${batch.sha256}, ${batch.previous}, ${batch.posted})`);
  await tx.execute(sql`update share_message m set state = 'sent', batch_id = ${batch.id}, content = nullif(v.content, 'null'::jsonb),
      version = coalesce(v.version, m.version)
    from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as v (id bigint, version integer, content jsonb) where m.id = v.id`);
}

export async function dropMessages(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0)
    await tx.execute(
      sql`update share_message set state = 'dropped' where id = any(${sql.param(ids.map(String))}::bigint[])`,
    );
}

export interface BatchRow {
  id: string;
  destination: string;
  format: ShareFormat;
  number: number;
  madeAt: string; // ISO 8601
  messages: number;
  open: number;
  sha256: string;
  previous: string | null;
  posted: boolean;
  deliveredAt: Date | null;
}

const BATCH = (
  s: Sql,
) => s`b.id, d.code as destination, d.format, b.number, b.messages, b.posted, b.delivered_at as "deliveredAt",
  to_char(b.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
  (select count(*)::int from share_message m where m.batch_id = b.id and m.state = 'sent') as open,
  encode(b.sha256, 'hex') as sha256, encode(b.previous, 'hex') as previous
  from share_batch b join share_destination d on d.id = b.destination_id`;

export const newestBatches = (client: Sql, destinationId: string, limit: number): Promise<BatchRow[]> =>
  client<
    BatchRow[]
  >`select ${BATCH(client)} where b.destination_id = ${destinationId} order by b.number desc limit ${limit}`;

export async function findBatch(client: Sql, id: string): Promise<BatchRow | null> {
  const [row] = await client<BatchRow[]>`select ${BATCH(client)} where b.id = ${id}`;
  return row ?? null;
}

export interface SentRow {
  number: number;
  act: ShareAct;
  reason: RemoveReason | null;
  state: ShareState;
  record: string;
  version: number;
  content: Record<string, unknown> | null;
}
export const messagesOfBatch = (client: Sql, id: string): Promise<SentRow[]> =>
  client<SentRow[]>`select id::float8 as number, act, reason, state, disclosure_id as record, version, content
    from share_message where batch_id = ${id} order by id`;

/** Messages that were accepted: what they said need not be kept. @returns the numbers that were waiting for it */
export async function markReceived(
  tx: Tx,
  destinationId: string,
  receipts: readonly { number: number; receipt: string }[],
): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    tx.execute(sql`update share_message m set state = 'received', content = null, receipt = v.receipt,
        answered_on = (now() at time zone 'Asia/Shanghai')::date
      from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as v (number bigint, receipt text)
      where m.id = v.number and m.destination_id = ${destinationId} and m.state = 'sent' returning m.id::float8 as id`),
  );
  return rows.map((row) => row.id);
}

export interface MessageHead {
  number: number;
  state: ShareState;
  act: ShareAct;
  record: string;
  destinationId: string;
}
export const messageHeads = (tx: Db | Tx, numbers: readonly number[]): Promise<MessageHead[]> =>
  rowsOf(
    tx.execute(sql`select id::float8 as number, state, act, disclosure_id as record, destination_id as "destinationId"
      from share_message where id = any(${sql.param(numbers.map(String))}::bigint[])`),
  );

/** A message that was refused. @returns whether a later one about the record stands already */
export async function markRejected(
  tx: Tx,
  number: number,
  by: { receipt: string | null; refusal: ShareRefusal; words: string | null },
): Promise<'rejected' | 'overtaken' | null> {
  const [row] = await rowsOf<{ overtaken: boolean }>(
    tx.execute(sql`update share_message m set state = 'rejected', receipt = ${by.receipt}, refusal = ${by.refusal},
        refusal_words = ${by.words}, answered_on = (now() at time zone 'Asia/Shanghai')::date
      where id = ${number} and state = 'sent'
      returning exists (select from share_message n where n.destination_id = m.destination_id
        and n.disclosure_id = m.disclosure_id and n.id > m.id and n.state = 'waiting') as overtaken`),
  );
  return row ? (row.overtaken ? 'overtaken' : 'rejected') : null;
}

/** Decides anew what the destination must be told of the record; what was refused is settled with it. */
export async function tellAgain(tx: Tx, destinationId: string, record: string): Promise<void> {
  await tx.execute(sql`select share_record(d, ${destinationId}) from disclosure d where d.id = ${record}`);
}

/** A later message about the record went out: its receipt tells, the refusal of the earlier one is settled. */
export async function settleOvertaken(tx: Tx, number: number): Promise<boolean> {
  const rows = await rowsOf(
    tx.execute(sql`update share_message m set state = 'corrected' where id = ${number} and state = 'rejected'
    and exists (select from share_message n where n.destination_id = m.destination_id and n.disclosure_id = m.disclosure_id
      and n.id > m.id and n.state in ('sent', 'received', 'rejected')) returning id`),
  );
  return rows.length > 0;
}
