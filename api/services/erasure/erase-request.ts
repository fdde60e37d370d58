import type { Tx } from '../../../db/client.ts';
import { findRequest } from '../../../db/queries/disclosure-rights.ts';
import { lockDisclosure } from '../../../db/queries/disclosures.ts';
import { insertErasure } from '../../../db/queries/erasure.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { eraseCheckRow, eraseRequestRows, holdRequest } from '../../../db/queries/request-erasure.ts';

export interface ErasingOther {
  id: string;
  /** The rule, a code. */
  code: string;
  at: Date;
  /** A replay after a restore: the number in the list. */
  seq?: number;
}
const SYSTEM = { kind: 'system' } as const;

/**
 * Takes the key of a decided objection or repair and all that was sealed with it. Kind, dates, outcome and the public words of
 * the decision stay. @returns the names of its files, to be removed after the commit; null where it was erased before or is
 * open; `unknown`: it is not in this database
 */
export async function eraseRequest(tx: Tx, { id, code, at, seq }: ErasingOther): Promise<string[] | null | 'unknown'> {
  const about = await findRequest(tx, id);
  // The record first, as every change of it does: so nobody waits for each other.
  const record = about && (await lockDisclosure(tx, about.disclosureId));
  const held = await holdRequest(tx, id);
  if (held === null || held === 'unknown') return held;
  const files = await eraseRequestRows(tx, id, held.keyId, at);
  const common = { reason: 'retention' as const, code, erasedAt: at, erasedBy: null };
  await insertErasure(tx, {
    ...common,
    subjectKind: 'disclosure_request',
    subjectId: id,
    keyId: held.keyId,
    ...(seq !== undefined && { seq }),
  });
  await appendEvent(tx, {
    subjectKind: 'disclosure',
    subjectId: held.record,
    kind: 'request_erased',
    actor: SYSTEM,
    bodyId: record?.publisherId ?? null,
    at,
    payload: { request: id, reason: code, files: files.length, ...(seq !== undefined && { replayed: true }) },
  });
  await enqueue(tx, 'erasure.list', {});
  return files;
}

/** Takes the words of a credit check. @returns false where it was erased before; `unknown`: it is not in this database */
export async function eraseCheck(tx: Tx, { id, code, at, seq }: ErasingOther): Promise<boolean | 'unknown'> {
  const gone = await eraseCheckRow(tx, id, at);
  if (gone === null || gone === 'unknown') return gone ?? false;
  const common = { reason: 'retention' as const, code, erasedAt: at, erasedBy: null };
  await insertErasure(tx, {
    ...common,
    subjectKind: 'credit_check',
    subjectId: id,
    ...(seq !== undefined && { seq }),
  });
  await appendEvent(tx, {
    subjectKind: 'credit_check',
    subjectId: id,
    kind: 'erased',
    actor: SYSTEM,
    bodyId: gone.bodyId,
    at,
    payload: { number: gone.number, reason: code, ...(seq !== undefined && { replayed: true }) },
  });
  await enqueue(tx, 'erasure.list', {});
  return true;
}
