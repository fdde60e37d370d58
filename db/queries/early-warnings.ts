import { randomUUID } from 'node:crypto';
import { sql as raw } from 'drizzle-orm';
import type { Finding, WarningNote, WarningRule, WarningState } from '../../api/domain/early-warning.ts';
import type { Sql, Tx } from '../client.ts';
import { type SealedWords, words } from './case-search.ts';
import { ANSWER_STEPS } from './reports.ts';

export interface ChangeEvent {
  event: 'succession' | 'election';
  bodyId: string;
  /** Of an election: all bodies of the place and below count; of a merger: null, the body alone. */
  division: string | null;
  on: string; // legal date
  days: number;
}
/** Old-debt cases of as many days before and since each event; screened-out and merged ones count not. */
export const debtTrends = (sql: Sql, events: readonly ChangeEvent[]) =>
  sql<(Omit<ChangeEvent, 'division'> & { before: number; after: string[] })[]>`
    select e.event, e."bodyId", e."on"::text as "on", e.days,
      count(*) filter (where c.day < e."on")::int as before,
      coalesce(array_agg(c.id order by c.day) filter (where c.day >= e."on"), '{}') as after
    from jsonb_to_recordset(${sql.json(events as never)})
      as e (event text, "bodyId" uuid, division text, "on" date, days integer)
    join lateral (
      select c.id, (c.filed_at at time zone 'Asia/Shanghai')::date as day from cases c
      where c.kind = 'old_debt' and c.screening <> 'rejected' and c.state <> 'merged'
        and (c.respondent_now_id = e."bodyId" or (e.division is not null and c.division like e.division || '%'))
        and c.filed_at >= (e."on" - e.days)::timestamp at time zone 'Asia/Shanghai'
        and c.filed_at < (e."on" + e.days + 1)::timestamp at time zone 'Asia/Shanghai'
    ) c on true
    group by 1, 2, 3, 4`;

/** Arrears cases that are open, by the body that owes. */
export const openArrears = (sql: Sql) =>
  sql<{ bodyId: string; caseIds: string[]; amount: string }[]>`
    select respondent_now_id as "bodyId", array_agg(id order by filed_at) as "caseIds",
      coalesce(sum(amount), 0)::numeric(18, 2)::text as amount
    from cases where kind = 'arrears' and screening <> 'rejected' and closed_at is null
      and state in ('filed', 'accepted', 'waiting')
    group by 1`;

/** Sealed demands of cases that stand beside others about the same body and matter, the newest first. */
export const demandsOfCrowds = (sql: Sql, days: number, least: number, limit: number) =>
  sql<(SealedWords & { matter: string; filedOn: string })[]>`
    with lately as materialized (
      select id, respondent_now_id, matter, filed_at, count(*) over (partition by respondent_now_id, matter) as beside
      from cases
      where filed_at > now() - make_interval(days => ${days}::int) and kind <> 'service' and screening <> 'rejected'
        and state not in ('refused', 'withdrawn', 'merged')
    )
    select c.id, c.respondent_now_id as "respondentId", c.matter,
      (c.filed_at at time zone 'Asia/Shanghai')::date::text as "filedOn", ${words(sql)}
    from lately c join case_key k on k.case_id = c.id
    where c.beside >= ${least} order by c.filed_at desc limit ${limit}`;

/** Answers in time of two spans of `days`, the one that ends today and the one before, by the handling body. */
export const timelinessTrends = (sql: Sql, days: number) =>
  sql<{ bodyId: string; before: number; beforeOf: number; now: number; nowOf: number; late: string[] }[]>`
    with today as (select (now() at time zone 'Asia/Shanghai')::date as day), due as (
      select c.handler_id, c.id, k.due_on > today.day - ${days}::int as lately, k.ended_on <= k.due_on as kept
      from cases c cross join today
      join lateral (
        select k.due_on, k.ended_on from case_clock k
        where k.case_id = c.id and k.step = any(${ANSWER_STEPS}) and k.due_on is not null order by k.due_on limit 1
      ) k on k.due_on < today.day and k.due_on > today.day - 2 * ${days}::int
      where c.handler_id is not null and c.screening <> 'rejected' and c.state <> 'merged'
        and (k.ended_on is not null or c.state in ('filed', 'accepted'))
    )
    select handler_id as "bodyId",
      count(*) filter (where not lately and kept)::int as before, count(*) filter (where not lately)::int as "beforeOf",
      count(*) filter (where lately and kept)::int as now, count(*) filter (where lately)::int as "nowOf",
      coalesce(array_agg(id) filter (where lately and kept is not true), '{}') as late
    from due group by 1`;

/**
 * Raises what is new and brings what is known up to date; a closed card stays as it was closed. With the first
 * new card of a day about a body the notice to the supervisors above it is written. @returns how many are new
 */
