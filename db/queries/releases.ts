import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ReadingReason, ReleaseField } from '../../api/domain/release.ts';
import type { Sql, Tx } from '../client.ts';
import { caseRelease } from '../schema/cases.ts';

/** Fields that are released to a body now. The caller holds the case. */
export async function releasedTo(tx: Tx, caseId: string, bodyId: string): Promise<ReleaseField[]> {
  const rows = await tx
    .select({ field: caseRelease.field })
    .from(caseRelease)
    .where(and(eq(caseRelease.caseId, caseId), eq(caseRelease.bodyId, bodyId), isNull(caseRelease.revokedAt)));
  return rows.map((row) => row.field as ReleaseField);
}

export async function grantFields(
  tx: Tx,
  to: { caseId: string; bodyId: string; at: Date },
  fields: readonly ReleaseField[],
): Promise<void> {
  if (fields.length === 0) return;
  const { caseId, bodyId, at } = to;
  await tx
    .insert(caseRelease)
    .values(fields.map((field) => ({ id: randomUUID(), caseId, bodyId, field, grantedAt: at })));
}

/** For the future: the rows stay and say until when it was released. */
export async function revokeFields(
  tx: Tx,
  from: { caseId: string; bodyId: string; at: Date },
  fields: readonly ReleaseField[],
): Promise<void> {
  if (fields.length === 0) return;
  await tx
    .update(caseRelease)
    .set({ revokedAt: from.at })
    .where(
      and(
        eq(caseRelease.caseId, from.caseId),
        eq(caseRelease.bodyId, from.bodyId),
        inArray(caseRelease.field, [...fields]),
        isNull(caseRelease.revokedAt),
      ),
    );
}

export interface ReadingRow {
  at: Date;
  bodyId: string | null;
  field: string;
  category: ReadingReason | null;
}

/** Who read what of a case, newest first: bodies and kinds of reasons, never the official nor the words. */
export const readingsOf = (sql: Sql, caseId: string): Promise<ReadingRow[]> =>
  sql<ReadingRow[]>`
    select at, body_id as "bodyId", field, category from access_log where case_id = ${caseId} order by id desc limit 200`;

/** The parts of a person that a case has: a tip-off may have neither. */
export async function partsOf(sql: Sql, caseId: string): Promise<{ identity: boolean; contact: boolean }> {
  const rows = await sql<{ part: string }[]>`
    select part from case_content where case_id = ${caseId} and part in ('identity', 'contact')`;
  const has = (part: string) => rows.some((row) => row.part === part);
  return { identity: has('identity'), contact: has('contact') };
}
