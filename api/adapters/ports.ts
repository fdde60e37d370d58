/** Small ports behind which vendors stand. Services import these types; api/server.ts builds the adapters. */
import type { Readable } from 'node:stream';

/** Keys of the deployment. The master key wraps one key per case; server keys make fingerprints and query codes. */
export interface Keyring {
  /** Version that new keys are made with. */
  readonly version: number;
  /** A fresh 32-byte key and its wrapped form. `id` (uuid of the case_key row) is bound into the wrapping. */
  createKey(id: string): { key: Buffer; wrapped: Buffer; version: number };
  unwrap(id: string, wrapped: Buffer, version: number): Buffer;
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
   * @throws DomainError upload.too_large | upload.incomplete | upload.type_refused
   */
  put(
    source: Readable,
    key: Buffer,
    limit: number,
  ): Promise<{ storageName: string; bytes: number; sha256: Buffer; mediaType: string }>;
  get(storageName: string, key: Buffer): Promise<Readable>;
  remove(storageName: string): Promise<void>;
  /** Names older than `before`, for the sweep of orphans. */
  list(before: Date): AsyncIterable<string>;
}

/** `passed` and `failed` are answers; `unavailable` means that the filing is taken and held for screening. */
export interface HumanCheck {
  readonly provider: 'hcaptcha' | 'altcha';
  /** What a page needs to show the check. */
  readonly siteKey: string | null;
  challenge(): Promise<unknown>;
  verify(token: string | undefined): Promise<'passed' | 'failed' | 'unavailable'>;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
}
export interface Mailer {
  send(mail: Mail): Promise<void>;
  verify(): Promise<void>;
}

export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}
