import type { Sql } from '../client.ts';

export interface WrappedRow {
  id: string;
  version: number;
  wrapped: Buffer;
}

/** Keys of cases, of what is filed about records and of senders of records that another master key than `newest` wraps, in the order of their ids. */
export const keysToRotate = (sql: Sql, newest: number, after: string, limit: number): Promise<WrappedRow[]> =>
  sql<WrappedRow[]>`
    select id, version, wrapped from (
      (select id, key_version as version, wrapped from case_key
        where id > ${after} and wrapped is not null and key_version < ${newest} order by id limit ${limit})
      union all
      (select id, key_version, wrapped from disclosure_key
        where id > ${after} and wrapped is not null and key_version < ${newest} order by id limit ${limit})
      union all
      (select id, key_version, wrapped from push_key
        where id > ${after} and key_version < ${newest} order by id limit ${limit})
      union all
      (select id, key_version, wrapped from webhook
        where id > ${after} and key_version < ${newest} order by id limit ${limit})
      union all
      (select id, key_version, wrapped from rating_receiver
        where id > ${after} and key_version < ${newest} order by id limit ${limit})
      union all
      (select id, key_version, wrapped from share_endpoint
        where id > ${after} and key_version < ${newest} order by id limit ${limit})
    ) k order by id limit ${limit}`;

/**
 * Puts the new wrappings in place, each only where the row is still as it was read: a key that was erased meanwhile stays
 * erased. @returns how many were changed
 */
export async function putRewrapped(
  sql: Sql,
  rows: readonly { id: string; from: number; wrapped: Buffer }[],
  newest: number,
): Promise<number> {
  let changed = 0;
  for (const table of ['case_key', 'disclosure_key', 'push_key', 'webhook', 'rating_receiver', 'share_endpoint']) {
    const result = await sql`
      update ${sql(table)} k set wrapped = decode(v.wrapped, 'hex'), key_version = ${newest}
      from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.from)}::int[], ${rows.map((r) => r.wrapped.toString('hex'))}::text[])
        as v (id, version, wrapped)
      where k.id = v.id and k.key_version = v.version and k.wrapped is not null`;
    changed += result.count;
  }
  return changed;
}

export interface VersionCounts {
  version: number;
  /** Keys of cases, ratings, what is filed about records and senders of records that this master key wraps. */
  caseKeys: number;
  /** Forms whose retry is still to be expected: their fingerprint and query code derive from it. */
  submissions: number;
  /** Printed codes that are signed with it. */
  posters: number;
  canary: boolean;
}

/** What hangs on each version of the master key. `days`: how long a retry of a form is expected. */
export const versionCounts = (sql: Sql, days: number): Promise<VersionCounts[]> =>
  sql<VersionCounts[]>`
    with counts as (
      select key_version as version, count(*) as keys, 0 as forms, 0 as posters, false as canary
      from case_key where wrapped is not null group by key_version
      union all
      select key_version, count(*), 0, 0, false from disclosure_key where wrapped is not null group by key_version
      union all
      select key_version, count(*), 0, 0, false from push_key group by key_version
      union all
      select key_version, count(*), 0, 0, false from webhook group by key_version
      union all
      select key_version, count(*), 0, 0, false from rating_receiver group by key_version
      union all
      select key_version, count(*), 0, 0, false from share_endpoint group by key_version
      union all
      select key_version, 0, count(*), 0, false from case_submission
      where created_at > now() - make_interval(days => ${days}) group by key_version
      union all
      select key_version, 0, count(*), 0, false from rating_deduplication
      where kind = 'submission' and created_at > now() - make_interval(days => ${days}) group by key_version
      union all
      select code_key_version, 0, 0, count(*), false from service_point where revoked_at is null group by code_key_version
      union all
      -- Replaced codes hang until their grace ends.
      select key_version, 0, 0, count(*), false from service_point_code where valid_until > now() group by key_version
      union all
      select key_version, 0, 0, 0, true from key_canary
    )
    -- Version 0 is the demonstration's poster, which is signed by nothing.
    select version, sum(keys)::int as "caseKeys", sum(forms)::int as submissions, sum(posters)::int as posters,
      bool_or(canary) as canary
    from counts where version > 0 group by version order by version`;

export async function dropCanary(sql: Sql, version: number): Promise<void> {
  await sql`delete from key_canary where key_version = ${version}`;
}
