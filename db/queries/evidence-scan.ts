import type { Sql } from '../client.ts';

export interface UnscannedRow {
  id: string;
  keyId: string;
  wrapped: Buffer;
  version: number;
  storageName: string;
}

/** Files that nobody has looked at, oldest first. */
export const unscanned = (
  sql: Sql,
  after: Date,
  afterId: string,
  limit: number,
): Promise<(UnscannedRow & { at: Date })[]> =>
  sql<(UnscannedRow & { at: Date })[]>`
    select e.id, e.created_at as at, e.key_id as "keyId", k.wrapped, k.key_version as version, e.storage_name as "storageName"
    from evidence e join case_key k on k.id = e.key_id and k.wrapped is not null
    where e.scan = 'unscanned' and e.removed_at is null and (e.created_at, e.id) > (${after}, ${afterId})
    order by e.created_at, e.id limit ${limit}`;

export async function setScan(
  sql: Sql,
  id: string,
  found: { state: 'clean' } | { state: 'infected'; signature: string },
): Promise<void> {
  await sql`
    update evidence set scan = ${found.state}, scanned_at = now(),
      scan_signature = ${found.state === 'infected' ? found.signature : null}
    where id = ${id} and scan = 'unscanned'`;
}
