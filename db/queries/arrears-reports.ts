import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { arrearsReminder, arrearsReport } from '../schema/payments.ts';

export type ArrearsReportRow = typeof arrearsReport.$inferSelect;

export async function findReport(tx: Db | Tx, id: string, { lock = false } = {}): Promise<ArrearsReportRow | null> {
  const query = tx.select().from(arrearsReport).where(eq(arrearsReport.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The draft of a year anew, until it is handed in. @returns null where one was handed in or published */
export async function putReport(
  tx: Tx,
  row: Omit<typeof arrearsReport.$inferInsert, 'state' | 'version'>,
): Promise<{ id: string; version: number } | null> {
  const { document, sha256, explanation, madeBy, madeAt } = row;
  const [put] = await tx
    .insert(arrearsReport)
    .values({ ...row, state: 'draft' })
    .onConflictDoUpdate({
      target: [arrearsReport.bodyId, arrearsReport.year],
      set: { document, sha256, explanation, madeBy, madeAt, version: sql`${arrearsReport.version} + 1` },
      setWhere: eq(arrearsReport.state, 'draft'),
    })
    .returning({ id: arrearsReport.id, version: arrearsReport.version });
  return put ?? null;
}

export async function moveReport(
  tx: Tx,
  id: string,
  version: number,
  set: Partial<typeof arrearsReport.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(arrearsReport)
    .set({ ...set, version: version + 1 })
    .where(and(eq(arrearsReport.id, id), eq(arrearsReport.version, version)))
    .returning({ id: arrearsReport.id });
  return rows.length > 0;
}

export const reportsOf = (tx: Db | Tx, bodies: string[]): Promise<ArrearsReportRow[]> =>
  tx.select().from(arrearsReport).where(inArray(arrearsReport.bodyId, bodies)).orderBy(desc(arrearsReport.year));

/** Published ones of a year, the newest first; `after` is the last of the page before. */
export const publishedReports = (
  tx: Db | Tx,
  year: number,
  after: { at: Date; id: string } | null,
  limit: number,
): Promise<ArrearsReportRow[]> =>
  tx
    .select()
    .from(arrearsReport)
    .where(
      and(
        eq(arrearsReport.year, year),
        eq(arrearsReport.state, 'published'),
        after
          ? or(
              lt(arrearsReport.publishedAt, after.at),
              and(eq(arrearsReport.publishedAt, after.at), lt(arrearsReport.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(arrearsReport.publishedAt), desc(arrearsReport.id))
    .limit(limit);

/** Which of the bodies published the report of a year. */
export async function whoReported(tx: Db | Tx, year: number, bodies: string[]): Promise<Set<string>> {
  if (bodies.length === 0) return new Set();
  const rows = await tx
    .select({ id: arrearsReport.bodyId })
    .from(arrearsReport)
    .where(
      and(eq(arrearsReport.year, year), eq(arrearsReport.state, 'published'), inArray(arrearsReport.bodyId, bodies)),
    );
  return new Set(rows.map((row) => row.id));
}

/** Marks that bodies are reminded of a year. @returns those that were not reminded so yet */
export async function markReminded(tx: Tx, year: number, kind: 'soon' | 'late', bodies: string[]): Promise<string[]> {
  if (bodies.length === 0) return [];
  const rows = await tx
    .insert(arrearsReminder)
    .values(bodies.map((bodyId) => ({ bodyId, year, kind })))
    .onConflictDoNothing()
    .returning({ id: arrearsReminder.bodyId });
  return rows.map((row) => row.id);
}
