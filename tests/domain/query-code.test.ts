import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { groupCode, normaliseCode, queryCode } from '../../api/domain/query-code.ts';

describe('query codes', () => {
  it('hold 120 bits in 24 characters without I, L, O and U', () => {
    const code = queryCode(randomBytes(32));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/);
    expect(queryCode(Buffer.alloc(15))).toBe('0'.repeat(24));
    expect(queryCode(Buffer.alloc(15, 255))).toBe('Z'.repeat(24));
  });

  it('keep every bit: two secrets that differ in one bit differ in their codes', () => {
    const secret = randomBytes(15);
    const codes = new Set([queryCode(secret)]);
    for (let bit = 0; bit < 120; bit++) {
      const other = Buffer.from(secret);
      other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7));
      codes.add(queryCode(other));
    }
    expect(codes.size).toBe(121);
  });

  it('are read however they are typed', () => {
    const code = '01ABCDEFGHJKMNPQRSTVWXYZ';
    expect(groupCode(code)).toBe('01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ');
    for (const typed of [
      groupCode(code),
      groupCode(code).toLowerCase(),
      'OIAB CDEF GHJK MNPQ RSTV WXYZ',
      'olab–cdef—ghjk-mnpq-rstv-wxyz',
      '０１ＡＢ－ＣＤＥＦ－ＧＨＪＫ－ＭＮＰＱ－ＲＳＴＶ－ＷＸＹＺ',
      `\n ${code}\t`,
    ]) {
      expect(normaliseCode(typed), typed).toBe(code);
    }
  });

  it('are null where a character is missing, too many or impossible', () => {
    expect(normaliseCode('01AB')).toBeNull();
    expect(normaliseCode('U'.repeat(24))).toBeNull();
    expect(normaliseCode('0'.repeat(25))).toBeNull();
    expect(normaliseCode('0'.repeat(100_000))).toBeNull();
  });
});
