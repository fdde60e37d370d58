import type { Tx } from '../../../db/client.ts';
import { insertErasure } from '../../../db/queries/erasure.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { eraseRegistrationRows, holdRegistration } from '../../../db/queries/registration-erasure.ts';
import { eraseRoundRows, holdRound } from '../../../db/queries/review-comments.ts';
import type { ErasingOther } from './erase-request.ts';

/**
 * Takes the key of a registered promise that is over, and who registered it. @returns the names of its files, to be removed
 * after the commit; null where it was erased before or is not over; `unknown`: it is not in this database
 */
export async function eraseRegistration(
  tx: Tx,
  { id, code, at, seq }: ErasingOther,
): Promise<string[] | null | 'unknown'> {
  const held = await holdRegistration(tx, id);
  if (held === null || held === 'unknown') return held;
  const files = await eraseRegistrationRows(tx, id, held.keyId, at);
  const numbered = seq !== undefined && { seq };
  await insertErasure(tx, {
    reason: 'retention',
    code,
    erasedAt: at,
    erasedBy: null,
    subjectKind: 'registered_promise',
    subjectId: id,
    keyId: held.keyId,
    ...numbered,
  });
  await appendEvent(tx, {
    subjectKind: 'commitment',
    subjectId: id,
    kind: 'registration_erased',
    actor: { kind: 'system' },
    bodyId: held.bodyId,
    at,
    payload: { reason: code, files: files.length, ...(seq !== undefined && { replayed: true }) },
  });
  await enqueue(tx, 'erasure.list', {});
  return files;
}

/** Takes the comments on a review and their key, as eraseRegistration; they have no files. */
export async function eraseComments(tx: Tx, { id, code, at, seq }: ErasingOther): Promise<string[] | null | 'unknown'> {
  const held = await holdRound(tx, id);
  if (held === null || held === 'unknown') return held;
  await eraseRoundRows(tx, id, held.keyId, at);
  const numbered = seq !== undefined && { seq };
  await insertErasure(tx, {
    reason: 'retention',
    code,
    erasedAt: at,
    erasedBy: null,
    subjectKind: 'review_comment',
    subjectId: id,
    keyId: held.keyId,
    ...numbered,
  });
  await appendEvent(tx, {
    subjectKind: 'commitment',
    subjectId: id,
    kind: 'comments_erased',
    actor: { kind: 'system' },
    bodyId: held.bodyId,
    at,
    payload: { reason: code, ...(seq !== undefined && { replayed: true }) },
  });
  await enqueue(tx, 'erasure.list', {});
  return [];
}
