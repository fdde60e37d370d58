import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { caseAssignment } from '../schema/cases.ts';
import { caseDispute } from '../schema/groups.ts';

/** Opens a dispute and gives the arbiter sight of the case; the handler stays what it is. */
export async function openDispute(
  tx: Tx,
  row: {
    id: string;
    caseId: string;
    openedByBody: string;
    arbiterId: string;
    openedBy: string;
    openedAt: Date;
  },
): Promise<void> {
  await tx.insert(caseDispute).values(row);
  await tx.insert(caseAssignment).values({
    id: randomUUID(),
    caseId: row.caseId,
    bodyId: row.arbiterId,
    role: 'arbiter',
    fromAt: row.openedAt,
    reasonCode: 'disputed',
    assignedBy: row.openedBy,
  });
}

/** What is open is decided; where the arbiter names another handler later, nothing is open and the event says it. */
export async function decideDisputes(
  tx: Tx,
  decision: { caseId: string; designatedId: string; by: string; at: Date },
): Promise<void> {
  await tx
    .update(caseDispute)
    .set({ designatedId: decision.designatedId, decidedBy: decision.by, decidedAt: decision.at })
    .where(and(eq(caseDispute.caseId, decision.caseId), isNull(caseDispute.decidedAt)));
}
