import { canaries, insertCanary } from '../../db/queries/canary.ts';
import type { Deps } from './context.ts';

const KNOWN = 'jiannuo';

/**
 * Opens a known text with every master key that ever sealed something here, and seals one with the present key. A portal
 * with another key would take filings that nobody can ever open together with the old ones.
 * `seals` 'first': a new version gets its canary from the portal that serves with it, and from nobody else; a rotation waits
 * for that.
 * @returns what is wrong, by the name of the variable; empty where all is well
 */
export async function checkKeys(
  { sql, keys }: Pick<Deps, 'sql' | 'keys'>,
  seals: 'always' | 'first' = 'always',
): Promise<string[]> {
  const wrong: string[] = [];
  const found = await canaries(sql);
  for (const { version, sealed } of found) {
    let key: Buffer;
    try {
      key = keys.mac('canary', KNOWN, version);
    } catch {
      wrong.push(`MASTER_KEYS lacks version ${version}, with which something here was sealed`);
      continue;
    }
    try {
      keys.open(key, sealed, `key_canary/${version}`);
    } catch {
      wrong.push(`MASTER_KEYS version ${version} is not the key with which this database was sealed`);
    }
  }
  const { version } = keys;
  if (seals === 'first' && found.length > 0) return wrong;
  if (wrong.length === 0 && !found.some((canary) => canary.version === version)) {
    await insertCanary(sql, version, keys.seal(keys.mac('canary', KNOWN, version), KNOWN, `key_canary/${version}`));
  }
  return wrong;
}
