import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { PASSING_STATES, RUNNING_STATES, WARN_DAYS } from '../../api/domain/commitment.ts';
import type { Db, Tx } from '../client.ts';
import { commitment, commitmentRegistration } from '../schema/commitments.ts';

/** Bodies that owe something. */
export const owingBodies = async (tx: Db | Tx): Promise<string[]> => {
  const rows = await tx
    .selectDistinct({ id: commitment.owedById })
    .from(commitment)
    .where(inArray(commitment.state, [...PASSING_STATES]));
  return rows.map((row) => row.id);
};

export const owedIds = async (tx: Db | Tx, bodyId: string, limit: number): Promise<string[]> => {
  const rows = await tx
    .select({ id: commitment.id })
    .from(commitment)
    .where(and(eq(commitment.owedById, bodyId), inArray(commitment.state, [...PASSING_STATES])))
    .limit(limit);
  return rows.map((row) => row.id);
};

/** Marks what falls due within the days of warning and was not warned of for that date. @returns the bodies that owe it */
export async function markDueSoon(tx: Tx, today: string): Promise<{ id: string; owedById: string; dueOn: string }[]> {
  const rows = await tx
    .update(commitment)
    .set({ warnedOn: sql`${commitment.nextDueOn}` })
    .where(
      and(
        inArray(commitment.state, [...RUNNING_STATES]),
        isNotNull(commitment.nextDueOn),
        sql`${commitment.nextDueOn} between ${today}::date and ${today}::date + ${WARN_DAYS}::int`,
        or(sql`${commitment.warnedOn} is null`, ne(commitment.warnedOn, commitment.nextDueOn)),
      ),
    )
    .returning({ id: commitment.id, owedById: commitment.owedById, dueOn: commitment.nextDueOn });
  return rows.map((row) => ({ ...row, dueOn: row.dueOn ?? '' }));
}

/** Registered promises whose days to answer have passed and of which nobody above was told; each is marked once. */
export async function markUnanswered(tx: Tx, today: string): Promise<string[]> {
  const late = sql`exists (select 1 from ${commitmentRegistration} where ${commitmentRegistration.commitmentId} = ${commitment.id}
    and ${commitmentRegistration.answeredOn} is null and ${commitmentRegistration.dueOn} < ${today}::date)`;
  const rows = await tx
    .update(commitment)
    .set({ warnedOn: today })
    .where(and(eq(commitment.state, 'registered'), isNull(commitment.warnedOn), late))
    .returning({ owedById: commitment.owedById });
  return rows.map((row) => row.owedById);
}
