import { CROCKFORD, encodeCrockford, forgive } from './crockford.ts';

/** 查询码: 120 bits in 24 characters; with the number it opens a case. Only its SHA-256 is stored. */
export const QUERY_CODE_BYTES = 15;
const LENGTH = 24;
const SHAPE = new RegExp(`^[${CROCKFORD}]{${LENGTH}}$`);

/** @param secret at least 15 bytes; the first 15 become the code. */
export function queryCode(secret: Uint8Array): string {
  if (secret.length < QUERY_CODE_BYTES) throw new Error('a query code needs 15 bytes');
  return encodeCrockford(secret.subarray(0, QUERY_CODE_BYTES));
}

/** `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`, as it is shown and answered. */
export const groupCode = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');

/** The 24 characters behind what was typed, or null where it cannot be a code. */
export function normaliseCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const code = forgive(typed);
  return SHAPE.test(code) ? code : null;
}
