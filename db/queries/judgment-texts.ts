import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { disclosureKey } from '../schema/disclosure-rights.ts';
import { judgmentText } from '../schema/judgment-texts.ts';

export type JudgmentTextRow = typeof judgmentText.$inferSelect;

/** Whoever changes it holds the row of its record: see lockDisclosure. */
export async function findText(tx: Db | Tx, disclosureId: string): Promise<JudgmentTextRow | null> {
  const [row] = await tx.select().from(judgmentText).where(eq(judgmentText.disclosureId, disclosureId));
  return row ?? null;
}

export async function putTextRow(tx: Tx, row: typeof judgmentText.$inferInsert): Promise<void> {
  const { disclosureId, ...set } = row;
  const again = { changedBy: null, changedAt: null, shownSha256: null, shownTo: null, shownAt: null };
  await tx
    .insert(judgmentText)
    .values(row)
    .onConflictDoUpdate({
      target: judgmentText.disclosureId,
      set: { ...again, approvedBy: null, approvedAt: null, ...set },
    });
}

export async function updateText(
  tx: Tx,
  disclosureId: string,
  set: Partial<typeof judgmentText.$inferInsert>,
): Promise<void> {
  await tx.update(judgmentText).set(set).where(eq(judgmentText.disclosureId, disclosureId));
}

export async function removeTextRow(tx: Tx, disclosureId: string): Promise<void> {
  await tx.delete(judgmentText).where(eq(judgmentText.disclosureId, disclosureId));
}

/** Without its key what was sealed is noise, in every backup that does not hold the key. */
export async function eraseKey(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(disclosureKey).set({ wrapped: null, erasedAt: at }).where(eq(disclosureKey.id, id));
}

export interface PublicText {
  content: string;
  sha256: Buffer;
  approvedAt: Date;
}
/** The same of several records, by their ids. */
export async function approvedTexts(tx: Tx | Db, disclosureIds: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: judgmentText.disclosureId, content: judgmentText.publicText })
    .from(judgmentText)
    .where(and(inArray(judgmentText.disclosureId, disclosureIds), isNotNull(judgmentText.approvedAt)));
  return new Map(rows.flatMap(({ id, content }) => (content === null ? [] : [[id, content] as const])));
}

/** The text that a second person approved. Whether its record is public is for the caller to ask. */
export async function approvedText(tx: Db | Tx, disclosureId: string): Promise<PublicText | null> {
  const [row] = await tx
    .select({
      content: judgmentText.publicText,
      sha256: judgmentText.publicSha256,
      approvedAt: judgmentText.approvedAt,
    })
    .from(judgmentText)
    .where(and(eq(judgmentText.disclosureId, disclosureId), isNotNull(judgmentText.approvedAt)));
  if (!row || row.content === null || row.approvedAt === null) return null;
  return { content: row.content, sha256: row.sha256, approvedAt: row.approvedAt };
}
