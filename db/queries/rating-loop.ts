import { and, eq } from 'drizzle-orm';
import type { LoopCounts, ReviewReason, ReviewState } from '../../api/domain/rating-loop.ts';
import type { Sql, Tx } from '../client.ts';
import { ratingReview, ratingStep } from '../schema/rating-loop.ts';

/** Whose bad ratings: of some bodies (as they are now), of a place with all below it, or of one service point of a body. */
export type LoopScope = { bodies: readonly string[] } | { division: string } | { pointId: string; bodyId: string };

/**
 * How bad ratings were dealt with, given between two legal dates (`to` exclusive). Feed it to loopFigures
 * (api/domain/rating-loop.ts). An index scan over the cases of bodies; a whole place walks its service cases.
 */
export async function loopCounts(
  sql: Sql,
  of: LoopScope,
  between: { from?: string; to?: string } = {},
): Promise<LoopCounts> {
  const whose =
    'bodies' in of
      ? sql`c.respondent_now_id = any (${of.bodies as string[]}::uuid[])`
      : 'division' in of
        ? sql`c.division like ${`${of.division}%`}`
        : sql`c.respondent_now_id = ${of.bodyId}`;
  const there = 'pointId' in of ? sql`and r.service_point_id = ${of.pointId}` : sql``;
  const from = between.from
    ? sql`and c.filed_at >= (${between.from}::date::timestamp at time zone 'Asia/Shanghai')`
    : sql``;
  const to = between.to ? sql`and c.filed_at < (${between.to}::date::timestamp at time zone 'Asia/Shanghai')` : sql``;
  // The cases first, by their index: joined to forty months of ratings, the planner would rather read all cases there are.
  const [row] = await sql<LoopCounts[]>`
    with c as materialized (
      select c.id, c.rating_id, c.filed_at, c.answered_at from cases c
      where c.kind = 'service' and c.rating_id is not null and ${whose} ${from} ${to}
    )
    select count(*)::int as bad,
      count(*) filter (where x.aside)::int as "setAside",
      count(*) filter (where r.has_contact)::int as "realName",
      count(*) filter (where r.has_contact and c.answered_at is not null)::int as "realNameAnswered",
      count(*) filter (where r.has_contact and c.answered_at is null and x.late)::int as "realNameLate",
      count(*) filter (where not x.aside and x.done)::int as rectified,
      count(*) filter (where not x.aside and not x.done and x.late)::int as "rectifyLate"
    -- The case of a rating is filed in the same instant: the instant names the partition.
    from c join rating r on r.id = c.rating_id and r.created_at = c.filed_at ${there} cross join lateral (
      select exists (select from rating_review v where v.case_id = c.id and v.state = 'set_aside') as aside,
        exists (select from rating_step s where s.case_id = c.id and s.kind = 'rectified' and s.outcome = 'done') as done,
        exists (select from case_clock k where k.case_id = c.id and k.step = 'rectify'
          and k.due_on < (now() at time zone 'Asia/Shanghai')::date) as late
    ) x`;
  return (
    row ?? { bad: 0, setAside: 0, realName: 0, realNameAnswered: 0, realNameLate: 0, rectified: 0, rectifyLate: 0 }
  );
}

export interface RatedCase {
  ratingId: string;
  pointId: string;
  point: string;
  place: string;
  bodyId: string;
  level: 1 | 2;
  day: string; // legal date
  hasContact: boolean;
  answeredAt: Date | null;
}

/** The rating behind a service case; null where the case has none. */
export async function ratedCase(sql: Sql, caseId: string): Promise<RatedCase | null> {
  const [row] = await sql<RatedCase[]>`
    select r.id as "ratingId", p.id as "pointId", p.name as point, p.place_name as place, r.body_id as "bodyId", r.level,
      (r.created_at at time zone 'Asia/Shanghai')::date::text as day, r.has_contact as "hasContact",
      c.answered_at as "answeredAt"
    from cases c join rating r on r.id = c.rating_id and r.created_at = c.filed_at
    join service_point p on p.id = r.service_point_id where c.id = ${caseId}`;
  return row ?? null;
}

