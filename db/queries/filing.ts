import type postgres from 'postgres';
import type { PlannedClock } from '../../api/domain/deadline.ts';
import type { Sql } from '../client.ts';
import type { eventRow } from './events.ts';
import { limitKey } from './limits.ts';

/** The hot path of filing: raw SQL, prepared, and pipelined inside one transaction. */

export interface Opened {
  now: Date;
  today: string; // legal date
  used: number; // filings counted for the source in this window
  rest: number; // seconds until the window ends
  serial: string | null; // null where the submission is known
  known: { caseId: string; keyVersion: number; fingerprint: Buffer } | null;
  key: { id: string; wrapped: Buffer; version: number } | null;
  uploads: string[]; // ids, in order of position
}

/** Everything a filing needs to know, in one statement: the time, the limit, the submission, its key and its uploads. */
export async function openSubmission(
  sql: Sql,
  submissionHash: Buffer,
  limit: { key: string; windowSeconds: number },
): Promise<Opened> {
  const [row] = await sql<
    {
      now: Date;
      today: string;
      used: number;
      rest: number;
      serial: string | null;
      caseId: string | null;
      submissionVersion: number;
      fingerprint: Buffer;
      keyId: string | null;
      wrapped: Buffer | null;
      keyVersion: number;
      uploads: string[];
    }[]
  >`
    with clock as materialized (
      select now() as now, floor(extract(epoch from now()) / ${limit.windowSeconds}::int) * ${limit.windowSeconds}::int as start
    )
    select clock.now, (clock.now at time zone 'Asia/Shanghai')::date as today,
      coalesce((select count from rate_limit where key = ${limitKey(limit.key)} and window_start = to_timestamp(clock.start)), 0) as used,
      ceil(clock.start + ${limit.windowSeconds}::int - extract(epoch from clock.now))::int as rest,
      case when s.case_id is null then nextval('case_serial') end as serial,
      s.case_id as "caseId", s.key_version as "submissionVersion", s.fingerprint,
      k.id as "keyId", k.wrapped, k.key_version as "keyVersion",
      array(
        select e.id from evidence e
        where e.key_id = k.id and e.case_id is null and e.removed_at is null order by e.position
      )::text[] as uploads
    from clock
    left join case_submission s on s.submission_hash = ${submissionHash}
    left join case_key k on k.submission_hash = ${submissionHash}`;
  if (!row) throw new Error('no row where one always is');
  return {
    now: row.now,
    today: row.today,
    used: row.used,
    rest: row.rest,
    serial: row.serial,
    known: row.caseId ? { caseId: row.caseId, keyVersion: row.submissionVersion, fingerprint: row.fingerprint } : null,
    key: row.keyId && row.wrapped ? { id: row.keyId, wrapped: row.wrapped, version: row.keyVersion } : null,
    uploads: row.uploads,
  };
}

export interface Filing {
  case: {
    id: string;
    number: string;
    kind: string;
    matter: string;
    screening: string;
    channel: string;
    locale: string;
    respondent_id: string;
    respondent_now_id: string;
    handler_id: string;
    accepting_id: string | null;
    watching_id: string | null;
    division: string;
    routing: unknown;
    complainant_kind: string;
    amount: string | null;
    identity_to_handler: boolean;
    identity_to_respondent: boolean;
    publish_summary: boolean;
    commitment_id?: string;
    due_on: string | null;
    filed_at: Date;
    rating_id?: string;
  };
  submission: { hash: Buffer; keyVersion: number; fingerprint: Buffer; codeHash: Buffer };
  key: { id: string; wrapped: Buffer; version: number };
  uploads: string[];
  contents: { part: string; sealed: Buffer }[];
  demands: { id: string; position: number; sealed: Buffer }[];
  clocks: (PlannedClock & { id: string })[];
  assignments: { id: string; bodyId: string; role: string }[];
  releases: { id: string; bodyId: string; field: string }[];
  event: ReturnType<typeof eventRow>;
  task: { name: string; payload: Record<string, string> };
  /** It came from a hotline or a petition office. */
  intake?: { channel: 'hotline' | 'petition'; externalNumber: string; bodyId: string; enteredBy: string | null };
}

/**
 * Writes a filing whole or not at all, in six statements that leave in one packet. A twin that was faster makes the unique
 * submission hash fail: the caller reads again.
 */
export async function insertFiling(sql: Sql, f: Filing): Promise<void> {
  await sql.begin(async (tx) => {
    await Promise.all(filingStatements(tx, f));
  });
}

