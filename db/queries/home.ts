import type { Sql } from '../client.ts';

/** Counts of the last twelve months; a week runs from Monday to Sunday. Days are legal days in Asia/Shanghai. */
export interface FigureCounts {
  due: number; // time limits that have ended, or whose step is done
  inTime: number; // of these, done by their due date
  closed: number; // cases closed (bad ratings aside)
  solved: number; // of these, solved by the complainant's own word
  unsaid: number; // of these, without a verdict: silence is not satisfaction
  badRatings: number; // cases opened by a bad rating
  rectified: number; // of these, answered or closed
  weekDue: number; // time limits that end this week
  weekDone: number; // of these, done
  overdue: number; // time limits that have passed with the step not done
}

export async function countFigures(sql: Sql): Promise<FigureCounts> {
  const [row] = await sql<FigureCounts[]>`
    with today as materialized (
      select (now() at time zone 'Asia/Shanghai')::date as day,
        date_trunc('week', now() at time zone 'Asia/Shanghai')::date as monday
    ), clocks as (
      select
        count(*) filter (where clock.due_on < day or ended_on is not null)::int as "due",
        count(*) filter (where ended_on <= clock.due_on)::int as "inTime",
        count(*) filter (where clock.due_on between monday and monday + 6)::int as "weekDue",
        count(*) filter (where clock.due_on between monday and monday + 6 and ended_on is not null)::int as "weekDone",
        count(*) filter (where clock.due_on < day and ended_on is null)::int as "overdue"
      from (select case_id, due_on, ended_on from case_clock where due_on is not null) clock
      join cases c on c.id = clock.case_id, today
      where clock.due_on > day - 366 and c.screening <> 'rejected'
        and (ended_on is not null or c.state in ('filed', 'accepted', 'waiting'))
    ), outcomes as (
      select
        count(*) filter (where kind <> 'service' and state = 'closed')::int as "closed",
        count(*) filter (where kind <> 'service' and state = 'closed' and verdict = 'solved')::int as "solved",
        count(*) filter (where kind <> 'service' and state = 'closed' and verdict is null)::int as "unsaid",
        count(*) filter (where kind = 'service')::int as "badRatings",
        count(*) filter (where kind = 'service' and state in ('answered', 'closed'))::int as "rectified"
      from cases, today
      where filed_at > (day - 366)::timestamp at time zone 'Asia/Shanghai' and screening <> 'rejected'
    )
    select clocks.*, outcomes.* from clocks, outcomes`;
  if (!row) throw new Error('an aggregate gave no row');
  return row;
}
