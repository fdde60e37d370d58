import { randomUUID } from 'node:crypto';
import { and, eq, isNull, max, sql } from 'drizzle-orm';
import type { CaseInstance, CaseKind, CaseState, Screening, Verdict } from '../../api/domain/case.ts';
import type { Matter } from '../../api/domain/matter.ts';
import type { Standing } from '../../api/domain/standing.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { caseAnswer, caseAssignment, caseDemand, caseMessage, caseRelease, cases } from '../schema/cases.ts';

export interface Changed {
  now: Date;
  today: string; // legal date
}

const instant = { now: sql<Date>`now()`.mapWith(cases.filedAt) };
const today = { today: sql<string>`(now() at time zone 'Asia/Shanghai')::date::text` };

/** The instant of the transaction, as a value to be set. */
export const NOW = sql`now()` as unknown as Date;

/** The conditional update that every official's act begins with. Null: somebody else was faster. */
export async function changeCase(
  tx: Tx,
  id: string,
  version: number,
  set: Partial<typeof cases.$inferInsert>,
): Promise<Changed | null> {
  const [row] = await tx
    .update(cases)
    .set({ ...set, version: version + 1 })
    .where(and(eq(cases.id, id), eq(cases.version, version)))
    .returning({ ...instant, ...today });
  return row ?? null;
}

/** An act that changes neither state nor facts: it holds the case, so that events follow one another. */
export interface HeldCase extends Changed {
  id: string;
  number: string;
  state: CaseState;
  instance: CaseInstance;
  version: number;
  screening: Screening;
  handlerId: string | null;
  returnUsed: boolean;
  designated: boolean;
  reopened: boolean;
  acceptedAt: Date | null;
  answeredAt: Date | null;
  verdict: Verdict | null;
  verdictAt: Date | null;
  performanceReported: boolean;
  kind: CaseKind;
  matter: Matter;
  respondentNowId: string;
  watchingId: string | null;
  /** Left out until it is asked for (standingOf): behind a lock it must be read anew. */
  standing?: Standing;
}

/** What stands in a case that is held: a statement of its own, so that it sees what was committed before the lock. */
export async function standingOf(tx: Tx, caseId: string): Promise<Standing> {
  const [row] = await tx.execute<{ standing: Standing }>(
    sql`select standing from case_standing where case_id = ${caseId}`,
  );
  return (row as { standing: Standing }).standing;
}

export async function holdCase(tx: Tx, id: string): Promise<HeldCase | null> {
  const [row] = await tx
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      instance: cases.instance,
      version: cases.version,
      screening: sql<Screening>`${cases.screening}`,
      handlerId: cases.handlerId,
      returnUsed: cases.returnUsed,
      designated: cases.designated,
      reopened: cases.reopened,
      acceptedAt: cases.acceptedAt,
      answeredAt: cases.answeredAt,
      verdict: cases.verdict,
      verdictAt: cases.verdictAt,
      performanceReported: sql<boolean>`exists (
        select from case_performance f where f.case_id = cases.id and f.disputed_at is null)`,
      kind: cases.kind,
      matter: cases.matter,
      respondentNowId: cases.respondentNowId,
      watchingId: cases.watchingId,
      ...instant,
      ...today,
    })
    .from(cases)
    .where(eq(cases.id, id))
    .for('update');
  return row ?? null;
}

export async function insertMessage(tx: Tx, row: typeof caseMessage.$inferInsert): Promise<void> {
  await tx.insert(caseMessage).values(row);
}

export async function demandsOf(tx: Tx | Db, caseId: string): Promise<{ id: string; position: number }[]> {
  return tx
    .select({ id: caseDemand.id, position: caseDemand.position })
    .from(caseDemand)
    .where(eq(caseDemand.caseId, caseId))
    .orderBy(caseDemand.position);
}

export async function lastRound(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx
    .select({ round: max(caseAnswer.round) })
    .from(caseAnswer)
    .where(eq(caseAnswer.caseId, caseId));
  return row?.round ?? 0;
}

export async function insertAnswers(tx: Tx, rows: (typeof caseAnswer.$inferInsert)[]): Promise<void> {
  await tx.insert(caseAnswer).values(rows);
}

/**
 * Ends the lead of one body and begins that of another; the ended row keeps the case in the sender's sight. What the
 * complainant released to the handler follows the case and is taken back from the body that passed it on.
 */
export async function handOver(
  tx: Tx,
  to: {
    caseId: string;
    from: string | null;
    bodyId: string;
    reason: 'transferred' | 'returned' | 'designated' | 'review' | 'recheck';
    by: string | null;
    at: Date;
  },
): Promise<void> {
  await tx
    .update(caseAssignment)
    .set({ toAt: to.at })
    .where(and(eq(caseAssignment.caseId, to.caseId), eq(caseAssignment.role, 'lead'), isNull(caseAssignment.toAt)));
  await tx.insert(caseAssignment).values({
    id: randomUUID(),
    caseId: to.caseId,
    bodyId: to.bodyId,
    role: 'lead',
    fromAt: to.at,
    reasonCode: to.reason,
    assignedBy: to.by,
  });
  if (to.from === null) return;
  const taken = await tx
    .update(caseRelease)
    .set({ revokedAt: to.at })
    .where(and(eq(caseRelease.caseId, to.caseId), eq(caseRelease.bodyId, to.from), isNull(caseRelease.revokedAt)))
    .returning({ field: caseRelease.field });
  if (taken.length === 0) return;
  await tx
    .insert(caseRelease)
    .values(
      taken.map(({ field }) => ({ id: randomUUID(), caseId: to.caseId, bodyId: to.bodyId, field, grantedAt: to.at })),
    );
}

export interface CodeRow {
  caseId: string;
  number: string;
  codeHash: Buffer;
  keyId: string;
  keyVersion: number;
  wrapped: Buffer | null;
  /** Where the case was erased: the legal date, and retention or the reason of the decision. */
  erasedOn: string | null;
  erasedWhy: string | null;
}

/** What a code is compared with, by number or by an alias of it. One statement, whether there is such a case or not. */
export async function codeOf(db: Sql, number: string): Promise<CodeRow | null> {
  const [row] = await db<CodeRow[]>`
    select c.id as "caseId", c.number, s.code_hash as "codeHash", k.id as "keyId", k.key_version as "keyVersion", k.wrapped,
      (x.erased_at at time zone 'Asia/Shanghai')::date::text as "erasedOn",
      case x.reason when 'retention' then 'retention' else x.code end as "erasedWhy"
    from cases c
    join case_submission s on s.case_id = c.id
    join case_key k on k.case_id = c.id
    left join erasure x on x.case_id = c.id
    where c.id = coalesce(
      (select id from cases where number = ${number}),
      (select case_id from case_number_alias where number = ${number}))`;
  return row ?? null;
}

export async function keyOf(db: Sql, caseId: string): Promise<Omit<CodeRow, 'codeHash'> | null> {
  const [row] = await db<Omit<CodeRow, 'codeHash'>[]>`
    select c.id as "caseId", c.number, k.id as "keyId", k.key_version as "keyVersion", k.wrapped,
      (x.erased_at at time zone 'Asia/Shanghai')::date::text as "erasedOn",
      case x.reason when 'retention' then 'retention' else x.code end as "erasedWhy"
    from cases c join case_key k on k.case_id = c.id left join erasure x on x.case_id = c.id where c.id = ${caseId}`;
  return row ?? null;
}
