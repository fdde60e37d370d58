/** Sending what waits in the outbox: what is tried again, what is given up, and when somebody must look. */

/**
 * The other side has said that it will never take this: the address is marked and not tried again until it changes.
 * Everything else that goes wrong is tried again, for ever.
 */
export class DeliveryRefused extends Error {
  /** `smtp_550`, `sms_410`: what was answered, without a word of it. */
  readonly code: string;
  constructor(code: string) {
    super(`refused for good: ${code}`);
    this.code = code;
  }
}

/** Tries after which a task counts as stuck: with pauses of e, e², e³ … seconds that is about four minutes. */
export const STUCK_AFTER = 5;
/** No pause between two tries is longer, in seconds. */
export const LONGEST_PAUSE = 600;

/**
 * Whether an answer to RCPT TO means that the mailbox is not there (RFC 5321 4.2.3), and not that the server dislikes us:
 * an enhanced code of class 5.7 is policy, 554 is anything.
 */
export function mailboxGone(status: number, words: string): boolean {
  if (/\b5\.7\.\d/.test(words)) return false;
  return [501, 550, 551, 553, 556].includes(status);
}

/** A number that text messages reach, as +86…; null for a fixed line. */
export function smsNumber(phone: string | null | undefined): string | null {
  const digits = (phone ?? '').replace(/[\s-]/g, '').replace(/^(?:\+|00)86(?=1)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`;
  return /^\+(?!86)\d{7,15}$/.test(digits) ? digits : null;
}

/** What the owner of an address is shown of it: j•••@example.org, +86•••••••8000. */
export const masked = (address: string): string =>
  address.includes('@')
    ? address.replace(/^(.).*(?=@)/, '$1•••')
    : address.replace(/^(\+\d\d)?\d*(?=\d{4}$)/, '$1•••••••');
