import { and, eq, isNull } from 'drizzle-orm';
import type { Flag, FlagDay, FlagDecision, FlagKind, FlagNumbers } from '../../api/domain/rating-flags.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { ratingFlag } from '../schema/rating-reports.ts';

export interface PointHistory {
  id: string;
  bodyId: string;
  days: FlagDay[];
}

/** Points after `after` in the order of their ids that were rated on `day`, with the days before it. */
export async function pointHistories(
  sql: Sql,
  day: string,
  back: number,
  after: string,
  limit: number,
): Promise<{ points: PointHistory[]; last: string | null }> {
  const rows = await sql<{ id: string; bodyId: string; days: FlagDay[] | null }[]>`
    with p as (select id, body_id from service_point where id > ${after} order by id limit ${limit})
    select p.id, p.body_id as "bodyId", h.days
    from p left join lateral (
      select json_agg(json_build_object('day', d.day, 'levels', d.levels, 'repeated', d.repeated)) as days from (
        select f.day, json_object_agg(f.level, f.n) filter (where f.n > 0) as levels, coalesce(sum(f.again), 0)::int as repeated
        from (
          select day, level, sum(n) filter (where measure = 'given') as n, sum(n) filter (where measure = 'repeated') as again
          from rating_figure
          where scope = 'point' and key = p.id::text and day <= ${day}::date and day > ${day}::date - ${back}::int
            and measure in ('given', 'repeated')
          group by day, level
        ) f group by f.day
      ) d having bool_or(d.day = ${day}::date)
    ) h on true
    order by p.id`;
  return {
    points: rows.flatMap((row) => (row.days ? [{ id: row.id, bodyId: row.bodyId, days: row.days }] : [])),
    last: rows.at(-1)?.id ?? null,
  };
}

/**
 * Notes what was found, once a point, kind and day; while a flag of the same kind waits at the point, another within a week says
 * nothing new. @returns whether it is new
 */
export async function insertFlag(
  sql: Sql,
  f: { id: string; pointId: string; bodyId: string; version: number; flag: Flag },
): Promise<boolean> {
  const rows = await sql`
    insert into rating_flag (id, kind, service_point_id, body_id, day, rule_version, numbers)
    select ${f.id}, ${f.flag.kind}, ${f.pointId}, ${f.bodyId}, ${f.flag.day}::date, ${f.version}, ${JSON.stringify(f.flag.numbers)}::text::jsonb
    where not exists (
      select from rating_flag o where o.service_point_id = ${f.pointId} and o.kind = ${f.flag.kind} and o.decision is null
        and abs(o.day - ${f.flag.day}::date) < 7)
    on conflict do nothing returning id`;
  return rows.length > 0;
}

export interface FlagRow {
  id: string;
  kind: FlagKind;
  pointId: string;
  point: string;
  place: string;
  bodyId: string;
  day: string;
  ruleVersion: number;
  numbers: FlagNumbers;
  foundAt: Date;
  decision: FlagDecision | null;
  words: string | null;
  decidedBody: string | null;
  decidedAt: Date | null;
}

/** Flags at points of these bodies: those that wait first, the newest first. */
export const flagsAt = (sql: Sql, bodies: readonly string[], limit: number) => sql<FlagRow[]>`
  select f.id, f.kind, p.id as "pointId", p.name as point, p.place_name as place, f.body_id as "bodyId", f.day::text as day,
    f.rule_version as "ruleVersion", f.numbers, f.found_at as "foundAt", f.decision, f.words,
    f.decided_body as "decidedBody", f.decided_at as "decidedAt"
  from rating_flag f join service_point p on p.id = f.service_point_id
  where f.body_id = any (${bodies as string[]}::uuid[])
  order by f.decision is not null, f.day desc, f.id limit ${limit}`;

export async function findFlag(db: Db | Tx, id: string) {
  const [row] = await db.select().from(ratingFlag).where(eq(ratingFlag.id, id));
  return row ?? null;
}

/** @returns false where it was decided before */
export async function decideFlagRow(
  tx: Tx,
  id: string,
  set: Pick<typeof ratingFlag.$inferInsert, 'decision' | 'words' | 'decidedBy' | 'decidedBody' | 'decidedAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(ratingFlag)
    .set(set)
    .where(and(eq(ratingFlag.id, id), isNull(ratingFlag.decision)))
    .returning({ id: ratingFlag.id });
  return rows.length > 0;
}
