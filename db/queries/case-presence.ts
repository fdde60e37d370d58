import type { Sql } from '../client.ts';

export interface Present {
  name: string;
  /** Whole minutes since the last sign. */
  minutes: number;
}

/** Says that `userId` has the case open, and who else has; one statement. */
export async function markPresent(sql: Sql, caseId: string, userId: string, within: number): Promise<Present[]> {
  return sql<Present[]>`
    with me as (
      insert into case_presence (case_id, user_id) values (${caseId}, ${userId})
      on conflict (case_id, user_id) do update set seen_at = now()
    )
    select u.name, floor(extract(epoch from now() - p.seen_at) / 60)::int as minutes
    from case_presence p join auth_user u on u.id = p.user_id
    where p.case_id = ${caseId} and p.user_id <> ${userId} and p.seen_at > now() - make_interval(secs => ${within})
    order by p.seen_at desc limit 10`;
}

export async function sweepPresence(sql: Sql): Promise<void> {
  await sql`delete from case_presence where seen_at < now() - interval '1 hour'`;
}
