import type { CaseCount } from '../../api/domain/place-cells.ts';
import type { Sql } from '../client.ts';
import { rollUpRatingLoop } from './rating-loop-places.ts';
import { ANSWER_STEPS } from './reports.ts';

/** Records of a place with all below it. */
export interface PlaceRecords {
  code: string;
  published: number;
  lostJudgments: number;
  unperformed: number;
  dishonesty: number;
  warnings: number;
  honours: number;
  /** Unperformed judgments and breaches that were public and were put right: never shown, only counted. */
  repaired: number;
}

/** The codes below a code, as a range that an index can walk whatever the planner knows (':' follows '9'). */
const below = (sql: Sql, column: ReturnType<Sql>, code: ReturnType<Sql>) =>
  sql`${column} ~>=~ ${code} and ${column} ~<~ (${code} || ':')`;

/** Public records by place, in one statement: each place is one range of an index. */
export const placeRecords = (sql: Sql, codes: readonly string[]) =>
  sql<PlaceRecords[]>`
    select p.code, r.*, f.repaired
    from unnest(${[...codes]}::text[]) as p (code)
    cross join lateral (
      select count(*)::int as published,
        count(*) filter (where s.kind = 'lost_judgment')::int as "lostJudgments",
        count(*) filter (where s.kind = 'unperformed_judgment')::int as unperformed,
        count(*) filter (where s.kind = 'dishonesty_record')::int as dishonesty,
        count(*) filter (where s.kind = 'debt_warning')::int as warnings,
        count(*) filter (where s.kind = 'honour')::int as honours
      from disclosure_search s where ${below(sql, sql`s.division`, sql`p.code`)} and s.kind <> 'typical_case'
    ) r
    cross join lateral (
      select count(*)::int as repaired from disclosure d
      where d.state = 'repaired' and d.published_at is not null and ${below(sql, sql`d.division`, sql`p.code`)}
        and d.kind in ('unperformed_judgment', 'dishonesty_record')
    ) f`;

/** Public effective judgments of a place and below that are not obeyed: how many, how many name an amount, and its sum in CNY. */
export interface PlaceOwed {
  judgments: number;
  withAmount: number;
  /** Two decimals; null where none names an amount. */
  amount: string | null;
}
export async function placeOwed(sql: Sql, code: string): Promise<PlaceOwed> {
  const [row] = await sql<PlaceOwed[]>`
    select count(*)::int as judgments, count(d.amount)::int as "withAmount", sum(d.amount)::numeric(20, 2)::text as amount
    from disclosure d
    where d.state = 'published' and d.kind = 'unperformed_judgment' and ${below(sql, sql`d.division`, sql`${code}::text`)}`;
  return row ?? { judgments: 0, withAmount: 0, amount: null };
}

/** Public records of a place by year of the decision: all, and of these the two that say a body broke faith. */
export const placeYears = (sql: Sql, code: string, from: number) =>
  sql<{ year: number; published: number; broken: number }[]>`
    select s.year, count(*)::int as published,
      count(*) filter (where s.kind in ('unperformed_judgment', 'dishonesty_record'))::int as broken
    from disclosure_search s
    where ${below(sql, sql`s.division`, sql`${code}::text`)} and s.year >= ${from} and s.kind not in ('typical_case', 'honour')
    group by s.year order by s.year`;

export interface PlaceCases {
  received: number;
  answered: number;
  inTime: number;
  late: number;
  overdue: number;
  closed: number;
  bodySolved: number;
  solved: number;
  silent: number;
}
const SUMS = (sql: Sql) => sql`
  coalesce(sum(f.received), 0)::int as received, coalesce(sum(f.answered), 0)::int as answered,
  coalesce(sum(f.in_time), 0)::int as "inTime", coalesce(sum(f.late), 0)::int as late,
  coalesce(sum(f.overdue), 0)::int as overdue, coalesce(sum(f.closed), 0)::int as closed,
  coalesce(sum(f.body_solved), 0)::int as "bodySolved", coalesce(sum(f.solved), 0)::int as solved,
  coalesce(sum(f.silent), 0)::int as silent`;

/** Cases of places filed in the last twelve whole months and this one, from the roll-up. `countedAt`: when it was made. */
export const placeCases = (sql: Sql, codes: readonly string[]) =>
  sql<(PlaceCases & { code: string; countedAt: Date | null; hidden: boolean })[]>`
    select p.code, ${SUMS(sql)}, max(f.counted_at) as "countedAt",
      exists (select 1 from place_hidden h where h.kind = 'place' and h.id = p.code) as hidden
    from unnest(${[...codes]}::text[]) as p (code)
    left join place_figure f on ${below(sql, sql`f.division`, sql`p.code`)}
      and f.month >= (date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '12 months')::date
    group by p.code`;

/** The same of one place month by month. */
export const placeMonths = (sql: Sql, code: string) =>
  sql<(PlaceCases & { month: string })[]>`
    select to_char(f.month, 'YYYY-MM') as month, ${SUMS(sql)}
    from place_figure f
    where ${below(sql, sql`f.division`, sql`${code}::text`)}
      and f.month >= (date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '12 months')::date
    group by f.month order by f.month`;

/**
 * Counts the cases of the last thirteen months anew, by place and month of filing. A merged case counts where it went on, a bad
 * rating by itself not at all. `hide` says whose counts are not told. A stopped clock is not overdue (db/queries/reports.ts).
 */
