import type { Rung } from '../../api/domain/ladder.ts';
import type { Sql } from '../client.ts';

/** What is due by the ladder, and the warnings that were given. Statements walk (warned, due_on) of what is open. */

/** A rung as the sweep of one day sees it. `reach`: the last due date that has reached it. */
export interface ReachedRung extends Pick<Rung, 'division' | 'rung' | 'roles' | 'superior' | 'template'> {
  reach: string;
}

/** Between so many rungs climbed of a place's ladder and the next one: whatever is due by `reach` has reached that. */
export interface Stretch {
  division: string | null;
  warned: number;
  reach: string;
}

export type WarnedThing = 'clock' | 'follow_up';

/** What a sweep goes by. `windows`: steps of which nobody is warned. */
export interface Sweep {
  today: string;
  rungs: readonly ReachedRung[];
  stretches: readonly Stretch[];
  windows: readonly string[];
}

/** The open clocks (or follow-ups) on a stretch, of bodies in a place whose ladder it is. */
function candidates(sql: Sql, thing: WarnedThing, { division, warned, reach }: Stretch, sweep: Sweep) {
  const places = [...new Set(sweep.rungs.flatMap((rung) => rung.division ?? []))];
  // Without a ladder of a place all climb the common one.
  const ladder =
    places.length === 0
      ? sql``
      : sql`and (select p from unnest(${places}::text[]) p where starts_with(b.division, p) order by length(p) desc limit 1)
        is not distinct from ${division}`;
  // Who has the case is asked when the notice is written, so that a clock alone tells what is due.
  const clockPlace =
    places.length === 0 ? sql`` : sql`join cases c on c.id = k.case_id left join body b on b.id = c.handler_id`;
  const followPlace =
    places.length === 0 ? sql`` : sql`left join body b on b.id = coalesce(f.for_body_id, c.handler_id)`;
  return thing === 'clock'
    ? sql`
      select k.id, k.case_id, k.due_on, k.warned, null::uuid as body_id, ${division}::text as division
      from case_clock k ${clockPlace}
      where k.ended_on is null and k.due_on is not null and k.warned = ${warned} and k.due_on <= ${reach}::date
        and k.step <> all(${[...sweep.windows]}::text[])
        and not exists (select from case_clock_stop s where s.clock_id = k.id and s.to_on is null) ${ladder}
      order by k.due_on`
    : sql`
      select f.id, f.case_id, f.due_on, f.warned, f.for_body_id as body_id, ${division}::text as division
      from case_follow_up f
      join cases c on c.id = f.case_id and c.state not in ('withdrawn', 'refused', 'merged')
      ${followPlace}
      where f.ended_on is null and f.cancelled_on is null and f.warned = ${warned} and f.due_on <= ${reach}::date ${ladder}
      order by f.due_on`;
}

/**
 * The rungs that each candidate has reached (up), and the warnings that come of it (hit): what is overdue is no longer told
 * that it will be due soon, and of several reminders at once only the last is given.
 */
const reached = (sql: Sql, { rungs, today }: Sweep) => sql`
  rung as (
    select * from json_to_recordset(${JSON.stringify(rungs)}::text::json)
      as x (division text, rung smallint, roles json, superior boolean, template text, reach date)
  ), up as materialized (
    select d.id, d.case_id, d.due_on, d.body_id, r.rung, r.roles, r.superior, r.template
    from due d
    join rung r on r.division is not distinct from d.division and r.rung > d.warned and d.due_on <= r.reach
  ), hit as (
    select distinct on (id, template) * from up
    where template <> 'case.due_soon' or due_on >= ${today}::date
    order by id, template, rung desc
  )`;

/** How many clocks wait for a warning: one statement, nothing written. */
export async function countDue(sql: Sql, sweep: Sweep): Promise<number> {
  const parts = sweep.stretches.map((stretch) => sql`(${candidates(sql, 'clock', stretch, sweep)})`);
  const all = parts.reduce((sum, part) => sql`${sum} union all ${part}`);
  const [row] = await sql<{ count: number }[]>`
    with due as materialized (${all}), ${reached(sql, sweep)} select count(*)::int as count from hit`;
  return row?.count ?? 0;
}

/**
 * Warns of up to `limit` of a stretch in one statement: a row per warning (unique: another sweep at the same moment gives
 * none twice), the task that tells people, and how far the clock has come.
 * @returns clocks that climbed, and warnings given
 */
export async function warnBatch(
  sql: Sql,
  thing: WarnedThing,
  stretch: Stretch,
  sweep: Sweep,
  limit: number,
): Promise<{ seen: number; given: number }> {
  const table = thing === 'clock' ? sql`case_clock` : sql`case_follow_up`;
  const lock = thing === 'clock' ? sql`for update of k skip locked` : sql`for update of f skip locked`;
  const [row] = await sql<{ seen: number; given: number; climbed: number }[]>`
    with due as materialized (${candidates(sql, thing, stretch, sweep)} limit ${limit} ${lock}),
    ${reached(sql, sweep)},
    warned as (
      insert into case_warning (case_id, subject_id, rung, template, due_on)
      select case_id, id, rung, template, due_on from hit
      on conflict (subject_id, rung, due_on) do nothing
      returning subject_id, rung
    ), told as (
      insert into outbox (task, payload)
      select 'notice.case', jsonb_build_object('caseId', h.case_id, 'template', h.template,
        'to', jsonb_build_object('bodyId', h.body_id, 'roles', h.roles, 'superior', h.superior))
      from hit h join warned w on w.subject_id = h.id and w.rung = h.rung
      returning 1
    ), climbed as (
      update ${table} t set warned = greatest(t.warned, h.rung)
      from (select id, max(rung) as rung from up group by id) h where t.id = h.id
      returning 1
    )
    select (select count(*)::int from due) as seen, (select count(*)::int from told) as given,
      (select count(*)::int from climbed) as climbed`;
  return { seen: row?.seen ?? 0, given: row?.given ?? 0 };
}

/** Filings that are held since `filedBy` or longer, and of which nobody was warned. */
export async function heldTooLong(
  sql: Sql,
  filedBy: string,
  limit: number,
): Promise<{ id: string; filedOn: string }[]> {
  return sql<{ id: string; filedOn: string }[]>`
    select c.id, (c.filed_at at time zone 'Asia/Shanghai')::date::text as "filedOn"
    from cases c
    where c.screening = 'held' and c.state = 'filed'
      and c.filed_at < (${filedBy}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and not exists (select from case_warning w where w.subject_id = c.id)
    order by c.filed_at limit ${limit}`;
}

export async function warnOfHeld(sql: Sql, held: readonly { id: string; dueOn: string }[]): Promise<number> {
  const [row] = await sql<{ given: number }[]>`
    with late as (
      select * from json_to_recordset(${JSON.stringify(held)}::text::json) as x (id uuid, "dueOn" date)
    ), warned as (
      insert into case_warning (case_id, subject_id, rung, template, due_on)
      select id, id, 1, 'case.screening_late', "dueOn" from late
      on conflict (subject_id, rung, due_on) do nothing returning case_id
    ), told as (
      insert into outbox (task, payload)
      select 'notice.case', jsonb_build_object('caseId', case_id, 'template', 'case.screening_late') from warned returning 1
    )
    select count(*)::int as given from told`;
  return row?.given ?? 0;
}
