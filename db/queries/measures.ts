import { and, asc, desc, eq, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm';
import { GOVERNED } from '../../api/domain/measure.ts';
import type { Db, Tx } from '../client.ts';
import { disclosure } from '../schema/disclosures.ts';
import { disclosureMeasure, governanceEntry, measure } from '../schema/measures.ts';

export type MeasureRow = typeof measure.$inferSelect;

/** The list in use, in the order of ids. */
export const listMeasures = (tx: Db | Tx): Promise<MeasureRow[]> =>
  tx.select().from(measure).where(isNull(measure.retiredAt)).orderBy(asc(measure.id));

/** Adds a measure or words it anew; the reference leaves it alone from then on. */
export async function saveMeasure(tx: Tx | Db, row: typeof measure.$inferInsert): Promise<void> {
  const { id: _, ...set } = row;
  await tx
    .insert(measure)
    .values(row)
    .onConflictDoUpdate({ target: measure.id, set: { ...set, retiredAt: null, referenceHash: 'local' } });
}
export async function retireMeasure(tx: Tx | Db, id: string, by: string): Promise<boolean> {
  const rows = await tx
    .update(measure)
    .set({ retiredAt: sql`now()`, changedBy: by, changedAt: sql`now()`, referenceHash: 'local' })
    .where(and(eq(measure.id, id), isNull(measure.retiredAt)))
    .returning({ id: measure.id });
  return rows.length > 0;
}

/** Measures of a record with their names, the newest first. */
export const measuresOf = (tx: Db | Tx, disclosureId: string) =>
  tx
    .select({
      id: disclosureMeasure.id,
      measureId: disclosureMeasure.measureId,
      name: measure.name,
      nameEn: measure.nameEn,
      basis: measure.basis,
      basisEn: measure.basisEn,
      imposedOn: disclosureMeasure.imposedOn,
      state: disclosureMeasure.state,
      reason: disclosureMeasure.reason,
      changedOn: disclosureMeasure.changedOn,
    })
    .from(disclosureMeasure)
    .innerJoin(measure, eq(measure.id, disclosureMeasure.measureId))
    .where(eq(disclosureMeasure.disclosureId, disclosureId))
    .orderBy(desc(disclosureMeasure.imposedOn), asc(disclosureMeasure.measureId));

/** False where the record has the measure already. */
export async function imposeMeasure(tx: Tx, row: typeof disclosureMeasure.$inferInsert): Promise<boolean> {
  return (await tx.insert(disclosureMeasure).values(row).onConflictDoNothing().returning()).length > 0;
}
export async function changeMeasure(
  tx: Tx,
  disclosureId: string,
  measureId: string,
  set: Partial<typeof disclosureMeasure.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(disclosureMeasure)
    .set(set)
    .where(
      and(
        eq(disclosureMeasure.disclosureId, disclosureId),
        eq(disclosureMeasure.measureId, measureId),
        ne(disclosureMeasure.state, 'lifted'),
      ),
    )
    .returning({ id: disclosureMeasure.id });
  return rows.length > 0;
}

/** Public records that belong on the list of a month and are not on it yet, locked in the order of their ids. */
export const missingEntries = (tx: Tx, month: string) =>
  tx
    .select({ id: disclosure.id, bodyId: disclosure.bodyId, publisherId: disclosure.publisherId })
    .from(disclosure)
    .where(
      and(
        eq(disclosure.state, 'published'),
        inArray(disclosure.kind, [...GOVERNED]),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(governanceEntry)
            .where(and(eq(governanceEntry.month, month), eq(governanceEntry.disclosureId, disclosure.id))),
        ),
      ),
    )
    .orderBy(asc(disclosure.id))
    .for('update');

export async function insertEntries(tx: Tx, rows: (typeof governanceEntry.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(governanceEntry).values(rows).onConflictDoNothing();
}

/** The list of a month with each record as it is now, for a publisher's side or for the bodies that answer for entries. */
export const governanceOf = (tx: Db | Tx, month: string, who: { publishers: string[]; responsible: string[] }) =>
  tx
    .select({
      record: disclosure,
      responsibleId: governanceEntry.responsibleId,
      listedAt: governanceEntry.listedAt,
      progress: governanceEntry.progress,
      feedback: governanceEntry.feedback,
      feedbackAt: governanceEntry.feedbackAt,
    })
    .from(governanceEntry)
    .innerJoin(disclosure, eq(disclosure.id, governanceEntry.disclosureId))
    .where(
      and(
        eq(governanceEntry.month, month),
        or(
          inArray(governanceEntry.responsibleId, who.responsible),
          inArray(disclosure.publisherId, who.publishers),
          who.publishers.length > 0 ? isNull(disclosure.publisherId) : undefined,
        ),
      ),
    )
    .orderBy(asc(disclosure.division), asc(disclosure.bodyName), asc(disclosure.id));

export const governanceMonths = async (tx: Db | Tx): Promise<string[]> =>
  (
    await tx
      .selectDistinct({ month: governanceEntry.month })
      .from(governanceEntry)
      .orderBy(desc(governanceEntry.month))
      .limit(36)
  ).map((row) => row.month);

export async function saveFeedback(
  tx: Tx,
  month: string,
  disclosureId: string,
  set: Pick<typeof governanceEntry.$inferInsert, 'progress' | 'feedback' | 'feedbackBy' | 'feedbackAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(governanceEntry)
    .set(set)
    .where(and(eq(governanceEntry.month, month), eq(governanceEntry.disclosureId, disclosureId)))
    .returning({ id: governanceEntry.disclosureId });
  return rows.length > 0;
}
export async function entryOf(tx: Db | Tx, month: string, disclosureId: string) {
  const [row] = await tx
    .select()
    .from(governanceEntry)
    .where(and(eq(governanceEntry.month, month), eq(governanceEntry.disclosureId, disclosureId)));
  return row ?? null;
}
