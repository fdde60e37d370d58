import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { insertOrderEntry } from '../../../db/queries/supervision.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { OrderEntryKind } from '../../domain/supervision.ts';
import { type Act, commitment, seal } from '../complaints/official-act.ts';
import { grantsAbove } from '../complaints/possible.ts';
import type { Ctx } from '../context.ts';

/** The body in whose name a superior acts: the watching one where that is theirs, else the one of their grant. */
export async function superiorBody(ctx: Ctx, { head }: Pick<Act, 'head'>): Promise<string> {
  const grants = (await grantsAbove(ctx, head)).filter((grant) => grant.role === 'supervisor');
  const bodyId = (grants.find((grant) => grant.bodyId === head.watchingId) ?? grants[0])?.bodyId;
  if (!bodyId) throw new DomainError('auth.forbidden');
  return bodyId;
}

export const orderContext = (caseId: string, entryId: string): string => `case/${caseId}/order/${entryId}`;

/** One act in an order, its words sealed; what the event of it commits to. */
export async function addEntry(
  tx: Tx,
  ctx: Ctx,
  act: Act,
  entry: { orderId: string; kind: OrderEntryKind; bodyId: string; at: Date; text?: string; dueOn?: string },
): Promise<EventPayload> {
  const { orderId, kind, bodyId, at, text, dueOn } = entry;
  const id = randomUUID();
  const sealed = text ? seal(ctx, act.key, { text }, orderContext(act.head.id, id)) : null;
  await insertOrderEntry(tx, { id, orderId, kind, sealed, dueOn: dueOn ?? null, bodyId, userId: act.official.id, at });
  return {
    order: orderId,
    entry: id,
    ...(dueOn ? { dueOn } : {}),
    ...(text ? { commitment: commitment(act.key, text) } : {}),
  };
}

/** Tells the officials of another body than the one that has the case. */
export const tellBody = (tx: Tx, caseId: string, template: string, bodyId: string): Promise<void> =>
  enqueue(tx, 'notice.case', { caseId, template, to: { bodyId, roles: ['supervisor'], superior: false } });
