import type { Sql } from '../client.ts';

const AHEAD = 24;

/**
 * A partition of ratings for each of the coming months, and for each month of which ratings lie in rating_default (they are moved
 * there). Only the owner may make tables, so a function of the owner's does it (0042): with every migration, and every day
 * by a job. Where neither runs, ratings fall into rating_default and nothing is lost.
 * @returns names of the partitions made
 */
export async function ensureRatingMonths(sql: Sql): Promise<string[]> {
  // A restore may bring the schema to a time before the function.
  const [known] = await sql`select to_regprocedure('ensure_rating_months(integer)') as name`;
  if (!known?.name) return [];
  const [row] = await sql<{ made: string[] }[]>`select ensure_rating_months(${AHEAD}::int) as made`;
  return row?.made ?? [];
}

/** Drops months that lie wholly before a legal date, see 0042. @returns names of the partitions dropped */
export async function dropRatingMonths(sql: Sql, before: string): Promise<string[]> {
  const [row] = await sql<{ dropped: string[] }[]>`select drop_rating_months(${before}::date) as dropped`;
  return row?.dropped ?? [];
}
