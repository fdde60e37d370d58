import type { CaseKind, CaseState } from '../../api/domain/case.ts';
import type { Matter } from '../../api/domain/matter.ts';
import type { Sql } from '../client.ts';
import { type SealedWords, type WordQuery, wordHits, words } from './case-search.ts';

/** Cases beside the inbox: those that a body passed on and still sees, and those about which it has to decide a dispute. */
export interface BesideRow {
  id: string;
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  respondentId: string;
  handlerId: string | null;
  dueOn: string | null;
  /** When it was passed on, or contested. */
  since: Date;
  /** The instant of `since` without loss, for the cursor. */
  sortKey: string;
}

const exact = (sql: Sql, column: ReturnType<Sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const head = (sql: Sql) => sql`c.id, c.number, c.kind, c.matter, c.state, c.respondent_now_id as "respondentId",
  c.handler_id as "handlerId", c.due_on::text as "dueOn"`;

/** Newest first, each case once: by the last time that one of the bodies passed it on. */
export async function passedOn(
  sql: Sql,
  bodies: readonly string[],
  after: readonly [string, string] | null,
  limit: number,
): Promise<BesideRow[]> {
  const ids = bodies as string[];
  return sql<BesideRow[]>`
    select ${head(sql)}, p.since, ${exact(sql, sql`p.since`)} as "sortKey"
    from (
      select a.case_id, max(a.to_at) as since from case_assignment a
      where a.body_id = any(${ids}::uuid[]) and a.role = 'lead' and a.to_at is not null
      group by a.case_id
    ) p
    join cases c on c.id = p.case_id
    where not (c.handler_id = any(${ids}::uuid[]))
      ${after ? sql`and (p.since, c.id) < (${after[0]}::timestamp at time zone 'UTC', ${after[1]}::uuid)` : sql``}
    order by p.since desc, c.id desc limit ${limit}`;
}

/**
 * Of the cases that the bodies passed on those that the index of words finds, the last passed on first: the index gives the
 * cases, and each is asked by its own assignments whether one of the bodies had it.
 */
export async function searchPassedOn(
  sql: Sql,
  bodies: readonly string[],
  query: WordQuery,
  after: readonly [string, string] | null,
  limit: number,
): Promise<(BesideRow & SealedWords & { byNumber: boolean })[]> {
  const ids = bodies as string[];
  return sql<(BesideRow & SealedWords & { byNumber: boolean })[]>`
    with hit as materialized (${wordHits(sql, query)})
    select ${head(sql)}, ${words(sql)}, h.by_number as "byNumber", p.since, ${exact(sql, sql`p.since`)} as "sortKey"
    from hit h
    cross join lateral (
      select max(a.to_at) as since from case_assignment a
      where a.case_id = h.id and a.body_id = any(${ids}::uuid[]) and a.role = 'lead' and a.to_at is not null
    ) p
    join cases c on c.id = h.id
    join case_key k on k.case_id = c.id
    where p.since is not null and not (c.handler_id = any(${ids}::uuid[]))
      ${after ? sql`and (p.since, c.id) < (${after[0]}::timestamp at time zone 'UTC', ${after[1]}::uuid)` : sql``}
    order by p.since desc, c.id desc limit ${limit}`;
}

/** Open disputes that one of the bodies decides, the oldest first. A case that has ended meanwhile needs no decision. */
export async function openDisputes(
  sql: Sql,
  arbiters: readonly string[],
  after: readonly [string, string] | null,
  limit: number,
): Promise<BesideRow[]> {
  return sql<BesideRow[]>`
    select ${head(sql)}, d.opened_at as since, ${exact(sql, sql`d.opened_at`)} as "sortKey"
    from case_dispute d join cases c on c.id = d.case_id
    where d.decided_at is null and d.arbiter_id = any(${arbiters as string[]}::uuid[])
      and c.state in ('filed', 'accepted', 'waiting')
      ${after ? sql`and (d.opened_at, c.id) > (${after[0]}::timestamp at time zone 'UTC', ${after[1]}::uuid)` : sql``}
    order by d.opened_at, c.id limit ${limit}`;
}
