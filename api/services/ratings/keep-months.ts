import { dropRatingMonths, ensureRatingMonths } from '../../../db/queries/rating-months.ts';
import { retentionRules } from '../../../db/queries/retention.ts';
import { ruleOn } from '../../domain/retention.ts';
import { legalDay } from '../complaints/today.ts';
import type { Deps } from '../context.ts';

/**
 * Makes the months of ratings that are to come, brings home what fell between them, and drops months that are past the retention
 * of bad ratings (at least a year is kept; their figures stay for ever). Run by api/jobs.ts every day.
 */
export async function keepRatingMonths(
  deps: Pick<Deps, 'sql' | 'log'>,
): Promise<{ made: string[]; dropped: string[] }> {
  const made = await ensureRatingMonths(deps.sql);
  const today = await legalDay(deps);
  const rule = ruleOn(await retentionRules(deps.sql), 'case', 'service', today);
  const dropped = rule ? await dropRatingMonths(deps.sql, before(today, rule)) : [];
  if (made.length + dropped.length > 0) deps.log.info({ made, dropped }, 'months of ratings were made and dropped');
  return { made, dropped };
}

/** The first legal date that is kept. */
function before(today: string, rule: { length: number; unit: 'day' | 'month' }): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const first =
    rule.unit === 'month' ? Date.UTC(year, month - 1 - rule.length, day) : Date.UTC(year, month - 1, day - rule.length);
  return new Date(first).toISOString().slice(0, 10);
}
