import { forgive } from './crockford.ts';

/**
 * Case numbers: `JN2026-0000123-K`. Year of filing, a serial of at least seven digits, a check character.
 * The check is a weighted sum modulo 31 with weights 3^i: it finds every single wrong digit and every swap of two digits.
 */
const CHECKS = '0123456789ABCDEFGHJKMNPQRSTVWXY'; // 31 characters: Crockford's without Z
const SHAPE = /^(?:JN)?(\d{4})(\d{7,10})([0-9A-HJKMNP-TV-Y])$/;

function checkCharacter(digits: string): string {
  let sum = 0;
  let weight = 1;
  for (const digit of digits) {
    sum += Number(digit) * weight;
    weight = (weight * 3) % 31;
  }
  return CHECKS[(31 - (sum % 31)) % 31] as string;
}

export function caseNumber(year: number, serial: number | bigint): string {
  const y = String(year);
  const s = String(serial).padStart(7, '0');
  if (!/^\d{4}$/.test(y) || !/^\d{7,10}$/.test(s)) throw new Error('case number out of range');
  return `JN${y}-${s}-${checkCharacter(y + s)}`;
}

/** The number as issued, from what was typed; null where its shape or check character is wrong. */
export function normaliseNumber(typed: string): string | null {
  if (typed.length > 100) return null;
  const parts = SHAPE.exec(forgive(typed));
  if (!parts) return null;
  const [, year = '', serial = '', check] = parts;
  return checkCharacter(year + serial) === check ? `JN${year}-${serial}-${check}` : null;
}
