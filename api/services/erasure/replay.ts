import { holdCase } from '../../../db/queries/cases.ts';
import { skipErasures } from '../../../db/queries/erasure.ts';
import type { ErasureEntry } from '../../adapters/ports.ts';
import type { Deps } from '../context.ts';
import { eraseCase, removeStored } from './erase-case.ts';

/**
 * Erases again what an older backup has brought back. Cases that were filed after the backup are not there, and skipped; what
 * the backup knew as erased already stays so. @returns how many were erased, and how many of the list are not in this database
 */
export async function replayErasures(
  deps: Deps,
  entries: readonly ErasureEntry[],
): Promise<{ erased: number; unknown: number }> {
  let erased = 0;
  let unknown = 0;
  for (const entry of entries) {
    const files = await deps.db.transaction(async (tx) => {
      const held = await holdCase(tx, entry.caseId);
      if (!held) {
        unknown += 1;
        return null;
      }
      const { caseId, reason, code, seq } = entry;
      return eraseCase(tx, { caseId, reason, code, seq, actor: { kind: 'system' }, at: new Date(entry.at) });
    });
    if (files === null) continue;
    await removeStored(deps, files);
    erased += 1;
  }
  const last = entries.at(-1)?.seq;
  if (last !== undefined) await skipErasures(deps.db, last);
  return { erased, unknown };
}