/** For a caller with a transaction of its own: a bad rating opens its case in the transaction of the rating. */
export function filingStatements(tx: postgres.TransactionSql, f: Filing): Promise<unknown>[] {
  const c = f.case;
  const caseId = c.id;
  const e = f.event;
  return [
    tx`
      with c as (insert into cases ${tx({ ...c, state: 'filed', routing: tx.json(c.routing as postgres.JSONValue) })})
      insert into case_submission (submission_hash, case_id, key_version, fingerprint, code_hash, created_at)
      values (${f.submission.hash}, ${caseId}, ${f.submission.keyVersion}, ${f.submission.fingerprint}, ${f.submission.codeHash}, ${c.filed_at})`,
    tx`
      with k as (
        insert into case_key (id, case_id, submission_hash, key_version, wrapped, created_at)
        values (${f.key.id}, ${caseId}, ${f.submission.hash}, ${f.key.version}, ${f.key.wrapped}, ${c.filed_at})
        on conflict (id) do update set case_id = excluded.case_id
      )
      update evidence set case_id = ${caseId}
      where key_id = ${f.key.id} and case_id is null and removed_at is null and id = any(${f.uploads}::uuid[])`,
    tx`
      with d as (
        insert into case_demand ${tx(f.demands.map((d) => ({ id: d.id, case_id: caseId, position: d.position, sealed: d.sealed })))}
      )
      insert into case_content ${tx(f.contents.map((p) => ({ case_id: caseId, part: p.part, sealed: p.sealed, updated_at: c.filed_at })))}`,
    tx`
      insert into case_assignment ${tx(
        f.assignments.map((a) => ({
          id: a.id,
          case_id: caseId,
          body_id: a.bodyId,
          role: a.role,
          from_at: c.filed_at,
          reason_code: 'routed',
        })),
      )}`,
    ...(f.clocks.length + f.releases.length === 0 ? [] : [clocksAndReleases(tx, f)]),
    ...(f.intake
      ? [
          tx`
      with a as (
        insert into case_number_alias (number, case_id, reason) values (${f.intake.externalNumber}, ${caseId}, ${f.intake.channel})
      )
      insert into case_intake (case_id, channel, external_number, body_id, entered_by)
      values (${caseId}, ${f.intake.channel}, ${f.intake.externalNumber}, ${f.intake.bodyId}, ${f.intake.enteredBy})`,
        ]
      : []),
    tx`
      with o as (insert into outbox (task, payload) values (${f.task.name}, ${tx.json(f.task.payload)}))
      insert into event (id, subject_kind, subject_id, seq, kind, actor_kind, actor_id, body_id, at, payload, salt, prev_hash, hash)
      values (${e.id}, ${e.subjectKind}, ${e.subjectId}, ${e.seq}, ${e.kind}, ${e.actorKind}, ${e.actorId}, ${e.bodyId},
        ${e.at}, ${e.payload}, ${e.salt}, ${e.prevHash}, ${e.hash})`,
  ];
}

function clocksAndReleases(tx: postgres.TransactionSql, f: Filing): Promise<unknown> {
  const caseId = f.case.id;
  const releases = f.releases.map((r) => ({
    id: r.id,
    case_id: caseId,
    body_id: r.bodyId,
    field: r.field,
    granted_at: f.case.filed_at,
  }));
  if (f.clocks.length === 0) return tx`insert into case_release ${tx(releases)}`;
  const clocks = tx(
    f.clocks.map((k) => ({
      id: k.id,
      case_id: caseId,
      rule_id: k.ruleId,
      step: k.step,
      length: k.length,
      unit: k.unit,
      starts_on_event: k.startsOnEvent,
      started_on: k.startedOn,
      due_on: k.dueOn,
      basis: k.basis,
      certainty: k.certainty,
      division: k.division,
      provisional: k.provisional,
    })),
  );
  if (releases.length === 0) return tx`insert into case_clock ${clocks}`;
  return tx`with r as (insert into case_release ${tx(releases)}) insert into case_clock ${clocks}`;
}

/** What a retry of a known submission is answered with. */
export async function filedCase(sql: Sql, caseId: string) {
  const [row] = await sql<
    {
      number: string;
      screening: 'passed' | 'held' | 'rejected';
      handlerId: string | null;
      filedOn: string;
      clocks: { step: string; length: number; unit: string; starts: string; due: string | null; basis: string }[];
    }[]
  >`
    select c.number, c.screening, coalesce(c.routing->>'handler', c.handler_id::text) as "handlerId",
      (c.filed_at at time zone 'Asia/Shanghai')::date as "filedOn",
      coalesce((
        select jsonb_agg(jsonb_build_object('step', k.step, 'length', k.length, 'unit', k.unit,
          'starts', k.starts_on_event, 'due', k.due_on, 'basis', k.basis))
        from case_clock k where k.case_id = c.id
      ), '[]') as clocks
    from cases c where c.id = ${caseId}`;
  return row ?? null;
}

/** Today's legal date (Asia/Shanghai) by the database's clock. */
export async function legalToday(sql: Sql): Promise<string> {
  const [row] = await sql<{ today: string }[]>`select (now() at time zone 'Asia/Shanghai')::date as today`;
  return row?.today ?? '';
}
