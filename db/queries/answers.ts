import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { AnswerRule } from '../../api/domain/answer-release.ts';
import type { Db, Sql, Tx } from '../client.ts';
import {
  answerRule,
  answerRuleVersion,
  caseAnswerProposal,
  caseAttachment,
  casePerformance,
} from '../schema/answers.ts';
import { caseAnswer } from '../schema/cases.ts';

/** Which answers an approver releases, by body. A few rows in all: which of them reach a body is asked of the directory. */
export const answerRules = (
  db: Db | Tx,
): Promise<{ id: string; bodyId: string; version: number; rules: AnswerRule[] }[]> =>
  db
    .select({ id: answerRule.id, bodyId: answerRule.bodyId, version: answerRule.version, rules: answerRule.rules })
    .from(answerRule);

/** Sets the rules of a body where its version still stands (0: there were none). @returns false: somebody was faster */
export async function setAnswerRules(
  tx: Tx,
  set: { id: string; bodyId: string; version: number; rules: AnswerRule[]; by: string },
): Promise<boolean> {
  const { id, bodyId, version, rules } = set;
  const rows =
    version === 0
      ? await tx
          .insert(answerRule)
          .values({ id, bodyId, rules })
          .onConflictDoNothing({ target: answerRule.bodyId })
          .returning({ id: answerRule.id })
      : await tx
          .update(answerRule)
          .set({ rules, version: version + 1 })
          .where(and(eq(answerRule.id, id), eq(answerRule.version, version)))
          .returning({ id: answerRule.id });
  if (rows.length === 0) return false;
  await tx.insert(answerRuleVersion).values({ ruleId: id, version: version + 1, rules, setBy: set.by });
  return true;
}

export interface Proposal {
  id: string;
  round: number;
  sealed: Buffer;
  proposedBy: string;
}

/** The answer of the body that waits for its release. */
export async function pendingProposal(tx: Tx | Db, caseId: string, bodyId: string): Promise<Proposal | null> {
  const [row] = await tx
    .select({
      id: caseAnswerProposal.id,
      round: caseAnswerProposal.round,
      sealed: caseAnswerProposal.sealed,
      proposedBy: caseAnswerProposal.proposedBy,
    })
    .from(caseAnswerProposal)
    .where(
      and(
        eq(caseAnswerProposal.caseId, caseId),
        eq(caseAnswerProposal.bodyId, bodyId),
        eq(caseAnswerProposal.state, 'pending'),
      ),
    );
  return row ?? null;
}

/** A new proposal takes the place of one that still waits, whoever wrote that. */
export async function insertProposal(tx: Tx, row: typeof caseAnswerProposal.$inferInsert): Promise<void> {
  await tx
    .update(caseAnswerProposal)
    .set({ state: 'replaced', decidedBy: row.proposedBy, decidedAt: sql`now()` })
    .where(and(eq(caseAnswerProposal.caseId, row.caseId), eq(caseAnswerProposal.state, 'pending')));
  await tx.insert(caseAnswerProposal).values(row);
}

export async function decideProposal(
  tx: Tx,
  id: string,
  set: { state: 'released' | 'returned' | 'replaced'; by: string; reason?: Buffer },
): Promise<void> {
  await tx
    .update(caseAnswerProposal)
    .set({ state: set.state, decidedBy: set.by, decidedAt: sql`now()`, sealedReason: set.reason ?? null })
    .where(eq(caseAnswerProposal.id, id));
}

/** Files of the draft go with the answer: the sender's own, and those that the proposal has. */
export async function bindAnswerFiles(
  tx: Tx,
  to: { caseId: string; round: number; userId: string; sent: boolean },
): Promise<string[]> {
  const rows = await tx
    .update(caseAttachment)
    .set({ round: to.round, ...(to.sent ? { sentAt: sql`now()` } : {}) })
    .where(
      and(
        eq(caseAttachment.caseId, to.caseId),
        eq(caseAttachment.purpose, 'answer'),
        isNull(caseAttachment.sentAt),
        sql`(${caseAttachment.userId} = ${to.userId} or ${caseAttachment.round} = ${to.round})`,
      ),
    )
    .returning({ id: caseAttachment.evidenceId });
  return rows.map((row) => row.id).sort();
}

/** Files that show what was done go with the report of whoever added them. */
export async function bindPerformanceFiles(
  tx: Tx,
  to: { caseId: string; performanceId: string; userId: string },
): Promise<string[]> {
  const rows = await tx
    .update(caseAttachment)
    .set({ performanceId: to.performanceId, sentAt: sql`now()` })
    .where(
      and(
        eq(caseAttachment.caseId, to.caseId),
        eq(caseAttachment.purpose, 'performance'),
        isNull(caseAttachment.sentAt),
        eq(caseAttachment.userId, to.userId),
      ),
    )
    .returning({ id: caseAttachment.evidenceId });
  return rows.map((row) => row.id).sort();
}

