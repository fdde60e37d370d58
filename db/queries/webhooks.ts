import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Sql, Tx } from '../client.ts';
import { webhook } from '../schema/push.ts';

export interface DueWebhook {
  id: string;
  url: string;
  keyVersion: number;
  wrapped: Buffer;
  afterAt: string;
  afterId: string;
}
export interface PublicEvent {
  id: string;
  kind: string;
  recordId: string;
  /** Instant with microseconds, as the place in the events keeps it. */
  at: string;
}

const INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.US';

/** A receiver whose turn it is, held while it is spoken to: two processes never send it the same. */
export async function takeDue(client: Sql, patienceSeconds: number): Promise<DueWebhook | null> {
  const [row] = await client<DueWebhook[]>`
    update webhook set next_try_at = now() + make_interval(secs => ${patienceSeconds})
    where id = (
      select id from webhook where disabled_at is null and next_try_at <= now()
      order by next_try_at limit 1 for update skip locked
    )
    returning id, url, key_version as "keyVersion", wrapped,
      to_char(after_at at time zone 'UTC', ${INSTANT}) as "afterAt", after_id as "afterId"`;
  return row ?? null;
}

/**
 * What happened to records that are or were public, after a place and in order. What a transaction that still runs may yet
 * write is waited for, so that nothing is passed over.
 */
export const publicEvents = (
  client: Sql,
  after: { afterAt: string; afterId: string },
  kinds: readonly string[],
  limit: number,
) => client<PublicEvent[]>`
  with horizon as materialized (
    select coalesce(min(xact_start), now()) as until from pg_stat_activity
    where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
  )
  select e.id, e.kind, e.subject_id as "recordId", to_char(e.at at time zone 'UTC', ${INSTANT}) as at
  from event e join disclosure d on d.id = e.subject_id cross join horizon h
  where e.subject_kind = 'disclosure' and e.kind = any(${kinds as string[]}) and d.published_at is not null
    and e.at < h.until and (e.at, e.id) > (${after.afterAt}::timestamp at time zone 'UTC', ${after.afterId}::uuid)
  order by e.at, e.id limit ${limit}`;

/** It took them: its place moves, and it may be asked again at once. */
export async function webhookTook(
  client: Sql,
  id: string,
  last: PublicEvent | undefined,
  again: number,
): Promise<void> {
  await client`
    update webhook set failures = 0, last_error = null, next_try_at = now() + make_interval(secs => ${again}),
      last_ok_at = ${last ? client`now()` : client`last_ok_at`},
      after_at = ${last ? client`${last.at}::timestamp at time zone 'UTC'` : client`after_at`},
      after_id = ${last ? client`${last.id}::uuid` : client`after_id`}
    where id = ${id}`;
}

/** It did not: the pause doubles from half a minute up to six hours. */
export async function webhookFailed(client: Sql, id: string, why: string): Promise<void> {
  await client`
    update webhook set failures = failures + 1, last_error = ${why},
      next_try_at = now() + make_interval(secs => least(21600, 30 * 2 ^ least(failures, 12)))
    where id = ${id}`;
}

export const insertWebhook = async (tx: Tx, row: typeof webhook.$inferInsert): Promise<void> =>
  void (await tx.insert(webhook).values(row));
export const listWebhooks = (tx: Db | Tx) => tx.select().from(webhook).orderBy(desc(webhook.createdAt));
export async function disableWebhook(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .update(webhook)
    .set({ disabledAt: sql`now()` })
    .where(and(eq(webhook.id, id), isNull(webhook.disabledAt)))
    .returning({ id: webhook.id });
  return rows.length > 0;
}
/** The wrapped secret, the first time that it is asked for by whoever made it; null ever after. */
export async function showWebhook(tx: Tx, id: string, by: string) {
  const [row] = await tx
    .update(webhook)
    .set({ shownAt: sql`now()` })
    .where(and(eq(webhook.id, id), isNull(webhook.shownAt), eq(webhook.createdBy, by)))
    .returning({ wrapped: webhook.wrapped, keyVersion: webhook.keyVersion });
  return row ?? null;
}
