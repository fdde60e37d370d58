import type { Tx } from '../../../db/client.ts';
import { holdCase } from '../../../db/queries/cases.ts';
import { skipErasures } from '../../../db/queries/erasure.ts';
import type { ErasureEntry } from '../../adapters/ports.ts';
import type { Deps } from '../context.ts';
import { eraseCase, removeStored } from './erase-case.ts';
import { eraseComments, eraseRegistration } from './erase-registration.ts';
import { eraseCheck, eraseRequest } from './erase-request.ts';

/**
 * Erases again what an older backup has brought back. What was filed after the backup is not there, and skipped; what
 * the backup knew as erased already stays so. @returns how many were erased, and how many of the list are not in this database
 */
export async function replayErasures(
  deps: Deps,
  entries: readonly ErasureEntry[],
): Promise<{ erased: number; unknown: number }> {
  let erased = 0;
  let unknown = 0;
  for (const entry of entries) {
    const done = await deps.db.transaction((tx) => again(tx, entry));
    if (done === 'unknown') unknown += 1;
    if (done === 'unknown' || done === null) continue;
    await removeStored(deps, done);
    erased += 1;
  }
  const last = entries.at(-1)?.seq;
  if (last !== undefined) await skipErasures(deps.db, last);
  return { erased, unknown };
}

/** @returns the files that go with it; null where it was erased before; `unknown`: it was made after the backup */
async function again(tx: Tx, entry: ErasureEntry): Promise<string[] | null | 'unknown'> {
  const { subject, id, reason, code, seq } = entry;
  const at = new Date(entry.at);
  if (subject === 'disclosure_request') return eraseRequest(tx, { id, code, at, seq });
  if (subject === 'review_comment') return eraseComments(tx, { id, code, at, seq });
  if (subject === 'registered_promise') return eraseRegistration(tx, { id, code, at, seq });
  if (subject === 'credit_check') {
    const done = await eraseCheck(tx, { id, code, at, seq });
    return done === 'unknown' ? done : done ? [] : null;
  }
  const held = await holdCase(tx, id);
  if (!held) return 'unknown';
  return eraseCase(tx, { caseId: id, reason, code, seq, actor: { kind: 'system' }, at });
}