/** The signed agreement goes with the settlement, the deciding document with the determination, of whoever added it. */
export async function bindSubjectFiles(
  tx: Tx,
  to: {
    caseId: string;
    purpose: 'settlement' | 'determination';
    subjectId: string;
    userId: string;
    /** The complainant may open them at once. */
    sent: boolean;
  },
): Promise<string[]> {
  const rows = await tx
    .update(caseAttachment)
    .set({ subjectId: to.subjectId, ...(to.sent ? { sentAt: sql`now()` } : {}) })
    .where(
      and(
        eq(caseAttachment.caseId, to.caseId),
        eq(caseAttachment.purpose, to.purpose),
        isNull(caseAttachment.subjectId),
        eq(caseAttachment.userId, to.userId),
      ),
    )
    .returning({ id: caseAttachment.evidenceId });
  return rows.map((row) => row.id).sort();
}

/** What waited with a determination may be opened by the complainant from now on. */
export async function sendSubjectFiles(tx: Tx, subjectId: string): Promise<void> {
  await tx
    .update(caseAttachment)
    .set({ sentAt: sql`now()` })
    .where(and(eq(caseAttachment.subjectId, subjectId), isNull(caseAttachment.sentAt)));
}

/** Answers of the case that promised a date before this round. */
export async function earlierPromises(tx: Tx, caseId: string, round: number): Promise<string[]> {
  const rows = await tx
    .select({ id: caseAnswer.id })
    .from(caseAnswer)
    .where(
      and(eq(caseAnswer.caseId, caseId), sql`${caseAnswer.promisedOn} is not null and ${caseAnswer.round} < ${round}`),
    );
  return rows.map((row) => row.id);
}

export async function insertAttachment(db: Db | Tx, row: typeof caseAttachment.$inferInsert): Promise<void> {
  await db.insert(caseAttachment).values(row);
}

export interface PromiseRow {
  answerId: string;
  round: number;
  promisedOn: string | null;
  /** Of a later answer to the same demand. */
  superseded: boolean;
}

export async function promiseOf(tx: Tx, caseId: string, answerId: string): Promise<PromiseRow | null> {
  const [row] = await tx
    .select({
      answerId: caseAnswer.id,
      round: caseAnswer.round,
      promisedOn: caseAnswer.promisedOn,
      superseded: sql<boolean>`exists (select from case_answer b
        where b.demand_id = case_answer.demand_id and b.round > case_answer.round)`,
    })
    .from(caseAnswer)
    .where(and(eq(caseAnswer.caseId, caseId), eq(caseAnswer.id, answerId)));
  return row ?? null;
}

/** @returns false where a report stands already */
export async function insertPerformance(tx: Tx, row: typeof casePerformance.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(casePerformance).values(row).onConflictDoNothing().returning({ id: casePerformance.id });
  return rows.length > 0;
}

/** The report on a promise that nobody has denied; the case is held. */
export async function standingReport(tx: Tx, caseId: string, answerId: string): Promise<{ id: string } | null> {
  const [row] = await tx
    .select({ id: casePerformance.id })
    .from(casePerformance)
    .where(
      and(
        eq(casePerformance.caseId, caseId),
        eq(casePerformance.answerId, answerId),
        isNull(casePerformance.disputedAt),
      ),
    )
    .orderBy(desc(casePerformance.reportedAt))
    .limit(1);
  return row ?? null;
}

export async function denyReport(tx: Tx, id: string, sealed: Buffer): Promise<void> {
  await tx
    .update(casePerformance)
    .set({ disputedAt: sql`now()`, sealedDispute: sealed })
    .where(eq(casePerformance.id, id));
}

/** How many files an official has added that were not sent. */
export async function unsentAttachments(
  db: Db | Tx,
  of: { caseId: string; purpose: string; userId: string },
): Promise<number> {
  const rows = await db
    .select({ id: caseAttachment.evidenceId })
    .from(caseAttachment)
    .where(
      and(
        eq(caseAttachment.caseId, of.caseId),
        eq(caseAttachment.purpose, of.purpose),
        eq(caseAttachment.userId, of.userId),
        isNull(caseAttachment.sentAt),
      ),
    );
  return rows.length;
}

/** Takes an official's own file away that was neither sent nor proposed; the name of its bytes, or null. */
export async function dropAttachment(
  db: Sql,
  of: { caseId: string; evidenceId: string; userId: string },
): Promise<string | null> {
  const [row] = await db<{ storageName: string }[]>`
    with gone as (
      delete from case_attachment where evidence_id = ${of.evidenceId} and case_id = ${of.caseId} and user_id = ${of.userId}
        and sent_at is null and round is null and explanation_id is null and subject_id is null
      returning evidence_id
    )
    update evidence e set removed_at = now() from gone where e.id = gone.evidence_id and e.removed_at is null
    returning e.storage_name as "storageName"`;
  return row?.storageName ?? null;
}

/** Files of officials that the complainant may read: sent with an answer or a report, or an explanation that was shared. */
export const sharedFiles = (db: Sql, caseId: string): Promise<{ id: string }[]> => db<{ id: string }[]>`
  select t.evidence_id as id from case_attachment t left join case_explanation e on e.id = t.explanation_id
  where t.case_id = ${caseId} and t.sent_at is not null and (t.purpose <> 'explanation' or e.shared_at is not null)`;
