import { databaseTime } from '../../../db/queries/disclosures.ts';
import { findBatch, idsByNaturalKeys, moveBatch } from '../../../db/queries/imports.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import type { Deps } from '../context.ts';
import { qualityOf } from '../disclosures/import.ts';
import { checkRows, rowsContext } from '../disclosures/import-check.ts';
import { IMPORT_KINDS } from '../disclosures/import-kinds.ts';
import type { ImportEntry } from '../disclosures/import-row.ts';
import { examine } from '../disclosures/import-source.ts';
import { sourceOf } from './batch.ts';
import { MOST_ALIKE } from './compare.ts';
import { AlikeFinder } from './find-alike.ts';

/** Longer files are compared by a job of their own (compare.ts): the report does not wait for it. */
export const MOST_COMPARED = 5000;
const AT_ONCE = 1000;

/** Job: looks through an uploaded file and writes what it found beside it; no record is touched. */
export async function checkImport(deps: Deps, batchId: string): Promise<void> {
  const batch = await findBatch(deps.db, batchId);
  const kind = IMPORT_KINDS.get(batch?.kind ?? '');
  if (!batch || !kind || batch.state !== 'waiting') return;
  const source = sourceOf(deps, batch);
  const context = await rowsContext(deps);
  const names = new Set<string>();
  const kept: ImportEntry[] = [];
  let keys: string[] = [];
  let looked = Promise.resolve(0);
  const count = (some: string[]) => {
    looked = looked.then(async (known) => known + (await idsByNaturalKeys(deps.db, some)).size);
  };
  const checked = await checkRows(kind, source, await examine(source), context, {
    each: (entry) => {
      if (entry.bodyKind !== null) names.add(entry.facts.bodyName);
      if (kept.length <= MOST_COMPARED) kept.push(entry);
      keys.push(entry.key);
      if (keys.length < AT_ONCE) return;
      count(keys);
      keys = [];
    },
  });
  count(keys);
  const known = await looked;
  const quality = await qualityOf(deps, kind, checked, names);
  const finder = new AlikeFinder(deps.db, MOST_ALIKE);
  if (kept.length <= MOST_COMPARED) {
    for (const entry of kept) await finder.add(entry);
    await finder.finish();
  }
  const long = kept.length > MOST_COMPARED;
  const { now } = await databaseTime(deps.db);
  const set = {
    state: quality.length > 0 ? 'blocked' : 'checked',
    rowsTotal: checked.rows,
    rowsRefused: checked.refused,
    report: checked.faults,
    profile: { ...checked.profile, known },
    blockedBy: quality,
    alike: finder.found,
    compared: long ? 0 : checked.rows,
    comparedAt: long ? null : now,
    checkedAt: now,
    failure: null,
  } as const;
  await deps.db.transaction(async (tx) => {
    if ((await moveBatch(tx, batchId, ['waiting'], set)) && long) await enqueue(tx, 'import.compare', { batchId });
  });
}
