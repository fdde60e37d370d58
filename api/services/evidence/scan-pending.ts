import { setScan, unscanned } from '../../../db/queries/evidence-scan.ts';
import type { Deps } from '../context.ts';

const BATCH = 50;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Looks for viruses in what was uploaded, oldest first. While the scanner is away everything stays as it is, and filings go on;
 * a file that cannot be read is passed over and tried again by the next run. Run by api/jobs.ts after each upload and every
 * five minutes. @returns null where the scanner did not answer
 */
export async function scanPending(
  deps: Pick<Deps, 'sql' | 'keys' | 'evidence' | 'scanner' | 'log'>,
): Promise<{ clean: number; infected: number } | null> {
  const { scanner } = deps;
  const done = { clean: 0, infected: 0 };
  if (!scanner) return done;
  let after = { at: new Date(0), id: FIRST };
  for (;;) {
    const rows = await unscanned(deps.sql, after.at, after.id, BATCH);
    for (const row of rows) {
      after = row;
      let source: Awaited<ReturnType<typeof deps.evidence.get>>;
      try {
        source = await deps.evidence.get(row.storageName, deps.keys.unwrap(row.keyId, row.wrapped, row.version));
      } catch (error) {
        deps.log.warn({ evidence: row.id, err: String(error) }, 'a file could not be read for the scanner');
        continue;
      }
      const found = await scanner.scan(source);
      if (!found) {
        deps.log.warn({}, 'the scanner does not answer: uploads stay unscanned');
        return null;
      }
      await setScan(deps.sql, row.id, found);
      done[found.state] += 1;
      if (found.state === 'infected')
        deps.log.warn({ evidence: row.id, signature: found.signature }, 'a virus was found');
    }
    if (rows.length < BATCH) return done;
  }
}
