import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Sql, Tx } from '../client.ts';
import { pushClient, pushKey } from '../schema/push.ts';

export interface LiveKey {
  id: string;
  clientId: string;
  bodyId: string;
  scopes: string[];
  perHour: number;
  keyVersion: number;
  wrapped: Buffer;
  /** Seconds since 1970 by the database's clock. */
  now: number;
}

/** A key that is accepted now. */
export async function liveKey(client: Sql, id: string): Promise<LiveKey | null> {
  const [row] = await client<LiveKey[]>`
    select k.id, k.client_id as "clientId", c.body_id as "bodyId", c.scopes, c.per_hour as "perHour",
      k.key_version as "keyVersion", k.wrapped, extract(epoch from now())::float8 as now
    from push_key k join push_client c on c.id = k.client_id
    where k.id = ${id} and (k.ends_at is null or k.ends_at > now()) and c.disabled_at is null`;
  return row ?? null;
}

/** Remembers that a signed request was taken; false where it was before. Outlives what becomes of the request. */
export async function takeNonce(client: Sql, keyId: string, nonce: string): Promise<boolean> {
  const rows = await client`
    with taken as (
      insert into push_nonce (key_id, nonce) values (${keyId}, ${nonce}) on conflict do nothing returning key_id
    )
    update push_key set last_used_at = now() from taken where push_key.id = taken.key_id returning 1`;
  return rows.length > 0;
}

/** Their time alone refuses older ones. */
export async function sweepNonces(client: Sql): Promise<number> {
  return (await client`delete from push_nonce where at < now() - interval '1 hour'`).count;
}

export const insertClient = async (tx: Tx, row: typeof pushClient.$inferInsert): Promise<void> =>
  void (await tx.insert(pushClient).values(row));
export const insertKey = async (tx: Tx, row: typeof pushKey.$inferInsert): Promise<void> =>
  void (await tx.insert(pushKey).values(row));

/** Keys of a client that have no end get one. @param days from now; 0 ends them at once */
export async function endKeys(tx: Tx, clientId: string, days: number): Promise<void> {
  await tx
    .update(pushKey)
    .set({ endsAt: sql`now() + make_interval(days => ${days})` })
    .where(
      and(
        eq(pushKey.clientId, clientId),
        sql`(${pushKey.endsAt} is null or ${pushKey.endsAt} > now() + make_interval(days => ${days}))`,
      ),
    );
}

export async function disableClient(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .update(pushClient)
    .set({ disabledAt: sql`now()` })
    .where(and(eq(pushClient.id, id), isNull(pushClient.disabledAt)))
    .returning({ id: pushClient.id });
  return rows.length > 0;
}

export const findClient = async (tx: Db | Tx, id: string) =>
  (await tx.select().from(pushClient).where(eq(pushClient.id, id)))[0] ?? null;

export const listClients = (tx: Db | Tx) => tx.select().from(pushClient).orderBy(desc(pushClient.createdAt));

export const listKeys = (tx: Db | Tx) =>
  tx
    .select({
      id: pushKey.id,
      clientId: pushKey.clientId,
      createdAt: pushKey.createdAt,
      shownAt: pushKey.shownAt,
      endsAt: pushKey.endsAt,
      lastUsedAt: pushKey.lastUsedAt,
    })
    .from(pushKey)
    .orderBy(desc(pushKey.createdAt));

/** The wrapped secret, the first time that it is asked for; null ever after. */
export async function showKey(tx: Tx, id: string, by: string) {
  const [row] = await tx
    .update(pushKey)
    .set({ shownAt: sql`now()` })
    .where(and(eq(pushKey.id, id), isNull(pushKey.shownAt), eq(pushKey.createdBy, by)))
    .returning({ wrapped: pushKey.wrapped, keyVersion: pushKey.keyVersion });
  return row ?? null;
}
