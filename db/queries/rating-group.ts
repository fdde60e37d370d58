import type { Sql } from '../client.ts';
import { limitKey } from './limits.ts';
import { pgArray } from './pg-array.ts';
import type { KnownRating, OpenPoint } from './rating.ts';

/** What a group of ratings asks before it is written: three small statements, whatever its size. */

export interface OpenedPoint extends OpenPoint {
  revoked: boolean;
}

export interface OpenedGroup {
  now: Date;
  today: string; // legal date
  points: Map<string, OpenedPoint>;
  /** By index of the entry: what its form has given before. */
  known: Map<number, KnownRating>;
  /** Indexes of entries whose transaction was rated. */
  transactionRated: Set<number>;
}

interface Asked {
  code: string;
  submissionHash: Buffer;
  transactionHash: Buffer | null;
}

/** Points by their codes, revoked ones too, and the time by the database's clock. */
async function openPoints(sql: Sql, codes: readonly string[]) {
  const rows = await sql<({ now: Date; today: string } & Partial<OpenedPoint>)[]>`
    select c.now, (c.now at time zone 'Asia/Shanghai')::date as today, p.id, p.code, p.kind, p.channel, p.name,
      p.name_en as "nameEn", p.place_name as "placeName", p.place_name_en as "placeNameEn", p.body_id as "bodyId", p.division,
      p.revoked_at is not null as revoked
    from (select now() as now) c left join service_point p on p.code = any(${pgArray(codes)}::text[])`;
  const points = new Map<string, OpenedPoint>();
  for (const { now, today, ...point } of rows) if (point.code) points.set(point.code, point as OpenedPoint);
  return { now: rows[0]?.now ?? new Date(Number.NaN), today: rows[0]?.today ?? '', points };
}

interface Hit {
  i: number;
  kind: 'submission' | 'transaction';
  ratingId: string;
  createdAt: Date;
  keyVersion: number;
  fingerprint: Buffer;
}

/**
 * What of these forms and transactions was rated before; mostly no row at all. Planned anew each time, which costs less than one
 * look-up: a plan made while the table was small would read all of it once it is large.
 */
const openHits = (sql: Sql, entries: readonly Asked[]): Promise<Hit[]> => {
  const asked = entries.flatMap((entry, i) => [
    { i, code: entry.code, hash: entry.submissionHash },
    ...(entry.transactionHash ? [{ i, code: entry.code, hash: entry.transactionHash }] : []),
  ]);
  return sql.unsafe<Hit[]>(
    `select e.i, d.kind, d.rating_id as "ratingId", d.created_at as "createdAt", d.key_version as "keyVersion", d.fingerprint
     from unnest($1::int[], $2::text[], $3::bytea[]) as e (i, code, hash)
     join service_point p on p.code = e.code
     join rating_deduplication d on d.service_point_id = p.id and d.key_hash = e.hash
     where d.kind in ('submission', 'transaction')`,
    [pgArray(asked.map((a) => a.i)), pgArray(asked.map((a) => a.code)), pgArray(asked.map((a) => a.hash))],
  );
};

/** The ratings of forms that were sent before. */
async function openKnown(sql: Sql, hits: readonly Hit[]): Promise<Map<number, KnownRating>> {
  const forms = hits.filter((hit) => hit.kind === 'submission');
  if (forms.length === 0) return new Map();
  const rows = await sql<(Omit<KnownRating, 'keyVersion' | 'fingerprint'> & { n: number })[]>`
    select h.n, r.id, r.created_at as "createdAt", r.level, r.case_id as "caseId", r.key_id as "keyId",
      (r.sealed is not null or r.indicators <> '{}') as detailed
    from unnest(${pgArray(forms.map((_, n) => n))}::int[], ${pgArray(forms.map((hit) => hit.ratingId))}::uuid[],
      ${pgArray(forms.map((hit) => hit.createdAt.toISOString()))}::timestamptz[]) as h (n, id, at)
    join rating r on r.id = h.id and r.created_at = h.at`;
  return new Map(
    rows.flatMap(({ n, ...rating }) => {
      const hit = forms[n];
      return hit ? [[hit.i, { ...rating, keyVersion: hit.keyVersion, fingerprint: hit.fingerprint }] as const] : [];
    }),
  );
}

export async function openGroup(sql: Sql, entries: readonly Asked[]): Promise<OpenedGroup> {
  const [opened, hits] = await Promise.all([
    openPoints(sql, [...new Set(entries.map((entry) => entry.code))]),
    openHits(sql, entries),
  ]);
  return {
    ...opened,
    known: await openKnown(sql, hits),
    transactionRated: new Set(hits.filter((hit) => hit.kind === 'transaction').map((hit) => hit.i)),
  };
}

/**
 * Counts `n` ratings for each source, in one statement that commits by itself and does not wait for the disk.
 * @returns by source: how many were counted with these, and seconds until the window ends
 */
export async function countSources(
  sql: Sql,
  counts: ReadonlyMap<string, number>,
  windowSeconds: number,
): Promise<Map<string, { count: number; rest: number }>> {
  // Every process takes the rows in one order, so that none waits for another that waits for it.
  const sources = [...counts].map(([source, n]) => ({ source, n, key: limitKey(`rating/${source}`) }));
  sources.sort((a, b) => Buffer.compare(a.key, b.key));
  const rows = await sql<{ key: Buffer; count: number; rest: number }[]>`
    with fast as materialized (select set_config('synchronous_commit', 'off', true) as mode),
    slot as materialized (
      select to_timestamp(floor(extract(epoch from now()) / ${windowSeconds}::int) * ${windowSeconds}::int) as start from fast
    )
    insert into rate_limit (key, window_start, count)
    select s.key, slot.start, s.n
    from slot, unnest(${pgArray(sources.map((s) => s.key))}::bytea[], ${pgArray(sources.map((s) => s.n))}::int[]) as s (key, n)
    on conflict (key, window_start) do update set count = rate_limit.count + excluded.count
    returning key, count,
      ceil(extract(epoch from window_start) + ${windowSeconds}::int - extract(epoch from now()))::int as rest`;
  const byKey = new Map(rows.map((row) => [row.key.toString('hex'), row]));
  return new Map(
    sources.flatMap(({ source, key }) => {
      const row = byKey.get(key.toString('hex'));
      return row ? [[source, { count: row.count, rest: row.rest }] as const] : [];
    }),
  );
}

/** Serials for new cases. */
export async function nextCaseSerials(sql: Sql, n: number): Promise<bigint[]> {
  if (n === 0) return [];
  const rows = await sql<
    { serial: string }[]
  >`select nextval('case_serial') as serial from generate_series(1, ${n}::int)`;
  return rows.map((row) => BigInt(row.serial));
}
