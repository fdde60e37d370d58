import { inArray } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Db } from '../client.ts';
import { commitment } from '../schema/commitments.ts';
import type { CommitmentRow } from './commitments.ts';

/** Where a page ended: how many pairs were shared, the last day to apply, the id. */
export interface BenefitPlace {
  rank: number;
  day: string;
  id: string;
}
export interface BenefitSearch {
  /** Pairs of characters of the question; empty: everything. */
  pairs: string[];
  single: string | null;
  division: string;
  today: string; // legal date
  /** Also those whose time to apply is over. */
  ended: boolean;
  after: BenefitPlace | null;
  limit: number;
}

/** "Until further notice" sorts behind every date. */
const NO_END = '9999-12-31';

/**
 * Public benefits, the best match first, then the nearest end of application. Found by the index over pairs; the number of
 * shared pairs is counted only for what the index found. Two statements: the order, and the rows of a page.
 */
export async function findBenefits(
  db: Db,
  sql: Sql,
  s: BenefitSearch,
): Promise<{ row: CommitmentRow; rank: number; day: string }[]> {
  const after = s.after ?? { rank: 1_000_000, day: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };
  const words = sql`benefit_words(title, body_name, beneficiary, text, facts)`;
  const places = await sql<{ id: string; rank: number; day: string }[]>`
    with found as materialized (
      select id, ${words} as words, coalesce(facts ->> 'applyUntil', ${NO_END}) as day
      from commitment
      where kind = 'benefit_policy' and state in ('published', 'in_progress', 'honoured', 'partly', 'changed', 'broken')
        ${s.pairs.length > 0 ? sql`and text_pairs(${words}) && ${s.pairs}::text[]` : sql``}
        ${s.single ? sql`and position(${s.single} in ${words}) > 0` : sql``}
        and division like ${`${s.division}%`}
        ${s.ended ? sql`` : sql`and coalesce(facts ->> 'applyUntil', ${NO_END}) >= ${s.today}`}
    ),
    ranked as (
      select id, day, (select count(*)::int from unnest(${s.pairs}::text[]) pair where position(pair in words) > 0) as rank
      from found
    )
    select id, day, rank from ranked
    where (-rank, day, id) > (${-after.rank}::int, ${after.day}::text, ${after.id}::uuid)
    order by -rank, day, id
    limit ${s.limit}`;
  return withRows(db, places);
}

/** The newest public commitments of townships in a place, at most `each` of a topic, with how many the topic has. */
export async function townshipCommitments(
  db: Db,
  sql: Sql,
  division: string,
  each: number,
): Promise<{ row: CommitmentRow; count: number }[]> {
  const places = await sql<{ id: string; count: number }[]>`
    select id, count from (
      select id, facts ->> 'topic' as topic, made_on,
        row_number() over (partition by facts ->> 'topic' order by made_on desc, id desc) as place,
        (count(*) over (partition by facts ->> 'topic'))::int as count
      from commitment
      where kind = 'township' and state in ('published', 'in_progress', 'honoured', 'partly', 'changed', 'broken')
        and division like ${`${division}%`}
    ) of_topic where place <= ${each} order by topic, place`;
  return withRows(db, places);
}

/** The rows of places found, in their order: one statement. */
async function withRows<P extends { id: string }>(db: Db, places: readonly P[]) {
  if (places.length === 0) return [];
  const ids = places.map((one) => one.id);
  const rows = await db.select().from(commitment).where(inArray(commitment.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, ...rest }) => {
    const row = byId.get(id);
    return row ? [{ row, ...rest }] : [];
  });
}
