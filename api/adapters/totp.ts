import { createHmac } from 'node:crypto';
import { base32nopad } from '@scure/base';

const PERIOD = 30;

/** RFC 6238, SHA-1, six digits: what every authenticator application reads. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The step that a code belongs to, among those the library accepts (one before, now, one after) and one for the time between. */
export function matchingStep(secret: string, code: string, now: number): number | null {
  const present = Math.floor(now / 1000 / PERIOD);
  for (const step of [present, present - 1, present + 1, present - 2]) {
    if (totpCode(secret, step) === code) return step;
  }
  return null;
}

/** The secret as it is typed into an application. */
export const shownSecret = (secret: string): string => base32nopad.encode(Buffer.from(secret));

export function otpauthUri(secret: string, issuer: string, account: string): string {
  // Six digits, 30 seconds and SHA-1 go without saying; a short address makes a square that any camera reads.
  return `otpauth://totp/${encodeURIComponent(account)}?secret=${shownSecret(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

/** Full-width digits and spaces are forgiven; anything else is no code. */
export function normaliseTotp(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}
