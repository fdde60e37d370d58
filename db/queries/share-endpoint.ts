import { sql } from 'drizzle-orm';
import type { Sql, Tx } from '../client.ts';

/** Where batches of a destination are posted, and how that goes. */
export interface EndpointRow {
  id: string; // of the destination
  url: string;
  failures: number;
  lastError: string | null;
  lastOkAt: Date | null;
  nextTryAt: Date;
}
export interface DueEndpoint {
  id: string;
  code: string;
  url: string;
  keyVersion: number;
  wrapped: Buffer;
}

export const endpointRows = (client: Sql): Promise<EndpointRow[]> => client<EndpointRow[]>`
  select id, url, failures, last_error as "lastError", last_ok_at as "lastOkAt", next_try_at as "nextTryAt" from share_endpoint`;

/** A new address keeps the secret that is there. @returns whether it is the first address of the destination */
export async function saveEndpoint(
  client: Sql,
  row: { id: string; url: string; wrapped: Buffer; keyVersion: number; by: string },
): Promise<boolean> {
  const [saved] = await client<{ first: boolean }[]>`
    insert into share_endpoint (id, url, wrapped, key_version, changed_by)
    values (${row.id}, ${row.url}, ${row.wrapped}, ${row.keyVersion}, ${row.by})
    on conflict (id) do update set url = excluded.url, changed_by = excluded.changed_by, changed_at = now(),
      failures = 0, last_error = null, next_try_at = now()
    returning xmax = 0 as first`;
  return saved?.first ?? false;
}

export async function replaceSecret(
  client: Sql,
  row: { id: string; wrapped: Buffer; keyVersion: number; by: string },
): Promise<boolean> {
  const rows = await client`
    update share_endpoint set wrapped = ${row.wrapped}, key_version = ${row.keyVersion}, changed_by = ${row.by}, changed_at = now(),
      failures = 0, next_try_at = now() where id = ${row.id} returning id`;
  return rows.length > 0;
}

export const removeEndpoint = async (client: Sql, id: string): Promise<void> =>
  void (await client`delete from share_endpoint where id = ${id}`);

/** Its turn is now, whatever was tried before. */
export async function hurryEndpoint(client: Sql, id: string): Promise<boolean> {
  const rows = await client`update share_endpoint set next_try_at = now() where id = ${id} returning id`;
  return rows.length > 0;
}

/** One whose turn it is, held while it is spoken to: two processes never send it the same. */
export async function takeDueEndpoint(client: Sql, heldSeconds: number): Promise<DueEndpoint | null> {
  const [row] = await client<DueEndpoint[]>`
    update share_endpoint e set next_try_at = now() + make_interval(secs => ${heldSeconds})
    from share_destination d where d.id = e.id and e.id = (
      select id from share_endpoint where next_try_at <= now() order by next_try_at limit 1 for update skip locked
    )
    returning e.id, d.code, e.url, e.key_version as "keyVersion", e.wrapped`;
  return row ?? null;
}

export const undelivered = async (client: Sql, destinationId: string): Promise<string | null> => {
  const [row] = await client<{ id: string }[]>`
    select id from share_batch where destination_id = ${destinationId} and posted and delivered_at is null`;
  return row?.id ?? null;
};

export const markDelivered = async (client: Sql, batchId: string): Promise<void> =>
  void (await client`update share_batch set delivered_at = now() where id = ${batchId} and delivered_at is null`);

/** It answered. `words`: what of the answer was not understood; `again`: seconds until it is looked at again. */
export const endpointTook = async (client: Sql, id: string, words: string | null, again: number): Promise<void> =>
  void (await client`
    update share_endpoint set failures = 0, last_error = ${words}, last_ok_at = now(),
      next_try_at = now() + make_interval(secs => ${again}) where id = ${id}`);
export const endpointIdle = async (client: Sql, id: string, again: number): Promise<void> =>
  void (await client`update share_endpoint set next_try_at = now() + make_interval(secs => ${again}) where id = ${id}`);

/** It did not: the pause doubles from half a minute up to six hours. */
export const endpointFailed = async (client: Sql, id: string, why: string): Promise<void> =>
  void (await client`
    update share_endpoint set failures = failures + 1, last_error = ${why},
      next_try_at = now() + make_interval(secs => least(21600, 30 * 2 ^ least(failures, 12))) where id = ${id}`);

export const goesByPost = async (tx: Tx, destinationId: string): Promise<boolean> =>
  [...(await tx.execute(sql`select from share_endpoint where id = ${destinationId}`))].length > 0;
