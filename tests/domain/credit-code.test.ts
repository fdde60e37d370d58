import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacter, isCreditCode, normaliseCreditCode } from '../../api/domain/credit-code.ts';

test('real codes check', () => {
  for (const code of ['113417230032535729', '123417237448611537']) expect(isCreditCode(code), code).toBe(true);
});

test('one wrong character, or letters that do not occur, are found', () => {
  expect(isCreditCode('113417230032535728')).toBe(false);
  for (const letter of 'IOSVZ') expect(isCreditCode(`11341723003253572${letter}`)).toBe(false);
  expect(isCreditCode('')).toBe(false);
});

test('every code made with its check character checks, and no single change does', () => {
  const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const seventeen = fc.array(fc.constantFrom(...letters), { minLength: 17, maxLength: 17 });
  fc.assert(
    fc.property(seventeen, fc.nat(17), fc.constantFrom(...letters), (chars, at, other) => {
      const code = chars.join('') + checkCharacter(chars.join(''));
      expect(isCreditCode(code)).toBe(true);
      if (code[at] === other) return;
      expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
    }),
  );
});

test('typed in full width, small letters, with spaces or hyphens it is the same code', () => {
  expect(normaliseCreditCode(' 1134 1723-0032 535729 ')).toBe('113417230032535729');
  expect(normaliseCreditCode('９１ab')).toBe('91AB');
});
