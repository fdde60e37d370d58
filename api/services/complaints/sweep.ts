import { sweepDrafts } from '../../../db/queries/drafts.ts';
import { dropOrphans, knownFiles } from '../../../db/queries/evidence.ts';
import { sweepLimits } from '../../../db/queries/limits.ts';
import { sweepRatingKeys } from '../../../db/queries/rating-sweep.ts';
import type { Deps } from '../context.ts';

const DAY = 24 * 3600 * 1000;
const BATCH = 500;

/**
 * Removes what nobody will come back for: expired drafts, uploads that no filing adopted, files without a row (a process
 * died between the two), old counters and marks of devices. Runs hourly (task evidence.sweep).
 */
export async function sweepFilings(
  deps: Pick<Deps, 'sql' | 'evidence' | 'log'>,
  now = Date.now(),
): Promise<{ drafts: number; uploads: number; files: number }> {
  const drafts = await sweepDrafts(deps.sql);
  const dropped = await dropOrphans(deps.sql);
  for (const name of dropped) await deps.evidence.remove(name);
  let files = 0;
  let batch: string[] = [];
  const flush = async () => {
    const known = await knownFiles(deps.sql, batch);
    for (const name of batch) {
      if (known.has(name)) continue;
      await deps.evidence.remove(name);
      files += 1;
    }
    batch = [];
  };
  for await (const name of deps.evidence.list(new Date(now - DAY))) {
    batch.push(name);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  await sweepLimits(deps.sql);
  await sweepRatingKeys(deps.sql);
  if (files + dropped.length > 0) deps.log.info({ uploads: dropped.length, files }, 'uploads of nobody were removed');
  return { drafts, uploads: dropped.length, files };
}
