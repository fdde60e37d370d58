import type { Keyring } from '../../adapters/ports.ts';
import { sha256 } from '../digest.ts';

/**
 * The secret in the link of an invitation: 256 bits from the id, the number of the sending and a server key. Only its hash
 * is stored; the mail job makes it again. The digit in front lets the log mask it (api/front.ts masks parts with digits).
 */
export const invitationToken = (keys: Keyring, id: string, sending: number, keyVersion: number): string =>
  `1${keys.mac('official-invitation', `${id}/${sending}`, keyVersion).toString('base64url')}`;

export const tokenHash = (token: string): Buffer => sha256(token);
