import type { CaseInstance, CaseKind, CaseState, RefusalReason, Verdict } from '../../api/domain/case.ts';
import type { ClockUnit, Expiry } from '../../api/domain/deadline.ts';
import type { ScanState } from '../../api/domain/evidence-scan.ts';
import type { Matter } from '../../api/domain/matter.ts';
import type { Standing } from '../../api/domain/standing.ts';
import type { Sql } from '../client.ts';
import { type CaseExtras, extraColumns } from './case-extras.ts';

/** A case as officials open it: its head, then everything in it; all sealed values as they are stored. */

export interface CaseHead {
  id: string;
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  instance: CaseInstance;
  version: number;
  screening: 'passed' | 'held' | 'rejected';
  channel: string;
  respondentId: string;
  respondentNowId: string;
  handlerId: string | null;
  acceptingId: string | null;
  watchingId: string | null;
  division: string;
  routing: { steps?: { code: string; params: Record<string, string> }[]; basis?: string[] };
  complainantKind: 'person' | 'enterprise' | 'anonymous';
  amount: string | null;
  identityToHandler: boolean;
  identityToRespondent: boolean;
  publishSummary: boolean;
  refusalReason: RefusalReason | null;
  returnUsed: boolean;
  designated: boolean;
  disputed: boolean;
  hasMerged: boolean;
  reopened: boolean;
  dueOn: string | null;
  filedAt: Date;
  acceptedAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  verdict: Verdict | null;
  verdictAt: Date | null;
  /** A request for erasure waits for its decision. */
  erasureAsked: boolean;
  /** When and why the person was erased. */
  erasure: { at: string; reason: 'retention' | 'request'; code: string } | null;
  bodySays: Verdict | null;
  standing: Standing;
  today: string;
  keyId: string;
  keyVersion: number;
  wrapped: Buffer | null; // null: erased
  /** Who asked for the extension that waits to be decided. */
  extensionAskedBy: string | null;
  /** A running clock has days of extension left. */
  extendable: boolean;
  draft: Buffer | null;
  draftAt: Date | null;
  assignments: { bodyId: string; role: string; from: string; to: string | null; reason: string }[];
  released: { bodyId: string; field: string }[];
  /** Who wrote the answer of the present handler that waits for its release. */
  proposedBy: string | null;
  promiseOpen: boolean;
  performanceReported: boolean;
  explanationGiven: boolean;
  /** Supporting bodies that were asked for an opinion. */
  opinions: { id: string; bodyId: string; open: boolean }[];
}

