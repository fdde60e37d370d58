import type postgres from 'postgres';
import type { CaseKind, CaseState } from '../../api/domain/case.ts';
import type { ClockUnit } from '../../api/domain/deadline.ts';
import { type FolderRule, PRESSING } from '../../api/domain/inbox.ts';
import type { Matter } from '../../api/domain/matter.ts';
import type { Sql } from '../client.ts';

export interface InboxRow {
  id: string;
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  screening: string;
  respondentId: string;
  handlerId: string | null;
  dueOn: string | null;
  unit: ClockUnit | null;
  filedOn: string;
  /** Name of the official who has it on the desk. */
  assignee: string | null;
  /** Values of the order, for the cursor. */
  key: [number, string] | [string];
}

/** What a list shows: the reach of an official, a folder and filters that all hold together. */
export interface Selection {
  /** Bodies whose cases the official sees: as handler, accepting or watching body. */
  bodies: readonly string[];
  official: string;
  rule: FolderRule;
  today: string;
  /** Last day that counts as due soon. */
  soon: string;
  filters: {
    kind?: string | undefined;
    matter?: string | undefined;
    channel?: string | undefined;
    respondents?: readonly string[] | undefined;
    handlers?: readonly string[] | undefined;
    from?: string | undefined;
    to?: string | undefined;
    /** A user id; null: on nobody's desk. */
    assignee?: string | null | undefined;
    risk?: boolean | undefined;
  };
}

const COLUMNS = ['handler_id', 'accepting_id', 'watching_id'] as const;

/** Today in Asia/Shanghai by the clock of the database. */
export async function legalToday(sql: Sql): Promise<string> {
  const [row] = await sql<{ today: string }[]>`select (now() at time zone 'Asia/Shanghai')::date::text as today`;
  return row?.today ?? '';
}

/** Whether one of the official's bodies has a part in case (or tally) `t`. */
export const inReach = (sql: Sql, bodies: readonly string[], t: 'c' | 't' = 'c') => {
  const ids = bodies as string[];
  const table = sql(t);
  return sql`(${table}.handler_id = any(${ids}::uuid[]) or ${table}.accepting_id = any(${ids}::uuid[]) or ${table}.watching_id = any(${ids}::uuid[]))`;
};

type Part = postgres.PendingQuery<postgres.Row[]>;
const due = (sql: Sql) => sql`coalesce(c.due_on, '9999-12-31'::date)`;
const text = (values: readonly string[]) => values as string[];

/** The folder and the filters as conditions on case c, all but its state. */
export function wanted(sql: Sql, { rule, filters: f, official, today, soon }: Selection) {
  const day = (d: string, plus = 0) => sql`((${d}::date + ${plus}::int)::timestamp at time zone 'Asia/Shanghai')`;
  return sql`c.screening = any(${text(rule.screening)})
    ${rule.due === 'overdue' ? sql`and ${due(sql)} < ${today}::date` : sql``}
    ${rule.due === 'soon' ? sql`and ${due(sql)} between ${today}::date and ${soon}::date` : sql``}
    ${rule.mine ? sql`and c.assignee = ${official}` : sql``}
    ${f.kind ? sql`and c.kind = ${f.kind}` : sql``}
    ${f.matter ? sql`and c.matter = ${f.matter}` : sql``}
    ${f.channel ? sql`and c.channel = ${f.channel}` : sql``}
    ${f.respondents ? sql`and c.respondent_now_id = any(${text(f.respondents)}::uuid[])` : sql``}
    ${f.handlers ? sql`and c.handler_id = any(${text(f.handlers)}::uuid[])` : sql``}
    ${f.from ? sql`and c.filed_at >= ${day(f.from)}` : sql``}
    ${f.to ? sql`and c.filed_at < ${day(f.to, 1)}` : sql``}
    ${f.assignee === null ? sql`and c.assignee is null` : f.assignee ? sql`and c.assignee = ${f.assignee}` : sql``}
    ${f.risk ? sql`and c.state = any(${text(PRESSING)}) and ${due(sql)} <= ${soon}::date` : sql``}`;
}

