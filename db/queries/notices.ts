import type { TransactionSql } from 'postgres';
import type { OfficialRole } from '../../api/domain/official.ts';
import type { Sql } from '../client.ts';

export interface NoticeCase {
  id: string;
  handlerId: string | null;
  watchingId: string | null;
}

export async function noticeCase(sql: Sql, caseId: string): Promise<NoticeCase | null> {
  const [row] = await sql<
    NoticeCase[]
  >`select id, handler_id as "handlerId", watching_id as "watchingId" from cases where id = ${caseId}`;
  return row ?? null;
}

/** Officials who are not disabled, with the body of each grant of one of `roles`. */
export const officialsWith = (
  sql: Sql,
  roles: readonly OfficialRole[],
): Promise<{ userId: string; bodyId: string; role: OfficialRole }[]> =>
  sql<{ userId: string; bodyId: string; role: OfficialRole }[]>`
    select g.user_id as "userId", g.body_id as "bodyId", g.role
    from official_grant g join auth_user u on u.id = g.user_id
    where g.revoked_at is null and u.disabled_at is null and g.role = any(${[...roles]})`;

export interface NewNotice {
  id: string;
  channel: 'mail' | 'portal' | 'sms';
  recipientKind: 'official' | 'complainant' | 'filer';
  recipientId: string;
  template: string;
  caseId: string | null;
  params?: Record<string, string | number>;
}

/** Marks the task as done and writes its notices, with those that leave the portal asked for: once, however often it runs. */
export async function announceOnce(sql: Sql, outboxId: number, notices: readonly NewNotice[]): Promise<boolean> {
  return sql.begin(async (tx) => {
    const done = await tx`update outbox set done_at = now(), attempts = attempts + 1, last_error = null
      where id = ${outboxId} and done_at is null returning 1`;
    if (done.count === 0) return false;
    await insertNotices(tx, notices);
    return true;
  }) as Promise<boolean>;
}

export async function insertNotices(tx: TransactionSql | Sql, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx`
    with added as (
      insert into notice (id, channel, recipient_kind, recipient_id, template, case_id, params)
      select id, channel, recipient_kind, recipient_id, template, case_id, params
      from json_to_recordset(${JSON.stringify(
        notices.map((n) => ({
          id: n.id,
          channel: n.channel,
          recipient_kind: n.recipientKind,
          recipient_id: n.recipientId,
          template: n.template,
          case_id: n.caseId,
          params: n.params ?? {},
        })),
      )}::text::json) as x (id uuid, channel text, recipient_kind text, recipient_id text, template text, case_id uuid, params jsonb)
      returning id, channel
    )
    insert into outbox (task, payload)
    select 'notice.' || channel, jsonb_build_object('noticeId', id) from added where channel <> 'portal'`;
}
