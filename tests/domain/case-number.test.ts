import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseNumber, normaliseNumber } from '../../api/domain/case-number.ts';

describe('case numbers', () => {
  it('carry the year, a serial of seven digits and a check character', () => {
    expect(caseNumber(2026, 123)).toMatch(/^JN2026-0000123-[0-9A-Y]$/);
    expect(caseNumber(2026, 123_456_789)).toMatch(/^JN2026-123456789-[0-9A-Y]$/);
  });

  it('are read however they are typed', () => {
    const number = caseNumber(2026, 123);
    const check = number.at(-1);
    for (const typed of [
      number,
      number.toLowerCase(),
      ` ${number} `,
      `2026-0000123-${check}`,
      `JN2026 0000123 ${check}`,
      `ｊｎ２０２６－００００１２３－${check}`,
      `JN2O26-OOOO123-${check}`,
      `JN2026—00001 23—${check}`,
      `JN2026-0000I23-${check}`.replace('I', '1'),
    ]) {
      expect(normaliseNumber(typed), typed).toBe(number);
    }
  });

  it('find every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2025, max: 2099 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (year, serial, at, plus) => {
          const number = caseNumber(year, serial);
          const digits = number.replace(/\D/g, '').slice(0, 11);
          const check = number.at(-1);
          const wrong = digits.slice(0, at) + ((Number(digits[at]) + plus) % 10) + digits.slice(at + 1);
          expect(normaliseNumber(`JN${wrong}${check}`)).toBeNull();
          if (at < 10 && digits[at] !== digits[at + 1]) {
            const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
            expect(normaliseNumber(`JN${swapped}${check}`)).toBeNull();
          }
        },
      ),
    );
  });

  it('refuse what cannot be a number', () => {
    for (const typed of ['', 'JN', 'JN2026', 'x'.repeat(10_000), "JN2026-0000123-'"])
      expect(normaliseNumber(typed)).toBeNull();
  });
});
