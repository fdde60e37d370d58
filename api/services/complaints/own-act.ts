import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { changeCase, type HeldCase, holdCase, insertMessage, standingOf } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import type { cases } from '../../../db/schema/cases.ts';
import type { CaseAction } from '../../domain/case.ts';
import { refusal, stateAfter } from '../../domain/case-life.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { Ctx } from '../context.ts';
import { commitment, seal } from './official-act.ts';
import type { OwnCase } from './open-case.ts';
import { factsOf } from './possible.ts';
import { runClocks } from './run-clocks.ts';

/**
 * The first half of a complainant's verb: holds the case (a complainant never hears that somebody was faster: the act is
 * judged by the state as it now is) and refuses what the state does not allow.
 * @throws DomainError case.transition_refused {action, state, reason}
 */
export async function beginOwn(tx: Tx, own: OwnCase, action: CaseAction): Promise<HeldCase> {
  const held = await holdCase(tx, own.caseId);
  if (!held) throw new DomainError('case.code_refused');
  if (action === 'agree' || action === 'confirm') held.standing = await standingOf(tx, held.id);
  const reason = refusal(action, factsOf(held, false), { side: 'complainant' });
  if (reason) throw new DomainError('case.transition_refused', { params: { action, state: held.state, reason } });
  return held;
}

export async function changeOwn(
  tx: Tx,
  held: HeldCase,
  action: CaseAction,
  set: Partial<typeof cases.$inferInsert> = {},
): Promise<void> {
  const state = stateAfter(action, { state: held.state, accepted: held.acceptedAt !== null });
  await changeCase(tx, held.id, held.version, { state, ...set });
}

/** Words of the complainant as a sealed row; the id and a commitment go into the event. */
export async function sayOwn(
  tx: Tx,
  ctx: Ctx,
  own: OwnCase,
  at: Date,
  kind: 'message' | 'supply' | 'verdict',
  text: string | undefined,
): Promise<EventPayload> {
  if (!text) return {};
  const id = randomUUID();
  const sealed = seal(ctx, own.key, { text }, `case/${own.caseId}/message/${id}`);
  await insertMessage(tx, { id, caseId: own.caseId, author: 'complainant', kind, sealed, createdAt: at });
  return { message: id, commitment: commitment(own.key, text) };
}

/** The second half. `clocks`: the event by which they go; left out: they are left alone. */
export async function concludeOwn(
  tx: Tx,
  ctx: Ctx,
  held: HeldCase,
  what: { event: string; payload: EventPayload; clocks?: string },
): Promise<void> {
  if (what.clocks) await runClocks(tx, ctx, held.id, what.clocks, held.today);
  await appendEvent(tx, {
    subjectKind: 'case',
    subjectId: held.id,
    kind: what.event,
    actor: { kind: 'complainant', caseId: held.id },
    at: held.now,
    payload: what.payload,
  });
  await enqueue(tx, 'notice.case', { caseId: held.id, template: `case.${what.event}` });
}
