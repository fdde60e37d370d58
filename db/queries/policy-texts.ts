import { and, desc, eq, sql } from 'drizzle-orm';
import type { PolicyTextState } from '../../api/domain/policy-text.ts';
import type { Db, Tx } from '../client.ts';
import { policyText } from '../schema/duties.ts';

export type PolicyTextRow = typeof policyText.$inferSelect;

export async function insertPolicyText(tx: Tx, row: typeof policyText.$inferInsert): Promise<void> {
  await tx.insert(policyText).values(row);
}

/** The same file for the same document that still waits or shows already. */
export async function samePolicyText(tx: Tx, documentId: string, sha256: string): Promise<PolicyTextRow | null> {
  const [row] = await tx
    .select()
    .from(policyText)
    .where(
      and(
        eq(policyText.documentId, documentId),
        eq(policyText.sha256, sha256),
        sql`${policyText.state} in ('proposed', 'shown')`,
      ),
    );
  return row ?? null;
}

export async function policyTextRow(db: Db | Tx, id: string): Promise<PolicyTextRow | null> {
  const [row] = await db.select().from(policyText).where(eq(policyText.id, id));
  return row ?? null;
}

/** The newest `limit`, those that wait first. */
export const policyTexts = (db: Db, limit: number): Promise<PolicyTextRow[]> =>
  db
    .select()
    .from(policyText)
    .orderBy(desc(sql`${policyText.state} = 'proposed'`), desc(policyText.proposedAt))
    .limit(limit);

/** The text that shows under a document's digests. */
export async function shownPolicyText(db: Db, documentId: string): Promise<PolicyTextRow | null> {
  const [row] = await db
    .select()
    .from(policyText)
    .where(and(eq(policyText.documentId, documentId), eq(policyText.state, 'shown')));
  return row ?? null;
}

/** The text that showed until now gives way; its clauses leave the document. */
export async function replaceShown(tx: Tx, documentId: string): Promise<void> {
  await tx
    .update(policyText)
    .set({ state: 'replaced' })
    .where(and(eq(policyText.documentId, documentId), eq(policyText.state, 'shown')));
  await tx.execute(sql`update policy_clause set full_text = null where document_id = ${documentId}`);
}

/** Decides once. @returns false where somebody has decided already */
export async function decidePolicyText(
  tx: Tx,
  id: string,
  state: Exclude<PolicyTextState, 'proposed' | 'replaced'>,
  by: string,
): Promise<boolean> {
  const rows = await tx
    .update(policyText)
    .set({ state, decidedBy: by, decidedAt: sql`now()` })
    .where(and(eq(policyText.id, id), eq(policyText.state, 'proposed')))
    .returning({ id: policyText.id });
  return rows.length > 0;
}
