import type { TransactionSql } from 'postgres';
import type { LoopCounts } from '../../api/domain/rating-loop.ts';
import type { Sql } from '../client.ts';
import type { ChangeMade } from './rating-loop.ts';

/** The loop of whole places, from a roll-up: the pages of places are public, and a province may have a hundred thousand bad ratings. */

/** Counts the bad ratings of the last twelve whole months and this one anew, by the division of the rated body. */
export const rollUpRatingLoop = async (tx: TransactionSql): Promise<void> => {
  await tx`delete from place_rating_loop`;
  await tx`
    insert into place_rating_loop
      (division, bad, set_aside, real_name, real_name_answered, real_name_late, rectified, rectify_late)
    select c.division, count(*), count(*) filter (where x.aside), count(*) filter (where r.has_contact),
      count(*) filter (where r.has_contact and c.answered_at is not null),
      count(*) filter (where r.has_contact and c.answered_at is null and x.late),
      count(*) filter (where not x.aside and x.done),
      count(*) filter (where not x.aside and not x.done and x.late)
    from cases c
    -- One by one, each in the partition that its instant names; the planner would rather read forty months of ratings.
    cross join lateral (
      select r.has_contact from rating r where r.id = c.rating_id and r.created_at = c.filed_at offset 0
    ) r
    cross join lateral (
      select exists (select from rating_review v where v.case_id = c.id and v.state = 'set_aside') as aside,
        exists (select from rating_step s where s.case_id = c.id and s.kind = 'rectified' and s.outcome = 'done') as done,
        exists (select from case_clock k where k.case_id = c.id and k.step = 'rectify'
          and k.due_on < (now() at time zone 'Asia/Shanghai')::date) as late
    ) x
    where c.kind = 'service' and c.rating_id is not null and c.filed_at >=
      (date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '12 months') at time zone 'Asia/Shanghai'
    group by c.division`;
};

/** A place with all below it, as of the last roll-up. Feed it to loopFigures (api/domain/rating-loop.ts). */
export async function placeLoopCounts(sql: Sql, code: string): Promise<LoopCounts> {
  const [row] = await sql<LoopCounts[]>`
    select coalesce(sum(bad), 0)::int as bad, coalesce(sum(set_aside), 0)::int as "setAside",
      coalesce(sum(real_name), 0)::int as "realName", coalesce(sum(real_name_answered), 0)::int as "realNameAnswered",
      coalesce(sum(real_name_late), 0)::int as "realNameLate", coalesce(sum(rectified), 0)::int as rectified,
      coalesce(sum(rectify_late), 0)::int as "rectifyLate"
    from place_rating_loop where division ~>=~ ${code} and division ~<~ (${code}::text || ':')`;
  return (
    row ?? { bad: 0, setAside: 0, realName: 0, realNameAnswered: 0, realNameLate: 0, rectified: 0, rectifyLate: 0 }
  );
}

/** What was changed in a place because of bad ratings, newest first, with the body that says so. */
export const placeChangesMade = (sql: Sql, code: string, limit: number) => sql<(ChangeMade & { bodyId: string })[]>`
  select s.at, s.outcome, s.public_text as text, c.respondent_now_id as "bodyId",
    (select l.outcome from rating_step l where l.case_id = s.case_id and l.kind = 'looked_again' and l.at > s.at
      order by l.at desc limit 1) as again
  from rating_step s join cases c on c.id = s.case_id
  where s.kind = 'rectified' and c.division ~>=~ ${code} and c.division ~<~ (${code}::text || ':')
  order by s.at desc limit ${limit}`;
