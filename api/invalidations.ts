import type { Sql } from '../db/client.ts';
import { invalidationsSince } from '../db/queries/system.ts';
import type { Log } from './adapters/ports.ts';
import type { PageCache } from './page-cache.ts';

const EVERY = 400; // milliseconds; a page goes within a second of the commit that changed it

/** Drops kept pages when any process says that something changed. @returns stops */
export function watchInvalidations(sql: Sql, cache: PageCache, log: Log): () => void {
  let horizon: string | null = null;
  let seen = new Set<string>();
  let failing = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    try {
      const found = await invalidationsSince(sql, horizon);
      const fresh = found.rows.filter((row) => !seen.has(row.id));
      if (fresh.length > 0) cache.invalidate(fresh.flatMap((row) => row.tags));
      seen = new Set(found.rows.map((row) => row.id));
      horizon = found.horizon;
      failing = false;
    } catch (error) {
      // The horizon stands: what changed meanwhile is found at the next look. Pages are shown as they were until then.
      if (!failing && !stopped) log.warn({ err: String(error) }, 'invalidations cannot be read');
      failing = true;
    }
    if (!stopped) timer = setTimeout(look, EVERY);
  }
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
