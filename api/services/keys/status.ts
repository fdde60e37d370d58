import { type VersionCounts, versionCounts } from '../../../db/queries/keys.ts';
import type { Deps } from '../context.ts';

/** A form is sent again within minutes; a draft of it lives for a day. A week is generous. */
export const RETRY_DAYS = 7;

export interface VersionStatus extends VersionCounts {
  configured: boolean;
  /** Nothing in the database needs it any more. Backups that were made with it still do. */
  removable: boolean;
}

/**
 * What each master key is still needed for. Case keys are re-wrapped (`rotate`); values that derive from a server key cannot
 * be: fingerprint and query code of a form until nobody retries it, the signature of a printed code while it hangs.
 */
export async function keyStatus({
  sql,
  keys,
}: Pick<Deps, 'sql' | 'keys'>): Promise<{ newest: number; versions: VersionStatus[] }> {
  const counted = await versionCounts(sql, RETRY_DAYS);
  const all = [...new Set([...keys.versions, ...counted.map((row) => row.version)])].sort((a, b) => a - b);
  const newest = keys.version;
  return {
    newest,
    versions: all.map((version) => {
      const found = counted.find((row) => row.version === version);
      const counts = found ?? { version, caseKeys: 0, submissions: 0, posters: 0, canary: false };
      const idle = counts.caseKeys + counts.submissions + counts.posters === 0;
      return { ...counts, configured: keys.versions.includes(version), removable: version < newest && idle };
    }),
  };
}
