import type { OutgoingNotice } from '../../../db/queries/outgoing.ts';
import { fill } from '../../../site/text/locale.ts';
import { mailText } from '../../../site/text/mail.ts';
import { noticeText } from '../../../site/text/notices.ts';
import { smsText } from '../../../site/text/sms.ts';
import type { Deps } from '../context.ts';
import { digestText } from './digest.ts';

export interface Words {
  subject: string;
  text: string;
  /** For gateways that send approved templates only. */
  template: string;
  params: Record<string, string>;
}
type Needs = Pick<Deps, 'sql' | 'db' | 'place' | 'publicUrl' | 'directory' | 'calendar'>;

/**
 * What a mail or a text message says: that something waits and where, nothing of it. Null: there is nothing to say any more
 * (a list of what is due that was held up until the next day).
 */
export async function wordsOf(deps: Needs, notice: OutgoingNotice): Promise<Words | null> {
  const { locale, number, template, channel } = notice;
  const t = mailText[locale];
  const place = locale === 'en' ? deps.place.nameEn : deps.place.name;
  const root = `${deps.publicUrl}${locale === 'en' ? '/en' : ''}`;
  if (template === 'digest') return digest(deps, notice, root, place);
  if (template === 'test') {
    const text = channel === 'sms' ? smsText[locale].test : fill(t.testText, { place });
    return { subject: t.testSubject, text, template, params: {} };
  }
  const official = notice.recipientKind === 'official';
  const sentence = official
    ? (noticeText[locale].templates[template] ?? noticeText[locale].other)
    : (t.templates[template] ?? t.other);
  // The code is in no message; the number alone opens nothing.
  const path = notice.record
    ? `/disclosures/${notice.record}/track`
    : official
      ? number
        ? `/officials/cases/${number}`
        : '/officials/notices'
      : number
        ? `/track/${number}`
        : '/track';
  const link = `${root}${path}`;
  const long = official ? t.officialText : t.complainantText;
  const short = smsText[locale][official ? 'official' : notice.record ? 'filer' : 'complainant'];
  return {
    subject: official ? t.officialSubject : notice.record ? t.filerSubject : t.complainantSubject,
    text: channel === 'sms' ? fill(short, { sentence, link }) : fill(long, { sentence, link, place }),
    template: `${notice.recipientKind}.${template}`,
    params: number ? { number, link } : { link },
  };
}

async function digest(deps: Needs, notice: OutgoingNotice, root: string, place: string): Promise<Words | null> {
  const t = mailText[notice.locale];
  const lines = await digestText(deps, notice.recipientId, String(notice.params.day), notice.locale, root);
  if (!lines) return null;
  const text = fill(t.digestText, {
    lines,
    link: `${root}/officials`,
    settings: `${root}/officials/notices/settings`,
    place,
  });
  return { subject: t.digestSubject, text, template: 'official.digest', params: {} };
}
