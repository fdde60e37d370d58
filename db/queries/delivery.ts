import type { SendChannel } from '../../api/domain/notice.ts';
import type { Sql } from '../client.ts';

/** What waits to leave the portal, by task. */
export interface QueueLine {
  task: string;
  waiting: number;
  /** Tried, failed and tried again. */
  failing: number;
  stuck: number;
  oldest: Date;
}

export const queueLines = (sql: Sql, stuckAfter: number): Promise<QueueLine[]> =>
  sql<QueueLine[]>`
    select task, count(*)::int as waiting, (count(*) filter (where attempts > 0))::int as failing,
      (count(*) filter (where attempts >= ${stuckAfter}))::int as stuck, min(created_at) as oldest
    from outbox where done_at is null group by task order by task`;

export interface FailingTask {
  id: number;
  task: string;
  attempts: number;
  createdAt: Date;
  lastError: string | null;
  nextAt: Date | null;
}

export const failingTasks = (sql: Sql, limit: number): Promise<FailingTask[]> =>
  sql<FailingTask[]>`
    select o.id::int as id, o.task, o.attempts, o.created_at as "createdAt", o.last_error as "lastError",
      (select j.run_at from graphile_worker.jobs j where j.key = 'outbox-' || o.id) as "nextAt"
    from outbox o where o.done_at is null and o.attempts > 0
    order by o.attempts desc, o.id limit ${limit}`;

export interface Bounce {
  recipientKind: 'official' | 'complainant';
  recipientId: string;
  channel: SendChannel;
  code: string;
  at: Date;
  /** Name of the official, or number of the case. */
  who: string;
}

/** Marked addresses of officials with a grant in these bodies, and of complainants whose case one of them has. */
export const bounces = (sql: Sql, bodies: readonly string[], limit: number): Promise<Bounce[]> => {
  const ids = bodies as string[];
  return sql<Bounce[]>`
    select b.recipient_kind as "recipientKind", b.recipient_id as "recipientId", b.channel, b.code, b.at,
      coalesce(u.name, c.number) as who
    from contact_bounce b
    left join auth_user u on b.recipient_kind = 'official' and u.id = b.recipient_id and exists (
      select from official_grant g where g.user_id = u.id and g.revoked_at is null and g.body_id = any(${ids}::uuid[]))
    left join cases c on b.recipient_kind = 'complainant' and c.id::text = b.recipient_id and c.handler_id = any(${ids}::uuid[])
    where coalesce(u.id, c.number) is not null
    order by b.at desc limit ${limit}`;
};

/** Forgets a mark, so that the address is tried again. @returns false where there was none */
export async function liftBounce(
  sql: Sql,
  bounce: Pick<Bounce, 'recipientKind' | 'recipientId' | 'channel'>,
): Promise<boolean> {
  const rows = await sql`
    delete from contact_bounce where recipient_kind = ${bounce.recipientKind} and recipient_id = ${bounce.recipientId}
      and channel = ${bounce.channel} returning 1`;
  return rows.length > 0;
}

export interface TestState {
  channel: SendChannel;
  createdAt: Date;
  sentAt: Date | null;
  refusedCode: string | null;
}

/** The newest test of each way that this official asked for. */
export const lastTests = (sql: Sql, userId: string): Promise<TestState[]> =>
  sql<TestState[]>`
    select distinct on (channel) channel, created_at as "createdAt", sent_at as "sentAt", refused_code as "refusedCode"
    from notice where recipient_kind = 'official' and recipient_id = ${userId} and template = 'test'
    order by channel, created_at desc`;

/** Notices of the last day that left the portal. */
export const sentOfDay = (sql: Sql): Promise<{ channel: SendChannel; sent: number; refused: number }[]> =>
  sql<{ channel: SendChannel; sent: number; refused: number }[]>`
    select channel, count(sent_at)::int as sent, count(refused_at)::int as refused
    from notice where channel <> 'portal' and created_at > now() - interval '1 day' group by channel order by channel`;
