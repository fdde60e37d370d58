/** Small ports behind which vendors stand. Services import these types; api/server.ts builds the adapters. */
import type { Readable, Writable } from 'node:stream';
import type { Actor } from '../domain/official.ts';
import type { ErasureSubject } from '../domain/retention.ts';

/** Keys of the deployment. The master key wraps one key per case; server keys make fingerprints and query codes. */
export interface Keyring {
  /** Version that new keys are made with. */
  readonly version: number;
  /** Every version that is configured, ascending. */
  readonly versions: readonly number[];
  /** A fresh 32-byte key and its wrapped form. `id` (uuid of the case_key row) is bound into the wrapping. */
  createKey(id: string): { key: Buffer; wrapped: Buffer; version: number };
  unwrap(id: string, wrapped: Buffer, version: number): Buffer;
  /** The same key wrapped by the newest master key: a rotation. @throws where `version` is not configured */
  rewrap(id: string, wrapped: Buffer, version: number): { wrapped: Buffer; version: number };
  /** AES-256-GCM; `context` (for example "cases/ID/narrative") must be the same when opening. */
  seal(key: Buffer, plain: string | Buffer, context: string): Buffer;
  open(key: Buffer, sealed: Buffer, context: string): Buffer;
  /** HMAC-SHA256 under a key derived for `purpose` from the master key of `version` (default: current). */
  mac(purpose: string, data: string | Buffer, version?: number): Buffer;
}

/** Encrypted files on disk (or elsewhere later). Names are made here and never come from a client. */
export interface EvidenceStore {
  /**
   * Streams `source` to storage, sealed with `key`; nothing remains where it fails or exceeds `limit` bytes.
   * @throws DomainError upload.too_large | upload.incomplete | upload.type_refused | upload.not_stored
   */
  put(
    source: Readable,
    key: Buffer,
    limit: number,
  ): Promise<{ storageName: string; bytes: number; sha256: Buffer; mediaType: string }>;
  get(storageName: string, key: Buffer): Promise<Readable>;
  remove(storageName: string): Promise<void>;
  /** The sealed bytes as they lie in storage, for backup and restore; null where there is no such file. */
  exportSealed(storageName: string): Promise<Readable | null>;
  importSealed(storageName: string, source: Readable): Promise<void>;
  /** Names older than `before`, for the sweep of orphans. */
  list(before: Date): AsyncIterable<string>;
  /** Whether it takes and gives files now; what an operator reads of it. @throws Error that says what is wrong */
  check(): Promise<string>;
  /** Bytes that are free; null where the storage does not say. */
  free(): Promise<number | null>;
}

/** Finished files of open data, named by the SHA-256 of their bytes; each is there whole or not at all. */
export interface OpenDataShelf {
  /** A file that is being written. `keep`, once the sink has ended, gives it its name; `drop` leaves nothing. */
  draft(): Promise<{ sink: Writable; keep(): Promise<{ sha256: string; bytes: number }>; drop(): Promise<void> }>;
  /** Null where there is no such file. `end` is the last byte of the range. */
  open(sha256: string, range?: { start: number; end?: number }): Promise<Readable | null>;
  has(sha256: string): Promise<boolean>;
  list(): AsyncIterable<string>;
  remove(sha256: string): Promise<void>;
  /** Removes what writers that died before `before` left behind. @returns how many */
  sweepDrafts(before: Date): Promise<number>;
  /** Whether it takes and gives files now; what an operator reads of it. @throws Error that says what is wrong */
  check(): Promise<string>;
}

/** Looks for viruses. `null`: no clear answer, the file stays unscanned. */
export interface Scanner {
  scan(source: Readable): Promise<{ state: 'clean' } | { state: 'infected'; signature: string } | null>;
  /** @throws Error where it does not answer */
  check(): Promise<string>;
}

/** Copies of pictures without what their makers wrote into them. */
export interface ImageCopy {
  /** Files of this type leave as copies only; the original needs a reason. */
  copies(mediaType: string): boolean;
  /** Null where no copy can be made. */
  copy(original: Buffer, mediaType: string): Promise<{ bytes: Buffer; mediaType: string; ending: string } | null>;
}

/** `passed` and `failed` are answers; `unavailable` means that the filing is taken and held for screening. */
export interface HumanCheck {
  readonly provider: 'hcaptcha' | 'altcha';
  /** What a page needs to show the check. */
  readonly siteKey: string | null;
  /** `purpose` binds the proof to one form (for a filing: SHA-256 of the submission id, hex), so that it cannot be reused. */
  challenge(purpose?: string): Promise<unknown>;
  verify(token: string | undefined, purpose?: string): Promise<'passed' | 'failed' | 'unavailable'>;
}

export interface Mail {
  /** Becomes the Message-ID: the same mail sent twice has the same. */
  id?: string;
  to: string;
  subject: string;
  text: string;
  /** Written by us, never by a person: names in small letters. */
  headers?: Readonly<Record<string, string>>;
}
export interface Mailer {
  /** @throws DeliveryRefused where the mailbox does not exist; anything else may be tried again */
  send(mail: Mail): Promise<void>;
  verify(): Promise<void>;
}

