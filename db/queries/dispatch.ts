import type { Sql } from '../client.ts';

/** Hand-over of the outbox to the queue (graphile-worker), and what became of it. */

/** Mails and text messages run in a few lines of their own: a server that answers slowly holds up nothing else. */
const LINES = 4;
/** A task is tried until it succeeds: the age of the outbox is the alarm, no row ever expires. */
const ATTEMPTS = 32_000;

/** Hands waiting rows to the queue in one statement; the job key makes a second hand-over harmless. @returns how many */
export async function dispatchOutbox(sql: Sql, limit: number): Promise<number> {
  const rows = await sql`
    with batch as materialized (
      select id, task, payload from outbox where dispatched_at is null order by id limit ${limit} for update skip locked
    ), handed as materialized (
      select count(*) from graphile_worker.add_jobs(array(
        select row(task, (payload || jsonb_build_object('outboxId', id))::json,
          case when task in ('notice.mail', 'notice.sms') then split_part(task, '.', 2) || '-' || id % ${LINES}::int
            when task = 'subscription.mail' then 'subscription-' || id % ${LINES / 2}::int end,
          null::timestamptz, ${ATTEMPTS}::int, 'outbox-' || id, null::int, null::text[])::graphile_worker.job_spec
        from batch order by id))
      where exists (select from batch)
    )
    update outbox set dispatched_at = now() from batch, handed where outbox.id = batch.id returning 1`;
  return rows.length;
}

export async function settleOutbox(sql: Sql, id: number): Promise<void> {
  await sql`update outbox set done_at = now(), attempts = attempts + 1, last_error = null where id = ${id} and done_at is null`;
}

export async function failOutbox(sql: Sql, id: number, error: string): Promise<void> {
  await sql`update outbox set attempts = attempts + 1, last_error = ${error} where id = ${id}`;
}

/**
 * The queue lets tasks that failed wait longer and longer, up to hours; once whatever was down is up again they should not.
 * And a process that was killed leaves its jobs locked for hours, while no notice runs for minutes.
 */
export async function hurryQueue(sql: Sql, longestPause: number): Promise<void> {
  await retryFailed(sql, longestPause);
  await sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
    where task_identifier like 'notice.%' and locked_at < now() - interval '3 minutes'
    having count(*) > 0`;
}

/** Lets tasks that failed run now where they would wait for more than `pause` seconds. @returns how many */
export async function retryFailed(sql: Sql, pause = 0): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    with late as materialized (
      select id from graphile_worker.jobs
      where attempts > 0 and locked_at is null and run_at > now() + make_interval(secs => ${pause})
    ), moved as materialized (
      select count(*) from graphile_worker.reschedule_jobs(array(select id from late), run_at := now()) where exists (select from late)
    )
    select (select count(*)::int from late) as count from moved`;
  return row?.count ?? 0;
}

/** What is done is forgotten after a month, undone rows never. */
export async function sweepOutbox(sql: Sql): Promise<void> {
  await sql`delete from outbox where done_at < now() - interval '30 days'`;
  await sql`delete from cache_invalidation where at < now() - interval '1 day'`;
}
