import { asc, getTableColumns, sql } from 'drizzle-orm';
import type { DisclosureKind } from '../../api/domain/disclosure.ts';
import type { Db, Tx } from '../client.ts';
import { dataQuality, disclosure } from '../schema/disclosures.ts';

export type QualityRow = typeof dataQuality.$inferSelect;

/** The public records of a kind by where they came from: rows, filled fields, newest dates. */
function figuresOf(kind: DisclosureKind, fields: readonly string[]) {
  const columns = getTableColumns(disclosure) as Record<string, { name: string }>;
  const counted = fields.map((field) => `'${field}', count(d."${columns[field]?.name}")`).join(', ');
  return sql`
    select ${kind}::text as kind, coalesce(b.kind, 'portal') as source, count(*)::int as rows,
      jsonb_build_object(${sql.raw(counted)}) as filled, ${JSON.stringify(fields)}::jsonb as needed,
      (count(*) filter (where d.body_id is null))::int as unknown_bodies, max(d.decided_on) as newest_on,
      max((d.published_at at time zone 'Asia/Shanghai')::date) as newest_published_on, now() as measured_at
    from disclosure d left join import_batch b on b.id = d.batch_id
    where d.kind = ${kind} and d.state = 'published'
    group by coalesce(b.kind, 'portal')`;
}

/** Counts a kind anew. */
export async function measureKind(tx: Tx, kind: DisclosureKind, fields: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from data_quality where kind = ${kind}`);
  await tx.execute(sql`
    insert into data_quality (kind, source, rows, filled, needed, unknown_bodies, newest_on, newest_published_on, measured_at)
    ${figuresOf(kind, fields)}`);
}

/** The figures of a kind as they are now, for a portal that has measured nothing yet. */
export async function figuresNow(tx: Db | Tx, kind: DisclosureKind, fields: readonly string[]): Promise<QualityRow[]> {
  const rows = await tx.execute<Record<string, unknown>>(figuresOf(kind, fields));
  return [...rows].map((row) => ({
    kind,
    source: String(row.source),
    rows: Number(row.rows),
    filled: row.filled as Record<string, number>,
    needed: [...fields],
    unknownBodies: Number(row.unknown_bodies),
    newestOn: row.newest_on === null ? null : String(row.newest_on).slice(0, 10),
    newestPublishedOn: row.newest_published_on === null ? null : String(row.newest_published_on).slice(0, 10),
    measuredAt: new Date(String(row.measured_at)),
  }));
}

export const qualityRows = (tx: Db | Tx): Promise<QualityRow[]> =>
  tx.select().from(dataQuality).orderBy(asc(dataQuality.kind), asc(dataQuality.source));

export interface ImportTotals {
  kind: string;
  imports: number;
  rows: number;
  imported: number;
  refused: number;
  /** Files that were stopped as a whole and not let in. */
  blocked: number;
  lastAt: Date | null;
}

/** What imports of each kind came to: files that were finished, and those that were stopped. */
export async function importTotals(tx: Db | Tx): Promise<ImportTotals[]> {
  const rows = await tx.execute<{
    kind: string;
    imports: number;
    rows: number;
    imported: number;
    refused: number;
    blocked: number;
    lastAt: string | null;
  }>(sql`
    select kind, count(*) filter (where state = 'finished')::int as imports,
      coalesce(sum(rows_total) filter (where state = 'finished'), 0)::int as rows,
      coalesce(sum(rows_imported) filter (where state = 'finished'), 0)::int as imported,
      coalesce(sum(rows_refused) filter (where state = 'finished'), 0)::int as refused,
      count(*) filter (where jsonb_array_length(blocked_by) > 0 and applied_by is null)::int as blocked,
      (max(finished_at) filter (where state = 'finished'))::text as "lastAt"
    from import_batch group by kind order by kind`);
  return [...rows].map((row) => ({ ...row, lastAt: row.lastAt === null ? null : new Date(row.lastAt) }));
}