/** By number or by an alias of it, with the running reply draft of `userId`. */
export async function caseHead(sql: Sql, number: string, userId: string): Promise<CaseHead | null> {
  const [row] = await sql<CaseHead[]>`
    select c.id, c.number, c.kind, c.matter, c.state, c.instance, c.version, c.screening, c.channel,
      c.respondent_id as "respondentId", c.respondent_now_id as "respondentNowId", c.handler_id as "handlerId",
      c.accepting_id as "acceptingId", c.watching_id as "watchingId", c.division, c.routing,
      c.complainant_kind as "complainantKind", c.amount::text, c.identity_to_handler as "identityToHandler",
      c.identity_to_respondent as "identityToRespondent", c.publish_summary as "publishSummary",
      c.refusal_reason as "refusalReason", c.return_used as "returnUsed", c.designated,
      exists (select from case_dispute x where x.case_id = c.id and x.decided_at is null) as disputed,
      exists (select from case_merge x where x.into_id = c.id and x.split_at is null) as "hasMerged", c.reopened,
      c.due_on::text as "dueOn", c.filed_at as "filedAt", c.accepted_at as "acceptedAt", c.answered_at as "answeredAt",
      c.closed_at as "closedAt", c.verdict, c.verdict_at as "verdictAt",
      exists (select from erasure_request q where q.case_id = c.id and q.state = 'pending') as "erasureAsked",
      (select json_build_object('at', x.erased_at, 'reason', x.reason, 'code', x.code)
        from erasure x where x.case_id = c.id) as erasure,
      c.body_says as "bodySays", z.standing,
      (now() at time zone 'Asia/Shanghai')::date::text as today,
      k.id as "keyId", k.key_version as "keyVersion", k.wrapped, d.sealed as draft, d.created_at as "draftAt",
      (select x.asked_by from case_clock_extension x join case_clock k on k.id = x.clock_id
        where k.case_id = c.id and k.ended_on is null and x.decided_at is null limit 1) as "extensionAskedBy",
      exists(select from case_clock k join clock_rule r on r.id = k.rule_id
        where k.case_id = c.id and k.ended_on is null and k.due_on >= (now() at time zone 'Asia/Shanghai')::date
          and r.max_extension > coalesce((
            select sum(x.days) from case_clock_extension x where x.clock_id = k.id and x.approved), 0)) as extendable,
      coalesce((
        select json_agg(json_build_object('bodyId', a.body_id, 'role', a.role, 'from', a.from_at, 'to', a.to_at,
          'reason', a.reason_code) order by a.from_at, a.role)
        from case_assignment a where a.case_id = c.id), '[]') as assignments,
      coalesce((
        select json_agg(json_build_object('bodyId', r.body_id, 'field', r.field))
        from case_release r where r.case_id = c.id and r.revoked_at is null), '[]') as released,
      (select p.proposed_by from case_answer_proposal p
        where p.case_id = c.id and p.state = 'pending' and p.body_id = c.handler_id) as "proposedBy",
      exists (select from case_answer a where a.case_id = c.id and a.promised_on is not null
        and not exists (select from case_answer b where b.demand_id = a.demand_id and b.round > a.round)
        and not exists (select from case_performance f where f.answer_id = a.id and f.disputed_at is null)) as "promiseOpen",
      exists (select from case_performance f where f.case_id = c.id and f.disputed_at is null) as "performanceReported",
      exists (select from case_explanation e
        where e.case_id = c.id and e.given_at is not null and e.shared_at is null) as "explanationGiven",
      coalesce((select json_agg(json_build_object('id', o.id, 'bodyId', o.body_id, 'open', o.given_at is null) order by o.asked_at)
        from case_opinion o where o.case_id = c.id), '[]') as opinions
    from cases c
    join case_key k on k.case_id = c.id
    join case_standing z on z.case_id = c.id
    left join form_draft d on d.kind = 'reply' and d.owner = ${userId} and d.subject_id = c.id and d.expires_at > now()
    where c.id = coalesce(
      (select id from cases where number = ${number}),
      (select case_id from case_number_alias where number = ${number}))`;
  return row ?? null;
}

export interface SealedPart {
  source: 'content' | 'demand' | 'answer' | 'message';
  id: string;
  sealed: Buffer;
  at: Date | null;
  bodyId: string | null;
  /** content: the part; demand: position; answer: demand id and outcome; message: author and kind. */
  meta: Record<string, string | number | null>;
}

const partRows = (sql: Sql, caseId: string) => sql`
    select 'content' as source, part as id, sealed, null::timestamptz as at, null::uuid as "bodyId", json_build_object() as meta
    from case_content where case_id = ${caseId} and part = 'narrative'
    union all
    select 'demand', id::text, sealed, null, null, json_build_object('position', position)
    from case_demand where case_id = ${caseId}
    union all
    select 'answer', id::text, sealed, answered_at, body_id,
      json_build_object('demandId', demand_id, 'round', round, 'outcome', outcome, 'promisedOn', promised_on)
    from case_answer where case_id = ${caseId}
    union all
    select 'message', id::text, sealed, created_at, body_id, json_build_object('author', author, 'kind', kind)
    from case_message where case_id = ${caseId}`;

export async function caseParts(sql: Sql, caseId: string): Promise<SealedPart[]> {
  return sql<SealedPart[]>`${partRows(sql, caseId)}`;
}

export interface EvidenceHead {
  id: string;
  sealedName: Buffer;
  mediaType: string;
  bytes: number;
  uploadedBy: 'complainant' | 'official';
  createdAt: Date;
  storageName: string;
  scan: ScanState;
}

const evidenceRows = (sql: Sql, caseId: string) => sql`
    select id, sealed_name as "sealedName", media_type as "mediaType", bytes::float8 as bytes,
      uploaded_by as "uploadedBy", created_at as "createdAt", storage_name as "storageName", scan
    from evidence where case_id = ${caseId} and removed_at is null order by position, created_at`;

export async function caseEvidence(sql: Sql, caseId: string): Promise<EvidenceHead[]> {
  return sql<EvidenceHead[]>`${evidenceRows(sql, caseId)}`;
}

