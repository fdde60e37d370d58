import type { CaseKind, CaseState } from '../../api/domain/case.ts';
import type { ClockUnit } from '../../api/domain/deadline.ts';
import { CLOSED_CAP, type InboxFolder } from '../../api/domain/inbox.ts';
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
  sortKey: string;
}

export interface InboxQuery {
  /** Bodies whose cases the official sees: as handler, accepting or watching body. */
  bodies: readonly string[];
  folder: InboxFolder;
  today: string;
  /** Last day that counts as due soon. */
  soon: string;
  after: readonly [string, string] | null;
  limit: number;
}

/** Today in Asia/Shanghai by the clock of the database. */
export async function legalToday(sql: Sql): Promise<string> {
  const [row] = await sql<{ today: string }[]>`select (now() at time zone 'Asia/Shanghai')::date::text as today`;
  return row?.today ?? '';
}

const mine = (sql: Sql, bodies: readonly string[]) => {
  const ids = bodies as string[];
  return sql`(c.handler_id = any(${ids}::uuid[]) or c.accepting_id = any(${ids}::uuid[]) or c.watching_id = any(${ids}::uuid[]))`;
};

/** What each folder holds. A running clock is that of an open case; what waits for the complainant is not overdue. */
function folder(sql: Sql, name: InboxFolder, today: string, soon: string) {
  switch (name) {
    case 'all':
      return sql`c.state in ('filed', 'accepted', 'waiting', 'answered') and c.screening <> 'rejected'`;
    case 'held':
      return sql`c.screening = 'held' and c.state = 'filed'`;
    case 'to_accept':
      return sql`c.state = 'filed' and c.screening = 'passed'`;
    case 'in_progress':
      return sql`c.state = 'accepted'`;
    case 'due_soon':
      return sql`c.state in ('filed', 'accepted') and c.screening <> 'rejected' and c.due_on between ${today}::date and ${soon}::date`;
    case 'overdue':
      return sql`c.state in ('filed', 'accepted') and c.screening <> 'rejected' and c.due_on < ${today}::date`;
    case 'waiting':
      return sql`c.state = 'waiting'`;
    case 'answered':
      return sql`c.state = 'answered'`;
    case 'closed':
      return sql`c.state in ('closed', 'refused', 'withdrawn', 'merged')`;
  }
}

/** One page. Open folders: what is due first stands first; closed ones: newest first. */
export async function inboxRows(sql: Sql, query: InboxQuery): Promise<InboxRow[]> {
  const { folder: name, today, soon, after, limit } = query;
  const closed = name === 'closed' || name === 'answered';
  // A clock that waits for the complainant, or has been answered, presses nobody.
  const due = sql`case when c.state in ('filed', 'accepted') then coalesce(c.due_on, '9999-12-31') else '9999-12-31' end`;
  const key = closed ? sql`to_char(c.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')` : sql`${due}::text`;
  const from = after
    ? closed
      ? sql`and (c.filed_at, c.id) < (${after[0]}::timestamp at time zone 'UTC', ${after[1]}::uuid)`
      : sql`and (${due}, c.id) > (${after[0]}::date, ${after[1]}::uuid)`
    : sql``;
  const order = closed ? sql`c.filed_at desc, c.id desc` : sql`${due}, c.id`;
  return sql<InboxRow[]>`
    select c.id, c.number, c.kind, c.matter, c.state, c.screening,
      c.respondent_now_id as "respondentId", c.handler_id as "handlerId", c.due_on::text as "dueOn", k.unit,
      (c.filed_at at time zone 'Asia/Shanghai')::date::text as "filedOn", ${key} as "sortKey"
    from cases c
    left join lateral (
      select unit from case_clock k
      where k.case_id = c.id and k.due_on = c.due_on and k.ended_on is null order by k.step limit 1
    ) k on true
    where ${mine(sql, query.bodies)} and ${folder(sql, name, today, soon)} ${from}
    order by ${order}
    limit ${limit}`;
}

export type InboxCounts = Record<InboxFolder, number>;

/** All folders counted in one statement; closed cases only up to CLOSED_CAP, for there is no end to them. */
export async function inboxCounts(
  sql: Sql,
  bodies: readonly string[],
  today: string,
  soon: string,
): Promise<InboxCounts> {
  const inside = (name: InboxFolder) => sql`count(*) filter (where ${folder(sql, name, today, soon)})::int`;
  const [row] = await sql<InboxCounts[]>`
    select ${inside('all')} as all, ${inside('held')} as held, ${inside('to_accept')} as to_accept,
      ${inside('in_progress')} as in_progress, ${inside('due_soon')} as due_soon, ${inside('overdue')} as overdue,
      ${inside('waiting')} as waiting, ${inside('answered')} as answered,
      (select count(*)::int from (
        select 1 from cases c where ${mine(sql, bodies)} and ${folder(sql, 'closed', today, soon)} limit ${CLOSED_CAP}
      ) ended) as closed
    from cases c
    where ${mine(sql, bodies)} and c.state in ('filed', 'accepted', 'waiting', 'answered')`;
  return row as InboxCounts;
}
