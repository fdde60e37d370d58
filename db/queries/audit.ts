import type { ReadingReason } from '../../api/domain/release.ts';
import type { Sql } from '../client.ts';

/** What an auditor asks for. Dates are legal dates, both included. */
export interface AuditFilters {
  /** Bodies in the auditor's reach: the scope of everything. */
  scope: readonly string[];
  officials: readonly string[] | null;
  body: string | null;
  caseId: string | null;
  /** Kind of an event, or `read` for every reading. */
  kind: string | null;
  from: string | null;
  to: string | null;
  after: readonly [at: string, key: string] | null;
  limit: number;
}

export interface AuditRow {
  /** Sorts together with `at`; `e…` an event, `r…` a reading. */
  key: string;
  at: string; // ISO 8601 with microseconds, UTC
  kind: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  bodyId: string | null;
  subjectKind: string;
  subjectId: string | null;
  /** Number of the case, where the bodies in scope have to do with it. */
  number: string | null;
  /** Canonical JSON of an event; null: a reading. */
  payload: string | null;
  field: string | null;
  reason: string | null;
  category: ReadingReason | null;
}

/**
 * Events and readings of the bodies in scope, of their officials and of their cases, newest first. Words of a case are in
 * neither table. Each half is walked along its index by time and cut off before both are joined.
 */
export function auditRows(sql: Sql, f: AuditFilters): Promise<AuditRow[]> {
  const scope = [...f.scope];
  const iso = (at: ReturnType<typeof sql>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  const ours = (alias: ReturnType<typeof sql>) => sql`
    (${alias}.handler_id = any(${scope}) or ${alias}.accepting_id = any(${scope}) or ${alias}.watching_id = any(${scope}))`;
  // As text: the driver would cut a timestamp to milliseconds.
  const within = (at: ReturnType<typeof sql>, key: ReturnType<typeof sql>) => sql`
    ${f.from ? sql`and ${at} >= (${f.from}::date)::timestamp at time zone 'Asia/Shanghai'` : sql``}
    ${f.to ? sql`and ${at} < (${f.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'` : sql``}
    ${f.after ? sql`and ${at} <= ${f.after[0]}::text::timestamptz and (${at}, ${key}) < (${f.after[0]}::text::timestamptz, ${f.after[1]})` : sql``}`;
  const events = sql`
    select 'e' || e.id::text as key, e.at, e.kind, e.actor_kind, e.actor_id, e.body_id, e.subject_kind, e.subject_id,
      case when e.subject_kind = 'case' then e.subject_id end as case_id, e.payload, null as field, null as reason, null as category
    from event e
    -- What was told of retaliation is for the supervisors of the superior alone: it is in no list of the audit.
    where e.subject_kind <> 'report' and (
        e.body_id = any(${scope})
        or (e.subject_kind = 'official' and exists (
          select from official_grant g where g.user_id = e.subject_id::text and g.body_id = any(${scope})))
        or (e.subject_kind = 'case' and exists (select from cases c where c.id = e.subject_id and ${ours(sql`c`)}))
      )
      ${f.officials ? sql`and e.actor_kind = 'official' and e.actor_id = any(${[...f.officials]})` : sql``}
      ${f.body ? sql`and e.body_id = ${f.body}` : sql``}
      ${f.caseId ? sql`and e.subject_kind = 'case' and e.subject_id = ${f.caseId}` : sql``}
      ${f.kind ? sql`and e.kind = ${f.kind}` : sql``}
      ${within(sql`e.at`, sql`('e' || e.id::text) collate "C"`)}
    order by e.at desc, e.id desc limit ${f.limit}`;
  const readings = sql`
    select 'r' || lpad(l.id::text, 20, '0') as key, l.at, 'read' as kind, 'official' as actor_kind, l.user_id as actor_id,
      l.body_id, l.subject_kind, l.subject_id, l.case_id, null as payload, l.field, l.reason, l.category
    from access_log l
    where l.subject_kind <> 'report' and (l.body_id = any(${scope}) or exists (select from cases c where c.id = l.case_id and ${ours(sql`c`)}))
      ${f.officials ? sql`and l.user_id = any(${[...f.officials]})` : sql``}
      ${f.body ? sql`and l.body_id = ${f.body}` : sql``}
      ${f.caseId ? sql`and l.case_id = ${f.caseId}` : sql``}
      ${within(sql`l.at`, sql`('r' || lpad(l.id::text, 20, '0')) collate "C"`)}
    order by l.at desc, l.id desc limit ${f.limit}`;
  const halves = f.kind === 'read' ? readings : f.kind ? events : sql`(${events}) union all (${readings})`;
  return sql<AuditRow[]>`
    select a.key, ${iso(sql`a.at`)} as at, a.kind, a.actor_kind as "actorKind", a.actor_id as "actorId",
      case when a.actor_kind = 'official' then u.name end as "actorName", a.body_id as "bodyId",
      a.subject_kind as "subjectKind", a.subject_id as "subjectId", c.number, a.payload, a.field, a.reason, a.category
    from (${halves}) a
    left join auth_user u on u.id = a.actor_id
    left join cases c on c.id = a.case_id and ${ours(sql`c`)}
    order by a.at desc, a.key collate "C" desc
    limit ${f.limit}`;
}

/** Officials whom typed words can mean: an address or a name, among those who serve or served a body in scope. */
export async function officialsCalled(sql: Sql, words: string, scope: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select u.id from auth_user u
    where (u.email = lower(${words}) or u.name = ${words})
      and exists (select from official_grant g where g.user_id = u.id and g.body_id = any(${[...scope]}))
    limit 50`;
  return rows.map((row) => row.id);
}

/**
 * The case of that number, where a body in scope has it or had it. To all others no number leads to an entry: the body complained
 * of would learn from its own explanation which case it belongs to.
 */
export async function caseCalled(sql: Sql, number: string, scope: readonly string[]): Promise<string | null> {
  const ids = [...scope];
  const [row] = await sql<{ id: string }[]>`
    select c.id from (
      select id from cases where number = ${number}
      union all select case_id from case_number_alias where number = ${number} limit 1
    ) called join cases c on c.id = called.id
    where c.handler_id = any(${ids}) or c.accepting_id = any(${ids}) or c.watching_id = any(${ids})
      or exists (select from case_assignment a where a.case_id = c.id and a.role = 'lead' and a.body_id = any(${ids}))`;
  return row?.id ?? null;
}

/** Names of officials by id: payloads hold ids only. */
export async function namesOfOfficials(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from auth_user where id = any(${[...ids]})
    union
    select id::text, name from official_invitation where id::text = any(${[...ids]})`;
  return new Map(rows.map((row) => [row.id, row.name]));
}
