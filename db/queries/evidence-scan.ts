import type { Sql } from '../client.ts';

export interface UnscannedRow {
  id: string;
  keyId: string;
  wrapped: Buffer;
  version: number;
  storageName: string;
}

/** Files that nobody has looked at, oldest first: of cases, of objections and repairs, and beside commitments. */
export const unscanned = (
  sql: Sql,
  after: Date,
  afterId: string,
  limit: number,
): Promise<(UnscannedRow & { at: Date })[]> =>
  sql<(UnscannedRow & { at: Date })[]>`
    (select e.id, e.created_at as at, e.key_id as "keyId", k.wrapped, k.key_version as version, e.storage_name as "storageName"
      from evidence e join case_key k on k.id = e.key_id and k.wrapped is not null
      where e.scan = 'unscanned' and e.removed_at is null and (e.created_at, e.id) > (${after}, ${afterId})
      order by e.created_at, e.id limit ${limit})
    union all
    (select f.id, f.added_at, r.key_id, k.wrapped, k.key_version, f.storage_name
      from disclosure_request_file f join disclosure_request r on r.id = f.request_id
      join disclosure_key k on k.id = r.key_id and k.wrapped is not null
      where f.scan = 'unscanned' and f.removed_at is null and (f.added_at, f.id) > (${after}, ${afterId})
      order by f.added_at, f.id limit ${limit})
    union all
    (select f.id, f.added_at, f.key_id, k.wrapped, k.key_version, f.storage_name
      from commitment_file f join disclosure_key k on k.id = f.key_id and k.wrapped is not null
      where f.scan = 'unscanned' and f.removed_at is null and (f.added_at, f.id) > (${after}, ${afterId})
      order by f.added_at, f.id limit ${limit})
    order by 2, 1 limit ${limit}`;

export async function setScan(
  sql: Sql,
  id: string,
  found: { state: 'clean' } | { state: 'infected'; signature: string },
): Promise<void> {
  const signature = found.state === 'infected' ? found.signature : null;
  await sql`
    with requested as (
      update disclosure_request_file set scan = ${found.state}, scanned_at = now(), scan_signature = ${signature}
      where id = ${id} and scan = 'unscanned'
    ), promised as (
      update commitment_file set scan = ${found.state}, scanned_at = now(), scan_signature = ${signature}
      where id = ${id} and scan = 'unscanned'
    )
    update evidence set scan = ${found.state}, scanned_at = now(), scan_signature = ${signature}
    where id = ${id} and scan = 'unscanned'`;
}
