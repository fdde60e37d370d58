import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { commitmentFile } from '../schema/commitments.ts';

export type CommitmentFileRow = typeof commitmentFile.$inferSelect;

/** Evidence of a commitment, oldest first. */
export const commitmentFiles = (tx: Db | Tx, commitmentId: string): Promise<CommitmentFileRow[]> =>
  tx
    .select()
    .from(commitmentFile)
    .where(eq(commitmentFile.commitmentId, commitmentId))
    .orderBy(asc(commitmentFile.addedAt), asc(commitmentFile.id));

export async function insertCommitmentFile(tx: Tx, row: typeof commitmentFile.$inferInsert): Promise<void> {
  await tx.insert(commitmentFile).values(row);
}

/** Whether anything was put forward: beside the proposal itself, or beside a note of progress. */
export async function hasEvidence(tx: Db | Tx, commitmentId: string, decisionId: string): Promise<boolean> {
  const of = (which: ReturnType<typeof eq>) =>
    tx
      .select({ id: commitmentFile.id })
      .from(commitmentFile)
      .where(and(eq(commitmentFile.commitmentId, commitmentId), which))
      .limit(1);
  const [beside, noted] = await Promise.all([
    of(eq(commitmentFile.decisionId, decisionId)),
    of(isNotNull(commitmentFile.noteId)),
  ]);
  return beside.length + noted.length > 0;
}
