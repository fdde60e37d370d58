import { randomBytes, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { pgArray } from '../../db/queries/pg-array.ts';

const TABLES = ['rating_deduplication', 'rating', 'event', 'rating_delta', 'rate_limit'] as const;

/**
 * The yardstick of ratings.ratio: what one good rating leaves in the database (a rating, two keys, an event, what it adds to the
 * figures and to its source's count), written `size` at a time by one INSERT a table and one transaction, and nothing else: no form,
 * no signature, no hash, no look-up. @returns rows of `rating` written
 */
export async function writePlain(
  sql: postgres.Sql,
  point: { id: string; bodyId: string },
  size: number,
): Promise<number> {
  const many = <T>(make: () => T): T[] => Array.from({ length: size }, make);
  const ids = many(randomUUID);
  const points = pgArray(many(() => point.id));
  const bodies = pgArray(many(() => point.bodyId));
  const hashes = () => pgArray(many(() => randomBytes(32)));
  await sql.begin(async (tx) => {
    const at = new Date();
    await Promise.all([
      tx`
        insert into rating_deduplication (service_point_id, key_hash, kind, rating_id, key_version, fingerprint, created_at)
        select p, h, 'submission', r, 1, f, ${at}::timestamptz
        from unnest(${points}::uuid[], ${hashes()}::bytea[], ${pgArray(ids)}::uuid[], ${hashes()}::bytea[]) x (p, h, r, f)`,
      tx`
        insert into rating_deduplication (service_point_id, key_hash, kind, rating_id, created_at)
        select p, h, 'device_day', r, ${at}::timestamptz
        from unnest(${points}::uuid[], ${hashes()}::bytea[], ${pgArray(ids)}::uuid[]) x (p, h, r)`,
      tx`
        insert into rating (id, created_at, service_point_id, body_id, level)
        select r, ${at}::timestamptz, p, b, 5 from unnest(${pgArray(ids)}::uuid[], ${points}::uuid[], ${bodies}::uuid[]) x (r, p, b)`,
      tx`
        insert into event (id, subject_kind, subject_id, seq, kind, actor_kind, body_id, at, payload, salt, hash)
        select e, 'rating', r, 1, 'given', 'public', b, ${at}::timestamptz, t, s, h
        from unnest(${pgArray(many(randomUUID))}::uuid[], ${pgArray(ids)}::uuid[], ${bodies}::uuid[],
          ${pgArray(many(() => `{"case":null,"commitment":null,"indicators":[],"level":5,"point":"${point.id}"}`))}::text[],
          ${hashes()}::bytea[], ${hashes()}::bytea[]) x (e, r, b, t, s, h)`,
      tx`
        insert into rating_delta (service_point_id, body_id, day, level, measures, n)
        select p, b, current_date, 5, '{given}', 1 from unnest(${points}::uuid[], ${bodies}::uuid[]) x (p, b)`,
      tx`insert into rate_limit (key, window_start, count) select h, ${at}::timestamptz, 1 from unnest(${hashes()}::bytea[]) x (h)`,
    ]);
  });
  return size;
}

/** Both sides begin with as little. */
export const emptyTables = (owner: postgres.Sql) => owner.unsafe(`truncate ${TABLES.join(', ')}`);
