import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeCrockford, encodeCrockford, forgive } from '../../domain/crockford.ts';
import type { Ctx } from '../context.ts';
import { readPointCode } from './point-code.ts';

/**
 * 一次一评, 一事一评: the counter's own system puts the number of the transaction into the link that it shows or prints, signed
 * with the key of the counter, so that nobody invents numbers: `/rate/CODE?n=NUMBER&s=SIGNATURE`. The key belongs to the code on
 * the poster: a new code has a new key, and the old one is good as long as the old code is.
 */

const BYTES = 10; // 80 bits, 16 characters

/** The secret that the counter's system signs with, in hex. */
export const counterKey = (ctx: Pick<Ctx, 'keys'>, code: string, version?: number): string =>
  ctx.keys.mac('counter-transaction', code, version).toString('hex');

/** What stands in the link beside the number: the first ten bytes of HMAC-SHA256(key, number), in Crockford's base32. */
export const transactionSignature = (key: string, number: string): string =>
  encodeCrockford(createHmac('sha256', Buffer.from(key, 'hex')).update(number, 'utf8').digest().subarray(0, BYTES));

/** Whether the counter of `code`, as it was typed or scanned, signed `number`, by any key version that is configured. */
export function isSigned(
  ctx: Pick<Ctx, 'keys' | 'place'>,
  typed: string,
  number: string | null | undefined,
  signature: string | null | undefined,
): boolean {
  const code = readPointCode(ctx, typed);
  if (!code || !number) return false;
  const given = forgive((signature ?? '').slice(0, 40));
  const bytes = /^[0-9A-HJKMNP-TV-Z]{16}$/.test(given) ? Buffer.from(decodeCrockford(given)) : Buffer.alloc(BYTES);
  return ctx.keys.versions.some((version) => {
    const expected = Buffer.from(decodeCrockford(transactionSignature(counterKey(ctx, code, version), number)));
    return timingSafeEqual(expected, bytes);
  });
}
