import { createHash, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import { DomainError } from '../domain/errors.ts';
import type { Deps } from './context.ts';

/**
 * Keyset cursors. A cursor holds the sort values of the last row shown, signed together with the hash of the query that
 * it belongs to: it can neither be forged nor carried over to another selection.
 */
export type CursorValue = string | number | null;

const MAC = 16; // bytes: 128 bits
const LONGEST = 1024;

/** The hash of a list's name and its filters (undefined ones left out; limit and cursor are no part of it). */
export function hashQuery(list: string, filters: Record<string, unknown>): string {
  const present = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  return createHash('sha256')
    .update(canonicalize({ list, filters: present }) ?? '')
    .digest('base64url');
}

const mac = (ctx: Pick<Deps, 'keys'>, version: number, queryHash: string, payload: Buffer): Buffer =>
  ctx.keys.mac('cursor', Buffer.concat([Buffer.from(`${version}\n${queryHash}\n`), payload]), version).subarray(0, MAC);

export function signCursor(ctx: Pick<Deps, 'keys'>, queryHash: string, values: readonly CursorValue[]): string {
  const version = ctx.keys.version;
  const payload = Buffer.from(JSON.stringify([version, ...values]));
  return Buffer.concat([mac(ctx, version, queryHash, payload), payload]).toString('base64url');
}

/** The values that were signed. @throws DomainError cursor.invalid */
export function readCursor(ctx: Pick<Deps, 'keys'>, queryHash: string, cursor: string): CursorValue[] {
  try {
    if (cursor.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(cursor)) throw new Error('not base64url');
    const bytes = Buffer.from(cursor, 'base64url');
    const payload = bytes.subarray(MAC);
    const [version, ...values] = JSON.parse(payload.toString('utf8')) as [number, ...CursorValue[]];
    if (!Number.isInteger(version)) throw new Error('no key version');
    if (!timingSafeEqual(mac(ctx, version, queryHash, payload), bytes.subarray(0, MAC))) throw new Error('forged');
    return values;
  } catch {
    throw new DomainError('cursor.invalid');
  }
}
