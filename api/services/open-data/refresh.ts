import { endingsNew, endingsWaiting } from '../../../db/queries/open-data-endings.ts';
import type { Deps } from '../context.ts';
import { buildRelease } from './build.ts';
import { cleanOne, sweepShelf } from './clean.ts';

/**
 * Follows the ends of publication: a release without the record at once, then the same for the files of the days before,
 * then what is named no more is removed from the shelf. Costs one small query where nothing has ended.
 * @returns whether something was done
 */
export async function followEndings(deps: Deps, signal?: AbortSignal): Promise<boolean> {
  if (!(await endingsWaiting(deps.db))) return false;
  let done = false;
  while (!signal?.aborted && (await endingsNew(deps.db))) {
    const name = await buildRelease(deps, { reason: 'ending', ...(signal ? { signal } : {}) });
    if (name === null) return done; // another process is at it
    done = true;
  }
  while (!signal?.aborted && (await cleanOne(deps, signal))) done = true;
  await sweepShelf(deps);
  return done;
}

/** The release of the night, and what belongs to it. @returns its name; null where another process builds */
export async function buildNightly(deps: Deps, reason: 'nightly' | 'manual' = 'nightly', signal?: AbortSignal) {
  const name = await buildRelease(deps, { reason, ...(signal ? { signal } : {}) });
  await followEndings(deps, signal);
  await sweepShelf(deps);
  return name;
}
