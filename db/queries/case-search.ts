import type { TransactionSql } from 'postgres';
import type { Sql } from '../client.ts';
import { type InboxRow, inboxColumns, inReach, type Selection, wanted } from './inbox.ts';

/** A case with its sealed words, as the index and the search open them. */
export interface SealedWords {
  id: string;
  respondentId: string;
  keyId: string;
  keyVersion: number;
  wrapped: Buffer | null;
  narrative: Buffer | null;
  demands: { position: number; sealed: string }[]; // base64
}

/** For a case c and its key k. */
export const words = (sql: Sql | TransactionSql) => sql`
  k.id as "keyId", k.key_version as "keyVersion", k.wrapped,
  (select sealed from case_content p where p.case_id = c.id and p.part = 'narrative') as narrative,
  coalesce((select json_agg(json_build_object('position', d.position, 'sealed', translate(encode(d.sealed, 'base64'), E'\\n', '')) order by d.position)
    from case_demand d where d.case_id = c.id), '[]') as demands`;

/**
 * Takes the next cases whose words are to be indexed and writes what `grams` makes of them, in one transaction. Two processes
 * never take the same. @returns how many were taken
 */
export async function indexBatch(
  sql: Sql,
  limit: number,
  keyVersion: number,
  grams: (row: SealedWords) => readonly string[],
): Promise<number> {
  return sql.begin(async (tx) => {
    const taken = await tx<{ id: string }[]>`
      delete from case_search_todo where case_id in (
        select case_id from case_search_todo order by at limit ${limit} for update skip locked
      ) returning case_id as id`;
    if (taken.length === 0) return 0;
    const rows = await tx<SealedWords[]>`
      select c.id, c.respondent_now_id as "respondentId", ${words(tx)}
      from cases c join case_key k on k.case_id = c.id where c.id = any(${taken.map((row) => row.id)}::uuid[])`;
    for (const row of rows) {
      const found = grams(row) as string[];
      await tx`
        insert into case_search (case_id, key_version, grams) values (${row.id}, ${keyVersion}, ${found}::bigint[])
        on conflict (case_id) do update set key_version = excluded.key_version, grams = excluded.grams, indexed_at = now()`;
    }
    return taken.length;
  }) as Promise<number>;
}

/** The versions of the server key under which words stand in the index. */
export async function searchVersions(sql: Sql): Promise<number[]> {
  const [row] = await sql<{ least: number | null; most: number | null }[]>`
    select min(key_version) as least, max(key_version) as most from case_search`;
  if (!row || row.least === null || row.most === null) return [];
  return Array.from({ length: row.most - row.least + 1 }, (_, i) => (row.least ?? 0) + i);
}

export type Candidate = InboxRow & SealedWords & { byNumber: boolean };

/** What is looked for: the words may be a number; grams are keyed pairs, under each version of the key. */
export interface WordQuery {
  number: string;
  grams: readonly { version: number; hashes: readonly string[] }[];
}

/**
 * Ids of the cases whose index holds all pairs (GIN on case_search), or whose number it is: once each, for a `with` that is
 * materialized. The index only says "perhaps": whoever asks opens the words and looks.
 */
export const wordHits = (sql: Sql, { number, grams }: WordQuery) => {
  const indexed =
    grams.length === 0
      ? sql``
      : grams.map(
          ({ version, hashes }) => sql`
            union all select case_id, false from case_search
            where grams @> ${hashes as string[]}::bigint[] and key_version = ${version}`,
        );
  return sql`
    select id, bool_or(by_number) as by_number from (
      select id, true as by_number from cases where number = ${number}
      union all select case_id, true from case_number_alias where number = ${number}
      ${indexed}
    ) found group by id`;
};

/** Cases in reach that the index finds, newest first. */
export async function searchCandidates(
  sql: Sql,
  s: Selection,
  query: WordQuery,
  after: readonly [string, string] | null,
  limit: number,
): Promise<Candidate[]> {
  return sql<Candidate[]>`
    with hit as materialized (${wordHits(sql, query)})
    select ${inboxColumns(sql)}, ${words(sql)}, h.by_number as "byNumber",
      json_build_array(to_char(c.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')) as key
    from hit h
    join cases c on c.id = h.id
    join case_key k on k.case_id = c.id
    where ${inReach(sql, s.bodies)} and c.state = any(${s.rule.states as string[]}) and ${wanted(sql, s)}
      ${after ? sql`and (c.filed_at, c.id) < (${after[0]}::timestamp at time zone 'UTC', ${after[1]}::uuid)` : sql``}
    order by c.filed_at desc, c.id desc limit ${limit}`;
}

/** After the server key was changed: what stands under an older one is indexed again. @returns how many cases */
export async function indexAgain(sql: Sql, keyVersion: number): Promise<number> {
  const rows = await sql`
    insert into case_search_todo (case_id) select case_id from case_search where key_version <> ${keyVersion}
    on conflict do nothing returning 1`;
  return rows.length;
}
