import { and, asc, count, desc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { RequestKind, RequestOutcome } from '../../api/domain/disclosure-request.ts';
import type { Db, Tx } from '../client.ts';
import {
  disclosureExemption,
  disclosureKey,
  disclosureRectification,
  disclosureRequest,
  disclosureStep,
} from '../schema/disclosure-rights.ts';
import { disclosure, disclosureCorrection } from '../schema/disclosures.ts';
import { event } from '../schema/events.ts';

export type RequestRow = typeof disclosureRequest.$inferSelect;
export type RectificationRow = typeof disclosureRectification.$inferSelect;
export type ExemptionRow = typeof disclosureExemption.$inferSelect;
export type StepRow = typeof disclosureStep.$inferSelect;

export async function insertStep(tx: Tx, row: typeof disclosureStep.$inferInsert): Promise<void> {
  await tx.insert(disclosureStep).values(row);
}
export const stepsOf = (tx: Db | Tx, id: string): Promise<StepRow[]> =>
  tx.select().from(disclosureStep).where(eq(disclosureStep.disclosureId, id)).orderBy(asc(disclosureStep.version));

/** Who did what that decides about who may do the next step: authors, proposers, who confirmed a performance. */
export async function peopleOf(tx: Db | Tx, id: string) {
  const [authors, corrections, exemptions, confirmed] = await Promise.all([
    tx
      .selectDistinct({ id: event.actorId })
      .from(event)
      .where(
        and(eq(event.subjectKind, 'disclosure'), eq(event.subjectId, id), inArray(event.kind, ['drafted', 'imported'])),
      ),
    tx
      .select({ by: disclosureCorrection.proposedBy })
      .from(disclosureCorrection)
      .where(eq(disclosureCorrection.disclosureId, id)),
    tx
      .select({ by: disclosureExemption.proposedBy })
      .from(disclosureExemption)
      .where(and(eq(disclosureExemption.disclosureId, id), isNull(disclosureExemption.approved))),
    tx
      .select({ by: disclosureRequest.confirmedBy })
      .from(disclosureRequest)
      .where(
        and(
          eq(disclosureRequest.disclosureId, id),
          eq(disclosureRequest.kind, 'repair'),
          isNull(disclosureRequest.outcome),
        ),
      ),
  ]);
  return {
    authors: authors.flatMap((row) => (row.id ? [row.id] : [])),
    correction: corrections[0]?.by ?? null,
    exemption: exemptions[0]?.by ?? null,
    confirmer: confirmed.find((row) => row.by)?.by ?? null,
  };
}

export async function insertKey(tx: Tx, row: { id: string; wrapped: Buffer; version: number }): Promise<void> {
  await tx.insert(disclosureKey).values({ id: row.id, wrapped: row.wrapped, keyVersion: row.version });
}
export async function findKey(tx: Db | Tx, id: string): Promise<{ wrapped: Buffer | null; version: number } | null> {
  const [row] = await tx
    .select({ wrapped: disclosureKey.wrapped, version: disclosureKey.keyVersion })
    .from(disclosureKey)
    .where(eq(disclosureKey.id, id));
  return row ?? null;
}

export async function insertRequest(tx: Tx, row: typeof disclosureRequest.$inferInsert): Promise<void> {
  await tx.insert(disclosureRequest).values(row);
}
export async function requestBySubmission(tx: Db | Tx, hash: Buffer): Promise<RequestRow | null> {
  const [row] = await tx.select().from(disclosureRequest).where(eq(disclosureRequest.submissionHash, hash));
  return row ?? null;
}
export async function requestByCode(tx: Db | Tx, hash: Buffer): Promise<RequestRow | null> {
  const [row] = await tx.select().from(disclosureRequest).where(eq(disclosureRequest.codeHash, hash));
  return row ?? null;
}
export async function findRequest(tx: Db | Tx, id: string): Promise<RequestRow | null> {
  const [row] = await tx.select().from(disclosureRequest).where(eq(disclosureRequest.id, id));
  return row ?? null;
}
export const requestsOf = (tx: Db | Tx, disclosureId: string): Promise<RequestRow[]> =>
  tx
    .select()
    .from(disclosureRequest)
    .where(eq(disclosureRequest.disclosureId, disclosureId))
    .orderBy(asc(disclosureRequest.filedAt), asc(disclosureRequest.id));

/** The repair of a record that waits. */
export async function openRepair(tx: Db | Tx, disclosureId: string): Promise<RequestRow | null> {
  const [row] = await tx
    .select()
    .from(disclosureRequest)
    .where(
      and(
        eq(disclosureRequest.disclosureId, disclosureId),
        eq(disclosureRequest.kind, 'repair'),
        eq(disclosureRequest.screening, 'passed'),
        isNull(disclosureRequest.outcome),
      ),
    );
  return row ?? null;
}

/** Changes a request that nobody has decided yet. @returns false where somebody was faster */
export async function updateRequest(
  tx: Tx,
  id: string,
  set: Partial<typeof disclosureRequest.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(disclosureRequest)
    .set(set)
    .where(and(eq(disclosureRequest.id, id), isNull(disclosureRequest.outcome)))
    .returning({ id: disclosureRequest.id });
  return rows.length > 0;
}

/** How many other objections to the record carry the flag and wait. */
export async function otherFlagged(tx: Tx, disclosureId: string, except: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(disclosureRequest)
    .where(
      and(
        eq(disclosureRequest.disclosureId, disclosureId),
        eq(disclosureRequest.kind, 'objection'),
        eq(disclosureRequest.screening, 'passed'),
        isNull(disclosureRequest.outcome),
        ne(disclosureRequest.id, except),
      ),
    );
  return row?.n ?? 0;
}

/** The record has ended: what still waits about it is at an end too. @returns the ids of what was closed */
export async function closeRequests(
  tx: Tx,
  disclosureId: string,
  outcome: RequestOutcome,
  at: Date,
): Promise<string[]> {
  const rows = await tx
    .update(disclosureRequest)
    .set({ outcome, decidedAt: at })
    .where(and(eq(disclosureRequest.disclosureId, disclosureId), isNull(disclosureRequest.outcome)))
    .returning({ id: disclosureRequest.id });
  return rows.map((row) => row.id).sort();
}

/** What waits to be decided, oldest first, with the record that it is about. */
export const openRequests = (tx: Db | Tx, kind: RequestKind | null, reachable: string[], limit: number) =>
  tx
    .select({
      request: disclosureRequest,
      id: disclosure.id,
      title: disclosure.title,
      recordKind: disclosure.kind,
      publisherId: disclosure.publisherId,
      state: disclosure.state,
    })
    .from(disclosureRequest)
    .innerJoin(disclosure, eq(disclosure.id, disclosureRequest.disclosureId))
    .where(
      and(
        isNull(disclosureRequest.outcome),
        ne(disclosureRequest.screening, 'rejected'),
        kind ? eq(disclosureRequest.kind, kind) : undefined,
        or(isNull(disclosure.publisherId), inArray(disclosure.publisherId, reachable)),
      ),
    )
    .orderBy(asc(disclosureRequest.filedAt), asc(disclosureRequest.id))
    .limit(limit);

/** Whether a correction was approved after an instant. */
export async function correctedSince(tx: Tx, disclosureId: string, since: Date): Promise<boolean> {
  const rows = await tx
    .select({ one: sql`1` })
    .from(event)
    .where(
      and(
        eq(event.subjectKind, 'disclosure'),
        eq(event.subjectId, disclosureId),
        eq(event.kind, 'corrected'),
        gt(event.at, since),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export const rectificationsOf = (tx: Db | Tx, disclosureId: string): Promise<RectificationRow[]> =>
  tx
    .select()
    .from(disclosureRectification)
    .where(eq(disclosureRectification.disclosureId, disclosureId))
    .orderBy(desc(disclosureRectification.orderedAt));
export async function insertRectification(tx: Tx, row: typeof disclosureRectification.$inferInsert): Promise<void> {
  await tx.insert(disclosureRectification).values(row);
}
/** Changes the rectification that is under way. @returns it as it is now */
export async function updateRectification(
  tx: Tx,
  disclosureId: string,
  set: Partial<typeof disclosureRectification.$inferInsert>,
): Promise<RectificationRow | null> {
  const [row] = await tx
    .update(disclosureRectification)
    .set(set)
    .where(and(eq(disclosureRectification.disclosureId, disclosureId), isNull(disclosureRectification.verifiedAt)))
    .returning();
  return row ?? null;
}
export async function openRectification(tx: Db | Tx, disclosureId: string): Promise<RectificationRow | null> {
  const [row] = await tx
    .select()
    .from(disclosureRectification)
    .where(and(eq(disclosureRectification.disclosureId, disclosureId), isNull(disclosureRectification.verifiedAt)));
  return row ?? null;
}

export async function openExemption(tx: Db | Tx, disclosureId: string): Promise<ExemptionRow | null> {
  const [row] = await tx
    .select()
    .from(disclosureExemption)
    .where(and(eq(disclosureExemption.disclosureId, disclosureId), isNull(disclosureExemption.approved)));
  return row ?? null;
}
/** One open proposal a record: false where there is one already. */
export async function insertExemption(tx: Tx, row: typeof disclosureExemption.$inferInsert): Promise<boolean> {
  return (await tx.insert(disclosureExemption).values(row).onConflictDoNothing().returning()).length > 0;
}
export async function decideExemption(
  tx: Tx,
  disclosureId: string,
  by: { approved: boolean; approvedBy: string; approvedAt: Date },
): Promise<ExemptionRow | null> {
  const [row] = await tx
    .update(disclosureExemption)
    .set(by)
    .where(and(eq(disclosureExemption.disclosureId, disclosureId), isNull(disclosureExemption.approved)))
    .returning();
  return row ?? null;
}

/** Public records about these bodies that wait for a word of theirs on putting right, the nearest date first. */
export const rectifyingOf = (tx: Db | Tx, bodies: string[], limit: number) =>
  tx
    .select({
      id: disclosure.id,
      title: disclosure.title,
      rectification: disclosure.rectification,
      dueOn: disclosure.rectificationDueOn,
    })
    .from(disclosure)
    .where(
      and(
        eq(disclosure.state, 'published'),
        inArray(disclosure.bodyId, bodies),
        inArray(disclosure.rectification, ['ordered', 'explained']),
      ),
    )
    .orderBy(asc(disclosure.rectificationDueOn), asc(disclosure.id))
    .limit(limit);
