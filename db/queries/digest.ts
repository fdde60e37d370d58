import { randomUUID } from 'node:crypto';
import type { ClockUnit } from '../../api/domain/deadline.ts';
import type { Grant } from '../../api/domain/official.ts';
import type { Sql } from '../client.ts';
import { insertNotices } from './notices.ts';

/** Asks for the list of the day for everybody who wants one and has none of that day yet. @returns how many */
export async function planDigests(sql: Sql, day: string): Promise<number> {
  const wanting = await sql<{ userId: string }[]>`
    select o.user_id as "userId" from official_notice o join auth_user u on u.id = o.user_id and u.disabled_at is null
    where o.digest and not exists (select from official_digest d where d.user_id = o.user_id and d.day = ${day}::date)`;
  let planned = 0;
  for (const { userId } of wanting) {
    const id = randomUUID();
    await sql.begin(async (tx) => {
      const mine = await tx`
        insert into official_digest (user_id, day, notice_id) values (${userId}, ${day}::date, ${id}) on conflict do nothing`;
      if (mine.count === 0) return;
      const to = { channel: 'mail' as const, recipientKind: 'official' as const, recipientId: userId };
      await insertNotices(tx, [{ id, ...to, template: 'digest', caseId: null, params: { day } }]);
      planned += 1;
    });
  }
  return planned;
}

export const grantsInForce = (sql: Sql, userId: string): Promise<Grant[]> =>
  sql<Grant[]>`select role, body_id as "bodyId" from official_grant where user_id = ${userId} and revoked_at is null`;

export interface DueRow {
  number: string;
  dueOn: string | null;
  unit: ClockUnit | null;
  /** Arrived since the list before and waits to be accepted. */
  fresh: boolean;
}

/** Open cases of these bodies that are due by `soon` or overdue, and those filed since `since` (a legal date). */
export const dueRows = (
  sql: Sql,
  bodies: readonly string[],
  days: { soon: string; since: string },
  limit: number,
): Promise<DueRow[]> => {
  const ids = bodies as string[];
  const due = sql`c.due_on <= ${days.soon}::date`;
  const fresh = sql`(c.state = 'filed' and c.filed_at >= ${days.since}::date::timestamp at time zone 'Asia/Shanghai')`;
  return sql<DueRow[]>`
    select c.number, c.due_on::text as "dueOn", ${fresh} as fresh,
      (select unit from case_clock k where k.case_id = c.id and k.due_on = c.due_on and k.ended_on is null order by k.step limit 1) as unit
    from cases c
    where c.handler_id = any(${ids}::uuid[]) and c.state in ('filed', 'accepted') and c.screening <> 'rejected' and (${due} or ${fresh})
    order by c.due_on nulls last, c.number limit ${limit}`;
};
