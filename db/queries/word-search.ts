import { getTableColumns } from 'drizzle-orm';
import type { Sql } from '../client.ts';
import { disclosure } from '../schema/disclosures.ts';
import type { DisclosureRow } from './disclosures.ts';
import {
  all,
  beyond,
  type Given,
  given,
  indexed,
  indexHits,
  type Part,
  type WordQuestion,
  walkHits,
} from './word-hits.ts';

/**
 * Words in public records. A common word fills the page from the newest records alone; the index would have to give all its
 * matches to be sorted. A rare one is asked of the index, and its count is exact. What lies between is asked of the index year
 * by year from the newest, as is what was common once and is no more. Which it is, a first short walk tells. However many
 * records there are, no question costs more than some thousand of them.
 */

/** Where matches were looked for: among the newest records, or by the index, whole or in one year. */
export type Reach = { by: 'walk'; records: number; hits: number } | { by: 'index'; year: number | null };

export interface Found {
  rows: DisclosureRow[];
  total: number;
  /** There are more than `total`. */
  capped: boolean;
  reach: Reach;
}

/** Columns of `disclosure` as the drizzle row has them. */
export const COLUMNS = Object.entries(getTableColumns(disclosure))
  .map(([key, column]) => `d.${column.name} as "${key}"`)
  .join(', ');

/** The newest records that are looked through first, and at most: what is rarer among them the index finds sooner. */
const FIRST_WALK = 400;
const FURTHER_WALK = 1_000;
/** What a record costs on the walk, and a hit in the index: microseconds, as measured at a million records. */
const COST = { walked: 2.5, hit: 0.8 };
/** Hits that are read without regard to their dates, and counted exactly; of more, the years are asked one by one. */
const MOST_HITS = 2_000;
/** One page of the hits with their number. The ids are materialised: otherwise the planner walks the primary key. */
async function page(client: Sql, hits: string, values: Given, question: WordQuestion, walked: boolean) {
  const newest = question.order === 'published';
  const start = walked || newest ? [] : beyond(question.after, values);
  const rows = await client.unsafe<(DisclosureRow & { total: number; walked: number; records: number })[]>(
    `with ${hits}, page as materialized (
       ${newest ? 'select disclosure_id from hit s join disclosure d on d.id = disclosure_id' : `select disclosure_id from hit s ${all(start)}`}
       order by ${newest ? 'd.published_at' : 'sort_on'} desc, disclosure_id desc limit ${question.limit}
     ), n as (select (select count(*)::int from hit) as total, (select n from newest) as walked,
       (select reltuples from pg_class where oid = 'disclosure_search'::regclass) as records)
     select ${COLUMNS}, n.*
     from n left join (page join disclosure d on d.id = page.disclosure_id and d.state = 'published') on true
     order by ${newest ? 'd.published_at' : 'd.sort_on'} desc, d.id desc`,
    values.values,
    { prepare: true },
  );
  const [first] = rows;
  return {
    rows: rows.filter((row) => row.id !== null) as DisclosureRow[],
    total: first?.total ?? 0,
    walked: first?.walked ?? 0,
    records: first?.records ?? 0,
  };
}

async function walk(client: Sql, question: WordQuestion, records: number) {
  const values = given();
  const found = await page(client, walkHits(question, records, values), values, question, true);
  return { ...found, reach: { by: 'walk', records, hits: found.total } as Reach };
}

async function fromIndex(client: Sql, question: WordQuestion, part: Part) {
  const values = given();
  const found = await page(client, indexHits(question, part, values), values, question, false);
  return { ...found, reach: { by: 'index', year: part.year ?? null } as Reach };
}

/** Public records that match, newest first. `most`: hits that may be read without regard to their dates; tests set it low. */
export async function searchWords(client: Sql, question: WordQuestion, most = MOST_HITS): Promise<Found> {
  const whole = async (tx: Sql): Promise<Found> => ({ ...(await fromIndex(tx, question, {})), capped: false });
  if (question.order === 'published') return indexed(client, whole);
  const first = await walk(client, question, FIRST_WALK);
  if (first.walked < FIRST_WALK) return { ...first, capped: false };
  if (first.rows.length === question.limit) return { ...first, capped: true };
  const share = Math.max(first.total, 0.5) / FIRST_WALK;
  const expected = share * first.records;
  const needed = (1.5 * question.limit) / share;
  if (needed <= FURTHER_WALK && FURTHER_WALK * COST.walked < expected * COST.hit) {
    const more = await walk(client, question, FURTHER_WALK);
    if (more.walked < FURTHER_WALK) return { ...more, capped: false };
    if (more.rows.length === question.limit) return { ...more, capped: true };
  }
  // One year alone cannot be parted.
  if (question.filters.year !== undefined) return indexed(client, whole);
  return indexed(client, (tx) => yearByYear(tx, question, expected, most));
}

/** What a walk has not found. `expected`: how many matches there may be. */
async function yearByYear(client: Sql, question: WordQuestion, expected: number, most: number): Promise<Found> {
  const { after, limit } = question;
  const rows: DisclosureRow[] = [];
  let total = 0;
  const inYear = async (year: number): Promise<Found | null> => {
    const found = await fromIndex(client, { ...question, limit: limit - rows.length }, { year });
    rows.push(...found.rows);
    total += found.total;
    return rows.length === limit ? { rows, total, capped: true, reach: found.reach } : null;
  };
  const years = expected > most ? await yearsUntil(client, after) : [];
  const newest = years.shift();
  if (newest !== undefined) {
    const filled = await inYear(newest);
    if (filled) return filled;
  }
  const whole = await fromIndex(client, question, { most: most + 1 });
  if (whole.walked <= most) return { ...whole, capped: false };
  // Common in old records, not in new ones.
  for (const year of newest === undefined ? await yearsUntil(client, after) : years) {
    const filled = await inYear(year);
    if (filled) return { ...filled, total: Math.max(total, whole.total) };
  }
  return { rows, total, capped: after !== null, reach: { by: 'index', year: null } };
}

/** Years that have public records, the newest first, from that of `after` on. One step along the index for each. */
async function yearsUntil(client: Sql, after: WordQuestion['after']): Promise<number[]> {
  const rows = await client.unsafe<{ year: number }[]>(
    `with recursive years as (
       (select year from disclosure where state = 'published' and year <= $1::int order by year desc limit 1)
       union all
       select (select d.year from disclosure d where d.state = 'published' and d.year < y.year order by d.year desc limit 1)
       from years y where y.year is not null)
     select year from years where year is not null`,
    [after ? Number(after.sortOn.slice(0, 4)) : 9999],
    { prepare: true },
  );
  return rows.map((row) => row.year);
}
