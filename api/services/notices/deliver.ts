import { markRefused, markSent, type OutgoingNotice, outgoingNotice } from '../../../db/queries/outgoing.ts';
import type { Mailer, SmsGateway } from '../../adapters/ports.ts';
import { DeliveryRefused, smsNumber } from '../../domain/delivery.ts';
import type { Deps } from '../context.ts';
import { requestContext } from '../disclosures/rights/sealed-for.ts';
import { addressFor, channelOf, marked, markOf, openContact, openSealed } from './contact.ts';
import { wordsOf } from './words.ts';

export interface Senders {
  mailer: Mailer;
  sms: SmsGateway;
}
type Needs = Pick<Deps, 'sql' | 'db' | 'keys' | 'place' | 'publicUrl' | 'directory' | 'calendar' | 'smsOffered'>;

/**
 * Sends one notice (tasks notice.mail and notice.sms). A notice without an address is settled, for the portal shows it; one
 * that the other side refuses for good marks the address, which is then left alone until it changes.
 * @throws whatever else the other side says; the task is then tried again
 */
export async function deliver(
  deps: Needs,
  senders: Senders,
  noticeId: string,
): Promise<'sent' | 'refused' | 'no address' | 'nothing to say' | 'settled before'> {
  const notice = await outgoingNotice(deps.sql, noticeId);
  if (!notice || notice.settled) return 'settled before';
  const to = addressOf(deps, notice);
  if (!to) return 'no address';
  const { bounceMac: mac, bounceVersion: version, bounceCode } = notice;
  if (mac && version !== null && bounceCode && marked(deps, { mac, version }, to)) {
    await markRefused(deps.sql, notice, bounceCode, null);
    return 'refused';
  }
  const words = await wordsOf(deps, notice);
  if (!words) return 'nothing to say';
  try {
    if (notice.channel === 'mail') {
      await senders.mailer.send({ id: notice.id, to, subject: words.subject, text: words.text });
    } else {
      const { template, params, text } = words;
      await senders.sms.send({ id: notice.id, to, template, params, text });
    }
  } catch (error) {
    if (!(error instanceof DeliveryRefused)) throw error;
    // A filer is told once or twice: there is nothing to remember of the address.
    const mark = notice.recipientKind === 'filer' ? null : markOf(deps, to);
    await markRefused(deps.sql, notice, error.code, mark);
    return 'refused';
  }
  await markSent(deps.sql, notice.id);
  return 'sent';
}

function addressOf(deps: Pick<Deps, 'keys' | 'smsOffered'>, notice: OutgoingNotice): string | null {
  if (notice.recipientKind === 'official') {
    if (!notice.email) return null; // unknown, or disabled
    return notice.channel === 'mail' ? notice.email : smsNumber(notice.phone);
  }
  if (notice.recipientKind === 'filer') {
    return addressFor(notice.channel, openSealed(deps, notice, requestContext(notice.recipientId, 'contact')));
  }
  if (!notice.caseId) return null;
  const contact = openContact(deps, notice.caseId, notice);
  // Chosen differently since: what waited is not sent the old way.
  if (channelOf(notice.choice, contact, deps.smsOffered) !== notice.channel) return null;
  return addressFor(notice.channel, contact);
}
