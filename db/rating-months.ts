import type { Sql } from './client.ts';

const AHEAD = 24;

/**
 * A partition of ratings for each of the coming months. Only the owner may make tables, so this runs with every migration;
 * where nobody migrates for two years, ratings fall into rating_default and nothing is lost.
 * @returns names of the partitions made
 */
export async function ensureRatingMonths(sql: Sql): Promise<string[]> {
  const months = await sql<{ name: string; from: Date; to: Date }[]>`
    select 'rating_' || to_char(month, 'YYYYMM') as name, month at time zone 'Asia/Shanghai' as from,
      (month + interval '1 month') at time zone 'Asia/Shanghai' as to
    from generate_series(date_trunc('month', now() at time zone 'Asia/Shanghai'),
      date_trunc('month', now() at time zone 'Asia/Shanghai') + make_interval(months => ${AHEAD}::int), interval '1 month') month
    where to_regclass('rating_' || to_char(month, 'YYYYMM')) is null
      and not exists (select from rating_default where created_at >= month at time zone 'Asia/Shanghai')`;
  for (const { name, from, to } of months) {
    await sql.unsafe(
      `create table ${name} partition of rating for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
    );
  }
  return months.map((month) => month.name);
}
