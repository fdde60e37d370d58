import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { caseClock, caseClockExtension, cases } from '../schema/cases.ts';
import { clockRule } from '../schema/clocks.ts';

export interface Extendable {
  clockId: string;
  step: string;
  unit: string;
  dueOn: string;
  /** Further days that the rule still allows. */
  left: number;
}

/** Running clocks of a case that are not overdue and may still be extended. */
export async function extendableClocks(tx: Tx | Db, caseId: string, today: string): Promise<Extendable[]> {
  const given = sql<number>`coalesce((
    select sum(x.days) from ${caseClockExtension} x where x.clock_id = ${caseClock.id} and x.approved), 0)::int`;
  const rows = await tx
    .select({
      clockId: caseClock.id,
      step: caseClock.step,
      unit: caseClock.unit,
      dueOn: sql<string>`${caseClock.dueOn}`,
      left: sql<number>`${clockRule.maxExtension} - ${given}`,
    })
    .from(caseClock)
    .innerJoin(clockRule, eq(clockRule.id, caseClock.ruleId))
    .where(and(eq(caseClock.caseId, caseId), isNull(caseClock.endedOn), sql`${caseClock.dueOn} >= ${today}`))
    .orderBy(caseClock.dueOn);
  return rows.filter((row) => row.left > 0);
}

export async function insertExtension(
  tx: Tx,
  row: typeof caseClockExtension.$inferInsert & { sealedReason: Buffer },
): Promise<void> {
  await tx.insert(caseClockExtension).values(row);
}

export interface PendingExtension {
  id: string;
  clockId: string;
  step: string;
  days: number;
  askedBy: string;
}

/** The one that waits to be decided. The caller holds the case. */
export async function pendingExtension(tx: Tx | Db, caseId: string): Promise<PendingExtension | null> {
  const [row] = await tx
    .select({
      id: caseClockExtension.id,
      clockId: caseClockExtension.clockId,
      step: caseClock.step,
      days: caseClockExtension.days,
      askedBy: caseClockExtension.askedBy,
    })
    .from(caseClockExtension)
    .innerJoin(caseClock, eq(caseClock.id, caseClockExtension.clockId))
    .innerJoin(cases, eq(cases.id, caseClock.caseId))
    .where(and(eq(cases.id, caseId), isNull(caseClock.endedOn), isNull(caseClockExtension.decidedAt)))
    .limit(1);
  return row ?? null;
}

export async function decideExtensionRow(
  tx: Tx,
  id: string,
  set: {
    decidedBy: string;
    decidedAt: Date;
    approved: boolean;
    sealedDecision: Buffer | null;
    dueAfter: string | null;
  },
): Promise<void> {
  await tx.update(caseClockExtension).set(set).where(eq(caseClockExtension.id, id));
}
