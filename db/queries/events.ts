import { createHash, randomBytes, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, desc, eq } from 'drizzle-orm';
import type { EventPayload, EventSubject } from '../../api/domain/event.ts';
import type { Actor } from '../../api/domain/official.ts';
import type { Db, Tx } from '../client.ts';
import { cases } from '../schema/cases.ts';
import { event } from '../schema/events.ts';

export interface NewEvent {
  subjectKind: EventSubject;
  subjectId: string;
  kind: string;
  actor: Actor;
  bodyId?: string | null;
  at: Date;
  payload: EventPayload;
  /** Chosen by who writes very many: ids of one time lie together in the index. */
  id?: string;
}

export const actorId = (actor: Actor): string | null =>
  actor.kind === 'official' ? actor.id : actor.kind === 'complainant' ? actor.caseId : null;

/** Payloads in their canonical form: an import writes the same one for thousands of records. Nobody changes a payload. */
const canonical = new WeakMap<EventPayload, string>();

/**
 * The row of an event after `previous` (null for the first of its subject).
 * hash = SHA-256(prev_hash ‖ salt ‖ canonical JSON of everything but salt and hashes).
 */
export function eventRow(e: NewEvent, previous: { seq: number; hash: Buffer } | null) {
  const seq = (previous?.seq ?? 0) + 1;
  const id = e.id ?? randomUUID();
  const salt = randomBytes(32);
  let payload = canonical.get(e.payload);
  if (payload === undefined) {
    payload = canonicalize(e.payload) ?? '{}';
    canonical.set(e.payload, payload);
  }
  // Names in the order of RFC 8785 and values without fractions or objects: written as they stand, this is canonical.
  const head = JSON.stringify({
    actorId: actorId(e.actor),
    actorKind: e.actor.kind,
    at: e.at.toISOString(),
    bodyId: e.bodyId ?? null,
    id,
    kind: e.kind,
    payload,
    seq,
    subjectId: e.subjectId,
    subjectKind: e.subjectKind,
  });
  const hash = createHash('sha256')
    .update(previous?.hash ?? Buffer.alloc(0))
    .update(salt)
    .update(head)
    .digest();
  return {
    id,
    subjectKind: e.subjectKind,
    subjectId: e.subjectId,
    seq,
    kind: e.kind,
    actorKind: e.actor.kind,
    actorId: actorId(e.actor),
    bodyId: e.bodyId ?? null,
    at: e.at,
    payload,
    salt,
    prevHash: previous?.hash ?? null,
    hash,
  };
}

/** What of a case the timeline compares from one event to the next: codes, ids and a date. */
const caseNow = {
  state: cases.state,
  due: cases.dueOn,
  handler: cases.handlerId,
  assignee: cases.assignee,
};

/**
 * Appends one event in the caller's transaction. The caller holds the subject's row (conditional update on version). The event
 * of a case says in `now` how the case stands after it, so that the timeline can show old and new whatever verb it was.
 */
export async function appendEvent(tx: Tx | Db, e: NewEvent): Promise<void> {
  const [previous] = await tx
    .select({ seq: event.seq, hash: event.hash, now: caseNow })
    .from(event)
    .leftJoin(cases, and(eq(event.subjectKind, 'case'), eq(cases.id, event.subjectId)))
    .where(and(eq(event.subjectKind, e.subjectKind), eq(event.subjectId, e.subjectId)))
    .orderBy(desc(event.seq))
    .limit(1);
  const payload: EventPayload = previous?.now ? { ...e.payload, now: previous.now } : e.payload;
  await tx.insert(event).values(eventRow({ ...e, payload }, previous ?? null));
}
