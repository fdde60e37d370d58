import { desc, eq } from 'drizzle-orm';
import type { ReportRow, ReportSet } from '../../api/domain/rating-report.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { ratingReceipt, ratingReceiver } from '../schema/rating-reports.ts';

export interface ReportCursor {
  at: string; // instant with microseconds, without zone (UTC)
  id: string;
}

const STAMP = 'YYYY-MM-DD"T"HH24:MI:SS.US';

const common = (sql: Sql) => sql`
  r.id as rating_id, to_char(r.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as rated_at,
  p.division, b.name as body, b.uscc as body_uscc, p.id as point_id, p.kind as point_kind, p.name as point,
  p.place_name as place, p.channel, r.level::int as level`;
const local = (sql: Sql, column: ReturnType<Sql>) =>
  sql`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`;

/**
 * Some rows of a set of a day, in the order in which they were rated, after a place. `bodies` null: of all. Every column is named
 * here: nothing of a person can slip in with a new one.
 */
export async function reportRows(
  sql: Sql,
  of: { dataset: ReportSet; day: string; bodies: readonly string[] | null },
  after: ReportCursor | null,
  limit: number,
): Promise<{ rows: ReportRow[]; last: ReportCursor | null }> {
  const begin = sql`${of.day}::date::timestamp at time zone 'Asia/Shanghai'`;
  const end = sql`(${of.day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
  const within = (column: ReturnType<Sql>) => sql`${column} >= ${begin} and ${column} < ${end}`;
  const reach = of.bodies ? sql`and r.body_id = any (${of.bodies as string[]}::uuid[])` : sql``;
  const from = after
    ? sql`and (r.created_at, r.id) > (${after.at}::timestamp at time zone 'UTC', ${after.id}::uuid)`
    : sql``;
  const place = sql`to_char(r.created_at at time zone 'UTC', ${STAMP}) as "$at"`;
  const found =
    of.dataset === 'ratings'
      ? await sql<ReportRow[]>`
          select ${common(sql)}, array_to_string(r.indicators, ' ') as indicators, r.has_contact as named, r.repeated, ${place}
          from rating r join service_point p on p.id = r.service_point_id join body b on b.id = r.body_id
          where ${within(sql`r.created_at`)} ${reach} ${from}
          order by r.created_at, r.id limit ${limit}`
      : await sql<ReportRow[]>`
          with touched as (
            select s.case_id from rating_step s where ${within(sql`s.at`)}
            union select v.case_id from rating_review v where ${within(sql`v.decided_at`)} or ${within(sql`v.restored_at`)}
            union select c.id from cases c where c.kind = 'service' and c.rating_id is not null and ${within(sql`c.answered_at`)}
          )
          select ${common(sql)}, ${local(sql, sql`l.contacted`)} as contacted_at, l.finding, ${local(sql, sql`l.rectified`)} as rectified_at,
            l.measure, ${local(sql, sql`c.answered_at`)} as answered_at, l.again as looked_again, v.state as review,
            v.reason as review_reason, ${local(sql, sql`coalesce(v.restored_at, v.decided_at)`)} as reviewed_at, ${place}
          from touched t join cases c on c.id = t.case_id
          join rating r on r.id = c.rating_id and r.created_at = c.filed_at
          join service_point p on p.id = r.service_point_id join body b on b.id = r.body_id
          left join lateral (select state, reason, decided_at, restored_at from rating_review x
            where x.case_id = c.id and x.state <> 'proposed' order by x.decided_at desc limit 1) v on true
          cross join lateral (
            select min(at) filter (where kind = 'contacted') as contacted,
              (array_agg(outcome order by at desc) filter (where kind = 'verified'))[1] as finding,
              min(at) filter (where kind = 'rectified' and outcome = 'done') as rectified,
              (array_agg(public_text order by at desc) filter (where kind = 'rectified'))[1] as measure,
              (array_agg(outcome order by at desc) filter (where kind = 'looked_again'))[1] as again
            from rating_step s where s.case_id = c.id
          ) l
          where true ${reach} ${from}
          order by r.created_at, r.id limit ${limit}`;
  const end_ = found.at(-1);
  return {
    rows: found.map(({ $at: _, ...row }) => row),
    last: end_ ? { at: String(end_.$at), id: String(end_.rating_id) } : null,
  };
}

export interface DueReceiver {
  id: string;
  url: string;
  keyVersion: number;
  wrapped: Buffer;
  day: string;
  dataset: ReportSet;
  part: number;
  afterAt: string | null;
  afterId: string | null;
}

/** A receiver that has whole days to hear of, held while it is spoken to. */
export async function takeDueReceiver(sql: Sql, patienceSeconds: number): Promise<DueReceiver | null> {
  const [row] = await sql<DueReceiver[]>`
    update rating_receiver set next_try_at = now() + make_interval(secs => ${patienceSeconds})
    where id = (
      select id from rating_receiver where disabled_at is null and next_try_at <= now()
        and next_day < (now() at time zone 'Asia/Shanghai')::date
      order by next_try_at limit 1 for update skip locked
    )
    returning id, url, key_version as "keyVersion", wrapped, next_day::text as day, sent_set as dataset, sent_part as part,
      to_char(after_at at time zone 'UTC', ${STAMP}) as "afterAt", after_id as "afterId"`;
  return row ?? null;
}

/** It took a part: its receipt and its place are one transaction, so that neither stands without the other. */
export async function receiverTook(
  sql: Sql,
  due: DueReceiver,
  taken: { rows: number; sha256: Buffer; status: number; answer: string },
  next: { day: string; dataset: ReportSet; part: number; after: ReportCursor | null },
): Promise<void> {
  await sql`
    with receipt as (
      insert into rating_receipt (receiver_id, day, dataset, part, rows, sha256, status, answer)
      values (${due.id}, ${due.day}::date, ${due.dataset}, ${due.part}, ${taken.rows}, ${taken.sha256}, ${taken.status}, ${taken.answer})
      on conflict do nothing
    )
    update rating_receiver set failures = 0, last_error = null, next_try_at = now(), next_day = ${next.day}::date,
      sent_set = ${next.dataset}, sent_part = ${next.part},
      after_at = ${next.after?.at ?? null}::timestamp at time zone 'UTC', after_id = ${next.after?.id ?? null}::uuid
    where id = ${due.id}`;
}

/** It did not: the pause doubles from half a minute up to six hours. */
export const receiverFailed = (sql: Sql, id: string, why: string) => sql`
  update rating_receiver set failures = failures + 1, last_error = ${why},
    next_try_at = now() + make_interval(secs => least(21600, 30 * 2 ^ least(failures, 12)))
  where id = ${id}`;

export const insertReceiver = (tx: Tx, row: typeof ratingReceiver.$inferInsert) =>
  tx.insert(ratingReceiver).values(row);
export const receivers = (db: Db | Tx) => db.select().from(ratingReceiver).orderBy(desc(ratingReceiver.createdAt));
export const receipts = (db: Db, limit: number) =>
  db.select().from(ratingReceipt).orderBy(desc(ratingReceipt.takenAt)).limit(limit);

export async function findReceiver(tx: Tx, id: string) {
  const [row] = await tx.select().from(ratingReceiver).where(eq(ratingReceiver.id, id)).for('update');
  return row ?? null;
}
export const changeReceiver = (tx: Tx, id: string, set: Partial<typeof ratingReceiver.$inferInsert>) =>
  tx.update(ratingReceiver).set(set).where(eq(ratingReceiver.id, id));
