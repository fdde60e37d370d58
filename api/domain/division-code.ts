import type { DivisionLevel } from './directory.ts';

/** Codes of GB/T 2260: 2, 4, 6 or 9 digits for province, city, county, township. */

const LEVELS: Record<number, DivisionLevel> = { 2: 'province', 4: 'city', 6: 'county', 9: 'township' };

/**
 * A code as others write it in our form: 360300 is a city (3603), 520000 a province (52), 320211001000 a township.
 * @returns null where it is not a code
 */
export function divisionCode(text: string): string | null {
  const digits = text.trim();
  if (!/^\d{2}(\d{2}|\d{4}|\d{7}|\d{10})?$/.test(digits)) return null;
  const code = digits.length === 12 ? digits.slice(0, 9) : digits;
  if (code.length === 9) return code.endsWith('000') ? divisionCode(code.slice(0, 6)) : code;
  if (code.length === 6 && code.endsWith('0000')) return code.slice(0, 2);
  if (code.length === 6 && code.endsWith('00')) return code.slice(0, 4);
  return code;
}

export const levelOf = (code: string): DivisionLevel => LEVELS[code.length] ?? 'township';

export function parentOf(code: string): string | null {
  if (code.length === 9) return code.slice(0, 6);
  return code.length > 2 ? code.slice(0, -2) : null;
}

/** Whether `code` is `area` or lies in it. */
export const within = (code: string, area: string): boolean => code.startsWith(area);

/** A place and all above it, itself first: 320211 → 320211, 3202, 32. */
export function divisionChain(code: string): string[] {
  const chain: string[] = [];
  for (let here: string | null = code; here !== null; here = parentOf(here)) chain.push(here);
  return chain;
}

/**
 * What a county code stands for by its last two digits: 01–20 districts of a city, 71–80 areas that only the
 * statistics count (开发区), 81–99 county-level cities, the rest counties.
 */
export function countyKind(code: string): 'district' | 'county' | 'zone' | 'county_city' {
  const n = Number(code.slice(4, 6));
  if (n <= 20) return 'district';
  if (n >= 81) return 'county_city';
  return n >= 71 && n <= 80 ? 'zone' : 'county';
}
