import type { Tx } from '../../../db/client.ts';
import { eraseRows, holdKey, insertErasure } from '../../../db/queries/erasure.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import type { Actor } from '../../domain/official.ts';
import type { Deps } from '../context.ts';

export interface Erasing {
  caseId: string;
  reason: 'retention' | 'request';
  /** The rule, or the reason of the decision: a code. */
  code: string;
  actor: Actor;
  bodyId?: string | null;
  at: Date;
  /** A replay after a restore: the number in the list. */
  seq?: number;
}

/**
 * Takes the key of a case and everything that was sealed with it, in the caller's transaction, which holds the case. Number,
 * kind, bodies, dates and the chain of events stay, and the reason; nothing that stays opens a word. @returns the names of the
 * files, to be removed after the commit (the sweep finds what that misses); null where the case was erased before
 */
export async function eraseCase(tx: Tx, erasing: Erasing): Promise<string[] | null> {
  const { caseId, reason, code, actor, at, seq } = erasing;
  const keyId = await holdKey(tx, caseId);
  if (!keyId) return null;
  const files = await eraseRows(tx, caseId);
  const erasedBy = actor.kind === 'official' ? actor.id : null;
  await insertErasure(tx, { caseId, keyId, reason, code, erasedAt: at, erasedBy, ...(seq !== undefined && { seq }) });
  await appendEvent(tx, {
    subjectKind: 'case',
    subjectId: caseId,
    kind: 'erased',
    actor,
    bodyId: erasing.bodyId ?? null,
    at,
    payload: { reason: code, files: files.length, ...(seq !== undefined && { replayed: true }) },
  });
  await enqueue(tx, 'erasure.list', {});
  return files;
}

/** Removes files whose rows are gone. What fails here is found by the hourly sweep. */
export async function removeStored(deps: Pick<Deps, 'evidence' | 'log'>, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await deps.evidence.remove(name).catch((error: unknown) => {
      deps.log.warn({ err: String(error) }, 'a file of an erased case could not be removed yet');
    });
  }
}
