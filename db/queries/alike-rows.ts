import type { Sql } from '../client.ts';
import type { TextRow } from './likeness.ts';

export type AlikeText = Pick<TextRow, 'title' | 'bodyName' | 'caseNumber' | 'summary'> & { line: number };
export interface AlikePair {
  earlier: AlikeText;
  later: AlikeText;
}
/** Rows of one file with their marks, on the disk of the database instead of in memory. */
export interface AlikeRows {
  put(rows: readonly (AlikeText & { marks: readonly string[] })[]): Promise<void>;
  /** Rows that share a mark, in portions; of a mark that a crowd shares the first rows only. */
  pairs(crowd: number): AsyncGenerator<AlikePair[]>;
  /** Forgets everything; must be called. */
  close(): Promise<void>;
}

const PORTION = 200; // pairs of texts in memory

/** On a connection of its own, without a transaction: what is temporary is seen by nobody else and holds up nobody. */
export async function openAlikeRows(client: Sql): Promise<AlikeRows> {
  const own = await client.reserve();
  const forget = () => own.unsafe('drop table if exists pg_temp.alike_row, pg_temp.alike_mark, pg_temp.alike_pair');
  try {
    await own`select set_config('statement_timeout', '0', false)`;
    await forget();
    await own`create temporary table alike_row
      (line integer primary key, title text not null, body_name text not null, case_number text, summary text not null)`;
    await own`create temporary table alike_mark (mark text not null, line integer not null)`;
  } catch (error) {
    own.release();
    throw error;
  }
  return {
    async put(rows) {
      await own`insert into alike_row select * from unnest(${rows.map((row) => row.line)}::int[], ${rows.map((row) => row.title)}::text[],
        ${rows.map((row) => row.bodyName)}::text[], ${rows.map((row) => row.caseNumber)}::text[], ${rows.map((row) => row.summary)}::text[])`;
      const marks = rows.flatMap(({ line, marks: own }) => own.map((mark) => ({ mark, line })));
      await own`insert into alike_mark select * from unnest(${marks.map((one) => one.mark)}::text[], ${marks.map((one) => one.line)}::int[])`;
    },

    async *pairs(crowd) {
      await own`analyze alike_mark`;
      await own`create temporary table alike_pair as
        with few as materialized (
          select mark, line from (select mark, line, row_number() over (partition by mark order by line) as nth from alike_mark) m
          where nth <= ${crowd}
        )
        select row_number() over (order by later, earlier)::int as n, earlier, later from (
          select distinct a.line as earlier, b.line as later from few a join few b on a.mark = b.mark and a.line < b.line) p`;
      await own`create index on alike_pair (n)`;
      for (let from = 0; ; from += PORTION) {
        const rows = await own<Record<`${'a' | 'b'}_${keyof AlikeText}`, never>[]>`
          select a.line as a_line, a.title as a_title, a.body_name as "a_bodyName", a.case_number as "a_caseNumber", a.summary as a_summary,
            b.line as b_line, b.title as b_title, b.body_name as "b_bodyName", b.case_number as "b_caseNumber", b.summary as b_summary
          from alike_pair p join alike_row a on a.line = p.earlier join alike_row b on b.line = p.later
          where p.n > ${from} and p.n <= ${from + PORTION} order by p.n`;
        if (rows.length === 0) return;
        yield rows.map((row) => ({
          earlier: { line: row.a_line, title: row.a_title, bodyName: row.a_bodyName, caseNumber: row.a_caseNumber, summary: row.a_summary }, // biome-ignore format: two of a kind
          later: { line: row.b_line, title: row.b_title, bodyName: row.b_bodyName, caseNumber: row.b_caseNumber, summary: row.b_summary }, // biome-ignore format: two of a kind
        }));
      }
    },

    async close() {
      try {
        await forget();
        await own`reset statement_timeout`;
      } finally {
        own.release();
      }
    },
  };
}
