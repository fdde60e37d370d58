import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Sql, Tx } from '../client.ts';
import { caseContent, cases } from '../schema/cases.ts';

/** The parts that the masking of a narrative needs: the words, whose they are, and what was confirmed before. */
export async function summaryParts(
  client: Sql,
  caseId: string,
): Promise<{ parts: Map<string, Buffer>; publish: boolean; confirmedAt: Date | null }> {
  const rows = await client<{ part: string; sealed: Buffer; at: Date; publish: boolean }[]>`
    select p.part, p.sealed, p.updated_at as at, c.publish_summary as publish
    from case_content p join cases c on c.id = p.case_id where p.case_id = ${caseId}`;
  return {
    parts: new Map(rows.map((row) => [row.part, row.sealed])),
    publish: rows[0]?.publish ?? false,
    confirmedAt: rows.find((row) => row.part === 'summary')?.at ?? null,
  };
}

/** Keeps the confirmed text, or takes it away; the caller holds the case. */
export async function putSummary(tx: Tx, caseId: string, sealed: Buffer | null, at: Date): Promise<void> {
  await tx
    .update(cases)
    .set({ publishSummary: sealed !== null })
    .where(eq(cases.id, caseId));
  if (!sealed) {
    await tx.delete(caseContent).where(and(eq(caseContent.caseId, caseId), inArray(caseContent.part, ['summary'])));
    return;
  }
  await tx
    .insert(caseContent)
    .values({ caseId, part: 'summary', sealed, updatedAt: at })
    .onConflictDoUpdate({
      target: [caseContent.caseId, caseContent.part],
      set: { sealed: sql`excluded.sealed`, updatedAt: at },
    });
}
