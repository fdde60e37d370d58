import type { CaseKind } from '../../api/domain/case.ts';
import { ENDED, type OtherSubject, type RetentionRule } from '../../api/domain/retention.ts';
import type { Sql } from '../client.ts';

export const retentionRules = (client: Sql): Promise<RetentionRule[]> =>
  client<RetentionRule[]>`
    select id, subject, case_kind as "caseKind", length, unit, valid_from::text as "validFrom", certainty, basis,
      basis_en as "basisEn"
    from retention_rule order by subject, case_kind nulls first, valid_from`;

/** Cases `c` that have ended: closed, refused, withdrawn, or rejected at screening. */
const ended = (client: Sql) =>
  client`(c.state = any(${[...ENDED]}) or (c.state = 'filed' and c.screening = 'rejected'))`;

/** The legal date on which a case `c` ended. */
const endedOn = (client: Sql) => client`(coalesce(
  case when c.state = 'closed' then c.closed_at end,
  case when c.state = 'filed' then c.screened_at end,
  (select max(e.at) from event e where e.subject_kind = 'case' and e.subject_id = c.id
    and e.kind in ('refused', 'withdrawn', 'closed')),
  c.filed_at) at time zone 'Asia/Shanghai')::date`;

/** A promised date of a case `c` is still to come: a clock, or a follow-up. */
const awaited = (client: Sql) => client`(
  exists (select from case_clock q where q.case_id = c.id and q.ended_on is null
    and q.due_on >= (now() at time zone 'Asia/Shanghai')::date)
  or exists (select from case_follow_up f where f.case_id = c.id and f.ended_on is null
    and f.cancelled_on is null and f.due_on >= (now() at time zone 'Asia/Shanghai')::date))`;

/** Cases of a kind whose time is over: ended so long ago, and with no promised date still to come. */
export const casesPast = (
  client: Sql,
  kind: CaseKind,
  rule: Pick<RetentionRule, 'length' | 'unit'>,
  limit: number,
): Promise<{ id: string }[]> => {
  const { months, days } = period(rule);
  return client<{ id: string }[]>`
    select c.id from cases c join case_key k on k.case_id = c.id and k.wrapped is not null
    where c.kind = ${kind} and ${ended(client)}
      and c.filed_at < now() - make_interval(months => ${months}, days => ${days})
      and ${endedOn(client)} + make_interval(months => ${months}, days => ${days})
        < (now() at time zone 'Asia/Shanghai')::date
      and not ${awaited(client)}
    order by c.filed_at limit ${limit}`;
};

/** Withdrawn cases whose files are past their days of grace. */
export const withdrawnFiles = (client: Sql, days: number, limit: number): Promise<{ id: string }[]> =>
  client<{ id: string }[]>`
    select distinct c.id from cases c join evidence f on f.case_id = c.id and f.removed_at is null
    where c.state = 'withdrawn' and exists (
      select from event e where e.subject_kind = 'case' and e.subject_id = c.id and e.kind = 'withdrawn'
        and e.at < now() - make_interval(days => ${days}))
    limit ${limit}`;

/**
 * The legal date on which the purpose of a registration `r` of a commitment `c` was over: the body disputed it, or what came of
 * it has ended. Null: it waits for an answer, or the promise still runs.
 */
export const registrationOverOn = (client: Sql) => client`(case
  when c.state = 'disputed' then r.answered_on
  when c.ended_at is not null then (c.ended_at at time zone 'Asia/Shanghai')::date end)`;

/** The last day on which a review of a commitment `c` took comments. */
export const reviewOverOn = (client: Sql) => client`(c.facts ->> 'commentsUntil')::date`;

export const period = (rule: Pick<RetentionRule, 'length' | 'unit'>) => ({
  months: rule.unit === 'month' ? rule.length : 0,
  days: rule.unit === 'day' ? rule.length : 0,
});

export interface DueForErasure {
  /** Kind of the case, or what else is kept for a time. */
  kind: CaseKind | OtherSubject;
  /** Past their time: the next run takes them. */
  now: number;
  /** Whose time is over by the run in 30 (90) days, those of `now` included. */
  in30: number;
  in90: number;
  /** Would be among those of 90 days, but for a promised date that is still to come. */
  held: number;
}

