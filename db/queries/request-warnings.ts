import type { RequestKind, RequestScreening, RequestStep } from '../../api/domain/disclosure-request.ts';
import type { OfficialRole } from '../../api/domain/official.ts';
import type { Sql } from '../client.ts';

export interface RequestHead {
  id: string;
  kind: RequestKind;
  screening: RequestScreening;
  outcome: null;
  filedOn: string; // legal date
  at: string; // instant with microseconds, for the walk
  publisherId: string | null;
}

/** Requests that nobody has decided, oldest first, with the body that published the record. */
export const openRequestHeads = (
  sql: Sql,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<RequestHead[]> =>
  sql<RequestHead[]>`
    select r.id, r.kind, r.screening, r.outcome, (r.filed_at at time zone 'Asia/Shanghai')::date::text as "filedOn",
      to_char(r.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, d.publisher_id as "publisherId"
    from disclosure_request r join disclosure d on d.id = r.disclosure_id
    where r.outcome is null
      ${after ? sql`and (r.filed_at, r.id) > (${after.at}::timestamp at time zone 'UTC', ${after.id}::uuid)` : sql``}
    order by r.filed_at, r.id limit ${limit}`;

export interface RequestWarning {
  requestId: string;
  step: RequestStep;
  rung: number;
  dueOn: string;
  /** Of the rung. */
  template: string;
  /** Null: the portal itself published it, and there is nobody to tell. */
  bodyId: string | null;
  notices: { template: string; roles: OfficialRole[]; superior: boolean }[];
}

/**
 * Writes each reminder once (another sweep at the same moment gives none twice) and asks for its notices in the same statement.
 * @returns how many were new
 */
export async function giveRequestWarnings(sql: Sql, warnings: readonly RequestWarning[]): Promise<number> {
  if (warnings.length === 0) return 0;
  const [row] = await sql<{ given: number }[]>`
    with due as (
      select * from json_to_recordset(${JSON.stringify(warnings)}::text::json)
        as x ("requestId" uuid, step text, rung smallint, "dueOn" date, template text, "bodyId" uuid, notices json)
    ), given as (
      insert into disclosure_request_warning (request_id, step, rung, due_on, template)
      select "requestId", step, rung, "dueOn", template from due
      on conflict do nothing
      returning request_id, step, rung, due_on
    ), told as (
      insert into outbox (task, payload)
      select 'notice.body', jsonb_build_object('bodyId', d."bodyId", 'template', n->>'template',
        'to', jsonb_build_object('roles', n->'roles', 'superior', n->'superior'))
      from due d
      join given g on g.request_id = d."requestId" and g.step = d.step and g.rung = d.rung and g.due_on = d."dueOn"
      cross join json_array_elements(d.notices) n
      where d."bodyId" is not null
      returning 1
    )
    select (select count(*)::int from given) as given, (select count(*) from told) as told`;
  return row?.given ?? 0;
}
