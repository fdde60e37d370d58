import { type MailNotice, mailNotice, markSent } from '../../../db/queries/notices.ts';
import { fill } from '../../../site/text/locale.ts';
import { mailText } from '../../../site/text/mail.ts';
import { noticeText } from '../../../site/text/notices.ts';
import type { Mailer } from '../../adapters/ports.ts';
import type { Deps } from '../context.ts';

/**
 * Sends one notice by mail (task notice.mail). A notice without an address to send it to is settled: the portal shows it.
 * @throws whatever the mail server says; the task is then tried again
 */
export async function deliver(
  deps: Pick<Deps, 'sql' | 'keys' | 'place' | 'publicUrl'>,
  mailer: Mailer,
  noticeId: string,
): Promise<'sent' | 'no address' | 'sent before'> {
  const notice = await mailNotice(deps.sql, noticeId);
  if (!notice || notice.sentAt) return 'sent before';
  const to = address(deps, notice);
  if (!to) return 'no address';
  await mailer.send({ id: notice.id, to, ...words(deps, notice) });
  await markSent(deps.sql, notice.id);
  return 'sent';
}

function address(deps: Pick<Deps, 'keys'>, notice: MailNotice): string | null {
  if (notice.recipientKind === 'official') return notice.email;
  const { contact, keyId, wrapped, keyVersion, caseId } = notice;
  if (!contact || !keyId || !wrapped || keyVersion === null) return null;
  const key = deps.keys.unwrap(keyId, wrapped, keyVersion);
  const plain = JSON.parse(deps.keys.open(key, contact, `case/${caseId}/contact`).toString('utf8')) as {
    email?: string;
  };
  return plain.email || null;
}

function words(deps: Pick<Deps, 'place' | 'publicUrl'>, notice: MailNotice): { subject: string; text: string } {
  const { locale, number, template } = notice;
  const t = mailText[locale];
  const place = locale === 'en' ? deps.place.nameEn : deps.place.name;
  const root = `${deps.publicUrl}${locale === 'en' ? '/en' : ''}`;
  if (notice.recipientKind === 'official') {
    const sentence = noticeText[locale].templates[template] ?? noticeText[locale].other;
    const link = number ? `${root}/officials/cases/${number}` : `${root}/officials/notices`;
    return { subject: t.officialSubject, text: fill(t.officialText, { sentence, link, place }) };
  }
  const sentence = t.templates[template] ?? t.other;
  // The code is never in a mail; the number alone opens nothing.
  const link = number ? `${root}/track/${number}` : `${root}/track`;
  return { subject: t.complainantSubject, text: fill(t.complainantText, { sentence, link, place }) };
}
