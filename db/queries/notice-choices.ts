import { sql as raw } from 'drizzle-orm';
import type { NoticeKind, OwnChannel, SendChannel } from '../../api/domain/notice.ts';
import type { Db, Sql, Tx } from '../client.ts';

export interface ChoiceRow {
  userId: string;
  kind: NoticeKind;
  mail: boolean;
  sms: boolean;
}

/** What these officials chose; whoever has no row for a kind has the default. */
export const officialChoices = (sql: Sql, userIds: readonly string[]): Promise<ChoiceRow[]> =>
  sql<ChoiceRow[]>`
    select user_id as "userId", kind, mail, sms from official_notice_choice where user_id = any(${[...userIds]})`;

export interface BounceRow {
  channel: SendChannel;
  code: string;
  at: Date;
  mac: Buffer;
  version: number;
}

export interface OfficialNoticeRow {
  email: string;
  phone: string | null;
  locale: 'zh-CN' | 'en';
  digest: boolean;
}

export async function officialNotice(sql: Sql, userId: string): Promise<OfficialNoticeRow | null> {
  const [row] = await sql<OfficialNoticeRow[]>`
    select u.email, o.phone, coalesce(o.locale, 'zh-CN') as locale, coalesce(o.digest, false) as digest
    from auth_user u left join official_notice o on o.user_id = u.id where u.id = ${userId}`;
  return row ?? null;
}

export const bouncesOf = (sql: Sql, kind: 'official' | 'complainant', id: string): Promise<BounceRow[]> =>
  sql<BounceRow[]>`
    select channel, code, at, address_mac as mac, key_version as version from contact_bounce
    where recipient_kind = ${kind} and recipient_id = ${id}`;

export async function saveOfficialNotice(
  tx: Tx | Db,
  userId: string,
  row: Omit<OfficialNoticeRow, 'email'>,
  choices: readonly Omit<ChoiceRow, 'userId'>[],
): Promise<void> {
  await tx.execute(raw`
    insert into official_notice (user_id, phone, locale, digest) values (${userId}, ${row.phone}, ${row.locale}, ${row.digest})
    on conflict (user_id) do update set phone = excluded.phone, locale = excluded.locale, digest = excluded.digest, updated_at = now()`);
  for (const { kind, mail, sms } of choices) {
    await tx.execute(raw`
      insert into official_notice_choice (user_id, kind, mail, sms) values (${userId}, ${kind}, ${mail}, ${sms})
      on conflict (user_id, kind) do update set mail = excluded.mail, sms = excluded.sms`);
  }
}

/** The sealed contact of a case with its key, and what its complainant chose. */
export interface OwnContactRow {
  choice: OwnChannel | null;
  contact: Buffer | null;
  keyId: string | null;
  wrapped: Buffer | null;
  keyVersion: number | null;
}

export async function ownContact(sql: Sql, caseId: string): Promise<OwnContactRow> {
  const [row] = await sql<OwnContactRow[]>`
    select h.channel as choice, t.sealed as contact, k.id as "keyId", k.wrapped, k.key_version as "keyVersion"
    from cases c
    left join case_notice_choice h on h.case_id = c.id
    left join case_content t on t.case_id = c.id and t.part = 'contact'
    left join case_key k on k.case_id = c.id
    where c.id = ${caseId}`;
  return row ?? { choice: null, contact: null, keyId: null, wrapped: null, keyVersion: null };
}

/** Replaces contact (null: as it is) and choice, and forgets marks: what changed is tried again. */
export async function saveOwnContact(
  tx: Tx,
  caseId: string,
  channel: OwnChannel,
  sealed: Buffer | null,
): Promise<void> {
  await tx.execute(raw`
    insert into case_notice_choice (case_id, channel) values (${caseId}, ${channel})
    on conflict (case_id) do update set channel = excluded.channel, updated_at = now()`);
  if (!sealed) return;
  await tx.execute(raw`
    insert into case_content (case_id, part, sealed) values (${caseId}, 'contact', ${sealed})
    on conflict (case_id, part) do update set sealed = excluded.sealed, updated_at = now()`);
  await tx.execute(raw`delete from contact_bounce where recipient_kind = 'complainant' and recipient_id = ${caseId}`);
}

/** The newest notice of a case that could not be delivered to its complainant: it goes out again by the new way. */
export async function lastRefused(tx: Tx, caseId: string): Promise<{ id: string; template: string } | null> {
  const [row] = await tx.execute<{ id: string; template: string }>(raw`
    select id, template from notice
    where case_id = ${caseId} and recipient_kind = 'complainant' and channel <> 'portal'
    order by created_at desc, id desc limit 1`);
  if (!row) return null;
  const [refused] = await tx.execute<{ id: string; template: string }>(raw`
    select id, template from notice where id = ${row.id} and refused_at is not null`);
  return refused ?? null;
}

export async function insertOwnNotice(
  tx: Tx,
  notice: { id: string; channel: SendChannel; caseId: string; template: string },
): Promise<void> {
  await tx.execute(raw`
    insert into notice (id, channel, recipient_kind, recipient_id, template, case_id)
    values (${notice.id}, ${notice.channel}, 'complainant', ${notice.caseId}, ${notice.template}, ${notice.caseId})`);
}
