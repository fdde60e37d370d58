import { buildBodiesOf } from '../../bodies/build.ts';
import { bodySet } from '../../bodies/load.ts';
import { divisionSet } from '../../divisions/load.ts';
import type { ReferenceSet } from '../../set.ts';
import { PROVINCE_PLACES } from './places.ts';

/** What the full demonstration loads beside the reference: the rest of its province, with bodies made by the same rule. */
export const PROVINCE_SETS: readonly ReferenceSet[] = [
  divisionSet('demonstration-divisions', () => PROVINCE_PLACES),
  bodySet('demonstration-bodies', () => buildBodiesOf(PROVINCE_PLACES)),
];
