import type { Keyring } from '../../adapters/ports.ts';
import { sha256 } from '../digest.ts';

/**
 * The secret in a panelist's link: 256 bits from his id and a server key. Only its hash is stored; the mail job makes it again.
 * The digit in front lets the log mask it (api/front.ts masks parts with digits).
 */
export const linkToken = (keys: Pick<Keyring, 'mac'>, panelistId: string, keyVersion: number): string =>
  `1${keys.mac('appraisal-link', panelistId, keyVersion).toString('base64url')}`;

export const tokenHash = (token: string): Buffer => sha256(token);

export const panelistContext = (id: string): string => `appraisal-panelist/${id}`;
export const wordsContext = (appraisalId: string): string => `appraisal-words/${appraisalId}`;