export interface Sms {
  /** Given to the gateway: the same message sent twice has the same. */
  id: string;
  /** +86… */
  to: string;
  /** Code of the text, for gateways that send approved templates only, with its values. */
  template: string;
  params: Record<string, string>;
  text: string;
}
export interface SmsGateway {
  /** @throws DeliveryRefused where the gateway will never take it; anything else may be tried again */
  send(sms: Sms): Promise<void>;
}

export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Who asks: the keyed hash of the address (Ctx.source) and the Cookie header. */
export interface Visitor {
  source: string;
  cookie: string | null;
}

export interface Enrolment {
  email: string;
  totpSecret: string;
  otpauthUri: string;
  recoveryCodes: string[];
}

/** Sealed values of a new second factor, and what its owner sees once. */
export interface NewSecondFactor {
  sealed: { secret: string; backupCodes: string };
  shown: Omit<Enrolment, 'email'>;
}

/**
 * Sign-in of officials. Answers carry Set-Cookie lines to be sent as they are.
 * @throws DomainError auth.failed (never says what was wrong) | auth.locked {retryAfter}
 */
export interface SignIn {
  signInPassword(
    visitor: Visitor,
    input: { email: string; password: string },
  ): Promise<{ next: 'code' | 'enrol'; cookies: string[] }>;
  signInTotp(visitor: Visitor, input: { code: string }): Promise<{ cookies: string[] }>;
  signInRecovery(visitor: Visitor, input: { code: string }): Promise<{ cookies: string[] }>;
  /** Whether the password was given and a code is awaited. */
  awaitsCode(cookie: string | null): boolean;
  /** What an invited official must enrol; null where the cookie is no such session. */
  enrolment(cookie: string | null): Promise<Enrolment | null>;
  enrol(visitor: Visitor, input: { password: string; code: string }): Promise<{ userId: string; cookies: string[] }>;
  signOut(cookie: string | null): Promise<{ cookies: string[] }>;
  /** The official of a live session. One statement; never cached, so that disabling works at once. */
  resolve(cookie: string | null): Promise<Extract<Actor, { kind: 'official' }> | null>;
  /** A code given again: the second factor of this session is young again. @throws auth.required | auth.failed | auth.locked */
  stepUp(visitor: Visitor, input: { code: string }): Promise<void>;
  /** Fresh recovery codes, sealed for the table and as their owner sees them once. */
  newRecoveryCodes(): Promise<{ sealed: string; shown: string[] }>;
  /**
   * Opens a session that may do nothing but enrol, for an official who proved to be the invited one: a new password and a
   * new second factor each time, so that an abandoned attempt is worth nothing.
   */
  beginEnrolment(userId: string, email: string): Promise<{ cookies: string[] }>;
  /**
   * Lets an official in whom the identity provider has proved: at once where it saw two factors, else a code is awaited;
   * whoever has no authenticator yet must enrol. @throws DomainError auth.provider_refused for a disabled official
   */
  enterProved(
    userId: string,
    proof: { secondFactor: boolean },
  ): Promise<{ next: 'in' | 'code' | 'enrol'; cookies: string[] }>;
  hashPassword(password: string): Promise<string>;
  oneTimePassword(): string;
  newSecondFactor(email: string): Promise<NewSecondFactor>;
}

/** One line of the list of erasures: ids and codes, nobody's name. */
export interface ErasureEntry {
  seq: number;
  subject: ErasureSubject;
  /** Of the case, the objection or repair, or the credit check. */
  id: string;
  keyId: string | null; // null: it had no key
  reason: 'retention' | 'request';
  code: string;
  at: string; // ISO 8601, UTC
}

/** What ties an answer of the provider to the question: kept here between the two, once. */
export interface SignOnChecks {
  state: string;
  nonce: string;
  verifier: string;
}

/** An identity provider (统一身份认证) that speaks OpenID Connect. @throws DomainError auth.provider_unavailable | auth.provider_refused */
export interface SingleSignOn {
  readonly name: string;
  readonly issuer: string;
  begin(redirectUri: string): Promise<{ url: string; checks: SignOnChecks }>;
  /** `account` is issuer and subject; `email` only where the provider has verified it. */
  finish(
    callback: URL,
    checks: SignOnChecks,
  ): Promise<{ account: string; email: string | null; secondFactor: boolean }>;
  /** Where the session at the provider ends; null where it has no such address. */
  signOutUrl(after: string): Promise<string | null>;
}

export interface OutwardMessage {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Bytes of the answer that are read; 0 by default: its status is all that is wanted. */
  most?: number;
}
/** Posts to an address that somebody else chose, if it is one of the open internet. @throws Error with a reason that names no address */
export type OutwardPost = (message: OutwardMessage) => Promise<{ status: number; text: string }>;
