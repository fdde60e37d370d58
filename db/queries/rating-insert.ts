import type postgres from 'postgres';
import type { Sql } from '../client.ts';
import type { eventRow } from './events.ts';
import { type Filing, filingStatements } from './filing.ts';
import { pgArray } from './pg-array.ts';

export interface NewRating {
  id: string;
  pointId: string;
  bodyId: string;
  level: number;
  indicators: string[];
  sealed: Buffer | null;
  hasContact: boolean;
  locale: string;
  submission: { hash: Buffer; keyVersion: number; fingerprint: Buffer };
  transactionHash: Buffer | null;
  deviceHash: Buffer;
  /** A key for words that belong to no case; the case brings its own. */
  key: { id: string; wrapped: Buffer; version: number } | null;
  event: ReturnType<typeof eventRow>;
  /** A bad rating opens its case in the same transaction. */
  filing: Filing | null;
}

/**
 * Writes ratings of one moment with the cases that they open, whole or not at all: statements for the group, not for the rating, but
 * for the cases. Their forms and transactions must differ from each other.
 * @throws 23505 where a form or a transaction was rated meanwhile
 */
export async function insertRatings(sql: Sql, at: { now: Date; today: string }, rows: readonly NewRating[]) {
  const keys = rows.flatMap((r) => (r.key ? [r.key] : []));
  await sql.begin(async (tx) => {
    await Promise.all([
      ...rows.flatMap((r) => (r.filing ? filingStatements(tx, r.filing) : [])),
      ...(keys.length > 0 ? [insertKeys(tx, keys)] : []),
      insertRows(tx, at, rows),
      insertEvents(
        tx,
        rows.map((r) => r.event),
      ),
    ]);
  });
}

const insertKeys = (tx: postgres.TransactionSql, keys: readonly { id: string; wrapped: Buffer; version: number }[]) =>
  tx`
    insert into case_key (id, key_version, wrapped)
    select * from unnest(${pgArray(keys.map((k) => k.id))}::uuid[], ${pgArray(keys.map((k) => k.version))}::int[],
      ${pgArray(keys.map((k) => k.wrapped))}::bytea[])`;

/**
 * Keys are taken in the order of their hashes, so that of two groups that share some the later one waits and neither waits for
 * ever. The first of a device on a day takes its key; others are marked, never refused.
 */
function insertRows(tx: postgres.TransactionSql, at: { now: Date; today: string }, all: readonly NewRating[]) {
  const rows = [...all].sort((a, b) => Buffer.compare(a.deviceHash, b.deviceHash) || (a.pointId < b.pointId ? -1 : 1));
  const strict = all
    .flatMap((r) => [
      {
        point: r.pointId,
        hash: r.submission.hash,
        kind: 'submission',
        rating: r.id,
        version: r.submission.keyVersion as number | null,
        fingerprint: r.submission.fingerprint as Buffer | null,
      },
      ...(r.transactionHash
        ? [
            {
              point: r.pointId,
              hash: r.transactionHash,
              kind: 'transaction',
              rating: r.id,
              version: null,
              fingerprint: null,
            },
          ]
        : []),
    ])
    .sort((a, b) => Buffer.compare(a.hash, b.hash));
  const { now, today } = at;
  return tx`
    with e as materialized (
      select * from unnest(
        ${pgArray(rows.map((r) => r.id))}::uuid[], ${pgArray(rows.map((r) => r.pointId))}::uuid[],
        ${pgArray(rows.map((r) => r.bodyId))}::uuid[], ${pgArray(rows.map((r) => r.level))}::smallint[],
        ${pgArray(rows.map((r) => `{${r.indicators.join(',')}}`))}::text[],
        ${pgArray(rows.map((r) => r.key?.id ?? r.filing?.key.id ?? null))}::uuid[], ${pgArray(rows.map((r) => r.sealed))}::bytea[],
        ${pgArray(rows.map((r) => r.hasContact))}::boolean[], ${pgArray(rows.map((r) => r.locale))}::text[],
        ${pgArray(rows.map((r) => r.filing?.case.id ?? null))}::uuid[], ${pgArray(rows.map((r) => r.deviceHash))}::bytea[]
      ) as e (id, point, body, level, indicators, key, sealed, contact, locale, opened, device)
    ),
    d as (
      insert into rating_deduplication (service_point_id, key_hash, kind, rating_id, key_version, fingerprint, created_at)
      select s.*, ${now}::timestamptz from unnest(
        ${pgArray(strict.map((s) => s.point))}::uuid[], ${pgArray(strict.map((s) => s.hash))}::bytea[],
        ${pgArray(strict.map((s) => s.kind))}::text[], ${pgArray(strict.map((s) => s.rating))}::uuid[],
        ${pgArray(strict.map((s) => s.version))}::int[], ${pgArray(strict.map((s) => s.fingerprint))}::bytea[]) as s
    ),
    v as (
      insert into rating_deduplication (service_point_id, key_hash, kind, rating_id, created_at)
      select e.point, e.device, 'device_day', e.id, ${now}::timestamptz from e
      on conflict do nothing returning rating_id
    ),
    n as (
      insert into rating (id, created_at, service_point_id, body_id, level, indicators, key_id, sealed, has_contact, locale, case_id, repeated)
      select e.id, ${now}::timestamptz, e.point, e.body, e.level, e.indicators::text[], e.key, e.sealed, e.contact, e.locale,
        e.opened, not exists (select from v where v.rating_id = e.id)
      from e
      returning service_point_id, body_id, level, indicators, repeated
    )
    insert into rating_delta (service_point_id, body_id, day, level, measures, n)
    select service_point_id, body_id, ${today}::date, level,
      array['given'] || case when repeated then array['repeated'] else '{}' end || indicators, 1
    from n`;
}

const insertEvents = (tx: postgres.TransactionSql, events: readonly ReturnType<typeof eventRow>[]) => {
  const of = <K extends keyof ReturnType<typeof eventRow>>(name: K) =>
    pgArray(events.map((e) => e[name] as string | number | Buffer | null));
  return tx`
    insert into event (id, subject_kind, subject_id, seq, kind, actor_kind, actor_id, body_id, at, payload, salt, prev_hash, hash)
    select e.id, e.subject_kind, e.subject_id, e.seq, e.kind, e.actor_kind, null, e.body_id, ${events[0]?.at ?? null}::timestamptz,
      e.payload, e.salt, null, e.hash
    from unnest(${of('id')}::uuid[], ${of('subjectKind')}::text[], ${of('subjectId')}::uuid[], ${of('seq')}::int[],
      ${of('kind')}::text[], ${of('actorKind')}::text[], ${of('bodyId')}::uuid[], ${of('payload')}::text[],
      ${of('salt')}::bytea[], ${of('hash')}::bytea[])
      as e (id, subject_kind, subject_id, seq, kind, actor_kind, body_id, payload, salt, hash)`;
};