export type ReviewRow = typeof ratingReview.$inferSelect;
export type StepRow = typeof ratingStep.$inferSelect;

export const insertStep = (tx: Tx, row: typeof ratingStep.$inferInsert) => tx.insert(ratingStep).values(row);
export const insertReview = (tx: Tx, row: typeof ratingReview.$inferInsert) => tx.insert(ratingReview).values(row);

export async function loopOf(
  tx: Pick<Tx, 'select'>,
  caseId: string,
): Promise<{ steps: StepRow[]; reviews: ReviewRow[] }> {
  const steps = await tx.select().from(ratingStep).where(eq(ratingStep.caseId, caseId)).orderBy(ratingStep.at);
  const reviews = await tx
    .select()
    .from(ratingReview)
    .where(eq(ratingReview.caseId, caseId))
    .orderBy(ratingReview.proposedAt);
  return { steps, reviews };
}

/** Changes a review that is still in `state`. @returns false where it is not */
export async function changeReview(
  tx: Tx,
  id: string,
  state: ReviewState,
  set: Partial<typeof ratingReview.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(ratingReview)
    .set(set)
    .where(and(eq(ratingReview.id, id), eq(ratingReview.state, state)))
    .returning({ id: ratingReview.id });
  return rows.length > 0;
}

export interface ReviewListed {
  id: string;
  number: string;
  bodyId: string;
  point: string;
  place: string;
  level: number;
  day: string;
  reason: ReviewReason;
  state: ReviewState;
  proposedBy: string;
  proposedAt: Date;
  outsider: boolean | null;
}

/** Reviews about these bodies: those that wait first, then the newest. */
export const reviewsOf = (sql: Sql, bodies: readonly string[], limit: number) => sql<ReviewListed[]>`
  select v.id, c.number, v.body_id as "bodyId", p.name as point, p.place_name as place, v.level, v.day::text as day, v.reason,
    v.state, v.proposed_by as "proposedBy", v.proposed_at as "proposedAt", v.outsider
  from rating_review v join cases c on c.id = v.case_id join service_point p on p.id = v.service_point_id
  where v.body_id = any (${bodies as string[]}::uuid[])
  order by v.state <> 'proposed', v.proposed_at desc limit ${limit}`;

/** Bad ratings that were set aside: they stay in every count, and this is said beside it. */
export async function setAsideCount(sql: Sql, of: { bodyId: string; pointId?: string }): Promise<number> {
  const whose = of.pointId ? sql`service_point_id = ${of.pointId}` : sql`body_id = ${of.bodyId}`;
  const [row] = await sql<
    { n: number }[]
  >`select count(*)::int as n from rating_review where state = 'set_aside' and ${whose}`;
  return row?.n ?? 0;
}

export interface ChangeMade {
  at: Date;
  outcome: string;
  text: string;
  again: string | null;
}

/** What was changed because of bad ratings, newest first: written to be published. */
export const changesMade = (sql: Sql, of: { bodyId: string; pointId?: string }, limit: number) => {
  // Newest first, and the rating of each is looked up only until there are enough.
  const there = of.pointId
    ? sql`where (select r.service_point_id from rating r where r.id = s.rating_id and r.created_at = s.filed_at) = ${of.pointId}`
    : sql``;
  return sql<ChangeMade[]>`
    with c as materialized (
      select c.id, c.rating_id, c.filed_at from cases c
      where c.kind = 'service' and c.rating_id is not null and c.respondent_now_id = ${of.bodyId}
    )
    select s.at, s.outcome, s.text,
      (select l.outcome from rating_step l where l.case_id = s.case_id and l.kind = 'looked_again' and l.at > s.at
        order by l.at desc limit 1) as again
    from (
      select s.at, s.outcome, s.public_text as text, s.case_id, c.rating_id, c.filed_at
      from c join rating_step s on s.case_id = c.id where s.kind = 'rectified' order by s.at desc offset 0
    ) s ${there} order by s.at desc limit ${limit}`;
};
