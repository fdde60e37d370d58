import { z } from 'zod';
import { WARNING_TEMPLATES } from '../domain/ladder.ts';
import { OFFICIAL_ROLES } from '../domain/official.ts';
import { box, date, words } from './everyday.ts';

/* Settings of clocks: an administrator's forms and the file of a holiday notice. */

const division = z.string().regex(/^\d{2}(\d{2}|\d{4}|\d{7})?$/, 'division_unknown');

/** A place's own rule in the stead of one that holds farther up. */
export const OverrideRule = z.strictObject({
  division,
  length: z.coerce.number().int().min(1).max(3650),
  maxExtension: z.coerce.number().int().min(0).max(365).default(0),
  extensionApprover: words(2, 60).optional(),
  basis: words(6, 300),
  basisEn: words(6, 500).optional(),
});

export const HOLIDAY_KINDS = ['holiday', 'workday'] as const;
const day = z.strictObject({
  day: date,
  kind: z.enum(HOLIDAY_KINDS),
  name: words(1, 30),
});

/** The days of a year by the State Council's notice: free days, and weekend days on which one works. */
export const HolidayNotice = z
  .strictObject({
    year: z.coerce.number().int().min(2020).max(2099),
    notice: words(6, 200),
    days: z.array(day).min(1, 'required').max(120),
  })
  .superRefine((value, issues) => {
    const seen = new Set<string>();
    for (const [i, { day, kind }] of value.days.entries()) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      const fault = !day.startsWith(String(value.year))
        ? 'day_of_other_year'
        : seen.has(day)
          ? 'day_twice'
          : kind === 'workday' && !weekend
            ? 'workday_not_weekend'
            : null;
      if (fault) issues.addIssue({ code: 'custom', path: ['days', i], message: fault });
      seen.add(day);
    }
  });

/** The whole ladder of a place, from the first rung to the last. */
export const PlaceLadder = z
  .strictObject({
    division,
    rungs: z
      .array(
        z.strictObject({
          days: z.coerce.number().int().min(-60).max(250),
          roles: z.array(z.enum(OFFICIAL_ROLES)).min(1, 'required'),
          superior: box.default(false),
          template: z.enum(WARNING_TEMPLATES).optional(),
        }),
      )
      .max(9),
  })
  .superRefine(({ rungs }, issues) => {
    for (const [i, { days }] of rungs.entries()) {
      const before = rungs[i - 1]?.days;
      if (days === 0 || (before !== undefined && days <= before))
        issues.addIssue({ code: 'custom', path: ['rungs', i, 'days'], message: 'rungs_order' });
    }
  });
