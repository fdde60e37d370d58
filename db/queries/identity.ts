import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { caseContent, cases } from '../schema/cases.ts';

/** Holds the case, so that its events follow one another, and tells the instant. */
export async function holdCase(tx: Tx | Db, caseId: string): Promise<Date> {
  const [row] = await tx
    .select({ now: sql<Date>`now()`.mapWith(cases.filedAt) })
    .from(cases)
    .where(eq(cases.id, caseId))
    .for('update');
  return row?.now ?? new Date(Number.NaN);
}

export async function sealedPerson(tx: Tx | Db, caseId: string): Promise<Map<string, Buffer>> {
  const rows = await tx
    .select({ part: caseContent.part, sealed: caseContent.sealed })
    .from(caseContent)
    .where(and(eq(caseContent.caseId, caseId), inArray(caseContent.part, ['identity', 'contact'])));
  return new Map(rows.map((row) => [row.part, row.sealed]));
}
