import { ENTERPRISE, PEOPLE_NAMES, PROJECTS } from '../../../../db/reference/demo/full/fictions.ts';
import { checkCharacter } from '../../../domain/credit-code.ts';
import type { Draw } from './draw.ts';
import type { Places } from './places.ts';

/** An enterprise of a fictional place with a code that checks; 99 is no place, so nobody has it. */
export function enterprise(
  draw: Draw,
  places: Places,
  division: string,
  serial: number,
): { name: string; uscc: string } {
  const city = places.cityOf(division);
  const name = `${places.nameOf(city)}${draw.pick(ENTERPRISE.fancy)}${draw.pick(ENTERPRISE.trades)}有限公司`;
  const first = `91${city}01MA0${String(100_000 + (serial % 900_000))}`;
  return { name, uscc: `${first}${checkCharacter(first) ?? '0'}` };
}

export const person = (draw: Draw): string => `${draw.pick(PEOPLE_NAMES.surnames)}${draw.pick(PEOPLE_NAMES.given)}`;
/** The same few numbers as in the small demonstration; nobody is written to. */
export const contact = (draw: Draw) => ({ phone: `138000001${String(draw.int(10, 99))}` });
export const project = (draw: Draw): string => draw.pick(PROJECTS);

/** An amount in units of ten thousand yuan, small ones more often. */
export function money(draw: Draw): { wan: string; yuan: string } {
  const wan = Math.round(10 ** (0.3 + draw.next() * 2.4) * 10) / 10;
  return { wan: String(wan), yuan: String(Math.round(wan * 10_000)) };
}
