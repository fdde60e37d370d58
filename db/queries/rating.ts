import type postgres from 'postgres';
import type { Sql } from '../client.ts';
import type { eventRow } from './events.ts';
import { type Filing, filingStatements } from './filing.ts';
import { limitKey } from './limits.ts';

/** The path of a rating: raw SQL, one statement to open it and one transaction to write it. */

export interface OpenPoint {
  id: string;
  code: string;
  kind: string;
  channel: 'offline' | 'online';
  name: string;
  nameEn: string | null;
  placeName: string;
  placeNameEn: string | null;
  bodyId: string;
  division: string;
}

/** A service point in use by its code. */
export async function pointByCode(sql: Sql, code: string): Promise<OpenPoint | null> {
  const [row] = await sql<OpenPoint[]>`
    select id, code, kind, channel, name, name_en as "nameEn", place_name as "placeName",
      place_name_en as "placeNameEn", body_id as "bodyId", division
    from service_point where code = ${code} and revoked_at is null`;
  return row ?? null;
}

export interface KnownRating {
  id: string;
  createdAt: Date;
  level: 1 | 2 | 3 | 4 | 5;
  keyVersion: number;
  fingerprint: Buffer;
  caseId: string | null;
  keyId: string | null;
  /** Words, a contact or indicators were given already. */
  detailed: boolean;
}

export interface OpenedRating {
  now: Date;
  today: string; // legal date
  used: number;
  rest: number; // seconds until the window of the limit ends
  point: OpenPoint;
  known: KnownRating | null;
  /** The transaction number was rated by another form. */
  transactionRated: boolean;
}

/** Everything a rating needs to know: the time, the limit, its point, whether this form or this transaction was rated. */
export async function openRating(
  sql: Sql,
  at: { code: string; submissionHash: Buffer; transactionHash: Buffer | null; limit: { key: string; seconds: number } },
): Promise<OpenedRating | null> {
  const [row] = await sql<
    (OpenPoint & {
      now: Date;
      today: string;
      used: number;
      rest: number;
      ratingId: string | null;
      ratedAt: Date;
      level: KnownRating['level'];
      keyVersion: number;
      fingerprint: Buffer;
      caseId: string | null;
      keyId: string | null;
      detailed: boolean;
      transactionRated: boolean;
    })[]
  >`
    with clock as materialized (
      select now() as now, floor(extract(epoch from now()) / ${at.limit.seconds}::int) * ${at.limit.seconds}::int as start
    )
    select clock.now, (clock.now at time zone 'Asia/Shanghai')::date as today,
      coalesce((select count from rate_limit where key = ${limitKey(at.limit.key)} and window_start = to_timestamp(clock.start)), 0) as used,
      ceil(clock.start + ${at.limit.seconds}::int - extract(epoch from clock.now))::int as rest,
      p.id, p.code, p.kind, p.channel, p.name, p.name_en as "nameEn", p.place_name as "placeName",
      p.place_name_en as "placeNameEn", p.body_id as "bodyId", p.division,
      r.id as "ratingId", r.created_at as "ratedAt", r.level, d.key_version as "keyVersion", d.fingerprint,
      r.case_id as "caseId", r.key_id as "keyId", (r.sealed is not null or r.indicators <> '{}') as detailed,
      exists (
        select 1 from rating_deduplication t
        where t.service_point_id = p.id and t.key_hash = ${at.transactionHash} and t.kind = 'transaction'
      ) as "transactionRated"
    from clock
    join service_point p on p.code = ${at.code} and (p.revoked_at is null or exists (
      select 1 from rating_deduplication o where o.service_point_id = p.id and o.key_hash = ${at.submissionHash}))
    left join rating_deduplication d on d.service_point_id = p.id and d.key_hash = ${at.submissionHash} and d.kind = 'submission'
    left join rating r on r.id = d.rating_id and r.created_at = d.created_at`;
  if (!row) return null;
  const { now, today, used, rest, transactionRated, ratingId, ratedAt, level, keyVersion, fingerprint, ...more } = row;
  const { caseId, keyId, detailed, ...point } = more;
  return {
    now,
    today,
    used,
    rest,
    point,
    known: ratingId
      ? { id: ratingId, createdAt: ratedAt, level, keyVersion, fingerprint, caseId, keyId, detailed }
      : null,
    transactionRated,
  };
}

