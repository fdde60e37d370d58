import { z } from 'zod';
import { WEIGHT_SUM } from '../domain/integrity.ts';
import { words } from './everyday.ts';

const weight = z.coerce.number().int().min(0).max(WEIGHT_SUM);

/** New weights of the integrity monitor: whole numbers, WEIGHT_SUM together. `from`: the weights that the form showed. */
export const ChangeWeights = z
  .strictObject({
    timeliness: weight,
    solved: weight,
    commitments: weight,
    records: weight,
    arrears: weight,
    ratings: weight,
    reason: words(10, 500),
    from: z.coerce.number().int(),
  })
  .superRefine(({ reason, from, ...weights }, issues) => {
    const sum = Object.values(weights).reduce((a, b) => a + b, 0);
    if (sum !== WEIGHT_SUM) issues.addIssue({ code: 'custom', path: ['timeliness'], message: 'weights_sum' });
  });
