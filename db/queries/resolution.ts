import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { cases } from '../schema/cases.ts';
import {
  caseCallback,
  caseCourt,
  caseDebt,
  caseDeed,
  caseDetermination,
  caseInstalment,
  caseMediation,
  caseSettlement,
} from '../schema/resolution.ts';

/* Settlement */

export async function insertMediation(tx: Tx, row: typeof caseMediation.$inferInsert): Promise<void> {
  await tx.insert(caseMediation).values(row);
}

export async function insertSettlement(
  tx: Tx,
  row: typeof caseSettlement.$inferInsert,
  instalments: (typeof caseInstalment.$inferInsert)[],
): Promise<void> {
  await tx.insert(caseSettlement).values(row);
  if (instalments.length > 0) await tx.insert(caseInstalment).values(instalments);
}

export async function settlementIn(
  tx: Tx,
  caseId: string,
  state: 'proposed' | 'agreed',
): Promise<typeof caseSettlement.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(caseSettlement)
    .where(and(eq(caseSettlement.caseId, caseId), eq(caseSettlement.state, state)));
  return row ?? null;
}

export async function changeSettlement(
  tx: Tx,
  id: string,
  set: Partial<typeof caseSettlement.$inferInsert>,
): Promise<void> {
  await tx.update(caseSettlement).set(set).where(eq(caseSettlement.id, id));
}

export async function instalmentsOf(tx: Tx, settlementId: string): Promise<(typeof caseInstalment.$inferSelect)[]> {
  return tx
    .select()
    .from(caseInstalment)
    .where(eq(caseInstalment.settlementId, settlementId))
    .orderBy(asc(caseInstalment.position));
}

export async function changeInstalment(
  tx: Tx,
  id: string,
  set: Partial<typeof caseInstalment.$inferInsert>,
): Promise<void> {
  await tx.update(caseInstalment).set(set).where(eq(caseInstalment.id, id));
}

/* Court, old debt, determination */

export async function insertCourt(tx: Tx, row: typeof caseCourt.$inferInsert): Promise<void> {
  await tx.insert(caseCourt).values(row);
}
export async function insertDebt(tx: Tx, row: typeof caseDebt.$inferInsert): Promise<void> {
  await tx.insert(caseDebt).values(row);
}
export async function insertDeed(tx: Tx, row: typeof caseDeed.$inferInsert): Promise<void> {
  await tx.insert(caseDeed).values(row);
}
export async function insertDetermination(tx: Tx, row: typeof caseDetermination.$inferInsert): Promise<void> {
  await tx.insert(caseDetermination).values(row);
}

export async function waitingDetermination(
  tx: Tx,
  caseId: string,
): Promise<typeof caseDetermination.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(caseDetermination)
    .where(and(eq(caseDetermination.caseId, caseId), isNull(caseDetermination.approved)));
  return row ?? null;
}

export async function decideDetermination(
  tx: Tx,
  id: string,
  set: Pick<typeof caseDetermination.$inferInsert, 'approved' | 'decidedBy' | 'decidedAt' | 'sealedRemark'>,
): Promise<void> {
  await tx.update(caseDetermination).set(set).where(eq(caseDetermination.id, id));
}

/* Callback */

/** Asked once a day at most: a case that is closed twice on one day was asked. */
export async function insertCallback(tx: Tx, row: typeof caseCallback.$inferInsert): Promise<void> {
  await tx.insert(caseCallback).values(row).onConflictDoNothing();
}

export async function answerCallback(tx: Tx, caseId: string, on: string): Promise<void> {
  await tx
    .update(caseCallback)
    .set({ answeredOn: on })
    .where(and(eq(caseCallback.caseId, caseId), isNull(caseCallback.answeredOn)));
}

/**
 * Callbacks whose day of reminding has come, with their cases held: events of one case follow one another. Whoever has given
 * a verdict, or whose case goes on, is not asked again.
 */
export async function dueCallbacks(
  tx: Tx,
  limit: number,
): Promise<{ id: string; caseId: string; now: Date; today: string }[]> {
  const today = sql<string>`(now() at time zone 'Asia/Shanghai')::date`;
  return tx
    .select({
      id: caseCallback.id,
      caseId: caseCallback.caseId,
      now: sql<Date>`now()`.mapWith(cases.filedAt),
      today: sql<string>`${today}::text`,
    })
    .from(caseCallback)
    .innerJoin(cases, eq(cases.id, caseCallback.caseId))
    .where(
      and(
        isNull(caseCallback.remindedOn),
        isNull(caseCallback.answeredOn),
        lte(caseCallback.remindOn, today),
        eq(cases.state, 'closed'),
      ),
    )
    .orderBy(asc(caseCallback.remindOn))
    .limit(limit)
    .for('update', { skipLocked: true });
}

export async function markReminded(tx: Tx, id: string, on: string): Promise<void> {
  await tx.update(caseCallback).set({ remindedOn: on }).where(eq(caseCallback.id, id));
}
