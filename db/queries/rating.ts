import type { Sql } from '../client.ts';

/** Points by their codes, and ratings by the forms that gave them. Writing is in rating-group.ts and rating-insert.ts. */

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
  point: OpenPoint;
  known: KnownRating | null;
}

/** The point of a code and what a form has given there; a revoked point opens for the forms that rated before. */
export async function openRating(sql: Sql, at: { code: string; submissionHash: Buffer }): Promise<OpenedRating | null> {
  const [row] = await sql<
    (OpenPoint & Omit<KnownRating, 'id' | 'createdAt'> & { now: Date; ratingId: string | null; ratedAt: Date })[]
  >`
    select now() as now, p.id, p.code, p.kind, p.channel, p.name, p.name_en as "nameEn", p.place_name as "placeName",
      p.place_name_en as "placeNameEn", p.body_id as "bodyId", p.division,
      r.id as "ratingId", r.created_at as "ratedAt", r.level, d.key_version as "keyVersion", d.fingerprint,
      r.case_id as "caseId", r.key_id as "keyId", (r.sealed is not null or r.indicators <> '{}') as detailed
    from service_point p
    left join rating_deduplication d
      on d.service_point_id = p.id and d.key_hash = ${at.submissionHash} and d.kind = 'submission'
    left join rating r on r.id = d.rating_id and r.created_at = d.created_at
    where p.code = ${at.code} and (p.revoked_at is null or d.rating_id is not null)`;
  if (!row) return null;
  const { now, ratingId, ratedAt, level, keyVersion, fingerprint, caseId, keyId, detailed, ...point } = row;
  return {
    now,
    point,
    known: ratingId
      ? { id: ratingId, createdAt: ratedAt, level, keyVersion, fingerprint, caseId, keyId, detailed }
      : null,
  };
}