export async function keepFindings(sql: Sql, findings: readonly Finding[], today: string): Promise<number> {
  let raised = 0;
  for (const { rule, key, bodyId, numbers, caseIds } of findings) {
    const [row] = await sql<{ fresh: boolean }[]>`
      with card as (insert into early_warning (id, key, rule, body_id, numbers, case_ids, seen_on)
      values (${randomUUID()}, ${key}, ${rule}, ${bodyId}, ${sql.json(numbers)}, ${caseIds as string[]}::uuid[], ${today})
      on conflict (key) do update set seen_on = excluded.seen_on,
        numbers = case when early_warning.state = 'closed' then early_warning.numbers else excluded.numbers end,
        case_ids = case when early_warning.state = 'closed' then early_warning.case_ids else excluded.case_ids end
      returning body_id, xmax = 0 as fresh
      ), told as (
        insert into early_warning_notice (body_id, told_on) select body_id, ${today}::date from card where fresh
        on conflict do nothing returning body_id
      ), notice as (
        insert into outbox (task, payload)
        select 'notice.body', jsonb_build_object('bodyId', body_id, 'template', 'early_warning.raised',
          'to', jsonb_build_object('roles', jsonb_build_array('supervisor'), 'superior', true)) from told
      )
      select fresh from card`;
    if (row?.fresh) raised += 1;
  }
  return raised;
}

export interface WarningRow {
  id: string;
  rule: WarningRule;
  bodyId: string;
  numbers: Record<string, string | number>;
  caseIds: string[];
  state: WarningState;
  version: number;
  raisedAt: Date;
  seenOn: string;
}
const COLUMNS = (sql: Sql) => sql`id, rule, body_id as "bodyId", numbers, case_ids as "caseIds", state, version,
  raised_at as "raisedAt", seen_on::text as "seenOn"`;

/** Cards about some bodies; open ones first, the newest first. */
export const warningsOf = (sql: Sql, bodies: readonly string[], closed: boolean, limit: number) =>
  sql<WarningRow[]>`
    select ${COLUMNS(sql)} from early_warning
    where body_id = any(${bodies as string[]}::uuid[]) and (state = 'closed') = ${closed}
    order by state = 'acknowledged', raised_at desc, id limit ${limit}`;

export async function warningById(sql: Sql, id: string): Promise<WarningRow | null> {
  const [row] = await sql<WarningRow[]>`select ${COLUMNS(sql)} from early_warning where id = ${id}`;
  return row ?? null;
}

export interface NoteRow {
  kind: WarningNote;
  words: string;
  bodyId: string;
  at: Date;
}
export const warningNotes = (sql: Sql, ids: readonly string[]) =>
  sql<(NoteRow & { warningId: string })[]>`
    select warning_id as "warningId", kind, words, body_id as "bodyId", at from early_warning_note
    where warning_id = any(${ids as string[]}::uuid[]) order by at, id`;

/** @returns false where somebody else changed the card meanwhile */
export async function changeWarning(tx: Tx, id: string, version: number, state: WarningState): Promise<boolean> {
  const rows = await tx.execute(raw`
    update early_warning set state = ${state}, version = version + 1 where id = ${id} and version = ${version} returning id`);
  return rows.length > 0;
}
export async function insertNote(
  tx: Tx,
  row: { warningId: string; kind: WarningNote; words: string; bodyId: string; userId: string; at: Date },
): Promise<void> {
  await tx.execute(raw`
    insert into early_warning_note (id, warning_id, kind, words, body_id, user_id, at) values
      (${randomUUID()}, ${row.warningId}, ${row.kind}, ${row.words}, ${row.bodyId}, ${row.userId}, ${row.at.toISOString()})`);
}

/** Heads of cases by which sight is decided. */
export const warnedCases = (sql: Sql, ids: readonly string[]) =>
  sql<
    {
      id: string;
      number: string;
      kind: string;
      state: string;
      filedOn: string;
      handlerId: string | null;
      acceptingId: string | null;
      watchingId: string | null;
    }[]
  >`
    select id, number, kind, state, (filed_at at time zone 'Asia/Shanghai')::date::text as "filedOn",
      handler_id as "handlerId", accepting_id as "acceptingId", watching_id as "watchingId"
    from cases where id = any(${ids as string[]}::uuid[]) order by filed_at, id`;

export interface PlaceChange {
  id: string;
  division: string;
  heldOn: string;
  words: string;
}
export const placeChanges = (sql: Sql) =>
  sql<PlaceChange[]>`
    select id, division, held_on::text as "heldOn", words from place_change where removed_at is null order by held_on desc, division`;

/** @returns false where the day is known of that place */
export async function insertPlaceChange(tx: Tx, row: PlaceChange & { enteredBy: string; at: Date }): Promise<boolean> {
  const rows = await tx.execute(raw`
    insert into place_change (id, division, held_on, words, entered_by, entered_at)
    values (${row.id}, ${row.division}, ${row.heldOn}, ${row.words}, ${row.enteredBy}, ${row.at.toISOString()})
    on conflict (division, held_on) do update set words = excluded.words, removed_at = null, entered_by = excluded.entered_by
      where place_change.removed_at is not null returning id`);
  return rows.length > 0;
}
export async function removePlaceChange(tx: Tx, id: string, at: Date): Promise<PlaceChange | null> {
  const rows = await tx.execute<{ id: string; division: string; heldOn: string; words: string }>(raw`
    update place_change set removed_at = ${at.toISOString()} where id = ${id} and removed_at is null
    returning id, division, held_on::text as "heldOn", words`);
  return rows[0] ?? null;
}
