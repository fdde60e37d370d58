import type { CaseState } from '../../api/domain/case.ts';
import type { Sql } from '../client.ts';

/** Cases that came from a hotline or a petition office. */
export async function intakeOf(sql: Sql, channel: string, externalNumber: string): Promise<{ number: string } | null> {
  const [row] = await sql<{ number: string }[]>`
    select c.number from case_intake i join cases c on c.id = i.case_id
    where i.channel = ${channel} and i.external_number = ${externalNumber}`;
  return row ?? null;
}

export const numberTaken = async (sql: Sql, number: string): Promise<boolean> =>
  (
    await sql`select 1 from case_number_alias where number = ${number} union all select 1 from cases where number = ${number}`
  ).length > 0;

export interface IntakeRow {
  id: string;
  number: string;
  channel: 'hotline' | 'petition';
  externalNumber: string;
  state: CaseState;
  respondentId: string;
  handlerId: string | null;
  refusalReason: string | null;
  filedOn: string;
  acceptedOn: string | null;
  answeredOn: string | null;
  closedOn: string | null;
  dueOn: string | null;
  keyId: string;
  keyVersion: number;
  wrapped: Buffer | null;
  demands: { position: number; id: string; sealed: string }[];
  answers: {
    id: string;
    demandId: string;
    round: number;
    outcome: 'accepted' | 'partly' | 'not';
    sealed: string;
    promisedOn: string | null;
    bodyId: string;
    on: string;
  }[];
  changedAt: string;
}

/**
 * Cases of a channel that changed after `after` and up to `until`, in the order of their change. `until` is the beginning of the
 * oldest transaction that still runs: what commits later than it began is not passed over by the next export.
 */
export async function intakeChanges(
  sql: Sql,
  query: { channel: string; bodies: readonly string[]; after: readonly [string, string] | null; limit: number },
): Promise<IntakeRow[]> {
  const { channel, bodies, after, limit } = query;
  const day = (column: ReturnType<Sql>) => sql`(${column} at time zone 'Asia/Shanghai')::date::text`;
  return sql<IntakeRow[]>`
    with horizon as materialized (
      select coalesce(min(xact_start), now()) as until from pg_stat_activity
      where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
    )
    select c.id, c.number, i.channel, i.external_number as "externalNumber", c.state, c.respondent_now_id as "respondentId",
      c.handler_id as "handlerId", c.refusal_reason as "refusalReason", ${day(sql`c.filed_at`)} as "filedOn",
      ${day(sql`c.accepted_at`)} as "acceptedOn", ${day(sql`c.answered_at`)} as "answeredOn",
      ${day(sql`c.closed_at`)} as "closedOn", c.due_on::text as "dueOn",
      k.id as "keyId", k.key_version as "keyVersion", k.wrapped,
      coalesce((select json_agg(json_build_object('position', d.position, 'id', d.id, 'sealed', encode(d.sealed, 'base64'))
        order by d.position) from case_demand d where d.case_id = c.id), '[]') as demands,
      coalesce((select json_agg(json_build_object('id', a.id, 'demandId', a.demand_id, 'round', a.round, 'outcome', a.outcome,
          'sealed', encode(a.sealed, 'base64'), 'promisedOn', a.promised_on, 'bodyId', a.body_id,
          'on', (a.answered_at at time zone 'Asia/Shanghai')::date) order by a.round)
        from case_answer a where a.case_id = c.id), '[]') as answers,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as "changedAt"
    from case_intake i
    join cases c on c.id = i.case_id
    join case_key k on k.case_id = c.id
    cross join horizon h
    cross join lateral (
      select at from event where subject_kind = 'case' and subject_id = c.id order by seq desc limit 1
    ) e
    where i.channel = ${channel} and i.body_id = any(${bodies as string[]}::uuid[]) and e.at < h.until
      ${after ? sql`and (e.at, c.id) > (${after[0]}::timestamp at time zone 'UTC', ${after[1]}::uuid)` : sql``}
    order by e.at, c.id limit ${limit}`;
}

export async function filedCaseId(sql: Sql, number: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from cases where number = ${number}`;
  return row?.id ?? null;
}
