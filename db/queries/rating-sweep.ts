import type { Sql } from '../client.ts';

const BATCH = 20_000;
/** Marks of devices serve figures of the present only; forms and transactions must not be rated again later (personal-data.md). */
const KEPT_DAYS = { device_day: 90, submission: 400, transaction: 400 };

/** Forgets what told ratings apart, some thousands at a time so that nobody waits for it. @returns rows */
export async function sweepRatingKeys(sql: Sql): Promise<number> {
  let all = 0;
  for (let n = BATCH; n === BATCH; all += n) {
    const result = await sql`
      delete from rating_deduplication where (service_point_id, key_hash) in (
        select service_point_id, key_hash from rating_deduplication
        where created_at < now() - make_interval(days => ${KEPT_DAYS.device_day}::int) and kind = 'device_day'
          or created_at < now() - make_interval(days => ${KEPT_DAYS.submission}::int)
        limit ${BATCH}::int)`;
    n = result.count;
  }
  return all;
}
