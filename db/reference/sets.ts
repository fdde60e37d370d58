import { bodies } from './bodies/load.ts';
import { clocks } from './clocks/load.ts';
import { demonstrationPoint } from './demo/point.ts';
import { divisions } from './divisions/load.ts';
import { holidays } from './holidays/load.ts';
import { matters } from './matters/load.ts';
import { measures } from './measures/load.ts';
import { policies } from './policies/load.ts';
import { retention } from './retention/load.ts';
import type { ReferenceSet } from './set.ts';

/** Everything that db/seed.ts loads, in this order. A new area adds its set here. */
export const SETS: readonly ReferenceSet[] = [
  divisions,
  bodies,
  matters,
  policies,
  clocks,
  holidays,
  retention,
  measures,
  demonstrationPoint,
];
