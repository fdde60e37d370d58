import type { Sql } from '../client.ts';
import {
  filterConditions,
  given,
  indexed,
  indexHits,
  type RecordFilters,
  type WordQuestion,
  walkHits,
} from './word-hits.ts';
import type { Found } from './word-search.ts';

/** Places are counted by the first `digits` of their code. */
export type FacetName = 'kind' | 'matter' | 'year' | 'outcome' | 'court' | 'place';
export interface Tally {
  total: number;
  /** Every number is a lower bound: the newest records alone were counted. */
  capped: boolean;
  facets: Record<FacetName, { value: string; count: number }[]>;
}
const FACET_NAMES: readonly FacetName[] = ['kind', 'matter', 'year', 'outcome', 'court', 'place'];

/**
 * Hits that facets should be counted over where a word is too common to be counted whole, and how far they are looked for:
 * steps, so that few statements are prepared.
 */
const COUNTED_HITS = 150;
const COUNTED_WALKS = [400, 700, 1_200, 2_000, 3_000] as const;

interface TallyRow {
  name: FacetName | null;
  value: string | null;
  n: number;
  walked: number;
}

/** Sums over `hit`: one pass, six ways. `name` null: all of them. */
const tallySql = (hits: string, digits: number): string => `with ${hits}, counted as (
    select grouping(kind, matter, year, outcome, court, left(division, ${digits})) as g, count(*)::int as n,
      coalesce(kind, matter, year::text, outcome, court, left(division, ${digits})) as value
    from hit group by grouping sets ((), (kind), (matter), (year), (outcome), (court), (left(division, ${digits})))
  )
  select case g when 31 then 'kind' when 47 then 'matter' when 55 then 'year' when 59 then 'outcome' when 61 then 'court'
    when 62 then 'place' end as name, value, n, (select n from newest) as walked
  from counted where g = 63 or value is not null order by n desc, value desc`;

function tallyOf(rows: readonly TallyRow[], capped: boolean): Tally {
  const facets = Object.fromEntries(FACET_NAMES.map((name) => [name, [] as { value: string; count: number }[]]));
  for (const row of rows) if (row.name && row.value) facets[row.name]?.push({ value: row.value, count: row.n });
  return { total: rows.find((row) => row.name === null)?.n ?? 0, capped, facets: facets as Tally['facets'] };
}

/** The matches by kind, matter, year, outcome, court and place. `found`: what the search before it said. */
export async function tallyWords(
  client: Sql,
  question: WordQuestion,
  { capped, reach }: Pick<Found, 'capped' | 'reach'>,
  digits: number,
): Promise<Tally> {
  const values = given();
  const ask = async (tx: Sql, hits: string) =>
    tallyOf(await tx.unsafe<TallyRow[]>(tallySql(hits, digits), values.values, { prepare: true }), capped);
  if (reach.by === 'walk') return ask(client, walkHits(question, capped ? countedWalk(reach) : reach.records, values));
  return indexed(client, (tx) => ask(tx, indexHits(question, reach, values)));
}

/** So far that some hundred hits may be met; steps, so that few statements are prepared. */
function countedWalk({ records, hits }: { records: number; hits: number }): number {
  const needed = (COUNTED_HITS * records) / Math.max(1, hits);
  return (
    COUNTED_WALKS.find((walk) => walk >= Math.max(needed, records)) ??
    COUNTED_WALKS[COUNTED_WALKS.length - 1] ??
    records
  );
}

/** The same without words: of at most `most` public records that pass the filters. */
export async function tallyRecords(client: Sql, filters: RecordFilters, most: number, digits: number): Promise<Tally> {
  const values = given();
  const where = filterConditions(filters, values).map((condition) => condition.replace('s.', 'd.'));
  const hits = `newest as (select 0 as n), hit as materialized (
    select d.kind, d.matter, d.year, d.outcome, d.court, d.division from disclosure d
    where ${["d.state = 'published'", ...where].join(' and ')} limit ${most + 1})`;
  const tally = tallyOf(
    await client.unsafe<TallyRow[]>(tallySql(hits, digits), values.values, { prepare: true }),
    false,
  );
  return tally.total > most ? { ...tally, total: most, capped: true } : tally;
}
