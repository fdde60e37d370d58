import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, or, sql as raw } from 'drizzle-orm';
import type { CaseKind, CaseState } from '../../api/domain/case.ts';
import type { LinkKind } from '../../api/domain/group.ts';
import type { Matter } from '../../api/domain/matter.ts';
import type { Sql, Tx } from '../client.ts';
import { cases } from '../schema/cases.ts';
import { caseLink, caseMerge, groupReply, groupReplyItem } from '../schema/groups.ts';

/** Holds both cases, always in the same order, so that two who merge crosswise wait for each other and not for ever. */
export async function holdBoth(
  tx: Tx,
  one: string,
  other: string,
): Promise<{ id: string; state: CaseState; now: Date }[]> {
  return tx
    .select({ id: cases.id, state: cases.state, now: raw<Date>`now()`.mapWith(cases.filedAt) })
    .from(cases)
    .where(inArray(cases.id, [one, other]))
    .orderBy(cases.id)
    .for('update');
}

export async function insertMerge(
  tx: Tx,
  row: { caseId: string; intoId: string; stateBefore: CaseState; by: string; at: Date },
): Promise<void> {
  const { caseId, intoId, stateBefore, by, at } = row;
  await tx.insert(caseMerge).values({ id: randomUUID(), caseId, intoId, stateBefore, mergedBy: by, mergedAt: at });
}

/** Ends the merge of a case, by splitting or because it is answered; null where it is not merged. */
export async function endMerge(
  tx: Tx,
  end: { caseId: string; by: string; at: Date },
): Promise<{ intoId: string; stateBefore: CaseState } | null> {
  const [row] = await tx
    .update(caseMerge)
    .set({ splitBy: end.by, splitAt: end.at })
    .where(and(eq(caseMerge.caseId, end.caseId), isNull(caseMerge.splitAt)))
    .returning({ intoId: caseMerge.intoId, stateBefore: caseMerge.stateBefore });
  return row ?? null;
}

/** Whether cases are merged into this one: it can neither be merged itself nor leave its body. */
export async function mergedInto(tx: Tx, intoId: string): Promise<{ caseId: string; stateBefore: CaseState }[]> {
  return tx
    .select({ caseId: caseMerge.caseId, stateBefore: caseMerge.stateBefore })
    .from(caseMerge)
    .where(and(eq(caseMerge.intoId, intoId), isNull(caseMerge.splitAt)))
    .orderBy(caseMerge.caseId);
}

/** Puts a case back to what it was; its version moves, so that an open page notices. */
export async function restoreState(tx: Tx, caseId: string, state: CaseState): Promise<void> {
  await tx
    .update(cases)
    .set({ state, version: raw`${cases.version} + 1` })
    .where(and(eq(cases.id, caseId), eq(cases.state, 'merged')));
}

/** False: they are linked like this already. */
export async function insertLink(
  tx: Tx,
  link: { kind: LinkKind; caseId: string; otherId: string; by: string; at: Date },
): Promise<boolean> {
  const { kind, caseId, otherId, by, at } = link;
  const rows = await tx
    .insert(caseLink)
    .values({ id: randomUUID(), kind, caseId, otherId, linkedBy: by, linkedAt: at })
    .onConflictDoNothing()
    .returning({ id: caseLink.id });
  return rows.length > 0;
}

/** Takes every link between two cases away, whichever way it was made. */
export async function removeLinks(
  tx: Tx,
  one: string,
  other: string,
  end: { by: string; at: Date },
): Promise<{ kind: LinkKind; caseId: string; otherId: string }[]> {
  return tx
    .update(caseLink)
    .set({ removedBy: end.by, removedAt: end.at })
    .where(
      and(
        isNull(caseLink.removedAt),
        or(
          and(eq(caseLink.caseId, one), eq(caseLink.otherId, other)),
          and(eq(caseLink.caseId, other), eq(caseLink.otherId, one)),
        ),
      ),
    )
    .returning({ kind: caseLink.kind, caseId: caseLink.caseId, otherId: caseLink.otherId });
}

export async function memberCount(tx: Tx, leadId: string): Promise<number> {
  const [row] = await tx
    .select({ count: raw<number>`count(*)::int` })
    .from(caseLink)
    .where(and(eq(caseLink.caseId, leadId), eq(caseLink.kind, 'member'), isNull(caseLink.removedAt)));
  return row?.count ?? 0;
}

