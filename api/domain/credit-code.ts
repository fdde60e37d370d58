/** 统一社会信用代码, GB 32100-2015. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // no I O S V Z
/** 3^(i-1) mod 31 */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** As it is stored: half width, capitals, without spaces and hyphens. */
export const normaliseCreditCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');

/** The 18th character for the first 17, null where they are not of the alphabet. */
export function checkCharacter(first17: string): string | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{17}$/.test(first17)) return null;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first17[i]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Whether a normalised code checks. */
export const isCreditCode = (code: string): boolean =>
  code.length === 18 && checkCharacter(code.slice(0, 17)) === code[17];
