import { and, asc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
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

export interface AskedPoints {
  bodies: readonly string[];
  /** Part of a name or a place; empty: all. */
  q?: string;
}

const asked = ({ bodies, q = '' }: AskedPoints) => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    inArray(servicePoint.bodyId, [...bodies]),
    q ? or(ilike(servicePoint.name, like), ilike(servicePoint.placeName, like)) : undefined,
  );
};

export async function countPoints(db: Db, of: AskedPoints): Promise<number> {
  if (of.bodies.length === 0) return 0;
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(servicePoint).where(asked(of));
  return row?.n ?? 0;
}

/** Points of some bodies with their counts, those in use first, halls before what stands in them. */
export async function pointsOf(
  db: Db,
  of: AskedPoints,
  { limit = 10_000, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<(ServicePointRow & PointCounts)[]> {
  if (of.bodies.length === 0) return [];
  const day = sql`(now() at time zone 'Asia/Shanghai')::date`;
  const sum = (condition: ReturnType<typeof sql>) =>
    sql<number>`coalesce((select sum(d.n) from rating_figure d where d.scope = 'point' and d.key = ${servicePoint.id}::text
      and d.measure = 'given' and ${condition}), 0)::int`;
  const rows = await db
    .select({
      point: servicePoint,
      total: sum(sql`true`),
      bad: sum(sql`d.level <= 2`),
      month: sum(sql`d.day > ${day} - 30`),
    })
    .from(servicePoint)
    .where(asked(of))
    .orderBy(
      sql`${servicePoint.revokedAt} is not null`,
      sql`coalesce((select h.name from service_point h where h.id = service_point.parent_id), case when ${servicePoint.kind} = 'hall' then ${servicePoint.name} else ${servicePoint.placeName} end)`,
      sql`${servicePoint.kind} <> 'hall'`,
      asc(servicePoint.name),
      asc(servicePoint.id),
    )
    .limit(limit)
    .offset(offset);
  return rows.map(({ point, ...counts }) => ({ ...point, ...counts }));
}

/** Points in use of some bodies, by what tells them apart. */
export const namedPoints = (db: Db, bodies: readonly string[]) =>
  bodies.length === 0
    ? Promise.resolve([])
    : db
        .select({
          id: servicePoint.id,
          kind: servicePoint.kind,
          name: servicePoint.name,
          placeName: servicePoint.placeName,
          bodyId: servicePoint.bodyId,
        })
        .from(servicePoint)
        .where(and(inArray(servicePoint.bodyId, [...bodies]), isNull(servicePoint.revokedAt)))
        .orderBy(asc(servicePoint.placeName), asc(servicePoint.name));
