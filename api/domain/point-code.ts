import { CROCKFORD, forgive } from './crockford.ts';

/** The code of a service point: 16 characters of Crockford base32, 48 random bits and 32 bits of a keyed hash. */
export const POINT_CODE_RANDOM = 6; // bytes
export const POINT_CODE_MAC = 4; // bytes

const SHAPE = new RegExp(`^[${CROCKFORD}]{16}$`);

/**
 * The one code that needs no signature: the example of the API and of the documentation, at a counter of the fictional
 * place. It is accepted only by a demonstration.
 */
export const EXAMPLE_POINT_CODE = 'DEM00000RATE0001';

/** The 16 characters behind what was typed or stands in an address, or null. */
export function normalisePointCode(typed: string): string | null {
  if (typed.length > 100) return null;
  const code = forgive(typed);
  return SHAPE.test(code) ? code : null;
}

/** `XXXX-XXXX-XXXX-XXXX`, as it is printed below the square. */
export const groupPointCode = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');
