import type { CaseCounts, Days } from '../../api/domain/report.ts';
import type { Sql } from '../client.ts';

export interface BodyCounts extends CaseCounts {
  bodyId: string;
}

/** The clocks that an answer ends (db/reference/clocks): of several in one case the first to fall due counts. */
export const ANSWER_STEPS = ['reply', 'result', 'determine', 'rectify', 'petition_result'];

/**
 * Per handling body, of the cases filed from `from` to `to` (legal dates, both included). A merged case is counted where it
 * went on. A stopped clock (waiting for the complainant) is not overdue.
 */
export async function countsByBody(
  sql: Sql,
  bodies: readonly string[],
  period: { from: string; to: string },
): Promise<BodyCounts[]> {
  return sql<BodyCounts[]>`
    select c.handler_id as "bodyId",
      count(*)::int as received,
      count(*) filter (where c.accepted_at is not null)::int as accepted,
      count(*) filter (where c.state = 'refused')::int as refused,
      count(*) filter (where c.answered_at is not null)::int as answered,
      count(*) filter (where k.ended_on <= k.due_on)::int as "inTime",
      count(*) filter (where k.ended_on > k.due_on)::int as late,
      count(*) filter (where k.ended_on is null and k.due_on < (now() at time zone 'Asia/Shanghai')::date
        and c.state in ('filed', 'accepted'))::int as overdue,
      count(*) filter (where c.closed_at is not null)::int as closed,
      count(*) filter (where c.closed_at is not null and c.verdict = 'solved')::int as solved,
      count(*) filter (where c.closed_at is not null and c.verdict = 'partly')::int as partly,
      count(*) filter (where c.closed_at is not null and c.verdict = 'not_solved')::int as "notSolved"
    from cases c
    left join lateral (
      select k.due_on, k.ended_on from case_clock k
      where k.case_id = c.id and k.step = any(${ANSWER_STEPS}) and k.due_on is not null
      order by k.due_on limit 1
    ) k on true
    where c.handler_id = any(${[...bodies]})
      and c.filed_at >= (${period.from}::date)::timestamp at time zone 'Asia/Shanghai'
      and c.filed_at < (${period.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and c.screening <> 'rejected' and c.state <> 'merged'
    group by c.handler_id`;
}

/** Calendar days from filing to the first answer, by handling body. */
export async function daysByBody(
  sql: Sql,
  bodies: readonly string[],
  period: { from: string; to: string },
): Promise<Map<string, Days>> {
  const rows = await sql<{ bodyId: string; days: [number, number][] }[]>`
    select "bodyId", json_agg(json_build_array(days, cases) order by days) as days
    from (
      select c.handler_id as "bodyId", count(*)::int as cases,
        (c.answered_at at time zone 'Asia/Shanghai')::date - (c.filed_at at time zone 'Asia/Shanghai')::date as days
      from cases c
      where c.handler_id = any(${[...bodies]})
        and c.filed_at >= (${period.from}::date)::timestamp at time zone 'Asia/Shanghai'
        and c.filed_at < (${period.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
        and c.screening <> 'rejected' and c.state <> 'merged' and c.answered_at is not null
      group by 1, 3
    ) answered
    group by "bodyId"`;
  return new Map(rows.map((row) => [row.bodyId, row.days]));
}
