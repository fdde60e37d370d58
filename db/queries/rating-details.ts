import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { caseContent, caseKey, caseRelease, cases } from '../schema/cases.ts';
import { rating } from '../schema/ratings.ts';
import { insertDelta } from './rating-aside.ts';

/** The case key as it is wrapped; null once erased. */
export async function wrappedKey(tx: Tx, id: string) {
  const [row] = await tx
    .select({ wrapped: caseKey.wrapped, version: caseKey.keyVersion })
    .from(caseKey)
    .where(eq(caseKey.id, id));
  return row?.wrapped ? { wrapped: row.wrapped, version: row.version } : null;
}

export const insertRatingKey = (tx: Tx, key: { id: string; wrapped: Buffer; version: number }) =>
  tx.insert(caseKey).values({ id: key.id, keyVersion: key.version, wrapped: key.wrapped });

/** Adds what was said after the level, once. @returns false where something had been said already */
export async function putDetails(
  tx: Tx,
  known: { id: string; createdAt: Date },
  said: { keyId: string | null; sealed: Buffer | null; indicators: string[]; hasContact: boolean },
): Promise<boolean> {
  const rows = await tx
    .update(rating)
    .set(said)
    .where(
      and(
        eq(rating.id, known.id),
        eq(rating.createdAt, known.createdAt),
        isNull(rating.sealed),
        sql`${rating.indicators} = '{}'`,
      ),
    )
    .returning({
      pointId: rating.servicePointId,
      bodyId: rating.bodyId,
      level: rating.level,
      day: sql<string>`(${rating.createdAt} at time zone 'Asia/Shanghai')::date::text`,
    });
  const [row] = rows;
  if (row && said.indicators.length > 0) await insertDelta(tx, row, said.indicators, 1);
  return row !== undefined;
}

/** Puts what was said into the case that the rating opened. */
export async function putCaseDetails(
  tx: Tx,
  caseId: string,
  said: { now: Date; narrative: Buffer; contact: Buffer | null; releaseId: string | null },
): Promise<void> {
  const [row] = await tx
    .update(cases)
    .set({ version: sql`${cases.version} + 1`, ...(said.releaseId ? { identityToHandler: true } : {}) })
    .where(eq(cases.id, caseId))
    .returning({ handlerId: cases.handlerId });
  const parts = [
    { caseId, part: 'narrative', sealed: said.narrative, updatedAt: said.now },
    ...(said.contact ? [{ caseId, part: 'contact', sealed: said.contact, updatedAt: said.now }] : []),
  ];
  await tx
    .insert(caseContent)
    .values(parts)
    .onConflictDoUpdate({
      target: [caseContent.caseId, caseContent.part],
      set: { sealed: sql`excluded.sealed`, updatedAt: said.now },
    });
  if (said.releaseId && row?.handlerId) {
    await tx
      .insert(caseRelease)
      .values({ id: said.releaseId, caseId, bodyId: row.handlerId, field: 'contact', grantedAt: said.now });
  }
}
