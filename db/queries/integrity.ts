import { sql as raw } from 'drizzle-orm';
import type { Component, FigureKind, Weights } from '../../api/domain/integrity.ts';
import type { Sql, Tx } from '../client.ts';

export interface WeightsRow {
  id: number;
  weights: Weights;
  reason: string;
  postBody: string;
  changedAt: Date;
}
/** All weights there ever were, the newest first. */
export const weightsRows = (sql: Sql) =>
  sql<WeightsRow[]>`
    select id, weights, reason, post_body as "postBody", changed_at as "changedAt" from integrity_weights order by id desc`;

export async function insertWeights(
  tx: Tx,
  row: { weights: Weights; reason: string; postBody: string; changedBy: string },
): Promise<number> {
  const [made] = await tx.execute<{ id: number }>(raw`
    insert into integrity_weights (weights, reason, post_body, changed_by)
    values (${JSON.stringify(row.weights)}::jsonb, ${row.reason}, ${row.postBody}, ${row.changedBy}) returning id`);
  return Number(made?.id);
}

export interface FigureRow {
  kind: FigureKind;
  subject: string;
  division: string;
  month: string; // 2026-11-01
  version: string;
  weightsId: number;
  inputs: Record<Component, [part: number, total: number] | null>;
  score: number | null;
  low: number | null;
  high: number | null;
  ranked: boolean;
}
export type StoredFigure = FigureRow & { countedAt: Date };

/** First days: of the running month, and of that a year before. */
export async function integrityMonths(sql: Sql): Promise<{ month: string; since: string }> {
  const [row] = await sql<{ month: string; since: string }[]>`
    select to_char(m, 'YYYY-MM-DD') as month, to_char(m - interval '12 months', 'YYYY-MM-DD') as since
    from date_trunc('month', now() at time zone 'Asia/Shanghai') as m`;
  return { month: row?.month ?? '', since: row?.since ?? '' };
}

/** Puts the figures of a month in the place of what was counted of it before. One at a time in all processes. */
export async function replaceMonth(sql: Sql, month: string, rows: readonly FigureRow[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`lock table integrity_figure in share row exclusive mode`;
    await tx`delete from integrity_figure where month = ${month}`;
    for (let from = 0; from < rows.length; from += 2000) {
      const part = rows.slice(from, from + 2000);
      await tx`
        insert into integrity_figure
          (kind, subject, division, month, version, weights_id, inputs, score, low, high, ranked, counted_at)
        select r.kind, r.subject, r.division, ${month}::date, r.version, r."weightsId", r.inputs, r.score, r.low, r.high, r.ranked, now()
        from jsonb_to_recordset(${tx.json(part as never)}) as r (kind text, subject text, division text, version text,
          "weightsId" integer, inputs jsonb, score float8, low float8, high float8, ranked boolean)`;
    }
  });
}

const COLUMNS = (
  sql: Sql,
) => sql`f.kind, f.subject, f.division, f.month::text as month, f.version, f.weights_id as "weightsId",
  f.inputs, f.score, f.low, f.high, f.ranked, f.counted_at as "countedAt"`;
const NEWEST = (sql: Sql) => sql`(select max(month) from integrity_figure)`;

/** Figures of some places of the newest month. */
export const placeFigures = (sql: Sql, codes: readonly string[]) =>
  sql<StoredFigure[]>`
    select ${COLUMNS(sql)} from integrity_figure f
    where f.kind = 'place' and f.subject = any(${[...codes]}::text[]) and f.month = ${NEWEST(sql)}`;

/** Bodies of a place (`deep`: and of all places in it) in the newest month, the ranked ones first, by the lower end. */
export const bodyFigures = (sql: Sql, division: string, deep: boolean, limit: number, offset: number) =>
  sql<StoredFigure[]>`
    select ${COLUMNS(sql)} from integrity_figure f
    where f.kind = 'body' and f.month = ${NEWEST(sql)}
      and ${deep ? sql`f.division ~>=~ ${division}::text and f.division ~<~ (${division}::text || ':')` : sql`f.division = ${division}`}
    order by f.ranked desc, case when f.ranked then f.low end desc, f.subject limit ${limit} offset ${offset}`;

/** One subject month by month, the newest first. */
export const figureHistory = (sql: Sql, kind: FigureKind, subject: string, limit: number) =>
  sql<StoredFigure[]>`
    select ${COLUMNS(sql)} from integrity_figure f
    where f.kind = ${kind} and f.subject = ${subject} order by f.month desc limit ${limit}`;

/** Whether the figures have ever been made. */
export async function integrityCounted(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ any: boolean }[]>`select exists (select 1 from integrity_figure) as any`;
  return row?.any ?? false;
}

export type ExportedFigure = StoredFigure & { weights: Weights };
/** All figures there are, in ascending order of month, kind and subject: what is handed out as open data. */
export async function* allFigures(tx: Tx, batch = 2000): AsyncGenerator<ExportedFigure> {
  let last = { month: '0001-01-01', kind: '', subject: '' };
  for (;;) {
    const rows = (await tx.execute(raw`
      select f.kind, f.subject, f.division, f.month::text as month, f.version, f.weights_id as "weightsId", f.inputs,
        f.score, f.low, f.high, f.ranked, w.weights
      from integrity_figure f join integrity_weights w on w.id = f.weights_id
      where (f.month, f.kind collate "C", f.subject collate "C") > (${last.month}::date, ${last.kind}, ${last.subject})
      order by f.month, f.kind collate "C", f.subject collate "C" limit ${batch}`)) as unknown as ExportedFigure[];
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < batch) return;
    last = end;
  }
}

/** The newest figures of some places and bodies, whatever month these are of. */
export const newestFigures = (sql: Sql, subjects: readonly string[]) =>
  sql<StoredFigure[]>`
    select distinct on (f.subject) ${COLUMNS(sql)} from integrity_figure f
    where f.subject = any(${[...subjects]}::text[]) and f.kind in ('place', 'body') order by f.subject, f.month desc`;

/** Whether the newest figure of a body hides its answers in time: they could tell of others by subtraction from their place. */
export async function timelinessHidden(sql: Sql, bodyId: string): Promise<boolean> {
  const [row] = await sql<{ hidden: boolean }[]>`
    select f.inputs -> 'timeliness' = 'null'::jsonb as hidden from integrity_figure f
    where f.kind = 'body' and f.subject = ${bodyId} order by f.month desc limit 1`;
  return row?.hidden ?? false;
}
