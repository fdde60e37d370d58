import { keysToRotate, putRewrapped } from '../../../db/queries/keys.ts';
import { checkKeys } from '../check-keys.ts';
import type { Deps } from '../context.ts';
import { indexWordsAgain } from '../officials/case-words.ts';
import { keyStatus } from './status.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Why a rotation cannot begin; nothing was changed. */
export class RotationRefused extends Error {}

export interface RotateOptions {
  batch?: number;
  /** After every batch: how many are done, and how many there were to do. */
  progress?: (done: number, all: number) => void;
  /** Ends after the batch that runs; what is done stays done, and the next run goes on from there. */
  signal?: AbortSignal;
}

/**
 * Wraps every case key with the newest master key while the portal serves: small statements, each conditional on what was
 * read, so that readers find a key and its version together at every moment. It may be stopped and run again at will.
 * @throws RotationRefused where a key is missing, or no portal serves with the newest one yet
 */
export async function rotateKeys(
  deps: Pick<Deps, 'sql' | 'keys'>,
  { batch = 500, progress = () => {}, signal }: RotateOptions = {},
): Promise<{ rotated: number; left: number }> {
  const { sql, keys } = deps;
  const all = await refuseUnready(deps);
  let rotated = 0;
  // A process that was just ending may have made one more old key behind the walk: a second walk finds it.
  for (let pass = 0; pass < 3; pass++) {
    let after = FIRST;
    let found = 0;
    for (;;) {
      if (signal?.aborted) return { rotated, left: await waiting(deps) };
      const rows = await keysToRotate(sql, keys.version, after, batch);
      if (rows.length === 0) break;
      const rewrapped = rows.map((row) => ({
        id: row.id,
        from: row.version,
        wrapped: keys.rewrap(row.id, row.wrapped, row.version).wrapped,
      }));
      rotated += await putRewrapped(sql, rewrapped, keys.version);
      found += rows.length;
      after = rows.at(-1)?.id ?? after;
      progress(rotated, Math.max(all, rotated));
    }
    if (found === 0) break;
  }
  // Words are found by hashes under the newest key too: the indexer of the portal takes them up again.
  await indexWordsAgain(deps);
  return { rotated, left: await waiting(deps) };
}

/** Case keys that are still wrapped with an older master key. */
const older = ({ newest, versions }: Awaited<ReturnType<typeof keyStatus>>): number =>
  versions.filter((row) => row.version < newest).reduce((sum, row) => sum + row.caseKeys, 0);

const waiting = async (deps: Pick<Deps, 'sql' | 'keys'>): Promise<number> => older(await keyStatus(deps));

/** @returns how many keys there are to wrap anew */
async function refuseUnready(deps: Pick<Deps, 'sql' | 'keys'>): Promise<number> {
  const status = await keyStatus(deps);
  const { newest, versions } = status;
  const missing = versions.filter((row) => !row.configured && (row.caseKeys > 0 || row.version > newest));
  if (missing.length > 0) {
    const names = missing.map((row) => row.version).join(', ');
    throw new RotationRefused(`MASTER_KEYS lacks version ${names}, which the database knows. Nothing was changed.`);
  }
  const todo = older(status);
  if (todo > 0 && !versions.some((row) => row.version === newest && row.canary)) {
    throw new RotationRefused(
      `No portal serves with version ${newest} yet. Put it into MASTER_KEYS of every process (the old one stays), restart them, then rotate.`,
    );
  }
  const wrong = await checkKeys(deps, 'first');
  if (wrong.length > 0) throw new RotationRefused(wrong.join('\n'));
  return todo;
}
