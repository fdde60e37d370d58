import { createHmac, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Tx } from '../../../db/client.ts';
import type { CaseHead } from '../../../db/queries/case-file.ts';
import { type Changed, changeCase, insertMessage } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import type { cases } from '../../../db/schema/cases.ts';
import { parse } from '../../contracts/parse.ts';
import type { CaseAction } from '../../domain/case.ts';
import { refusal, stateAfter } from '../../domain/case-life.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { Ctx } from '../context.ts';
import type { Official } from '../officials/authorise.ts';
import { openFile } from '../officials/open-file.ts';
import { officialFacts, rolesFor, senderOf } from './possible.ts';
import { runClocks } from './run-clocks.ts';

/** What an official verb has in hand once it may go on. */
export interface Act {
  action: CaseAction;
  head: CaseHead;
  official: Official;
  key: Buffer;
  sender: string | null;
}

/**
 * The first half of every official verb: authorise, parse, then the version that the official saw, then the state.
 * @throws DomainError auth.required | resource.not_found | auth.forbidden | request.invalid | case.version_conflict |
 *   case.transition_refused {action, state, reason} | case.return_refused | case.erased
 */
export async function beginAct<S extends z.ZodType>(
  ctx: Ctx,
  number: string,
  action: CaseAction,
  contract: S,
  raw: unknown,
): Promise<{ act: Act; input: z.output<S> }> {
  const { official, head, key } = await openFile(ctx, number, { supporting: action === 'give_opinion' });
  const roles = await rolesFor(ctx, head, action);
  const sender = senderOf(head.assignments);
  const reason = refusal(action, await officialFacts(ctx, head), { side: 'official', roles });
  if (reason === 'role' || reason === 'not_yours') throw new DomainError('auth.forbidden');
  const input = parse(contract, raw);
  const { version } = input as { version?: number };
  if (version !== undefined && version !== head.version) throw new DomainError('case.version_conflict');
  if (reason) throw refused(action, head.state, reason);
  // The words of an erased case can neither be read nor added to.
  if (!key) throw new DomainError('case.erased');
  return { act: { action, head, official, key, sender }, input };
}

export function refused(action: CaseAction, state: string, reason: string): DomainError {
  if (action === 'return' && reason !== 'state') return new DomainError('case.return_refused', { params: { reason } });
  return new DomainError('case.transition_refused', { params: { action, state, reason } });
}

/** Changes state and facts where the version still stands. @throws DomainError case.version_conflict */
export async function change(tx: Tx, act: Act, set: Partial<typeof cases.$inferInsert> = {}): Promise<Changed> {
  const state = stateAfter(act.action, { state: act.head.state, accepted: act.head.acceptedAt !== null });
  const changed = await changeCase(tx, act.head.id, act.head.version, { state, ...set });
  if (!changed) throw new DomainError('case.version_conflict');
  return changed;
}

export const seal = (ctx: Ctx, key: Buffer, value: unknown, context: string): Buffer =>
  ctx.keys.seal(key, JSON.stringify(value), context);

/** Binds words into an event without showing them; worth nothing once the key of the case is erased. */
export const commitment = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** Words of the body as a sealed row of the case; its id goes into the event. */
export async function say(
  tx: Tx,
  ctx: Ctx,
  act: Act,
  at: Date,
  kind: 'message' | 'request' | 'decision' | 'note',
  text: string | undefined,
  bodyId: string | null = act.head.handlerId,
): Promise<EventPayload> {
  if (!text) return {};
  const id = randomUUID();
  const { id: caseId } = act.head;
  const sealed = seal(ctx, act.key, { text }, `case/${caseId}/message/${id}`);
  const author = { author: 'official', userId: act.official.id, bodyId };
  await insertMessage(tx, { id, caseId, kind, sealed, createdAt: at, ...author });
  return { message: id, commitment: commitment(act.key, text) };
}

/** The second half: clocks, event, and the task that tells those who must know. */
export async function conclude(
  tx: Tx,
  ctx: Ctx,
  act: Act,
  changed: Changed,
  what: {
    event: string;
    payload: EventPayload;
    template?: string | null;
    /** Event by which the clocks go, where it is another; null: they are left alone. */
    clocks?: string | null;
    done?: readonly string[];
    /** The body that acts, where it is not the handling one. */
    bodyId?: string | null;
  },
): Promise<void> {
  const { event, payload, template = `case.${event}`, clocks = event, done, bodyId } = what;
  const { id, handlerId } = act.head;
  if (clocks) await runClocks(tx, ctx, id, clocks, changed.today, done);
  await appendEvent(tx, {
    subjectKind: 'case',
    subjectId: id,
    kind: event,
    actor: ctx.actor,
    bodyId: bodyId ?? handlerId,
    at: changed.now,
    payload,
  });
  if (template) await enqueue(tx, 'notice.case', { caseId: id, template });
}

/** What an official verb answers with. */
export interface Acted {
  number: string;
  state: string;
  version: number;
}
export const acted = (act: Act): Acted => ({
  number: act.head.number,
  state: stateAfter(act.action, { state: act.head.state, accepted: act.head.acceptedAt !== null }),
  version: act.head.version + 1,
});
