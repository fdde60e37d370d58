import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { formDraft } from '../schema/cases.ts';

/** One draft per official and case; the last one saved stays. */
export async function saveReplyDraft(
  db: Db | Tx,
  draft: { owner: string; caseId: string; sealed: Buffer },
): Promise<Date> {
  const kept = { sealed: draft.sealed, createdAt: sql`now()`, expiresAt: sql`now() + interval '30 days'` };
  const [row] = await db
    .insert(formDraft)
    .values({ id: randomUUID(), kind: 'reply', owner: draft.owner, subjectId: draft.caseId, ...kept })
    .onConflictDoUpdate({
      target: [formDraft.owner, formDraft.subjectId],
      targetWhere: sql`kind = 'reply'`,
      set: kept,
    })
    .returning({ at: formDraft.createdAt });
  return row?.at ?? new Date(0);
}

export async function dropReplyDraft(db: Db | Tx, owner: string, caseId: string): Promise<void> {
  await db
    .delete(formDraft)
    .where(and(eq(formDraft.kind, 'reply'), eq(formDraft.owner, owner), eq(formDraft.subjectId, caseId)));
}
