import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Sql, Tx } from '../client.ts';
import { servicePoint } from '../schema/ratings.ts';
import { servicePointBatch, servicePointCode, servicePointOffer } from '../schema/service-points.ts';
import type { ServicePointRow } from './service-points.ts';

/** The code in use of the point whose replaced code this is; null where its grace is over or it is none. */
export async function currentCode(client: Sql, old: string): Promise<string | null> {
  const [row] = await client<{ code: string }[]>`
    select p.code from service_point_code o join service_point p on p.id = o.service_point_id
    where o.code = ${old} and o.valid_until > now() and p.revoked_at is null`;
  return row?.code ?? null;
}

/** Gives a point a new code where its version still stands; the old one opens it for `days` more. */
export async function replaceCode(
  tx: Tx,
  point: Pick<ServicePointRow, 'id' | 'code' | 'codeKeyVersion' | 'version'>,
  made: { code: string; keyVersion: number },
  at: Date,
  days: number,
): Promise<boolean> {
  const rows = await tx
    .update(servicePoint)
    .set({ code: made.code, codeKeyVersion: made.keyVersion, version: sql`${servicePoint.version} + 1` })
    .where(and(eq(servicePoint.id, point.id), eq(servicePoint.version, point.version), isNull(servicePoint.revokedAt)))
    .returning({ id: servicePoint.id });
  if (rows.length === 0) return false;
  await tx.insert(servicePointCode).values({
    code: point.code,
    servicePointId: point.id,
    keyVersion: point.codeKeyVersion,
    replacedAt: at,
    validUntil: new Date(at.getTime() + days * 86_400_000),
  });
  return true;
}

/** Revoked means revoked: replaced codes that still hang end with it. */
export const endCodes = (tx: Tx, pointId: string, at: Date) =>
  tx
    .update(servicePointCode)
    .set({ validUntil: at })
    .where(
      and(eq(servicePointCode.servicePointId, pointId), sql`${servicePointCode.validUntil} > ${at.toISOString()}`),
    );

export const codesOf = (db: Db, pointId: string) =>
  db
    .select()
    .from(servicePointCode)
    .where(eq(servicePointCode.servicePointId, pointId))
    .orderBy(sql`${servicePointCode.replacedAt} desc`)
    .limit(20);

export interface CodeVersion {
  version: number;
  /** Points in use whose present code is signed with it. */
  current: number;
  /** Replaced codes that still open. */
  grace: number;
  /** The last day of grace among them. */
  until: Date | null;
}

/** How many posters of these bodies carry which version of the key. Version 0 is the unsigned example of a demonstration. */
export const codeVersions = (client: Sql, bodies: readonly string[]) => client<CodeVersion[]>`
  select version, sum(current)::int as current, sum(grace)::int as grace, max(until) as until from (
    select code_key_version as version, count(*) as current, 0 as grace, null::timestamptz as until
    from service_point where revoked_at is null and body_id = any (${bodies as string[]}::uuid[]) group by 1
    union all
    select o.key_version, 0, count(*), max(o.valid_until)
    from service_point_code o join service_point p on p.id = o.service_point_id
    where o.valid_until > now() and p.revoked_at is null and p.body_id = any (${bodies as string[]}::uuid[]) group by 1
  ) x group by version order by version desc`;

/** Points in use whose code an older key signed, some at a time. */
export const pointsOfVersion = (tx: Tx, bodies: readonly string[], version: number, limit: number) =>
  tx
    .select()
    .from(servicePoint)
    .where(
      and(
        eq(servicePoint.codeKeyVersion, version),
        isNull(servicePoint.revokedAt),
        inArray(servicePoint.bodyId, [...bodies]),
      ),
    )
    .orderBy(asc(servicePoint.id))
    .limit(limit);

/** Points that stand in a hall, and those that a batch made: in the order in which they are hung. */
export const pointsIn = (db: Db, of: { parentId: string } | { batchId: string }): Promise<ServicePointRow[]> =>
  db
    .select()
    .from(servicePoint)
    .where(
      and(
        'parentId' in of ? eq(servicePoint.parentId, of.parentId) : eq(servicePoint.batchId, of.batchId),
        isNull(servicePoint.revokedAt),
      ),
    )
    .orderBy(
      sql`${servicePoint.kind} <> 'hall'`,
      asc(servicePoint.placeName),
      asc(servicePoint.createdAt),
      asc(servicePoint.name),
    );

export async function offersOf(db: Db, point: Pick<ServicePointRow, 'id' | 'kind'>): Promise<string[]> {
  const [own, other] =
    point.kind === 'item'
      ? [servicePointOffer.itemId, servicePointOffer.windowId]
      : [servicePointOffer.windowId, servicePointOffer.itemId];
  return (await db.select({ id: other }).from(servicePointOffer).where(eq(own, point.id))).map((row) => row.id);
}

export async function putOffers(tx: Tx, itemId: string, windowIds: readonly string[]): Promise<void> {
  await tx.delete(servicePointOffer).where(eq(servicePointOffer.itemId, itemId));
  if (windowIds.length > 0)
    await tx.insert(servicePointOffer).values(windowIds.map((windowId) => ({ itemId, windowId })));
}

/** @returns false where somebody else changed it meanwhile, or it is revoked */
export async function changePoint(
  tx: Tx,
  id: string,
  version: number,
  set: Partial<typeof servicePoint.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(servicePoint)
    .set({ ...set, version: version + 1 })
    .where(and(eq(servicePoint.id, id), eq(servicePoint.version, version), isNull(servicePoint.revokedAt)))
    .returning({ id: servicePoint.id });
  return rows.length > 0;
}

export const pointsByIds = (db: Db | Tx, ids: readonly string[]): Promise<ServicePointRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(servicePoint)
        .where(inArray(servicePoint.id, [...ids]));

export async function insertBatch(tx: Tx, row: typeof servicePointBatch.$inferInsert): Promise<boolean> {
  return (await tx.insert(servicePointBatch).values(row).onConflictDoNothing().returning()).length > 0;
}

export async function findBatch(db: Db, of: { id: string } | { sha256: Buffer }) {
  const [row] = await db
    .select()
    .from(servicePointBatch)
    .where('id' in of ? eq(servicePointBatch.id, of.id) : eq(servicePointBatch.sha256, of.sha256));
  return row ?? null;
}
