import type { TransactionSql } from 'postgres';
import type { OfficialRole } from '../../api/domain/official.ts';
import type { Sql } from '../client.ts';

export interface NoticeCase {
  id: string;
  handlerId: string | null;
}

export async function noticeCase(sql: Sql, caseId: string): Promise<NoticeCase | null> {
  const [row] = await sql<NoticeCase[]>`select id, handler_id as "handlerId" from cases where id = ${caseId}`;
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
  channel: 'mail' | 'portal';
  recipientKind: 'official' | 'complainant';
  recipientId: string;
  template: string;
  caseId: string | null;
}

/** Marks the task as done and writes its notices, with the mails among them asked for: once, however often it runs. */
export async function announceOnce(sql: Sql, outboxId: number, notices: readonly NewNotice[]): Promise<boolean> {
  return sql.begin(async (tx) => {
    const done = await tx`update outbox set done_at = now(), attempts = attempts + 1, last_error = null
      where id = ${outboxId} and done_at is null returning 1`;
    if (done.count === 0) return false;
    await insertNotices(tx, notices);
    return true;
  }) as Promise<boolean>;
}

async function insertNotices(tx: TransactionSql, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx`
    insert into notice (id, channel, recipient_kind, recipient_id, template, case_id)
    select id, channel, recipient_kind, recipient_id, template, case_id from json_to_recordset(${JSON.stringify(
      notices.map((n) => ({
        id: n.id,
        channel: n.channel,
        recipient_kind: n.recipientKind,
        recipient_id: n.recipientId,
        template: n.template,
        case_id: n.caseId,
      })),
    )}::text::json)
      as x (id uuid, channel text, recipient_kind text, recipient_id text, template text, case_id uuid)`;
  await tx`
    insert into outbox (task, payload)
    select 'notice.mail', jsonb_build_object('noticeId', id)
    from unnest(${notices.filter((n) => n.channel === 'mail').map((n) => n.id)}::uuid[]) as id`;
}

export interface MailNotice {
  id: string;
  template: string;
  recipientKind: 'official' | 'complainant';
  sentAt: Date | null;
  caseId: string | null;
  number: string | null;
  locale: 'zh-CN' | 'en';
  /** Of an official who is not disabled. */
  email: string | null;
  /** Of a complainant: sealed, with the key that opens it; null where nothing was left or it was erased. */
  contact: Buffer | null;
  keyId: string | null;
  wrapped: Buffer | null;
  keyVersion: number | null;
}

export async function mailNotice(sql: Sql, id: string): Promise<MailNotice | null> {
  const [row] = await sql<MailNotice[]>`
    select n.id, n.template, n.recipient_kind as "recipientKind", n.sent_at as "sentAt", n.case_id as "caseId", c.number,
      case when n.recipient_kind = 'complainant' then coalesce(c.locale, 'zh-CN') else 'zh-CN' end as locale,
      u.email, t.sealed as contact, k.id as "keyId", k.wrapped, k.key_version as "keyVersion"
    from notice n
    left join cases c on c.id = n.case_id
    left join auth_user u on n.recipient_kind = 'official' and u.id = n.recipient_id and u.disabled_at is null
    left join case_content t on n.recipient_kind = 'complainant' and t.case_id = n.case_id and t.part = 'contact'
    left join case_key k on n.recipient_kind = 'complainant' and k.case_id = n.case_id
    where n.id = ${id} and n.channel = 'mail'`;
  return row ?? null;
}

export async function markSent(sql: Sql, id: string): Promise<void> {
  await sql`update notice set sent_at = now() where id = ${id} and sent_at is null`;
}