/** The columns of a list, for cases c. */
export const inboxColumns = (sql: Sql) => sql`c.id, c.number, c.kind, c.matter, c.state, c.screening,
  c.respondent_now_id as "respondentId", c.handler_id as "handlerId", c.due_on::text as "dueOn",
  (select unit from case_clock k where k.case_id = c.id and k.due_on = c.due_on and k.ended_on is null order by k.step limit 1) as unit,
  (c.filed_at at time zone 'Asia/Shanghai')::date::text as "filedOn",
  (select name from auth_user u where u.id = c.assignee) as assignee`;

const filedKey = (sql: Sql) => sql`to_char(c.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/**
 * One page. Each pair of body and state that the tally knows is read in the order of its index and no further than the page;
 * the merged beginnings hold the beginning of the whole. What hangs on a person is found by the index of assignees instead.
 */
export async function inboxRows(
  sql: Sql,
  s: Selection,
  after: readonly [...InboxRow['key'], string] | null,
  limit: number,
): Promise<InboxRow[]> {
  const newest = s.rule.newestFirst ?? false;
  const person = s.rule.mine || s.filters.assignee;
  const states = text(s.rule.states);
  const rank = (state: Part) => sql`(case when ${state} = any(${text(PRESSING)}) then 0 else 1 end)`;
  const [from] = after ?? [];
  const beyond = (r: Part) =>
    !after
      ? sql``
      : newest
        ? sql`and (c.filed_at, c.id) < (${String(after[0])}::timestamp at time zone 'UTC', ${String(after[1])}::uuid)`
        : sql`and ${r} >= ${Number(from)}::int and (${due(sql)}, c.id) > (
            case when ${r} > ${Number(from)}::int then '-infinity'::date else ${String(after[1])}::date end,
            case when ${r} > ${Number(from)}::int then '00000000-0000-0000-0000-000000000000'::uuid else ${String(after[2])}::uuid end)`;
  const order = newest ? sql`c.filed_at desc, c.id desc` : sql`${due(sql)}, c.id`;
  const beginning = (column: (typeof COLUMNS)[number]) => sql`
    select x.id from (
      select distinct t.${sql(column)} as body, t.state from inbox_tally t
      where t.${sql(column)} = any(${text(s.bodies)}::uuid[]) and t.state = any(${states})
    ) d cross join lateral (
      select c.id from cases c
      where c.${sql(column)} = d.body and c.state = d.state and ${wanted(sql, s)} ${beyond(rank(sql`d.state`))}
      order by ${order} limit ${limit}
    ) x`;
  const found = person
    ? sql`select c.id from cases c
        where c.state = any(${states}) and ${wanted(sql, s)} and ${inReach(sql, s.bodies)} ${beyond(rank(sql`c.state`))}`
    : sql`${beginning('handler_id')} union ${beginning('accepting_id')} union ${beginning('watching_id')}`;
  const last = newest ? sql`c.filed_at desc, c.id desc` : sql`${rank(sql`c.state`)}, ${due(sql)}, c.id`;
  return sql<InboxRow[]>`
    select ${inboxColumns(sql)},
      ${newest ? sql`json_build_array(${filedKey(sql)})` : sql`json_build_array(${rank(sql`c.state`)}, ${due(sql)})`} as key
    from cases c where c.id in (${found})
    order by ${last} limit ${limit}`;
}

/** How many cases a selection holds, up to `cap`. */
export async function countSelection(sql: Sql, s: Selection, cap: number): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from (
      select 1 from cases c where c.state = any(${text(s.rule.states)}) and ${wanted(sql, s)} and ${inReach(sql, s.bodies)}
      limit ${cap}) held`;
  return row?.n ?? 0;
}
