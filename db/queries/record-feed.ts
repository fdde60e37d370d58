import { and, desc, eq, getTableColumns, inArray, like, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { disclosure } from '../schema/disclosures.ts';
import type { DisclosureRow } from './disclosures.ts';

/** Public records by the time of their publication, for feeds and sitemaps. */

/** What happened to a record without changing what the public sees. */
const UNSEEN = sql.raw(`('correction_proposed', 'correction_rejected')`);
/** When what the public sees of a record last changed: its events tell, of whatever kind they are. */
const CHANGED = sql<string>`to_char(greatest(${disclosure.publishedAt}, (
  select max(e.at) from event e where e.subject_kind = 'disclosure' and e.subject_id = ${disclosure.id}
    and e.kind not in ${UNSEEN})) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export interface FeedQuestion {
  kind?: string | undefined;
  division?: string | undefined;
  matter?: string | undefined;
  year?: number | undefined;
  outcome?: string | undefined;
  bodies?: string[] | undefined;
}
/** `at`: the instant of publication with all its digits. */
export type FeedRow = DisclosureRow & { changedAt: string; at: string };

const AT = sql<string>`${disclosure.publishedAt}::text`;

/** Published records that match, newest publication first, after the row that the page before ended with. */
export async function feedRows(
  db: Db,
  question: FeedQuestion,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<FeedRow[]> {
  const conditions: (SQL | undefined)[] = [
    eq(disclosure.state, 'published'),
    question.kind ? sql`${disclosure.kind} = ${question.kind}` : undefined,
    question.division ? like(disclosure.division, `${question.division}%`) : undefined,
    question.matter ? sql`${disclosure.matter} = ${question.matter}` : undefined,
    question.year ? eq(disclosure.year, question.year) : undefined,
    question.outcome ? sql`${disclosure.outcome} = ${question.outcome}` : undefined,
    question.bodies ? inArray(disclosure.bodyId, question.bodies) : undefined,
    after
      ? sql`(${disclosure.publishedAt}, ${disclosure.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : undefined,
  ];
  return db
    .select({ ...getTableColumns(disclosure), changedAt: CHANGED, at: AT })
    .from(disclosure)
    .where(and(...conditions))
    .orderBy(desc(disclosure.publishedAt), desc(disclosure.id))
    .limit(limit);
}

/** When what the public sees of each of these records last changed. */
export async function changesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: disclosure.id, changedAt: CHANGED })
    .from(disclosure)
    .where(inArray(disclosure.id, ids));
  return new Map(rows.map((row) => [row.id, row.changedAt]));
}

/** How many records are public, counted exactly. */
export async function countPublic(db: Db): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(disclosure)
    .where(eq(disclosure.state, 'published'));
  return row?.n ?? 0;
}

/** Public records whose ids lie between two, with the time of their last change, in the order of their ids. */
export const publicBetween = (db: Db, from: string, to: string, most: number) =>
  db
    .select({ ...getTableColumns(disclosure), changedAt: CHANGED })
    .from(disclosure)
    .where(and(eq(disclosure.state, 'published'), sql`${disclosure.id} between ${from}::uuid and ${to}::uuid`))
    .orderBy(disclosure.id)
    .limit(most);

/** Records that left publication within so many days, last one first. */
export const endedWithin = (db: Db, days: number, most: number): Promise<DisclosureRow[]> =>
  db
    .select()
    .from(disclosure)
    .where(
      sql`${disclosure.endedAt} > now() - make_interval(days => ${days}) and ${disclosure.publishedAt} is not null`,
    )
    .orderBy(desc(disclosure.endedAt))
    .limit(most);