export interface CaseEvent {
  kind: string;
  actorKind: string;
  who: string | null;
  bodyId: string | null;
  at: Date;
  payload: string;
  /** Name of the official on whose desk the case is after it. */
  desk: string | null;
}

const eventRows = (sql: Sql, caseId: string) => sql`
    select e.kind, e.actor_kind as "actorKind", u.name as who, e.body_id as "bodyId", e.at, e.payload,
      (select a.name from auth_user a where a.id = e.payload::json #>> '{now,assignee}') as desk
    from event e left join auth_user u on e.actor_kind = 'official' and u.id = e.actor_id
    where e.subject_kind = 'case' and e.subject_id = ${caseId} order by e.seq desc limit 500`;

export interface CaseClock {
  step: string;
  length: number;
  unit: ClockUnit;
  startsOnEvent: string;
  startedOn: string | null;
  dueOn: string | null;
  endedOn: string | null;
  basis: string;
  basisEn: string | null;
  certainty: string;
  provisional: boolean;
  onExpiry: Expiry;
  maxExtension: number;
  stops: { from: string; to: string | null; reason: string }[];
  extensions: CaseExtension[];
}

/** Reasons are sealed with the key of the case (base64). `approved` null: not decided. */
export interface CaseExtension {
  id: string;
  days: number;
  approved: boolean | null;
  askedOn: string;
  decidedOn: string | null;
  from: string | null; // the due date before
  to: string | null; // and after it
  reason: string | null;
  decision: string | null;
}

const clockRows = (sql: Sql, caseId: string) => sql`
    select k.step, k.length, k.unit, k.starts_on_event as "startsOnEvent", k.started_on::text as "startedOn",
      k.due_on::text as "dueOn", k.ended_on::text as "endedOn", k.basis, r.basis_en as "basisEn", k.certainty, k.provisional,
      r.on_expiry as "onExpiry", r.max_extension as "maxExtension",
      coalesce((select json_agg(json_build_object('from', s.from_on, 'to', s.to_on, 'reason', s.reason) order by s.from_on)
        from case_clock_stop s where s.clock_id = k.id), '[]') as stops,
      coalesce((select json_agg(json_build_object('id', x.id, 'days', x.days, 'approved', x.approved,
          'askedOn', (x.asked_at at time zone 'Asia/Shanghai')::date, 'decidedOn', (x.decided_at at time zone 'Asia/Shanghai')::date,
          'from', x.due_before, 'to', x.due_after, 'reason', encode(x.sealed_reason, 'base64'),
          'decision', encode(x.sealed_decision, 'base64')) order by x.asked_at)
        from case_clock_extension x where x.clock_id = k.id), '[]') as extensions
    from case_clock k join clock_rule r on r.id = k.rule_id where k.case_id = ${caseId}
    order by k.ended_on nulls last, k.due_on nulls last, k.step`;

export interface CaseFile {
  parts: SealedPart[];
  files: EvidenceHead[];
  events: CaseEvent[];
  clocks: CaseClock[];
  extras: CaseExtras;
}

const bytes = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex');
const instant = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

/**
 * Everything in a case in one statement: five round trips cost the page of a case more than the rows. The rows travel as
 * json, in which bytes are hex and instants text; they are read back here, so that nobody sees a difference.
 */
export async function caseFile(sql: Sql, caseId: string): Promise<CaseFile> {
  const all = (rows: ReturnType<typeof partRows>) => sql`(select coalesce(json_agg(x), '[]') from (${rows}) x)`;
  const [row] = await sql<(CaseFile & CaseExtras)[]>`
    select ${all(partRows(sql, caseId))} as parts, ${all(evidenceRows(sql, caseId))} as files,
      ${all(eventRows(sql, caseId))} as events, ${all(clockRows(sql, caseId))} as clocks, ${extraColumns(sql, caseId)}`;
  const { parts, files, events, clocks, ...extras } = row as CaseFile & CaseExtras;
  // biome-ignore lint/suspicious/noExplicitAny: what json has of a row is its own type before it is read back
  const read = (rows: any[], of: (x: any) => object): any[] => rows.map((x) => ({ ...x, ...of(x) }));
  return {
    parts: read(parts, (x) => ({ sealed: bytes(x.sealed), at: instant(x.at) })),
    files: read(files, (x) => ({ sealedName: bytes(x.sealedName), createdAt: instant(x.createdAt) })),
    events: read(events, (x) => ({ at: instant(x.at) })),
    clocks,
    extras,
  };
}
