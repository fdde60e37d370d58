import { randomBytes } from 'node:crypto';

const POOL = 16 * 256;
let pool = Buffer.alloc(0);
let used = 0;

/**
 * A UUID of version 7 (RFC 9562) of a moment: ids of one time lie together in an index, where millions of random ones would touch
 * a page each. It tells its time, so it is for rows whose time is no secret; 74 bits are random.
 */
export function orderedId(at: Date): string {
  if (used === pool.length) {
    pool = randomBytes(POOL);
    used = 0;
  }
  const bytes = pool.subarray(used, used + 16);
  used += 16;
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
