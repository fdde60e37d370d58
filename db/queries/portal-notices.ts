import type { Sql } from '../client.ts';

export interface PortalNotice {
  id: string;
  template: string;
  params: Record<string, string | number>;
  caseNumber: string | null;
  at: string; // instant with microseconds, for the cursor
  createdAt: Date;
  readAt: Date | null;
}

/** Notices of one official, newest first; `after` are the values of the last one shown. */
export async function portalNotices(
  sql: Sql,
  userId: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<PortalNotice[]> {
  const from = after
    ? sql`and (n.created_at, n.id) < (${after[0]}::timestamp at time zone 'UTC', ${after[1]}::uuid)`
    : sql``;
  return sql<PortalNotice[]>`
    select n.id, n.template, n.params, c.number as "caseNumber", n.created_at as "createdAt", n.read_at as "readAt",
      to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at
    from notice n left join cases c on c.id = n.case_id
    where n.recipient_kind = 'official' and n.recipient_id = ${userId} and n.channel = 'portal' ${from}
    order by n.created_at desc, n.id desc limit ${limit}`;
}

/** Marks one notice as read, or all of them up to now. */
export async function markRead(sql: Sql, userId: string, id: string | null): Promise<number> {
  const rows = await sql`
    update notice set read_at = now()
    where recipient_kind = 'official' and recipient_id = ${userId} and channel = 'portal' and read_at is null
      ${id ? sql`and id = ${id}` : sql``}
    returning 1`;
  return rows.length;
}
