import { and, asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import {
  commitment,
  commitmentDecision,
  commitmentFieldSource,
  commitmentMilestone,
  commitmentNote,
  commitmentVersion,
} from '../schema/commitments.ts';
import { event } from '../schema/events.ts';

export type CommitmentRow = typeof commitment.$inferSelect;
export type NewCommitment = typeof commitment.$inferInsert;
export type MilestoneRow = typeof commitmentMilestone.$inferSelect;
export type CommitmentVersionRow = typeof commitmentVersion.$inferSelect;
export type CommitmentSourceRow = typeof commitmentFieldSource.$inferSelect;
export type NoteRow = typeof commitmentNote.$inferSelect;
export type DecisionRow = typeof commitmentDecision.$inferSelect;
export type { CommitmentContent } from '../schema/commitments.ts';

/** `lock`: nobody changes it until the transaction ends. */
export async function findCommitment(tx: Db | Tx, id: string, { lock = false } = {}): Promise<CommitmentRow | null> {
  const query = tx.select().from(commitment).where(eq(commitment.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

export async function findCommitmentKeys(tx: Db | Tx, keys: string[]): Promise<CommitmentRow[]> {
  return keys.length === 0 ? [] : tx.select().from(commitment).where(inArray(commitment.naturalKey, keys));
}

export async function insertCommitment(tx: Tx, row: NewCommitment): Promise<void> {
  await tx.insert(commitment).values(row);
}

/** Changes the row where it is still at `version`; null where somebody was faster. */
export async function updateCommitment(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<NewCommitment>,
): Promise<CommitmentRow | null> {
  const [row] = await tx
    .update(commitment)
    .set({ ...change, version: version + 1 })
    .where(and(eq(commitment.id, id), eq(commitment.version, version)))
    .returning();
  return row ?? null;
}

export const milestonesOf = (tx: Db | Tx, id: string): Promise<MilestoneRow[]> =>
  tx
    .select()
    .from(commitmentMilestone)
    .where(eq(commitmentMilestone.commitmentId, id))
    .orderBy(asc(commitmentMilestone.position));

/** Puts the milestones of a draft anew. */
export async function putMilestones(
  tx: Tx,
  id: string,
  rows: (typeof commitmentMilestone.$inferInsert)[],
): Promise<void> {
  await tx.delete(commitmentMilestone).where(eq(commitmentMilestone.commitmentId, id));
  if (rows.length > 0) await tx.insert(commitmentMilestone).values(rows);
}

export async function finishMilestone(tx: Tx, id: string, doneOn: string): Promise<void> {
  await tx.update(commitmentMilestone).set({ doneOn }).where(eq(commitmentMilestone.id, id));
}

export async function insertCommitmentVersion(tx: Tx, row: typeof commitmentVersion.$inferInsert): Promise<void> {
  await tx.insert(commitmentVersion).values(row);
}
/** Newest first. */
export const commitmentVersions = (tx: Db | Tx, id: string): Promise<CommitmentVersionRow[]> =>
  tx
    .select()
    .from(commitmentVersion)
    .where(eq(commitmentVersion.commitmentId, id))
    .orderBy(desc(commitmentVersion.version));

export async function putCommitmentSources(tx: Tx, rows: (typeof commitmentFieldSource.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(commitmentFieldSource)
    .values(rows)
    .onConflictDoUpdate({
      target: [commitmentFieldSource.commitmentId, commitmentFieldSource.field],
      set: {
        document: sql`excluded.document`,
        collectedBy: sql`excluded.collected_by`,
        collectedAt: sql`excluded.collected_at`,
        verifiedBy: sql`excluded.verified_by`,
        verifiedAt: sql`excluded.verified_at`,
      },
    });
}
export async function verifyCommitmentSources(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx
    .update(commitmentFieldSource)
    .set({ verifiedBy: by, verifiedAt: at })
    .where(eq(commitmentFieldSource.commitmentId, id));
}
export const commitmentSources = (tx: Db | Tx, id: string): Promise<CommitmentSourceRow[]> =>
  tx
    .select()
    .from(commitmentFieldSource)
    .where(eq(commitmentFieldSource.commitmentId, id))
    .orderBy(asc(commitmentFieldSource.field));

export async function insertNote(tx: Tx, row: typeof commitmentNote.$inferInsert): Promise<void> {
  await tx.insert(commitmentNote).values(row);
}
/** Oldest first. */
export const notesOf = (tx: Db | Tx, id: string): Promise<NoteRow[]> =>
  tx
    .select()
    .from(commitmentNote)
    .where(eq(commitmentNote.commitmentId, id))
    .orderBy(asc(commitmentNote.writtenAt), asc(commitmentNote.id));

/** One open proposal a commitment: false where another waits. */
export async function insertDecision(tx: Tx, row: typeof commitmentDecision.$inferInsert): Promise<boolean> {
  return (await tx.insert(commitmentDecision).values(row).onConflictDoNothing().returning()).length > 0;
}
export async function updateDecision(
  tx: Tx,
  id: string,
  change: Partial<typeof commitmentDecision.$inferInsert>,
): Promise<void> {
  await tx.update(commitmentDecision).set(change).where(eq(commitmentDecision.id, id));
}
/** Oldest first. */
export const decisionsOf = (tx: Db | Tx, id: string): Promise<DecisionRow[]> =>
  tx
    .select()
    .from(commitmentDecision)
    .where(eq(commitmentDecision.commitmentId, id))
    .orderBy(asc(commitmentDecision.proposedAt), asc(commitmentDecision.id));

export const commitmentEvents = (tx: Db | Tx, id: string) =>
  tx
    .select({ kind: event.kind, at: event.at, actorId: event.actorId, bodyId: event.bodyId, payload: event.payload })
    .from(event)
    .where(and(eq(event.subjectKind, 'commitment'), eq(event.subjectId, id)))
    .orderBy(event.seq);

/** Officials who wrote any of its versions. */
export async function commitmentAuthors(tx: Db | Tx, id: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: event.actorId })
    .from(event)
    .where(
      and(
        eq(event.subjectKind, 'commitment'),
        eq(event.subjectId, id),
        inArray(event.kind, ['drafted', 'imported']),
        eq(event.actorKind, 'official'),
      ),
    );
  return rows.flatMap((row) => (row.id ? [row.id] : []));
}

/** Where a page of the officials' list ends: what it is sorted by, and the id. */
export interface CommitmentEdge {
  key: string;
  id: string;
}
const NEVER = '9999-12-31';
/** What is owed is sorted by its next date, the soonest first; all else by its arrival, the newest first. */
export const edgeOf = (row: CommitmentRow, soonest: boolean): CommitmentEdge => ({
  key: soonest ? (row.nextDueOn ?? NEVER) : row.createdAt.toISOString(),
  id: row.id,
});

/** A page of commitments of some bodies in some states, as their officials see them. */
export function commitmentsOwedBy(
  tx: Db | Tx,
  bodies: string[],
  states: CommitmentRow['state'][],
  page: { soonest: boolean; after: CommitmentEdge | null; limit: number },
): Promise<(CommitmentRow & { deciding: boolean })[]> {
  const { soonest, after, limit } = page;
  const due = sql`coalesce(${commitment.nextDueOn}, ${NEVER}::date)`;
  // Instants are kept to the microsecond, a cursor to the millisecond.
  const arrived = sql`date_trunc('milliseconds', ${commitment.createdAt})`;
  const beyond = after
    ? soonest
      ? sql`(${due}, ${commitment.id}) > (${after.key}::date, ${after.id}::uuid)`
      : sql`(${arrived}, ${commitment.id}) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : undefined;
  return tx
    .select({
      ...getTableColumns(commitment),
      deciding: sql<boolean>`exists (select 1 from ${commitmentDecision}
        where ${commitmentDecision.commitmentId} = ${commitment.id} and ${commitmentDecision.state} = 'proposed')`,
    })
    .from(commitment)
    .where(and(inArray(commitment.owedById, bodies), inArray(commitment.state, states), beyond))
    .orderBy(...(soonest ? [asc(due), asc(commitment.id)] : [desc(arrived), desc(commitment.id)]))
    .limit(limit);
}
