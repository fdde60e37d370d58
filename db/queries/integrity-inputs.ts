import type { Component } from '../../api/domain/integrity.ts';
import type { Sql } from '../client.ts';
import { ANSWER_STEPS } from './reports.ts';

/** Counts of one body as it stands in the tables (it may have merged since). Only bodies with something to count. */
export interface BodyInput {
  bodyId: string;
  component: Component;
  part: number;
  total: number;
  /** Of records only: repaired ones, which places count and bodies do not (after repair not even a number tells of a body). */
  repaired: number;
}

/**
 * What each body did, for the components about cases: filed since the first day of the month a year ago. `timeliness`:
 * of the handling body, of cases whose time to answer has come (a stopped clock runs not out). `solved`, `arrears`:
 * of the body complained of, by the complainant's verdict over all that are closed; silence is not satisfaction.
 * Arrears are of both, so that what pages tell of all closed cases less `solved` tells nothing.
 */
export const caseInputs = (sql: Sql, since: string) =>
  sql<BodyInput[]>`
    with counted as materialized (
      select c.handler_id, c.respondent_now_id, c.kind, c.closed_at, c.verdict, c.state, k.due_on, k.ended_on
      from cases c
      left join lateral (
        select k.due_on, k.ended_on from case_clock k
        where k.case_id = c.id and k.step = any(${ANSWER_STEPS}) and k.due_on is not null
        order by k.due_on limit 1
      ) k on true
      where c.filed_at >= ${since}::date::timestamp at time zone 'Asia/Shanghai'
        and c.screening <> 'rejected' and c.state <> 'merged'
    )
    select handler_id as "bodyId", 'timeliness' as component,
      count(*) filter (where ended_on <= due_on)::int as part, count(*)::int as total, 0 as repaired
    from counted
    where kind <> 'service' and handler_id is not null and due_on is not null
      and (ended_on is not null or (due_on < (now() at time zone 'Asia/Shanghai')::date and state in ('filed', 'accepted')))
    group by 1
    union all
    select respondent_now_id, 'solved', count(*) filter (where verdict = 'solved')::int, count(*)::int, 0
    from counted where kind <> 'service' and closed_at is not null group by 1
    union all
    select respondent_now_id, 'arrears', count(*) filter (where verdict = 'solved')::int, count(*)::int, 0
    from counted where kind = 'arrears' and closed_at is not null group by 1`;

/** Records that say a body broke faith: public now, of these those whose rectification was looked at and found done, and repaired. */
export const recordInputs = (sql: Sql) =>
  sql<BodyInput[]>`
    select body_id as "bodyId", 'records' as component,
      count(*) filter (where state = 'published' and rectification = 'verified')::int as part,
      count(*) filter (where state = 'published')::int as total,
      count(*) filter (where state = 'repaired')::int as repaired
    from disclosure
    where body_id is not null and published_at is not null and state in ('published', 'repaired')
      and kind in ('unperformed_judgment', 'dishonesty_record')
    group by body_id`;

/**
 * Public commitments of the body that owes them now: with a result since a day, or overdue today. Partly honoured is not kept;
 * a lawful change with its compensation runs on until it is overdue itself.
 */
export const commitmentInputs = (sql: Sql, since: string) =>
  sql<BodyInput[]>`
    select owed_by_id as "bodyId", 'commitments' as component, count(*) filter (where state = 'honoured')::int as part,
      count(*)::int as total, 0 as repaired
    from commitment
    where (state in ('honoured', 'broken') and ended_at >= ${since}::date::timestamp at time zone 'Asia/Shanghai')
      or (state in ('published', 'in_progress', 'changed', 'partly') and next_due_on < (now() at time zone 'Asia/Shanghai')::date)
    group by owed_by_id`;

/**
 * Bad ratings given since a day, those set aside by a review left out: rectified, or their time to be rectified is over. The
 * clock says rectify; the step is the body's own deed, looked at by its superior (api/domain/rating-loop.ts).
 */
export const ratingInputs = (sql: Sql, since: string) =>
  sql<BodyInput[]>`
    select c.respondent_now_id as "bodyId", 'ratings' as component, count(*) filter (where x.done)::int as part,
      count(*)::int as total, 0 as repaired
    from cases c cross join lateral (
      select exists (select from rating_step s where s.case_id = c.id and s.kind = 'rectified' and s.outcome = 'done') as done,
        exists (select from case_clock k where k.case_id = c.id and k.step = 'rectify'
          and k.due_on < (now() at time zone 'Asia/Shanghai')::date) as late
    ) x
    where c.kind = 'service' and c.rating_id is not null and (x.done or x.late)
      and c.filed_at >= ${since}::date::timestamp at time zone 'Asia/Shanghai'
      and not exists (select from rating_review v where v.case_id = c.id and v.state = 'set_aside')
    group by 1`;
