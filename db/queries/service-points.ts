import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { servicePoint } from '../schema/ratings.ts';

export type ServicePointRow = typeof servicePoint.$inferSelect;

export const insertPoint = (tx: Tx, row: typeof servicePoint.$inferInsert) => tx.insert(servicePoint).values(row);

export async function findPoint(tx: Db | Tx, id: string): Promise<ServicePointRow | null> {
  const [row] = await tx.select().from(servicePoint).where(eq(servicePoint.id, id));
  return row ?? null;
}

/** @returns false where it was revoked before */
export async function revokePointRow(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(servicePoint)
    .set({ revokedAt: at })
    .where(and(eq(servicePoint.id, id), isNull(servicePoint.revokedAt)))
    .returning({ id: servicePoint.id });
  return rows.length > 0;
}

export interface PointCounts {
  total: number;
  bad: number;
  month: number; // in the last thirty days
}

/** Points of some bodies with their counts, those in use first. */
export async function pointsOf(db: Db, bodyIds: readonly string[]): Promise<(ServicePointRow & PointCounts)[]> {
  if (bodyIds.length === 0) return [];
  const day = sql`(now() at time zone 'Asia/Shanghai')::date`;
  const of = (condition: ReturnType<typeof sql>) =>
    sql<number>`coalesce((select sum(d.n) from rating_figure d where d.scope = 'point' and d.key = ${servicePoint.id}::text
      and d.measure = 'given' and ${condition}), 0)::int`;
  const rows = await db
    .select({
      point: servicePoint,
      total: of(sql`true`),
      bad: of(sql`d.level <= 2`),
      month: of(sql`d.day > ${day} - 30`),
    })
    .from(servicePoint)
    .where(inArray(servicePoint.bodyId, [...bodyIds]))
    .orderBy(
      sql`${servicePoint.revokedAt} is not null`,
      asc(servicePoint.bodyId),
      asc(servicePoint.placeName),
      asc(servicePoint.name),
    );
  return rows.map(({ point, ...counts }) => ({ ...point, ...counts }));
}
