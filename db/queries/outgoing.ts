import type { OwnChannel, SendChannel } from '../../api/domain/notice.ts';
import type { Sql } from '../client.ts';

/** A notice on its way out of the portal, with what its address is read from. */
export interface OutgoingNotice {
  id: string;
  channel: SendChannel;
  template: string;
  params: Record<string, string | number>;
  recipientKind: 'official' | 'complainant' | 'filer';
  recipientId: string;
  /** Sent, or given up. */
  settled: boolean;
  caseId: string | null;
  number: string | null;
  /** Of a filer: the record that the request is about. */
  record: string | null;
  locale: 'zh-CN' | 'en';
  /** Of an official who is not disabled. */
  email: string | null;
  phone: string | null;
  /** What the complainant chose; null: nothing yet. */
  choice: OwnChannel | null;
  /** Of a complainant or a filer: sealed, with the key that opens it; null where nothing was left or it was erased. */
  contact: Buffer | null;
  keyId: string | null;
  wrapped: Buffer | null;
  keyVersion: number | null;
  bounceMac: Buffer | null;
  bounceVersion: number | null;
  bounceCode: string | null;
}

export async function outgoingNotice(sql: Sql, id: string): Promise<OutgoingNotice | null> {
  const [row] = await sql<OutgoingNotice[]>`
    select n.id, n.channel, n.template, n.params, n.recipient_kind as "recipientKind", n.recipient_id as "recipientId",
      (n.sent_at is not null or n.refused_at is not null) as settled, n.case_id as "caseId", c.number,
      f.disclosure_id as record,
      coalesce(f.locale, case when n.recipient_kind = 'complainant' then c.locale else o.locale end, 'zh-CN') as locale,
      u.email, o.phone, h.channel as choice,
      coalesce(f.sealed_contact, t.sealed) as contact, coalesce(fk.id, k.id) as "keyId",
      coalesce(fk.wrapped, k.wrapped) as wrapped, coalesce(fk.key_version, k.key_version) as "keyVersion",
      b.address_mac as "bounceMac", b.key_version as "bounceVersion", b.code as "bounceCode"
    from notice n
    left join cases c on c.id = n.case_id
    left join auth_user u on n.recipient_kind = 'official' and u.id = n.recipient_id and u.disabled_at is null
    left join official_notice o on o.user_id = u.id
    left join case_notice_choice h on n.recipient_kind = 'complainant' and h.case_id = n.case_id
    left join case_content t on n.recipient_kind = 'complainant' and t.case_id = n.case_id and t.part = 'contact'
    left join case_key k on n.recipient_kind = 'complainant' and k.case_id = n.case_id
    left join disclosure_request f on n.recipient_kind = 'filer' and f.id::text = n.recipient_id
    left join disclosure_key fk on fk.id = f.key_id
    left join contact_bounce b
      on b.recipient_kind = n.recipient_kind and b.recipient_id = n.recipient_id and b.channel = n.channel
    where n.id = ${id} and n.channel <> 'portal'`;
  return row ?? null;
}

export async function markSent(sql: Sql, id: string): Promise<void> {
  await sql`update notice set sent_at = now() where id = ${id} and sent_at is null`;
}

export interface NewBounce {
  mac: Buffer;
  version: number;
}

/** Gives a notice up; with `bounce` its address is marked. */
export async function markRefused(
  sql: Sql,
  notice: Pick<OutgoingNotice, 'id' | 'channel' | 'recipientKind' | 'recipientId'>,
  code: string,
  bounce: NewBounce | null,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update notice set refused_at = now(), refused_code = ${code} where id = ${notice.id} and sent_at is null`;
    if (!bounce) return;
    await tx`
      insert into contact_bounce (recipient_kind, recipient_id, channel, address_mac, key_version, code)
      values (${notice.recipientKind}, ${notice.recipientId}, ${notice.channel}, ${bounce.mac}, ${bounce.version}, ${code})
      on conflict (recipient_kind, recipient_id, channel)
      do update set address_mac = excluded.address_mac, key_version = excluded.key_version, code = excluded.code, at = now()`;
  });
}