/** What will be erased of the cases of these bodies by the rules in force, in one look that begins at the index of ended cases. */
export const dueForErasure = (
  client: Sql,
  bodies: readonly string[],
  rules: readonly (Pick<RetentionRule, 'length' | 'unit'> & { kind: DueForErasure['kind'] })[],
): Promise<DueForErasure[]> => {
  const ids = bodies as string[];
  const given = JSON.stringify(rules.map((rule) => ({ kind: rule.kind, ...period(rule) })));
  return client<DueForErasure[]>`
    with rule as (
      select kind, make_interval(months => months, days => days) as time
      from json_to_recordset(${given}::text::json) as r (kind text, months int, days int)
    ), due as (
      select r.kind, (${endedOn(client)} + r.time)::date - (now() at time zone 'Asia/Shanghai')::date as days,
        ${awaited(client)} as awaited
      from rule r
      join cases c on c.kind = r.kind and c.handler_id = any(${ids}::uuid[]) and ${ended(client)}
        and c.filed_at < now() - r.time + interval '91 days'
      join case_key k on k.case_id = c.id and k.wrapped is not null
      union all
      select r.kind, ((min(e.at) + r.time) at time zone 'Asia/Shanghai')::date - (now() at time zone 'Asia/Shanghai')::date, false
      from rule r
      join cases c on r.kind = 'withdrawn_evidence' and c.handler_id = any(${ids}::uuid[]) and c.state = 'withdrawn'
      join event e on e.subject_kind = 'case' and e.subject_id = c.id and e.kind = 'withdrawn'
      where exists (select from evidence f where f.case_id = c.id and f.removed_at is null)
      group by r.kind, r.time, c.id
      union all
      select r.kind, ((q.decided_at at time zone 'Asia/Shanghai')::date + r.time)::date
        - (now() at time zone 'Asia/Shanghai')::date, false
      from rule r
      join disclosure_request q on r.kind = 'disclosure_request' and q.outcome is not null
        and q.decided_at < now() - r.time + interval '91 days'
      join disclosure_key k on k.id = q.key_id and k.wrapped is not null
      join disclosure d on d.id = q.disclosure_id and d.publisher_id = any(${ids}::uuid[])
      union all
      select r.kind, ((x.asked_at at time zone 'Asia/Shanghai')::date + r.time)::date
        - (now() at time zone 'Asia/Shanghai')::date, false
      from rule r
      join credit_check x on r.kind = 'credit_check' and x.erased_at is null and x.body_id = any(${ids}::uuid[])
        and x.asked_at < now() - r.time + interval '91 days'
      union all
      select p.kind, (${registrationOverOn(client)} + p.time)::date - (now() at time zone 'Asia/Shanghai')::date, false
      from rule p
      join commitment c on p.kind = 'registered_promise' and c.owed_by_id = any(${ids}::uuid[])
      join commitment_registration r on r.commitment_id = c.id and r.answered_on is not null
      join disclosure_key k on k.id = r.key_id and k.wrapped is not null
      where ${registrationOverOn(client)} is not null
      union all
      select p.kind, (${reviewOverOn(client)} + p.time)::date - (now() at time zone 'Asia/Shanghai')::date, false
      from rule p
      join commitment c on p.kind = 'review_comment' and c.owed_by_id = any(${ids}::uuid[])
      join review_round r on r.commitment_id = c.id
      join disclosure_key k on k.id = r.key_id and k.wrapped is not null
    )
    select kind, count(*) filter (where days < 0 and not awaited)::int as now,
      count(*) filter (where days < 30 and not awaited)::int as in30,
      count(*) filter (where days < 90 and not awaited)::int as in90,
      count(*) filter (where days < 90 and awaited)::int as held
    from due group by kind`;
};

export interface ErasedLately {
  /** Legal date. */
  day: string;
  what: 'retention' | 'request' | 'withdrawn_evidence';
  /** Id of the rule of a `retention`; empty otherwise. */
  code: string;
  cases: number;
  files: number;
}

/** What was erased of the cases of these bodies in the last 90 days, newest day first. */
export const erasedLately = (client: Sql, bodies: readonly string[], limit: number): Promise<ErasedLately[]> => {
  const ids = bodies as string[];
  return client<ErasedLately[]>`
    with gone as (
      select x.erased_at as at, x.reason as what, case when x.reason = 'retention' then x.code else '' end as code,
        (select (e.payload::json ->> 'files')::int from event e
          where e.subject_kind = 'case' and e.subject_id = x.case_id and e.kind = 'erased' order by e.seq desc limit 1) as files
      from erasure x join cases c on c.id = x.case_id and c.handler_id = any(${ids}::uuid[])
      where x.erased_at > now() - interval '90 days'
      union all
      select x.erased_at, x.reason, x.code, (
        select count(*)::int from disclosure_request_file f where f.request_id = q.id)
      from erasure x join disclosure_request q on x.subject_kind = 'disclosure_request' and q.id = x.subject_id
      join disclosure d on d.id = q.disclosure_id and d.publisher_id = any(${ids}::uuid[])
      where x.erased_at > now() - interval '90 days'
      union all
      select x.erased_at, x.reason, x.code, 0
      from erasure x join credit_check q on x.subject_kind = 'credit_check' and q.id = x.subject_id
        and q.body_id = any(${ids}::uuid[])
      where x.erased_at > now() - interval '90 days'
      union all
      select x.erased_at, x.reason, x.code, (
        select count(*)::int from commitment_file f where f.commitment_id = q.id and f.removed_at is not null
          and x.subject_kind = 'registered_promise')
      from erasure x join commitment q on x.subject_kind in ('registered_promise', 'review_comment') and q.id = x.subject_id
        and q.owed_by_id = any(${ids}::uuid[])
      where x.erased_at > now() - interval '90 days'
      union all
      select e.at, 'withdrawn_evidence', '', (e.payload::json ->> 'files')::int
      from cases c join event e on e.subject_kind = 'case' and e.subject_id = c.id and e.kind = 'evidence_removed'
      where c.state = 'withdrawn' and c.handler_id = any(${ids}::uuid[]) and e.at > now() - interval '90 days'
    )
    select (at at time zone 'Asia/Shanghai')::date::text as day, what, code, count(*)::int as cases,
      coalesce(sum(files), 0)::int as files
    from gone group by 1, 2, 3 order by 1 desc, 2, 3 limit ${limit}`;
};
