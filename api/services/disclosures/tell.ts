import type { Tx } from '../../../db/client.ts';
import { closeRequests } from '../../../db/queries/disclosure-rights.ts';
import type { DisclosureRow } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import type { DisclosureAction } from '../../domain/disclosure-transitions.ts';
import type { Actor } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import { foldName } from '../directory/find-bodies.ts';

/** Bodies that determined it: those that bear the name of the deciding body now, else the publisher. */
export function determinersOf(
  directory: Directory,
  record: Pick<DisclosureRow, 'decidingBody' | 'publisherId'>,
): string[] {
  const name = record.decidingBody ? foldName(record.decidingBody) : '';
  const named = name === '' ? [] : [...directory.bodies.values()].filter((body) => foldName(body.name) === name);
  if (named.length > 0) return named.map((body) => body.id);
  return record.publisherId ? [record.publisherId] : [];
}

/** What the determining body is told of a step; of the others it hears nothing. */
const NEWS: Partial<Record<DisclosureAction, string>> = {
  object: 'determined.objection',
  mark_objection: 'determined.objection',
  ask_repair: 'determined.repair',
  take_repair: 'determined.repair',
  uphold: 'determined.decided',
  decide_corrected: 'determined.decided',
  refuse_repair: 'determined.decided',
  decide_withdrawn: 'determined.granted',
  repair: 'determined.granted',
  withdraw: 'determined.ended',
  expire: 'determined.ended',
  exempt: 'determined.ended',
};

/**
 * Tells the body that determined a record what became of it, where another one published it. `before`: the record as it was:
 * of what was never public, and of an objection that nobody took up, there is nothing to tell.
 */
export async function tellDetermined(
  tx: Tx,
  directory: Directory,
  before: DisclosureRow,
  action: DisclosureAction,
): Promise<void> {
  const decided = action === 'dismiss_request' && before.objectionFlag === 'under_objection';
  const template = decided ? 'determined.decided' : NEWS[action];
  if (!template || before.state !== 'published') return;
  const bodies = determinersOf(directory, before);
  if (before.publisherId && bodies.includes(before.publisherId)) return;
  for (const bodyId of bodies) await enqueue(tx, 'notice.body', { bodyId, template });
}

/** Whoever filed it hears that there is a decision: by the way that was left, and by the code as before. */
export const tellFiler = (tx: Tx, requestId: string, template: 'request.decided' | 'request.ended'): Promise<void> =>
  enqueue(tx, 'notice.request', { requestId, template });

/** The record has ended: what waits about it is closed by an event that names it, and whoever filed it is told. */
export async function endRequests(
  tx: Tx,
  record: Pick<DisclosureRow, 'id' | 'publisherId'>,
  actor: Actor,
  at: Date,
): Promise<string[]> {
  const closed = await closeRequests(tx, record.id, 'record_ended', at);
  if (closed.length === 0) return [];
  await appendEvent(tx, {
    subjectKind: 'disclosure',
    subjectId: record.id,
    kind: 'requests_closed',
    actor,
    bodyId: record.publisherId,
    at,
    payload: { requests: closed, outcome: 'record_ended' },
  });
  for (const id of closed) await tellFiler(tx, id, 'request.ended');
  return closed;
}
