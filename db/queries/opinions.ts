import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CaseState } from '../../api/domain/case.ts';
import type { Sql, Tx } from '../client.ts';
import { caseOpinion } from '../schema/answers.ts';
import { caseAssignment } from '../schema/cases.ts';

/** @returns false where the body was asked and has not answered */
export async function insertOpinion(tx: Tx, row: typeof caseOpinion.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(caseOpinion).values(row).onConflictDoNothing().returning({ id: caseOpinion.id });
  return rows.length > 0;
}

/** Whoever is asked for an opinion supports the case from now on. */
export async function assignSupporting(
  tx: Tx,
  to: { caseId: string; bodyId: string; by: string; at: Date },
): Promise<void> {
  const { caseId, bodyId } = to;
  const [known] = await tx
    .select({ id: caseAssignment.id })
    .from(caseAssignment)
    .where(
      and(
        eq(caseAssignment.caseId, caseId),
        eq(caseAssignment.bodyId, bodyId),
        eq(caseAssignment.role, 'supporting'),
        isNull(caseAssignment.toAt),
      ),
    );
  if (known) return;
  await tx.insert(caseAssignment).values({
    id: randomUUID(),
    caseId,
    bodyId,
    role: 'supporting',
    fromAt: to.at,
    reasonCode: 'opinion',
    assignedBy: to.by,
  });
}

/** @returns false where it was given before */
export async function setOpinion(
  tx: Tx,
  id: string,
  given: { sealed: Buffer; by: string; on: string },
): Promise<boolean> {
  const rows = await tx
    .update(caseOpinion)
    .set({ sealedOpinion: given.sealed, givenBy: given.by, givenAt: sql`now()`, givenOn: given.on })
    .where(and(eq(caseOpinion.id, id), isNull(caseOpinion.givenAt)))
    .returning({ id: caseOpinion.id });
  return rows.length > 0;
}

export interface AskedOpinion {
  id: string;
  number: string;
  kind: string;
  matter: string;
  state: CaseState;
  bodyId: string;
  leadId: string;
  askedAt: Date;
  dueOn: string;
  givenAt: Date | null;
  givenOn: string | null;
  today: string;
}

const asked = (sql: Sql) => sql`
  select o.id, c.number, c.kind, c.matter, c.state, o.body_id as "bodyId", o.lead_id as "leadId", o.asked_at as "askedAt",
    o.due_on::text as "dueOn", o.given_at as "givenAt", o.given_on::text as "givenOn",
    (now() at time zone 'Asia/Shanghai')::date::text as today`;

/** What the bodies were asked: open ones first, by date. */
export const opinionsOf = (sql: Sql, bodies: readonly string[]): Promise<AskedOpinion[]> => sql<AskedOpinion[]>`
  ${asked(sql)} from case_opinion o join cases c on c.id = o.case_id
  where o.body_id = any(${bodies as string[]}::uuid[])
  order by o.given_at desc nulls first, o.due_on, o.id limit 200`;

/** How many opinions are owed, on a case that still waits for an answer. */
export async function opinionsOwed(sql: Sql, bodies: readonly string[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from case_opinion o join cases c on c.id = o.case_id
    where o.body_id = any(${bodies as string[]}::uuid[]) and o.given_at is null and c.state in ('accepted', 'waiting')`;
  return row?.count ?? 0;
}

export interface OpinionFile extends AskedOpinion {
  caseId: string;
  sealedQuestion: Buffer;
  sealedOpinion: Buffer | null;
  keyId: string;
  keyVersion: number;
  wrapped: Buffer | null;
  /** What a supporting body needs of the case: the narrative and the demands. */
  parts: { source: 'narrative' | 'demand'; position: number; sealed: string }[];
}

export async function opinionFile(sql: Sql, id: string): Promise<OpinionFile | null> {
  const [row] = await sql<OpinionFile[]>`
    ${asked(sql)}, o.case_id as "caseId", o.sealed_question as "sealedQuestion", o.sealed_opinion as "sealedOpinion",
      k.id as "keyId", k.key_version as "keyVersion", k.wrapped,
      (select json_agg(p order by p.source desc, p.position) from (
        select 'narrative' as source, 0 as position, encode(t.sealed, 'base64') as sealed
        from case_content t where t.case_id = c.id and t.part = 'narrative'
        union all
        select 'demand', d.position, encode(d.sealed, 'base64') from case_demand d where d.case_id = c.id) p) as parts
    from case_opinion o join cases c on c.id = o.case_id join case_key k on k.case_id = c.id
    where o.id = ${id}`;
  return row ?? null;
}

/** The opinion that one of the bodies owes or gave on a case, for whoever comes by its number. */
export async function opinionByNumber(sql: Sql, number: string, bodies: readonly string[]): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select o.id from case_opinion o join cases c on c.id = o.case_id
    where c.number = ${number} and o.body_id = any(${bodies as string[]}::uuid[])
    order by o.given_at desc nulls first limit 1`;
  return row?.id ?? null;
}
