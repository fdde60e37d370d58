import { desc, sql } from 'drizzle-orm';
import { PUBLIC_STATES } from '../../api/domain/commitment.ts';
import type { Db } from '../client.ts';
import { commitment } from '../schema/commitments.ts';
import type { CommitmentRow } from './commitments.ts';

/** Beyond this a count says "more than". */
export const COUNTED_COMMITMENTS = 1000;

/** One word that must occur: its runs of letters, and their pairs for the index (none: one character, in titles alone). */
export interface SoughtRuns {
  runs: string[];
  pairs: string[];
}

// As the index has them, letter by letter (0044c_index_commitment_words.sql).
const WORDS = sql`commitment_words(title, document_number, body_name, department, text)`;
const PUBLIC = sql.raw(`state in (${PUBLIC_STATES.map((state) => `'${state}'`).join(', ')})`);

/** Public commitments in which all words occur and none of the others, the newest first, with their number. */
export async function commitmentsWith(
  db: Db,
  must: readonly SoughtRuns[],
  not: readonly SoughtRuns[],
  limit: number,
): Promise<{ rows: CommitmentRow[]; total: number }> {
  const holds = ({ runs, pairs }: SoughtRuns) => {
    const within = pairs.length > 0 ? WORDS : sql`lower(normalize(title, NFKC))`;
    return sql.join(
      runs.map((run) => sql`strpos(${within}, ${run}) > 0`),
      sql` and `,
    );
  };
  const pairs = [...new Set(must.flatMap((word) => word.pairs))];
  const where = sql.join(
    [
      PUBLIC,
      ...(pairs.length > 0 ? [sql`text_pairs(${WORDS}) @> ${sql.param(pairs)}::text[]`] : []),
      ...must.map(holds),
      ...not.map((word) => sql`not (${holds(word)})`),
    ],
    sql` and `,
  );
  const [rows, [counted]] = await Promise.all([
    db.select().from(commitment).where(where).orderBy(desc(commitment.madeOn), desc(commitment.id)).limit(limit),
    db.execute<{ n: number }>(
      sql`select count(*)::int as n from (select 1 from commitment where ${where} limit ${COUNTED_COMMITMENTS + 1}) c`,
    ),
  ]);
  return { rows, total: counted?.n ?? 0 };
}

/** Public commitments whose date has passed, counted up to one more than `most`. */
export async function overdueCommitments(db: Db, most: number): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select 1 from commitment
      where state in ('published', 'in_progress', 'changed') and next_due_on < (now() at time zone 'Asia/Shanghai')::date
      limit ${most + 1}) c`);
  return row?.n ?? 0;
}

/** Public commitments whose ground names a document by one of `names` (number, title), the newest first. */
export const commitmentsNaming = (db: Db, names: readonly string[], limit: number) =>
  db.execute<{ id: string; title: string; basis: string }>(sql`
    select id, title, basis from commitment
    where ${PUBLIC} and basis is not null
      and exists (select 1 from unnest(${sql.param(names)}::text[]) name where strpos(basis, name) > 0)
    order by made_on desc, id desc limit ${limit}`);
