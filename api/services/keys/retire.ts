import { dropCanary } from '../../../db/queries/keys.ts';
import type { Deps } from '../context.ts';
import { RotationRefused } from './rotate.ts';
import { keyStatus } from './status.ts';

/**
 * Forgets an old master key, so that the portal starts without it. Backups that were made with it need it as long as they are
 * kept. @throws RotationRefused where something still hangs on it
 */
export async function retireKey(deps: Pick<Deps, 'sql' | 'keys'>, version: number): Promise<void> {
  const { newest, versions } = await keyStatus(deps);
  const found = versions.find((row) => row.version === version);
  if (!found) throw new RotationRefused(`There is no version ${version}.`);
  if (version >= newest) throw new RotationRefused(`Version ${version} is the one that seals.`);
  if (!found.removable) {
    const { caseKeys, submissions, posters } = found;
    throw new RotationRefused(
      `Version ${version} is still needed: ${caseKeys} case keys, ${submissions} forms of the last week, ${posters} printed codes.`,
    );
  }
  await dropCanary(deps.sql, version);
}
