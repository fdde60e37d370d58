import { timingSafeEqual } from 'node:crypto';
import { smsNumber } from '../../domain/delivery.ts';
import type { OwnChannel, SendChannel } from '../../domain/notice.ts';
import { ownChannel } from '../../domain/notice.ts';
import type { Deps } from '../context.ts';

/** What a complainant or a filer left; what was erased has nothing. */
export interface Contact {
  phone?: string;
  email?: string;
}

export interface SealedContact {
  contact: Buffer | null;
  keyId: string | null;
  wrapped: Buffer | null;
  keyVersion: number | null;
}

/** Of a case. */
export const openContact = (deps: Pick<Deps, 'keys'>, caseId: string, row: SealedContact): Contact =>
  openSealed(deps, row, `case/${caseId}/contact`);

/** What was left where; `sealedFor`: what it was sealed for, and opens as nothing else. */
export function openSealed(deps: Pick<Deps, 'keys'>, row: SealedContact, sealedFor: string): Contact {
  const { contact, keyId, wrapped, keyVersion } = row;
  if (!contact || !keyId || !wrapped || keyVersion === null) return {};
  const key = deps.keys.unwrap(keyId, wrapped, keyVersion);
  return JSON.parse(deps.keys.open(key, contact, sealedFor).toString('utf8')) as Contact;
}

/** The address of a channel: one mailbox, or a number that text messages reach. */
export const addressFor = (channel: SendChannel, contact: Contact): string | null =>
  channel === 'mail' ? contact.email || null : smsNumber(contact.phone);

/** By which way a complainant hears of news: as chosen, or by what was left. */
export const channelOf = (choice: OwnChannel | null, contact: Contact, smsOffered: boolean): OwnChannel =>
  choice ?? ownChannel({ email: Boolean(contact.email), mobile: smsOffered && smsNumber(contact.phone) !== null });

const PURPOSE = 'contact-bounce';

/** The mark of an address: worth nothing without the master key. */
export const markOf = (deps: Pick<Deps, 'keys'>, address: string): { mac: Buffer; version: number } => ({
  mac: deps.keys.mac(PURPOSE, address.toLowerCase()),
  version: deps.keys.version,
});

/** Whether the mark is that of this very address. A mark made with a key that is gone marks nothing. */
export function marked(deps: Pick<Deps, 'keys'>, mark: { mac: Buffer; version: number }, address: string): boolean {
  try {
    return timingSafeEqual(deps.keys.mac(PURPOSE, address.toLowerCase(), mark.version), mark.mac);
  } catch {
    return false;
  }
}