export const nextCaseSerial = async (sql: Sql): Promise<bigint> => {
  const [row] = await sql<{ serial: string }[]>`select nextval('case_serial') as serial`;
  return BigInt(row?.serial ?? 0);
};

export interface NewRating {
  id: string;
  at: Date;
  day: string; // legal date
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

/** Writes a rating, its roll-up and the case that it opens, whole or not at all. */
export async function insertRating(sql: Sql, r: NewRating): Promise<void> {
  await sql.begin(async (tx) => {
    await Promise.all([
      ...(r.filing ? filingStatements(tx, r.filing) : []),
      ...(r.key ? [insertKey(tx, r.key)] : []),
      insertRow(tx, r),
      insertEvent(tx, r.event, [`point:${r.pointId}`, `ratings:${r.bodyId}`]),
    ]);
  });
}

/** A key that belongs to a rating alone. */
const insertKey = (tx: postgres.TransactionSql, key: { id: string; wrapped: Buffer; version: number }) =>
  tx`insert into case_key (id, key_version, wrapped) values (${key.id}, ${key.version}, ${key.wrapped})`;

function insertRow(tx: postgres.TransactionSql, r: NewRating): Promise<unknown> {
  const keys = [
    { key_hash: r.submission.hash, kind: 'submission' },
    ...(r.transactionHash ? [{ key_hash: r.transactionHash, kind: 'transaction' }] : []),
  ].map((k) => ({
    service_point_id: r.pointId,
    ...k,
    rating_id: r.id,
    key_version: k.kind === 'submission' ? r.submission.keyVersion : null,
    fingerprint: k.kind === 'submission' ? r.submission.fingerprint : null,
    created_at: r.at,
  }));
  // The first of a device on a day takes the key; others are marked, never refused.
  return tx`
    with d as (insert into rating_deduplication ${tx(keys)}),
    v as (
      insert into rating_deduplication (service_point_id, key_hash, kind, rating_id, created_at)
      values (${r.pointId}, ${r.deviceHash}, 'device_day', ${r.id}, ${r.at})
      on conflict do nothing returning 1
    ),
    n as (
      insert into rating (id, created_at, service_point_id, body_id, level, indicators, key_id, sealed, has_contact, locale, case_id, repeated)
      select ${r.id}, ${r.at}, ${r.pointId}, ${r.bodyId}, ${r.level}, ${r.indicators}::text[],
        ${r.key?.id ?? r.filing?.key.id ?? null}, ${r.sealed}, ${r.hasContact}, ${r.locale}, ${r.filing?.case.id ?? null}::uuid,
        not exists (select 1 from v)
    )
    insert into rating_day (service_point_id, day, level, count) values (${r.pointId}, ${r.day}, ${r.level}, 1)
    on conflict (service_point_id, day, level) do update set count = rating_day.count + 1`;
}

export function insertEvent(tx: postgres.TransactionSql, e: ReturnType<typeof eventRow>, tags: string[]) {
  return tx`
    with c as (insert into cache_invalidation (tags) values (${tags}::text[]))
    insert into event (id, subject_kind, subject_id, seq, kind, actor_kind, actor_id, body_id, at, payload, salt, prev_hash, hash)
    values (${e.id}, ${e.subjectKind}, ${e.subjectId}, ${e.seq}, ${e.kind}, ${e.actorKind}, ${e.actorId}, ${e.bodyId},
      ${e.at}, ${e.payload}, ${e.salt}, ${e.prevHash}, ${e.hash})`;
}
