import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { SubscriptionMail } from '../../api/domain/subscription.ts';
import type { Db, Tx } from '../client.ts';
import { enqueue } from './outbox.ts';

export interface Subscription {
  id: string;
  filters: Record<string, unknown>;
  locale: 'zh-CN' | 'en';
  keyId: string;
  sealed: Buffer;
  confirmed: boolean;
  toldUntil: string; // instant with all its digits
}
const COLUMNS = sql`s.id, s.filters, s.locale, s.key_id as "keyId", s.sealed, s.confirmed_at is not null as confirmed,
  s.told_until::text as "toldUntil"`;
const rowsOf = async <T>(found: Promise<unknown>): Promise<T[]> => [...((await found) as T[])];

/** Inserts it, or null where this address follows this selection already. */
export async function insertSubscription(
  tx: Tx,
  row: Omit<Subscription, 'confirmed' | 'toldUntil'> & { tokenHash: Buffer; addressMac: Buffer },
): Promise<string | null> {
  const [made] = await rowsOf<{ id: string }>(
    tx.execute(sql`insert into subscription (id, filters, locale, key_id, sealed, token_hash, address_mac)
      values (${row.id}, ${JSON.stringify(row.filters)}::jsonb, ${row.locale}, ${row.keyId}, ${row.sealed}, ${row.tokenHash}, ${row.addressMac})
      on conflict (address_mac) do nothing returning id`),
  );
  return made?.id ?? null;
}

export async function subscriptionBy(
  tx: Db | Tx,
  by: { id: string } | { tokenHash: Buffer } | { addressMac: Buffer },
): Promise<Subscription | null> {
  const where =
    'id' in by
      ? sql`s.id = ${by.id}`
      : 'tokenHash' in by
        ? sql`s.token_hash = ${by.tokenHash}`
        : sql`s.address_mac = ${by.addressMac}`;
  const [row] = await rowsOf<Subscription>(tx.execute(sql`select ${COLUMNS} from subscription s where ${where}`));
  return row ?? null;
}

/** From now on it is told of what becomes public. @returns false where it was confirmed before, or is gone */
export async function confirmSubscription(tx: Db | Tx, id: string): Promise<boolean> {
  const rows = await rowsOf(
    tx.execute(sql`update subscription set confirmed_at = now(), told_until = now()
      where id = ${id} and confirmed_at is null returning id`),
  );
  return rows.length > 0;
}

/** Removes subscriptions with their addresses and the keys of these. @returns how many */
export async function removeSubscriptions(
  tx: Tx,
  which: { id: string } | { unconfirmedHours: number },
): Promise<number> {
  const where =
    'id' in which
      ? sql`id = ${which.id}`
      : sql`confirmed_at is null and asked_at < now() - make_interval(hours => ${which.unconfirmedHours})`;
  const gone = await rowsOf<{ key_id: string }>(
    tx.execute(sql`delete from subscription where ${where} returning key_id`),
  );
  const keys = gone.map((row) => row.key_id);
  if (keys.length > 0) await tx.execute(sql`delete from disclosure_key where id = any(${sql.param(keys)}::uuid[])`);
  return gone.length;
}

/** Asks for a mail; one of a kind and day. @returns whether it is a new one */
export async function askMail(tx: Tx, subscriptionId: string, kind: SubscriptionMail): Promise<boolean> {
  const mailId = randomUUID();
  const rows = await rowsOf(
    tx.execute(sql`insert into subscription_mail (id, subscription_id, kind, day)
      values (${mailId}, ${subscriptionId}, ${kind}, (now() at time zone 'Asia/Shanghai')::date)
      on conflict do nothing returning id`),
  );
  if (rows.length > 0) await enqueue(tx, 'subscription.mail', { mailId });
  return rows.length > 0;
}

/** Confirmed ones without a digest of today, in the order of their ids. */
export async function withoutDigest(tx: Db | Tx, after: string, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx.execute(sql`select s.id from subscription s where s.confirmed_at is not null and s.id > ${after}::uuid
      and not exists (select from subscription_mail m where m.subscription_id = s.id and m.kind = 'digest'
        and m.day = (now() at time zone 'Asia/Shanghai')::date) order by s.id limit ${limit}`),
  );
  return rows.map((row) => row.id);
}

export interface AskedMail {
  kind: SubscriptionMail;
  subscriptionId: string;
  /** Publications up to here count: what was published later may not be visible to this mail yet. With all its digits. */
  until: string;
}
export async function mailToSend(tx: Db | Tx, mailId: string): Promise<AskedMail | null> {
  const [row] = await rowsOf<AskedMail>(
    tx.execute(sql`select kind, subscription_id as "subscriptionId", (now() - interval '5 minutes')::text as until from subscription_mail
      where id = ${mailId} and settled_at is null`),
  );
  return row ?? null;
}

/** The mail is done; after a digest the subscription is told of everything up to `toldUntil`. */
export async function settleMail(tx: Tx, mailId: string, toldUntil: string | null): Promise<void> {
  await tx.execute(sql`update subscription_mail set settled_at = now() where id = ${mailId}`);
  if (toldUntil !== null) {
    await tx.execute(sql`update subscription s set told_until = greatest(told_until, ${toldUntil}::timestamptz)
      from subscription_mail m where m.id = ${mailId} and m.subscription_id = s.id`);
  }
}

/** Mails of more than a week ago are forgotten: they only kept a day from having two. */
export async function forgetMails(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from subscription_mail where settled_at < now() - interval '7 days'`);
}
