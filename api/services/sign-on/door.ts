import type { SingleSignOn } from '../../adapters/ports.ts';
import { sha256 } from '../digest.ts';

/** `bound`: the official binds the account after signing in once; `email`: a verified address of an official binds it. */
export const SIGN_ON_MATCHES = ['bound', 'email'] as const;
export type SignOnMatch = (typeof SIGN_ON_MATCHES)[number];

export interface SignOnDoor {
  provider: SingleSignOn;
  match: SignOnMatch;
}

/** Where the provider sends the browser back to: registered there as it stands. */
export const callbackOf = (publicUrl: string): string => `${publicUrl}/officials/sso/callback`;

export const hashed = (secret: string): string => sha256(secret).toString('hex');

/** The cookie that ties question and answer to one browser: without it an answer is worth nothing. */
export const signOnCookie = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-jiannuo.sso' : 'jiannuo.sso';

/** What is kept between question and answer, for ten minutes, once. */
export interface Kept {
  nonce: string;
  verifier: string;
  browser: string;
  to: string;
  english: boolean;
  /** The official who binds the account to himself; null: somebody signs in. */
  binds: string | null;
}
export const PATIENCE = 600;
