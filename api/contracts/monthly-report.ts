import { z } from 'zod';

export const MakeReport = z.strictObject({
  division: z.string().regex(/^\d{2}(\d{2}|\d{4}|\d{7})?$/, 'division_unknown'),
  /** 2026-10 */
  month: z
    .string()
    .trim()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month'),
});