/** A case that has to do with another: enough to decide who may know of it, and to say which it is. */
export interface RelatedRow {
  relation: 'merged' | 'merged_into' | 'member' | 'lead' | 'duplicate' | 'alike';
  id: string;
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  handlerId: string | null;
  acceptingId: string | null;
  watchingId: string | null;
  dueOn: string | null;
  filedOn: string;
}

const SHOWN = 200;
const ALIKE = 8;
/** Cases filed so many days apart may be about one thing. */
const ALIKE_DAYS = 90;

/**
 * Everything that belongs to a case, and what may: same body complained of, same matter, filed within ninety days. Which of it
 * the reader may know of is decided by the caller.
 */
export async function relatedCases(sql: Sql, caseId: string): Promise<RelatedRow[]> {
  return sql<RelatedRow[]>`
    with related as (
      select 'merged' as relation, case_id as id from case_merge where into_id = ${caseId} and split_at is null
      union all
      select 'merged_into', into_id from case_merge where case_id = ${caseId} and split_at is null
      union all
      select case kind when 'member' then 'member' else 'duplicate' end, other_id
      from case_link where case_id = ${caseId} and removed_at is null
      union all
      select case kind when 'member' then 'lead' else 'duplicate' end, case_id
      from case_link where other_id = ${caseId} and removed_at is null
    ),
    alike as (
      select o.id from cases c
      join cases o on o.respondent_now_id = c.respondent_now_id and o.matter = c.matter and o.id <> c.id
        and o.filed_at between c.filed_at - make_interval(days => ${ALIKE_DAYS}::int) and c.filed_at + make_interval(days => ${ALIKE_DAYS}::int)
        and o.screening <> 'rejected' and o.state not in ('refused', 'withdrawn', 'merged')
      where c.id = ${caseId} and not exists (select from related r where r.id = o.id)
      order by abs(extract(epoch from o.filed_at - c.filed_at)) limit ${ALIKE}
    )
    select r.relation, c.id, c.number, c.kind, c.matter, c.state, c.handler_id as "handlerId",
      c.accepting_id as "acceptingId", c.watching_id as "watchingId", c.due_on::text as "dueOn",
      (c.filed_at at time zone 'Asia/Shanghai')::date::text as "filedOn"
    from (select * from (select * from related limit ${SHOWN}) x union all select 'alike', id from alike) r
    join cases c on c.id = r.id
    order by r.relation, c.filed_at, c.id`;
}

/** Members of a group: what was merged into the case, and what belongs to the mass complaint that it leads. */
export async function membersLeft(
  sql: Sql,
  leadId: string,
  replyId: string,
): Promise<{ id: string; number: string; done: boolean }[]> {
  return sql<{ id: string; number: string; done: boolean }[]>`
    select distinct c.id, c.number,
      exists (select from group_reply_item i where i.reply_id = ${replyId} and i.case_id = c.id) as done
    from (
      select case_id as id from case_merge where into_id = ${leadId} and split_at is null
      union
      select other_id from case_link where case_id = ${leadId} and kind = 'member' and removed_at is null
      union
      select case_id from group_reply_item where reply_id = ${replyId}
    ) m join cases c on c.id = m.id order by c.number`;
}

export interface ReplyRow {
  id: string;
  leadId: string;
  sealed: Buffer;
  writtenBy: string;
}

export async function replyOf(sql: Sql, id: string): Promise<ReplyRow | null> {
  const [row] = await sql<ReplyRow[]>`
    select id, lead_id as "leadId", sealed, written_by as "writtenBy" from group_reply where id = ${id}`;
  return row ?? null;
}

/** False: a reply of this id is there already. */
export async function insertReply(tx: Tx, row: typeof groupReply.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(groupReply).values(row).onConflictDoNothing().returning({ id: groupReply.id });
  return rows.length > 0;
}

/** In the transaction of the member's answer: a reply reaches a case once. False: it has. */
export async function takeItem(tx: Tx, replyId: string, caseId: string): Promise<boolean> {
  const rows = await tx
    .insert(groupReplyItem)
    .values({ replyId, caseId })
    .onConflictDoNothing()
    .returning({ caseId: groupReplyItem.caseId });
  return rows.length > 0;
}