export async function rollUpPlaces(
  sql: Sql,
  hide: (counts: CaseCount[]) => { places: readonly string[]; bodies: readonly string[] },
): Promise<number> {
  return sql.begin(async (tx) => {
    await tx`lock table place_figure in share row exclusive mode`;
    await tx`delete from place_figure`;
    const result = await tx`
      with today as materialized (
        select (now() at time zone 'Asia/Shanghai')::date as day,
          date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '12 months' as first
      )
      insert into place_figure
        (division, month, received, answered, in_time, late, overdue, closed, body_solved, solved, silent)
      select c.division, date_trunc('month', c.filed_at at time zone 'Asia/Shanghai')::date, count(*),
        count(*) filter (where c.answered_at is not null),
        count(*) filter (where k.ended_on <= k.due_on),
        count(*) filter (where k.ended_on > k.due_on),
        count(*) filter (where k.ended_on is null and k.due_on < today.day and c.state in ('filed', 'accepted')),
        count(*) filter (where c.closed_at is not null),
        count(*) filter (where c.closed_at is not null and c.body_says = 'solved'),
        count(*) filter (where c.closed_at is not null and c.verdict = 'solved'),
        count(*) filter (where c.closed_at is not null and c.verdict is null)
      from cases c cross join today
      left join lateral (
        select k.due_on, k.ended_on from case_clock k
        where k.case_id = c.id and k.step = any(${ANSWER_STEPS}) and k.due_on is not null
        order by k.due_on limit 1
      ) k on true
      where c.filed_at >= today.first at time zone 'Asia/Shanghai' and c.screening <> 'rejected' and c.state <> 'merged'
        and c.kind <> 'service'
      group by 1, 2`;
    const counts = await tx<CaseCount[]>`
      select c.division, c.respondent_now_id as "bodyId", count(*)::int as received from cases c
      where c.filed_at >= (date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '12 months') at time zone 'Asia/Shanghai'
        and c.screening <> 'rejected' and c.state <> 'merged' and c.kind <> 'service'
      group by 1, 2`;
    await rollUpRatingLoop(tx);
    const { places, bodies } = hide([...counts]);
    await tx`delete from place_hidden`;
    await tx`
      insert into place_hidden (kind, id)
      select 'place', id from unnest(${[...places]}::text[]) as p (id)
      union all select 'body', id from unnest(${[...bodies]}::text[]) as b (id)`;
    return result.count;
  }) as Promise<number>;
}

export interface BodyCases extends PlaceCases {
  side: 'handler' | 'respondent';
}

/** Cases of the last twelve months that bodies handled, and those about them; one statement, each side by its index. */
export const bodyCases = (sql: Sql, ids: readonly string[]) => {
  const side = (name: string, column: ReturnType<Sql>) => sql`
    select ${name}::text as side, count(*)::int as received,
      count(*) filter (where c.answered_at is not null)::int as answered,
      count(*) filter (where k.ended_on <= k.due_on)::int as "inTime",
      count(*) filter (where k.ended_on > k.due_on)::int as late,
      count(*) filter (where k.ended_on is null and k.due_on < (now() at time zone 'Asia/Shanghai')::date
        and c.state in ('filed', 'accepted'))::int as overdue,
      count(*) filter (where c.closed_at is not null)::int as closed,
      count(*) filter (where c.closed_at is not null and c.body_says = 'solved')::int as "bodySolved",
      count(*) filter (where c.closed_at is not null and c.verdict = 'solved')::int as solved,
      count(*) filter (where c.closed_at is not null and c.verdict is null)::int as silent
    from cases c
    left join lateral (
      select k.due_on, k.ended_on from case_clock k
      where k.case_id = c.id and k.step = any(${ANSWER_STEPS}) and k.due_on is not null
      order by k.due_on limit 1
    ) k on true
    where ${column} = any(${[...ids]}::uuid[]) and c.screening <> 'rejected' and c.state <> 'merged' and c.kind <> 'service'
      and c.filed_at > now() - interval '12 months'`;
  return sql<
    BodyCases[]
  >`${side('handler', sql`c.handler_id`)} union all ${side('respondent', sql`c.respondent_now_id`)}`;
};

/** Whether the count of cases about any of these bodies must not be told. */
export async function hiddenBodies(sql: Sql, ids: readonly string[]): Promise<boolean> {
  const [row] = await sql<{ any: boolean }[]>`
    select exists (select 1 from place_hidden where kind = 'body' and id = any(${[...ids]}::text[])) as any`;
  return row?.any ?? false;
}

export interface BodyRecordCount {
  kind: string;
  published: number;
  underObjection: number;
  rectifying: number;
}

/** Public records of bodies by kind, with the flags that they carry. */
export const bodyRecords = (sql: Sql, ids: readonly string[]) =>
  sql<BodyRecordCount[]>`
    select kind, count(*)::int as published,
      count(*) filter (where objection_flag <> 'none')::int as "underObjection",
      count(*) filter (where rectification not in ('none', 'verified'))::int as rectifying
    from disclosure where body_id = any(${[...ids]}::uuid[]) and state = 'published'
    group by kind order by count(*) desc, kind`;

/** Whether the roll-up has ever been made. */
export async function rolledUp(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ any: boolean }[]>`select exists (select 1 from place_figure) as any`;
  return row?.any ?? false;
}
